"""QR codes as SVG that carry their own words."""

from itertools import groupby

import segno
from django.utils.html import format_html
from django.utils.safestring import SafeString

SIZE = 24
BORDER = 2
NAME = "QR code of the address {}"


def qr_code(address: str, size: int = SIZE) -> SafeString:
    """The address as a QR code, `size` millimetres wide, read aloud as the address.

    Colours stand in attributes, as the style sheet does not reach an SVG in print.
    """
    code = segno.make(address, error="m", micro=False)
    rows = [list(row) for row in code.matrix_iter(border=BORDER)]
    name = NAME.format(address)
    return format_html(
        '<svg xmlns="http://www.w3.org/2000/svg" class="qr" role="img" '
        'aria-label="{0}" width="{1}mm" height="{1}mm" viewBox="0 0 {2} {2}">'
        '<title>{0}</title><rect width="{2}" height="{2}" fill="#FFFFFF"/>'
        '<path d="{3}" fill="#14201F" shape-rendering="crispEdges"/></svg>',
        name,
        size,
        len(rows),
        "".join(_dark(y, row) for y, row in enumerate(rows)),
    )


def _dark(y: int, row: list[int]) -> str:
    """The dark modules of a row, one box for each run."""
    path, x = "", 0
    for is_dark, run in groupby(row, bool):
        width = len(list(run))
        if is_dark:
            path += f"M{x} {y}h{width}v1h-{width}z"
        x += width
    return path
