"""Bringing a working copy in line with a document, changing only what differs."""

import json
from collections.abc import Mapping, Sequence

from django.utils import timezone
from simple_history.utils import bulk_create_with_history, bulk_update_with_history

from compliance.domain.bank import Bank
from compliance.domain.changes import Key, free_key
from compliance.domain.parts import HEAD, kinds_in
from compliance.models import BankVersion, Part, WorkingCopy
from compliance.workbench.editing import turn
from compliance.workbench.places import places_in_order
from compliance.workbench.rows import OF_THE_VERSION, Row, expand, words_of

BATCH = 200


def copy_of(version: BankVersion, document: Mapping) -> WorkingCopy:
    """A working copy of a version where there is none yet, filled from its document."""
    copy, is_new = WorkingCopy.objects.get_or_create(
        bank=version.bank, defaults={"base": version, "number": version.number}
    )
    if is_new:
        fill(copy, document)
    return copy


def working_copy_for(bank: Bank) -> WorkingCopy:
    """The working copy into which a bank can be taken over; empty where it is new."""
    copy = copy_of_newest(bank.slug)
    if copy is not None:
        return copy
    copy = WorkingCopy.objects.create(bank=bank.slug, number=bank.number)
    fill(copy, empty_document(bank))
    return copy


def empty_document(bank: Bank) -> dict:
    """The document of a bank with nothing in it, to compare a first import with."""
    head = ("slug", "title", "summary", "locale", "number", "law_date", "law_note")
    lists = {each.field: [] for each in kinds_in("")}
    return {name: getattr(bank, name) for name in head} | lists | {"changelog": ""}


def copy_of_newest(slug: str) -> WorkingCopy | None:
    """The working copy of a bank, made of its newest version where there is none."""
    copy = WorkingCopy.objects.select_related("base").filter(bank=slug).first()
    newest = BankVersion.objects.of_bank(slug).first()
    if copy is not None or newest is None:
        return copy
    return copy_of(newest, json.loads(newest.document))


def fill(copy: WorkingCopy, document: Mapping) -> None:
    """Make the parts those of the document; what is equal already stays untouched."""
    with turn(copy):
        version = {name: document[name] for name in OF_THE_VERSION}
        WorkingCopy.objects.filter(pk=copy.pk).update(**version)
        filling = _Filling(copy)
        filling.bring_in([expand(document)], None)
        filling.write()


class _Filling:
    """One pass over a document: which parts stay, change, come and go."""

    def __init__(self, copy: WorkingCopy):
        self.copy = copy
        self.stored: dict[Key, Part] = {}
        self.wanted: dict[Key, Part] = {}
        self.changed: list[Part] = []
        # New parts of the bank itself, then those inside others.
        self.added: tuple[list[Part], list[Part]] = ([], [])
        for part in Part.objects.filter(copy=copy).in_order():
            self.stored[_free(self.stored, part)] = part

    def bring_in(self, rows: Sequence[Row], parent: Part | None) -> None:
        """Take a shelf over, each row as it is, changed or new; then what is inside."""
        parts = [self._part(row) for row in rows]
        held = [_place(part, parent) for part in parts]
        places = places_in_order(held)
        for row, part, place in zip(rows, parts, places, strict=True):
            self._place(row, part, parent, place)
            # The head holds everything; in the rows it is no parent.
            holder = None if row.kind == HEAD else part
            for shelf in _shelves(row.inside):
                self.bring_in(shelf, holder)

    def _part(self, row: Row) -> Part:
        part = Part(copy=self.copy, kind=row.kind, slug=row.slug, content=row.content)
        key = _free(self.wanted, part)
        self.wanted[key] = self.stored.get(key, part)
        return self.wanted[key]

    def _place(self, row: Row, part: Part, parent: Part | None, place: int) -> None:
        if part.pk is None:
            self.added[parent is not None].append(part)
        elif (part.content, part.position) != (row.content, place) or (
            part.parent_id != (parent and parent.pk)
        ):
            part.revision += 1
            self.changed.append(part)
        part.content, part.parent, part.position = row.content, parent, place
        part.changed_at = timezone.now()

    def write(self) -> None:
        """Store what is new or changed with its history, then delete what is left."""
        for parts in self.added:
            self._create(parts)
        for part in self.changed:
            # Where the parent is new itself, it has its key only now.
            part.parent = part.parent
        if self.changed:
            fields = ["content", "parent", "position", "revision", "changed_at"]
            bulk_update_with_history(self.changed, Part, fields, batch_size=BATCH)
        gone = [part for key, part in self.stored.items() if key not in self.wanted]
        # What is inside another goes first, so that the history notes each once.
        for part in sorted(gone, key=lambda part: part.parent_id is None):
            part.delete()

    def _create(self, parts: list[Part]) -> None:
        for part in parts:
            part.parent = part.parent
        if not self.stored:
            # The first filling is the version itself: there is nothing to compare.
            Part.objects.bulk_create(parts, batch_size=BATCH)
        elif parts:
            bulk_create_with_history(parts, Part, batch_size=BATCH)


def _free(taken: Mapping[Key, Part], part: Part) -> Key:
    return free_key(taken, part.kind, words_of(part.kind, part.slug, part.content))


def _place(part: Part, parent: Part | None) -> int | None:
    is_there = part.pk is not None and part.parent_id == (parent and parent.pk)
    return part.position if is_there else None


def _shelves(rows: Sequence[Row]) -> list[list[Row]]:
    shelves: dict[str, list[Row]] = {}
    for row in rows:
        shelves.setdefault(row.kind, []).append(row)
    return list(shelves.values())
