"""What somebody looks for in the directory: read from an address, and found."""

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.http import QueryDict

from compliance.domain.countries import COUNTRIES, UNION, country_name
from compliance.domain.freshness import is_overdue
from compliance.domain.shelves import SHELVES, serves, shelf_of
from compliance.domain.support_entry import SERVICES, TECHNOLOGIES, SupportEntry

LONGEST_QUESTION = 100
FOCUSES = {"yes": "Health is its main field", "some": "Health is one of its fields"}
SWITCHES = ("serves", "fresh", "ended")
PLACES = {**COUNTRIES, UNION: "European Union"}


@dataclass(frozen=True)
class Search:
    """What is looked for; an empty field asks for nothing.

    `serves` widens the country to all that serves it, `fresh` leaves out what is
    overdue, `ended` brings in what is over.
    """

    words: tuple[str, ...] = ()
    text: str = ""
    country: str = ""
    kinds: frozenset[str] = frozenset()
    service: str = ""
    technology: str = ""
    health: str = ""
    serves: bool = False
    fresh: bool = False
    ended: bool = False


def search_of(query: QueryDict) -> tuple[Search, tuple[str, ...]]:
    """The search in the query of an address, and what of it is not understood."""
    faults: list[str] = []

    def one_of(name: str, known: Iterable[str]) -> str:
        value = query.get(name, "").strip()
        if value and value not in known:
            faults.append(f"{name}: “{value[:40]}” is not known.")
        return value if value in known else ""

    text = " ".join(query.get("q", "").replace("\x00", "").split())[:LONGEST_QUESTION]
    kinds = frozenset(query.getlist("kind")) - {""}
    faults += [f"kind: “{each[:40]}” is not known." for each in kinds - set(SHELVES)]
    search = Search(
        words=tuple(plain_text(text).split()),
        text=text,
        country=one_of("country", PLACES),
        kinds=kinds & set(SHELVES),
        service=one_of("service", SERVICES),
        technology=one_of("technology", TECHNOLOGIES),
        health=one_of("health", FOCUSES),
        **{name: one_of(name, ("1",)) == "1" for name in SWITCHES},
    )
    return search, tuple(sorted(faults))


def plain_text(text: str) -> str:
    """The text without capitals and accents: "Málaga" is found as "malaga"."""
    if text.isascii():
        return text.lower()
    parts = unicodedata.normalize("NFKD", text)
    return "".join(each for each in parts if not unicodedata.combining(each)).casefold()


def find(
    entries: Iterable[SupportEntry], search: Search, as_of: date
) -> list[SupportEntry]:
    """The entries that a search asks for, shelf by shelf, the own country first."""
    asked = _asked(search, as_of)
    among = [entry for entry in entries if all(fits(entry) for fits in asked)]
    return sorted(_on_shelves(among, search.kinds), key=_order_for(search))


def counts_by_shelf(
    entries: Iterable[SupportEntry], search: Search, as_of: date
) -> Mapping[str, int]:
    """How many entries each shelf would show, whatever shelf is chosen."""
    asked = _asked(search, as_of)
    return Counter(
        shelf_of(entry) for entry in entries if all(fits(entry) for fits in asked)
    )


def _on_shelves(
    entries: Iterable[SupportEntry], kinds: frozenset[str]
) -> Iterable[SupportEntry]:
    if not kinds:
        return entries
    return (entry for entry in entries if shelf_of(entry) in kinds)


def _asked(search: Search, as_of: date) -> list[Callable[[SupportEntry], bool]]:
    """The tests of a search, cheap ones first; the choice of shelves apart."""
    focus = {"yes": ("yes",), "some": ("yes", "partial")}.get(search.health)
    tests: list[tuple[object, Callable[[SupportEntry], bool]]] = [
        (True, lambda entry: not entry.same_as),
        (search.country, lambda entry: _is_in(entry, search)),
        (search.service, lambda entry: search.service in entry.services),
        (search.technology, lambda entry: search.technology in entry.technologies),
        (focus, lambda entry: entry.health_focus in focus),
        (not search.ended, lambda entry: not entry.has_ended(as_of)),
        (search.fresh, lambda entry: not is_overdue(entry, as_of)),
        (search.words, lambda entry: _says(entry, search.words)),
    ]
    return [fits for is_asked, fits in tests if is_asked]


def _is_in(entry: SupportEntry, search: Search) -> bool:
    if search.serves:
        return serves(entry, search.country)
    return entry.country == search.country


def _says(entry: SupportEntry, words: tuple[str, ...]) -> bool:
    said = plain_text(
        " ".join(
            (
                entry.name,
                entry.place,
                country_name(entry.country),
                entry.kind_title,
                entry.offers,
                entry.eligibility,
                entry.note,
                *entry.regions,
                *entry.extra.values(),
                *(SERVICES[each] for each in entry.services),
                *(TECHNOLOGIES[each] for each in entry.technologies),
            )
        )
    )
    return all(word in said for word in words)


_SHELF_ORDER = {shelf: place for place, shelf in enumerate(SHELVES)}


def _order_for(search: Search) -> Callable[[SupportEntry], tuple]:
    def order(entry: SupportEntry) -> tuple:
        name = plain_text(entry.name)
        return (
            _SHELF_ORDER[shelf_of(entry)],
            entry.country != search.country,
            not all(word in name for word in search.words),
            name,
            entry.slug,
        )

    return order
