"""A list from outside on its way: taken in, held until seen, applied as ticked."""

import hashlib
from collections import Counter
from collections.abc import Callable, Collection, Mapping
from dataclasses import asdict, dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from compliance.directory_imports.comparing import CHANGED, MISSING, NEW, compare
from compliance.directory_imports.edih import read_edih
from compliance.directory_imports.notified_bodies import read_notified_bodies
from compliance.directory_imports.own_csv import read_own
from compliance.directory_imports.readings import Reading, UnreadableFileError
from compliance.directorycells import CellError, source_date
from compliance.domain.support_entry import first_day
from compliance.models import DirectoryArrival, SupportEntryRow

READERS: Mapping[str, Callable[[str, bytes, str], Reading]] = {
    "edih": read_edih,
    "csv": read_own,
    "notified-bodies": read_notified_bodies,
}


class SettledError(Exception):
    """The import was applied or set aside already."""


@dataclass(frozen=True)
class Taken:
    """What was applied: entries and fields. `stale` fields changed meanwhile."""

    new: int
    fields: int
    ended: int
    stale: int

    def __str__(self) -> str:
        told = (
            f"{self.new} new, {self.fields} fields changed, {self.ended} marked ended"
        )
        return f"{told}, {self.stale} left: changed meanwhile" if self.stale else told


def take_in(
    source: str, file: str, data: bytes, dated: str, by: str = ""
) -> DirectoryArrival:
    """Read a list of this date and keep what it would change; no entry is written.

    The same file that waits already is compared anew and waits once.

    Raises UnreadableFileError for a file that is not taken, or a date that is none.
    """
    try:
        day = source_date(dated or timezone.localdate().isoformat())
    except CellError as error:
        raise UnreadableFileError(f"The date of the list: {error}.") from None
    if day > timezone.localdate().isoformat():
        raise UnreadableFileError(f"The date of the list, {day}, lies ahead.")
    reading = READERS[source](file, data, day)
    fingerprint = hashlib.sha256(data).hexdigest()
    changes = compare(reading, SupportEntryRow.objects.all())
    same = DirectoryArrival.objects.filter(source=source, fingerprint=fingerprint)
    same.filter(settled_at=None).update(
        settled_at=timezone.now(), outcome="compared anew"
    )
    return DirectoryArrival.objects.create(
        source=source,
        file=file[:150],
        fingerprint=fingerprint,
        changes=[asdict(change) for change in changes],
        faults=[asdict(fault) | {"text": str(fault)} for fault in reading.faults],
        left_out=dict(reading.left_out),
        read=len(reading.offers),
        by=by,
    )


def tick_of(number: int, field: str = "") -> str:
    """The name of a tick: of a whole entry, or of one field of it."""
    return f"{number}.{field}" if field else str(number)


def proposed_ticks(changes: list[dict]) -> set[str]:
    """What is ticked at first: all but what editors wrote and what is missing."""
    ticks = set()
    for number, change in enumerate(changes):
        if change["sort"] == NEW:
            ticks.add(tick_of(number))
        if change["sort"] == CHANGED:
            ticks.update(
                tick_of(number, field["name"])
                for field in change["fields"]
                if not field["is_kept"]
            )
    return ticks


def counts_of(changes: list[dict]) -> Mapping[str, int]:
    """How many entries are new, changed and missing."""
    return Counter(change["sort"] for change in changes)


@transaction.atomic
def apply(arrival: DirectoryArrival, ticks: Collection[str]) -> Taken:
    """Write what is ticked, all of it or nothing, and settle the import.

    Raises SettledError where that was done before, ValidationError where the result
    would not be sound.
    """
    held = DirectoryArrival.objects.select_for_update().get(pk=arrival.pk)
    if held.settled_at is not None:
        raise SettledError
    slugs = [change["slug"] for change in held.changes]
    rows = SupportEntryRow.objects.select_for_update().filter(slug__in=slugs)
    by_slug = {row.slug: row for row in rows}
    counts: Counter = Counter()
    for number, change in enumerate(held.changes):
        row = by_slug.get(change["slug"])
        if change["sort"] == NEW:
            counts += _added(held, change, row, tick_of(number) in ticks)
        elif row is not None:
            counts += _changed(held, change, row, _wanted(number, change, ticks))
    taken = Taken(counts["new"], counts["fields"], counts["ended"], counts["stale"])
    _settle(held, str(taken))
    return taken


def _wanted(number: int, change: dict, ticks: Collection[str]) -> list[dict]:
    if change["sort"] == MISSING:
        return change["fields"] if tick_of(number) in ticks else []
    return [
        field for field in change["fields"] if tick_of(number, field["name"]) in ticks
    ]


def _added(
    arrival: DirectoryArrival, change: dict, row: SupportEntryRow | None, wanted: bool
) -> Counter:
    if not wanted:
        return Counter()
    if row is not None:
        return Counter(stale=1)
    values = {field["name"]: field["after"] for field in change["fields"]}
    row = SupportEntryRow(slug=change["slug"], **values)
    row.imported_fields = sorted(values)
    _save(row, arrival)
    return Counter(new=1)


def _changed(
    arrival: DirectoryArrival, change: dict, row: SupportEntryRow, wanted: list[dict]
) -> Counter:
    current = [each for each in wanted if _plain(row, each["name"]) == each["before"]]
    stale = Counter(stale=len(wanted) - len(current))
    if not current:
        return stale
    for field in current:
        setattr(row, field["name"], field["after"])
    names = {field["name"] for field in current}
    if "source_date" in names and row.last_verified:
        # The newer source takes the place of the older look.
        is_newer = first_day(row.source_date) > row.last_verified
        row.last_verified = None if is_newer else row.last_verified
    row.imported_fields = sorted(names.union(row.imported_fields))
    # What an editor let an import replace is no longer the editor's.
    row.edited_fields = sorted(set(row.edited_fields) - names)
    _save(row, arrival)
    sort = "ended" if change["sort"] == MISSING else "fields"
    return stale + Counter({sort: len(current)})


def _plain(row: SupportEntryRow, name: str) -> object:
    """The value in the form in which the import was kept, days as text."""
    value = getattr(row, name)
    return value.isoformat() if hasattr(value, "isoformat") else value


def _save(row: SupportEntryRow, arrival: DirectoryArrival) -> None:
    try:
        row.clean_fields()
    except ValidationError as error:
        told = "; ".join(error.messages)
        raise ValidationError(f"{row.slug}: {told}") from None
    row._change_reason = f"import of {arrival.file}"[:100]
    row.save()


def set_aside(arrival: DirectoryArrival) -> None:
    """Note that nothing of the import is wanted."""
    if arrival.settled_at is None:
        _settle(arrival, "set aside")


def _settle(arrival: DirectoryArrival, outcome: str) -> None:
    arrival.settled_at = timezone.now()
    arrival.outcome = outcome
    arrival.save(update_fields=["settled_at", "outcome"])
