"""Measures against duties: what is in place, what is missing, in which order."""

from collections.abc import Mapping
from dataclasses import dataclass

from compliance.domain.answers import NO_ANSWER, Answers
from compliance.domain.bank import Bank
from compliance.domain.determination import Determination

IN_PLACE = "in-place"
PARTLY = "partly"
PLANNED = "planned"
NOT_STARTED = "not-started"
NOT_APPLICABLE = "not-applicable"
UNKNOWN = "unsure"
STATES = (NOT_STARTED, PLANNED, PARTLY, IN_PLACE, NOT_APPLICABLE)
CLOSED = (IN_PLACE, NOT_APPLICABLE)

GRAVITY = {"high": 0, "medium": 1, "low": 2}
EFFORT = {"S": 1, "M": 2, "L": 4}


@dataclass(frozen=True)
class Gap:
    """A measure that is not in place although a duty needs it.

    `possible` where every such duty is itself open; `date` is the earliest milestone
    (ISO) among the duties, `gravity` the gravest.
    """

    measure: str
    state: str
    duties: tuple[str, ...]
    possible: bool
    date: str
    gravity: str


def state_of(measure: str, answers: Answers) -> str:
    """The state told for a measure; unknown if silent or set aside without reason."""
    answer = answers.get(measure, NO_ANSWER)
    state = answer.values[0] if answer.is_settling else UNKNOWN
    if state == NOT_APPLICABLE and not answer.note.strip():
        return UNKNOWN
    return state if state in STATES else UNKNOWN


def duties_by_measure(determination: Determination) -> dict[str, tuple[str, ...]]:
    """Measure slug → the duties that apply or may apply and need it, in bank order."""
    needed: dict[str, list[str]] = {}
    for duty in determination.duties.values():
        if duty.truth is not False:
            for measure in determination.bank.duty[duty.duty].measures:
                needed.setdefault(measure, []).append(duty.duty)
    return {
        slug: tuple(needed[slug])
        for slug in determination.bank.measure
        if slug in needed
    }


def find_gaps(determination: Determination) -> tuple[Gap, ...]:
    """Return the gaps, by date, gravity, number of duties closed and effort."""
    bank, answers = determination.bank, determination.answers
    gaps = [
        _gap(determination, measure, state_of(measure, answers), duties)
        for measure, duties in duties_by_measure(determination).items()
        if state_of(measure, answers) not in CLOSED
    ]
    return tuple(sorted(gaps, key=lambda gap: _rank(gap, bank)))


def _gap(
    determination: Determination, measure: str, state: str, duties: tuple[str, ...]
) -> Gap:
    bank = determination.bank
    findings = [determination.duties[slug] for slug in duties]
    certain = [finding for finding in findings if finding.truth is True]
    telling = certain or findings
    dates = [bank.milestone[slug].date for each in telling for slug in each.milestones]
    gravity = min((bank.duty[each.duty].gravity for each in telling), key=GRAVITY.get)
    return Gap(measure, state, duties, not certain, min(dates), gravity)


def _rank(gap: Gap, bank: Bank) -> tuple:
    return (
        gap.possible,
        # What applies already applies alike, however long ago it began.
        max(gap.date, bank.law_date),
        GRAVITY[gap.gravity],
        -len(gap.duties),
        EFFORT[bank.measure[gap.measure].effort],
        gap.measure,
    )


def readiness(determination: Determination) -> Mapping[str, Mapping[str, str]]:
    """Area slug → measure slug → state, for every measure that a duty needs."""
    bank = determination.bank
    needed = duties_by_measure(determination)
    return {
        area.slug: {
            slug: state_of(slug, determination.answers)
            for slug in needed
            if bank.measure[slug].area == area.slug
        }
        for area in bank.areas
        if any(bank.measure[slug].area == area.slug for slug in needed)
    }
