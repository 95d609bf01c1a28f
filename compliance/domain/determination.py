"""What the answers settle: verdicts with reasons, duties with dates, open points."""

from collections.abc import Iterable, Mapping
from functools import cached_property

from compliance.domain.answers import NO_ANSWER, Answer, Answers, possible_values
from compliance.domain.bank import Bank, Question
from compliance.domain.conditions import Condition
from compliance.domain.findings import (
    MET,
    NOT_MET,
    OPEN,
    OTHERWISE,
    DutyFinding,
    Finding,
    OpenQuestion,
    Reason,
)
from compliance.domain.law import Rule, Scheme
from compliance.domain.logic import (
    ABSENT,
    One,
    Several,
    Test,
    Truth,
    disjunction,
    is_open,
)
from compliance.domain.rulebook import Starts


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
        for slug in bank.rulebook.order:
            self._evaluate(slug)

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
            return _assumed(scheme, self.assume[scheme.slug], support)
        if applies is False:
            return Finding(scheme.slug, False, (), (), True, (), support)
        if scheme.kind == "labels":
            return self._gather(scheme, applies, support)
        return self._walk(scheme, applies, support)

    def _walk(self, scheme: Scheme, applies: Truth, gate: tuple[str, ...]) -> Finding:
        reasons, possible = [], []
        for compiled in self.bank.rulebook.rules[scheme.slug]:
            truth = True if compiled.test is None else self._truth(compiled.test)
            reasons.append(self._reason(compiled.rule, compiled.test, truth))
            if truth is not False:
                possible.append(compiled.rule.value)
            if truth is True:
                break
        else:
            outcome = OPEN if possible else OTHERWISE
            reasons.append(Reason(scheme.otherwise, outcome, _because_of(reasons)))
            possible.append(scheme.otherwise.value)
        possible = _in_order(scheme, possible)
        settled = applies is True and len(possible) == 1
        values = possible if settled else ()
        return Finding(
            scheme.slug, applies, values, possible, settled, tuple(reasons), gate
        )

    def _gather(self, scheme: Scheme, applies: Truth, gate: tuple[str, ...]) -> Finding:
        truths: dict[str, list[Truth]] = {value.slug: [] for value in scheme.values}
        reasons = []
        for compiled in self.bank.rulebook.rules[scheme.slug]:
            truth = True if compiled.test is None else self._truth(compiled.test)
            truths[compiled.rule.value].append(truth)
            reasons.append(self._reason(compiled.rule, compiled.test, truth))
        labels = {slug: disjunction(each) for slug, each in truths.items()}
        if scheme.otherwise is not None:
            reasons.append(_settle_otherwise(scheme.otherwise, labels, reasons))
        values = tuple(s for s, truth in labels.items() if truth is True)
        possible = tuple(s for s, truth in labels.items() if truth is not False)
        settled = applies is True and values == possible
        certain = values if applies is True else ()
        return Finding(
            scheme.slug, applies, certain, possible, settled, tuple(reasons), gate
        )

    def _truth(self, test: Test) -> Truth:
        return test.evaluate(self.possible)

    def _reason(self, rule: Rule, test: Test | None, truth: Truth) -> Reason:
        because = () if test is None else tuple(test.support(self.possible))
        outcome = {True: MET, False: NOT_MET, None: OPEN}[truth]
        return Reason(rule, outcome, tuple(dict.fromkeys(because)))

    def truth_of(self, condition: Condition | None) -> Truth:
        """Evaluate a further condition of the bank; none at all is met."""
        if condition is None:
            return True
        return self._truth(self.bank.rulebook.compiled(condition))

    @cached_property
    def duties(self) -> dict[str, DutyFinding]:
        """Duty slug → whether it applies and from when."""
        return {
            slug: self._duty(slug, test, starts)
            for slug, test, starts in self.bank.rulebook.duties
        }

    def _duty(self, slug: str, test: Test, starts: Starts) -> DutyFinding:
        truth = self._truth(test)
        if truth is False:
            return DutyFinding(slug, False, (), ())
        because = tuple(dict.fromkeys(test.support(self.possible)))
        return DutyFinding(slug, truth, self._milestones(starts), because)

    def _milestones(self, starts: Starts) -> tuple[str, ...]:
        milestones: dict[str, None] = {}
        for milestone, test in starts:
            truth = True if test is None else self._truth(test)
            if truth is not False:
                milestones[milestone] = None
            if truth is True:
                break
        return tuple(milestones)

    def questions_behind(self, subjects: Iterable[str]) -> tuple[str, ...]:
        """The questions that subjects rest on, through schemes, in the order asked."""
        seen: set[str] = set()
        waiting = list(subjects)
        while waiting:
            slug = waiting.pop()
            if slug not in seen:
                seen.add(slug)
                if slug in self.findings:
                    waiting.extend(self.findings[slug].support)
        return tuple(slug for slug in self.bank.questions if slug in seen)

    def settles_with(self, subjects: Iterable[str]) -> tuple[str, ...]:
        """The open questions behind open subjects, in the order asked.

        Where it is open whether a question is asked, what opens its gate comes first.
        """
        seen: set[str] = set()
        found: set[str] = set()
        waiting = list(subjects)
        while waiting:
            slug = waiting.pop()
            if slug in seen or not is_open(self.possible[slug]):
                continue
            seen.add(slug)
            if slug in self.findings:
                waiting.extend(self._open_support(self.findings[slug]))
            elif self.asked[slug] is None:
                waiting.extend(self.bank.rulebook.gates[slug].support(self.possible))
            else:
                found.add(slug)
        return tuple(slug for slug in self.bank.questions if slug in found)

    def _open_support(self, finding: Finding) -> list[str]:
        open_rules = [
            each
            for reason in finding.reasons
            if reason.outcome == OPEN
            for each in reason.because
        ]
        return [*finding.gate, *open_rules]

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
        position = {slug: place for place, slug in enumerate(self.bank.questions)}
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


def _possible(scheme: Scheme, finding: Finding) -> One | Several:
    if scheme.kind == "labels":
        some = finding.applies is True and scheme.otherwise is not None
        certain = frozenset(finding.values)
        return Several(certain, frozenset(finding.possible) - certain, some)
    absent = () if finding.applies is True else (ABSENT,)
    return One(frozenset((*finding.possible, *absent)))


def _assumed(scheme: Scheme, value: str, gate: tuple[str, ...]) -> Finding:
    return Finding(scheme.slug, True, (value,), (value,), True, (), gate)


def _in_order(scheme: Scheme, values: list[str]) -> tuple[str, ...]:
    return tuple(value.slug for value in scheme.values if value.slug in values)


def _settle_otherwise(
    rule: Rule, labels: dict[str, Truth], reasons: list[Reason]
) -> Reason:
    others = disjunction([t for slug, t in labels.items() if slug != rule.value])
    holds = None if others is None else not others
    labels[rule.value] = disjunction([labels[rule.value], holds])
    outcome = {True: OTHERWISE, False: NOT_MET, None: OPEN}[holds]
    return Reason(rule, outcome, _because_of(reasons))


def _because_of(reasons: list[Reason]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each for r in reasons for each in r.because))
