"""A question as a value ready to be drawn, in the walk and in the editors' preview."""

from dataclasses import dataclass, field

from django_countries import countries

from compliance.domain.answers import NO_ANSWER, Answer
from compliance.domain.bank import COUNTRY, DATE, UNSURE, Bank, Question
from compliance.provisions import label_of

SHORT_CHOICE = 14


@dataclass(frozen=True)
class Given:
    """What was answered to a question, its number on the path, and what is amiss."""

    answer: Answer = NO_ANSWER
    number: int | None = None
    faults: list[str] = field(default_factory=list)


NOT_ANSWERED = Given(number=1)


def field_name(question: Question) -> str:
    """The name of a question's controls."""
    return f"q-{question.slug}"


def note_name(question: Question) -> str:
    """The name of a question's note."""
    return f"note-{question.slug}"


def drawn_question(question: Question, bank: Bank, given: Given) -> dict:
    """One question with its choices, what is chosen, its note and its faults."""
    answer, name = given.answer, field_name(question)
    return {
        "number": given.number,
        "slug": question.slug,
        "id": name,
        "name": name,
        "kind": question.kind,
        "text": question.text,
        "why": question.why,
        "examples": [{"lead": e.lead, "text": e.text} for e in question.examples],
        "who": question.who,
        "provisions": [
            {"label": label_of(bank, slug), "address": bank.provision[slug].address}
            for slug in question.provisions
            if slug in bank.provision
        ],
        "choices": _choices(question, answer),
        "unsure": {
            "checked": answer.unsure,
            "id": f"{name}-{UNSURE}",
            "value": UNSURE,
            "name": name if question.is_picked else f"{name}-{UNSURE}",
        },
        "inline": _is_inline(question),
        "value": "" if question.is_picked else "".join(answer.values),
        "input_type": "date" if question.kind == DATE else "text",
        "options": _countries(answer) if question.kind == COUNTRY else [],
        "note": answer.note,
        "note_name": note_name(question),
        "note_id": note_name(question),
        "errors": given.faults,
        "measure": None,
    }


def _choices(question: Question, answer: Answer) -> list[dict]:
    return [
        {
            "slug": choice.slug,
            "label": choice.label,
            "help": choice.help,
            "checked": choice.slug in answer.values,
            "id": f"{field_name(question)}-{choice.slug}",
            "exclusive": choice.exclusive,
        }
        for choice in question.options
    ]


def _is_inline(question: Question) -> bool:
    options = question.options
    return len(options) <= 3 and all(
        len(choice.label) <= SHORT_CHOICE and not choice.help for choice in options
    )


def _countries(answer: Answer) -> list[dict]:
    return [
        {"code": code, "name": str(name), "selected": code in answer.values}
        for code, name in countries
    ]
