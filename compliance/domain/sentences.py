"""A condition as a sentence that somebody without the grammar can read."""

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

    "Class under the MDR is one of Class IIa or Class IIb, and AI system is Yes".
    """
    match condition:
        case Is(subject, values):
            return _is(subject, values, bank, True)
        case Before(subject, milestone):
            return _before(subject, milestone, bank)
        case All(parts):
            return ", and ".join(_part(part, bank) for part in parts)
        case conditions.Any(parts):
            return ", or ".join(_part(part, bank) for part in parts)
        case Not(part):
            return _not(part, bank)
    raise TypeError(f"not a condition: {condition!r}")


def _part(condition: Condition, bank: Bank) -> str:
    text = sentence(condition, bank)
    has_parts = isinstance(condition, All | conditions.Any)
    return f"({text})" if has_parts and len(condition.parts) > 1 else text


def _not(part: Condition, bank: Bank) -> str:
    if isinstance(part, Is):
        return _is(part.subject, part.values, bank, False)
    return f"it is not so that ({sentence(part, bank)})"


def _is(subject: str, values: tuple[str, ...], bank: Bank, holds: bool) -> str:
    titles = [_value(subject, value, bank) for value in values]
    verb = VERBS[_has_several(subject, bank), holds]
    if len(titles) > 1:
        verb += " one of" if holds else " any of"
    return f"{_subject(subject, bank)} {verb} {_either(titles)}"


def _before(subject: str, milestone: str, bank: Bank) -> str:
    day = day_in_words(date.fromisoformat(bank.milestone[milestone].date))
    return f"{_subject(subject, bank)} is a day before {day}"


def _has_several(subject: str, bank: Bank) -> bool:
    scheme = bank.scheme.get(subject)
    if scheme is not None:
        return scheme.kind == "labels"
    return bank.questions[subject].kind == CHOICES


def _subject(subject: str, bank: Bank) -> str:
    scheme = bank.scheme.get(subject)
    if scheme is not None:
        return scheme.title
    return f"the answer to “{bank.questions[subject].text}”"


def _value(subject: str, value: str, bank: Bank) -> str:
    scheme = bank.scheme.get(subject)
    if scheme is not None:
        return scheme.titles[value]
    question = bank.questions[subject]
    if question.kind == COUNTRY:
        return COUNTRIES.get(value, value)
    labels = {choice.slug: choice.label for choice in question.options}
    return f"“{labels[value]}”"


def _either(titles: list[str]) -> str:
    *most, last = titles
    return f"{', '.join(most)} or {last}" if most else last
