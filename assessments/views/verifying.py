"""The public pages that tell whether a report is genuine, and its JSON's schema."""

from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from assessments.schema import SCHEMA_FILE
from assessments.throttling import allows_check
from assessments.verifying import find_number, tidy_code, verified


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest) -> HttpResponse:
    """A form for the code that stands in a report."""
    typed = request.POST.get("code", "")
    code = tidy_code(typed)
    if code:
        return redirect("verification", code=code)
    errors = []
    if request.method == "POST":
        errors = [_("A code has 28 letters and digits, in seven groups of four.")]
    field = {"id": "code", "name": "code", "value": typed[:200], "errors": errors}
    context = {
        "field": field,
        "errors": [{"message": each, "href": "#code"} for each in errors],
    }
    return render(request, "verify/ask.html", context, status=422 if errors else 200)


@never_cache
@require_safe
def verification(request: HttpRequest, code: str) -> HttpResponse:
    """Whether the report with this code is genuine; nothing of what it says."""
    if not allows_check(request.META["REMOTE_ADDR"]):
        return render(request, "429.html", status=429)
    number = find_number(code)
    if number is None:
        return render(request, "verify/unknown.html", status=404)
    context = {"report": verified(number)}
    name = "deleted" if context["report"]["is_deleted"] else "genuine"
    return render(request, f"verify/{name}.html", context)


@require_safe
def schema(request: HttpRequest) -> HttpResponse:
    """The JSON Schema of a report's data, at an address that stays."""
    return FileResponse(SCHEMA_FILE.open("rb"), content_type="application/schema+json")
