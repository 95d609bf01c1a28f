"""What people may type, on paper: it breaks, it is whole or says that it is cut."""

from io import BytesIO

import pdfplumber
import pytest

from assessments import printing
from assessments.report_summary import NAME_LIMIT
from tests.assessments import dossiers, pages

LONG_WORD = "W" * 200
NAMES = {
    "one long word": LONG_WORD,
    "a word and a sentence": f"{LONG_WORD} for the night shift",
    "right to left": "قارئ صور الشبكية للعيادات " * 8,
    "scripts and emoji": "网膜筛查 👩🏽‍⚕️ Ελληνικά 網膜 " * 8,
    "control characters": "\x1b[31mEye\x00\u202egpj" * 20,
}


def printed(**parts):
    return printing.render_pdf(dossiers.class_one() | parts)


def text_of(content):
    with pdfplumber.open(BytesIO(content)) as pdf:
        text = "".join(char["text"] for page in pdf.pages for char in page.chars)
    return "".join(text.split())


@pytest.fixture(scope="module", params=NAMES)
def named(request):
    """A report whose product and organisation have a hostile name."""
    name = NAMES[request.param]
    return printed(product=name, organisation=name, purpose=name)


def test_a_hostile_name_stays_within_the_page(named):
    with pdfplumber.open(BytesIO(named)) as pdf:
        cover = pdf.pages[0]
        beside = [c for c in cover.chars if c["x1"] > cover.width - 18 or c["x0"] < 18]

    assert beside == []
    assert [pages.outside(page) for page in pages.pages_of(named) if page] == [
        [] for page in pages.pages_of(named) if page
    ]


def test_a_hostile_name_leaves_the_summary_one_page(named):
    second, third = pages.pages_of(named)[:2]

    assert [page[0].text for page in (second, third)] == ["Your", "Contents"]


def test_a_hundred_long_names_are_cut_with_a_sign_where_they_are_cut():
    names = [f"{number:03} {LONG_WORD}" for number in range(100)]
    htmls = [
        printing.render_html(dossiers.class_one() | {"product": name}) for name in names
    ]

    assert all(
        f"{name[: NAME_LIMIT - 1]}…" in html
        for name, html in zip(names, htmls, strict=True)
    )


def test_the_method_says_what_the_sign_stands_for():
    html = printing.render_html(dossiers.class_one() | {"product": "Eye\x07"})

    assert "Eye\ufffd" in html
    assert "and for control characters; the data file" in html


def test_a_note_of_ten_thousand_characters_without_a_space_breaks_and_says_its_cut():
    dossier = dossiers.class_one()
    dossier["answers"][0]["questions"][0]["note"] = "x" * 10_000

    content = printing.render_pdf(dossier)

    assert "8,000morecharactersofthisnotearenotprinted" in text_of(content)
    assert not any(pages.outside(page) for page in pages.pages_of(content))


def test_quotes_in_a_list_are_escaped_once():
    dossier = dossiers.class_one()
    dossier["gaps"][0]["evidence"] = ["Investigator's brochure", "A & B"]

    html = printing.render_html(dossier)

    assert "Investigator&#x27;s brochure; A &amp; B." in html
