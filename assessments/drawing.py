"""Questions as values ready to be drawn by the templates."""

from collections.abc import Iterable

from assessments.forms import AnswersForm
from compliance.domain.bank import Bank, Question
from compliance.domain.determination import Determination
from compliance.domain.gaps import duties_by_measure
from compliance.drawing import Given, drawn_question
from compliance.provisions import label_of

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
        drawn_question(question, bank, _given(form, question, numbers))
        for question in form.questions
    ]


def _given(form: AnswersForm, question: Question, numbers: dict[str, int]) -> Given:
    faults = form.faults.get(question.slug, [])
    return Given(form.answer(question), numbers.get(question.slug), faults)


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
