"""The support directory as a folder of CSV files: read strictly, every fault named."""

import csv
import io
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from compliance.directorycells import CellError, entry_of
from compliance.domain.support_entry import SupportEntry

REQUIRED_COLUMNS = (
    "slug",
    "kind",
    "name",
    "country",
    "health_focus",
    "status",
    "url",
    "source_url",
    "source_date",
    "confidence",
)
OPTIONAL_COLUMNS = (
    "subkind",
    "place",
    "latitude",
    "longitude",
    "regions",
    "languages",
    "technologies",
    "services",
    "eligibility",
    "cost",
    "note",
    "offers",
    "how_to_ask",
    "min_trl",
    "opens",
    "closes",
    "due",
    "sizes",
    "regimes",
    "partners",
    "eligible_when",
    "same_as",
)
# Kept with the entry as they are, for people to read.
EXTRA_COLUMNS = (
    "role",
    "designation_status",
    "nb_number",
    "software_scope",
    "ai_act_designation",
    "pricing_rule",
)
# Written by the open data; when staff looked last is theirs to say, not a file's.
VERIFIED = "last_verified"
COLUMNS = REQUIRED_COLUMNS + OPTIONAL_COLUMNS + EXTRA_COLUMNS


@dataclass(frozen=True)
class Problem:
    """One fault in a directory file: where it is, what it is, what mends it."""

    file: str
    line: int
    column: str
    fault: str
    remedy: str

    def __str__(self) -> str:
        place = f"{self.file}, line {self.line}"
        if self.column:
            place = f"{place}, {self.column}"
        return f"{place}: {self.fault}. {self.remedy}"


class DirectoryError(ValueError):
    """A directory that does not load; `problems` lists every fault found."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


@dataclass(frozen=True)
class Line:
    """One row of a file with its place; `number` is its last line in the file."""

    file: str
    number: int
    cells: Mapping[str, str]

    def problem(self, column: str, fault: str, remedy: str) -> Problem:
        """A fault of this row."""
        return Problem(self.file, self.number, column, fault, remedy)


def read_directory(folder: Path) -> tuple[SupportEntry, ...]:
    """All entries of the folder's CSV files, in file and row order.

    Raises DirectoryError with every fault, when there is any.
    """
    entries, problems = examine(folder)
    if problems:
        raise DirectoryError(problems)
    return entries


def examine(folder: Path) -> tuple[tuple[SupportEntry, ...], tuple[Problem, ...]]:
    """The entries that are sound, and the faults of the folder's other rows."""
    paths = sorted(folder.glob("*.csv"))
    if not paths:
        remedy = "Name a folder that holds the directory's CSV files."
        return (), (Problem(str(folder), 0, "", "no CSV file here", remedy),)
    lines: list[Line] = []
    problems: list[Problem] = []
    for path in paths:
        for found in _read_file(path):
            (lines if isinstance(found, Line) else problems).append(found)
    return _entries(lines, problems, ())


def examine_text(
    file: str, text: str, known: Collection[str]
) -> tuple[tuple[SupportEntry, ...], tuple[Problem, ...], tuple[str, ...]]:
    """The sound entries of one file's text, the faults of its rows, and its columns.

    `known` are the slugs that stand elsewhere, to which `same_as` may lead.
    """
    found = list(_read_text(file, text))
    lines = [each for each in found if isinstance(each, Line)]
    problems = [each for each in found if isinstance(each, Problem)]
    entries, faults = _entries(lines, problems, known)
    return entries, faults, tuple(lines[0].cells) if lines else ()


def _entries(
    lines: list[Line], problems: list[Problem], known: Collection[str]
) -> tuple[tuple[SupportEntry, ...], tuple[Problem, ...]]:
    entries: dict[str, SupportEntry] = {}
    first_seen: dict[str, Line] = {}
    for line in lines:
        entry, faults = _entry(line)
        first = first_seen.setdefault(line.cells["slug"], line)
        if first is not line and line.cells["slug"]:
            faults = [*faults, _doubled(line, first)]
        problems.extend(faults)
        if entry is not None and not faults:
            entries[entry.slug] = entry
    problems.extend(_dangling(entries, first_seen, known))
    return tuple(entries.values()), tuple(problems)


def _entry(line: Line) -> tuple[SupportEntry | None, list[Problem]]:
    try:
        return entry_of(line.cells, EXTRA_COLUMNS), []
    except CellError as error:
        return None, [line.problem(*fault) for fault in error.faults]


def _doubled(line: Line, first: Line) -> Problem:
    slug = line.cells["slug"]
    fault = f'"{slug}" stands already in {first.file}, line {first.number}'
    return line.problem("slug", fault, "Give every entry a slug of its own.")


def _dangling(
    entries: Mapping[str, SupportEntry],
    seen: Mapping[str, Line],
    known: Collection[str],
) -> Iterator[Problem]:
    for entry in entries.values():
        if entry.same_as and entry.same_as not in {*seen, *known}:
            fault = f'there is no entry "{entry.same_as}"'
            remedy = "Name the slug of an entry, or leave it empty."
            yield seen[entry.slug].problem("same_as", fault, remedy)


def _read_file(path: Path) -> Iterator[Line | Problem]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        fault = f"not UTF-8 text at byte {error.start}"
        yield Problem(path.name, 1, "", fault, "Save the file as CSV in UTF-8.")
        return
    yield from _read_text(path.name, text)


def _read_text(file: str, text: str) -> Iterator[Line | Problem]:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        yield from _read_rows(file, reader)
    except csv.Error as error:
        remedy = "Check the quotation marks from this line on."
        yield Problem(file, reader.line_num, "", f"unreadable: {error}", remedy)


def _read_rows(file: str, reader) -> Iterator[Line | Problem]:
    header = next(reader, [])
    faults = list(_header_faults(file, header))
    yield from faults
    if faults:
        return
    for cells in reader:
        number = reader.line_num
        if not any(cells):
            continue
        if len(cells) != len(header):
            fault = f"{len(cells)} cells under {len(header)} columns"
            remedy = "Put text that holds a comma in quotation marks."
            yield Problem(file, number, "", fault, remedy)
            continue
        stripped = (cell.strip() for cell in cells)
        yield Line(file, number, dict(zip(header, stripped, strict=True)))


def _header_faults(file: str, header: list[str]) -> Iterator[Problem]:
    for column in sorted(set(REQUIRED_COLUMNS) - set(header)):
        remedy = f"Add the column {column} to the first line."
        yield Problem(file, 1, column, "the column is missing", remedy)
    for column in sorted(set(header) - {*COLUMNS, VERIFIED}):
        fault = f'"{column}" is not a column of the directory'
        yield Problem(file, 1, column, fault, f"Use {', '.join(COLUMNS)}.")
    for column in sorted({name for name in header if header.count(name) > 1}):
        remedy = "Keep one of them."
        yield Problem(file, 1, column, "the column stands twice", remedy)
