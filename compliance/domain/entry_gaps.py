"""What an entry of the directory does not say and should."""

from collections import Counter
from collections.abc import Iterable

from compliance.domain.countries import UNION
from compliance.domain.support_entry import SupportEntry

# One page may well be the source of two or three entries, of more only as a list.
OWN_UP_TO = 3
# An official list is as good a source as a page of their own.
LISTED = frozenset({"edih", "notified-body"})
# Others are found by a register or a form of the law.
ASKED_IN_PERSON = frozenset(
    {"sandbox", "tef-node", "tef-service", "edih", "ai-factory", "data-infrastructure"}
)


def shared_addresses(entries: Iterable[SupportEntry]) -> frozenset[str]:
    """Addresses that stand for so many entries that they say nothing of each."""
    counts: Counter = Counter()
    for entry in entries:
        counts.update({entry.url, entry.source_url})
    return frozenset(url for url, count in counts.items() if count > OWN_UP_TO)


def gaps_of(entry: SupportEntry, shared: frozenset[str]) -> tuple[str, ...]:
    """What is missing, in words; nothing where the entry is complete."""
    asks = entry.kind in ASKED_IN_PERSON and not entry.how_to_ask
    found = {
        "no site of its own": entry.url in shared,
        "no source of its own": entry.source_url in shared and entry.kind not in LISTED,
        "no place": not entry.place and entry.country != UNION,
        "no coordinates": bool(entry.place) and entry.latitude is None,
        "no word on how to ask": asks,
        "no word on who may apply": not entry.eligibility,
    }
    return tuple(words for words, is_missing in found.items() if is_missing)
