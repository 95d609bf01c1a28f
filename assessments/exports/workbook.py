"""The tables of a report as an Excel workbook."""

import io
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from assessments.exports.more_tables import (
    answer_table,
    measure_table,
    source_table,
    support_table,
    verdict_table,
)
from assessments.exports.tables import (
    DAY,
    LINK,
    NUMBER,
    Column,
    Table,
    date_table,
    duty_table,
    gap_table,
    plan_table,
)
from assessments.exports.wording import begins_a_formula, legible, unmarked
from assessments.extras import NOTHING, Extras

RENDERER_VERSION = "1"
ABOUT = (Column("", 24), Column("", 90))
TABLES = (
    plan_table,
    gap_table,
    duty_table,
    date_table,
    verdict_table,
    measure_table,
    answer_table,
    support_table,
    source_table,
)
# Excel's own limits: signs in a cell, signs in a link.
CELL_LIMIT, LINK_LIMIT, HEIGHT_LIMIT = 32_767, 2_000, 409
# Points a line, signs that fit a unit of width, and the units that a page is wide.
LINE_HEIGHT, SIGNS, PAPER_WIDTH = 13, 1.12, 220
INK, SOFT, ACCENT, LINE = "#14201F", "#4A5A5C", "#0B5863", "#A9B6B8"
BASE = {"font_name": "Arial", "font_size": 10, "font_color": INK}
CELL = BASE | {"text_wrap": True, "valign": "top", "bottom": 1, "bottom_color": LINE}
FORMATS = {
    "head": BASE | {"bold": True, "valign": "bottom", "bottom": 2, "text_wrap": True},
    "text": CELL,
    # Shown as it is, even after somebody has edited the cell.
    "quoted": CELL | {"quote_prefix": True},
    NUMBER: CELL | {"align": "left"},
    DAY: CELL | {"num_format": "d mmm yyyy", "align": "left"},
    LINK: CELL | {"font_color": ACCENT, "underline": 1},
    "title": BASE | {"bold": True, "font_size": 16, "quote_prefix": True},
    "name": CELL | {"font_color": SOFT},
}


def render_workbook(dossier: dict, extras: Extras = NOTHING) -> bytes:
    """The report's tables as a workbook, a sheet each; no cell holds a formula."""
    dossier = legible(dossier)
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    book.set_properties(_properties(dossier))
    formats = {name: book.add_format(look) for name, look in FORMATS.items()}
    _write_about(book.add_worksheet("Report"), dossier, extras, formats)
    for table in (make(dossier) for make in TABLES):
        if table.rows:
            _write_table(book.add_worksheet(table.title), table, dossier, formats)
    book.close()
    return out.getvalue()


def _properties(dossier: Mapping) -> dict:
    day = datetime.fromisoformat(dossier["issued"] or dossier["as_of"])
    return {
        "title": f"{dossier['product']}: Waymark report {dossier['number'] or ''}",
        "subject": "Readiness under EU law on AI and medical devices",
        "author": "Waymark",
        "created": day.replace(tzinfo=UTC),
    }


def _write_about(
    sheet: Worksheet, dossier: Mapping, extras: Extras, formats: dict[str, Format]
) -> None:
    _set_page(sheet, dossier, ABOUT)
    for place, column in enumerate(ABOUT):
        sheet.set_column(place, place, column.width)
    sheet.write_string(0, 0, _cut(dossier["product"]), formats["title"])
    for row, (name, value) in enumerate(_about(dossier, extras), 2):
        sheet.write_string(row, 0, name, formats["name"])
        _write(sheet, row, 1, value, "text", formats)
        sheet.set_row(row, _height(ABOUT, (name, value)))


def _about(dossier: Mapping, extras: Extras) -> Iterator[tuple[str, object]]:
    bank = dossier["bank"]
    yield "Report", dossier["number"] or "preview, not issued"
    if dossier["issued"]:
        yield "Issued", date.fromisoformat(dossier["issued"])
    yield "Prepared for", dossier["organisation"]
    yield "Answers of", date.fromisoformat(dossier["answered"])
    yield "Verdict", dossier["headline"]
    yield "Position", " ".join(map(unmarked, dossier["statements"]))
    yield "Law as of", date.fromisoformat(bank["law_date"])
    yield "State of the law", bank["law_note"]
    yield "Question bank", f"{bank['title']} {bank['number']}"
    if extras.code:
        yield "Verification code", extras.code
        yield "Check it at", extras.address
    yield "To note", dossier["disclaimer"]
    yield "This file", "A copy to work with. What was issued is the PDF of this number."


def _write_table(
    sheet: Worksheet, table: Table, dossier: Mapping, formats: dict[str, Format]
) -> None:
    _set_page(sheet, dossier, table.columns)
    sheet.freeze_panes(1, 1)
    sheet.repeat_rows(0)
    last = len(table.columns) - 1
    heads = [
        {"header": column.title, "header_format": formats["head"]}
        for column in table.columns
    ]
    look = {"columns": heads, "name": table.title, "style": None}
    sheet.add_table(0, 0, len(table.rows), last, look)
    for place, column in enumerate(table.columns):
        sheet.set_column(place, place, column.width)
    for number, row in enumerate(table.rows, 1):
        sheet.set_row(number, _height(table.columns, row))
        for place, (column, value) in enumerate(zip(table.columns, row, strict=True)):
            _write(sheet, number, place, value, _kind(column, value), formats)


def _height(columns: Sequence[Column], row: Sequence[object]) -> float:
    """The height in points that the longest cell takes; programs guess it badly."""
    lines = max(
        sum(
            1 + int(len(line) / column.width / SIGNS) for line in f"{value}".split("\n")
        )
        for column, value in zip(columns, row, strict=True)
    )
    return min(LINE_HEIGHT * lines + 4, HEIGHT_LIMIT)


def _set_page(sheet: Worksheet, dossier: Mapping, columns: Sequence[Column]) -> None:
    sheet.set_landscape()
    sheet.set_paper(9)
    width = sum(column.width for column in columns)
    sheet.fit_to_pages(-(-width // PAPER_WIDTH), 0)
    sheet.hide_gridlines(2)
    number = dossier["number"] or "preview"
    sheet.set_footer(f"&L&8Waymark report {number}, not legal advice&R&8&P / &N")


def _kind(column: Column, value: object) -> str:
    is_link = str(value).startswith(("https://", "http://"))
    if column.kind == LINK and not (is_link and len(str(value)) <= LINK_LIMIT):
        return "text"
    return column.kind


def _write(
    sheet: Worksheet,
    row: int,
    place: int,
    value: object,
    kind: str,
    formats: dict[str, Format],
) -> None:
    if isinstance(value, date):
        moment = datetime(value.year, value.month, value.day)
        sheet.write_datetime(row, place, moment, formats[DAY])
    elif isinstance(value, int):
        sheet.write_number(row, place, value, formats[NUMBER])
    elif kind == LINK:
        sheet.write_url(row, place, value, formats[LINK], value)
    else:
        look = "quoted" if begins_a_formula(value) else "text"
        sheet.write_string(row, place, _cut(value), formats[look])


def _cut(text: str) -> str:
    """The text as far as a cell holds it, with a sign where it does not."""
    if len(text) <= CELL_LIMIT:
        return text
    sign = f" … [{len(text) - CELL_LIMIT + 100} more characters stand in the data file]"
    return text[: CELL_LIMIT - 100] + sign
