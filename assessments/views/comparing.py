"""Two reports of one product, or a report and now, side by side."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from assessments.comparison import Side, compare, side_of_case, side_of_report
from assessments.dossier import build_dossier
from assessments.dossier.case import short_day
from assessments.models import Report
from assessments.panels import case_of
from assessments.visits import Visit, visit_or_404

NOW = "now"


@never_cache
@require_safe
def compare_reports(request: HttpRequest, **key: str) -> HttpResponse:
    """What changed from one report to another or to now; since the newest at first."""
    visit = request.visit = visit_or_404(request, **key)
    reports = Report.objects.of_product(visit.assessment)
    issued = list(reports.select_related("number").defer("document"))
    numbers = [str(report.number) for report in issued]
    before = request.GET.get("from") or next(iter(numbers), "")
    after = request.GET.get("to") or NOW
    context = visit.context("reports") | {
        "compare_url": visit.url("compare"),
        "reports": _choices(issued),
        "before": before,
        "after": after,
        "comparison": _compared(visit, before, after) if numbers else None,
    }
    return render(request, "compare.html", context)


def _choices(issued: list[Report]) -> list[dict]:
    return [
        {
            "value": str(report.number),
            "label": _("%(number)s, %(day)s")
            % {"number": report.number, "day": short_day(report.issued_on)},
        }
        for report in issued
    ]


def _compared(visit: Visit, before: str, after: str) -> dict:
    return compare(_side(visit, before), _side(visit, after))


def _side(visit: Visit, name: str) -> Side:
    if name == NOW:
        case = case_of(visit, timezone.localdate())
        return side_of_case(case, build_dossier(case))
    reports = Report.objects.of_product(visit.assessment).select_related("number")
    for report in reports:
        if str(report.number) == name:
            return side_of_report(report)
    raise Http404
