"""The brief: the report on two pages, for a board or a hospital."""

from django.template.loader import render_to_string
from weasyprint import HTML, Document
from weasyprint.text.fonts import FontConfiguration

from assessments.attachments import attach_twin
from assessments.brief_layout import ROOMS, Room, first_page, second_page
from assessments.extras import NOTHING, Extras
from assessments.printing import STATIC, BundleFetcher, printable

RENDERER_VERSION = "1"
PAGES = 2
# Where the second page begins, in the template.
SECOND = "second"
OPTIONS = {"pdf_variant": "pdf/ua-1", "optimize_images": False}


def render_brief(dossier: dict, extras: Extras = NOTHING) -> bytes:
    """The brief of a dossier as a tagged PDF (PDF/UA-1) of exactly two pages."""
    document = _fitted(dossier, extras, FontConfiguration())
    return document.write_pdf(**OPTIONS, **attach_twin(dossier, extras.twin))


def _fitted(dossier: dict, extras: Extras, fonts: FontConfiguration) -> Document:
    """Set the brief; the page whose words run over gets less of them, and again."""
    first = second = 0
    while True:
        rooms = ROOMS[first], ROOMS[second]
        document = _set(render_brief_html(dossier, extras, *rooms), fonts)
        is_over = SECOND not in document.pages[1].anchors
        last = len(ROOMS) - 1
        if is_over and first < last:
            first += 1
        elif len(document.pages) > PAGES and second < last:
            second += 1
        else:
            return document


def _set(html: str, fonts: FontConfiguration) -> Document:
    page = HTML(
        string=html,
        base_url=f"{STATIC.as_uri()}/",
        url_fetcher=BundleFetcher(allowed_protocols={"file"}),
    )
    return page.render(font_config=fonts, **OPTIONS)


def render_brief_html(
    dossier: dict,
    extras: Extras = NOTHING,
    first: Room = ROOMS[0],
    second: Room = ROOMS[0],
) -> str:
    """The brief as one HTML page, ready to be printed; a room for each sheet."""
    dossier = printable(dossier)
    context = {
        "d": dossier,
        "verification": extras.verification,
        **first_page(dossier, first),
        **second_page(dossier, second),
    }
    return render_to_string("brief/brief.html", context)
