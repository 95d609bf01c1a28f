"""The filters beside the list, drawn with what is chosen and how many fit."""

from collections.abc import Mapping
from urllib.parse import urlencode

from compliance.directory_pages.searching import FOCUSES, PLACES, Search
from compliance.domain.shelves import SHELVES
from compliance.domain.support_entry import SERVICES, TECHNOLOGIES


def query_of(search: Search, **other: object) -> str:
    """The search as the query of an address; `other` values replace its own."""
    values: dict[str, object] = {
        "q": search.text,
        "country": search.country,
        "serves": "1" if search.serves else "",
        "kind": sorted(search.kinds),
        "service": search.service,
        "technology": search.technology,
        "health": search.health,
        "fresh": "1" if search.fresh else "",
        "ended": "1" if search.ended else "",
    }
    values |= other
    return urlencode({name: each for name, each in values.items() if each}, doseq=True)


def filters_of(search: Search, counts: Mapping[str, int]) -> dict:
    """The form of a search."""
    return {
        "text": search.text,
        "countries": _options(
            dict(sorted(PLACES.items(), key=lambda pair: pair[1])), search.country
        ),
        "serves": search.serves,
        "kinds": [
            {
                "slug": slug,
                "title": title,
                "count": counts.get(slug, 0),
                "is_chosen": slug in search.kinds,
            }
            for slug, title in SHELVES.items()
        ],
        "services": _options(SERVICES, search.service),
        "technologies": _options(TECHNOLOGIES, search.technology),
        "focuses": _options(FOCUSES, search.health),
        "fresh": search.fresh,
        "ended": search.ended,
    }


def _options(titles: Mapping[str, str], chosen: str) -> list[dict]:
    return [
        {
            "value": value,
            "title": title[:1].upper() + title[1:],
            "is_chosen": value == chosen,
        }
        for value, title in titles.items()
    ]
