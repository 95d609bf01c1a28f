"""Changes between two banks as rows that an editor reads."""

from collections.abc import Iterable

from compliance.domain.changes import Change, FieldChange
from compliance.domain.effects import EFFECTS
from compliance.domain.parts import HEAD, KINDS
from compliance.workbench.desk import Desk

SORTS = {
    "added": "new",
    "removed": "removed",
    "changed": "changed",
    "reordered": "order changed",
}
LINES_SHOWN = 12


def change_rows(desk: Desk, changes: Iterable[Change]) -> list[dict]:
    """Each change with its fields before and after, and what it affects."""
    return [change_row(desk, change) for change in changes]


def change_row(desk: Desk, change: Change) -> dict:
    """One change in words, with a link to the part as it is now."""
    key = change.after or change.before
    return {
        "sort": SORTS[change.sort],
        "kind": "bank" if change.kind == HEAD else KINDS[change.kind].name,
        "title": change.title,
        "url": desk.part_url(*key[:2]) if change.sort in ("added", "changed") else "",
        "effect": ", ".join(EFFECTS[each] for each in change.effects),
        "fields": [_field(each) for each in change.fields],
    }


def _field(change: FieldChange) -> dict:
    """The lines of a field that differ; equal ones are left out."""
    before = [line for line in change.before if line not in change.after]
    after = [line for line in change.after if line not in change.before]
    is_order = before == after == []
    return {
        "label": change.label,
        "before": (list(change.before) if is_order else before)[:LINES_SHOWN],
        "after": (list(change.after) if is_order else after)[:LINES_SHOWN],
    }
