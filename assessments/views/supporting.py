"""What stands behind the support page: why other places are not named."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from assessments.dossier import build_dossier
from assessments.dossier.others import by_kind, others_of
from assessments.panels import case_of
from assessments.views.results import result_context
from assessments.visits import visit_or_404
from compliance.directory import published_entries
from compliance.domain.support_entry import KINDS

SUPPORT = "support"


@never_cache
@require_safe
def others(request: HttpRequest, **key: str) -> HttpResponse:
    """Every place that is not named, by kind and reason; in full for a kind or name."""
    visit = request.visit = visit_or_404(request, **key)
    case = case_of(visit, timezone.localdate(), published_entries())
    kind, words = request.GET.get("kind", ""), request.GET.get("q", "").strip()
    refused = others_of(case)
    context = result_context(visit, build_dossier(case), SUPPORT) | {
        "count": len(refused),
        "kinds": KINDS.items(),
        "kind": kind,
        "words": words,
        "in_full": bool(kind or words),
        "groups": by_kind([each for each in refused if each.matches(kind, words)]),
    }
    return render(request, "result/others.html", context)
