"""What the pages of the report need beside the dossier: sizes, pairs, order.

Everything here is about paper: what fits a page, what is said once instead of twice,
and what stands in a table or in a chapter of its own. The words are the dossier's.
"""

import json

from assessments.report_duties import duties_of
from assessments.report_figures import dates_on_axis
from assessments.report_plan import plan_of
from assessments.report_summary import cover_of, summary_of

SIGN = "\ufffd"
POINTS_IN_FULL, PLACES_SHOWN, RULES_TOLD = 4, 3, 4
SHORT_CASE_DUTIES = 60


def layout(dossier: dict) -> dict:
    """What the pages need beside the dossier: sizes, pairs and what stands where."""
    findings = [f for f in dossier["findings"] if f["state"] != "not-needed"]
    wide = [f for f in findings if is_wide_open(f)]
    is_short = is_short_case(dossier)
    chief, other = by_weight([f for f in findings if f not in wide], dossier, is_short)
    points = dossier["open_points"]
    is_many = len(points) > POINTS_IN_FULL + 1
    return {
        **cover_of(dossier),
        **summary_of(dossier, {finding["slug"] for finding in findings}),
        "is_short": is_short,
        "findings": chief,
        "other_findings": other,
        "wide_findings": wide,
        "points": {p["scheme"]: p["number"] for p in points},
        "full_points": points[:POINTS_IN_FULL] if is_many else points,
        "brief_points": points[POINTS_IN_FULL:] if is_many else [],
        **duties_of(dossier),
        **plan_of(dossier),
        "has_axis": len(dates_on_axis(dossier["dates"], dossier["as_of"])) > 1,
        "support": support_groups(dossier["support"]),
        "answers": [s for s in dossier["answers"] if s["questions"]],
        "noted_measures": noted_measures(dossier["measures"]),
        "acts": acts(dossier["provisions"]),
        "has_signs": SIGN in json.dumps(dossier, ensure_ascii=False),
    }


def is_short_case(dossier: dict) -> bool:
    """Whether nothing is open and little applies, so that little need be told."""
    applies = dossier["duties"]["counts"]["applies"]
    return not dossier["open_points"] and applies <= SHORT_CASE_DUTIES


def by_weight(
    findings: list[dict], dossier: dict, is_short: bool
) -> tuple[list[dict], list[dict]]:
    """Verdicts told in full (on the trail, an open point, disputed), and the rest.

    A short case tells in full only what is open or disputed.
    """
    chief = {f["slug"] for f in findings if any(r["disputed"] for r in f["rules"])}
    chief |= {point["scheme"] for point in dossier["open_points"]}
    if not is_short:
        chief |= {step["finding"] for step in dossier["trail"]}
    told = [finding for finding in findings if finding["slug"] in chief]
    return told, [finding for finding in findings if finding["slug"] not in chief]


def is_wide_open(finding: dict) -> bool:
    """Whether so much may still hold that only what decides is worth telling."""
    return finding["state"] == "open" and len(finding["rules"]) > RULES_TOLD


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
