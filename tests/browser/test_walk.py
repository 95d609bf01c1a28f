"""An example, typed in by hand, comes to the verdicts of its file and to a report."""

import json
import subprocess
from dataclasses import dataclass, field
from io import BytesIO

import pikepdf
import pytest
from django.utils import timezone

from assessments.dossier import Case, build_dossier
from compliance.directory import published_entries
from tests.browser import walking
from tests.browser.conftest import open_tab, site_of_a_module

# A device with AI, one without, and a diagnostic device.
EXAMPLES = ("retinascreen", "lunaria", "variantdesk")
TOLD_IN_FRONT = ("device-regime", "mdr-class", "ivdr-class", "ai-risk")


@dataclass
class Walked:
    """What a founder saw on the walk, and what the example's file leads to."""

    expected: dict
    given: dict
    asked: set = field(default_factory=set)
    titles: list = field(default_factory=list)
    stored: dict = field(default_factory=dict)
    headline: str = ""
    trail: list = field(default_factory=list)
    report: dict = field(default_factory=dict)
    pdf: bytes = b""
    words: str = ""


def dossier_of(example, version, bank):
    """The dossier of the example's file, without any page."""
    today = timezone.localdate()
    case = Case(
        bank=bank,
        bank_hash=version.fingerprint,
        answers=example.answers,
        product=example.product,
        organisation=example.organisation,
        as_of=today,
        answered_on=today,
        entries=published_entries(),
    )
    return json.loads(json.dumps(build_dossier(case)))


def walk_by_hand(page, example, walked):
    walked.asked |= walking.start(page, example)
    walking.follow(page, "Go to the questions")
    walked.asked |= walking.walk(page, example.answers)
    walked.titles.append(walking.title(page))
    walking.follow(page, "Show the result")
    walking.go_to_measures(page)
    walked.asked |= walking.walk(page, example.answers)
    walked.titles.append(walking.title(page))
    walking.follow(page, "Overview")
    read_result(page, walked)
    walking.issue_report(page)
    walked.report = walking.download_json(page, "Download Data, JSON")
    walked.pdf = walking.download(page, "Download the PDF")
    walked.words = squeezed(text_of(walked.pdf))


def read_result(page, walked):
    walked.headline = walking.title(page)
    steps = page.get_by_role("list", name="From intended purpose to dates")
    walked.trail = steps.get_by_role("listitem").all_inner_texts()
    walked.stored = walking.download_json(page, "Download everything")["answers"]


def text_of(pdf):
    """The text of a PDF, as Poppler reads it: many times faster than pdfplumber."""
    command = ["pdftotext", "-", "-"]
    return subprocess.run(
        command, input=pdf, capture_output=True, check=True
    ).stdout.decode()


def verdicts_of(dossier):
    """The verdicts with rules and grounds; ticks are told in the order of the page."""
    told = dossier["findings"]
    return [{k: v for k, v in each.items() if k != "answers"} for each in told]


def squeezed(text):
    """Text without white space, as lines break where they like."""
    return "".join(text.split())


@pytest.fixture(scope="module", params=EXAMPLES)
def walked(
    request, browser, live_server, django_db_blocker, shipped_bank, tmp_path_factory
):
    """The walk of one example, done once for all that is asked of it."""
    files = tmp_path_factory.mktemp("files")
    example = request.getfixturevalue("examples")[request.param]
    with site_of_a_module(django_db_blocker, shipped_bank, files) as version:
        expected = dossier_of(example, version, shipped_bank)
        walked = Walked(expected, example.answers)
        with open_tab(browser, live_server.url) as page:
            walk_by_hand(page, example, walked)
    return walked


def test_the_walk_asks_every_question_that_the_file_answers(walked, shipped_bank):
    questions = walked.given.keys() & shipped_bank.questions.keys()

    assert questions <= walked.asked


def test_the_walk_ends_at_the_answers_and_then_at_the_plan(walked):
    assert walked.titles == ["Check your answers", "Gaps and plan"]


def test_what_was_typed_is_stored_and_nothing_else(walked):
    typed = {
        slug: (set(answer.values), answer.unsure)
        for slug, answer in walked.given.items()
        if slug in walked.asked
    }

    assert typed == {
        slug: (set(row["values"]), row["unsure"])
        for slug, row in walked.stored.items()
        if row["values"] or row["unsure"]
    }


def test_the_headline_is_that_of_the_file(walked):
    assert walked.headline == walked.expected["headline"]


def test_the_trail_shows_the_values_of_the_file(walked):
    pairs = zip(walked.expected["trail"], walked.trail, strict=True)

    assert [step["slug"] for step, text in pairs if step["value"] not in text] == []


def test_the_verdicts_issued_are_those_of_the_file(walked):
    assert verdicts_of(walked.report) == verdicts_of(walked.expected)


def test_the_duties_and_dates_issued_are_those_of_the_file(walked):
    assert walked.report["duties"] == walked.expected["duties"]
    assert walked.report["dates"] == walked.expected["dates"]


def test_the_pdf_opens_and_has_pages(walked):
    with pikepdf.open(BytesIO(walked.pdf)) as document:
        assert len(document.pages) > 5


def test_the_pdf_names_product_and_organisation(walked):
    assert squeezed(walked.expected["product"]) in walked.words
    assert squeezed(walked.expected["organisation"]) in walked.words


def test_the_pdf_names_device_class_and_risk(walked):
    told = {each["slug"]: each["value"] for each in walked.expected["findings"]}
    named = [told[slug] for slug in TOLD_IN_FRONT if slug in told]

    assert [value for value in named if squeezed(value) not in walked.words] == []


def test_the_pdf_names_the_main_date(walked):
    assert squeezed(walked.expected["trail"][-1]["value"]) in walked.words


def test_the_pdf_names_places_that_can_help(walked):
    names = [
        entry["name"]
        for group in walked.expected["support"]
        for entry in group["entries"]
    ]

    assert [name for name in names if squeezed(name) in walked.words]
