"""Three-valued evaluation of conditions over possible values.

True is met, False is not met, None is open. A condition is met when every possible
value of its subjects satisfies it, not met when none does, otherwise open. Parts about
the same subject are merged first, so "IIb or III, not settled yet" already meets
"IIa, IIb or III".
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass

from compliance.domain.conditions import All, Any, Before, Condition, Is, Not

Truth = bool | None

ABSENT = "(absent)"
ANYTHING = "(anything)"


@dataclass(frozen=True, slots=True)
class One:
    """The values that a single-valued subject may still have.

    ABSENT stands for "not asked" or "not decided", ANYTHING for an unknown text.
    """

    values: frozenset[str]


@dataclass(frozen=True, slots=True)
class Several:
    """The labels a many-valued subject certainly has, and those it may have.

    `some` says that at least one of them will hold in the end.
    """

    certain: frozenset[str]
    maybe: frozenset[str]
    some: bool = False


def is_open(possible: One | Several) -> bool:
    """Whether more than one outcome is still possible."""
    if isinstance(possible, Several):
        return bool(possible.maybe - possible.certain)
    return len(possible.values) > 1 or ANYTHING in possible.values


Possible = Mapping[str, One | Several]


def disjunction(truths: Collection[Truth]) -> Truth:
    """True when one is, False when none is, otherwise open."""
    if True in truths:
        return True
    return None if None in truths else False


@dataclass(frozen=True, slots=True)
class Member:
    """A single-valued subject lies inside (or outside) a set of values."""

    subject: str
    values: frozenset[str]
    inside: bool

    def evaluate(self, possible: Possible) -> Truth:
        """Return met, not met or open."""
        values = possible[self.subject].values
        if ANYTHING in values:
            return self._evaluate_anything(values)
        if values <= self.values:
            return self.inside
        if values.isdisjoint(self.values):
            return not self.inside
        return None

    def _evaluate_anything(self, values: frozenset[str]) -> Truth:
        if self.values:
            return None
        return not self.inside

    def support(self, possible: Possible) -> Iterator[str]:
        """The subjects that account for the outcome."""
        yield self.subject


@dataclass(frozen=True, slots=True)
class Labelled:
    """A many-valued subject has one of these labels (or none of them)."""

    subject: str
    values: frozenset[str]
    wanted: bool

    def evaluate(self, possible: Possible) -> Truth:
        """Return met, not met or open."""
        labels = possible[self.subject]
        if not self.values.isdisjoint(labels.certain):
            return self.wanted
        if self.values.isdisjoint(labels.maybe):
            return not self.wanted
        if labels.some and not labels.certain and labels.maybe <= self.values:
            return self.wanted
        return None

    def support(self, possible: Possible) -> Iterator[str]:
        """The subjects that account for the outcome."""
        yield self.subject


@dataclass(frozen=True, slots=True)
class Earlier:
    """An answered date lies before a date of the law (or does not)."""

    subject: str
    date: str
    wanted: bool

    def evaluate(self, possible: Possible) -> Truth:
        """Return met, not met or open; an absent date lies before nothing."""
        outcomes = {self._holds(value) for value in possible[self.subject].values}
        return outcomes.pop() if len(outcomes) == 1 else None

    def _holds(self, value: str) -> Truth:
        if value == ANYTHING:
            return None
        is_before = value != ABSENT and value < self.date
        return is_before == self.wanted

    def support(self, possible: Possible) -> Iterator[str]:
        """The subjects that account for the outcome."""
        yield self.subject


@dataclass(frozen=True, slots=True)
class Every:
    """All parts hold."""

    parts: tuple

    def evaluate(self, possible: Possible) -> Truth:
        """Return met, not met or open."""
        truth = True
        for part in self.parts:
            outcome = part.evaluate(possible)
            if outcome is False:
                return False
            if outcome is None:
                truth = None
        return truth

    def support(self, possible: Possible) -> Iterator[str]:
        """The subjects that account for the outcome."""
        yield from _support(self.parts, self.evaluate(possible), False, possible)


@dataclass(frozen=True, slots=True)
class Either:
    """At least one part holds."""

    parts: tuple

    def evaluate(self, possible: Possible) -> Truth:
        """Return met, not met or open."""
        truth = False
        for part in self.parts:
            outcome = part.evaluate(possible)
            if outcome is True:
                return True
            if outcome is None:
                truth = None
        return truth

    def support(self, possible: Possible) -> Iterator[str]:
        """The subjects that account for the outcome."""
        yield from _support(self.parts, self.evaluate(possible), True, possible)


Test = Member | Labelled | Earlier | Every | Either


def _support(
    parts: tuple, truth: Truth, decisive: bool, possible: Possible
) -> Iterator[str]:
    # One decisive part settles the whole; otherwise every part of that outcome counts.
    telling = [part for part in parts if part.evaluate(possible) is truth]
    for part in telling[:1] if truth is decisive else telling:
        yield from part.support(possible)


class Compiler:
    """Turns written conditions into tests, merging parts about the same subject.

    `several` says whether a subject takes many values, `dates` gives milestone → date.
    """

    def __init__(self, several: Callable[[str], bool], dates: Mapping[str, str]):
        self.several = several
        self.dates = dates

    def compile(self, condition: Condition) -> Test:
        """Return the test of a condition."""
        return self._test(condition, True)

    def _test(self, condition: Condition, wanted: bool) -> Test:
        match condition:
            case Not(part):
                return self._test(part, not wanted)
            case Is(subject, values):
                kind = Labelled if self.several(subject) else Member
                return kind(subject, frozenset(values), wanted)
            case Before(subject, milestone):
                return Earlier(subject, self.dates[milestone], wanted)
            case All(parts) | Any(parts):
                is_every = isinstance(condition, All) == wanted
                return self._joined(
                    [self._test(each, wanted) for each in parts], is_every
                )
        raise TypeError(f"not a condition: {condition!r}")

    def _joined(self, tests: list[Test], is_every: bool) -> Test:
        kind = Every if is_every else Either
        merge = _narrowed if is_every else _widened
        merged: dict[object, Test] = {}
        for test in _flat(tests, kind):
            key = _merge_key(test, is_every)
            merged[key] = merge(merged[key], test) if key in merged else test
        parts = tuple(merged.values())
        return parts[0] if len(parts) == 1 else kind(parts)


def _flat(tests: list[Test], kind: type) -> Iterator[Test]:
    for test in tests:
        if isinstance(test, kind):
            yield from test.parts
        else:
            yield test


def _merge_key(test: Test, is_every: bool) -> object:
    if isinstance(test, Member):
        return ("member", test.subject)
    # Of labels, "a or b" and "neither a nor b" widen; the mixed forms stay apart.
    if isinstance(test, Labelled) and test.wanted is not is_every:
        return ("labelled", test.subject)
    return id(test)


def _widened(one: Test, other: Test) -> Test:
    if isinstance(one, Labelled):
        return Labelled(one.subject, one.values | other.values, one.wanted)
    match one.inside, other.inside:
        case True, True:
            return Member(one.subject, one.values | other.values, True)
        case False, False:
            return Member(one.subject, one.values & other.values, False)
    outside, inside = (one, other) if other.inside else (other, one)
    return Member(one.subject, outside.values - inside.values, False)


def _narrowed(one: Test, other: Test) -> Test:
    if isinstance(one, Labelled):
        return Labelled(one.subject, one.values | other.values, one.wanted)
    match one.inside, other.inside:
        case True, True:
            return Member(one.subject, one.values & other.values, True)
        case False, False:
            return Member(one.subject, one.values | other.values, False)
    outside, inside = (one, other) if other.inside else (other, one)
    return Member(one.subject, inside.values - outside.values, True)
