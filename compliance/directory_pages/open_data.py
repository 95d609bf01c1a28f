"""The directory for programs: downloads and a small read-only API, both cacheable."""

import hashlib
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from functools import lru_cache, wraps
from pathlib import Path

from django.core.paginator import EmptyPage, PageNotAnInteger, Paginator
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import condition, require_safe

from compliance.directory import published_entries, published_stamp
from compliance.directory_pages.filters import query_of
from compliance.directory_pages.records import about, as_csv, as_json, record_of
from compliance.directory_pages.searching import FOCUSES, find, search_of
from compliance.domain.shelves import SHELVES
from compliance.domain.support_entry import SERVICES, TECHNOLOGIES

SCHEMA_FILE = Path(__file__).parents[1] / "schemas" / "waymark-directory-1.json"
KEPT_SECONDS = 300
DEFAULT_ON_A_PAGE, MOST_ON_A_PAGE = 50, 200
# Counts up when records change their form, so that caches let go of older ones.
FORM = "1.0"


def _etag(request: HttpRequest, *args, **kwargs) -> str:
    # The day counts: what is overdue, open or ended changes at midnight.
    said = (
        f"{FORM} {request.get_full_path()} {published_stamp()} {timezone.localdate()}"
    )
    return f'"{hashlib.sha256(said.encode()).hexdigest()[:32]}"'


def _last_modified(request: HttpRequest, *args, **kwargs) -> datetime:
    midnight = datetime.combine(timezone.localdate(), time(), tzinfo=UTC)
    changed = published_stamp()[1]
    return max(changed, midnight) if changed else midnight


def for_programs(view: Callable) -> Callable:
    """A view that anybody's program may read and keep for a while."""
    cached = require_safe(condition(_etag, _last_modified)(view))

    @wraps(view)
    def answer(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        response = cached(request, *args, **kwargs)
        response["Access-Control-Allow-Origin"] = "*"
        response["Access-Control-Expose-Headers"] = "ETag, Last-Modified, Link"
        response["Cache-Control"] = f"public, max-age={KEPT_SECONDS}"
        return response

    return answer


@require_safe
def open_data(request: HttpRequest) -> HttpResponse:
    """What may be taken, under which licence, and how the API is asked."""
    entries = published_entries()
    context = {
        "count": len(entries),
        "kinds": list(SHELVES.items()),
        "services": list(SERVICES),
        "technologies": list(TECHNOLOGIES),
        "focuses": list(FOCUSES),
        "kept_minutes": KEPT_SECONDS // 60,
        "default_on_a_page": DEFAULT_ON_A_PAGE,
        "most_on_a_page": MOST_ON_A_PAGE,
    }
    return render(request, "directory/open.html", context)


@for_programs
def whole_json(request: HttpRequest) -> HttpResponse:
    """Every published entry in one JSON file."""
    text = _whole_json(published_stamp(), timezone.localdate())
    return _download(text, "application/json", "waymark-directory.json")


@lru_cache(maxsize=1)
def _whole_json(stamp: tuple, today: date) -> str:
    # Five thousand entries take a second; the same file is sent until one changes.
    return as_json(published_entries(), today)


@for_programs
def whole_csv(request: HttpRequest) -> HttpResponse:
    """Every published entry in one CSV file."""
    return _download(as_csv(published_entries()), "text/csv", "waymark-directory.csv")


def _download(text: str, kind: str, name: str) -> HttpResponse:
    return HttpResponse(
        text,
        content_type=f"{kind}; charset=utf-8",
        headers={
            "Content-Disposition": f'attachment; filename="{name}"',
            "Link": '<https://creativecommons.org/licenses/by/4.0/>; rel="license"',
        },
    )


@for_programs
def api_list(request: HttpRequest) -> HttpResponse:
    """The entries that fit a search, page by page."""
    search, faults = search_of(request.GET)
    size = request.GET.get("per_page", str(DEFAULT_ON_A_PAGE))
    if not (size.isdecimal() and len(size) < 5 and 1 <= int(size) <= MOST_ON_A_PAGE):
        faults += (f"per_page: write a number from 1 to {MOST_ON_A_PAGE}.",)
    if faults:
        return _answer({"errors": list(faults)}, 400)
    today = timezone.localdate()
    found = find(published_entries(), search, today)
    try:
        page = Paginator(found, int(size)).page(request.GET.get("page", "1")[:9])
    except (EmptyPage, PageNotAnInteger):
        return _answer({"errors": ["page: there is no such page."]}, 404)

    def address(number: int) -> str:
        query = query_of(search, per_page=size, page=number)
        return request.build_absolute_uri(f"{reverse('directory_api:list')}?{query}")

    return _answer(
        about(today)
        | {
            "count": len(found),
            "page": page.number,
            "pages": page.paginator.num_pages,
            "next": address(page.number + 1) if page.has_next() else None,
            "previous": address(page.number - 1) if page.has_previous() else None,
            "entries": [record_of(entry, today) for entry in page.object_list],
        }
    )


@for_programs
def api_entry(request: HttpRequest, slug: str) -> HttpResponse:
    """One entry."""
    today = timezone.localdate()
    for entry in published_entries():
        if entry.slug == slug:
            return _answer(about(today) | {"entry": record_of(entry, today)})
    return _answer({"errors": ["There is no such entry."]}, 404)


def _answer(content: dict, status: int = 200) -> JsonResponse:
    return JsonResponse(
        content, status=status, json_dumps_params={"ensure_ascii": False}
    )


@require_safe
def schema(request: HttpRequest) -> HttpResponse:
    """The JSON Schema of the records, at an address that stays."""
    response = HttpResponse(
        SCHEMA_FILE.read_bytes(), content_type="application/schema+json"
    )
    response["Access-Control-Allow-Origin"] = "*"
    return response
