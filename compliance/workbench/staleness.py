"""Texts that still name a day which the bank has moved."""

from collections.abc import Iterable, Iterator

from compliance.domain.changes import Change
from compliance.domain.contents import Fault
from compliance.workbench.searching import texts_of
from compliance.workbench.state import State


def stale_dates(state: State, changes: Iterable[Change]) -> Iterator[Fault]:
    """The parts whose words name the old day of a date that moved since the version."""
    for day in _old_days(changes):
        for key, placed, lines, _ in texts_of(state):
            if placed.kind != "case" and any(day in line for line in lines):
                yield Fault(
                    placed.slug or state.bank.slug,
                    f'{placed.kind} "{key[1]}"',
                    f"its words name {day}, a date that moved",
                    "Write the new day where it is meant.",
                )


def _old_days(changes: Iterable[Change]) -> list[str]:
    return [
        line
        for change in changes
        if change.kind == "milestone" and change.sort == "changed"
        for field in change.fields
        if field.field == "date"
        for line in field.before
    ]
