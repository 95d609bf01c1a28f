"""The steps of the walk: the bank's sections, then the measures by area."""

from dataclasses import dataclass

from compliance.domain.bank import CHOICE, Choice, Question
from compliance.domain.determination import Determination
from compliance.domain.gaps import (
    IN_PLACE,
    NOT_APPLICABLE,
    NOT_STARTED,
    PARTLY,
    PLANNED,
    duties_by_measure,
)
from compliance.domain.law import Measure

QUESTIONS, MEASURES = "questions", "measures"
DONE, OPEN, NOT_BEGUN, NOT_NEEDED = "done", "open", "not-started", "not-needed"

STATE_CHOICES = (
    Choice(NOT_STARTED, "Not started"),
    Choice(PLANNED, "Planned", "With a date and somebody who does it."),
    Choice(PARTLY, "Partly in place"),
    Choice(IN_PLACE, "In place", "You could show it to somebody today."),
    Choice(NOT_APPLICABLE, "Not applicable", "Say why in a note."),
)


@dataclass(frozen=True)
class Step:
    """A page of the walk and the questions it may hold, asked or not."""

    slug: str
    title: str
    intro: str
    kind: str
    questions: tuple[Question, ...]


def measure_question(measure: Measure) -> Question:
    """The readiness question about a measure."""
    return Question(
        slug=measure.slug,
        kind=CHOICE,
        text=measure.title,
        why=measure.text,
        who=measure.owner,
        provisions=(),
        choices=STATE_CHOICES,
    )


def slug_of_area(area: str) -> str:
    """The slug of the step that asks about an area's measures."""
    return f"readiness-{area}"


def steps_of(determination: Determination) -> tuple[Step, ...]:
    """Every step, needed or not, in the order walked."""
    bank = determination.bank
    sections = [
        Step(each.slug, each.title, each.intro, QUESTIONS, each.questions)
        for each in bank.sections
    ]
    needed = duties_by_measure(determination)
    areas = [
        Step(
            slug_of_area(area.slug),
            area.title,
            "How far are you? Nobody checks this tonight; say it as it is.",
            MEASURES,
            tuple(
                measure_question(bank.measure[slug])
                for slug in needed
                if bank.measure[slug].area == area.slug
            ),
        )
        for area in bank.areas
    ]
    return (*sections, *areas)


def is_needed(determination: Determination, step: Step) -> bool:
    """Whether anything on the step is asked or may be."""
    if step.kind == MEASURES:
        return bool(step.questions)
    return any(
        determination.asked[question.slug] is not False for question in step.questions
    )


def questions_ever_shown(
    determination: Determination, step: Step
) -> tuple[Question, ...]:
    """What a page of the step may have asked when it was drawn, needed now or not."""
    if step.kind == QUESTIONS:
        return step.questions
    return tuple(
        measure_question(measure)
        for measure in determination.bank.measures
        if step.slug == slug_of_area(measure.area)
    )


def questions_shown(determination: Determination, step: Step) -> tuple[Question, ...]:
    """The questions to draw now.

    One that hangs on an unanswered question of the same step waits until that is saved.
    """
    if step.kind == MEASURES:
        return step.questions
    return tuple(
        question
        for question in step.questions
        if _is_shown(determination, step, question)
    )


def _is_shown(determination: Determination, step: Step, question: Question) -> bool:
    asked = determination.asked[question.slug]
    if asked is not None:
        return asked
    gate = determination.bank.rulebook.gates[question.slug]
    here = {each.slug for each in step.questions}
    waiting = determination.settles_with(gate.support(determination.possible))
    return not any(
        slug in here and not determination.answer(slug).is_given for slug in waiting
    )


def state_of_step(determination: Determination, step: Step) -> tuple[str, int]:
    """Done, open, not started or not needed; and how many questions are open."""
    if not is_needed(determination, step):
        return NOT_NEEDED, 0
    asked = [
        question
        for question in step.questions
        if step.kind == MEASURES or determination.asked[question.slug] is not False
    ]
    given = [q for q in asked if determination.answer(q.slug).is_given]
    open_count = sum(
        question.required and not determination.answer(question.slug).is_settling
        for question in asked
    )
    if not given:
        return NOT_BEGUN, open_count
    return (OPEN, open_count) if open_count else (DONE, 0)
