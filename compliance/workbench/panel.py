"""What is wrong with a bank in work, each with a link to the place and the remedy."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from compliance.domain.checks import find_overdue
from compliance.domain.contents import Fault
from compliance.domain.parts import HEAD, KINDS
from compliance.domain.titles import title_of
from compliance.workbench.dead_links import dead_links
from compliance.workbench.remarks import in_words
from compliance.workbench.staleness import stale_dates
from compliance.workbench.state import titles_of_base

if TYPE_CHECKING:
    from compliance.workbench.desk import Desk

SHOWN = 5
# Lists of the head, told of as `headlines[3]`.
NUMBERED = re.compile(r"(\w+)\[(\d+)\]")
OF_FIELD = {kind.field: kind.slug for kind in KINDS.values()}


def panel_of(desk: Desk, today: date) -> dict:
    """Problems, warnings and failing cases, with how many there are of each."""
    problems = told(desk, desk.state.problems)
    cases = desk.rehearsal.cases
    return {
        "problems": problems[:SHOWN],
        "problem_count": len(problems),
        "warning_count": len(warnings_of(desk, today)),
        "failing_count": len(cases["failing"]) if cases else 0,
        "case_count": cases["total"] if cases else 0,
        "is_rehearsed": cases is not None,
        "problems_url": desk.url("problems"),
        "cases_url": desk.url("cases"),
        "publish_url": desk.url("publish"),
    }


def warnings_of(desk: Desk, today: date) -> list[dict]:
    """What does not forbid publication: texts, idle things, what is overdue or gone."""
    state = desk.state
    overdue = find_overdue(state.bank, today.isoformat())
    cases = desk.rehearsal.cases or {}
    unreached = [Fault(**each) for each in cases.get("unreached", ())]
    stale = stale_dates(state, desk.changes)
    dead = dead_links(state)
    return told(desk, [*overdue, *stale, *dead, *unreached, *state.warnings])


def told(desk: Desk, faults: Iterable[Fault]) -> list[dict]:
    """Faults with the part they are about, in words."""
    faults = list(faults)
    # Titles of the last version are needed only where something is wrong.
    gone = titles_of_base(desk.copy) if faults else {}
    return [_told(desk, fault, gone) for fault in faults]


def _told(desk: Desk, fault: Fault, gone: dict[str, str]) -> dict:
    state = desk.state
    kind, words = _part_of(desk, fault)
    placed = state.parts.get((kind, words, 0))
    wrong, remedy = in_words(state, fault, gone)
    return {
        "title": title_of(placed, state.bank) if placed else fault.place,
        "kind": "" if kind == HEAD else KINDS[kind].name if kind else "",
        "fault": wrong,
        "remedy": remedy,
        "url": desk.part_url(kind, words) or desk.url("bank"),
        "subject": fault.subject,
    }


def _part_of(desk: Desk, fault: Fault) -> tuple[str, str]:
    """Kind and slug, or words, of the part that a fault is about."""
    state = desk.state
    numbered = NUMBERED.match(fault.place)
    if numbered and numbered[1] in OF_FIELD:
        kind = OF_FIELD[numbered[1]]
        keys = [key for key in state.parts if key[0] == kind]
        place = int(numbered[2]) - 1
        return (kind, keys[place][1]) if place < len(keys) else ("", "")
    if fault.subject in state.kind_of:
        return state.kind_of[fault.subject], fault.subject
    for kind in ("act", "area", "trail", "support", "proposal", "case"):
        if (kind, fault.subject) in state.pks:
            return kind, fault.subject
    return HEAD, ""
