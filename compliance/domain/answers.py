"""Answers, and the values a question may still have under them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from compliance.domain.bank import CHOICES, UNSURE, Question
from compliance.domain.logic import ABSENT, ANYTHING, One, Several, Truth

NOTHING = frozenset()
NOT_ASKED = One(frozenset({ABSENT}))


@dataclass(frozen=True)
class Answer:
    """The reply to one question: choice slugs or one text, and "I don't know yet".

    An answer without values that is not unsure counts as none.
    """

    values: tuple[str, ...] = ()
    unsure: bool = False
    note: str = ""

    @property
    def is_given(self) -> bool:
        """Whether something was answered, "I don't know yet" included."""
        return bool(self.values) or self.unsure

    @property
    def is_settling(self) -> bool:
        """Whether it leaves nothing open."""
        return bool(self.values) and not self.unsure


NO_ANSWER = Answer()
Answers = Mapping[str, Answer]


def answer_of(value: str | list[str], note: str = "") -> Answer:
    """Read the flat form: a slug, a list of slugs (unsure among them) or a value."""
    values = tuple(value) if isinstance(value, list) else (value,)
    known = tuple(each for each in values if each != UNSURE and each != "")
    return Answer(known, UNSURE in values, note)


def in_order(question: Question, answer: Answer) -> Answer:
    """The answer with its choices in the order offered; the same ticks are equal."""
    order = [choice.slug for choice in question.options]
    known = sorted(set(answer.values).intersection(order), key=order.index)
    strange = [value for value in answer.values if value not in order]
    return replace(answer, values=(*known, *strange))


def flat(answer: Answer) -> str | list[str]:
    """Return the flat form; `answer_of(flat(answer)) == answer` but for the note."""
    values = [*answer.values, UNSURE] if answer.unsure else list(answer.values)
    return values[0] if len(values) == 1 else values


def possible_values(question: Question, answer: Answer, asked: Truth) -> One | Several:
    """The values the question may still have.

    Not asked: absent. Asked: the answer, or everything while unanswered or unsure.
    Where it is open whether it is asked: either.
    """
    if asked is True and not answer.is_given:
        return question.anything
    if question.kind == CHOICES:
        return _possible_labels(question, answer, asked)
    if asked is False:
        return NOT_ASKED
    values = _single_values(question, answer)
    return One(values | {ABSENT} if asked is None else values)


def _single_values(question: Question, answer: Answer) -> frozenset[str]:
    if not question.is_picked:
        return frozenset(answer.values if answer.is_settling else (ANYTHING,))
    picked = question.option_slugs.intersection(answer.values)
    return picked if picked and not answer.unsure else question.option_slugs


def _possible_labels(question: Question, answer: Answer, asked: Truth) -> Several:
    if asked is False:
        return Several(NOTHING, NOTHING)
    options = question.option_slugs
    ticked = options.intersection(answer.values)
    if not ticked:
        return Several(NOTHING, options, asked is True)
    rest = _still_open(question) - ticked if answer.unsure else NOTHING
    if asked is None:
        return Several(NOTHING, ticked | rest)
    return Several(ticked, rest)


def _still_open(question: Question) -> frozenset[str]:
    return frozenset(choice.slug for choice in question.choices if not choice.exclusive)
