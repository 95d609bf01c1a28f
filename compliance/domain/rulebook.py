"""A bank made ready for evaluation: compiled conditions in order of dependence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from compliance.domain.conditions import All, Condition, subjects
from compliance.domain.logic import Compiler, Possible, Test, Truth

if TYPE_CHECKING:
    from compliance.domain.bank import Bank, Question
    from compliance.domain.law import Rule, Scheme


Starts = tuple[tuple[str, Test | None], ...]


class CycleError(ValueError):
    """Questions and schemes that depend on each other in a circle."""


@dataclass(frozen=True)
class CompiledRule:
    """A rule and its test."""

    rule: Rule
    test: Test

    def evaluate(self, possible: Possible) -> Truth:
        """Whether the rule is met, not met or open."""
        return self.test.evaluate(possible)

    def support(self, possible: Possible) -> tuple[str, ...]:
        """The subjects that account for it, each once."""
        return tuple(dict.fromkeys(self.test.support(possible)))


class Rulebook:
    """The compiled conditions of one bank, made once and used for every answer set."""

    def __init__(self, bank: Bank):
        self.bank = bank
        self.compiler = Compiler(self._takes_several, self._dates())
        self._further: dict[int, tuple[Condition, Test]] = {}

    def compiled(self, condition: Condition) -> Test:
        """The test of any further condition of this bank, compiled once."""
        known = self._further.get(id(condition))
        if known is None:
            known = (condition, self.compiler.compile(condition))
            self._further[id(condition)] = known
        return known[1]

    def _takes_several(self, subject: str) -> bool:
        scheme = self.bank.scheme.get(subject)
        if scheme is not None:
            return scheme.kind == "labels"
        return self.bank.questions[subject].kind == "choices"

    def _dates(self) -> dict[str, str]:
        return {each.slug: each.date for each in self.bank.milestones}

    def _compiled(self, condition: Condition | None) -> Test | None:
        return None if condition is None else self.compiler.compile(condition)

    def gate_of(self, question: Question) -> Condition | None:
        """When the question is asked: its own condition and that of its section."""
        gates = [
            gate
            for gate in (
                self.bank.section_of[question.slug].asked_when,
                question.asked_when,
            )
            if gate is not None
        ]
        if not gates:
            return None
        return gates[0] if len(gates) == 1 else All(tuple(gates))

    @cached_property
    def gates(self) -> dict[str, Test | None]:
        """Question or scheme slug → the test that opens it, None where always open."""
        gates = {
            slug: self._compiled(self.gate_of(question))
            for slug, question in self.bank.questions.items()
        }
        for scheme in self.bank.schemes:
            gates[scheme.slug] = self._compiled(scheme.decided_when)
        return gates

    @cached_property
    def rules(self) -> dict[str, tuple[CompiledRule, ...]]:
        """Scheme slug → its rules, strictest first, without the `otherwise`."""
        return {
            scheme.slug: tuple(
                CompiledRule(rule, self.compiler.compile(rule.when))
                for rule in scheme.rules
            )
            for scheme in self.bank.schemes
        }

    @cached_property
    def duties(self) -> tuple[tuple[str, Test, Starts], ...]:
        """Duty slug, its test, and its milestones with their tests."""
        return tuple(
            (
                duty.slug,
                self.compiler.compile(duty.when),
                tuple(
                    (start.milestone, self._compiled(start.when))
                    for start in duty.applies_from
                ),
            )
            for duty in self.bank.duties
        )

    @cached_property
    def position(self) -> dict[str, int]:
        """Question slug → its place in the order asked."""
        return {slug: place for place, slug in enumerate(self.bank.questions)}

    @cached_property
    def order(self) -> tuple[str, ...]:
        """Questions and schemes, each after everything it reads.

        Raises CycleError where they read each other in a circle.
        """
        ordered: dict[str, None] = {}
        for start in (*self.bank.questions, *self.bank.scheme):
            self._visit(start, ordered)
        return tuple(ordered)

    @cached_property
    def place(self) -> dict[str, int]:
        """Question or scheme slug → its place in `order`."""
        return {slug: place for place, slug in enumerate(self.order)}

    @cached_property
    def readers(self) -> dict[str, tuple[str, ...]]:
        """Question or scheme slug → the questions and schemes that read it."""
        readers: dict[str, list[str]] = {slug: [] for slug in self.order}
        for slug in self.order:
            for subject in self.reads(slug):
                readers[subject].append(slug)
        return {slug: tuple(each) for slug, each in readers.items()}

    def _visit(self, start: str, ordered: dict[str, None]) -> None:
        # A stack of our own: a bank of thousands of chained gates must not recurse.
        path = {start: iter(self.reads(start))} if start not in ordered else {}
        while path:
            slug, waiting = next(reversed(path.items()))
            needed = next((each for each in waiting if each not in ordered), None)
            if needed is None:
                ordered[slug] = None
                del path[slug]
            elif needed in path:
                raise CycleError(" → ".join([*_from(path, needed), needed]))
            else:
                path[needed] = iter(self.reads(needed))

    def reads(self, slug: str) -> tuple[str, ...]:
        """The questions and schemes that a question's gate or a scheme reads."""
        scheme = self.bank.scheme.get(slug)
        conditions = (
            [self.gate_of(self.bank.questions[slug])]
            if scheme is None
            else scheme_conditions(scheme)
        )
        return tuple(
            dict.fromkeys(
                subject for condition in conditions for subject in subjects(condition)
            )
        )


def scheme_conditions(scheme: Scheme) -> Iterator[Condition | None]:
    """Every condition of a scheme: when it is decided, and that of each rule."""
    yield scheme.decided_when
    for rule in scheme.rules:
        yield rule.when


def _from(path: dict[str, object], slug: str) -> list[str]:
    slugs = list(path)
    return slugs[slugs.index(slug) :]
