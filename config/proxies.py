"""The visitor's address behind proxies, for rate limits and the sign-in guard."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse


def client_address(request: HttpRequest) -> str:
    """The address that the outermost of our own proxies saw.

    Each proxy appends the address it was called from, so only as many entries from the
    right are trustworthy as there are proxies; what stands before them is hearsay.
    """
    forwarded = request.headers.get("x-forwarded-for", "").split(",")
    count = settings.WAYMARK_PROXY_COUNT
    seen = forwarded[-count].strip() if 0 < count <= len(forwarded) else ""
    return seen or request.META.get("REMOTE_ADDR", "")


def client_address_middleware(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Puts the visitor's own address where everything else looks for it."""

    def respond(request: HttpRequest) -> HttpResponse:
        request.META["REMOTE_ADDR"] = client_address(request)
        return get_response(request)

    return respond
