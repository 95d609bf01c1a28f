"""The result: the dossier of today's answers as pages."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from assessments.dossier import build_dossier
from assessments.panels import case_of
from assessments.renewing import newer_notice
from assessments.visits import Visit, visit_or_404
from compliance.directory import published_entries


def _page(request: HttpRequest, key: dict[str, str], page: str) -> HttpResponse:
    visit = request.visit = visit_or_404(request, **key)
    case = case_of(visit, timezone.localdate(), published_entries())
    context = result_context(visit, build_dossier(case), page)
    names = {"result": "overview"}
    return render(request, f"result/{names.get(page, page)}.html", context)


def result_context(visit: Visit, dossier: dict, tab: str) -> dict[str, object]:
    """What every page of the result shows around its own part."""
    return visit.context("result") | {
        "d": linked(visit, dossier),
        "tabs": _tabs(visit, tab),
        "report_count": visit.assessment.reports.count(),
        "newer": newer_notice(visit),
    }


def linked(visit: Visit, tree: object) -> object:
    """The dossier with an address for each question that would settle something."""
    if isinstance(tree, list):
        return [linked(visit, each) for each in tree]
    if not isinstance(tree, dict):
        return tree
    if "section" in tree and "who" in tree and not visit.is_read_only:
        url = visit.url("section", step=tree["section"])
        return tree | {"url": f"{url}#q-{tree['slug']}"}
    return {key: linked(visit, value) for key, value in tree.items()}


def _tabs(visit: Visit, current: str) -> list[dict]:
    titles = {
        "result": _("Overview"),
        "reasons": _("Reasons"),
        "duties": _("Duties by date"),
        "plan": _("Gaps and plan"),
        "support": _("Support"),
        "answers": _("Answers"),
    }
    return [
        {"title": title, "url": visit.links[page], "current": page == current}
        for page, title in titles.items()
    ]


@never_cache
@require_safe
def result(request: HttpRequest, **key: str) -> HttpResponse:
    """The verdict, the chain, open points and dates."""
    return _page(request, key, "result")


@never_cache
@require_safe
def reasons(request: HttpRequest, **key: str) -> HttpResponse:
    """Every verdict with its answers and articles."""
    return _page(request, key, "reasons")


@never_cache
@require_safe
def duties(request: HttpRequest, **key: str) -> HttpResponse:
    """The duties by date, and what does not apply."""
    return _page(request, key, "duties")


@never_cache
@require_safe
def plan(request: HttpRequest, **key: str) -> HttpResponse:
    """Readiness, gaps and the plan by quarter."""
    return _page(request, key, "plan")


@never_cache
@require_safe
def support(request: HttpRequest, **key: str) -> HttpResponse:
    """Who can help, and why."""
    return _page(request, key, "support")
