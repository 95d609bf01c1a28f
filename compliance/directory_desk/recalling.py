"""The history of an entry in words: who changed what, when, and why."""

from collections.abc import Iterator
from itertools import zip_longest

from compliance.directory_imports.wording import field_title, value_text
from compliance.models import SupportEntryRow

# What the site keeps for itself says nothing to a reader.
INNER = frozenset({"edited_fields", "imported_fields", "shipped"})
SORTS = {"+": "new", "~": "changed", "-": "removed"}
MOST_RECORDS = 50


def records_of(row: SupportEntryRow) -> Iterator[dict]:
    """The changes of an entry, the newest first."""
    found = list(row.history.select_related("history_user")[: MOST_RECORDS + 1])
    for record, before in zip_longest(found[:MOST_RECORDS], found[1:]):
        yield {
            "when": record.history_date,
            "who": record.history_user.get_username() if record.history_user else "",
            "why": record.history_change_reason or "",
            "sort": SORTS[record.history_type],
            "fields": list(_fields(record, before)) if before else [],
        }


def _fields(record, before) -> Iterator[dict]:
    for change in record.diff_against(before).changes:
        if change.field not in INNER:
            yield {
                "label": field_title(change.field),
                "before": [value_text(change.old)],
                "after": [value_text(change.new)],
            }
