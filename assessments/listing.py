"""A report and its files as the pages list them: in plain words, with kind and size."""

from dataclasses import dataclass

from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _

from assessments.exports import EXPORTS
from assessments.models import Rendering, Report
from assessments.renderers import RENDERERS
from assessments.visits import Visit


@dataclass(frozen=True)
class Form:
    """A form in plain words: what it is, what kind of file, and for what."""

    slug: str
    title: str
    kind: str
    text: str


FORMS = (
    Form("pdf", _("Full report"), _("PDF"), _("the report as it was issued")),
    Form("brief", _("Brief"), _("PDF"), _("two pages for a board or a hospital")),
    Form("docx", _("Text to edit"), _("Word"), _("the whole report, to work on")),
    Form("xlsx", _("Tables"), _("Excel"), _("plan, gaps, duties, dates and answers")),
    Form("csv", _("Plan as a list"), _("CSV"), _("for a task tool")),
    Form("ics", _("Dates"), _("calendar"), _("for your calendar, all day, not busy")),
    Form("json", _("Data"), _("JSON"), _("everything, for programs")),
)


def listed_report(visit: Visit, report: Report) -> dict:
    """A report with its address, its state, and all its forms."""
    number = str(report.number)
    files = [_file(visit, report, form) for form in FORMS if _is_made(form)]
    return {
        "number": number,
        "issued": report.issued_on.isoformat(),
        "headline": report.headline,
        "url": visit.url("report", number=number),
        "progress_url": visit.url("progress", number=number),
        "make_url": "" if visit.is_read_only else visit.url("make", number=number),
        "verification_code": report.verification_code,
        "state": files[0]["state"],
        "files": files,
        "states": " ".join(file["state"] for file in files),
        "is_under_way": any(file["is_under_way"] for file in files),
    }


def _is_made(form: Form) -> bool:
    return form.slug in RENDERERS or form.slug in EXPORTS


def _file(visit: Visit, report: Report, form: Form) -> dict:
    rendering = report.rendering(form.slug) if form.slug in RENDERERS else None
    is_stored = form.slug in RENDERERS
    state = rendering.state if rendering else "" if is_stored else "ready"
    return {
        "form": form.slug,
        "title": form.title,
        "kind": form.kind,
        "text": form.text,
        "state": state,
        "is_under_way": rendering is not None and rendering.is_under_way,
        "size": _size(rendering),
        "url": visit.url(f"report_{form.slug}", number=str(report.number))
        if state == Rendering.State.READY
        else "",
    }


def _size(rendering: Rendering | None) -> str:
    return filesizeformat(rendering.size) if rendering and rendering.size else ""
