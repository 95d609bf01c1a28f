"""What a list from outside says: entries as far as it knows them, and its faults."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from compliance.directoryfile import Problem


class UnreadableFileError(ValueError):
    """A file that is not taken at all; the message says what it is and what to do."""


@dataclass(frozen=True)
class Offer:
    """One entry as a list from outside states it.

    `values` holds only the fields that the list states, in the form of the rows;
    `for_new` what an entry needs besides where it is not in the directory yet. `keys`
    are the names under which it may be known there, the surest first. `line` is its
    row in the list, 0 where that says nothing.
    """

    line: int
    kind: str
    slug: str
    keys: tuple[tuple[str, str], ...]
    values: Mapping[str, object]
    for_new: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Reading:
    """A list that was read: what it offers, what is wrong, what was left out.

    `kinds` are the kinds it lists in full: of these, an entry it does not hold is
    missing. `left_out` counts rows that do not belong in the directory, by reason.
    """

    offers: tuple[Offer, ...]
    faults: tuple[Problem, ...]
    kinds: frozenset[str]
    left_out: Mapping[str, int] = field(default_factory=dict)
