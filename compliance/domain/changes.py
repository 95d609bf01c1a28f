"""What differs between two banks, in words: added, removed, reworded, changed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from compliance.domain.bank import Bank
from compliance.domain.effects import ORDER_EFFECTS, effect_of
from compliance.domain.labels import label_of_field
from compliance.domain.parts import HEAD, KINDS, Placed, own_fields, parts_of
from compliance.domain.titles import title_of
from compliance.domain.told import told

ADDED, REMOVED, CHANGED = "added", "removed", "changed"
NOT_TOLD = ("slug", "number", "changelog")
Lines = tuple[str, ...]


@dataclass(frozen=True)
class FieldChange:
    """One field of a part before and after, in lines of words, and what it affects."""

    field: str
    label: str
    before: Lines
    after: Lines
    effect: str


@dataclass(frozen=True)
class Change:
    """What happened to one part: `sort` is added, removed or changed."""

    sort: str
    kind: str
    slug: str
    title: str
    fields: tuple[FieldChange, ...] = ()
    effect: str = ""

    @property
    def effects(self) -> tuple[str, ...]:
        """What the change affects, each once."""
        own = (self.effect,) if self.effect else ()
        return tuple(dict.fromkeys([*own, *(each.effect for each in self.fields)]))


@dataclass(frozen=True)
class _Side:
    """One of the two banks, with its parts by key."""

    bank: Bank
    parts: dict[tuple, Placed]


def changes_between(before: Bank, after: Bank) -> tuple[Change, ...]:
    """Everything that differs, in the order of the later document; removed parts last.

    Equal banks have no changes; number and changelog are not compared.
    """
    old, new = _Side(before, keyed(before)), _Side(after, keyed(after))
    _pair_without_slug(old, new)
    return (
        *_added_and_changed(old, new),
        *_removed(old, new),
        *_reordered(old, new),
    )


def keyed(bank: Bank) -> dict[tuple, Placed]:
    """The parts of a bank by what stays the same about them: kind and slug, or place.

    Slugs that stand twice, and parts without one, are told apart by their number.
    """
    parts: dict[tuple, Placed] = {}
    for placed in parts_of(bank):
        name = placed.slug if placed.kind != HEAD else ""
        key, number = (placed.kind, name or _words(placed), 0), 0
        while key in parts:
            number += 1
            key = (*key[:2], number)
        parts[key] = placed
    return parts


def _words(placed: Placed) -> str:
    return getattr(placed.part, "text", "") or getattr(placed.part, "trl", "")


def _pair_without_slug(old: _Side, new: _Side) -> None:
    """Let a reworded sentence keep its identity where it can only be one."""
    for kind in ("headline", "statement"):
        gone = [key for key in old.parts if key[0] == kind and key not in new.parts]
        fresh = [key for key in new.parts if key[0] == kind and key not in old.parts]
        if len(gone) == len(fresh):
            for before, after in zip(gone, fresh, strict=True):
                old.parts[after] = old.parts.pop(before)


def _added_and_changed(old: _Side, new: _Side) -> Iterator[Change]:
    for key, placed in new.parts.items():
        title = title_of(placed, new.bank)
        if key not in old.parts:
            effect = effect_of(placed.kind, type(placed.part), "")
            yield Change(ADDED, placed.kind, placed.slug, title, effect=effect)
        else:
            fields = tuple(_fields(old, new, old.parts[key], placed))
            if fields:
                yield Change(CHANGED, placed.kind, placed.slug, title, fields)


def _removed(old: _Side, new: _Side) -> Iterator[Change]:
    for key, placed in old.parts.items():
        if key not in new.parts:
            effect = effect_of(placed.kind, type(placed.part), "")
            title = title_of(placed, old.bank)
            yield Change(REMOVED, placed.kind, placed.slug, title, effect=effect)


def _fields(
    old: _Side, new: _Side, before: Placed, after: Placed
) -> Iterator[FieldChange]:
    kind = type(after.part)
    for name in own_fields(after.kind):
        was, now = getattr(before.part, name), getattr(after.part, name)
        if was != now and name not in NOT_TOLD:
            yield FieldChange(
                name,
                label_of_field(kind, name),
                told(before, name, old.bank),
                told(after, name, new.bank),
                effect_of(after.kind, kind, name),
            )
    if before.parent != after.parent:
        stands_in = KINDS[after.kind].parent
        yield FieldChange(
            "parent",
            KINDS[stands_in].name.capitalize(),
            (_title(old, stands_in, before.parent),),
            (_title(new, stands_in, after.parent),),
            effect_of(after.kind, kind, "parent"),
        )


def _title(side: _Side, kind: str, slug: str) -> str:
    placed = side.parts.get((kind, slug, 0))
    return title_of(placed, side.bank) if placed else slug


def _reordered(old: _Side, new: _Side) -> Iterator[Change]:
    before, after = _shelves(old), _shelves(new)
    for shelf, keys in after.items():
        was = [key for key in before.get(shelf, ()) if key in set(keys)]
        now = [key for key in keys if key in set(was)]
        moved = _moved(was, now)
        if moved:
            kind, parent = shelf
            lines = tuple(title_of(new.parts[key], new.bank) for key in moved)
            label = f"Order of {KINDS[kind].names}"
            effect = ORDER_EFFECTS.get(kind, "shown")
            change = FieldChange("order", label, (), lines, effect)
            holder = KINDS[kind].parent or HEAD
            title = _title(new, holder, parent) if parent else new.bank.title
            yield Change(CHANGED, holder, parent, title, (change,))


def _shelves(side: _Side) -> dict[tuple[str, str], list[tuple]]:
    shelves: dict[tuple[str, str], list[tuple]] = {}
    for key, placed in side.parts.items():
        if placed.kind != HEAD:
            shelves.setdefault((placed.kind, placed.parent), []).append(key)
    return shelves


def _moved(was: Sequence[tuple], now: Sequence[tuple]) -> list[tuple]:
    if was == now:
        return []
    matching = SequenceMatcher(None, was, now, autojunk=False).get_matching_blocks()
    kept = {key for block in matching for key in now[block.b : block.b + block.size]}
    return [key for key in now if key not in kept]
