"""The fields of a bank's parts in lines of words, to be read and compared."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from compliance.domain.bank import Bank, Choice, Example, Question
from compliance.domain.conditions import All, Any, Before, Is, Not
from compliance.domain.labels import KIND_TITLES, WORD_TITLES, label_of_field
from compliance.domain.law import AppliesFrom, Dispute, Milestone, Review, Rule
from compliance.domain.parts import Placed
from compliance.domain.reference_cases import ABSENT, OPEN, Facts, ReferenceCase
from compliance.domain.references import REFERENCES
from compliance.domain.sentences import sentence
from compliance.domain.titles import choice_title, named, value_title, written_day

YES, NO = "yes", "no"
DATES = {
    (Bank, "law_date"),
    (Milestone, "date"),
    (Review, "on"),
    (Review, "due"),
    (ReferenceCase, "applies_from"),
}
Lines = tuple[str, ...]


def told(placed: Placed, field: str, bank: Bank) -> Lines:
    """A field of a part in words, a line for each thing in it; empty for nothing."""
    value = getattr(placed.part, field)
    if isinstance(value, Facts):
        return tuple(_facts(field, value, bank))
    if field in ("value", "also") and isinstance(placed.part, Rule):
        return (value_title(placed.parent, value, bank),)
    if isinstance(value, Dispute):
        return tuple(_dispute(placed.parent, value, bank))
    return tuple(_lines(type(placed.part), field, value, bank))


def _lines(holds: type, field: str, value: object, bank: Bank) -> Iterator[str]:
    if isinstance(value, tuple):
        for each in value:
            yield from _lines(holds, field, each, bank)
    elif isinstance(value, Is | Before | All | Any | Not):
        yield sentence(value, bank)
    elif is_dataclass(value):
        yield _in_one_line(value, bank)
    elif value is not None and value != "":
        yield _word(holds, field, value, bank)


def _word(holds: type, field: str, value: object, bank: Bank) -> str:
    kind = REFERENCES.get((holds, field))
    if kind is not None:
        return named(kind, value, bank)
    if isinstance(value, bool):
        return YES if value else NO
    if (holds, field) in DATES:
        return written_day(value)
    if field == "kind":
        titles = KIND_TITLES["question" if holds is Question else "scheme"]
        return titles.get(value, value)
    if field in ("services", "kinds"):
        return named({"kinds": "support-kind"}.get(field, "service"), value, bank)
    if field == "open_questions" and holds is ReferenceCase:
        return named("question", value, bank)
    return WORD_TITLES.get(field, {}).get(value, value)


def _in_one_line(value: object, bank: Bank) -> str:
    """A small value such as an example or a choice: "Yes, if it marks the nodule"."""
    if isinstance(value, Choice):
        more = [value.help, "stands alone" if value.exclusive else ""]
        return ". ".join(filter(None, [value.label, *more]))
    if isinstance(value, Example):
        return f"{value.lead} {value.text}"
    if isinstance(value, AppliesFrom):
        day = named("milestone", value.milestone, bank)
        return f"{day}: {sentence(value.when, bank)}" if value.when else day
    parts = (
        line
        for each in fields(value)
        for line in _lines(type(value), each.name, getattr(value, each.name), bank)
        if each.name != "slug"
    )
    return ", ".join(parts)


def _dispute(scheme: str, dispute: Dispute, bank: Bank) -> Iterator[str]:
    values = [value_title(scheme, value, bank) for value in dispute.also]
    yield f"{label_of_field(Dispute, 'also')}: {', '.join(values)}"
    yield dispute.text
    yield from (named("provision", slug, bank) for slug in dispute.provisions)


def in_bank_order(facts: Facts, bank: Bank) -> list[tuple[str, tuple[str, ...]]]:
    """Facts in the order in which the bank asks and decides; unknown ones last."""
    places = {slug: n for n, slug in enumerate([*bank.questions, *bank.scheme])}
    return sorted(facts, key=lambda pair: places.get(pair[0], len(places)))


def _facts(field: str, facts: Facts, bank: Bank) -> Iterator[str]:
    for slug, values in in_bank_order(facts, bank):
        if field == "answers":
            subject = named("question", slug, bank)
            words = [_answer(slug, value, bank) for value in values]
        elif field == "duties":
            subject, words = named("duty", slug, bank), list(values)
        else:
            subject = named("scheme", slug, bank)
            words = [_outcome(slug, value, bank) for value in values]
        yield f"{subject} {', '.join(words) or 'nothing'}"


def _answer(question: str, value: str, bank: Bank) -> str:
    if value == "unsure":
        return "I don’t know yet"
    return choice_title(question, value, bank)


def _outcome(scheme: str, value: str, bank: Bank) -> str:
    if value == ABSENT:
        return "not decided"
    return "still open" if value == OPEN else value_title(scheme, value, bank)
