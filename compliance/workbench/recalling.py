"""The history of a working copy, told in words."""

from collections.abc import Iterable

from compliance.domain.bank import Bank
from compliance.domain.changes import keyed
from compliance.domain.labels import label_of_field
from compliance.domain.parts import HEAD, KINDS, Placed, own_fields
from compliance.domain.titles import title_of
from compliance.domain.told import told
from compliance.models import Part
from compliance.publishing import published_bank
from compliance.workbench.desk import Desk
from compliance.workbench.partform import placed_from

PER_PAGE = 40
SORTS = {"+": "added", "~": "changed", "-": "deleted"}


def records(desk: Desk, part: int, page: int) -> list[dict]:
    """A page of changes in words, and one more where there are more."""
    found = Part.history.filter(copy=desk.copy).select_related("history_user")
    if part:
        found = found.filter(id=part)
    first = (page - 1) * PER_PAGE
    last = first + PER_PAGE + 1
    shown = list(found.order_by("-history_date", "-history_id")[first:last])
    before = _earlier(desk, shown)
    return [_told(desk, record, before.get(record.history_id)) for record in shown]


def _earlier(desk: Desk, shown: Iterable) -> dict[int, object]:
    """Record → the one before it of the same part, or the version's own content."""
    ids = {record.id for record in shown}
    rows = Part.history.filter(id__in=ids).order_by("id", "history_date", "history_id")
    before: dict[int, object] = {}
    last = None
    for row in rows:
        is_same = last is not None and last.id == row.id
        before[row.history_id] = last if is_same else None
        last = row
    return before


def _told(desk: Desk, record, before) -> dict:
    bank = desk.state.bank
    now = placed_from(record.kind, record.slug, record.content)
    was = _before(desk, record, before)
    title = title_of(now, bank) if now else record.slug
    user = record.history_user
    is_moved = before is not None and before.position != record.position
    return {
        "when": record.history_date,
        "who": user.get_username() if user else "",
        "sort": SORTS[record.history_type],
        "kind": "bank" if record.kind == HEAD else KINDS[record.kind].name,
        "title": title,
        "url": desk.part_url(record.kind, record.slug),
        "fields": list(_fields(was, now, bank)) if record.history_type == "~" else [],
        "is_moved": is_moved,
    }


def _before(desk: Desk, record, before) -> Placed | None:
    if before is not None:
        return placed_from(before.kind, before.slug, before.content)
    if desk.copy.base is None:
        return None
    # The first filling has no history: it is the version itself.
    parts = keyed(published_bank(desk.copy.base.fingerprint))
    return parts.get((record.kind, record.slug, 0))


def _fields(was: Placed | None, now: Placed | None, bank: Bank) -> Iterable[dict]:
    if was is None or now is None:
        return
    for name in own_fields(now.kind):
        earlier, later = getattr(was.part, name), getattr(now.part, name)
        if earlier != later and name not in ("slug", "number", "changelog"):
            yield {
                "label": label_of_field(type(now.part), name),
                "before": told(was, name, bank),
                "after": told(now, name, bank),
            }
