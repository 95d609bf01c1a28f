"""A CSV file in the columns of the directory's own files."""

from compliance.directory import FILE_FIELDS, stored
from compliance.directory_imports.readings import Offer, Reading
from compliance.directory_imports.tables import text_of
from compliance.directoryfile import EXTRA_COLUMNS, examine_text
from compliance.domain.support_entry import SupportEntry
from compliance.models.support import SupportEntryRow


def read_own(file: str, data: bytes, source_date: str) -> Reading:
    """The entries of the file; each states its own date.

    A column that the file lacks says nothing. Raises UnreadableFileError for a file
    that is no CSV.
    """
    known = set(SupportEntryRow.objects.values_list("slug", flat=True))
    entries, faults, columns = examine_text(file, text_of(data), known)
    stated = [name for name in FILE_FIELDS if name in columns]
    if set(EXTRA_COLUMNS) & set(columns):
        stated.append("extra")
    offers = tuple(_offer(entry, stated) for entry in entries)
    return Reading(offers, faults, frozenset(entry.kind for entry in entries))


def _offer(entry: SupportEntry, stated: list[str]) -> Offer:
    return Offer(
        line=0,
        kind=entry.kind,
        slug=entry.slug,
        keys=(("slug", entry.slug),),
        values={name: stored(getattr(entry, name)) for name in stated},
    )
