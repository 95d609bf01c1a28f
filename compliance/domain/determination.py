"""What the answers settle: verdicts with reasons, duties with dates, open points."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import copy
from functools import cached_property
from heapq import heapify, heappop, heappush

from compliance.domain.answers import NO_ANSWER, Answer, Answers, possible_values
from compliance.domain.bank import Bank, Question
from compliance.domain.conditions import Condition
from compliance.domain.deciding import assumed, decide
from compliance.domain.findings import (
    OPEN,
    DutyFinding,
    Finding,
    OpenQuestion,
)
from compliance.domain.law import Scheme
from compliance.domain.logic import (
    ABSENT,
    One,
    Several,
    Test,
    Truth,
    is_open,
)
from compliance.domain.rulebook import Starts

NOTHING: frozenset[str] = frozenset()


class Determination:
    """What one set of answers settles under one bank; computed, never stored.

    `assume` fixes schemes at a value, to see what would follow from it.
    """

    def __init__(
        self,
        bank: Bank,
        answers: Answers,
        assume: Mapping[str, str] | None = None,
    ):
        self.bank = bank
        self.answers = answers
        self.assume = assume or {}
        self.asked: dict[str, Truth] = {}
        self.possible: dict[str, One | Several] = {}
        self.findings: dict[str, Finding] = {}
        self._known_settling: dict[str, frozenset[str]] = {}
        for slug in bank.rulebook.order:
            self._evaluate(slug)

    def updated(self, answers: Answers) -> Determination:
        """The same as determining these answers, working out only what changes."""
        fresh = copy(self)
        fresh.__dict__ = {
            "bank": self.bank,
            "answers": answers,
            "assume": self.assume,
            "asked": dict(self.asked),
            "possible": dict(self.possible),
            "findings": dict(self.findings),
            "_known_settling": {},
        }
        fresh._evaluate_after(_changed(self.answers, answers))
        return fresh

    def _evaluate_after(self, changed: Iterable[str]) -> None:
        rulebook = self.bank.rulebook
        places = [rulebook.place[slug] for slug in changed if slug in rulebook.place]
        heapify(places)
        known = set(places)
        while places:
            slug = rulebook.order[heappop(places)]
            before = self.possible[slug]
            self._evaluate(slug)
            if self.possible[slug] != before:
                for reader in rulebook.readers[slug]:
                    if (place := rulebook.place[reader]) not in known:
                        known.add(place)
                        heappush(places, place)

    def _evaluate(self, slug: str) -> None:
        gate = self.bank.rulebook.gates[slug]
        truth = True if gate is None else gate.evaluate(self.possible)
        question = self.bank.questions.get(slug)
        if question is None:
            self.findings[slug] = self._decide(self.bank.scheme[slug], gate, truth)
            self.possible[slug] = _possible(self.bank.scheme[slug], self.findings[slug])
        else:
            self.asked[slug] = truth
            self.possible[slug] = possible_values(question, self.answer(slug), truth)

    def answer(self, slug: str) -> Answer:
        """The stored answer, counted or not."""
        return self.answers.get(slug, NO_ANSWER)

    def _decide(self, scheme: Scheme, gate: Test | None, applies: Truth) -> Finding:
        support = () if gate is None else tuple(gate.support(self.possible))
        if scheme.slug in self.assume:
            return assumed(scheme, self.assume[scheme.slug], support)
        rules = self.bank.rulebook.rules[scheme.slug]
        return decide(scheme, rules, applies, support, self.possible)

    def truth_of(self, condition: Condition | None) -> Truth:
        """Evaluate a further condition of the bank; none at all is met."""
        if condition is None:
            return True
        return self.bank.rulebook.compiled(condition).evaluate(self.possible)

    @cached_property
    def duties(self) -> dict[str, DutyFinding]:
        """Duty slug → whether it applies and from when."""
        return {
            slug: self._duty(slug, test, starts)
            for slug, test, starts in self.bank.rulebook.duties
        }

    def _duty(self, slug: str, test: Test, starts: Starts) -> DutyFinding:
        truth = test.evaluate(self.possible)
        if truth is False:
            return DutyFinding(slug, False, (), ())
        because = tuple(dict.fromkeys(test.support(self.possible)))
        return DutyFinding(slug, truth, self._milestones(starts), because)

    def _milestones(self, starts: Starts) -> tuple[str, ...]:
        milestones: dict[str, None] = {}
        for milestone, test in starts:
            truth = True if test is None else test.evaluate(self.possible)
            if truth is not False:
                milestones[milestone] = None
            if truth is True:
                break
        return tuple(milestones)

    def questions_behind(self, subjects: Iterable[str]) -> tuple[str, ...]:
        """The questions that subjects rest on, through schemes, in the order asked."""
        return self._in_order(self._behind[slug] for slug in subjects)

    def settles_with(self, subjects: Iterable[str]) -> tuple[str, ...]:
        """The open questions behind open subjects, in the order asked.

        Where it is open whether a question is asked, what opens its gate comes first.
        """
        return self._in_order(self._settling(slug) for slug in subjects)

    def _in_order(self, questions: Iterable[frozenset[str]]) -> tuple[str, ...]:
        found = NOTHING.union(*questions)
        return tuple(sorted(found, key=self.bank.rulebook.position.get))

    @cached_property
    def _behind(self) -> dict[str, frozenset[str]]:
        behind: dict[str, frozenset[str]] = {}
        for slug in self.bank.rulebook.order:
            own = () if slug in self.findings else (slug,)
            support = self.findings[slug].support if slug in self.findings else ()
            behind[slug] = frozenset(own).union(*(behind[each] for each in support))
        return behind

    def _settling(self, subject: str) -> frozenset[str]:
        # A stack of our own: a bank of thousands of chained gates must not recurse.
        settling, path = self._known_settling, [subject]
        while path:
            slug = path[-1]
            waits = () if slug in settling else self._waits_for(slug)
            unknown = [each for each in waits if each not in settling and each != slug]
            path.extend(unknown)
            if not unknown:
                path.pop()
                own = NOTHING if waits != (slug,) else frozenset(waits)
                others = (settling[each] for each in waits if each != slug)
                settling.setdefault(slug, own.union(*others))
        return settling[subject]

    def _waits_for(self, slug: str) -> tuple[str, ...]:
        if not is_open(self.possible[slug]):
            return ()
        if slug in self.findings:
            finding = self.findings[slug]
            open_rules = [r for r in finding.reasons if r.outcome == OPEN]
            return (*finding.gate, *(each for r in open_rules for each in r.because))
        if self.asked[slug] is None:
            return tuple(self.bank.rulebook.gates[slug].support(self.possible))
        return (slug,)

    @cached_property
    def open_questions(self) -> tuple[OpenQuestion, ...]:
        """What would settle open verdicts and duties, most telling first."""
        waiting: dict[str, list[str]] = {}
        for slug, finding in self.findings.items():
            if not finding.settled:
                for question in self.settles_with([slug]):
                    waiting.setdefault(question, []).append(slug)
        for duty in self.duties.values():
            if duty.truth is None:
                for question in self.settles_with(duty.because):
                    waiting.setdefault(question, []).append(duty.duty)
        position = self.bank.rulebook.position
        ranked = sorted(waiting, key=lambda s: (-len(waiting[s]), position[s]))
        return tuple(OpenQuestion(slug, tuple(waiting[slug])) for slug in ranked)

    @cached_property
    def disputed(self) -> dict[str, tuple[str, ...]]:
        """Scheme slug → the schemes with a disputed verdict that it rests on."""
        disputed: dict[str, tuple[str, ...]] = {}
        for slug in self.findings:
            finding = self.findings[slug]
            own = (slug,) if finding.disputes else ()
            carried = self.disputed_behind(
                (each for r in finding.telling for each in r.because), disputed
            )
            disputed[slug] = tuple(dict.fromkeys([*own, *carried]))
        return disputed

    def disputed_behind(
        self,
        subjects: Iterable[str],
        known: Mapping[str, tuple[str, ...]] | None = None,
    ) -> tuple[str, ...]:
        """The disputed schemes that these subjects rest on."""
        disputed = self.disputed if known is None else known
        return tuple(
            dict.fromkeys(each for slug in subjects for each in disputed.get(slug, ()))
        )

    @cached_property
    def path(self) -> tuple[Question, ...]:
        """The questions that are or may be asked, in order."""
        return tuple(
            question
            for slug, question in self.bank.questions.items()
            if self.asked[slug] is not False
        )

    @cached_property
    def numbers(self) -> dict[str, int]:
        """Question slug → its number, for the questions that the walk has reached.

        One that hangs on a question still unanswered is not reached yet.
        """
        reached = [each.slug for each in self.path if self._is_reached(each.slug)]
        return {slug: number for number, slug in enumerate(reached, 1)}

    def _is_reached(self, slug: str) -> bool:
        if self.asked[slug]:
            return True
        gate = self.bank.rulebook.gates[slug]
        waiting = self.settles_with(gate.support(self.possible))
        return all(self.answer(each).is_given for each in waiting)

    @property
    def unanswered(self) -> tuple[Question, ...]:
        """The required questions of the path without any answer."""
        return tuple(
            question
            for question in self.path
            if question.required and not self.answer(question.slug).is_given
        )

    @property
    def is_complete(self) -> bool:
        """Whether every required question of the path has an answer."""
        return not self.unanswered


def determine(
    bank: Bank, answers: Answers, assume: Mapping[str, str] | None = None
) -> Determination:
    """Determine what these answers settle under this bank."""
    return Determination(bank, answers, assume)


def _changed(before: Answers, after: Answers) -> list[str]:
    # Most are the very same value, so it is seldom that two have to be compared.
    return [
        slug
        for slug in {**before, **after}
        if before.get(slug) is not after.get(slug)
        and before.get(slug, NO_ANSWER) != after.get(slug, NO_ANSWER)
    ]


def _possible(scheme: Scheme, finding: Finding) -> One | Several:
    if scheme.kind == "labels":
        some = finding.applies is True and scheme.otherwise is not None
        certain = frozenset(finding.values)
        return Several(certain, frozenset(finding.possible) - certain, some)
    absent = () if finding.applies is True else (ABSENT,)
    return One(frozenset((*finding.possible, *absent)))
