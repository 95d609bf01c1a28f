"""Figures of the printed report: SVG with its colours in attributes.

The page's style sheet does not reach inline SVG in print. Every figure carries its
text equivalent twice: as `aria-label` and as `<title>`, which becomes the PDF's Alt.
"""

from datetime import date, timedelta
from itertools import pairwise
from math import pi, sin

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

INK, SOFT, ACCENT, CTL, RULE = "#14201F", "#4A5A5C", "#0B5863", "#74858A", "#A9B6B8"
WHITE = "#FFFFFF"
COVER_PITCH, COVER_SWING, COVER_FIRST = 29, 11, 33
AXIS_YEARS_BACK = 1
MARK_STEP, MARKS_IN_A_ROW = 3.7, 12


def figure(width: float, height: float, name: str, shapes, kind: str) -> SafeString:
    """One SVG of `width` × `height` millimetres that is read aloud as `name`."""
    return format_html(
        '<svg xmlns="http://www.w3.org/2000/svg" class="figure figure--{}" role="img" '
        'aria-label="{}" width="{}mm" height="{}mm" viewBox="0 0 {} {}">'
        "<title>{}</title>{}</svg>",
        kind, name, *map(number, (width, height, width, height)), name, joined(shapes),
    )  # fmt: skip


def joined(shapes) -> SafeString:
    return format_html_join("", "{}", ((shape,) for shape in shapes))


def number(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".")


def rect(x, y, width, height, fill, stroke="none", stroke_width=0.0) -> SafeString:
    return format_html(
        '<rect x="{}" y="{}" width="{}" height="{}" rx="{}" fill="{}" stroke="{}" '
        'stroke-width="{}"/>',
        *map(number, (x, y, width, height)), "0" if stroke_width else ".25",
        fill, stroke, number(stroke_width),
    )  # fmt: skip


def blaze(mark: str, x: float, y: float, width: float, height: float) -> SafeString:
    """A blaze centred on x, y: filled, hollow, half, dot or dash."""
    if mark == "dot":
        return format_html(
            '<circle cx="{}" cy="{}" r="{}" fill="{}"/>',
            *map(number, (x, y, width * 0.22)), CTL,
        )  # fmt: skip
    if mark == "dash":
        return rect(x - width / 2, y - height * 0.07, width, height * 0.14, SOFT)
    left, top = x - width / 2, y - height / 2
    if mark == "filled":
        return rect(left, top, width, height, ACCENT)
    line = width * 0.17
    outline = rect(
        left + line / 2, top + line / 2, width - line, height - line,
        WHITE, ACCENT, line,
    )  # fmt: skip
    if mark == "half":
        return outline + rect(left, y, width, height / 2, ACCENT)
    return outline


def path(d: str, state: str, width: float) -> SafeString:
    """The line that leaves a step: solid, dashed while open, else dotted."""
    colour, dashes = {
        "settled": (ACCENT, ""),
        "open": (ACCENT, f"{number(width * 1.9)} {number(width * 1.6)}"),
    }.get(state, (CTL, f"{number(width * 0.05)} {number(width * 1.9)}"))
    return format_html(
        '<path d="{}" fill="none" stroke="{}" stroke-width="{}" '
        'stroke-dasharray="{}" stroke-linecap="{}"/>',
        d, colour, number(width), dashes or "none",
        "butt" if state in ("settled", "open") else "round",
    )  # fmt: skip


def coordinates(*points: tuple[float, float]) -> str:
    return " ".join(f"{number(x)} {number(y)}" for x, y in points)


def strands(upper, lower, spread: float, width: float) -> SafeString:
    """Two strands that leave a fork and meet again: both values lead to one next."""
    (x1, y1), (x2, y2) = upper, lower
    third = (y2 - y1) * 0.3
    sides = [
        f"M{coordinates(upper)} C{coordinates((x1 + side, y1 + third))} "
        f"{coordinates((x2 + side, y2 - third))} {coordinates(lower)}"
        for side in (-spread * 1.33, spread * 1.33)
    ]
    return joined(path(d, "settled", width) for d in sides)


STEP_MARKS = {"settled": "filled", "open": "hollow", "not-needed": "dash"}


def trail_name(steps: list[dict]) -> str:
    """The trail in words: each step's question, value and state."""
    said = (f"{s['question']}: {s['value']} ({s['state_word']})" for s in steps)
    return "The trail of this report. " + "; ".join(said) + "."


def cover_trail(steps: list[dict]) -> SafeString:
    """The wandering trail, from above the page to below it, in the real states."""
    middle = 20.0
    turns = [
        (middle + COVER_SWING * sin(2 * pi * (i - 0.5) / 7.4),
         COVER_FIRST + COVER_PITCH * i)
        for i in range(-3, len(steps) + 3)
    ]  # fmt: skip
    last = steps[-1]["state"] if steps else "settled"
    states = ["settled", *["settled"] * 2, *(step["state"] for step in steps), last]
    forks = [False] * 3 + [step["fork"] for step in steps] + [False]
    shapes = []
    for i in range(1, len(turns) - 2):
        before, start, end, after = turns[i - 1 : i + 3]
        if forks[i]:
            ends = (start[0], start[1] + 4.6), (end[0], end[1] - 4.6)
            shapes.append(strands(*ends, 4.6, 0.8))
            continue
        bend_out = start[0] + (end[0] - before[0]) / 6, start[1] + COVER_PITCH / 3
        bend_in = end[0] - (after[0] - start[0]) / 6, end[1] - COVER_PITCH / 3
        d = f"M{coordinates(start)} C{coordinates(bend_out, bend_in, end)}"
        shapes.append(path(d, states[i], 1.2))
    for (x, y), step in zip(turns[3:], steps, strict=False):
        shapes.append(blaze(STEP_MARKS.get(step["state"], "dot"), x, y, 7, 10.4))
    return figure(40, 297, trail_name(steps), shapes, "cover")


def summary_trail(steps: list[dict], pitch: float) -> SafeString:
    """The vertical trail whose marks stand level with table rows `pitch` mm high."""
    x, first = 5.0, 4.6 - (14.2 - pitch) * 0.3
    shapes = []
    for i, (step, _) in enumerate(pairwise(steps)):
        top, foot = (x, first + pitch * i), (x, first + pitch * (i + 1))
        if step["fork"]:
            ends = (x, top[1] + 2.4), (x, foot[1] - 2.4)
            shapes.append(strands(*ends, 2.3, 0.5))
        else:
            shapes.append(path(f"M{coordinates(top)} L{coordinates(foot)}",
                               step["state"], 0.7))  # fmt: skip
    for i, step in enumerate(steps):
        mark = STEP_MARKS.get(step["state"], "dot")
        shapes.append(blaze(mark, x, first + pitch * i, 3.4, 5))
    height = first * 2 + pitch * max(len(steps) - 1, 0)
    return figure(10, height, trail_name(steps), shapes, "trail")


MEASURE_MARKS = {"in-place": "filled", "partly": "half", "not-applicable": "dash"}


def readiness_marks(area: dict) -> SafeString:
    """One mark per measure of an area, named by its counts."""
    counts = area["counts"]
    name = (
        f"{area['title']}: {counts['in-place']} in place, {counts['partly']} started, "
        f"{counts['not-started']} not started, {counts['not-applicable']} not needed"
    )
    rows = -(-len(area["marks"]) // MARKS_IN_A_ROW) or 1
    shapes = [
        blaze(
            MEASURE_MARKS.get(mark, "dot"),
            1.2 + MARK_STEP * (i % MARKS_IN_A_ROW),
            2.1 + 4.6 * (i // MARKS_IN_A_ROW),
            2.4,
            3.5,
        )
        for i, mark in enumerate(area["marks"])
    ]
    return figure(45, rows * 4.6 - 0.4, name, shapes, "marks")


def axis_start(today: date) -> date:
    return date(today.year - AXIS_YEARS_BACK, 1, 1)


def dates_on_axis(dates: list[dict], as_of: str) -> list[tuple[date, dict]]:
    """The dates that the axis can show: it begins in the year before `as_of`."""
    start = axis_start(date.fromisoformat(as_of))
    dated = ((date.fromisoformat(d["date"]), d) for d in dates if d["date"])
    return sorted(((day, d) for day, d in dated if day >= start), key=lambda p: p[0])


def date_axis(dates: list[dict], as_of: str) -> SafeString:
    """A true-to-scale axis with the numbers of the dates; the list says the words."""
    today = date.fromisoformat(as_of)
    start = axis_start(today)
    shown = dates_on_axis(dates, as_of)
    last = max([day for day, _ in shown] + [today + timedelta(days=365)])
    end = date(last.year + 1, 1, 1)
    width, span = 166.0, (end - start).days

    def x_of(day: date) -> float:
        return 3 + (width - 6) * (day - start).days / span

    lanes: list[float] = []
    placed = []
    for day, entry in shown:
        x = x_of(day)
        lane = next((i for i, end_x in enumerate(lanes) if x - end_x >= 6), len(lanes))
        lanes[lane : lane + 1] = [x]
        placed.append((x, lane, entry))
    base = 3 + 8 * max(len(lanes), 1)
    shapes = [axis_line(3, base, width - 3, base, INK, 0.3)]
    for year in range(start.year, end.year + 1):
        x = x_of(date(year, 1, 1))
        shapes.append(axis_line(x, base, x, base + 2, INK, 0.3))
        if year < end.year:
            shapes.append(label(x + 1, base + 5, str(year), SOFT, "start"))
    x = x_of(today)
    shapes.append(axis_line(x, base - 1.6, x, base + 1.6, INK, 0.9))
    for x, lane, _ in placed:
        y = base - 5.2 - 8 * lane
        shapes.append(axis_line(x, y + 3, x, base, RULE, 0.25))
    shapes += [numbered_blaze(x, base - 5.2 - 8 * n, d) for x, n, d in placed]
    said = "; ".join(f"{d['number']}: {d['date_text']}" for _, d in shown)
    name = f"Axis of dates from {start.year} to {end.year - 1}. {said}."
    return figure(width, base + 7, name, shapes, "axis")


def axis_line(x1, y1, x2, y2, colour: str, width: float) -> SafeString:
    return format_html(
        '<path d="M{} L{}" fill="none" stroke="{}" stroke-width="{}"/>',
        coordinates((x1, y1)), coordinates((x2, y2)), colour, number(width),
    )  # fmt: skip


def label(x, y, text: str, colour: str, anchor: str) -> SafeString:
    return format_html(
        '<text x="{}" y="{}" font-family="IBM Plex Sans" font-size="3" fill="{}" '
        'text-anchor="{}">{}</text>',
        number(x), number(y), colour, anchor, text,
    )  # fmt: skip


def numbered_blaze(x: float, y: float, entry: dict) -> SafeString:
    """Filled is law, soft applies already, hollow is open, dotted is your own plan."""
    kind = "open" if entry["proposal"] else entry["kind"]
    fill, colour = {"law": (ACCENT, WHITE), "applies": (SOFT, WHITE)}.get(
        kind, (WHITE, ACCENT if kind == "open" else INK)
    )
    line = ACCENT if kind in ("law", "open") else SOFT if kind == "applies" else INK
    box = rect(x - 2.4, y - 2.9, 4.8, 5.8, fill, line, 0.45)
    if kind == "own":
        box = mark_safe(box.replace("/>", ' stroke-dasharray=".5 .6"/>'))
    return box + label(x, y + 1.05, str(entry["number"]), colour, "middle")
