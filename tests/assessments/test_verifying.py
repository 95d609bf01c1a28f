"""Anybody may check that a report is genuine, and learns nothing of what it says."""

import re
from hashlib import sha256

import pytest
from django.core.cache import cache

from assessments.models import (
    Rendering,
    Report,
    ReportNumber,
    hash_of,
    new_verification_code,
)
from assessments.throttling import CHECKS_AN_HOUR
from assessments.verifying import tidy_code
from compliance.publishing import publish
from tests.factories import make_bank, walk_document

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _fresh_counts():
    cache.clear()


@pytest.fixture
def report(client, code, quick):
    """An issued report."""
    client.post(f"/a/{code}/issue/")
    return Report.objects.get()


def check(client, report):
    return client.get(f"/verify/{report.verification_code}/")


def test_a_genuine_report_is_told_by_number_day_law_and_checksums(client, report):
    page = check(client, report).content.decode()
    pdf = Rendering.objects.get()

    assert f"Report {report.number} is genuine" in page
    assert "Law as of" in page
    assert "version 1.0.0" in page
    assert report.content_hash in page
    assert pdf.file_hash in page
    assert sha256(report.document.encode()).hexdigest() in page


def test_verification_says_nothing_of_content_product_or_organisation(client, report):
    page = check(client, report).content.decode()

    assert "Probe" not in page
    assert "Example Ltd" not in page
    assert report.headline not in page


def test_verification_leads_nowhere_near_the_assessment(client, report, code):
    page = check(client, report).content.decode()

    assert code not in page
    assert "/a/" not in page


def test_a_newer_report_of_the_same_product_supersedes_it(
    client, code, report, assessment
):
    assert "No newer report" in check(client, report).content.decode()
    assessment.answers.create(slug="harm", values=["death"])
    client.post(f"/a/{code}/issue/")

    page = check(client, report).content.decode()

    assert "It has been superseded: report WM-2026-0002 of" in page


def test_a_newer_question_bank_is_told(client, report):
    assert "It is the newest." in check(client, report).content.decode()
    publish(make_bank(**walk_document(), number="2.0.0", law_date="2027-01-01"))

    page = check(client, report).content.decode()

    assert "Version 2.0.0 is newer, with the law as of 1 January 2027." in page


def test_a_deleted_report_is_told_as_deleted_and_nothing_more(client, code, report):
    client.post(f"/a/{code}/delete/")

    page = check(client, report).content.decode()

    assert f"Report {report.number} was deleted" in page
    assert report.content_hash not in page


@pytest.mark.parametrize(
    "wrong", ["nothing", "K7QX-0A2B-9ZTM-4HNP-WE8R-D5VC-1YGS", "%00", "x" * 3000]
)
def test_a_wrong_code_is_told_plainly(client, report, wrong):
    response = client.get(f"/verify/{wrong}/")

    assert response.status_code == 404
    assert "one wrong sign is enough" in response.content.decode()


def test_the_private_code_verifies_nothing(client, report, code):
    assert client.get(f"/verify/{code}/").status_code == 404


def test_a_code_has_140_bits_and_is_stored_apart_from_the_frozen_data(report):
    code = report.verification_code

    assert re.fullmatch("([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}", code)
    assert code not in report.document
    assert ReportNumber.objects.get().verification_hash == hash_of(code)
    assert len({new_verification_code() for _ in range(100)}) == 100


@pytest.mark.parametrize(
    "typed",
    [
        "K7QX-0A2B-9ZTM-4HNP-WE8R-D5VC-1YGS",
        "k7qx 0a2b 9ztm 4hnp we8r d5vc 1ygs",
        "K7QXOA2B9ZTM4HNPWE8RD5VCIYGS",
        "  https://waymark.example/verify/K7QX-0A2B-9ZTM-4HNP-WE8R-D5VC-1YGS/ ",
        "K7QX–0A2B–9ZTM–4HNP–WE8R–D5VC–lygs",
    ],
)
def test_a_code_is_read_however_it_was_typed(typed):
    assert tidy_code(typed) == "K7QX-0A2B-9ZTM-4HNP-WE8R-D5VC-1YGS"


@pytest.mark.parametrize("typed", ["", "K7QX", "U" * 28, "É" * 28, "K" * 29, "\x00"])
def test_what_is_no_code_is_refused(typed):
    assert tidy_code(typed) == ""


def test_a_typed_code_leads_to_its_page(client, report):
    typed = report.verification_code.lower().replace("-", " ")

    response = client.post("/verify/", {"code": typed})

    assert response.url == f"/verify/{report.verification_code}/"


def test_a_code_of_another_form_is_sent_back_with_what_is_wrong(client, version):
    response = client.post("/verify/", {"code": "<b>K7"})

    assert response.status_code == 422
    assert "A code has 28 letters and digits" in response.content.decode()
    assert "&lt;b&gt;K7" in response.content.decode()


def test_codes_cannot_be_tried_without_end(client, report):
    for _ in range(CHECKS_AN_HOUR):
        client.get("/verify/x/")

    assert check(client, report).status_code == 429


def test_the_verification_page_is_not_kept_by_anybody(client, report):
    assert "no-store" in check(client, report)["Cache-Control"]


def test_the_owner_finds_the_code_on_the_page_of_the_report(client, code, report):
    page = client.get(f"/a/{code}/reports/{report.number}/").content.decode()

    assert report.verification_code in page
    assert f"/verify/{report.verification_code}/" in page
