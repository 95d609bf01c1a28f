"""The offer to move to a newer version of the questions, by a copy."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from assessments.renewing import newer_version, renew, renewal_of, renewal_rows
from assessments.throttling import allows_start
from assessments.visits import owned_or_404


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def newer(request: HttpRequest, code: str) -> HttpResponse:
    """Say what a copy on the newest version would be, and make it."""
    visit = request.visit = owned_or_404(request, code)
    version = newer_version(visit)
    if version is None:
        raise Http404
    renewal = renewal_of(visit, version)
    if request.method != "POST":
        context = visit.context() | {"renewal": renewal_rows(renewal)}
        return render(request, "newer.html", context)
    if not allows_start(request.META["REMOTE_ADDR"]):
        return render(request, "429.html", status=429)
    _, fresh = renew(visit, renewal)
    return redirect(reverse("walk:link", kwargs={"code": fresh}))
