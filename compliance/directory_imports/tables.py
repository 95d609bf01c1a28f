"""Files from outside as rows of text: bounded in size, without formulas or tricks."""

import csv
import io
import zipfile
from collections.abc import Iterator

from openpyxl import load_workbook

from compliance.directory_imports.readings import UnreadableFileError
from compliance.directorycells import begins_like_a_formula
from compliance.directoryfile import Line, Problem

MAX_BYTES = 8_000_000
MAX_UNPACKED = 30_000_000
MAX_MEMBERS = 500
MAX_ROWS = 20_000
MAX_COLUMNS = 60
ZIP, OLD_EXCEL = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
FORMULA = "f"
ERROR = "e"
ALLOWED_CONTROLS = "\n\r\t"

Found = Iterator[Line | Problem]


def text_of(data: bytes) -> str:
    """The text of a CSV file. Raises UnreadableFileError where it is something else."""
    _require_size(data)
    if data.startswith((ZIP, OLD_EXCEL)):
        raise UnreadableFileError(
            "This is a workbook, not a CSV file. Save it as CSV in UTF-8."
        )
    if b"\x00" in data:
        raise UnreadableFileError("The file is no text: it holds zero bytes.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableFileError(
            f"The file is not UTF-8 text at byte {error.start}. "
            "Save it as CSV in UTF-8."
        ) from None


def table_of(file: str, data: bytes) -> list[Line | Problem]:
    """The rows of a workbook or CSV file under its first row, with their faults.

    Raises UnreadableFileError for what is neither, too large or built to harm.
    """
    _require_size(data)
    if data.startswith(OLD_EXCEL):
        raise UnreadableFileError(
            "This is a workbook of an old Excel. Save it as .xlsx and try again."
        )
    if data.startswith(ZIP):
        return list(_workbook_rows(file, data))
    return list(_csv_rows(file, text_of(data)))


def _require_size(data: bytes) -> None:
    if not data.strip():
        raise UnreadableFileError("The file is empty.")
    if len(data) > MAX_BYTES:
        raise UnreadableFileError(
            f"The file is larger than {MAX_BYTES // 1_000_000} MB. "
            "No list of this kind is."
        )


def _workbook_rows(file: str, data: bytes) -> Found:
    _require_harmless(data)
    try:
        # Values come as they are stored: a formula is told, never worked out.
        book = load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
        sheet = book.worksheets[0]
        sheet.reset_dimensions()
        rows = list(sheet.iter_rows(max_row=MAX_ROWS + 1, max_col=MAX_COLUMNS))
    except Exception as error:
        # openpyxl raises whatever it stumbles over.
        raise UnreadableFileError(
            f"The workbook cannot be read ({type(error).__name__}). "
            "Open it, save it as .xlsx and try again."
        ) from None
    if len(rows) > MAX_ROWS:
        raise UnreadableFileError(f"The sheet has more than {MAX_ROWS} rows.")
    header = [str(cell.value or "").strip() for cell in rows[0]] if rows else []
    for number, cells in enumerate(rows[1:], 2):
        if any(cell.value not in (None, "") for cell in cells):
            yield from _workbook_row(file, number, header, cells)


def _workbook_row(file: str, number: int, header: list[str], cells) -> Found:
    texts = {}
    faults = []
    for column, cell in zip(header, cells, strict=False):
        if not column:
            continue
        fault = _cell_fault(cell)
        if fault:
            remedy = "Put the plain text there."
            faults.append(Problem(file, number, column, fault, remedy))
        texts[column] = "" if cell.value is None else str(cell.value).strip()
    if faults:
        yield from faults
    else:
        yield from _sound(Line(file, number, texts))


def _cell_fault(cell) -> str:
    kind = getattr(cell, "data_type", "")
    if kind == FORMULA:
        return "it is a formula"
    if kind == ERROR:
        return f"it holds an error, {cell.value}"
    return "" if cell.value is None or isinstance(cell.value, str) else "it is no text"


def _require_harmless(data: bytes) -> None:
    """Refuse an archive that unpacks to too much, or whose XML defines entities."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            unpacked = sum(member.file_size for member in members)
            if len(members) > MAX_MEMBERS or unpacked > MAX_UNPACKED:
                raise UnreadableFileError("The workbook unpacks to too much.")
            for member in members:
                if member.filename.endswith((".xml", ".rels")):
                    _require_plain_xml(archive.read(member))
    except UnreadableFileError:
        raise
    except Exception:
        # A torn archive fails in as many ways as there are ways to pack one.
        raise UnreadableFileError(
            "The workbook is damaged or locked. Save it again without a password."
        ) from None


def _require_plain_xml(content: bytes) -> None:
    is_utf8 = (
        not content.startswith((b"\xff\xfe", b"\xfe\xff")) and b"\x00" not in content
    )
    if not is_utf8 or b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise UnreadableFileError("The workbook holds XML that Excel does not write.")


def _csv_rows(file: str, text: str) -> Found:
    first, _, _ = text.partition("\n")
    separator = ";" if first.count(";") > first.count(",") else ","
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        header = [cell.strip() for cell in next(reader, [])]
        for cells in reader:
            if not any(cells):
                continue
            if reader.line_num > MAX_ROWS:
                raise UnreadableFileError(f"The file has more than {MAX_ROWS} rows.")
            yield from _csv_row(file, reader.line_num, header, cells)
    except csv.Error as error:
        remedy = "Check the quotation marks from this line on."
        yield Problem(file, reader.line_num, "", f"unreadable: {error}", remedy)


def _csv_row(file: str, number: int, header: list[str], cells: list[str]) -> Found:
    if len(cells) != len(header):
        fault = f"{len(cells)} cells under {len(header)} columns"
        remedy = "Put text that holds a separator in quotation marks."
        yield Problem(file, number, "", fault, remedy)
        return
    stripped = (cell.strip() for cell in cells)
    yield from _sound(Line(file, number, dict(zip(header, stripped, strict=True))))


def _sound(line: Line) -> Found:
    """The row, or what is wrong with its characters."""
    faults = [
        line.problem(column, "it holds a control character", "Type the text anew.")
        for column, text in line.cells.items()
        if any(ord(each) < 32 and each not in ALLOWED_CONTROLS for each in text)
    ]
    faults += [
        line.problem(column, "it begins like a formula", "Begin with a word.")
        for column, text in line.cells.items()
        if begins_like_a_formula(text)
    ]
    yield from faults or [line]


def require_columns(found: list[Line | Problem], columns: tuple[str, ...]) -> None:
    """Raise UnreadableFileError where the file lacks one of these columns."""
    line = next((each for each in found if isinstance(each, Line)), None)
    missing = [name for name in columns if line is None or name not in line.cells]
    if missing:
        raise UnreadableFileError(
            f"There is no column {', '.join(missing)}. Is it the right kind of file?"
        )
