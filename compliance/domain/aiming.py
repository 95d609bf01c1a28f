"""Answers aimed at a condition: ways to make it hold, worked back to the questions."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from compliance.domain.bank import CHOICES, COUNTRY, Bank, Question
from compliance.domain.conditions import All, Any, Before, Condition, Is, Not
from compliance.domain.contents import rules_of
from compliance.domain.law import Rule, Scheme

# Answers so far: question slug → values.
Given = Mapping[str, tuple[str, ...]]
STEPS = 3_000
DEEPEST = 40


class Aim:
    """Works back from conditions of one bank to answers that may fulfil them."""

    def __init__(self, bank: Bank):
        self.bank = bank
        self.steps = 0

    def ways(self, goal: Condition) -> Iterator[Given]:
        """Answers that may fulfil the goal; a bounded number of steps, no promise."""
        self.steps = STEPS
        yield from self._ways(goal, True, {}, 0)

    def goals_of(self, scheme: Scheme, rule: Rule) -> tuple[Condition, ...]:
        """What has to hold for a rule to decide, the likelier to do first."""
        gate = [] if scheme.decided_when is None else [scheme.decided_when]
        place = scheme.rules.index(rule) if rule in scheme.rules else None
        before = [Not(each.when) for each in scheme.rules[:place]]
        if rule.when is None:
            return (All((*gate, *before)),)
        alone = All((*gate, rule.when))
        return (alone,) if not before else (alone, All((*gate, rule.when, *before)))

    def _ways(
        self, goal: Condition, wanted: bool, given: Given, depth: int
    ) -> Iterator[Given]:
        self.steps -= 1
        if self.steps < 0 or depth > DEEPEST:
            return
        match goal:
            case Not(part):
                yield from self._ways(part, not wanted, given, depth + 1)
            case All(parts) | Any(parts):
                if isinstance(goal, All) is wanted:
                    yield from self._each(parts, wanted, given, depth)
                else:
                    for part in parts:
                        yield from self._ways(part, wanted, given, depth + 1)
            case _:
                yield from self._leaf(goal, wanted, given, depth)

    def _leaf(
        self, leaf: Is | Before, wanted: bool, given: Given, depth: int
    ) -> Iterator[Given]:
        if isinstance(leaf, Before):
            yield from self._before(leaf, wanted, given, depth)
        elif leaf.subject in self.bank.questions:
            yield from self._question(leaf, wanted, given, depth)
        else:
            yield from self._scheme(leaf, wanted, given, depth)

    def _each(
        self, parts: tuple[Condition, ...], wanted: bool, given: Given, depth: int
    ) -> Iterator[Given]:
        if not parts:
            yield given
            return
        for step in self._ways(parts[0], wanted, given, depth + 1):
            yield from self._each(parts[1:], wanted, step, depth + 1)

    def _question(
        self, leaf: Is, wanted: bool, given: Given, depth: int
    ) -> Iterator[Given]:
        question = self.bank.questions[leaf.subject]
        chosen = given.get(leaf.subject, ())
        for answer in _answers(question, leaf.values, wanted, chosen):
            yield from self._asked(question, {**given, leaf.subject: answer}, depth)

    def _asked(self, question: Question, given: Given, depth: int) -> Iterator[Given]:
        gate = self.bank.rulebook.gate_of(question)
        if gate is None:
            yield given
        else:
            yield from self._ways(gate, True, given, depth + 1)

    def _before(
        self, leaf: Before, wanted: bool, given: Given, depth: int
    ) -> Iterator[Given]:
        slug = leaf.subject
        day = date.fromisoformat(self.bank.milestone[leaf.milestone].date)
        answer = (day - timedelta(days=1 if wanted else 0)).isoformat()
        if given.get(slug, (answer,)) == (answer,):
            question = self.bank.questions[slug]
            yield from self._asked(question, {**given, slug: (answer,)}, depth)

    def _scheme(
        self, leaf: Is, wanted: bool, given: Given, depth: int
    ) -> Iterator[Given]:
        scheme = self.bank.scheme[leaf.subject]
        if scheme.kind == "labels" and not wanted:
            shunned = [r.when for r in scheme.rules if r.value in leaf.values]
            yield from self._each(tuple(shunned), False, given, depth)
            return
        for rule in rules_of(scheme):
            if (rule.value in leaf.values) is wanted:
                goal, *_ = self.goals_of(scheme, rule)
                yield from self._ways(goal, True, given, depth + 1)


def _answers(
    question: Question, values: tuple[str, ...], wanted: bool, chosen: tuple[str, ...]
) -> Iterator[tuple[str, ...]]:
    """The answers to a question that fit a test and what was chosen before."""
    if question.kind == CHOICES:
        yield from _ticks(question, values, wanted, chosen)
        return
    if question.kind == COUNTRY:
        offered = list(values) if wanted else ["PT", "DE", "US"]
    else:
        offered = [choice.slug for choice in question.options]
    for value in offered:
        if (value in values) is wanted and chosen in ((), (value,)):
            yield (value,)


def _ticks(
    question: Question, values: tuple[str, ...], wanted: bool, chosen: tuple[str, ...]
) -> Iterator[tuple[str, ...]]:
    alone = {choice.slug for choice in question.choices if choice.exclusive}
    if not wanted:
        if chosen:
            if not set(chosen) & set(values):
                yield chosen
            return
        others = [c.slug for c in question.choices if c.slug not in values]
        yield from ((slug,) for slug in sorted(others, key=lambda s: s not in alone))
        return
    for value in values:
        if value in chosen:
            yield chosen
        elif not chosen or not alone & {value, *chosen}:
            yield (*chosen, value)
