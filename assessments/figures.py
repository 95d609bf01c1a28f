"""Marks and trails as SVG.

Every drawing is decorative (`aria-hidden`) unless it says otherwise: the words stand
in the HTML beside it. Colours come from the style sheet through classes and
`currentColor`, so dark mode, forced colours and print need no second drawing.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

SHAPES = {
    "settled": "filled",
    "done": "filled",
    "in-place": "filled",
    "open": "hollow",
    "partly": "half",
    "planned": "half",
    "started": "half",
    "not-needed": "dash",
    "not-applicable": "dash",
}
LINES = {
    "filled": "solid",
    "hollow": "dashed",
    "half": "dashed",
    "dot": "dotted",
    "dash": "dotted",
}
PATTERNS = {
    "solid": SafeString(""),
    "dashed": SafeString(' stroke-dasharray="6 5"'),
    "dotted": SafeString(' stroke-dasharray="1.5 5" stroke-linecap="round"'),
}
STATE_WORDS = {
    "settled": _("settled"),
    "open": _("open"),
    "not-needed": _("not needed"),
    "not-reached": _("not reached yet"),
}
BLAZE = (17, 24)
TRACK_HEIGHT = 60
MINI_PITCH = 25
NOTHING = SafeString("")


def mark(state: str) -> SafeString:
    """The 14 by 20 pixel blaze of a state, to stand before its word."""
    shape = shape_of(state)
    return format_html(
        '<svg class="mark mark--{}" width="14" height="20" viewBox="0 0 14 20"'
        ' aria-hidden="true" focusable="false">{}</svg>',
        shape,
        _drawn(shape, 14, 20),
    )


def horizontal_trail(trail: Sequence[Mapping]) -> SafeString:
    """The line and marks of a trail over equal columns, marks at their left edges.

    Each step needs `state` and `fork`. Widths are shares, so the one drawing fits
    every screen.
    """
    if not trail:
        return NOTHING
    pitch = 100 / len(trail)
    lines = [
        _line_across(step, number * pitch, pitch)
        for number, step in enumerate(trail[:-1])
    ]
    stops = [
        _stop_across(shape_of(step["state"]), number * pitch)
        for number, step in enumerate(trail)
    ]
    return format_html(
        '<svg class="track" width="100%" height="{}" aria-hidden="true"'
        ' focusable="false"><g transform="translate(8.5 0)">{}</g>{}</svg>',
        TRACK_HEIGHT,
        joined(lines),
        joined(stops),
    )


def vertical_stop(state: str, fork: bool, last: bool) -> SafeString:
    """One mark of a vertical trail and the line down to the next mark."""
    line = NOTHING if last else _line_down(shape_of(state), fork)
    return format_html('{}<span class="stop-mark">{}</span>', line, mark(state))


def mini_trail(states: Sequence[str]) -> SafeString:
    """A trail of small marks for a table cell, with its states as accessible name."""
    if not states:
        return NOTHING
    centres = [7 + MINI_PITCH * number for number in range(len(states))]
    lines = [
        _line(LINES[shape_of(state)], start, 10, end, 10, width=2)
        for state, (start, end) in zip(states, pairwise(centres), strict=False)
    ]
    marks = [
        placed(shape_of(state), centre - 5, 2, size=(10, 16))
        for state, centre in zip(states, centres, strict=True)
    ]
    width = MINI_PITCH * (len(states) - 1) + 14
    return format_html(
        '<svg class="mini-trail" width="{0}" height="20" viewBox="0 0 {0} 20"'
        ' role="img" aria-label="{1}">{2}{3}</svg>',
        width,
        _spoken(states),
        joined(lines),
        joined(marks),
    )


def shape_of(state: str) -> str:
    """How a state is drawn; a state without a shape of its own is a dot."""
    return SHAPES.get(state, "dot")


def joined(parts: Iterable[SafeString]) -> SafeString:
    """The parts one after the other."""
    return format_html_join("", "{}", ((part,) for part in parts))


def rounded(value: float) -> str:
    """A coordinate with two decimals at most."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _drawn(shape: str, width: int, height: int) -> SafeString:
    if shape == "dot":
        return format_html(
            '<circle cx="{}" cy="{}" r="3" fill="currentColor"/>',
            rounded(width / 2),
            rounded(height / 2),
        )
    if shape == "dash":
        return format_html(
            '<rect y="{}" width="{}" height="3" fill="currentColor"/>',
            rounded(height / 2 - 1.5),
            width,
        )
    if shape == "filled":
        return format_html(
            '<rect width="{}" height="{}" rx="1" fill="currentColor"/>', width, height
        )
    outline = format_html(
        '<rect class="ground" x="1.25" y="1.25" width="{}" height="{}" rx="1"'
        ' stroke="currentColor" stroke-width="2.5"/>',
        rounded(width - 2.5),
        rounded(height - 2.5),
    )
    if shape == "hollow":
        return outline
    return outline + format_html(
        '<rect x="1" y="{}" width="{}" height="{}" fill="currentColor"/>',
        rounded(height / 2),
        width - 2,
        rounded(height / 2 - 1),
    )


def _ground(shape: str, width: int, height: int) -> SafeString:
    """Keeps the line from running through a dot or a dash."""
    if shape not in {"dot", "dash"}:
        return NOTHING
    return format_html(
        '<rect class="ground" x="-3" y="{}" width="{}" height="12"/>',
        rounded(height / 2 - 6),
        width + 6,
    )


def placed(shape: str, x: float, y: float, size: tuple[int, int] = BLAZE) -> SafeString:
    """A mark with its upper left corner at x, y (pixels)."""
    return format_html(
        '<g class="mark--{}" transform="translate({} {})">{}{}</g>',
        shape,
        rounded(x),
        rounded(y),
        _ground(shape, *size),
        _drawn(shape, *size),
    )


def _line(pattern, x1, y1, x2, y2, width=3) -> SafeString:
    return format_html(
        '<line class="line--{}" x1="{}" y1="{}" x2="{}" y2="{}" stroke="currentColor"'
        ' stroke-width="{}"{}/>',
        pattern,
        x1,
        y1,
        x2,
        y2,
        width,
        PATTERNS[pattern],
    )


def path(pattern: str, drawing: str) -> SafeString:
    """A curve drawn as the line after a step: solid, dashed or dotted."""
    return format_html(
        '<path class="line--{}" d="{}" fill="none" stroke="currentColor"'
        ' stroke-width="3"{}/>',
        pattern,
        drawing,
        PATTERNS[pattern],
    )


def strand(drawing: str) -> SafeString:
    """One of the two thin curves of a fork."""
    return format_html(
        '<path class="line--solid" d="{}" fill="none" stroke="currentColor"'
        ' stroke-width="1.9" vector-effect="non-scaling-stroke"/>',
        drawing,
    )


def _line_across(step: Mapping, left: float, pitch: float) -> SafeString:
    if step["fork"]:
        return format_html(
            '<svg x="{}%" width="{}%" height="{}" viewBox="0 0 100 60"'
            ' preserveAspectRatio="none">{}{}</svg>',
            rounded(left),
            rounded(pitch),
            TRACK_HEIGHT,
            strand("M6 30C17 30 17 13 30 13H70C83 13 83 30 94 30"),
            strand("M6 30C17 30 17 47 30 47H70C83 47 83 30 94 30"),
        )
    middle = TRACK_HEIGHT // 2
    right = rounded(left + pitch)
    pattern = LINES[shape_of(step["state"])]
    return _line(pattern, f"{rounded(left)}%", middle, f"{right}%", middle)


def _stop_across(shape: str, left: float) -> SafeString:
    return format_html(
        '<svg class="mark--{}" x="{}%" y="18" width="17" height="24"'
        ' overflow="visible">{}{}</svg>',
        shape,
        rounded(left),
        _ground(shape, *BLAZE),
        _drawn(shape, *BLAZE),
    )


def _line_down(shape: str, fork: bool) -> SafeString:
    if fork:
        return format_html(
            '<svg class="stretch stretch--fork" width="22" viewBox="0 0 22 100"'
            ' preserveAspectRatio="none" aria-hidden="true" focusable="false">'
            "{}{}</svg>",
            strand("M11 0C11 14 1 14 1 30V70C1 86 11 86 11 100"),
            strand("M11 0C11 14 21 14 21 30V70C21 86 11 86 11 100"),
        )
    return format_html(
        '<svg class="stretch" width="22" aria-hidden="true" focusable="false">{}</svg>',
        _line(LINES[shape], 11, 0, 11, "100%"),
    )


def _spoken(states: Sequence[str]) -> str:
    words = ", ".join(
        str(STATE_WORDS.get(state, STATE_WORDS["not-reached"])) for state in states
    )
    steps = ngettext("%(count)s step", "%(count)s steps", len(states))
    return f"{steps % {'count': len(states)}}: {words}"
