"""Duties on paper: those that one measure meets stand together, by law and date."""

from collections import Counter
from itertools import chain

AI_ACT = "aia"
FEW = 8


def duties_of(dossier: dict) -> dict:
    """Duties that apply by group and law, those that may apply, and shared notes."""
    groups = dossier["duties"]["groups"]
    every = list(chain.from_iterable(group["duties"] for group in groups))
    told = [duty for duty in every if duty["status"] == "applies"]
    open_duties = [duty for duty in every if duty["status"] != "applies"]
    extensions = extensions_of(told, dossier["measures"])
    applying = [
        {**group, "acts": acts_of([d for d in group["duties"] if d in told])}
        for group in groups
    ]
    for row in chain.from_iterable(a["rows"] for g in applying for a in g["acts"]):
        row["extends"] = extended_by(row, extensions)
    is_few = len(open_duties) <= FEW
    return {
        "groups": [group for group in applying if group["acts"]],
        "open_duties": open_duties if is_few else [],
        "open_acts": [] if is_few else open_acts(open_duties),
        "duty_notes": notes_of(told),
    }


def acts_of(duties: list[dict]) -> list[dict]:
    """The duties by law; in each law those met by the same measures are one row."""
    acts: dict[str, dict[frozenset, dict]] = {}
    for duty in duties:
        rows = acts.setdefault(duty["act"], {})
        met_by = frozenset(measure["slug"] for measure in duty["measures"])
        key = met_by or frozenset((duty["slug"],))
        row = rows.setdefault(key, {"duties": [], "measures": duty["measures"]})
        row["duties"].append(duty)
    return [
        {"title": act, "slug": rows_of(rows)[0]["duties"][0]["act_slug"],
         "rows": rows_of(rows)}
        for act, rows in acts.items()
    ]  # fmt: skip


def rows_of(rows: dict[frozenset, dict]) -> list[dict]:
    """The rows of a law; the state of a duty without measures stands in its place."""
    return [
        {
            **row,
            "act_slug": row["duties"][0]["act_slug"],
            "state": row["duties"][0]["state"],
            "state_word": row["duties"][0]["state_word"],
        }
        for row in rows.values()
    ]


def extensions_of(duties: list[dict], areas: list[dict]) -> dict[str, dict]:
    """What the AI Act adds to measures that another law asks for as well, by slug."""
    asked: dict[str, set[str]] = {}
    for duty in duties:
        for measure in duty["measures"]:
            asked.setdefault(measure["slug"], set()).add(duty["act_slug"])
    return {
        measure["slug"]: measure
        for measure in chain.from_iterable(area["measures"] for area in areas)
        if measure.get("delta")
        and AI_ACT in (acts := asked.get(measure["slug"], set()))
        and len(acts) > 1
    }


def extended_by(row: dict, extensions: dict[str, dict]) -> list[dict]:
    """The extensions to tell beside a row of the AI Act, each in one place only."""
    if row["act_slug"] != AI_ACT:
        return []
    told = [m["slug"] for m in row["measures"] if m["slug"] in extensions]
    return [extensions.pop(slug) for slug in told]


def notes_of(duties: list[dict]) -> dict[str, int]:
    """Reliefs and penalties that several duties share, with the number of the note."""
    texts = Counter(
        d[kind] for d in duties for kind in ("relief", "penalty") if d[kind]
    )
    shared = [text for text, count in texts.items() if count > 1]
    return {text: number for number, text in enumerate(shared, 1)}


def open_acts(duties: list[dict]) -> list[dict]:
    """How many duties of each law may apply, from when, and what decides them."""
    acts: dict[str, list[dict]] = {}
    for duty in duties:
        acts.setdefault(duty["act"], []).append(duty)
    return [
        {
            "title": act,
            "count": len(each),
            "dates": list(dict.fromkeys(duty["date_text"] for duty in each)),
            "questions": deciding(each),
        }
        for act, each in acts.items()
    ]


def deciding(duties: list[dict]) -> list[dict]:
    """The questions that decide first, those that decide most duties first."""
    first = [duty["settles_with"][0] for duty in duties if duty["settles_with"]]
    counts = Counter(question["slug"] for question in first)
    by_slug = {question["slug"]: question for question in first}
    return [by_slug[slug] for slug, _ in counts.most_common()]
