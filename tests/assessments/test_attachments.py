"""What the printed report carries beside its dossier: verification and data."""

from io import BytesIO

import pdfplumber
import pikepdf
import pytest

from assessments.extras import Extras
from assessments.printing import render_html, render_pdf
from tests.assessments import dossiers
from tests.assessments.issued import ADDRESS, CODE, extras_for, squeezed


@pytest.fixture(scope="module")
def printed():
    dossier = dossiers.class_one()
    return render_pdf(dossier, extras_for(dossier))


@pytest.fixture
def pdf(printed):
    with pikepdf.open(BytesIO(printed)) as document:
        yield document


def test_code_and_address_of_verification_are_printed(printed):
    with pdfplumber.open(BytesIO(printed)) as document:
        text = squeezed("".join(char["text"] for char in document.chars))

    assert CODE in text
    assert ADDRESS in text


def test_the_address_is_a_link_and_a_qr_code_that_is_read_aloud(pdf):
    said = [
        str(element.Alt)
        for element in pdf.objects
        if isinstance(element, pikepdf.Dictionary) and element.get("/S") == "/Figure"
    ]
    links = [
        str(link.A.URI)
        for page in pdf.pages
        for link in page.get("/Annots", [])
        if "/A" in link
    ]

    assert f"QR code of the address {ADDRESS}" in said
    assert ADDRESS in links


def test_the_attached_data_are_fixed_in_time(pdf):
    (name,) = pdf.attachments
    attached = pdf.attachments[name].get_file()

    assert name == "WM-2026-0148.json"
    assert attached.mime_type == "application/json"
    assert attached.creation_date.isoformat() == "2026-11-23T00:00:00+00:00"
    assert attached.mod_date == attached.creation_date


def test_two_renders_with_the_same_extras_are_the_same_bytes(printed):
    dossier = dossiers.class_one()

    assert render_pdf(dossier, extras_for(dossier)) == printed


def test_a_preview_carries_neither_code_nor_data():
    html = render_html(dossiers.class_one())

    assert "Is it genuine?" not in html
    assert Extras().verification is None


def test_what_changed_since_the_report_before_is_printed():
    change = {
        "slug": "class", "title": "Class under the MDR", "basis": "", "before": "I",
        "after": "IIa", "causes": ["law"], "how": "alone", "because": "the law",
    }  # fmt: skip
    side = {"bank_number": "1.4.0", "law_date": "2026-11-23"}
    since = {
        "before": side, "after": side | {"bank_number": "1.5.0"}, "law_changed": True,
        "summary": "Since report WM-2026-0101, one verdict has changed.",
        "groups": [{"kind": "verdicts", "title": "Verdicts", "changes": [change] * 9}],
    }  # fmt: skip

    html = render_html(dossiers.class_one() | {"changes_since": since})

    assert "Since report WM-2026-0101, one verdict has changed." in html
    assert "from version 1.4.0 to 1.5.0" in html
    assert "9 in all; the others stand in the data file" in html
