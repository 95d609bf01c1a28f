"""The owner's pages around the wizard: link, answers, download, deletion."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from assessments.dossier.record import answers_of
from assessments.keeping import as_download, delete_assessment
from assessments.panels import case_of
from assessments.renewing import newer_notice
from assessments.steps import DONE, MEASURES, state_of_step, steps_of
from assessments.visits import Visit, owned_or_404, visit_or_404


@never_cache
@require_safe
def link(request: HttpRequest, code: str) -> HttpResponse:
    """The private link, to be kept."""
    visit = request.visit = owned_or_404(request, code)
    context = visit.context() | {
        "private_link": settings.WAYMARK_PUBLIC_URL + visit.url("walk"),
        "expiry_days": settings.WAYMARK_EXPIRY_DAYS,
    }
    return render(request, "link.html", context)


@never_cache
@require_safe
def measures(request: HttpRequest, code: str) -> HttpResponse:
    """Go to the first area of measures that has something untold."""
    visit = request.visit = owned_or_404(request, code)
    steps = [s for s in steps_of(visit.determination) if s.kind == MEASURES]
    asked = [step for step in steps if step.questions]
    untold = [s for s in asked if state_of_step(visit.determination, s)[0] != DONE]
    for step in (*untold, *asked):
        return redirect(visit.url("section", step=step.slug))
    return redirect(visit.url("plan"))


@never_cache
@require_safe
def answers(request: HttpRequest, **key: str) -> HttpResponse:
    """Every answer with a link to change it."""
    visit = request.visit = visit_or_404(request, **key)
    case = case_of(visit, visit.assessment.touched_at.date())
    groups = [
        {
            "title": section["title"],
            "url": _section_url(visit, section["slug"]),
            "state": "",
            "questions": [
                told | {"url": _question_url(visit, section["slug"], told["slug"])}
                for told in section["questions"]
            ],
        }
        for section in answers_of(case)
    ]
    open_count = sum(
        told["required"] and (told["unanswered"] or told["unsure"])
        for group in groups
        for told in group["questions"]
    )
    context = visit.context("answers") | {"groups": groups, "open_count": open_count}
    context["newer"] = newer_notice(visit)
    return render(request, "answers.html", context)


def _section_url(visit: Visit, step: str) -> str:
    return "" if visit.is_read_only else visit.url("section", step=step)


def _question_url(visit: Visit, step: str, slug: str) -> str:
    url = _section_url(visit, step)
    return f"{url}?back=answers#q-{slug}" if url else ""


@never_cache
@require_safe
def download(request: HttpRequest, code: str) -> HttpResponse:
    """Everything stored about the assessment, as JSON."""
    visit = request.visit = owned_or_404(request, code)
    response = JsonResponse(
        as_download(visit.assessment), json_dumps_params={"indent": 2}
    )
    response["Content-Disposition"] = 'attachment; filename="waymark-assessment.json"'
    return response


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def delete(request: HttpRequest, code: str) -> HttpResponse:
    """Delete the assessment for good."""
    visit = request.visit = owned_or_404(request, code)
    if request.method == "POST":
        delete_assessment(visit.assessment)
        del request.visit
        context = {"gone": _("The assessment and its reports are deleted.")}
        return render(request, "deleted.html", context)
    return render(request, "delete.html", visit.context())


@never_cache
@require_safe
def opened(request: HttpRequest, example: str) -> HttpResponse:
    """An example opens at its result."""
    visit = visit_or_404(request, example=example)
    return redirect(visit.url("result"))
