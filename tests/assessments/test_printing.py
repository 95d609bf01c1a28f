from io import BytesIO

import pdfplumber
import pikepdf
import pytest
from django.template import engines
from weasyprint.urls import URLFetcherResponse

from assessments import printing
from assessments.templatetags import report
from tests.assessments import dossiers

CASES = {
    "imaging": dossiers.imaging,
    "class one": dossiers.class_one,
    "hostile": dossiers.hostile,
}


@pytest.fixture(scope="module")
def printed():
    """Each case rendered once: name -> bytes."""
    return {name: printing.render_pdf(case()) for name, case in CASES.items()}


@pytest.fixture
def pdf(printed, request):
    with pikepdf.open(BytesIO(printed[request.param])) as document:
        yield document


every_case = pytest.mark.parametrize("pdf", CASES, indirect=True)


def words_of(content):
    with pdfplumber.open(BytesIO(content)) as document:
        signs = [char["text"] for page in document.pages for char in page.chars]
    return squeezed("".join(signs))


def squeezed(text):
    return "".join(text.split())


def structure(pdf, kind):
    return [
        element
        for element in pdf.objects
        if isinstance(element, pikepdf.Dictionary)
        and element.get("/Type") == "/StructElem"
        and element.get("/S") == kind
    ]


def links_of(pdf):
    return [
        annotation
        for page in pdf.pages
        for annotation in page.get("/Annots", [])
        if annotation.Subtype == "/Link"
    ]


@every_case
def test_a_report_declares_language_tags_and_title_as_pdf_ua_asks(pdf):
    with pdf.open_metadata() as metadata:
        part = metadata["{http://www.aiim.org/pdfua/ns/id/}part"]

    assert str(pdf.Root.Lang) == "en"
    assert pdf.Root.MarkInfo.Marked
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    assert part == "1"


@every_case
def test_every_figure_says_in_words_what_it_shows(pdf):
    figures = structure(pdf, "/Figure")

    assert len(figures) >= 3
    assert all(str(figure.Alt) for figure in figures)


@every_case
def test_every_link_says_where_it_leads(pdf):
    links = links_of(pdf)

    assert links
    assert all(str(link.Contents).strip() for link in links)
    assert all("/StructParent" in link for link in links)


@every_case
def test_internal_links_lead_to_a_place_in_the_report(pdf):
    names = pdf.Root.Names.Dests.Names[::2]
    targets = {str(link.Dest) for link in links_of(pdf) if "/Dest" in link}

    assert targets <= {str(name) for name in names}


@every_case
def test_every_font_is_embedded(pdf):
    descriptors = [
        element
        for element in pdf.objects
        if isinstance(element, pikepdf.Dictionary)
        and element.get("/Type") == "/FontDescriptor"
    ]

    assert descriptors
    assert all({"/FontFile", "/FontFile2", "/FontFile3"} & set(d) for d in descriptors)


def test_the_outline_names_the_chapters_in_order(printed):
    with (
        pikepdf.open(BytesIO(printed["imaging"])) as pdf,
        pdf.open_outline() as outline,
    ):
        titles = [entry.title for entry in outline.root]

    assert titles == [
        "Cover", "Your position", "Contents", "Open points",
        "Verdicts with their grounds", "Duties by regulation and date",
        "Readiness and plan", "Dates", "Where to get help", "Annex",
    ]  # fmt: skip


@pytest.mark.parametrize("case", [dossiers.imaging, dossiers.class_one])
def test_a_report_names_every_duty_gap_date_place_and_source(case, printed):
    dossier = case()
    name = "imaging" if case is dossiers.imaging else "class one"
    duties = [d for group in dossier["duties"]["groups"] for d in group["duties"]]
    places = [entry for group in dossier["support"] for entry in group["entries"][:3]]
    said = [
        *(entry["title"] for entry in [*duties, *dossier["gaps"], *dossier["dates"]]),
        *(entry["name"] for entry in places),
        *(provision["reference"] for provision in dossier["provisions"]),
        dossier["disclaimer"],
    ]
    text = words_of(printed[name])

    assert [entry for entry in said if squeezed(entry) not in text] == []


def test_places_that_are_left_out_are_counted():
    html = printing.render_html(dossiers.imaging())

    assert "EUSAiR" not in html
    assert "1 more place that may fit stands in the data file" in html


def test_the_report_of_a_class_one_app_is_short(printed):
    with pikepdf.open(BytesIO(printed["class one"])) as pdf:
        assert len(pdf.pages) <= 10


def test_the_summary_keeps_to_one_page(printed):
    with pdfplumber.open(BytesIO(printed["hostile"])) as pdf:
        running_head = pdf.pages[2].extract_text().splitlines()[0]

    assert running_head.endswith("Contents")


def test_what_does_not_apply_is_left_out():
    html = printing.render_html(dossiers.class_one())

    assert "Open points" not in html
    assert "Nothing to do here" not in html


def test_both_readings_of_disputed_law_are_printed():
    html = printing.render_html(dossiers.imaging())

    assert "Two readings." in html
    assert "A second assessment under the AI Act" in html


def test_two_renders_of_one_dossier_are_the_same_bytes(printed):
    again = printing.render_pdf(dossiers.class_one())

    assert again == printed["class one"]


def test_a_dossier_is_not_changed_by_printing():
    dossier = dossiers.hostile()

    printing.render_html(dossier)

    assert dossier == dossiers.hostile()


def test_the_fetcher_serves_the_two_style_sheets_and_the_two_fonts():
    fetcher = printing.BundleFetcher()

    served = [fetcher.fetch(address) for address in printing.BUNDLE]

    assert len(served) == 4
    assert all(isinstance(response, URLFetcherResponse) for response in served)


@pytest.mark.parametrize(
    "address",
    [
        "http://evil.example/a.png",
        "https://evil.example/a.css",
        "file:///etc/passwd",
        f"{printing.STATIC.as_uri()}/../manage.py",
        f"{printing.STATIC.as_uri()}/fonts/LICENSE.txt",
        "data:text/plain,x",
        "ftp://evil.example/a",
    ],
)
def test_the_fetcher_refuses_every_other_address(address):
    with pytest.raises(ValueError, match="fetches nothing"):
        printing.BundleFetcher().fetch(address)


def test_markup_in_answers_is_printed_as_it_was_typed(printed):
    html = printing.render_html(dossiers.hostile())

    assert "<script" not in html
    assert "<img" not in html
    assert "{{ 7|add:7 }}" in html
    assert squeezed('<script>alert("x")</script>') in words_of(printed["hostile"])


def test_only_web_addresses_become_links(printed):
    with pikepdf.open(BytesIO(printed["hostile"])) as pdf:
        addresses = [str(link.A.URI) for link in links_of(pdf) if "/A" in link]

    assert addresses
    assert {address.split(":")[0] for address in addresses} == {"https"}


def test_a_sign_stands_for_control_and_reordering_characters():
    printed = printing.printable({"a": ["x\x00\x1by\u202ez\ud800"]})

    assert printed == {"a": ["x\ufffdy\ufffdz\ufffd"]}


def test_a_long_note_says_how_much_of_it_is_missing(printed):
    text = words_of(printed["hostile"])

    assert squeezed("8,000 more characters of this note are not printed") in text


def test_other_scripts_are_drawn(printed):
    text = words_of(printed["hostile"])

    assert "Ελληνικά" in text
    assert "Кириллица" in text


def test_bold_marks_are_the_only_markup_of_a_statement():
    assert report.marked("a **b & c** <i>") == "a <strong>b &amp; c</strong> &lt;i&gt;"


@pytest.mark.parametrize(
    ("iso", "words"),
    [
        ("2026-11-23", "23 November 2026"),
        ("2024-10", "Oct 2024"),
        ("2025", "2025"),
        ("soon", "soon"),
        (None, ""),
    ],
)
def test_a_date_is_written_in_words(iso, words):
    assert report.day(iso) == words


def test_a_link_is_escaped():
    source = '{% load report %}{% outward name "https://x.example/?a=1&b=<" %}'
    template = engines["django"].from_string(source)

    said = template.render({"name": "<b>"})

    assert said == '<a href="https://x.example/?a=1&amp;b=&lt;">&lt;b&gt;</a>'


def test_bold_marks_are_never_printed_raw():
    steps = ["**Apply before you test** (MDR Art. 62, since 26 May 2021)."]

    html = printing.render_html(dossiers.class_one() | {"next_steps": steps})

    assert "<strong>Apply before you test</strong>" in html
    assert "**" not in html
