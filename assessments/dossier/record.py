"""What was asked and answered, and the sources."""

from collections.abc import Iterable

from assessments.dossier.case import Case, answer_text
from assessments.dossier.measures import MARKS, STATE_WORDS
from compliance.domain.bank import Question
from compliance.domain.gaps import readiness


def answers_of(case: Case) -> list[dict]:
    """Every question on the path with its answer and note, by section."""
    sections = [
        {
            "slug": section.slug,
            "title": section.title,
            "questions": [
                _told(case, question)
                for question in section.questions
                if question.slug in case.numbers
            ],
        }
        for section in case.bank.sections
    ]
    return [section for section in sections if section["questions"]]


def _told(case: Case, question: Question) -> dict:
    answer = case.answer(question.slug)
    return {
        "slug": question.slug,
        "number": case.numbers[question.slug],
        "text": question.text,
        "answer": answer_text(question, answer),
        "values": list(answer.values),
        "unsure": answer.unsure,
        "unanswered": not answer.is_given,
        "required": question.required,
        "note": answer.note,
        "provisions": case.provisions(question.provisions),
    }


def measures_of(case: Case) -> list[dict]:
    """Every measure that a duty needs, with its state and note, by area."""
    titles = {area.slug: area.title for area in case.bank.areas}
    return [
        {
            "area": area,
            "title": titles[area],
            "measures": [
                {
                    "slug": slug,
                    "title": case.bank.measure[slug].title,
                    "told": state,
                    "state": MARKS[state],
                    "state_word": STATE_WORDS[state],
                    "note": case.answer(slug).note,
                    "delta": case.bank.measure[slug].delta,
                }
                for slug, state in states.items()
            ],
        }
        for area, states in readiness(case.determination).items()
    ]


def cited_in(tree: object) -> Iterable[str]:
    """The slugs of all provisions that a part of the dossier cites."""
    if isinstance(tree, list):
        for each in tree:
            yield from cited_in(each)
    elif isinstance(tree, dict):
        for key, value in tree.items():
            if key == "provisions":
                yield from (cited["slug"] for cited in value)
            else:
                yield from cited_in(value)


def sources_of(case: Case, *trees: object) -> list[dict]:
    """The cited provisions, in the order of the bank."""
    cited = {slug for tree in trees for slug in cited_in(tree)}
    return [case.provision(slug) for slug in case.bank.provision if slug in cited]
