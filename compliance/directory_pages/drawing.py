"""Entries of the directory as pages show them: every value in words."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby

from django.urls import reverse
from django.utils.translation import gettext as _

from compliance.directory_pages.searching import PLACES, plain_text
from compliance.domain.countries import country_name
from compliance.domain.freshness import is_overdue, last_checked_in_words
from compliance.domain.languages import LANGUAGES
from compliance.domain.shelves import SHELVES, shelf_of
from compliance.domain.support_entry import (
    SERVICES,
    TECHNOLOGIES,
    SupportEntry,
    day_in_words,
    end_in_words,
)
from compliance.domain.support_reasons import state_in_words

MOST_BESIDE = 6
FOCUS_WORDS = {
    "yes": "Health is its main field",
    "partial": "Health is one of its fields",
    "no": "No particular focus on health",
    "unknown": "Not known",
}
CONFIDENCE_WORDS = {
    "high": "Stated on an official page or in an official export",
    "medium": "From a second-hand source, or one part was not read at the source",
    "low": "A weak source or a placeholder: check before you rely on it",
}
EXTRA_TITLES = {
    "role": "Role",
    "designation_status": "Designation",
    "nb_number": "Number of the notified body",
    "software_scope": "Software among its codes",
    "ai_act_designation": "Designated under the AI Act",
    "pricing_rule": "Price",
}


def row_of(entry: SupportEntry, as_of: date) -> dict:
    """An entry as a row of a list."""
    return {
        "name": entry.name,
        "url": entry_url(entry.slug),
        "kind_title": entry.kind_title,
        "where": where(entry),
        "offers": entry.what_it_offers,
        "cost": entry.cost_title,
        **standing(entry, as_of),
    }


def standing(entry: SupportEntry, as_of: date) -> dict:
    """What can be relied on today: the state, and how old the last look is."""
    return {
        "state": state_in_words(entry, as_of),
        "is_open": entry.is_open(as_of),
        "is_overdue": is_overdue(entry, as_of),
        "checked": last_checked_in_words(entry),
        "is_verified": entry.last_verified is not None,
        "source_url": entry.source_url,
    }


def grouped(entries: Iterable[SupportEntry], as_of: date) -> list[dict]:
    """Entries in order as groups by shelf."""
    return [
        {
            "slug": shelf,
            "title": SHELVES[shelf],
            "rows": [row_of(entry, as_of) for entry in members],
        }
        for shelf, members in groupby(entries, key=shelf_of)
    ]


def page_of(entry: SupportEntry, as_of: date) -> dict:
    """An entry with all that its page says."""
    return {
        **row_of(entry, as_of),
        "offers": entry.offers,
        "slug": entry.slug,
        "shelf": SHELVES[shelf_of(entry)],
        "shelf_slug": shelf_of(entry),
        "country": entry.country,
        "country_name": PLACES.get(entry.country, entry.country),
        "entry_point": entry.url,
        "note": entry.note,
        "confidence": CONFIDENCE_WORDS[entry.confidence],
        "facts": [fact for fact in _facts(entry) if fact["text"]],
    }


def _facts(entry: SupportEntry) -> list[dict]:
    sizes = {"smc": "small mid-cap"}
    pairs = [
        (_("Services"), _listed(SERVICES, entry.services)),
        (_("Technologies"), _listed(TECHNOLOGIES, entry.technologies)),
        (_("Health"), FOCUS_WORDS[entry.health_focus]),
        (_("Who may apply"), entry.eligibility),
        (_("Sizes"), ", ".join(sizes.get(each, each) for each in sorted(entry.sizes))),
        (_("Maturity"), _from_trl(entry)),
        (_("How to ask"), entry.how_to_ask),
        (_("Cost to a small firm"), entry.cost_title),
        (_("Opens"), day_in_words(entry.opens) if entry.opens else ""),
        (_("Ends"), end_in_words(entry.closes) if entry.closes else ""),
        (_("Due by law"), day_in_words(entry.due) if entry.due else ""),
        (
            _("Designated for"),
            ", ".join(each.upper() for each in sorted(entry.regimes)),
        ),
        (_("Partner countries"), ", ".join(map(country_name, sorted(entry.partners)))),
        (_("Regions served"), ", ".join(sorted(entry.regions))),
        (_("Languages"), _listed(LANGUAGES, entry.languages) or _("Not known: ask")),
        *((title, entry.extra.get(name, "")) for name, title in EXTRA_TITLES.items()),
    ]
    return [
        {"title": title, "text": text[:1].upper() + text[1:]} for title, text in pairs
    ]


def _from_trl(entry: SupportEntry) -> str:
    if entry.min_trl is None:
        return ""
    return _("From technology readiness level %(trl)s") % {"trl": entry.min_trl}


def _listed(titles: dict[str, str], slugs: Iterable[str]) -> str:
    return ", ".join(title for slug, title in titles.items() if slug in slugs)


def where(entry: SupportEntry) -> str:
    """City and country, as far as they are known."""
    country = PLACES.get(entry.country, entry.country)
    return ", ".join(part for part in (entry.place, country) if part)


def beside(
    entry: SupportEntry, entries: Iterable[SupportEntry], as_of: date
) -> list[dict]:
    """Others of the same shelf and country, those with a health focus first."""
    order = {"yes": 0, "partial": 1}
    others = [
        each
        for each in entries
        if each.country == entry.country
        and shelf_of(each) == shelf_of(entry)
        and each.slug != entry.slug
        and not each.same_as
        and not each.has_ended(as_of)
    ]
    others.sort(
        key=lambda each: (order.get(each.health_focus, 2), plain_text(each.name))
    )
    return [row_of(each, as_of) for each in others[:MOST_BESIDE]]


def entry_url(slug: str) -> str:
    """The address of an entry's page on this site."""
    return reverse("directory:entry", kwargs={"slug": slug})
