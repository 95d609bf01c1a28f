"""The PDF of each shipped example: whole, tagged as PDF/UA-1 asks, always the same."""

import subprocess
from io import BytesIO

import pdfua
import pikepdf
import pytest

from assessments.printing import render_pdf
from compliance.publishing import SHIPPED
from tests.assessments.issued import duties_of, extras_for, squeezed

EXAMPLES = tuple(
    sorted(path.stem[2:] for path in (SHIPPED.parents[1] / "examples").glob("*.yaml"))
)
# Table heads are tied to their cells by identifiers, which this checker does not know.
NO_FAULTS = frozenset({"UA-15-003"})
HEADINGS = tuple(f"/H{level}" for level in range(1, 7))


@pytest.fixture(params=EXAMPLES)
def slug(request):
    return request.param


@pytest.fixture
def content(printed, slug):
    return printed(slug)


@pytest.fixture
def pdf(content):
    with pikepdf.open(BytesIO(content)) as document:
        yield document


def elements(pdf):
    """The structure elements in reading order."""
    waiting = [pdf.Root.StructTreeRoot]
    while waiting:
        element = waiting.pop(0)
        if "/S" in element:
            yield element
        kids = element.get("/K", [])
        kids = kids if isinstance(kids, pikepdf.Array) else [kids]
        waiting[:0] = [kid for kid in kids if isinstance(kid, pikepdf.Dictionary)]


def words_of(text):
    """Without spaces and hyphens, as Poppler joins words broken at a hyphen."""
    return squeezed(text).replace("-", "")


def text_of(content):
    words = subprocess.run(
        ["pdftotext", "-enc", "UTF-8", "-", "-"],
        input=content,
        capture_output=True,
        check=True,
    )
    return words_of(words.stdout.decode())


def test_the_checker_of_pdf_ua_finds_no_fault(content):
    report = pdfua.validate(BytesIO(content))

    assert [f for f in report.findings if f.rule_id not in NO_FAULTS] == []


def test_headings_begin_at_one_and_skip_no_level(pdf):
    levels = [HEADINGS.index(e.S) + 1 for e in elements(pdf) if str(e.S) in HEADINGS]
    steps = zip(levels, levels[1:], strict=False)

    assert levels[0] == 1
    assert [step for step in steps if step[1] > step[0] + 1] == []


def test_the_cells_of_every_table_name_heads_that_are_there(pdf):
    every = list(elements(pdf))
    heads = {str(e.ID) for e in every if e.S == "/TH" and "/ID" in e}
    named = {
        str(head)
        for element in every
        if element.S == "/TD"
        for attributes in _attributes(element)
        for head in attributes.get("/Headers", [])
    }

    assert heads
    assert named <= heads


def _attributes(element):
    found = element.get("/A", [])
    return found if isinstance(found, pikepdf.Array) else [found]


def test_links_and_figures_are_told_in_words_and_pages_keep_their_order(pdf):
    links = [
        each
        for page in pdf.pages
        for each in page.get("/Annots", [])
        if each.Subtype == "/Link"
    ]
    figures = [each for each in elements(pdf) if each.S == "/Figure"]

    assert links
    assert figures
    assert [link for link in links if not str(link.get("/Contents", "")).strip()] == []
    assert [each for each in figures if not str(each.get("/Alt", "")).strip()] == []
    assert {str(p.get("/Tabs")) for p in pdf.pages if "/Annots" in p} == {"/S"}


def test_its_data_are_attached(pdf, slug, example_dossiers):
    (attached,) = pdf.attachments.values()

    assert attached.relationship == pikepdf.Name.Data
    assert attached.get_file().read_bytes() == (
        extras_for(example_dossiers[slug]).twin.encode()
    )


def test_the_text_holds_what_applies(content, slug, example_dossiers):
    dossier = example_dossiers[slug]
    said = [
        *(duty["title"] for duty in duties_of(dossier) if duty["status"] == "applies"),
        *(gap["title"] for gap in dossier["gaps"] if not gap["possible"]),
        *(each["title"] for each in dossier["dates"]),
        *(each["reference"] for each in dossier["provisions"]),
        *(finding["value"] for finding in dossier["findings"]),
        dossier["disclaimer"],
    ]
    text = text_of(content)

    assert [each for each in said if words_of(each) not in text] == []


def test_it_has_at_most_twenty_five_pages(pdf):
    assert len(pdf.pages) <= 25


def test_the_largest_is_the_same_bytes_each_time(printed, example_dossiers):
    largest = max(EXAMPLES, key=lambda slug: len(printed(slug)))
    dossier = example_dossiers[largest]

    assert render_pdf(dossier, extras_for(dossier)) == printed(largest)
