"""What the pages of the report need beside the dossier: sizes, pairs, order.

Everything here is about paper: what fits a page, what is said once instead of twice,
and what stands in a table or in a chapter of its own. The words are the dossier's.
"""

import json
from collections import Counter
from itertools import chain

from assessments.report_figures import dates_on_axis

SIGN = "\ufffd"
POSSIBLE = "Only if an open point goes that way"
MEASURE_KINDS = ("in-place", "partly", "not-started", "not-applicable")
NAME_LIMIT, ORGANISATION_LIMIT, RUNNING_LIMIT = 160, 90, 40
VALUE_LIMIT, LONG_VALUE, TIGHT_VALUE, BASIS_LIMIT, STEP_LIMIT = 96, 60, 34, 42, 130
SHORT_REPORT_DUTIES, PLACES_SHOWN, POINTS_SHOWN = 14, 3, 4
NAME_SIZES = ((16, "large"), (34, "middle"), (80, "small"))
# Opening sentences: characters up to which a size is used, its name, characters a line,
# points a line. The summary is one page, so what they take the trail must give.
LEAD_SIZES = (
    (330, "large", 74, 20.0),
    (480, "middle", 88, 17.0),
    (10_000, "least", 100, 15.0),
)
PITCHES = (14.2, 12.4, 11.2)
PAGE_POINTS, HEAD_POINTS, HALF_LINE, HALF_POINTS = 694, 63, 46, 13.5
POINTS_PER_MM = 2.835


def layout(dossier: dict) -> dict:
    """What the pages need beside the dossier: sizes, pairs and what stands where."""
    findings = [f for f in dossier["findings"] if f["state"] != "not-needed"]
    chief, other = by_weight(findings, dossier)
    groups = dossier["duties"]["groups"]
    plan = quarters(dossier)
    return {
        **cover_of(dossier),
        **summary_of(dossier, {finding["slug"] for finding in findings}),
        "findings": chief,
        "other_findings": other,
        "points": {p["scheme"]: p["number"] for p in dossier["open_points"]},
        **duties_of(groups),
        "is_short": sum(len(g["duties"]) for g in groups) <= SHORT_REPORT_DUTIES,
        "areas": readiness_areas(dossier["readiness"]["areas"]),
        "plan": plan,
        "planned": sum(len(q["gaps"]) for q in plan if not q["is_possible"]),
        "has_axis": len(dates_on_axis(dossier["dates"], dossier["as_of"])) > 1,
        "support": support_groups(dossier["support"]),
        "answers": [s for s in dossier["answers"] if s["questions"]],
        "noted_measures": noted_measures(dossier["measures"]),
        "acts": acts(dossier["provisions"]),
        "has_signs": SIGN in json.dumps(dossier, ensure_ascii=False),
    }


def by_weight(findings: list[dict], dossier: dict) -> tuple[list[dict], list[dict]]:
    """Verdicts told in full (on the trail, an open point, disputed), and the rest."""
    chief = {step["finding"] for step in dossier["trail"]}
    chief |= {point["scheme"] for point in dossier["open_points"]}
    chief |= {f["slug"] for f in findings if any(r["disputed"] for r in f["rules"])}
    told = [finding for finding in findings if finding["slug"] in chief]
    return told, [finding for finding in findings if finding["slug"] not in chief]


def duties_of(groups: list[dict]) -> dict:
    """Duties that apply by group, those that may apply, and notes that are shared."""
    every = list(chain.from_iterable(group["duties"] for group in groups))
    told = [duty for duty in every if duty["status"] == "applies"]
    texts = Counter(d[kind] for d in told for kind in ("relief", "penalty") if d[kind])
    shared = [text for text, count in texts.items() if count > 1]
    notes = {text: number for number, text in enumerate(shared, 1)}
    applying = [
        {**group, "duties": [d for d in group["duties"] if d in told]}
        for group in groups
    ]
    return {
        "groups": [group for group in applying if group["duties"]],
        "open_duties": [d for d in every if d["status"] != "applies"],
        "duty_notes": notes,
    }


def cover_of(dossier: dict) -> dict:
    """Names at a length and size that cover and running head can hold."""
    return {
        "cover_name": shortened(dossier["product"], NAME_LIMIT),
        "cover_organisation": shortened(dossier["organisation"], ORGANISATION_LIMIT),
        "name_size": next(
            (name for limit, name in NAME_SIZES if len(dossier["product"]) <= limit),
            "least",
        ),
        "running_name": shortened(dossier["product"], RUNNING_LIMIT),
    }


def summary_of(dossier: dict, reasoned: set[str]) -> dict:
    """The summary's sizes and texts, chosen so that it keeps to one page."""
    lead = " ".join(dossier["statements"])
    size = next(each for each in LEAD_SIZES if len(lead) <= each[0] or each[3] == 15)
    points = dossier["open_points"][:POINTS_SHOWN]
    next_steps = [shortened(step, STEP_LIMIT) for step in dossier["next_steps"]]
    told = [f"{p['title']} {first_question(p)}" for p in points]
    needed = HEAD_POINTS + size[3] * (len(lead) // size[2] + 2)
    needed += 46 + max(half_height(told), half_height(next_steps))
    room = (PAGE_POINTS - needed) / POINTS_PER_MM / max(len(dossier["trail"]), 1)
    pitch = next((each for each in PITCHES if each <= room), PITCHES[-1])
    return {
        "lead_size": size[1],
        "steps": summary_steps(dossier["trail"], reasoned, pitch),
        "pitch": pitch,
        "pitch_name": PITCHES.index(pitch),
        "summary_points": points,
        "more_points": len(dossier["open_points"]) > POINTS_SHOWN,
        "next_steps": next_steps,
    }


def first_question(point: dict) -> str:
    return " ".join(f"{q['text']} {q['who']}" for q in point["settles_with"][:1])


def half_height(texts: list[str]) -> float:
    """The height in points of a list that takes half the width of the page."""
    return sum(HALF_POINTS * -(-len(text) // HALF_LINE) + 5.7 for text in texts)


def shortened(text: str, limit: int) -> str:
    """Text cut at `limit` characters; the sign of the cut is the ellipsis."""
    return text if len(text) <= limit else f"{text[: limit - 1].rstrip()}…"


def summary_steps(trail: list[dict], reasoned: set[str], pitch: float) -> list[dict]:
    """The trail's steps with the anchor of the page that says more."""
    anchors = {"duties": "duties", "dates": "dates"}
    is_full = pitch == PITCHES[0]
    limit, long = (VALUE_LIMIT, LONG_VALUE) if is_full else (LONG_VALUE, TIGHT_VALUE)
    return [
        {
            **step,
            "value": shortened(step["value"], limit),
            "is_long": len(step["value"]) > long,
            "basis": shortened(step["basis"] or "", BASIS_LIMIT),
            "anchor": f"finding-{step['finding']}"
            if step["finding"] in reasoned
            else anchors.get(step["slug"], "answers"),
        }
        for step in trail
    ]


def readiness_areas(areas: list[dict]) -> list[dict]:
    """Areas that have a measure, with their four counts in the order of the columns."""
    return [
        {**area, "columns": [area["counts"][kind] for kind in MEASURE_KINDS]}
        for area in areas
        if area["marks"]
    ]


def quarters(dossier: dict) -> list[dict]:
    """The plan with its gaps in place of their slugs; last what is only possible."""
    gaps = {gap["measure"]: with_bases(gap) for gap in dossier["gaps"]}
    plan = [
        {
            **quarter,
            "gaps": [gaps.pop(slug) for slug in quarter["measures"] if slug in gaps],
            "is_possible": False,
        }
        for quarter in dossier["plan"]
    ]
    possible = {"title": POSSIBLE, "by_text": "", "is_possible": True}
    return [q for q in [*plan, {**possible, "gaps": [*gaps.values()]}] if q["gaps"]]


def with_bases(gap: dict) -> dict:
    """A gap with the provisions it answers, each once."""
    bases = list(dict.fromkeys(duty["basis"] for duty in gap["duties"]))
    return {**gap, "bases": bases}


def support_groups(groups: list[dict]) -> list[dict]:
    """Groups with their best places; how many are left to the support page is said."""
    return [
        {
            **group,
            "entries": group["entries"][:PLACES_SHOWN],
            "more": max(len(group["entries"]) - PLACES_SHOWN, 0),
        }
        for group in groups
        if group["entries"]
    ]


def acts(provisions: list[dict]) -> list[dict]:
    """Provisions by act, in the order in which the acts first appear."""
    grouped: dict[str, list[dict]] = {}
    for provision in provisions:
        grouped.setdefault(provision["act"], []).append(provision)
    return [{"title": act, "provisions": cited} for act, cited in grouped.items()]


def noted_measures(areas: list[dict]) -> list[dict]:
    """Areas with the measures on which a note was written."""
    noted = (
        {**area, "measures": [m for m in area["measures"] if m["note"]]}
        for area in areas
    )
    return [area for area in noted if area["measures"]]
