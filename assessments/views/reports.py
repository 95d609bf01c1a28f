"""Issued reports: list, issue, one report to read."""

import json

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from assessments.exports.tables import by_act
from assessments.issuing import issue_report
from assessments.listing import listed_report
from assessments.models import Assessment, Rendering, Report
from assessments.panels import case_of
from assessments.rendering import TooManyReportsError, ask_for
from assessments.tasks import queue_rendering, requeue_if_dropped
from assessments.visits import Visit, owned_or_404, visit_or_404
from compliance.directory import published_entries

LOOK_AGAIN_SECONDS = 3
CHAPTERS = ("reasons", "duties", "plan", "support", "answers")


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
        "reports": [listed_report(visit, report) for report in issued],
        "can_issue": not visit.is_read_only,
        "compare_url": visit.url("compare"),
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
        return _list(request, visit, _come_back(full), 429)
    except Assessment.DoesNotExist:
        raise Http404 from None
    queue_rendering(report.rendering(Rendering.Form.PDF))
    return redirect(visit.url("report", number=str(report.number)))


def _come_back(full: TooManyReportsError) -> str:
    message = _("%(reason)s Your answers are safe; try again in a while.")
    return message % {"reason": full}


@require_POST
def make(request: HttpRequest, code: str, number: str) -> HttpResponse:
    """Have one form of a report made, or made again where that failed."""
    visit = request.visit = owned_or_404(request, code)
    form = request.POST.get("form", "")
    if form not in Rendering.Form:
        raise Http404
    try:
        wanted = ask_for(report_or_404(visit, number), form)
    except TooManyReportsError as full:
        return _list(request, visit, _come_back(full), 429)
    except Report.DoesNotExist:
        raise Http404 from None
    queue_rendering(wanted)
    return redirect(visit.url("report", number=number))


def report_or_404(visit: Visit, number: str) -> Report:
    """The visited assessment's report of this number, without its document."""
    for report in visit.assessment.reports.listed():
        if str(report.number) == number:
            return report
    raise Http404


@never_cache
@require_safe
def report(request: HttpRequest, number: str, **key: str) -> HttpResponse:
    """One report: its files, and the whole of it to read."""
    visit = request.visit = visit_or_404(request, **key)
    found = report_or_404(visit, number)
    dossier = json.loads(found.document)
    context = _progress(visit, found) | {
        "d": dossier,
        "acts": by_act(dossier["provisions"]),
        # What would lead to other pages leads to the chapters of this one.
        "anchors": dict.fromkeys(CHAPTERS, visit.url("report", number=number)),
    }
    return render(request, "report.html", context)


@never_cache
@require_safe
def progress(request: HttpRequest, number: str, **key: str) -> HttpResponse:
    """How far the files of a report are, for a page that waits for them."""
    visit = request.visit = visit_or_404(request, **key)
    context = _progress(visit, report_or_404(visit, number))
    return render(request, "progress.html", context)


def _progress(visit: Visit, found: Report) -> dict:
    if requeue_if_dropped(found.renderings.all()):
        found = report_or_404(visit, str(found.number))
    shown = listed_report(visit, found)
    return visit.context("reports") | {
        "report": shown,
        "compare_url": visit.url("compare"),
        "refresh": LOOK_AGAIN_SECONDS if shown["is_under_way"] else None,
    }
