"""What a list from outside would change in the directory, entry by entry."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from compliance.directory_imports.naming import NAME_AND_TITLE, folded, says_the_same
from compliance.directory_imports.readings import Offer, Reading
from compliance.domain.support_entry import first_day, last_day
from compliance.models.support import SupportEntryRow

NEW, CHANGED, MISSING = "new", "changed", "missing"
# An older list does not set these back.
OF_THE_SOURCE = frozenset({"source_url", "source_date"})

Index = Mapping[tuple[str, str], SupportEntryRow]


@dataclass(frozen=True)
class FieldChange:
    """A field before and after, in the form of the rows.

    `is_kept`: an editor wrote what is there, so it stays unless somebody ticks it.
    """

    name: str
    before: object
    after: object
    is_kept: bool = False


@dataclass(frozen=True)
class Change:
    """An entry that is new, changed, or no longer in the list."""

    sort: str
    slug: str
    name: str
    kind: str
    line: int
    fields: tuple[FieldChange, ...]


def compare(reading: Reading, rows: Iterable[SupportEntryRow]) -> list[Change]:
    """Everything in which the list differs from these rows of the directory.

    What is missing is told only where every row of the list could be read.
    """
    rows = list(rows)
    index = _indexed(rows)
    slugs = {row.slug for row in rows}
    seen: set[str] = set()
    changes: list[Change] = []
    for offer in reading.offers:
        row = _row_for(offer, index)
        if row is None:
            slug = _free_slug(offer.slug, slugs)
            slugs.add(slug)
            changes.append(_new(offer, slug))
            continue
        seen.add(row.slug)
        fields = tuple(_field_changes(offer, row))
        if fields:
            changes.append(
                Change(CHANGED, row.slug, row.name, row.kind, offer.line, fields)
            )
    if not reading.faults:
        changes += _missing(rows, reading.kinds, seen)
    return changes


def _indexed(rows: Iterable[SupportEntryRow]) -> Index:
    index: dict[tuple[str, str], SupportEntryRow] = {}
    for row in rows:
        short = row.name.partition(NAME_AND_TITLE)[0]
        index["slug", row.slug] = row
        for name in (row.name, short):
            index.setdefault((f"{row.kind} {row.country}", folded(name)), row)
    return index


def _row_for(offer: Offer, index: Index) -> SupportEntryRow | None:
    for place, name in offer.keys:
        key = (place, name) if place == "slug" else (f"{offer.kind} {place}", name)
        if key in index:
            return index[key]
    return None


def _free_slug(slug: str, taken: set[str]) -> str:
    free, number = slug, 2
    while free in taken:
        free = f"{slug}-{number}"
        number += 1
    return free


def _new(offer: Offer, slug: str) -> Change:
    values = offer.for_new | offer.values
    fields = tuple(
        FieldChange(name, None, value)
        for name, value in values.items()
        if value not in ("", None, [], {})
    )
    return Change(NEW, slug, values["name"], offer.kind, offer.line, fields)


def _field_changes(offer: Offer, row: SupportEntryRow) -> Iterator[FieldChange]:
    for name, value in offer.values.items():
        before = getattr(row, name)
        after = {**before, **value} if name == "extra" else value
        if before == after or name in OF_THE_SOURCE and not _is_newer(offer, row):
            continue
        if name == "name" and says_the_same(before, after):
            continue
        yield FieldChange(name, before, after, name in row.edited_fields)


def _is_newer(offer: Offer, row: SupportEntryRow) -> bool:
    """Newer beyond doubt: a row that says "2025" may be of December."""
    offered = str(offer.values.get("source_date", ""))
    return bool(offered) and first_day(offered) > last_day(row.source_date)


def _missing(
    rows: Iterable[SupportEntryRow], kinds: frozenset[str], seen: set[str]
) -> Iterator[Change]:
    for row in rows:
        if row.kind in kinds and row.slug not in seen and row.status != "ended":
            ended = FieldChange("status", row.status, "ended")
            yield Change(MISSING, row.slug, row.name, row.kind, 0, (ended,))
