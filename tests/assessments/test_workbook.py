"""The workbook: proper tables, dates as dates, and nothing that is worked out."""

from datetime import datetime
from io import BytesIO

import pytest
from openpyxl import load_workbook

from assessments.exports.workbook import render_workbook
from tests.assessments.issued import (
    CODE,
    HOSTILE_NOTES,
    duties_of,
    extras_for,
    hostile,
)

SHEETS = [
    *("Report", "Plan", "Gaps", "Duties", "Dates", "Verdicts", "Measures", "Answers"),
    *("Support", "Sources"),
]


@pytest.fixture(scope="module")
def books(example_dossiers):
    """The workbook of each example: slug → bytes."""
    return {
        slug: render_workbook(dossier, extras_for(dossier))
        for slug, dossier in example_dossiers.items()
    }


@pytest.fixture(scope="module")
def book(books):
    return load_workbook(BytesIO(books["retinascreen"]))


@pytest.fixture(scope="module")
def hostile_book(example_dossiers):
    dossier = hostile(example_dossiers["retinascreen"])
    return load_workbook(BytesIO(render_workbook(dossier, extras_for(dossier))))


def column(book, sheet, head):
    rows = list(book[sheet].iter_rows(values_only=True))
    place = rows[0].index(head)
    return [row[place] for row in rows[1:]]


def cells(book):
    return [cell for sheet in book for row in sheet.iter_rows() for cell in row]


def test_a_workbook_has_a_sheet_for_each_table(book):
    assert book.sheetnames == SHEETS


@pytest.mark.parametrize("sheet", SHEETS[1:])
def test_a_sheet_is_a_table_with_head_filter_and_frozen_panes(book, sheet):
    (table,) = book[sheet].tables.values()

    assert table.ref == book[sheet].dimensions
    assert table.autoFilter is not None
    assert book[sheet].freeze_panes == "B2"


@pytest.mark.parametrize(
    "slug", ["retinascreen", "lunaria", "glucoloop", "variantdesk", "first-in-line"]
)
def test_every_duty_gap_and_date_of_an_example_stands_in_its_workbook(
    books, example_dossiers, slug
):
    book, dossier = load_workbook(BytesIO(books[slug])), example_dossiers[slug]

    assert column(book, "Duties", "Duty") == [d["title"] for d in duties_of(dossier)]
    assert column(book, "Gaps", "Measure") == [g["title"] for g in dossier["gaps"]]
    assert sorted(column(book, "Plan", "Measure")) == sorted(
        gap["title"] for gap in dossier["gaps"]
    )
    assert column(book, "Dates", "What") == [d["title"] for d in dossier["dates"]]
    assert column(book, "Sources", "Reference") == [
        cited["reference"] for cited in dossier["provisions"]
    ]


def test_dates_are_dates(book, example_dossiers):
    told = [entry["date"] for entry in example_dossiers["retinascreen"]["dates"]]

    assert column(book, "Dates", "Date") == [datetime.fromisoformat(d) for d in told]


def test_no_cell_holds_a_formula_whatever_was_typed(hostile_book):
    assert {cell.data_type for cell in cells(hostile_book)} <= {"s", "n", "d"}


def test_what_looks_like_a_formula_stays_text_when_it_is_edited(hostile_book):
    suspicious = [cell for cell in cells(hostile_book) if str(cell.value)[:1] in "=+@"]

    assert len(suspicious) > 10
    assert all(cell.quotePrefix for cell in suspicious if cell.value)


def test_notes_stand_as_typed_but_for_what_a_file_cannot_hold(hostile_book):
    notes = column(hostile_book, "Answers", "Your note")

    assert HOSTILE_NOTES[0] in notes
    assert HOSTILE_NOTES[4] in notes
    assert HOSTILE_NOTES[5] in notes
    assert "bell\ufffd escape\ufffd[31m null\ufffd half\ufffd" in notes
    assert "\ufffdgpj.exe" in notes


def test_the_first_sheet_says_what_the_file_is_and_how_to_verify_the_report(book):
    told = dict(
        row[:2] for row in book["Report"].iter_rows(min_row=3, values_only=True)
    )

    assert told["Verification code"] == CODE
    assert "copy to work with" in told["This file"]


def test_a_workbook_names_nobody(book):
    assert book.properties.creator == "Waymark"
    assert book.properties.lastModifiedBy in (None, "Waymark")


def test_the_same_report_gives_the_same_workbook(books, example_dossiers):
    dossier = example_dossiers["lunaria"]

    assert render_workbook(dossier, extras_for(dossier)) == books["lunaria"]
