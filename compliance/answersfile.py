"""Answers as a flat file: question slug → choice, choices or value; measure → state."""

from collections.abc import Mapping
from datetime import date
from difflib import get_close_matches

from django_countries import countries

from compliance.bankfile.located import read_yaml
from compliance.domain.answers import Answer, answer_of, in_order
from compliance.domain.bank import (
    CHOICES,
    COUNTRY,
    DATE,
    NUMBER,
    UNSURE,
    Bank,
    Question,
)
from compliance.domain.gaps import NOT_APPLICABLE, STATES

SET_ASIDE = "Set aside in the answers file."


class AnswersFileError(ValueError):
    """An answers file that does not fit the bank; one line naming the nearest fit."""


def read_answers(text: str, bank: Bank, file: str = "answers") -> dict[str, Answer]:
    """Read the answers in YAML text, checked against the bank.

    A value may be `{answer: …, note: …}`. Raises AnswersFileError for unknown slugs or
    choices, BankFileError for broken YAML.
    """
    content = read_yaml(text, file)
    if not isinstance(content, Mapping):
        raise AnswersFileError("the answers file is not a mapping of slugs to answers")
    return {slug: _read(slug, value, bank) for slug, value in content.items()}


def _read(slug: str, value: object, bank: Bank) -> Answer:
    note = ""
    if isinstance(value, Mapping) and set(value) <= {"answer", "note"}:
        note = value.get("note", "")
        value = value.get("answer", "")
    if not isinstance(note, str) or not _is_flat(value):
        raise AnswersFileError(f'"{slug}": write one value or a list of values')
    answer = answer_of(value, note)
    if slug in bank.measure:
        return _checked_measure(slug, answer)
    if slug not in bank.questions:
        known = [*bank.questions, *bank.measure]
        raise AnswersFileError(f'no question or measure "{slug}"{_near(slug, known)}')
    return check_answer(bank.questions[slug], answer)


def _is_flat(value: object) -> bool:
    return isinstance(value, str) or (
        isinstance(value, list) and all(isinstance(each, str) for each in value)
    )


def _near(slug: str, known: list[str]) -> str:
    near = get_close_matches(slug, known, 1, 0.0)
    return f', did you mean "{near[0]}"?' if near else ""


def _checked_measure(slug: str, answer: Answer) -> Answer:
    for state in answer.values:
        if state not in STATES:
            near = _near(state, [*STATES, UNSURE])
            raise AnswersFileError(f'"{slug}" has no state "{state}"{near}')
    if len(answer.values) > 1:
        raise AnswersFileError(f'"{slug}" takes one state')
    if NOT_APPLICABLE in answer.values and not answer.note:
        return Answer(answer.values, answer.unsure, SET_ASIDE)
    return answer


def check_answer(question: Question, answer: Answer) -> Answer:
    """Return the answer where it fits the question. Raises AnswersFileError else."""
    if question.is_picked:
        _check_choices(question, answer)
    if len(answer.values) > 1 and question.kind != CHOICES:
        raise AnswersFileError(f'"{question.slug}" takes one answer')
    for value in answer.values:
        _check_value(question, value)
    return in_order(question, answer) if question.is_picked else answer


def _check_choices(question: Question, answer: Answer) -> None:
    slugs = [choice.slug for choice in question.options]
    for value in answer.values:
        if value not in slugs:
            near = _near(value, [*slugs, UNSURE])
            raise AnswersFileError(f'"{question.slug}" has no choice "{value}"{near}')
    exclusive = [c.slug for c in question.options if c.exclusive]
    if len(answer.values) > 1 and set(exclusive) & set(answer.values):
        raise AnswersFileError(
            f'"{question.slug}": "{exclusive[0]}" excludes the other choices'
        )


def _check_value(question: Question, value: str) -> None:
    if question.kind == DATE and not _is_date(value):
        raise AnswersFileError(f'"{question.slug}": write the date as 2026-05-31')
    if question.kind == NUMBER and not value.isdecimal():
        raise AnswersFileError(f'"{question.slug}": write a whole number')
    if question.kind == COUNTRY and value not in countries.countries:
        raise AnswersFileError(
            f'"{question.slug}": "{value}" is no country code such as PT'
        )


def _is_date(value: str) -> bool:
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False
