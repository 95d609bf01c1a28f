"""Hostile text in every field comes out as the text it is, on pages and in the PDF."""

import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from io import BytesIO

import pdfplumber
import pytest

from assessments.answering import write_answers
from assessments.keeping import start_assessment
from assessments.models import Report
from assessments.printing import render_html, render_pdf
from compliance.domain.answers import Answer
from tests.assessments.test_wizard import address, drawn_form

pytestmark = pytest.mark.django_db

SCRIPT = "<script>alert(1)</script>"
HOSTILE = f"{SCRIPT}\"'><img src=x onerror=alert(2)>{{{{ 7|add:7 }}}}{{% now 'Y' %}}"
ESCAPED = "&lt;script&gt;alert(1)&lt;/script&gt;"
PAGES = (
    *("link/", "answers/", "result/", "reasons/", "duties/", "plan/", "support/"),
    *("reports/", "delete/"),
)


def hostile_answer(question):
    """A fitting answer with a hostile note; a hostile text where one may be typed."""
    typed = {"text": HOSTILE, "number": "7", "date": "2026-11-23", "country": "PT"}
    value = question.options[0].slug if question.is_picked else typed[question.kind]
    return Answer((value,), False, HOSTILE)


@pytest.fixture
def started(shipped_version, shipped_bank):
    """The shipped bank, every question and measure answered with hostile text."""
    answers = {
        slug: hostile_answer(question)
        for slug, question in shipped_bank.questions.items()
    }
    answers |= {
        slug: Answer(("not-applicable",), False, HOSTILE)
        for slug in shipped_bank.measure
    }
    return start_assessment(shipped_version, HOSTILE[:120], HOSTILE[:120], answers)


def is_escaped(page):
    return "<script>alert" not in page and "<img src=x" not in page


@pytest.mark.parametrize("page", PAGES)
def test_hostile_text_is_escaped_on_a_page(client, code, page):
    shown = client.get(f"/a/{code}/{page}").content.decode()

    assert is_escaped(shown)
    assert ESCAPED in shown


def test_hostile_notes_and_answers_stand_as_typed_among_the_answers(client, code):
    shown = client.get(f"/a/{code}/answers/").content.decode()

    assert "{{ 7|add:7 }}{% now &#x27;Y&#x27; %}" in shown


def test_hostile_text_is_escaped_in_every_section(client, code, assessment):
    home = client.get(f"/a/{code}/answers/")
    urls = {group["url"] for group in home.context["groups"]}

    pages = [client.get(url).content.decode() for url in urls]

    assert len(pages) > 5
    assert all(is_escaped(page) and ESCAPED in page for page in pages)


def test_hostile_text_is_escaped_when_two_sides_are_shown(client, code, assessment):
    old = drawn_form(client, code, "product")
    write_answers(assessment, {"country": Answer(("DE",), False, f"saved {HOSTILE}")})
    mine = {"q-country": "FR", "note-country": f"mine {HOSTILE}"}

    told = client.post(address(code, "product"), old | mine)

    assert told.status_code == 409
    assert is_escaped(told.content.decode())
    assert f"saved {ESCAPED}" in told.content.decode()


def test_hostile_text_is_escaped_when_a_field_is_refused(client, shipped_version):
    sent = {"product": "", "organisation": HOSTILE, "q-country": HOSTILE}

    refused = client.post("/start/", sent)

    assert refused.status_code == 422
    assert is_escaped(refused.content.decode())


def dossier_of(client, code):
    client.post(f"/a/{code}/issue/")
    number = Report.objects.get().number
    return client.get(f"/a/{code}/reports/{number}.json").json()


@pytest.mark.parametrize("page", ["reports/WM-2026-0001/", "reports/compare/"])
def test_hostile_text_is_escaped_in_a_report_and_its_comparison(
    client, code, assessment, quick, page
):
    client.post(f"/a/{code}/issue/")
    write_answers(assessment, {"size": Answer(("micro",), False, f"new {HOSTILE}")})

    shown = client.get(f"/a/{code}/{page}").content.decode()

    assert is_escaped(shown)
    assert ESCAPED in shown


def test_hostile_text_is_escaped_in_the_printed_html(client, code, quick):
    printed = render_html(dossier_of(client, code))

    assert is_escaped(printed)
    assert ESCAPED in printed


def test_hostile_text_is_readable_in_the_pdf(client, code):
    client.post(f"/a/{code}/issue/")
    number = Report.objects.get().number
    content = client.get(f"/a/{code}/reports/{number}.pdf").getvalue()

    with pdfplumber.open(BytesIO(content)) as pdf:
        text = "".join("".join(c["text"] for c in page.chars) for page in pdf.pages)

    assert SCRIPT in text.replace(" ", "")


@pytest.mark.parametrize("kind", ["pdf", "json"])
def test_a_report_file_is_served_as_a_download_and_never_as_a_page(
    client, code, quick, kind
):
    client.post(f"/a/{code}/issue/")
    number = Report.objects.get().number

    response = client.get(f"/a/{code}/reports/{number}.{kind}")

    assert response["Content-Disposition"].startswith("attachment")
    assert response["X-Content-Type-Options"] == "nosniff"
    response.close()


@contextmanager
def canary():
    """A web server on this machine: its address, and what was asked of it."""
    asked = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):  # noqa: N802, named by the standard library
            asked.append(self.path)
            self.send_error(404)

        def log_message(self, *arguments):
            """Keep quiet."""

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}", asked
        server.shutdown()


def test_printing_fetches_nothing_from_network_or_disk(client, code, quick, tmp_path):
    dossier = dossier_of(client, code)
    secret = tmp_path / "secret.svg"
    secret.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg"><text>S3CRET</text></svg>'
    )
    with canary() as (site, asked):
        dossier["product"] = f'<img src="{site}/a.png"><img src="{secret.as_uri()}">'
        dossier["headline"] = f"<style>@import '{site}/b.css'</style>url({site}/c)"
        dossier["findings"][0]["title"] = f'<link rel="stylesheet" href="{site}/d.css">'
        dossier["provisions"][0]["address"] = f"{secret.as_uri()}"

        content = render_pdf(dossier)

    assert asked == []
    assert b"S3CRET" not in content
