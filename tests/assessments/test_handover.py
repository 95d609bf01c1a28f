"""Handing a case over: what is ticked goes along, in the words of the receiver."""

import io
import json

import pytest
from docx import Document
from jsonschema import Draft202012Validator

from assessments.handover.vocabulary import OPENINGS, VOCABULARY
from assessments.keeping import start_assessment
from assessments.models import new_code
from assessments.schema import HANDOVER_SCHEMA_FILE
from compliance.directory import load_directory
from compliance.domain.answers import answer_of
from compliance.domain.support_entry import KINDS
from tests.assessments.test_needs import IMAGING

pytestmark = pytest.mark.django_db
SECRET = "Only for the eyes of our board"
WISHES = {"needs-trl": "trl-6-7", "needs-proof": ["benefit"], "needs-skills": "yes"}
EVERYTHING = ["names", "purpose", "profile", "maturity", "sought", "gaps", "verdicts"]


@pytest.fixture
def path(shipped_version):
    load_directory()
    given = IMAGING | WISHES | {"intended-purpose": SECRET}
    answers = {slug: answer_of(value) for slug, value in given.items()}
    _, code = start_assessment(shipped_version, "Scan", "Firm Lda", answers)
    return f"/a/{code}/support/"


def pack(client, path, slug, parts, **typed):
    sent = client.post(f"{path}{slug}/", {"part": parts, "wanted": "json"} | typed)
    return json.loads(sent.content)


def titles(found):
    return [part["title"] for part in found["parts"]]


def text_of(found):
    return json.dumps(found["parts"])


def test_nothing_that_is_not_ticked_goes_along(client, path):
    found = pack(client, path, "edih-pt-attract", ["maturity"], message="Call me")

    assert [part["slug"] for part in found["parts"]] == ["maturity"]
    assert not [w for w in ("Scan", "Firm Lda", SECRET, "Call me") if w in str(found)]


def test_nothing_is_ticked_beforehand(client, path):
    page = client.get(f"{path}edih-pt-attract/").content.decode()

    assert 'type="checkbox"' in page
    assert " checked" not in page


def test_whoever_ticks_nothing_is_asked_to(client, path):
    sent = client.post(f"{path}edih-pt-attract/", {"wanted": "docx"})

    assert sent.status_code == 422
    assert "Tick what this place may learn." in sent.content.decode()


def test_typed_text_goes_along_where_it_is_ticked(client, path):
    found = pack(
        client, path, "edih-pt-attract", ["message", "contact"],
        message="May we visit?", contact="office@example.org",
    )  # fmt: skip

    assert "May we visit?" in text_of(found)
    assert "office@example.org" in text_of(found)


def test_a_hub_hears_test_before_invest(client, path):
    found = pack(client, path, "edih-pt-attract", EVERYTHING)

    assert "Services sought: test before invest, skills, investment" in titles(found)
    assert "Skills and training" in text_of(found)


def test_a_test_site_hears_of_readiness_validation_and_clinical_partners(client, path):
    found = pack(client, path, "tefs-clinical", EVERYTHING)

    assert "Technology readiness level (TRL) and stage" in titles(found)
    assert "Validation in real care, with a clinical partner" in text_of(found)
    assert "TRL 6 to 7" in text_of(found)


def test_a_notified_body_hears_of_class_rule_annex_codes_file_and_qms(client, path):
    parts = ["device", "conformity", "codes", "documentation", "quality"]
    found = pack(client, path, "nb-0318", parts)

    assert titles(found) == [
        "Device class and classification rule",
        "Conformity assessment procedure and annexes",
        "Designation codes to confirm",
        "Stage of the technical documentation",
        "Quality management system (QMS)",
    ]
    for words in (
        "Annex VIII Rule 11",
        "Annex IX",
        "MDA 0315",
        "Not told in Waymark yet",
    ):
        assert words in text_of(found)


def test_a_sandbox_hears_of_the_system_its_purpose_the_question_and_the_date(
    client, path
):
    parts = ["ai", "purpose", "questions", "provisions", "market-date"]
    found = pack(client, path, "sbx-pt", parts, **{"market-date": "Spring 2028"})

    assert {"The AI system", "Intended purpose", "Planned market date"} <= set(
        titles(found)
    )
    assert "AI Act Art. 6(1)" in text_of(found)
    assert "Spring 2028" in text_of(found)


@pytest.mark.parametrize(
    "slug", ["edih-pt-attract", "tef-pt", "tefs-call2", "aif-es-bsc", "di-eucaim",
             "hdab-pt", "prg-een", "nb-0318", "sbx-pt", "mdr-ca-pt", "aia-pt"]
)  # fmt: skip
def test_every_pack_keeps_to_its_published_schema(client, path, slug):
    schema = json.loads(HANDOVER_SCHEMA_FILE.read_text())
    every = schema["properties"]["parts"]["items"]["properties"]["slug"]["enum"]
    typed = {"message": "m", "contact": "c", "market-date": "d"}
    found = pack(client, path, slug, every, **typed)

    Draft202012Validator(schema).validate(found)
    assert found["parts"]


def test_the_schema_stands_at_an_address_that_stays(client):
    sent = client.get("/schemas/waymark-handover-1.json")
    text = b"".join(sent.streaming_content)

    assert json.loads(text) == json.loads(HANDOVER_SCHEMA_FILE.read_text())
    assert sent["Content-Type"] == "application/schema+json"


def test_every_kind_has_words_of_its_own():
    assert VOCABULARY.keys() == KINDS.keys() == OPENINGS.keys()


def test_the_word_file_says_the_same(client, path):
    sent = client.post(
        f"{path}nb-0318/", {"part": ["conformity", "names"], "wanted": "docx"}
    )
    document = Document(io.BytesIO(sent.content))
    said = "\n".join(paragraph.text for paragraph in document.paragraphs)

    assert "enquiry-nb-0318.docx" in sent["Content-Disposition"]
    assert "Conformity assessment procedure and annexes" in said
    assert "Scan" in said
    assert SECRET not in said


def test_the_email_text_holds_what_was_ticked(client, path):
    sent = client.post(
        f"{path}sbx-pt/",
        {"part": ["ai", "contact"], "wanted": "show", "contact": "Ada"},
    )
    page = sent.content.decode().partition("E-mail text to copy")[2]

    assert "Enquiry: AI regulatory sandbox" in page
    assert "An AI system" in page
    assert "Ada" in page
    assert SECRET not in page


def test_nothing_is_stored_by_handing_over(client, path):
    code = path.split("/")[2]
    before = client.get(f"/a/{code}/download.json").content
    pack(client, path, "sbx-pt", ["contact"], contact="Ada Example")

    assert client.get(f"/a/{code}/download.json").content == before


def test_a_place_that_does_not_fit_says_so(client, path):
    page = client.get(f"{path}sbx-de/").content.decode()

    assert "On your answers this place does not fit:" in page
    assert "It serves Germany" in page


def test_text_that_is_too_long_is_refused_and_kept(client, path):
    long = "x" * 2001
    sent = client.post(
        f"{path}sbx-pt/", {"part": "message", "wanted": "docx", "message": long}
    )

    assert sent.status_code == 422
    assert "Keep it within 2000 characters; it has 2001." in sent.content.decode()
    assert long in sent.content.decode()


@pytest.mark.parametrize(
    "sent",
    [
        {"part": ["nothing", "../etc"], "wanted": "json"},
        {"part": "names", "wanted": "exe"},
        {"part": "message", "wanted": "json", "message": "a\x00b"},
    ],
)
def test_what_no_page_sends_is_refused(client, path, sent):
    assert client.post(f"{path}sbx-pt/", sent).status_code == 422


@pytest.mark.parametrize("wanted", ["show", "json", "docx"])
def test_hostile_words_stay_words(client, shipped_version, wanted):
    load_directory()
    hostile = "<script>alert(1)</script>\u202e=cmd()"
    _, code = start_assessment(shipped_version, hostile, hostile, {})
    sent = client.post(
        f"/a/{code}/support/edih-pt-attract/",
        {"part": ["names", "message"], "wanted": wanted, "message": hostile},
    )

    assert sent.status_code == 200
    assert b"<script>alert" not in sent.content or wanted == "json"
    assert "\u202e=cmd" not in sent.content.decode(errors="ignore").partition("Text")[2]


@pytest.mark.parametrize("method", ["get", "post"])
def test_another_code_or_an_unknown_place_opens_nothing(client, path, method):
    ask = getattr(client, method)

    assert ask(f"/a/{new_code()}/support/sbx-pt/").status_code == 404
    assert ask(f"{path}no-such-place/").status_code == 404


def test_a_sandbox_is_not_asked_about_other_laws(client, path):
    found = pack(client, path, "sbx-pt", ["questions"])

    assert "Data Act" not in text_of(found)
    assert "Accessibility" not in text_of(found)
