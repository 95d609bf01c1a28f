"""States of measures in words and marks."""

from compliance.domain.gaps import (
    IN_PLACE,
    NOT_APPLICABLE,
    NOT_STARTED,
    PARTLY,
    PLANNED,
    UNKNOWN,
)

STATE_WORDS = {
    IN_PLACE: "in place",
    PARTLY: "partly in place",
    PLANNED: "planned",
    NOT_STARTED: "not started",
    NOT_APPLICABLE: "set aside",
    UNKNOWN: "not told yet",
}
# The four marks that a measure can have.
MARKS = {
    IN_PLACE: IN_PLACE,
    PARTLY: PARTLY,
    PLANNED: PARTLY,
    NOT_STARTED: NOT_STARTED,
    UNKNOWN: NOT_STARTED,
    NOT_APPLICABLE: NOT_APPLICABLE,
}
MARK_ORDER = (IN_PLACE, PARTLY, NOT_STARTED, NOT_APPLICABLE)
WORST_FIRST = (UNKNOWN, NOT_STARTED, PLANNED, PARTLY, IN_PLACE, NOT_APPLICABLE)


def worst(states: list[str]) -> str:
    """The state furthest from being in place."""
    return min(states, key=WORST_FIRST.index)
