"""Why something changed: because you did, the law did, or the day came.

Each factor is changed by itself, and the verdicts are worked out anew: old answers
under the new bank show the law's part, new answers under the old bank show yours.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain

from assessments.comparison.sides import Side, factors_between, world_between
from assessments.comparison.standing import Standing, standing_of

Factors = frozenset[str]


@dataclass(frozen=True)
class Cause:
    """The factors behind a change.

    `how` is "alone" (each would have done it), "together" (only jointly), "unknown"
    (one of them, which cannot be told apart), or "telling" (none: only told anew).
    """

    factors: tuple[str, ...]
    how: str


class Worlds:
    """The standing of a case under every choice of factors that has to be known."""

    def __init__(self, before: Side, after: Side):
        self.factors = factors_between(before.dossier, after.dossier)
        self.can_replay = None not in (before.case, after.case)
        self._standing = self._replayed(before, after)

    def _replayed(self, before: Side, after: Side) -> Mapping[Factors, Standing]:
        if len(self.factors) < 2 or not self.can_replay:
            return {}
        return {
            changed: standing_of(world_between(before.case, after.case, changed))
            for changed in _choices(self.factors)
        }

    def cause_of(self, kind: str, slug: str) -> Cause:
        """Which factors made this item what it is now."""
        if not self.factors:
            return Cause((), "telling")
        if len(self.factors) == 1:
            return Cause(self.factors, "alone")
        if not self.can_replay:
            return Cause(self.factors, "unknown")
        return self._worked_out(kind, slug)

    def _worked_out(self, kind: str, slug: str) -> Cause:
        every = frozenset(self.factors)

        def is_new(changed: Iterable[str]) -> bool:
            return self._key(frozenset(changed), kind, slug) == now

        now = self._key(every, kind, slug)
        if is_new(()):
            return Cause((), "telling")
        alone = tuple(each for each in self.factors if is_new([each]))
        if alone:
            return Cause(alone, "alone")
        needed = tuple(each for each in self.factors if not is_new(every - {each}))
        return Cause(needed or self.factors, "together")

    def _key(self, changed: Factors, kind: str, slug: str) -> tuple | None:
        item = self._standing[changed][kind].get(slug)
        return item and item.key


def _choices(factors: tuple[str, ...]) -> set[Factors]:
    """None, each by itself, all but one, and all."""
    every = frozenset(factors)
    alone = (frozenset([each]) for each in factors)
    return set(chain([frozenset(), every], alone, (every - each for each in alone)))
