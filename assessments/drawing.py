"""Questions as values ready to be drawn by the templates."""

from collections.abc import Iterable

from django_countries import countries

from assessments.forms import AnswersForm, field_name, note_name
from compliance.domain.answers import Answer
from compliance.domain.bank import COUNTRY, DATE, UNSURE, Bank, Question
from compliance.domain.determination import Determination
from compliance.domain.gaps import duties_by_measure
from compliance.provisions import label_of

SHORT_CHOICE = 14
EFFORT_WORDS = {
    "S": "small: some days",
    "M": "medium: some weeks",
    "L": "large: some months",
}


def drawn_questions(
    form: AnswersForm, bank: Bank, numbers: dict[str, int]
) -> list[dict]:
    """The questions of a form as the section template draws them."""
    return [
        drawn_question(question, form, bank, numbers.get(question.slug))
        for question in form.questions
    ]


def drawn_question(
    question: Question, form: AnswersForm, bank: Bank, number: int | None
) -> dict:
    """One question with its choices, what is chosen, its note and its faults."""
    answer = form.answer(question)
    name = field_name(question)
    return {
        "number": number,
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
        "errors": form.faults.get(question.slug, []),
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


def with_measures(drawn: list[dict], determination: Determination) -> list[dict]:
    """The drawn questions with what is known of their measures."""
    needed = duties_by_measure(determination)
    bank = determination.bank
    return [each | {"measure": _measure(bank, each["slug"], needed)} for each in drawn]


def _measure(bank: Bank, slug: str, needed: dict[str, Iterable[str]]) -> dict | None:
    measure = bank.measure.get(slug)
    if measure is None:
        return None
    return {
        "evidence": list(measure.evidence),
        "standards": [{"name": s.name, "status": s.status} for s in measure.standards],
        "guidance": [{"name": g.name, "address": g.address} for g in measure.guidance],
        "effort_text": EFFORT_WORDS[measure.effort],
        "owner": measure.owner,
        "delta": measure.delta,
        "duties": [
            {
                "title": bank.duty[duty].title,
                "label": label_of(bank, bank.duty[duty].provisions[0]),
            }
            for duty in needed.get(slug, ())
        ],
    }
