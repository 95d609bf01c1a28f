"""How long an entry of the support directory may be relied on after it was checked."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from compliance.domain.support_entry import (
    DAY,
    SupportEntry,
    day_in_words,
    first_day,
)

# Days for which a check holds: what opens and closes is looked at most often.
TIME_TO_LIVE: Mapping[str, int] = MappingProxyType(
    {
        "programme": 30,
        "sandbox": 90,
        "mdr-authority": 90,
        "ai-authority": 90,
        "data-access-body": 90,
        "edih": 90,
        "notified-body": 90,
        "tef-node": 180,
        "tef-service": 180,
        "ai-factory": 180,
        "data-infrastructure": 180,
    }
)


def checked_on(entry: SupportEntry) -> date:
    """The day of the last look: by an editor, or else the date of the source.

    A source dated by year or month may be as old as its first day, and counts so.
    """
    return entry.last_verified or first_day(entry.source_date)


def is_overdue(entry: SupportEntry, as_of: date) -> bool:
    """Whether the last look lies further back than this kind allows."""
    return (as_of - checked_on(entry)).days > TIME_TO_LIVE[entry.kind]


def last_checked_in_words(entry: SupportEntry) -> str:
    """The last look as precisely as it is known: "28 April 2025" or "2025"."""
    if entry.last_verified:
        return day_in_words(entry.last_verified)
    _, month, day = DAY.fullmatch(entry.source_date).groups()
    since = first_day(entry.source_date)
    if day:
        return day_in_words(since)
    return f"{since:%B %Y}" if month else f"{since.year}"
