"""The tables of a dossier: what the workbook, the list of the plan and others share."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from assessments.exports.wording import effort

POSSIBLE = "Only if an open point goes that way"
TEXT, DAY, LINK, NUMBER = "text", "day", "link", "number"
APPLIES = {"applies": "applies", "open": "may apply"}
DATE_KINDS = {
    "law": "set by law",
    "applies": "applies already",
    "open": "still open",
    "own": "your own date",
}


@dataclass(frozen=True)
class Column:
    """A column: its head, its width in characters, and what stands in it."""

    title: str
    width: int
    kind: str = TEXT


@dataclass(frozen=True)
class Table:
    """A table with a value for each column in every row; days are dates."""

    title: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[object]]


def planned(dossier: Mapping) -> Iterator[tuple[dict, dict]]:
    """Quarter and gap, in the order of the plan; last what is only possible."""
    gaps = {gap["measure"]: gap for gap in dossier["gaps"]}
    for quarter in dossier["plan"]:
        for measure in quarter["measures"]:
            yield quarter, gaps.pop(measure)
    for gap in gaps.values():
        yield {"title": POSSIBLE, "by": "", "by_text": ""}, gap


PLAN_COLUMNS = (
    Column("When", 22),
    Column("By", 13, DAY),
    Column("Measure", 44),
    Column("State", 16),
    Column("Who", 22),
    Column("Effort", 10),
)


def plan_table(dossier: Mapping) -> Table:
    """The plan by quarter: what, who, how much, and what it closes."""
    columns = (*PLAN_COLUMNS, Column("Evidence", 40), Column("Duties closed", 50))
    rows = [
        (
            *_plan_cells(quarter, gap),
            listed(gap["evidence"]),
            listed(_with(each["title"], each["basis"]) for each in gap["duties"]),
        )
        for quarter, gap in planned(dossier)
    ]
    return Table("Plan", columns, rows)


def full_plan_table(dossier: Mapping) -> Table:
    """The plan by quarter, with all that each measure asks for."""
    columns = (*PLAN_COLUMNS, *GAP_COLUMNS)
    rows = [
        (*_plan_cells(quarter, gap), *_gap_cells(gap))
        for quarter, gap in planned(dossier)
    ]
    return Table("Plan", columns, rows)


def _plan_cells(quarter: Mapping, gap: Mapping) -> tuple:
    return (
        quarter["title"],
        day(quarter["by"]),
        gap["title"],
        gap["state_word"],
        gap["owner"],
        effort(gap["effort"]),
    )


GAP_COLUMNS = (
    Column("Area", 22),
    Column("Earliest date", 13, DAY),
    Column("What to do", 60),
    Column("The AI Act adds", 40),
    Column("Evidence", 40),
    Column("Standards", 30),
    Column("Free guidance", 40),
    Column("Duties closed", 50),
    Column("Your note", 40),
)


def _gap_cells(gap: Mapping) -> tuple:
    return (
        gap["area_title"],
        day(gap["date"]),
        gap["text"],
        gap["delta"],
        listed(gap["evidence"]),
        listed(_with(each["name"], each["status"]) for each in gap["standards"]),
        listed(_with(each["name"], each["address"]) for each in gap["guidance"]),
        listed(_with(each["title"], each["basis"]) for each in gap["duties"]),
        gap["note"],
    )


def gap_table(dossier: Mapping) -> Table:
    """The gaps in the order of their rank."""
    columns = (
        Column("Rank", 7, NUMBER),
        Column("Measure", 44),
        Column("State", 16),
        Column("Certain", 22),
        Column("Gravity", 10),
        *GAP_COLUMNS,
    )
    rows = [
        (
            rank,
            gap["title"],
            gap["state_word"],
            POSSIBLE if gap["possible"] else "yes",
            gap["gravity"],
            *_gap_cells(gap),
        )
        for rank, gap in enumerate(dossier["gaps"], 1)
    ]
    return Table("Gaps", columns, rows)


def duty_table(dossier: Mapping) -> Table:
    """The duties that apply or may apply, by date."""
    columns = (
        Column("Duty", 44),
        Column("Applies", 12),
        Column("From", 13, DAY),
        Column("When", 24),
        Column("Regulation", 18),
        Column("Basis", 26),
        Column("Binds", 18),
        Column("Gravity", 10),
        Column("Your state", 16),
        Column("What it asks", 60),
        Column("Measures", 50),
        Column("Relief", 30),
        Column("If not met", 30),
        Column("All provisions", 40),
    )
    rows = [
        _duty_cells(duty)
        for group in dossier["duties"]["groups"]
        for duty in group["duties"]
    ]
    return Table("Duties", columns, rows)


def _duty_cells(duty: Mapping) -> tuple:
    measures = (_with(each["title"], each["state_word"]) for each in duty["measures"])
    return (
        duty["title"],
        APPLIES[duty["status"]],
        day(duty["date"]),
        duty["date_text"],
        duty["act"],
        duty["basis"],
        duty["addressee"],
        duty["gravity"],
        duty["state_word"],
        duty["text"],
        listed(measures),
        duty["relief"],
        duty["penalty"],
        listed(each["label"] for each in duty["provisions"]),
    )


def date_kind(entry: Mapping) -> str:
    """What a date is: set by law, proposed and not law, your own."""
    return "proposed, not law" if entry["proposal"] else DATE_KINDS[entry["kind"]]


def date_table(dossier: Mapping) -> Table:
    """The dates that matter, in order."""
    columns = (
        Column("Date", 13, DAY),
        Column("What", 60),
        Column("Kind", 20),
        Column("Basis", 30),
        Column("Note", 40),
    )
    rows = [
        (
            day(entry["date"]),
            entry["title"],
            date_kind(entry),
            entry["basis"],
            entry["note"],
        )
        for entry in dossier["dates"]
    ]
    return Table("Dates", columns, rows)


def by_act(provisions: Iterable[Mapping]) -> list[dict]:
    """Provisions by act, in the order in which the acts first appear."""
    grouped: dict[str, list[Mapping]] = {}
    for provision in provisions:
        grouped.setdefault(provision["act"], []).append(provision)
    return [{"title": act, "provisions": cited} for act, cited in grouped.items()]


def day(iso: str) -> date | str:
    """A whole day as a date; what is less, or nothing, as it is written."""
    return date.fromisoformat(iso) if len(iso) == len("2026-11-23") else iso


def listed(texts: Iterable[str]) -> str:
    """Several texts in one cell."""
    return "; ".join(texts)


def _with(text: str, more: str) -> str:
    return f"{text} ({more})" if more else text
