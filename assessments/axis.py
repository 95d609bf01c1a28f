"""The key dates on a line true to scale, as SVG; the words stand in the list below."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from assessments.figures import NOTHING, joined, rounded

LINE = 54
LANE = 32
# Share of the axis a numbered blaze needs at the narrowest width the axis is shown.
BLAZE_SHARE = 3.4


def date_axis(dates: Iterable[Mapping], today: date) -> SafeString:
    """Numbered blazes on a line true to scale, from the first year to the last.

    Each entry needs `number`, `date` (ISO text or empty: left out) and `kind`
    (applies, law, open, own). Blazes that would touch hang below the line. Numbers
    and years are HTML text inside the drawing.
    """
    dated = [
        (date.fromisoformat(entry["date"]), entry) for entry in dates if entry["date"]
    ]
    if not dated:
        return NOTHING
    years = [day.year for day, _entry in dated] + [today.year]
    span = (date(min(years), 1, 1), date(max(years) + 1, 1, 1))
    dated.sort(key=lambda pair: pair[0])
    shares = [_share(day, span) for day, _entry in dated]
    lanes = _lanes(shares)
    height = LINE + 16 + LANE * max(lanes)
    return format_html(
        '<svg class="axis" width="100%" height="{}" aria-hidden="true"'
        ' focusable="false">{}{}{}</svg>',
        height,
        _years(span),
        _axis_line(_share(today, span)),
        joined(
            _numbered(entry, share, lane)
            for (_day, entry), share, lane in zip(dated, shares, lanes, strict=True)
        ),
    )


def _share(day: date, span: tuple[date, date]) -> float:
    start, end = span
    return 100 * (day - start).days / (end - start).days


def _lanes(shares: Sequence[float]) -> list[int]:
    """The lane below the line in which each blaze touches none before it."""
    free_from: list[float] = []
    lanes = []
    for share in shares:
        lane = next(
            (index for index, free in enumerate(free_from) if free <= share),
            len(free_from),
        )
        free_from[lane : lane + 1] = [share + BLAZE_SHARE]
        lanes.append(lane)
    return lanes


def _label(name: str, share: float, across: tuple[int, int, int, int], text):
    x, y, width, height = across
    return format_html(
        '<g transform="translate({} {})"><foreignObject x="{}%" width="{}"'
        ' height="{}"><span class="{}">{}</span></foreignObject></g>',
        x,
        y,
        rounded(share),
        width,
        height,
        name,
        text,
    )


def _years(span: tuple[date, date]) -> SafeString:
    shares = [
        (year, _share(date(year, 1, 1), span))
        for year in range(span[0].year, span[1].year)
    ]
    return joined(
        format_html(
            '<line class="axis-tick" x1="{0}%" x2="{0}%" y1="22" y2="{1}"'
            ' stroke="currentColor"/>{2}',
            rounded(share),
            LINE,
            _label("axis-year", share, (7, 18, 44, 22), year),
        )
        for year, share in shares
    )


def _axis_line(today: float) -> SafeString:
    leftwards = today > 8
    label_at = (-88, 2, 80, 22) if leftwards else (8, 2, 80, 22)
    return format_html(
        '<line class="axis-past" x1="0" x2="{0}%" y1="{1}" y2="{1}"'
        ' stroke="currentColor" stroke-width="2.5"/>'
        '<line class="axis-ahead" x1="{0}%" x2="100%" y1="{1}" y2="{1}"'
        ' stroke="currentColor" stroke-width="2.5"/>'
        '<line class="axis-now" x1="{0}%" x2="{0}%" y1="6" y2="{1}"'
        ' stroke="currentColor" stroke-width="2"/>{2}',
        rounded(today),
        LINE,
        _label(
            "axis-today" if leftwards else "axis-today axis-today--first",
            today,
            label_at,
            gettext("today"),
        ),
    )


def _numbered(entry: Mapping, share: float, lane: int) -> SafeString:
    top = LINE - 13 + LANE * lane
    return format_html(
        '<line class="axis-tick" x1="{0}%" x2="{0}%" y1="{1}" y2="{2}"'
        ' stroke="currentColor"/>{3}',
        rounded(share),
        LINE,
        top + 13,
        _label(
            f"date-number date-number--{entry['kind']}",
            share,
            (-11, top, 22, 26),
            entry["number"],
        ),
    )
