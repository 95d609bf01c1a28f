"""Europe as tiles: one of the same size for each country, about where it lies."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping

from django.utils.html import format_html
from django.utils.safestring import SafeString

from compliance.domain.countries import COUNTRIES
from compliance.domain.support_entry import SupportEntry

# Nine columns from west to east; a dot is sea.
GRID = """
IS  .  .  . NO SE FI  .  .
 .  .  .  . DK  . EE  .  .
IE GB  . NL  .  . LV  .  .
 .  . BE LU DE PL LT  .  .
 .  . FR CH LI CZ SK UA  .
PT ES  . IT AT HU RO MD  .
 .  .  .  . SI HR RS BG  .
 .  .  . MT ME XK MK  . TR
 .  .  .  .  . AL GR  . CY
"""
TILE = 28
PLACE_OF: Mapping[str, tuple[int, int]] = {
    code: (column, row)
    for row, line in enumerate(GRID.strip().splitlines())
    for column, code in enumerate(line.split())
    if code in COUNTRIES
}


def square(count: int, most: int) -> SafeString:
    """A square whose area stands for the count, as SVG; nothing for none."""
    side = round(TILE * math.sqrt(count / most), 1) if most else 0
    start = round((TILE - side) / 2, 1)
    return format_html(
        '<svg class="tile-mark" width="{0}" height="{0}" viewBox="0 0 {0} {0}"'
        ' aria-hidden="true" focusable="false">'
        '<rect x="{1}" y="{1}" width="{2}" height="{2}" rx="1" fill="currentColor"/>'
        "</svg>",
        TILE,
        start,
        side,
    )


def tiles_of(entries: Iterable[SupportEntry]) -> list[dict]:
    """A tile for each country in the order of their names, with its count."""
    counts = Counter(entry.country for entry in entries)
    most = max((counts[code] for code in PLACE_OF), default=0)
    return [
        {
            "code": code,
            "name": name,
            "count": counts[code],
            "column": PLACE_OF[code][0] + 1,
            "row": PLACE_OF[code][1] + 1,
            "square": square(counts[code], most),
        }
        for code, name in sorted(COUNTRIES.items(), key=lambda pair: pair[1])
    ]
