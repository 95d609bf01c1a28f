"""Whatever is sent: a clear answer or a refusal, no error, no record changed."""

from urllib.parse import quote, urlencode

import pytest
from django.core.cache import cache
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assessments.answering import write_answers
from assessments.keeping import start_assessment
from assessments.models import Assessment
from compliance.answersfile import check_answer
from compliance.domain.answers import NO_ANSWER
from compliance.publishing import publish, published_bank
from tests.assessments.test_wizard import STEP, address, drawn_form, stored
from tests.factories import (
    make_answers,
    make_bank,
    make_duty,
    make_question,
    make_rule,
    make_scheme,
)

pytestmark = pytest.mark.django_db

TEXTS = {
    "markup": "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>",
    "template": "{{ 7|add:7 }}{% debug %}{% include 'x' %}%(x)s%n{0}",
    "address": "javascript:alert(1)//http://evil.example/?<b>",
    "query": "' OR 1=1; DROP TABLE assessments_answer; --",
    "path": "../../../../etc/passwd",
    "header": "x\r\nSet-Cookie: stolen=1\r\n\r\n<b>",
    "nul": "a\x00b",
    "controls": "".join(map(chr, range(32))) + "\x7f\x85\u2028\ufeff\ufffe",
    "right-to-left": "\u202eevil\u202c مرحبا שלום \u2066x",
    "emoji": "👩🏽‍⚕️🏴󠁧󠁢󠁳󠁣󠁴󠁿" * 50,
    "piled up": "a" + "\u0301" * 5000,
    "digits": "١٢٣٤٥٦٧٨٩٠" * 3,
    "huge number": "9" * 5000,
    "date": "0000-00-00",
    "far date": "9999-12-31",
    "long": "x" * 1_000_000,
    "empty": "",
    "spaces": " \t\n\u3000",
}
HEADERS = (
    *("Accept", "Accept-Encoding", "Accept-Language", "Content-Length", "Cookie"),
    *("If-Modified-Since", "If-None-Match", "Origin", "Range", "Referer"),
    *("User-Agent", "X-Forwarded-For", "X-Forwarded-Proto", "X-Requested-With"),
)
REPORT_ENDS = ("/", ".pdf", ".json", ".docx", "-brief.pdf", "-plan.csv", "-dates.ics")
REPORT_PAGES = tuple(f"reports/{{}}{end}" for end in REPORT_ENDS)
FIELDS = (
    *("q-flag", "q-one", "q-many", "q-words", "q-count", "q-day", "q-place"),
    *("note-flag", "note-words", "q-words-unsure", "drawn", "asked", "resolve", STEP),
)
EVERY_KIND = [
    make_question("flag"),
    make_question("one", "choice", choices=["a", "b"]),
    make_question("many", "choices", choices=["a", "b"]),
    make_question("words", "text"),
    make_question("count", "number"),
    make_question("day", "date"),
    make_question("place", "country"),
]
BEFORE = make_answers(
    flag="yes", one="a", many=["a"], words="As it was.", count="7",
    day="2026-11-23", place="PT",
)  # fmt: skip
tried_often = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
sendable = st.text(st.characters(exclude_categories=["Cs"]))
hostile = st.sampled_from(list(TEXTS.values())) | sendable
header = st.text(st.characters(max_codepoint=255)) | st.just("x" * 9000)


@pytest.fixture
def version(db):
    """A bank with a question of every kind, published."""
    bank = make_bank(
        EVERY_KIND,
        duties=[make_duty("apply", {"flag": "yes"})],
        slug="health-ai",
        start=["place"],
        schemes=[make_scheme("class", [make_rule("III", {"flag": "yes"})], "I")],
        trail=[{"slug": "class", "title": "Class", "schemes": ["class"]}],
        headlines=[{"text": "Class {class}"}],
    )
    return publish(bank)


@pytest.fixture
def assessment(started):
    """An assessment with an answer of every kind."""
    write_answers(started[0], BEFORE)
    return started[0]


@pytest.fixture
def started(version):
    return start_assessment(version, "Probe", "Example Ltd", {})


def all_fit(assessment):
    """Whether the bank allows every stored answer; AnswersFileError names one else."""
    bank = published_bank(assessment.version.fingerprint)
    return all(
        check_answer(question, stored(assessment).get(slug, NO_ANSWER))
        for slug, question in bank.questions.items()
    )


def changed(assessment):
    return {
        slug
        for slug, answer in stored(assessment).items()
        if answer != BEFORE.get(slug)
    }


def post_raw(client, where, body, kind="application/x-www-form-urlencoded"):
    return client.generic("POST", where, body, content_type=kind)


@tried_often
@given(st.sampled_from(FIELDS), hostile)
def test_a_hostile_field_changes_its_own_answer_at_most(
    client, code, assessment, name, text
):
    write_answers(assessment, BEFORE)
    sent = drawn_form(client, code, "all-questions") | as_fields(BEFORE)

    response = client.post(address(code, "all-questions"), sent | {name: text})

    assert response.status_code in (200, 302, 400, 409)
    assert changed(assessment) <= {name.split("-")[1] if "-" in name else ""}
    assert all_fit(assessment)


def as_fields(answers):
    return {f"q-{slug}": list(answer.values) for slug, answer in answers.items()}


@tried_often
@given(st.sampled_from(["product", "organisation", "q-place", "note-place"]), hostile)
def test_a_hostile_start_starts_or_says_why_not(client, version, name, text):
    cache.clear()

    response = client.post("/start/", {"product": "Probe"} | {name: text})

    assert response.status_code in (302, 422)
    assert "<script>alert" not in response.content.decode()


@tried_often
@given(st.dictionaries(st.sampled_from(FIELDS), st.lists(sendable, max_size=4)))
def test_random_fields_never_end_in_an_error(client, code, assessment, sent):
    drawn = drawn_form(client, code, "all-questions")

    response = client.post(address(code, "all-questions"), drawn | sent)

    assert response.status_code in (200, 302, 400, 409)
    assert all_fit(assessment)


@tried_often
@given(st.binary(max_size=200))
def test_random_bytes_never_end_in_an_error(client, code, assessment, body):
    page = address(code, "all-questions")

    for kind in (
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=B",
    ):
        assert post_raw(client, page, body, kind).status_code in (302, 400, 409)

    assert changed(assessment) == set()


@tried_often
@given(sendable)
def test_a_random_address_is_not_found(client, code, assessment, text):
    tail = quote(text, safe="")

    homes = (f"/{tail}", f"/a/{tail}/", f"/a/{code}/s/{tail}/", f"/examples/{tail}/")
    for page in (*homes, f"/verify/{tail}/"):
        assert client.get(page).status_code in (200, 301, 302, 404, 429)
    for page in (*REPORT_PAGES, "{}"):
        response = client.get(f"/a/{code}/{page.format(f'x{tail}')}")
        assert response.status_code in (301, 404)


@pytest.mark.parametrize(
    "path",
    [
        "/a/%00/", "/a/%ff/", "/a/%ed%a0%80/", "/a/../admin/", "/a/%0d%0aX:%201/",
        "/static/../manage.py", "/static/%2e%2e/manage.py", "/static/%00",
        "/examples/..%2f..%2fetc%2fpasswd/", "/a/" + "x" * 4000 + "/",
    ],
)  # fmt: skip
def test_a_path_trick_is_not_found(client, version, path):
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("lone", ["%ED%A0%80", "%ED%BF%BF", "%FF%FE", "%C0%80"])
@pytest.mark.parametrize("name", ["q-words", "note-words", "asked", "drawn"])
def test_broken_utf_8_is_stored_readable_or_refused(
    client, code, assessment, name, lone
):
    drawn = drawn_form(client, code, "all-questions") | {"q-words": "x"}
    body = f"{urlencode(drawn)}&{name}={lone}"

    response = post_raw(client, address(code, "all-questions"), body)

    assert response.status_code in (200, 302, 400, 409)
    assert client.get(f"/a/{code}/download.json").status_code == 200


@pytest.mark.parametrize(
    ("fields", "status"), [(10_001, 400), (900, 302)], ids=["too many", "many"]
)
def test_only_a_form_of_too_many_fields_is_refused(
    client, code, assessment, fields, status
):
    drawn = drawn_form(client, code, "all-questions") | as_fields(BEFORE)
    more = {f"q-{number}": "x" for number in range(fields)}

    response = client.post(address(code, "all-questions"), drawn | more)

    assert response.status_code == status
    assert changed(assessment) == set()


def test_a_form_of_three_megabytes_is_refused(client, code, assessment):
    drawn = drawn_form(client, code, "all-questions")

    response = client.post(
        address(code, "all-questions"), drawn | {"note-words": "x" * 3_000_000}
    )

    assert response.status_code == 400
    assert changed(assessment) == set()


@pytest.mark.parametrize(
    "sent", [{}, {"csrfmiddlewaretoken": "x"}, {"csrfmiddlewaretoken": "é\x00" * 999}]
)
@pytest.mark.parametrize("page", ["s/all-questions/", "issue/", "delete/"])
def test_a_form_without_its_csrf_token_changes_nothing(code, assessment, page, sent):
    stranger = Client(enforce_csrf_checks=True)
    stranger.get("/start/")

    response = stranger.post(f"/a/{code}/{page}", sent)

    assert response.status_code == 403
    assert changed(assessment) == set()
    assert Assessment.objects.exists()


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "TRACE", "BREW"])
@pytest.mark.parametrize("page", ["", "s/all-questions/", "delete/", "issue/", "link/"])
def test_another_method_changes_nothing(client, code, assessment, page, method):
    assert client.generic(method, f"/a/{code}/{page}").status_code == 405
    assert changed(assessment) == set()


@pytest.mark.parametrize("page", ["s/all-questions/", "result/", "answers/", "delete/"])
def test_reading_with_hostile_parameters_changes_nothing(
    client, code, assessment, page
):
    query = urlencode({"reset": "1", "resolve": "saved", "q-flag": "no", "step": "x"})

    assert client.get(f"/a/{code}/{page}?{query}&%00=%FF").status_code == 200
    assert changed(assessment) == set()


@tried_often
@given(st.sampled_from(HEADERS), header)
def test_a_hostile_header_never_ends_in_an_error(client, code, assessment, name, value):
    sent = {name: value}

    assert client.get(f"/a/{code}/result/", headers=sent).status_code in (200, 400)
    assert client.get("/admin/login/", headers=sent).status_code in (200, 400)
    assert client.post("/start/", {}, headers=sent).status_code in (400, 422)


@pytest.mark.parametrize(
    "host", ["evil.example", "", "a b", "127.0.0.1@evil", "x" * 999]
)
def test_another_host_is_refused(client, version, host):
    assert client.get("/start/", headers={"Host": host}).status_code == 400
