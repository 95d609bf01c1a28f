"""The printed report: one dossier in, one PDF/UA file out.

Reads the dossier and its extras, nothing else: no clock, no database, no network. Two
renders of the same by one renderer version are the same bytes.
"""

import gc
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from io import BytesIO
from pathlib import Path

from django.template.loader import render_to_string
from fontTools.ttLib import TTFont
from weasyprint import HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

from assessments.attachments import attach_twin
from assessments.extras import NOTHING, Extras
from assessments.report_layout import SIGN, layout

RENDERER_VERSION = "4"

STATIC = Path(__file__).resolve().parents[1] / "static"
BUNDLE = {
    (STATIC / name).as_uri(): (STATIC / name, kind)
    for name, kind in (
        ("report/report.css", "text/css"),
        ("brief/brief.css", "text/css"),
        ("fonts/IBMPlexSans-Regular.woff2", "font/woff2"),
        ("fonts/IBMPlexSans-SemiBold.woff2", "font/woff2"),
    )
}
# These only choose the style of the sign before them.
VARIATIONS = re.compile("[\ufe00-\ufe0f]")
# What IBM Plex Sans and its fallback DejaVu Sans draw: Latin, Greek, Cyrillic, Hebrew,
# Arabic, signs. PDF/UA allows no missing glyph, so a visible sign stands for the rest,
# as it does for control characters and for those that reorder their line.
UNDRAWN = re.compile(
    "(?:[^\t\n\r\x20-\x7e\xa0-\u02e9\u0300-\u034f\u0370-\u0525\u05b0-\u05c3\u05d0-\u05f4"
    "\u060c\u061b\u061f\u0621-\u063a\u0640-\u0655\u0660-\u0670\u0679-\u06bf\u06cc"
    "\u06f0-\u06f9\u1e00-\u1efb\u1f00-\u1fff\u2000-\u2029\u202f-\u2064\u2070-\u20b5\u20bd"
    "\u2100-\u2109\u2116\u2122\u2150-\u2185\u2190-\u2311\u2500-\u269c\u2729-\u274d"
    "\ufb00-\ufb4f\ufe70-\ufefc\ufffd]\u200d?)+"
)


class BundleFetcher(URLFetcher):
    """Serves the report's own style sheet and two fonts; refuses all else."""

    def fetch(self, url, headers=None):
        """The bundled file at `url`; ValueError for any other address."""
        if url not in BUNDLE:
            raise ValueError("The report fetches nothing from outside its bundle.")
        path, kind = BUNDLE[url]
        return URLFetcherResponse(url, unpacked(path), {"Content-Type": kind})


@cache
def unpacked(path: Path) -> bytes:
    """The bytes of a bundled file; a font is unpacked once instead of in each print."""
    if path.suffix != ".woff2":
        return path.read_bytes()
    font = TTFont(path, recalcTimestamp=False)
    font.flavor = None
    content = BytesIO()
    font.save(content)
    return content.getvalue()


def render_pdf(dossier: dict, extras: Extras = NOTHING) -> bytes:
    """The report of a dossier as a tagged PDF (PDF/UA-1), its JSON twin attached."""
    html = render_html(dossier, extras)
    with nothing_collected():
        document = HTML(
            string=html,
            base_url=f"{STATIC.as_uri()}/",
            url_fetcher=BundleFetcher(allowed_protocols={"file"}),
        )
        return document.write_pdf(
            pdf_variant="pdf/ua-1",
            font_config=FontConfiguration(),
            optimize_images=False,
            **attach_twin(dossier, extras.twin),
        )


@contextmanager
def nothing_collected() -> Iterator[None]:
    """Leave garbage until the end: a print keeps all it makes until it is written.

    Looking through it again and again takes an eighth of the time.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def render_html(dossier: dict, extras: Extras = NOTHING) -> str:
    """The report of a dossier as one HTML page, ready to be printed."""
    dossier = printable(dossier)
    context = {"d": dossier, "verification": extras.verification, **layout(dossier)}
    return render_to_string("report/report.html", context)


def printable(tree):
    """The same tree with a sign in place of characters that cannot be printed."""
    if isinstance(tree, str):
        return UNDRAWN.sub(SIGN, VARIATIONS.sub("", tree))
    if isinstance(tree, dict):
        return {key: printable(value) for key, value in tree.items()}
    if isinstance(tree, list | tuple):
        return [printable(value) for value in tree]
    return tree
