"""The summary of the printed report: sizes and texts that keep it to one page."""

from assessments.brief_layout import nearest_dates

NAME_LIMIT, ORGANISATION_LIMIT, RUNNING_LIMIT = 160, 90, 40
VALUE_LIMIT, LONG_VALUE, TIGHT_VALUE, BASIS_LIMIT, STEP_LIMIT = 96, 60, 34, 42, 130
POINTS_SHOWN, DATES_SHOWN = 3, 4
NAME_SIZES = ((16, "large"), (34, "middle"), (80, "small"))
# Opening sentences: characters up to which a size is used, its name, characters a line,
# points a line. The summary is one page, so what they take the trail must give.
LEAD_SIZES = (
    (330, "large", 74, 20.0),
    (480, "middle", 88, 17.0),
    (10_000, "least", 100, 15.0),
)
PITCHES = (14.2, 12.4, 11.2)
PAGE_POINTS, HEAD_POINTS, THIRD_LINE, THIRD_POINTS = 713, 63, 30, 12.2
POINTS_PER_MM = 2.835


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
    days = nearest_dates(dossier["dates"], dossier["as_of"])[:DATES_SHOWN]
    dated = [f"{each['date_text']} {each['title']}" for each in days]
    needed += 46 + max(map(third_height, (told, next_steps, dated)))
    room = (PAGE_POINTS - needed) / POINTS_PER_MM / max(len(dossier["trail"]), 1)
    pitch = next((each for each in PITCHES if each <= room), PITCHES[-1])
    return {
        "lead_size": size[1],
        "steps": summary_steps(dossier, reasoned, pitch),
        "pitch": pitch,
        "pitch_name": PITCHES.index(pitch),
        "summary_points": points,
        "more_points": len(dossier["open_points"]) > POINTS_SHOWN,
        "next_steps": next_steps,
        "next_dates": days,
    }


def first_question(point: dict) -> str:
    return " ".join(f"{q['text']} {q['who']}" for q in point["settles_with"][:1])


def third_height(texts: list[str]) -> float:
    """The height in points of a list that takes a third of the width of the page."""
    return sum(THIRD_POINTS * -(-len(text) // THIRD_LINE) + 5.7 for text in texts)


def shortened(text: str, limit: int) -> str:
    """Text cut at `limit` characters; the sign of the cut is the ellipsis."""
    return text if len(text) <= limit else f"{text[: limit - 1].rstrip()}…"


def summary_steps(dossier: dict, reasoned: set[str], pitch: float) -> list[dict]:
    """The trail's steps with the anchor of the page that says more."""
    told = {"duties": dossier["duties"]["groups"], "dates": dossier["dates"]}
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
            else (step["slug"] if told.get(step["slug"]) else "answers"),
        }
        for step in dossier["trail"]
    ]
