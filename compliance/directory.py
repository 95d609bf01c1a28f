"""The support directory: loaded from files into rows, read back as domain values."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path

from django.db import transaction
from django.db.models import Count, Max, QuerySet
from django.utils import timezone
from simple_history.utils import bulk_update_with_history

from compliance.directoryfile import read_directory
from compliance.domain.conditions import Condition, plain
from compliance.domain.support_entry import SupportEntry
from compliance.models.support import SupportEntryRow

SHIPPED_FOLDER = Path(__file__).parent / "content" / "directory"
# What a file says of an entry; the rest of the row belongs to the staff.
FILE_FIELDS = (
    "kind",
    "subkind",
    "name",
    "country",
    "place",
    "latitude",
    "longitude",
    "regions",
    "languages",
    "health_focus",
    "technologies",
    "services",
    "offers",
    "eligibility",
    "how_to_ask",
    "cost",
    "status",
    "min_trl",
    "opens",
    "closes",
    "due",
    "sizes",
    "regimes",
    "partners",
    "eligible_when",
    "same_as",
    "url",
    "source_url",
    "source_date",
    "confidence",
    "note",
    "extra",
)


@dataclass(frozen=True)
class Loaded:
    """What a load did to the rows, as numbers of entries."""

    added: int
    changed: int
    unchanged: int
    ended: int

    def __str__(self) -> str:
        return (
            f"{self.added} added, {self.changed} changed, "
            f"{self.unchanged} unchanged, {self.ended} marked as ended"
        )


@transaction.atomic
def load_directory(folder: Path = SHIPPED_FOLDER) -> Loaded:
    """Bring the rows in line with the folder's files; edits of staff are kept.

    Nothing is deleted: shipped rows that the files no longer hold are marked as
    ended. Raises DirectoryError, and changes nothing, when a file has a fault.
    """
    entries = read_directory(folder)
    rows = SupportEntryRow.objects.in_bulk(field_name="slug")
    now = timezone.now()
    added = [_new_row(entry) for entry in entries if entry.slug not in rows]
    known = [(rows[entry.slug], entry) for entry in entries if entry.slug in rows]
    changed = [row for row, entry in known if _take_over(row, entry)]
    ended = _end_missing(rows.values(), {entry.slug for entry in entries})
    SupportEntryRow.objects.bulk_create(added)
    for row in (*changed, *ended):
        row.changed_at = now
    fields = (*FILE_FIELDS, "shipped", "changed_at")
    _store([*changed, *ended], fields, "came with Waymark")
    unchanged = len(known) - len(changed)
    return Loaded(len(added), len(changed), unchanged, len(ended))


def shipped_entries() -> tuple[SupportEntry, ...]:
    """The entries as the shipped files hold them, without the database."""
    return _shipped_entries()


@lru_cache(maxsize=1)
def _shipped_entries() -> tuple[SupportEntry, ...]:
    return read_directory(SHIPPED_FOLDER)


def published_entries() -> tuple[SupportEntry, ...]:
    """All published entries. One query while nothing has changed, two after."""
    return _entries_as_of(*published_stamp())


def published_stamp() -> tuple[int, datetime | None]:
    """How many entries are published and when one changed last; None without any."""
    rows = SupportEntryRow.objects.published()
    stamp = rows.order_by().aggregate(count=Count("pk"), last=Max("changed_at"))
    return stamp["count"], stamp["last"]


@lru_cache(maxsize=1)
def _entries_as_of(count: int, last: datetime | None) -> tuple[SupportEntry, ...]:
    return tuple(row.as_value() for row in SupportEntryRow.objects.published())


def record_edit(row: SupportEntryRow) -> None:
    """Note on the unsaved row what differs from the stored one: loads will keep it."""
    stored = SupportEntryRow.objects.filter(pk=row.pk).first()
    edited = {
        name
        for name in FILE_FIELDS
        if stored is None or getattr(stored, name) != getattr(row, name)
    }
    row.edited_fields = sorted(edited.union(row.edited_fields))


def verify(rows: QuerySet[SupportEntryRow]) -> int:
    """Note that staff checked these rows today; returns how many."""
    checked = list(rows)
    now = timezone.now()
    for row in checked:
        row.last_verified = timezone.localdate(now)
        row.changed_at = now
    return _store(checked, ["last_verified", "changed_at"], "verified")


def _new_row(entry: SupportEntry) -> SupportEntryRow:
    row = SupportEntryRow(slug=entry.slug, shipped=True)
    for name in FILE_FIELDS:
        setattr(row, name, stored(getattr(entry, name)))
    return row


def _take_over(row: SupportEntryRow, entry: SupportEntry) -> bool:
    """Write what the file says into the row; True when that changed anything."""
    fresh = {
        name: value
        for name in FILE_FIELDS
        if name not in (*row.edited_fields, *row.imported_fields)
        and getattr(row, name) != (value := stored(getattr(entry, name)))
    }
    if not row.shipped:
        fresh["shipped"] = True
    for name, value in fresh.items():
        setattr(row, name, value)
    return bool(fresh)


def stored(value: object) -> object:
    """The value in the form in which a row keeps it."""
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, Condition):
        return plain(value)
    return value


def _end_missing(
    rows: Iterable[SupportEntryRow], present: Collection[str]
) -> list[SupportEntryRow]:
    missing = [
        row
        for row in rows
        if row.shipped
        and row.slug not in present
        and row.status != "ended"
        and "status" not in (*row.edited_fields, *row.imported_fields)
    ]
    for row in missing:
        row.status = "ended"
    return missing


def _store(rows: list[SupportEntryRow], fields: Iterable[str], reason: str) -> int:
    """Write these fields of the rows and a record of it; returns how many rows."""
    if not rows:
        return 0
    return bulk_update_with_history(
        rows,
        SupportEntryRow,
        list(fields),
        batch_size=50,
        default_change_reason=reason,
    )
