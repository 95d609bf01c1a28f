"""Issued reports: list, issue, progress, files."""

import json

from django.http import FileResponse, Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from assessments.issuing import TooManyReportsError, issue_report
from assessments.models import Assessment, Report
from assessments.panels import case_of
from assessments.tasks import queue_rendering, requeue_if_dropped
from assessments.visits import Visit, owned_or_404, visit_or_404
from compliance.directory import published_entries

LOOK_AGAIN_SECONDS = 3


def _listed(visit: Visit, report: Report) -> dict:
    number = str(report.number)
    is_ready = report.rendering.is_ready
    return {
        "number": number,
        "issued": report.issued_on.isoformat(),
        "state": report.rendering.state,
        "url": visit.url("report", number=number),
        "pdf": visit.url("report_pdf", number=number) if is_ready else "",
        "json": visit.url("report_json", number=number),
        "headline": report.headline,
    }


@never_cache
@require_safe
def reports(request: HttpRequest, **key: str) -> HttpResponse:
    """The issued reports."""
    visit = request.visit = visit_or_404(request, **key)
    return _list(request, visit)


def _list(
    request: HttpRequest, visit: Visit, cap_message: str = "", status: int = 200
) -> HttpResponse:
    issued = visit.assessment.reports.listed()
    context = visit.context("reports") | {
        "reports": [_listed(visit, report) for report in issued],
        "can_issue": not visit.is_read_only,
        "cap_message": cap_message,
    }
    return render(request, "reports.html", context, status=status)


@require_POST
def issue(request: HttpRequest, code: str) -> HttpResponse:
    """Freeze today's answers as a report and have it printed."""
    visit = request.visit = owned_or_404(request, code)
    case = case_of(visit, timezone.localdate(), published_entries())
    try:
        report = issue_report(visit.assessment, case)
    except TooManyReportsError as full:
        message = _("%(reason)s Your answers are safe; try again in a while.")
        return _list(request, visit, message % {"reason": full}, 429)
    except Assessment.DoesNotExist:
        raise Http404 from None
    queue_rendering(report)
    return redirect(visit.url("report", number=str(report.number)))


def _report_or_404(visit: Visit, number: str) -> Report:
    for report in visit.assessment.reports.listed():
        if str(report.number) == number:
            return report
    raise Http404


@never_cache
@require_safe
def report(request: HttpRequest, number: str, **key: str) -> HttpResponse:
    """One report: how far it is, then its files."""
    visit = request.visit = visit_or_404(request, **key)
    found = _report_or_404(visit, number)
    requeue_if_dropped(found.rendering)
    waits = found.rendering.state in ("queued", "rendering")
    context = visit.context("reports") | {
        "report": _listed(visit, found),
        "refresh": LOOK_AGAIN_SECONDS if waits else None,
    }
    return render(request, "report.html", context)


@require_safe
def report_pdf(request: HttpRequest, number: str, **key: str) -> HttpResponse:
    """The stored PDF."""
    visit = request.visit = visit_or_404(request, **key)
    found = _report_or_404(visit, number)
    if not found.rendering.is_ready:
        return redirect(visit.url("report", number=number))
    try:
        file = found.rendering.file.open()
    except FileNotFoundError:
        raise Http404 from None
    return FileResponse(
        file,
        as_attachment=True,
        filename=f"{number}.pdf",
        content_type="application/pdf",
    )


@require_safe
def report_json(request: HttpRequest, number: str, **key: str) -> HttpResponse:
    """The frozen dossier behind the PDF."""
    visit = request.visit = visit_or_404(request, **key)
    found = _report_or_404(visit, number)
    response = JsonResponse(json.loads(found.document), json_dumps_params={"indent": 1})
    response["Content-Disposition"] = f'attachment; filename="{number}.json"'
    return response
