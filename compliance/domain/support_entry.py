"""One entry of the support directory, and the words that may describe it."""

import re
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from types import MappingProxyType

from compliance.domain.conditions import Condition

KINDS: Mapping[str, str] = MappingProxyType(
    {
        "sandbox": "AI regulatory sandbox",
        "tef-node": "TEF-Health site",
        "tef-service": "TEF-Health service",
        "edih": "European Digital Innovation Hub",
        "ai-factory": "AI Factory",
        "data-infrastructure": "Health data infrastructure",
        "data-access-body": "Health data access body",
        "programme": "Programme or call",
        "mdr-authority": "Medical device authority",
        "ai-authority": "AI Act authority",
        "notified-body": "Notified body",
    }
)
SUBKINDS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "sandbox": {
            "national": "AI regulatory sandbox",
            "union": "Union-level AI regulatory sandbox",
            "project": "Sandbox project",
            "data-protection": "Data protection sandbox",
            "health": "Health sandbox",
            "living-lab": "Living lab",
            "legal-basis": "Rules on sandboxes",
        },
        "tef-node": {
            "portal": "TEF-Health entry point",
            "node": "TEF-Health node",
            "partner": "TEF-Health partner",
        },
        "ai-factory": {"factory": "AI Factory", "antenna": "AI Factory antenna"},
        "programme": {
            "funding": "Funding",
            "network": "Network",
            "skills": "Skills programme",
            "cybersecurity": "Cybersecurity support",
            "data": "Data programme",
            "policy": "Policy",
            "guidance": "Guidance project",
            "testing": "Testing call",
        },
    }
)
# The words after "Offers …".
SERVICES: Mapping[str, str] = MappingProxyType(
    {
        "regulatory_advice": "regulatory advice",
        "sandbox": "a regulatory sandbox",
        "testing_facility": "testing",
        "real_world_testing": "testing in real care",
        "test_before_invest": "trying out before buying",
        "data_access": "access to data",
        "compute": "computing time",
        "training": "training",
        "certification": "certification",
        "cybersecurity": "cybersecurity support",
        "hospital_cybersecurity": "help with the cybersecurity of hospitals",
        "funding": "funding",
        "investment_support": "help to find investment",
        "networking": "contacts and partners",
    }
)
TECHNOLOGIES: Mapping[str, str] = MappingProxyType(
    {
        "additive_manufacturing": "3D printing",
        "ai": "AI",
        "big_data": "big data",
        "biotech": "biotechnology",
        "blockchain": "blockchain",
        "cloud": "cloud",
        "connectivity": "connectivity",
        "cybersecurity": "cybersecurity",
        "digital_twins": "digital twins",
        "ehr": "health records",
        "genomics": "genomics",
        "hpc": "high-performance computing",
        "imaging": "medical imaging",
        "intensive_care": "intensive care data",
        "iot": "connected devices",
        "microelectronics": "microelectronics",
        "photonics": "photonics",
        "quantum": "quantum technology",
        "robotics": "robotics",
        "sensors_vision": "sensors and vision",
        "simulation": "simulation",
        "software": "software",
        "vr_ar": "virtual reality",
    }
)
STATUSES: Mapping[str, str] = MappingProxyType(
    {
        "active": "active",
        "planned": "planned",
        "unknown": "check first",
        "ended": "ended",
    }
)
HEALTH_FOCUS = ("yes", "partial", "unknown", "no")
COSTS: Mapping[str, str] = MappingProxyType(
    {
        "free": "free",
        "subsidised": "subsidised",
        "paid": "paid",
        "unknown": "not known",
    }
)
CONFIDENCES = ("high", "medium", "low")
REGIMES = ("mdr", "ivdr")
SIZE_TITLES: Mapping[str, str] = MappingProxyType(
    {
        "micro": "micro",
        "small": "small",
        "medium": "medium-sized",
        "smc": "a small mid-cap",
        "large": "larger than a small mid-cap",
    }
)
SIZES = tuple(SIZE_TITLES)

# Pages of the directory stand under these names beside its entries.
RESERVED_SLUGS = frozenset({"europe", "open"})

DAY = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?")
ENDS_SOON_DAYS = 90


@dataclass(frozen=True, slots=True)
class SupportEntry:
    """Somebody who can help, with source, date and confidence.

    `eligible_when` is the condition under which it fits, over questions and schemes
    of a bank and `trl`, `size` and `country` of the profile.
    `latitude` and `longitude` are those of the place, in degrees; `regions` are the
    regions it serves, where it does not serve all of its country.
    `due` is the day by which the law wants it open; `opens` is an announced day.
    """

    slug: str
    kind: str
    name: str
    country: str
    url: str
    source_url: str
    source_date: str
    confidence: str
    status: str
    subkind: str = ""
    place: str = ""
    latitude: float | None = None
    longitude: float | None = None
    regions: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()
    health_focus: str = "unknown"
    technologies: frozenset[str] = frozenset()
    services: frozenset[str] = frozenset()
    eligibility: str = ""
    cost: str = "unknown"
    note: str = ""
    offers: str = ""
    how_to_ask: str = ""
    min_trl: int | None = None
    opens: date | None = None
    closes: date | None = None
    due: date | None = None
    sizes: frozenset[str] = frozenset()
    regimes: frozenset[str] = frozenset()
    partners: frozenset[str] = frozenset()
    eligible_when: Condition | None = None
    same_as: str = ""
    last_verified: date | None = None
    extra: Mapping[str, str] = field(default_factory=dict)

    @property
    def kind_title(self) -> str:
        """What this is, as words: "AI Factory antenna"."""
        return SUBKINDS.get(self.kind, {}).get(self.subkind) or KINDS[self.kind]

    @property
    def cost_title(self) -> str:
        """What it costs a small firm, as words."""
        return COSTS[self.cost]

    @property
    def is_low_confidence(self) -> bool:
        """A placeholder or a weak source: the printed report leaves it out."""
        return self.confidence == "low"

    @property
    def takes_software(self) -> bool:
        """A notified body whose designation is known to cover software."""
        return self.extra.get("software_scope", "").startswith("yes")

    @property
    def what_it_offers(self) -> str:
        """Its own words on its offer; where there are none, its services as a list."""
        if self.offers:
            return self.offers
        titles = [title for slug, title in SERVICES.items() if slug in self.services]
        return ", ".join(titles)[:1].upper() + ", ".join(titles)[1:]

    def has_ended(self, as_of: date) -> bool:
        """It ended, or its closing day lies before this day."""
        is_past = self.closes is not None and self.closes < as_of
        return self.status == "ended" or is_past

    def is_open(self, as_of: date) -> bool:
        """Known to be active on this day; unknown and planned are never open."""
        is_ahead = self.opens is not None and self.opens > as_of
        return self.status == "active" and not is_ahead and not self.has_ended(as_of)

    def ends_soon(self, as_of: date) -> bool:
        """Open on this day, with an end within the next three months."""
        if self.closes is None or not self.is_open(as_of):
            return False
        return (self.closes - as_of).days <= ENDS_SOON_DAYS


@lru_cache(maxsize=4096)
def last_day(text: str) -> date:
    """The last day of a year, a month or a day: "2026-12" gives 31 December 2026.

    Raises ValueError for anything else.
    """
    year, month, day = _parts(text)
    month = month or 12
    return date(year, month, day or monthrange(year, month)[1])


@lru_cache(maxsize=4096)
def first_day(text: str) -> date:
    """The first day of a year, a month or a day: "2026-12" gives 1 December 2026.

    Raises ValueError for anything else.
    """
    year, month, day = _parts(text)
    return date(year, month or 1, day or 1)


def _parts(text: str) -> tuple[int, int, int]:
    found = DAY.fullmatch(text)
    if found is None:
        raise ValueError(f'"{text}" is not a date')
    year, month, day = (int(part) if part else 0 for part in found.groups())
    return year, month, day


def day_in_words(day: date) -> str:
    """A day as people write it: "2 August 2027"."""
    return f"{day.day} {day:%B %Y}"


def end_in_words(day: date) -> str:
    """When something ends: the last day of a month stands for "in that month"."""
    is_month = day.day == monthrange(day.year, day.month)[1]
    return f"in {day:%B %Y}" if is_month else f"on {day_in_words(day)}"
