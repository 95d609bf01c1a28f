"""The pages of the directory: list, map, and one entry."""

from collections import Counter
from collections.abc import Iterable

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from compliance.directory import published_entries
from compliance.directory_pages.drawing import beside, grouped, page_of
from compliance.directory_pages.filters import filters_of, query_of
from compliance.directory_pages.searching import (
    PLACES,
    Search,
    counts_by_shelf,
    find,
    search_of,
)
from compliance.directory_pages.tiles import tiles_of
from compliance.domain.shelves import SHELVES, shelf_of
from compliance.domain.support_entry import SupportEntry, day_in_words
from compliance.models import LinkCheck

ON_A_PAGE = 25


@require_safe
def directory(request: HttpRequest) -> HttpResponse:
    """The entries that fit a search, shelf by shelf."""
    search, faults = search_of(request.GET)
    entries, today = published_entries(), timezone.localdate()
    found = find(entries, search, today)
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    context = (
        _around(request, search, entries)
        | {"faults": faults}
        | {
            "count": len(found),
            "total": len(entries),
            "groups": grouped(page.object_list, today),
            "pages": _pages(page, search),
        }
    )
    return render(request, "directory/directory.html", context)


@require_safe
def europe(request: HttpRequest) -> HttpResponse:
    """The same entries by country: as a map of tiles, and as a table."""
    search, faults = search_of(request.GET)
    entries = published_entries()
    found = find(entries, search, timezone.localdate())
    tiles = tiles_of(found)
    for tile in tiles:
        tile["url"] = _list_url(search, tile["code"])
    context = (
        _around(request, search, entries)
        | {"faults": faults}
        | {
            "count": len(found),
            "tiles": tiles,
            "countries": _by_country(found, search),
            "union_count": sum(entry.country == "EU" for entry in found),
            "union_url": _list_url(search, "EU"),
        }
    )
    return render(request, "directory/europe.html", context)


@require_safe
def entry(request: HttpRequest, slug: str) -> HttpResponse:
    """One entry: what it offers, whom it takes, how to ask, and how we know."""
    entries, today = published_entries(), timezone.localdate()
    found = next((each for each in entries if each.slug == slug), None)
    if found is None:
        raise Http404
    page = page_of(found, today)
    here = Search(country=found.country, kinds=frozenset({page["shelf_slug"]}))
    check = LinkCheck.objects.dead().filter(url=found.url).first()
    if check is not None:
        page["link_trouble"] = _(
            "Their site did not answer when last tried: %(day)s."
        ) % {"day": day_in_words(check.tried_at)}
    context = {
        "entry": page,
        "beside": beside(found, entries, today),
        "all_beside": f"{reverse('directory:list')}?{query_of(here)}",
    }
    return render(request, "directory/entry.html", context)


def _around(
    request: HttpRequest, search: Search, entries: Iterable[SupportEntry]
) -> dict:
    """What list and map share: the filters and the tabs."""
    counts = counts_by_shelf(entries, search, timezone.localdate())
    query = query_of(search)
    tabs = (("list", _("List")), ("europe", _("By country")), ("open", _("Open data")))
    current = request.resolver_match.url_name
    return {
        "filters": filters_of(search, counts),
        "is_filtered": bool(query),
        "form_url": reverse(f"directory:{current}"),
        "tabs": [
            {
                "title": title,
                "url": f"{reverse(f'directory:{name}')}{f'?{query}' if query else ''}",
                "current": name == current,
            }
            for name, title in tabs
        ],
    }


def _list_url(search: Search, country: str) -> str:
    return f"{reverse('directory:list')}?{query_of(search, country=country, serves='')}"


def _pages(page, search: Search) -> dict:
    def url(number: int) -> str:
        return f"?{query_of(search, page=number)}"

    return {
        "number": page.number,
        "count": page.paginator.num_pages,
        "first": page.start_index(),
        "last": page.end_index(),
        "previous": url(page.number - 1) if page.has_previous() else "",
        "next": url(page.number + 1) if page.has_next() else "",
    }


def _by_country(found: Iterable[SupportEntry], search: Search) -> list[dict]:
    """The countries that have an entry, with the counts of their shelves."""
    shelves: dict[str, Counter] = {}
    for each in found:
        shelves.setdefault(each.country, Counter())[shelf_of(each)] += 1
    return [
        {
            "name": PLACES[code],
            "url": _list_url(search, code),
            "count": counts.total(),
            "shelves": [
                {"title": title, "count": counts[shelf]}
                for shelf, title in SHELVES.items()
                if counts[shelf]
            ],
        }
        for code, counts in sorted(shelves.items(), key=lambda pair: PLACES[pair[0]])
    ]
