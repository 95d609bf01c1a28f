"""What a working copy amounts to right now: its bank, its faults, who uses what."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property, lru_cache

from compliance.bankfile import build_bank, document_of, fingerprint, logic_fingerprint
from compliance.domain.bank import Bank
from compliance.domain.changes import Change, Key, changes_between, keyed
from compliance.domain.checks import find_problems, find_warnings
from compliance.domain.contents import Fault
from compliance.domain.parts import NAMED, Placed
from compliance.domain.references import Named, Use, uses_of
from compliance.models import Part, WorkingCopy
from compliance.publishing import published_bank
from compliance.workbench.forms.pickers import Pickers
from compliance.workbench.rows import compiled, words_of

KEPT = 4


@dataclass(frozen=True, eq=False)
class State:
    """A working copy between two edits; one that is the same is the same object.

    `pks` finds the row of a part by its kind and slug, or kind and words.
    """

    document: Mapping
    bank: Bank
    pks: Mapping[tuple[str, str], int] = field(default_factory=dict)

    @cached_property
    def fingerprint(self) -> str:
        """SHA-256 of the content, as a version would have it."""
        return fingerprint(self.document)

    @cached_property
    def logic(self) -> str:
        """SHA-256 of what decides."""
        return logic_fingerprint(self.bank)

    @cached_property
    def problems(self) -> tuple[Fault, ...]:
        """What forbids publication."""
        return tuple(find_problems(self.bank))

    @cached_property
    def warnings(self) -> tuple[Fault, ...]:
        """What does not, but wants a look."""
        return tuple(find_warnings(self.bank))

    @cached_property
    def pickers(self) -> Pickers:
        """What forms may pick."""
        return Pickers(self.bank)

    @cached_property
    def parts(self) -> dict[Key, Placed]:
        """Key → part, as comparisons know them."""
        return keyed(self.bank)

    @cached_property
    def kind_of(self) -> dict[str, str]:
        """Slug → kind, of what has a slug that nothing else bears."""
        return {slug: kind for kind, slug in self.pks if kind in NAMED}

    @cached_property
    def uses(self) -> dict[Named, tuple[Use, ...]]:
        """Kind and slug → the parts that name it."""
        return uses_of(self.bank)


def state_of(copy: WorkingCopy) -> State:
    """The state of a working copy; worked out once per edit and process."""
    return _state(copy.pk, copy.edits, copy.changed_at)


@lru_cache(maxsize=KEPT)
def _state(pk: int, edits: int, changed_at: datetime) -> State:
    copy = WorkingCopy.objects.get(pk=pk)
    parts = list(Part.objects.filter(copy=pk).in_order())
    document = compiled(parts, copy.number, copy.changelog)
    bank = build_bank(document)
    pks = {(p.kind, words_of(p.kind, p.slug, p.content)): p.pk for p in parts}
    return State(document_of(bank), bank, pks)


def changes_of(copy: WorkingCopy) -> tuple[Change, ...]:
    """What differs from the last version; everything where there is none."""
    if copy.base is None:
        return ()
    state = state_of(copy)
    if state.fingerprint == copy.base.fingerprint:
        return ()
    return _changes(copy.base.fingerprint, state)


@lru_cache(maxsize=KEPT)
def _changes(base: str, state: State) -> tuple[Change, ...]:
    return changes_between(published_bank(base), state.bank)
