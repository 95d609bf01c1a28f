"""What of a dossier stands in the brief, and how much of it fits the two pages.

Whatever is left out is counted, and whatever is shortened ends in an ellipsis.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assessments.exports.tables import planned

NAME_LIMIT, LARGE_NAME, VALUE_LIMIT, BASIS_LIMIT, OWNER_LIMIT = 90, 24, 64, 42, 60
# Millimetres from step to step, as in the style sheet.
PITCH = 10.6


@dataclass(frozen=True)
class Room:
    """How much is shown: entries of each kind, characters of a text."""

    gaps: int
    dates: int
    points: int
    places: int
    lead: int
    text: int


ROOMS = (
    Room(gaps=8, dates=6, points=3, places=5, lead=700, text=120),
    Room(gaps=7, dates=5, points=3, places=4, lead=560, text=100),
    Room(gaps=6, dates=5, points=2, places=4, lead=480, text=90),
    Room(gaps=4, dates=4, points=2, places=3, lead=400, text=80),
    Room(gaps=3, dates=3, points=1, places=2, lead=260, text=60),
)


def first_page(dossier: Mapping, room: Room) -> dict:
    """Name, position, chain and dates at the size of a room."""
    dates = nearest_dates(dossier["dates"], dossier["as_of"])
    return {
        "name": shortened(dossier["product"], NAME_LIMIT),
        "organisation": shortened(dossier["organisation"], NAME_LIMIT),
        "name_size": "large" if len(dossier["product"]) <= LARGE_NAME else "small",
        "headline": shortened(dossier["headline"], room.text),
        "lead": shortened(" ".join(dossier["statements"]), room.lead),
        "steps": [_step(step) for step in dossier["trail"]],
        "pitch": PITCH,
        "dates": _some([_date(each, room) for each in dates], room.dates),
    }


def second_page(dossier: Mapping, room: Room) -> dict:
    """What is open, what to do first, and whom to ask, at the size of a room."""
    gaps = [gap for _, gap in planned(dossier)]
    points, places = dossier["open_points"], first_places(dossier["support"])
    counts = dossier["readiness"]["totals"].items()
    return {
        "points": _some([_point(each, room) for each in points], room.points),
        "gaps": _some([_gap(each, room) for each in gaps], room.gaps),
        "counts": {mark.replace("-", "_"): count for mark, count in counts},
        "next_steps": [shortened(each, room.text) for each in dossier["next_steps"]],
        "places": _some([_place(each, room) for each in places], room.places),
    }


def shortened(text: str, limit: int) -> str:
    """Text cut at `limit` characters; the sign of the cut is the ellipsis."""
    if len(text) <= limit:
        return text
    cut = f"{text[: limit - 1].rstrip()}…"
    # A bold word that is cut in two would leave its mark alone.
    return cut if cut.count("**") % 2 == 0 else cut.replace("**", "")


def whole(texts: Sequence[str], limit: int) -> str:
    """As many of the texts as fit, none of them cut; an ellipsis for the others."""
    for count in range(len(texts), 1, -1):
        said = "; ".join(texts[:count])
        if len(said) <= limit:
            return said if count == len(texts) else f"{said} …"
    return "; ".join(texts[:1]) + (" …" if texts[1:] else "")


def _some(entries: Sequence[object], count: int) -> dict:
    return {"shown": list(entries[:count]), "more": max(len(entries) - count, 0)}


def _step(step: Mapping) -> dict:
    return {
        **step,
        "value": shortened(step["value"], VALUE_LIMIT),
        "basis": shortened(step["basis"], BASIS_LIMIT),
    }


def nearest_dates(dates: Sequence[Mapping], as_of: str) -> list[Mapping]:
    """What lies ahead, soonest first; then what applies already, latest first."""
    ahead = [each for each in dates if each["date"] > as_of]
    return [*ahead, *reversed([each for each in dates if each not in ahead])]


def _date(entry: Mapping, room: Room) -> dict:
    return {
        **entry,
        "title": shortened(entry["title"], room.text),
        "basis": shortened(entry["basis"], BASIS_LIMIT),
    }


def _point(point: Mapping, room: Room) -> dict:
    nobody = {"text": "", "who": ""}
    asked = next(iter(point["settles_with"]), nobody)
    is_new = asked["text"] != point["title"]
    return {
        "title": shortened(point["title"], room.text),
        "settles_with": shortened(asked["text"], room.text) if is_new else "",
        "ask": shortened(asked["who"], room.text),
    }


def _gap(gap: Mapping, room: Room) -> dict:
    return {
        "title": shortened(gap["title"], room.text),
        "owner": shortened(gap["owner"], OWNER_LIMIT),
        "effort": gap["effort"],
        "state": gap["state"],
        "state_word": gap["state_word"],
        "date_text": gap["date_text"],
        "count": len(gap["duties"]),
        "possible": gap["possible"],
    }


def first_places(groups: Sequence[Mapping]) -> list[tuple[Mapping, Mapping]]:
    """Each group with its best place, then each with its second, each place once."""
    seen: set[str] = set()
    found = []
    for rank in range(2):
        for group in groups:
            for entry in group["entries"][rank : rank + 1]:
                if entry["slug"] not in seen:
                    seen.add(entry["slug"])
                    found.append((group, entry))
    return found


def _place(found: tuple[Mapping, Mapping], room: Room) -> dict:
    group, entry = found
    why = entry["how_to_ask"] or whole(entry["reasons"], room.text)
    return {
        "for": shortened(group["title"], BASIS_LIMIT),
        "name": shortened(entry["name"], room.text),
        "url": entry["url"],
        "why": shortened(why, room.text),
        "state_word": entry["state_word"],
        "check": entry["check"],
    }
