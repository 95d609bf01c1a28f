"""The kinds under which people look for help, and what serves a country."""

from collections.abc import Mapping
from types import MappingProxyType

from compliance.domain.countries import EEA, UNION
from compliance.domain.support_entry import SupportEntry

# Two sub-kinds of programmes stand by themselves: people look for them by name.
SHELVES: Mapping[str, str] = MappingProxyType(
    {
        "sandbox": "AI regulatory sandboxes",
        "tef-node": "TEF-Health sites",
        "tef-service": "TEF-Health services",
        "edih": "European Digital Innovation Hubs",
        "ai-factory": "AI Factories and antennas",
        "data-infrastructure": "Health data infrastructures",
        "data-access-body": "Health data access bodies",
        "programme": "Programmes and calls",
        "skills": "Skills programmes",
        "cybersecurity": "Cybersecurity support",
        "mdr-authority": "Medical device authorities",
        "ai-authority": "AI Act authorities",
        "notified-body": "Notified bodies",
    }
)
OWN_SHELF = frozenset({"skills", "cybersecurity"})


def shelf_of(entry: SupportEntry) -> str:
    """The slug of the shelf on which people find the entry."""
    return entry.subkind if entry.subkind in OWN_SHELF else entry.kind


def serves(entry: SupportEntry, country: str) -> bool:
    """Whether organisations of this country may turn to the entry.

    Its own country, a partner country, or the whole Union (also for the EEA). MDR
    Art. 53(1) and IVDR Art. 49(1): a notified body of one's choice.
    """
    if country == entry.country or country in entry.partners:
        return True
    if country not in EEA:
        return False
    return entry.country == UNION or entry.kind == "notified-body"
