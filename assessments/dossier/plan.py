"""Readiness by area, the gaps, and the plan by quarter."""

from datetime import date

from assessments.dossier.case import Case, day_text, short_day
from assessments.dossier.duties import duty_titles
from assessments.dossier.measures import MARK_ORDER, MARKS, STATE_WORDS
from compliance.domain.gaps import Gap, readiness
from compliance.domain.planning import (
    Quarter,
    due_now,
    make_plan,
    working_order,
)

ORDINALS = ("First", "Second", "Third", "Fourth")


def readiness_of(case: Case) -> dict:
    """Marks and counts per area; counts only, no share of anything."""
    titles = {area.slug: area.title for area in case.bank.areas}
    areas = [
        {
            "slug": slug,
            "title": titles[slug],
            "marks": sorted(map(MARKS.get, states.values()), key=MARK_ORDER.index),
        }
        for slug, states in readiness(case.determination).items()
    ]
    for area in areas:
        area["counts"] = {mark: area["marks"].count(mark) for mark in MARK_ORDER}
    totals = {mark: sum(area["counts"][mark] for area in areas) for mark in MARK_ORDER}
    return {"areas": areas, "totals": totals}


def gap_records(case: Case) -> list[dict]:
    """The gaps in rank order, with all that a plan needs."""
    titles = {area.slug: area.title for area in case.bank.areas}
    return [_gap(case, gap, titles) for gap in case.gaps]


def _gap(case: Case, gap: Gap, titles: dict[str, str]) -> dict:
    measure = case.bank.measure[gap.measure]
    return {
        "measure": gap.measure,
        "title": measure.title,
        "area": measure.area,
        "area_title": titles[measure.area],
        "state": MARKS[gap.state],
        "state_word": STATE_WORDS[gap.state],
        "possible": gap.possible,
        "date": gap.date,
        "date_text": _date_text(case, gap.date),
        "gravity": gap.gravity,
        "effort": measure.effort,
        "owner": measure.owner,
        "text": measure.text,
        "evidence": list(measure.evidence),
        "standards": [{"name": s.name, "status": s.status} for s in measure.standards],
        "guidance": [{"name": g.name, "address": g.address} for g in measure.guidance],
        "delta": measure.delta,
        "duties": duty_titles(case, gap.duties),
        "services": list(measure.services),
        "note": case.answer(gap.measure).note,
    }


def _date_text(case: Case, iso: str) -> str:
    day = short_day(date.fromisoformat(iso))
    return f"from {day}" if iso > case.as_of.isoformat() else f"since {day}"


def plan_of(case: Case) -> list[dict]:
    """The plan: what is due now, then the other certain gaps by quarter."""
    certain = [gap for gap in case.gaps if not gap.possible]
    now = [gap for gap in certain if due_now(case.determination, gap)]
    later = [gap for gap in certain if gap not in now]
    if not case.is_on_market:
        later = working_order(case.bank, later)
    quarters = make_plan(case.bank, later, case.as_of)
    return _due_now(case, now) + [_quarter(case, quarter) for quarter in quarters]


def _due_now(case: Case, gaps: list[Gap]) -> list[dict]:
    if not gaps:
        return []
    return [
        {
            "title": "Due now",
            "by": case.as_of.isoformat(),
            "by_text": "applies already",
            "measures": [gap.measure for gap in gaps],
        }
    ]


def _quarter(case: Case, quarter: Quarter) -> dict:
    last = quarter.last_day
    return {
        "title": f"{ORDINALS[quarter.number - 1]} quarter {quarter.year}",
        "by": last.isoformat(),
        "by_text": f"by {day_text(last).rsplit(' ', 1)[0]}",
        "measures": list(quarter.measures),
    }
