"""Taking over from another document what an editor wants of it."""

from collections.abc import Iterable, Mapping
from copy import deepcopy

from compliance.domain.changes import (
    ADDED,
    REMOVED,
    REORDERED,
    Change,
    Key,
)
from compliance.domain.parts import HEAD, KINDS
from compliance.workbench.rows import (
    OF_THE_VERSION,
    Row,
    assembled,
    expand,
    keyed_rows,
)

Rows = dict[Key, tuple[Row, Row | None]]


def merged(ours: Mapping, theirs: Mapping, taken: Iterable[Change]) -> dict:
    """Our document with these of the changes that lead to theirs.

    Number and changelog stay ours. All changes taken make it theirs but for the two.
    """
    head = expand(deepcopy(ours))
    own, other = keyed_rows(head), keyed_rows(expand(deepcopy(theirs)))
    taken = list(taken)
    for change in taken:
        if change.sort not in (REMOVED, REORDERED):
            _take(own, other, change)
    for change in taken:
        if change.sort == REMOVED:
            row, holder = own[change.before]
            holder.inside = [each for each in holder.inside if each is not row]
    for change in taken:
        if change.sort == REORDERED:
            _reorder(own, other, change.after)
    return assembled(head) | {name: ours[name] for name in OF_THE_VERSION}


def _take(own: Rows, other: Rows, change: Change) -> None:
    wanted, wanted_in = other[change.after]
    if change.sort == ADDED:
        row = Row(wanted.kind, wanted.slug, wanted.content)
        own[change.after] = (row, None)
        _put(own, other, row, change.after, wanted_in)
        return
    row, holder = own[change.before]
    row.content = wanted.content
    if change.after not in own:
        own[change.after] = own[change.before]
    if holder is not None and (holder.kind, holder.slug) != _name(wanted_in):
        holder.inside = [each for each in holder.inside if each is not row]
        _put(own, other, row, change.after, wanted_in)


def _name(row: Row) -> tuple[str, str]:
    return row.kind, row.slug


def _holder(own: Rows, wanted_in: Row) -> Row | None:
    slug = "" if wanted_in.kind == HEAD else wanted_in.slug
    found = own.get((wanted_in.kind, slug, 0))
    return found and found[0]


def _put(own: Rows, other: Rows, row: Row, key: Key, wanted_in: Row) -> None:
    """Place a row after the nearest that stands before it there and is here too."""
    holder = _holder(own, wanted_in)
    if holder is None:
        # What it would stand in was not taken over.
        return
    place = 0
    for before in _shelf_before(other, key, wanted_in):
        found = own.get(before)
        if found and any(found[0] is each for each in holder.inside):
            place = next(n for n, e in enumerate(holder.inside, 1) if e is found[0])
    holder.inside.insert(place, row)
    own[key] = (row, holder)


def _shelf_before(rows: Rows, key: Key, holder: Row) -> Iterable[Key]:
    for each, (row, held_by) in rows.items():
        if each == key:
            return
        if held_by is holder and row.kind == key[0]:
            yield each


def _reorder(own: Rows, other: Rows, shelf: Key) -> None:
    kind, parent, _ = shelf
    holder_kind = KINDS[kind].parent or HEAD
    wanted = other.get((holder_kind, parent, 0))
    holder = own.get((holder_kind, parent, 0))
    if wanted is None or holder is None:
        return
    order = [
        k for k, (row, by) in other.items() if by is wanted[0] and row.kind == kind
    ]
    places = {id(own[key][0]): n for n, key in enumerate(order) if key in own}
    known = [row for row in holder[0].inside if id(row) in places]
    known.sort(key=lambda row: places[id(row)])
    queue = iter(known)
    holder[0].inside = [
        next(queue) if id(row) in places else row for row in holder[0].inside
    ]
