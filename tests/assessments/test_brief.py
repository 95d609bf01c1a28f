"""The brief: two pages, whatever was typed, tagged like the report."""

from io import BytesIO

import pdfplumber
import pikepdf
import pytest

from assessments.brief import render_brief, render_brief_html
from assessments.brief_layout import (
    ROOMS,
    first_places,
    nearest_dates,
    shortened,
    whole,
)
from tests.assessments.issued import ADDRESS, CODE, extras_for, hostile, squeezed

SLUGS = ["retinascreen", "lunaria", "glucoloop", "variantdesk", "first-in-line"]
HOSTILE = "hostile"


@pytest.fixture(scope="module")
def briefs(example_dossiers):
    """The brief of each example, and of one that somebody hostile filled in."""
    cases = example_dossiers | {HOSTILE: worst(example_dossiers["retinascreen"])}
    return {slug: render_brief(case, extras_for(case)) for slug, case in cases.items()}


def worst(dossier):
    """Hostile words, and everything at its longest."""
    case = hostile(dossier)
    case["statements"] = [text * 9 for text in case["statements"]]
    case["headline"] *= 20
    case["next_steps"] = [step * 20 for step in case["next_steps"]]
    for entry in [*case["dates"], *case["gaps"], *case["open_points"]]:
        entry["title"] *= 20
    return case


@pytest.fixture
def pdf(briefs, request):
    with pikepdf.open(BytesIO(briefs[request.param])) as document:
        yield document


every_brief = pytest.mark.parametrize("pdf", [*SLUGS, HOSTILE], indirect=True)


def words_of(content):
    with pdfplumber.open(BytesIO(content)) as document:
        return squeezed("".join(char["text"] for char in document.chars))


def structure(pdf, kind):
    return [
        element
        for element in pdf.objects
        if isinstance(element, pikepdf.Dictionary)
        and element.get("/Type") == "/StructElem"
        and element.get("/S") == kind
    ]


@every_brief
def test_a_brief_has_exactly_two_pages(pdf):
    assert len(pdf.pages) == 2


@every_brief
def test_a_brief_declares_language_tags_and_title_as_pdf_ua_asks(pdf):
    with pdf.open_metadata() as metadata:
        part = metadata["{http://www.aiim.org/pdfua/ns/id/}part"]

    assert (str(pdf.Root.Lang), part) == ("en", "1")
    assert pdf.Root.MarkInfo.Marked
    assert pdf.Root.ViewerPreferences.DisplayDocTitle


@every_brief
def test_the_figures_of_a_brief_say_in_words_what_they_show(pdf):
    said = [str(figure.Alt) for figure in structure(pdf, "/Figure")]

    assert len(said) == 2
    assert said[0].startswith("The trail of this report.")
    assert said[1] == f"QR code of the address {ADDRESS}"


@every_brief
def test_a_brief_has_one_title_and_parts_below_it(pdf):
    assert len(structure(pdf, "/H1")) == 1
    assert len(structure(pdf, "/H2")) >= 4


@pytest.mark.parametrize("slug", SLUGS)
def test_a_brief_says_position_chain_next_steps_and_where_to_verify(
    briefs, example_dossiers, slug
):
    dossier, text = example_dossiers[slug], words_of(briefs[slug])
    said = [
        *(dossier["product"], dossier["headline"], dossier["number"], CODE),
        *(step["value"] for step in dossier["trail"]),
        *(point["title"] for point in dossier["open_points"][:1]),
        *(step.replace("**", "") for step in dossier["next_steps"]),
        dossier["disclaimer"],
    ]

    assert [each for each in said if squeezed(each) not in text] == []


def test_what_is_left_out_is_counted(example_dossiers):
    dossier = example_dossiers["retinascreen"]
    html = render_brief_html(dossier)

    assert f"{len(dossier['gaps']) - ROOMS[0].gaps} more in the full report." in html


def test_what_is_shortened_says_so():
    assert shortened("four words and more", 10) == "four word…"
    assert shortened("a **bold word** cut", 9) == "a bold…"
    assert shortened("whole", 5) == "whole"


def test_reasons_are_told_whole_or_not_at_all():
    reasons = ["In your country", "Works with health care", "Offers training"]

    assert whole(reasons, 60) == "; ".join(reasons)
    assert whole(reasons, 50) == "In your country; Works with health care …"
    assert whole(reasons, 5) == "In your country …"


def test_markup_is_printed_as_it_was_typed(example_dossiers):
    html = render_brief_html(hostile(example_dossiers["lunaria"]))

    assert "<script" not in html
    assert "&lt;script&gt;" in html


def test_what_lies_ahead_is_told_before_what_applies_already():
    dates = [{"date": day} for day in ("2021-05-26", "2025-02-02", "2028-08-02")]

    told = [entry["date"] for entry in nearest_dates(dates, "2026-11-25")]

    assert told == ["2028-08-02", "2025-02-02", "2021-05-26"]


def test_each_kind_of_help_is_named_once_before_one_is_named_again():
    groups = [
        {"title": "A", "entries": [{"slug": "a"}, {"slug": "b"}]},
        {"title": "B", "entries": [{"slug": "a"}, {"slug": "c"}]},
    ]

    assert [entry["slug"] for _, entry in first_places(groups)] == ["a", "b", "c"]


def test_the_same_report_gives_the_same_brief(briefs, example_dossiers):
    dossier = example_dossiers["first-in-line"]

    assert render_brief(dossier, extras_for(dossier)) == briefs["first-in-line"]
