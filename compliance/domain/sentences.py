"""A condition as a sentence that somebody without the grammar can read."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from compliance.domain import conditions
from compliance.domain.bank import CHOICES, COUNTRY, Bank
from compliance.domain.conditions import All, Before, Condition, Is, Not
from compliance.domain.countries import COUNTRIES
from compliance.domain.support_entry import day_in_words

# By whether the subject can have several values, and whether the test shall hold.
VERBS = {
    (False, True): "is",
    (False, False): "is not",
    (True, True): "includes",
    (True, False): "does not include",
}


def sentence(condition: Condition, bank: Bank) -> str:
    """The condition in words, without a full stop.

    "Class under the MDR is one of Class IIa or Class IIb, and AI system is Yes". What
    the bank does not know stands by its slug, so that a broken condition reads too.
    """
    return _Reader(bank, str).read(condition)


def marked_sentence(condition: Condition, bank: Bank) -> str:
    """The same with subjects, values and joining words between ** for emphasis."""
    return _Reader(bank, "**{}**".format).read(condition)


@dataclass(frozen=True)
class _Reader:
    bank: Bank
    mark: Callable[[str], str]

    def read(self, condition: Condition) -> str:
        match condition:
            case Is(subject, values):
                return self._is(subject, values, True)
            case Before(subject, milestone):
                day = self.mark(_day(milestone, self.bank))
                return f"{self._subject(subject)} is a day before {day}"
            case All(parts):
                return f", {self.mark('and')} ".join(map(self._part, parts))
            case conditions.Any(parts):
                return f", {self.mark('or')} ".join(map(self._part, parts))
            case Not(part):
                return self._not(part)
        raise TypeError(f"not a condition: {condition!r}")

    def _part(self, condition: Condition) -> str:
        text = self.read(condition)
        has_parts = isinstance(condition, All | conditions.Any)
        return f"({text})" if has_parts and len(condition.parts) > 1 else text

    def _not(self, part: Condition) -> str:
        if isinstance(part, Is):
            return self._is(part.subject, part.values, False)
        return f"{self.mark('it is not so')} that ({self.read(part)})"

    def _is(self, subject: str, values: tuple[str, ...], holds: bool) -> str:
        titles = [self.mark(_value(subject, value, self.bank)) for value in values]
        verb = VERBS[_has_several(subject, self.bank), holds]
        if len(titles) > 1:
            verb += " one of" if holds else " any of"
        return f"{self._subject(subject)} {verb} {_either(titles)}"

    def _subject(self, subject: str) -> str:
        scheme = self.bank.scheme.get(subject)
        if scheme is not None:
            return self.mark(scheme.title)
        question = self.bank.questions.get(subject)
        if question is None:
            return self.mark(subject)
        return f"the answer to “{self.mark(question.text)}”"


def _day(milestone: str, bank: Bank) -> str:
    known = bank.milestone.get(milestone)
    try:
        return day_in_words(date.fromisoformat(known.date))
    except (AttributeError, ValueError):
        return milestone


def _has_several(subject: str, bank: Bank) -> bool:
    scheme = bank.scheme.get(subject)
    if scheme is not None:
        return scheme.kind == "labels"
    question = bank.questions.get(subject)
    return question is not None and question.kind == CHOICES


def _value(subject: str, value: str, bank: Bank) -> str:
    scheme = bank.scheme.get(subject)
    if scheme is not None:
        return scheme.titles.get(value, value)
    question = bank.questions.get(subject)
    if question is None:
        return value
    if question.kind == COUNTRY:
        return COUNTRIES.get(value, value)
    labels = {choice.slug: choice.label for choice in question.options}
    return f"“{labels.get(value, value)}”"


def _either(titles: list[str]) -> str:
    *most, last = titles
    return f"{', '.join(most)} or {last}" if most else last
