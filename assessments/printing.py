"""The printed report: one dossier in, one PDF/UA file out.

Reads the dossier and nothing else: no clock, no database, no network. Two renders of
one dossier by one renderer version are the same bytes.
"""

import json
import re
from pathlib import Path

from django.template.loader import render_to_string
from weasyprint import HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

from assessments.report_figures import dates_on_axis

RENDERER_VERSION = "1"

STATIC = Path(__file__).resolve().parents[1] / "static"
BUNDLE = {
    (STATIC / name).as_uri(): (STATIC / name, kind)
    for name, kind in (
        ("report/report.css", "text/css"),
        ("fonts/IBMPlexSans-Regular.woff2", "font/woff2"),
        ("fonts/IBMPlexSans-SemiBold.woff2", "font/woff2"),
    )
}
# Control characters, half pairs, variation signs, and those that reorder their line.
UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufe00-\ufe0f\ufffe\uffff"
    "\ud800-\udfff\u202a-\u202e\u2066-\u2069]"
)
# What IBM Plex Sans and its fallback DejaVu Sans draw: Latin, Greek, Cyrillic, Hebrew,
# Arabic, signs. PDF/UA allows no missing glyph, so a visible sign stands for the rest.
UNDRAWN = re.compile(
    "(?:[^\t\n\r\x20-\x7e\xa0-\u02e9\u0300-\u034f\u0370-\u0525\u05b0-\u05c3\u05d0-\u05f4"
    "\u060c\u061b\u061f\u0621-\u063a\u0640-\u0655\u0660-\u0670\u0679-\u06bf\u06cc"
    "\u06f0-\u06f9\u1e00-\u1efb\u1f00-\u1fff\u2000-\u2064\u2070-\u20b5\u20bd"
    "\u2100-\u2109\u2116\u2122\u2150-\u2185\u2190-\u2311\u2500-\u269c\u2729-\u274d"
    "\ufb00-\ufb4f\ufe70-\ufefc\ufffd]\u200d?)+"
)
SIGN = "\ufffd"
POSSIBLE = "Only if an open point goes that way"
MEASURE_KINDS = ("in-place", "partly", "not-started", "not-applicable")
NAME_LIMIT, ORGANISATION_LIMIT, RUNNING_LIMIT = 160, 90, 40
VALUE_LIMIT, LONG_VALUE, TIGHT_VALUE, BASIS_LIMIT, STEP_LIMIT = 96, 60, 34, 42, 130
SHORT_REPORT_DUTIES, PLACES_SHOWN, POINTS_SHOWN, BASES_SHOWN = 14, 5, 4, 3
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


class BundleFetcher(URLFetcher):
    """Serves the report's own style sheet and two fonts; refuses all else."""

    def fetch(self, url, headers=None):
        """The bundled file at `url`; ValueError for any other address."""
        if url not in BUNDLE:
            raise ValueError("The report fetches nothing from outside its bundle.")
        path, kind = BUNDLE[url]
        return URLFetcherResponse(url, path.read_bytes(), {"Content-Type": kind})


def render_pdf(dossier: dict) -> bytes:
    """The report of a dossier as a tagged PDF (PDF/UA-1)."""
    document = HTML(
        string=render_html(dossier),
        base_url=f"{STATIC.as_uri()}/",
        url_fetcher=BundleFetcher(allowed_protocols={"file"}),
    )
    return document.write_pdf(
        pdf_variant="pdf/ua-1", font_config=FontConfiguration(), optimize_images=False
    )


def render_html(dossier: dict) -> str:
    """The report of a dossier as one HTML page, ready to be printed."""
    dossier = printable(dossier)
    return render_to_string("report/report.html", {"d": dossier, **layout(dossier)})


def printable(tree):
    """The same tree with a sign in place of characters that cannot be printed."""
    if isinstance(tree, str):
        return UNDRAWN.sub(SIGN, UNPRINTABLE.sub("", tree))
    if isinstance(tree, dict):
        return {key: printable(value) for key, value in tree.items()}
    if isinstance(tree, list | tuple):
        return [printable(value) for value in tree]
    return tree


def layout(dossier: dict) -> dict:
    """What the pages need beside the dossier: sizes, pairs and what stands where."""
    findings = [f for f in dossier["findings"] if f["state"] != "not-needed"]
    groups = [group for group in dossier["duties"]["groups"] if group["duties"]]
    plan = quarters(dossier)
    return {
        **cover_of(dossier),
        **summary_of(dossier, {finding["slug"] for finding in findings}),
        "findings": findings,
        "points": {p["scheme"]: p["number"] for p in dossier["open_points"]},
        "groups": groups,
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
    """A gap with the provisions it answers, each once, and whether there are more."""
    bases = list(dict.fromkeys(duty["basis"] for duty in gap["duties"]))
    return {**gap, "bases": bases[:BASES_SHOWN], "more": len(bases) > BASES_SHOWN}


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
