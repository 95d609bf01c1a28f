"""Entries as open data: records of the JSON, rows of the CSV, and their licence."""

import csv
import io
import json
from collections.abc import Iterable
from datetime import date

from django.conf import settings

from compliance.directory_pages.drawing import entry_url
from compliance.directoryfile import COLUMNS, EXTRA_COLUMNS, VERIFIED
from compliance.domain.conditions import Condition, plain
from compliance.domain.freshness import TIME_TO_LIVE, checked_on, is_overdue
from compliance.domain.shelves import shelf_of
from compliance.domain.support_entry import SupportEntry

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
SCHEMA_URL = "/schemas/waymark-directory-1.json"
# In the order of the file; "further" holds what is kept for people to read.
PLAIN_FIELDS = (
    *("slug", "kind", "subkind", "kind_title", "name", "country", "place"),
    *("latitude", "longitude", "regions", "languages", "health_focus"),
    *("technologies", "services", "offers", "eligibility", "eligible_when"),
    *("how_to_ask", "cost", "status", "min_trl", "sizes", "regimes", "partners"),
    *("opens", "closes", "due", "same_as", "url", "source_url", "source_date"),
    *("last_verified", "confidence", "note"),
)


def record_of(entry: SupportEntry, as_of: date) -> dict:
    """An entry as a JSON record; `waymark-directory-1.json` describes it."""
    record = {name: _plain(getattr(entry, name)) for name in PLAIN_FIELDS}
    return record | {
        "shelf": shelf_of(entry),
        "further": dict(entry.extra),
        "checked_on": checked_on(entry).isoformat(),
        "valid_for_days": TIME_TO_LIVE[entry.kind],
        "is_overdue": is_overdue(entry, as_of),
        "page": f"{settings.WAYMARK_PUBLIC_URL}{entry_url(entry.slug)}",
    }


def _plain(value: object) -> object:
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Condition):
        return plain(value)
    return value


def about(as_of: date) -> dict:
    """What everybody who takes the data has to know of it."""
    return {
        "title": "Waymark support directory",
        "as_of": as_of.isoformat(),
        "licence": LICENCE,
        "attribution": f"Waymark support directory, {settings.WAYMARK_PUBLIC_URL}",
        "sources": "Each entry names its own in source_url and source_date.",
        "schema": f"{settings.WAYMARK_PUBLIC_URL}{SCHEMA_URL}",
    }


def as_json(entries: Iterable[SupportEntry], as_of: date) -> str:
    """The whole directory as one JSON document."""
    records = [record_of(entry, as_of) for entry in entries]
    document = about(as_of) | {"count": len(records), "entries": records}
    return json.dumps(document, ensure_ascii=False, indent=1)


def as_csv(entries: Iterable[SupportEntry]) -> str:
    """The whole directory as CSV, in the columns of the shipped files."""
    written = io.StringIO(newline="")
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow((*COLUMNS, VERIFIED))
    for entry in entries:
        writer.writerow([_cell(entry, column) for column in (*COLUMNS, VERIFIED)])
    return written.getvalue()


def _cell(entry: SupportEntry, column: str) -> str:
    if column in EXTRA_COLUMNS:
        return entry.extra.get(column, "")
    value = getattr(entry, column)
    if isinstance(value, Condition):
        return json.dumps(plain(value))
    if isinstance(value, frozenset):
        return ";".join(sorted(value))
    return "" if value is None else str(value)
