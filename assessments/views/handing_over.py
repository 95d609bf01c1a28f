"""Handing a case over to one place of the directory: ticked, then taken away."""

import json

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from assessments.dossier import build_dossier
from assessments.dossier.support import profile_of
from assessments.exports.handover_word import render_handover
from assessments.handover import Typed, email_of, offered_parts, pack_of
from assessments.handover.form import JSON, WORD, HandoverForm
from assessments.panels import case_of
from assessments.schema import HANDOVER_SCHEMA_FILE
from assessments.views.results import result_context
from assessments.visits import visit_or_404
from compliance.directory import published_entries
from compliance.domain.support import SupportEntry, fit

SUPPORT = "support"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def handover(request: HttpRequest, entry: str, **key: str) -> HttpResponse:
    """What to hand over to one place: ticked first, then taken away as file or text.

    Nothing is sent to anybody and nothing is stored.
    """
    visit = request.visit = visit_or_404(request, **key)
    case = case_of(visit, timezone.localdate(), published_entries())
    to = _entry_or_404(case.entries, entry)
    dossier = build_dossier(case)
    form = HandoverForm(request.POST if request.method == "POST" else None)
    is_sent = form.is_valid()
    parts = offered_parts(case, dossier, to, Typed(form.texts if is_sent else {}))
    pack = pack_of(case, to, parts, form.ticked if is_sent else ())
    if is_sent and form.cleaned_data["wanted"] in FILES:
        return FILES[form.cleaned_data["wanted"]](pack)
    context = result_context(visit, dossier, SUPPORT) | {
        "entry": to,
        "fit": fit(to, profile_of(case)),
        "address": visit.url("handover", entry=to.slug),
        "parts": form.drawn(parts),
        "email": email_of(pack) if is_sent else None,
        "errors": form.faults,
    }
    status = 422 if form.errors else 200
    return render(request, "result/handover.html", context, status=status)


@require_safe
def schema(request: HttpRequest) -> HttpResponse:
    """The JSON Schema of a handover pack, at an address that stays."""
    file = HANDOVER_SCHEMA_FILE.open("rb")
    return FileResponse(file, content_type="application/schema+json")


def _entry_or_404(entries: tuple[SupportEntry, ...], slug: str) -> SupportEntry:
    for entry in entries:
        if entry.slug == slug:
            return entry
    raise Http404


def _word_file(pack: dict) -> HttpResponse:
    return _attached(render_handover(pack), WORD_TYPE, f"{_name(pack)}.docx")


def _json_file(pack: dict) -> HttpResponse:
    text = json.dumps(pack, ensure_ascii=False, indent=1)
    return _attached(text.encode(), "application/json", f"{_name(pack)}.json")


def _name(pack: dict) -> str:
    return f"enquiry-{pack['to']['slug']}"


def _attached(content: bytes, content_type: str, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


FILES = {WORD: _word_file, JSON: _json_file}
