"""Rows of the directory for tests."""

from compliance.domain.support_entry import KINDS
from compliance.models.support import SupportEntryRow


def new_row(slug, **fields):
    """An unsaved row that is sound."""
    sound = {
        "kind": "edih",
        "name": slug.title(),
        "country": "PT",
        "status": "active",
        "confidence": "high",
        "url": "https://example.org",
        "source_url": "https://example.org/source",
        "source_date": "2026-11-20",
    }
    return SupportEntryRow(slug=slug, **sound | fields)


def make_row(slug, **fields):
    """A stored row that is sound."""
    row = new_row(slug, **fields)
    row.save()
    return row


def make_many(count):
    """So many rows of all kinds in several countries, stored."""
    kinds, countries = list(KINDS), ("PT", "ES", "DE", "FR", "EU")
    SupportEntryRow.objects.bulk_create(
        new_row(
            f"entry-{number}",
            kind=kinds[number % len(kinds)],
            country=countries[number % len(countries)],
            services=["training", "testing_facility"],
            technologies=["ai", "imaging"],
            note="Helps with the clinical evaluation of software for hospitals.",
        )
        for number in range(count)
    )
