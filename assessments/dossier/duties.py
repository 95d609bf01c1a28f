"""The duties by date, and what was checked and does not apply."""

from datetime import date

from assessments.dossier.case import Case, day_text, joined, short_day
from assessments.dossier.measures import MARKS, STATE_WORDS, worst
from compliance.domain.findings import OPEN, DutyFinding
from compliance.domain.gaps import state_of

NOW, BEFORE_MARKET, BEFORE_USE, ON_MARKET = (
    "now",
    "before-market",
    "before-use",
    "on-market",
)
GROUPS = {
    NOW: ("Applies now", ""),
    BEFORE_MARKET: ("Before you sell", "to be ready before the first sale or use"),
    BEFORE_USE: ("Before you use it", "to be ready before the first use"),
    ON_MARKET: ("Once it is on the market", "from the first sale or use"),
}
PHASE_TEXT = {
    BEFORE_MARKET: "before first sale",
    BEFORE_USE: "before first use",
    ON_MARKET: "from first sale",
}
GRAVITY_ORDER = ("high", "medium", "low")
APPLIES = "applies"


def duties_of(case: Case) -> dict:
    """Groups of duties, their counts, and the exclusions."""
    told = [
        _record(case, finding)
        for finding in case.determination.duties.values()
        if finding.truth is not False
    ]
    applying = [each for each in told if each["status"] == APPLIES]
    return {
        "counts": {
            "applies": len(applying),
            "now": sum(each["group"] == NOW for each in applying),
            "open": len(told) - len(applying),
            "later": sum(each["group"] not in GROUPS for each in applying),
        },
        "groups": _groups(told, list(case.bank.act)),
        "excluded": [
            {
                "slug": each.slug,
                "title": each.title,
                "basis": case.basis(each.provisions),
                "why": each.why,
            }
            for each in case.bank.exclusions
            if case.determination.truth_of(each.when) is True
        ],
    }


def _groups(told: list[dict], acts: list[str]) -> list[dict]:
    dated = sorted({each["group"] for each in told} - set(GROUPS))
    groups = []
    for slug in (*GROUPS, *dated):
        duties = [each for each in told if each["group"] == slug]
        title, note = GROUPS.get(slug) or (f"From {_day(slug)}", "")
        if duties:
            groups.append(
                {
                    "slug": slug,
                    "title": title,
                    "note": note,
                    "duties": sorted(duties, key=lambda duty: _rank(duty, acts)),
                }
            )
    return groups


def _day(iso: str) -> str:
    return day_text(date.fromisoformat(iso))


def _rank(duty: dict, acts: list[str]) -> tuple:
    return (
        duty["status"] == OPEN,
        GRAVITY_ORDER.index(duty["gravity"]),
        acts.index(duty["act_slug"]),
        duty["date"],
    )


def _record(case: Case, finding: DutyFinding) -> dict:
    duty = case.bank.duty[finding.duty]
    states = {slug: state_of(slug, case.answers) for slug in duty.measures}
    state = worst(list(states.values()))
    dates = sorted(case.bank.milestone[slug].date for slug in finding.milestones)
    group = _group(case, duty.phase, dates[0])
    return {
        "slug": duty.slug,
        "group": group,
        "title": duty.title,
        "text": duty.text,
        "act": case.bank.act[duty.act].title,
        "act_slug": duty.act,
        "addressee": duty.addressee,
        "basis": case.basis(duty.provisions),
        "provisions": case.provisions(duty.provisions),
        "date": dates[0],
        "dates": dates,
        "date_text": _date_text(case, group, dates),
        "milestone": case.bank.milestone[finding.milestones[0]].title,
        "gravity": duty.gravity,
        "status": APPLIES if finding.truth is True else OPEN,
        "measures": [
            {
                "slug": slug,
                "title": case.bank.measure[slug].title,
                "state": MARKS[each],
                "state_word": STATE_WORDS[each],
            }
            for slug, each in states.items()
        ],
        "state": MARKS[state],
        "state_word": STATE_WORDS[state],
        "relief": duty.relief,
        "penalty": duty.penalty,
        "disputed": bool(case.determination.disputed_behind(finding.because)),
        "settles_with": [
            case.asked(slug)
            for slug in case.determination.settles_with(finding.because)
        ]
        if finding.truth is None
        else [],
    }


def _group(case: Case, phase: str, day: str) -> str:
    if day > case.as_of.isoformat():
        return day
    if phase in (BEFORE_MARKET, BEFORE_USE, ON_MARKET) and not case.is_on_market:
        return phase
    return NOW


def _date_text(case: Case, group: str, dates: list[str]) -> str:
    if group in PHASE_TEXT:
        return PHASE_TEXT[group]
    days = [short_day(date.fromisoformat(day)) for day in dates]
    if group == NOW:
        return f"since {days[0]}"
    return f"from {joined(days, 'or')}"


def changed_duties(case: Case, worlds: list) -> list[tuple[str, list[str]]]:
    """Title and outcome per world, for duties that differ between determinations."""
    words = {True: "Applies", False: "Nothing to do", None: "Still open"}
    rows = []
    for slug, duty in case.bank.duty.items():
        truths = [world.duties[slug].truth for world in worlds]
        if len(set(truths)) > 1:
            rows.append((duty.title, [words[truth] for truth in truths]))
    return rows


def duty_titles(case: Case, slugs: tuple[str, ...]) -> list[dict]:
    """Duties as a gap lists them."""
    return [
        {
            "slug": slug,
            "title": case.bank.duty[slug].title,
            "basis": case.basis(case.bank.duty[slug].provisions),
        }
        for slug in slugs
    ]
