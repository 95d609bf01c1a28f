"""A dated plan: gaps spread over quarters, none after the day its duty applies."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from compliance.domain.bank import Bank
from compliance.domain.determination import Determination
from compliance.domain.gaps import EFFORT, Gap

CAPACITY = 10
"""Effort points (S 1, M 2, L 4) that a small team is given in one quarter."""
STAGES = ("start", "build", "prove", "launch", "run")


@dataclass(frozen=True)
class Quarter:
    """A quarter of a year with the measures (slugs) planned to be done by its end."""

    year: int
    number: int
    measures: tuple[str, ...]

    @property
    def last_day(self) -> date:
        """The last day of the quarter."""
        following = date(self.year + self.number // 4, self.number % 4 * 3 + 1, 1)
        return following - timedelta(days=1)


def due_now(determination: Determination, gap: Gap) -> bool:
    """Whether a duty that binds in any phase applies already and waits for the gap."""
    bank = determination.bank
    findings = [determination.duties[slug] for slug in gap.duties]
    return any(
        finding.truth is True
        and bank.duty[finding.duty].phase == "always"
        and max(bank.milestone[s].date for s in finding.milestones) <= bank.law_date
        for finding in findings
    )


def working_order(bank: Bank, gaps: Sequence[Gap]) -> list[Gap]:
    """The gaps in the order in which a product is made: purpose first, launch last.

    Within a stage the rank of the gaps stays.
    """
    return sorted(gaps, key=lambda gap: STAGES.index(bank.measure[gap.measure].stage))


def make_plan(bank: Bank, gaps: Sequence[Gap], as_of: date) -> tuple[Quarter, ...]:
    """Plan the certain gaps in their order, from the quarter after `as_of`.

    A quarter takes CAPACITY points. A measure
    whose milestone lies ahead is not planned past the last quarter that ends before it.
    """
    planned: dict[int, list[str]] = {}
    load: dict[int, int] = {}
    first = _index(as_of) + 1
    for gap in gaps:
        if gap.possible:
            continue
        effort = EFFORT[bank.measure[gap.measure].effort]
        index = _free_quarter(load, effort, first, _latest(gap, first))
        load[index] = load.get(index, 0) + effort
        planned.setdefault(index, []).append(gap.measure)
    return tuple(
        Quarter(index // 4, index % 4 + 1, tuple(planned[index]))
        for index in sorted(planned)
    )


def _index(day: date) -> int:
    return day.year * 4 + (day.month - 1) // 3


def _latest(gap: Gap, first: int) -> int | None:
    latest = _index(date.fromisoformat(gap.date)) - 1
    return latest if latest >= first else None


def _free_quarter(
    load: dict[int, int], effort: int, first: int, latest: int | None
) -> int:
    index = first
    while load.get(index, 0) + effort > CAPACITY and index != latest:
        index += 1
    return index
