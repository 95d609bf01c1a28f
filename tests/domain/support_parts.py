"""Entries and profiles for the tests of the support directory."""

from datetime import date

from compliance.domain.support import Profile, SupportEntry

TODAY = date(2026, 11, 23)
AI_DEVICE = {
    "ai-system": frozenset({"yes"}),
    "ai-risk": frozenset({"high-risk-annex-i"}),
    "device-regime": frozenset({"mdr"}),
    "notified-body": frozenset({"required"}),
}
PLAIN_SOFTWARE = {
    "ai-system": frozenset({"no"}),
    "ai-risk": frozenset({"not-ai-system"}),
    "device-regime": frozenset({"none"}),
}


def make_entry(slug, kind="edih", country="PT", **fields):
    defaults = {
        "name": slug,
        "status": "active",
        "confidence": "high",
        "health_focus": "yes",
        "url": "https://example.org",
        "source_url": "https://example.org/source",
        "source_date": "2026-06",
    }
    return SupportEntry(slug=slug, kind=kind, country=country, **defaults | fields)


def make_profile(country="PT", facts=AI_DEVICE, **fields):
    return Profile(country=country, as_of=TODAY, facts=facts, **fields)


def slugs(matches):
    return [found.entry.slug for found in matches]
