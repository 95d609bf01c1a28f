"""The Word document: real headings, tables with heads, nothing lost, nobody named."""

import zipfile
from io import BytesIO

import pytest
from docx import Document
from docx.oxml.ns import qn
from lxml import etree

from assessments.exports.word import render_word
from tests.assessments.issued import (
    ADDRESS,
    CODE,
    LONG_NOTE,
    MARKUP,
    OTHER_SCRIPTS,
    duties_of,
    extras_for,
    hostile,
    squeezed,
)

SLUGS = ["retinascreen", "lunaria", "glucoloop", "variantdesk", "first-in-line"]


@pytest.fixture(scope="module")
def files(example_dossiers):
    """The document of each example: slug → bytes."""
    return {
        slug: render_word(dossier, extras_for(dossier))
        for slug, dossier in example_dossiers.items()
    }


@pytest.fixture(scope="module")
def document(files):
    return Document(BytesIO(files["retinascreen"]))


@pytest.fixture(scope="module")
def hostile_words(example_dossiers):
    dossier = hostile(example_dossiers["lunaria"])
    return words_of(render_word(dossier, extras_for(dossier)))


def part(content, name):
    with zipfile.ZipFile(BytesIO(content)) as files:
        return etree.fromstring(files.read(name))


def words_of(content):
    return "".join(part(content, "word/document.xml").itertext())


def headings(document, level):
    style = f"Heading {level}"
    return [p.text for p in document.paragraphs if p.style.name == style]


@pytest.mark.parametrize("slug", SLUGS)
def test_a_document_names_every_duty_gap_date_place_answer_and_source(
    files, example_dossiers, slug
):
    dossier, text = example_dossiers[slug], squeezed(words_of(files[slug]))
    questions = [q for section in dossier["answers"] for q in section["questions"]]
    places = [entry for group in dossier["support"] for entry in group["entries"]]
    said = [
        *(each["title"] for each in [*duties_of(dossier), *dossier["gaps"]]),
        *(each["title"] for each in [*dossier["dates"], *dossier["findings"]]),
        *(each["name"] for each in places),
        *(each["text"] for each in questions),
        *(each["reference"] for each in dossier["provisions"]),
        *(dossier["method"], dossier["disclaimer"]),
    ]

    assert [each for each in said if squeezed(each) not in text] == []


def test_chapters_are_headings_in_the_order_of_the_report(document):
    assert headings(document, 1) == [
        "Your position", "Open points", "Verdicts with their grounds",
        "Duties by date", "Readiness and plan", "Dates", "Where to get help",
        "Annex: your answers", "Annex: sources", "Annex: terms used", "Annex: method",
    ]  # fmt: skip


def test_the_contents_lead_to_every_chapter(files):
    tree = part(files["retinascreen"], "word/document.xml")
    marks = {each.get(qn("w:name")) for each in tree.iter(qn("w:bookmarkStart"))}
    links = [each.get(qn("w:anchor")) for each in tree.iter(qn("w:hyperlink"))]
    chapters = [anchor for anchor in links if anchor]

    assert len(chapters) == 11
    assert set(chapters) <= marks


def test_every_table_repeats_its_head_and_is_described(files):
    tree = part(files["retinascreen"], "word/document.xml")
    tables = list(tree.iter(qn("w:tbl")))

    assert len(tables) > 20
    assert all(table.find(f".//{qn('w:tblHeader')}") is not None for table in tables)
    assert all(table.find(f".//{qn('w:tblCaption')}") is not None for table in tables)


def test_no_row_is_torn_apart_by_a_page(files):
    tree = part(files["lunaria"], "word/document.xml")
    rows, heads, whole = (
        list(tree.iter(qn(name))) for name in ("w:tr", "w:tblHeader", "w:cantSplit")
    )

    assert len(whole) + len(heads) == len(rows)


def test_a_document_says_its_language_and_title_and_names_nobody(document):
    told = document.core_properties
    language = document.styles.element.find(f".//{qn('w:lang')}")

    assert language.get(qn("w:val")) == "en-GB"
    assert told.title == "RetinaScreen: Waymark report WM-2026-0147"
    assert {told.author, told.last_modified_by} == {"Waymark"}


def test_pages_are_numbered(files):
    with zipfile.ZipFile(BytesIO(files["retinascreen"])) as parts:
        feet = [n for n in parts.namelist() if n.startswith("word/footer")]
        text = "".join(parts.read(name).decode() for name in feet)

    assert text.count(" PAGE ") == len(feet) == 2
    assert text.count(" NUMPAGES ") == 2


def test_the_document_says_that_it_is_a_copy_and_how_to_verify_the_report(files):
    text = words_of(files["retinascreen"])

    assert "This is a copy to work on." in text
    assert CODE in text
    assert ADDRESS in text


def test_links_lead_to_the_web_only(files):
    links = part(files["retinascreen"], "word/_rels/document.xml.rels")
    outside = [each for each in links if each.get("TargetMode") == "External"]

    assert len(outside) > 20
    assert all(each.get("Target").startswith("http") for each in outside)


def test_hostile_words_stand_as_typed(hostile_words):
    assert MARKUP in hostile_words
    assert OTHER_SCRIPTS in hostile_words
    assert LONG_NOTE in hostile_words
    assert "**not bold**" in hostile_words


def test_what_xml_does_not_allow_is_replaced_by_a_sign(hostile_words):
    assert "bell\ufffd escape\ufffd[31m null\ufffd half\ufffd" in hostile_words
    assert "\ufffdgpj.exe" in hostile_words


def test_bold_marks_of_the_bank_are_bold_and_not_printed(document, example_dossiers):
    (statement,) = [
        paragraph for paragraph in document.paragraphs
        if paragraph.text.startswith("You are the manufacturer")
    ]  # fmt: skip

    assert "**" in " ".join(example_dossiers["retinascreen"]["statements"])
    assert "**" not in statement.text
    assert [run.text for run in statement.runs if run.bold][0] == "manufacturer"


def test_the_same_report_gives_the_same_document(files, example_dossiers):
    dossier = example_dossiers["first-in-line"]

    assert render_word(dossier, extras_for(dossier)) == files["first-in-line"]
