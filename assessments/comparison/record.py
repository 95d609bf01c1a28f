"""A comparison in words, as plain data: for the page, and frozen in the next report."""

from collections.abc import Iterator, Mapping
from datetime import date

from assessments.canonical import content_hash
from assessments.comparison.causes import Cause, Worlds
from assessments.comparison.sides import (
    DAY,
    LAW,
    YOU,
    Side,
    side_of_case,
    side_of_report,
)
from assessments.comparison.standing import ABSENT, KINDS, Item, standing_of
from assessments.dossier import Case
from assessments.dossier.case import counted, day_text, joined
from assessments.models import Report

TITLES = {
    "facts": "What you told",
    "verdicts": "Verdicts",
    "duties": "Duties",
    "gaps": "Measures and gaps",
    "dates": "Dates",
}
NOUNS = {
    "facts": ("answer", "answers"),
    "verdicts": ("verdict", "verdicts"),
    "duties": ("duty", "duties"),
    "gaps": ("measure", "measures"),
    "dates": ("date", "dates"),
}
CAUSES = {YOU: "your answers", LAW: "the law", DAY: "the day"}
TOLD_ANEW = "nothing but how it is told"


def changes_since(latest: Report | None, case: Case, dossier: Mapping) -> dict | None:
    """What changed since the report before, for the next one; None for the first."""
    if latest is None or latest.content_hash == content_hash(dossier):
        return None
    return compare(side_of_report(latest), side_of_case(case, dossier))


def compare(before: Side, after: Side) -> dict:
    """The changes from one side to the other by kind, each with its cause."""
    worlds = Worlds(before, after)
    groups = list(_groups(before.dossier, after.dossier, worlds))
    return {
        "before": _side(before.dossier),
        "after": _side(after.dossier),
        "summary": _summary(before.dossier, groups),
        "law_changed": LAW in worlds.factors,
        "groups": groups,
    }


def _groups(before: Mapping, after: Mapping, worlds: Worlds) -> Iterator[dict]:
    old, new = standing_of(before), standing_of(after)
    for kind in KINDS:
        pairs = {
            slug: (old[kind].get(slug), new[kind].get(slug))
            for slug in {**new[kind], **old[kind]}
        }
        changed = [slug for slug, pair in pairs.items() if _is_changed(*pair)]
        # What holds, or did, is told before what hangs on an open point.
        changed.sort(key=lambda slug: not _is_certain(*pairs[slug]))
        changes = [_change(kind, slug, *pairs[slug], worlds) for slug in changed]
        if changes:
            yield {"kind": kind, "title": TITLES[kind], "changes": changes}


def _is_changed(old: Item | None, new: Item | None) -> bool:
    return (old and old.key) != (new and new.key)


def _is_certain(old: Item | None, new: Item | None) -> bool:
    return any(each is not None and each.is_certain for each in (old, new))


def _change(
    kind: str, slug: str, old: Item | None, new: Item | None, worlds: Worlds
) -> dict:
    shown, cause = new or old, worlds.cause_of(kind, slug)
    return {
        "slug": slug,
        "title": shown.title,
        "basis": shown.basis,
        "before": old.text if old else ABSENT[kind],
        "after": new.text if new else ABSENT[kind],
        "causes": list(cause.factors),
        "how": cause.how,
        "because": because(cause),
    }


def because(cause: Cause) -> str:
    """The cause in words: "your answers", "your answers and the law together"."""
    words = [CAUSES[each] for each in cause.factors]
    return {
        "alone": joined(words, "and, by itself,"),
        "together": f"{joined(words, 'and')} together",
        "unknown": f"{joined(words, 'or')}; which of them cannot be told",
        "telling": TOLD_ANEW,
    }[cause.how]


def _side(dossier: Mapping) -> dict:
    return {
        "number": dossier["number"],
        "day": dossier["issued"] or dossier["as_of"],
        "headline": dossier["headline"],
        "bank_number": dossier["bank"]["number"],
        "law_date": dossier["bank"]["law_date"],
    }


def _summary(before: Mapping, groups: list[dict]) -> str:
    day = day_text(date.fromisoformat(before["issued"] or before["as_of"]))
    since = f"report {before['number']} of {day}" if before["number"] else day
    if not groups:
        return f"Nothing has changed since {since}."
    counts = [counted(len(each["changes"]), *NOUNS[each["kind"]]) for each in groups]
    verb = "has" if counts == [counts[0]] and len(groups[0]["changes"]) == 1 else "have"
    return f"Since {since}, {joined(counts, 'and')} {verb} changed."
