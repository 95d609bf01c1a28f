"""The files of a report: those from store, and those made as they are asked for."""

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from assessments.exports import EXPORTS
from assessments.renderers import RENDERERS
from assessments.views.reports import report_or_404
from assessments.visits import visit_or_404


@never_cache
@require_safe
def stored_file(
    request: HttpRequest, number: str, form: str, **key: str
) -> HttpResponse:
    """A file that was made in the background; until then, the page of the report."""
    visit = request.visit = visit_or_404(request, **key)
    rendering = report_or_404(visit, number).rendering(form)
    if rendering is None or not rendering.is_ready:
        return redirect(visit.url("report", number=number))
    try:
        file = rendering.file.open()
    except FileNotFoundError:
        raise Http404 from None
    renderer = RENDERERS[form]
    return FileResponse(
        file,
        as_attachment=True,
        filename=f"{number}{renderer.suffix}",
        content_type=renderer.content_type,
    )


@never_cache
@require_safe
def made_file(request: HttpRequest, number: str, form: str, **key: str) -> HttpResponse:
    """A file that costs little: made from the frozen dossier in the request."""
    visit = request.visit = visit_or_404(request, **key)
    found = report_or_404(visit, number)
    export = EXPORTS[form]
    response = HttpResponse(export.make(found), content_type=export.content_type)
    name = f"{number}{export.suffix}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
