"""What differs between two banks, in words: added, removed, reworded, changed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from compliance.domain.bank import Bank
from compliance.domain.effects import ORDER_EFFECTS, effect_of
from compliance.domain.labels import label_of_field
from compliance.domain.ordering import longest_rising
from compliance.domain.parts import HEAD, KINDS, Placed, own_fields, parts_of
from compliance.domain.titles import title_of
from compliance.domain.told import told

ADDED, REMOVED, CHANGED, REORDERED = "added", "removed", "changed", "reordered"
NOT_TOLD = ("slug", "number", "changelog")
Lines = tuple[str, ...]
# Kind, slug or words, and a number where several are alike.
Key = tuple[str, str, int]


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
    """What happened to one part: `sort` is added, removed, changed or reordered.

    `before` and `after` are its keys in the two banks, where it is there.
    """

    sort: str
    kind: str
    slug: str
    title: str
    fields: tuple[FieldChange, ...] = ()
    effect: str = ""
    before: Key | None = None
    after: Key | None = None

    @property
    def effects(self) -> tuple[str, ...]:
        """What the change affects, each once."""
        own = (self.effect,) if self.effect else ()
        return tuple(dict.fromkeys([*own, *(each.effect for each in self.fields)]))


@dataclass(frozen=True)
class _Side:
    """One of the two banks, with its parts by key."""

    bank: Bank
    parts: dict[Key, Placed]


def changes_between(before: Bank, after: Bank) -> tuple[Change, ...]:
    """Everything that differs, in the order of the later document; removed parts last.

    Equal banks have no changes; number and changelog are not compared.
    """
    old, new = _Side(before, keyed(before)), _Side(after, keyed(after))
    pairs = _pairs(old, new)
    gone = set(old.parts).difference(pairs.values())
    return (
        *_added_and_changed(old, new, pairs),
        *(_removed(old, key) for key in old.parts if key in gone),
        *_reordered(old, new, pairs),
    )


def keyed(bank: Bank) -> dict[Key, Placed]:
    """The parts of a bank by what stays the same about them: kind and slug, or words.

    Slugs that stand twice, and sentences alike, are told apart by their number.
    """
    parts: dict[Key, Placed] = {}
    for placed in parts_of(bank):
        part = placed.part
        words = placed.slug or getattr(part, "text", "") or getattr(part, "trl", "")
        parts[free_key(parts, placed.kind, "" if placed.kind == HEAD else words)] = (
            placed
        )
    return parts


def free_key(taken: Mapping[Key, object], kind: str, words: str) -> Key:
    """The key of one more part of this kind with these words."""
    number = 0
    while (kind, words, number) in taken:
        number += 1
    return (kind, words, number)


def _pairs(old: _Side, new: _Side) -> dict[Key, Key]:
    """Later key → earlier key; a reworded sentence stays itself where it can be one."""
    pairs = {key: key for key in new.parts if key in old.parts}
    for kind in ("headline", "statement"):
        gone = [key for key in old.parts if key[0] == kind and key not in pairs]
        fresh = [key for key in new.parts if key[0] == kind and key not in pairs]
        if len(gone) == len(fresh):
            pairs |= dict(zip(fresh, gone, strict=True))
    return pairs


def _added_and_changed(
    old: _Side, new: _Side, pairs: Mapping[Key, Key]
) -> Iterator[Change]:
    for key, placed in new.parts.items():
        kind, title = placed.kind, title_of(placed, new.bank)
        if key not in pairs:
            effect = effect_of(kind, type(placed.part), "")
            yield Change(ADDED, kind, placed.slug, title, (), effect, after=key)
            continue
        was = pairs[key]
        fields = tuple(_fields(old, new, old.parts[was], placed))
        if fields:
            yield Change(CHANGED, kind, placed.slug, title, fields, "", was, key)


def _removed(old: _Side, key: Key) -> Change:
    placed = old.parts[key]
    effect = effect_of(placed.kind, type(placed.part), "")
    title = title_of(placed, old.bank)
    return Change(REMOVED, placed.kind, placed.slug, title, (), effect, before=key)


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


def _reordered(old: _Side, new: _Side, pairs: Mapping[Key, Key]) -> Iterator[Change]:
    before = {key: place for place, key in enumerate(old.parts)}
    for (kind, parent), keys in _shelves(new).items():
        stayed = [
            key
            for key in keys
            if key in pairs and old.parts[pairs[key]].parent == parent
        ]
        moved = _moved(stayed, [before[pairs[key]] for key in stayed])
        if moved:
            lines = tuple(title_of(new.parts[key], new.bank) for key in moved)
            label = f"Order of {KINDS[kind].names}"
            effect = ORDER_EFFECTS.get(kind, "shown")
            change = FieldChange("order", label, (), lines, effect)
            holder = KINDS[kind].parent or HEAD
            title = _title(new, holder, parent) if parent else new.bank.title
            shelf = (kind, parent, 0)
            yield Change(REORDERED, holder, parent, title, (change,), "", shelf, shelf)


def _shelves(side: _Side) -> dict[tuple[str, str], list[Key]]:
    shelves: dict[tuple[str, str], list[Key]] = {}
    for key, placed in side.parts.items():
        if placed.kind != HEAD:
            shelves.setdefault((placed.kind, placed.parent), []).append(key)
    return shelves


def _moved(keys: Sequence[Key], places: Sequence[int]) -> list[Key]:
    """The keys out of their earlier order, as few as may be."""
    kept = longest_rising(places)
    return [key for number, key in enumerate(keys) if number not in kept]
