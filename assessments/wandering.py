"""The trail as a path that sways down the page: the figure of the home page."""

import math
from collections.abc import Mapping, Sequence
from itertools import pairwise

from django.utils.html import format_html
from django.utils.safestring import SafeString

from assessments.figures import (
    BLAZE,
    LINES,
    NOTHING,
    joined,
    path,
    placed,
    rounded,
    shape_of,
    strand,
)

PITCH = 64
SWING = 20
PERIOD = 6.8
WIDTH = 76


def wandering_trail(trail: Sequence[Mapping]) -> SafeString:
    """The trail as a path that sways down the page, one stop every 64 pixels."""
    if not trail:
        return NOTHING
    stops = [_wander(number) for number in range(len(trail))]
    stretches = [
        _strands_between(start, end)
        if step["fork"]
        else path(LINES[shape_of(step["state"])], curve)
        for step, (start, end), curve in zip(
            trail, pairwise(stops), _catmull_rom(stops), strict=False
        )
    ]
    marks = [
        placed(shape_of(step["state"]), x - BLAZE[0] / 2, y - BLAZE[1] / 2)
        for step, (x, y) in zip(trail, stops, strict=True)
    ]
    height = PITCH * (len(trail) - 1) + BLAZE[1]
    return format_html(
        '<svg class="wandering" width="{0}" height="{1}" viewBox="0 0 {0} {1}"'
        ' aria-hidden="true" focusable="false">{2}{3}</svg>',
        WIDTH,
        height,
        joined(stretches),
        joined(marks),
    )


def _wander(number: int) -> tuple[float, float]:
    turn = math.tau * (number - 0.8) / PERIOD
    return (
        WIDTH / 2 + SWING * math.sin(turn),
        BLAZE[1] / 2 + PITCH * number,
    )


def _catmull_rom(points: Sequence[tuple[float, float]]) -> list[str]:
    """One cubic path between each pair of neighbouring points."""
    padded = [points[0], *points, points[-1]]
    return [
        f"M{rounded(b[0])} {rounded(b[1])}"
        f"C{rounded(b[0] + (c[0] - a[0]) / 6)} {rounded(b[1] + (c[1] - a[1]) / 6)}"
        f" {rounded(c[0] - (d[0] - b[0]) / 6)} {rounded(c[1] - (d[1] - b[1]) / 6)}"
        f" {rounded(c[0])} {rounded(c[1])}"
        for a, b, c, d in zip(padded, padded[1:], padded[2:], padded[3:], strict=False)
    ]


def _strands_between(start, end) -> SafeString:
    (x1, y1), (x2, y2) = start, end
    top, foot = y1 + BLAZE[1] / 2 - 1, y2 - BLAZE[1] / 2 + 1
    return joined(
        strand(
            f"M{rounded(x1)} {rounded(top)}"
            f"C{rounded(x1 + side)} {rounded(top + 9)}"
            f" {rounded(x2 + side)} {rounded(foot - 9)}"
            f" {rounded(x2)} {rounded(foot)}"
        )
        for side in (-15, 15)
    )
