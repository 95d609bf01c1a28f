"""Why an entry is suggested, and in which state it is: sentences for a reader."""

from collections.abc import Mapping
from datetime import date

from compliance.domain.countries import COUNTRIES, country_name, in_country
from compliance.domain.support_entry import (
    SERVICES,
    TECHNOLOGIES,
    SupportEntry,
)
from compliance.domain.support_profile import Profile
from compliance.domain.support_reach import NEIGHBOUR, OWN, PARTNER, UNION_LEVEL
from compliance.domain.support_wording import both

# Of the other kinds it goes without saying.
SAY_FOCUS = frozenset(
    {"sandbox", "tef-node", "tef-service", "edih", "ai-factory", "programme"}
)
SAY_TECHNOLOGY = frozenset({"tef-node", "edih", "data-infrastructure", "programme"})
# What people come for, where the rest goes along with it.
SAY_SERVICES: Mapping[str, frozenset[str]] = {
    "data-access-body": frozenset({"data_access"})
}
REGIME_TITLES: Mapping[str, str] = {"mdr": "MDR", "ivdr": "IVDR"}


def reasons_for(
    entry: SupportEntry, profile: Profile, reach: str, lacks_own: bool
) -> tuple[str, ...]:
    """Why this entry is suggested, the strongest reason first.

    `lacks_own` says that the profile's country has nothing firm of this kind.
    """
    reasons = (
        _where(entry, profile, reach, lacks_own),
        _focus(entry),
        *_service_reasons(entry, profile),
        _technology_reason(entry, profile),
        _regime_reason(entry, profile),
        _trl_reason(entry, profile),
    )
    return tuple(reason for reason in reasons if reason)


def state_in_words(entry: SupportEntry, as_of: date) -> str:
    """The state as one short phrase; open only where it is known to be."""
    if entry.status == "unknown":
        return "check first"
    if not entry.is_open(as_of):
        return "planned"
    return "active, ends soon" if entry.ends_soon(as_of) else "active"


def _where(entry: SupportEntry, profile: Profile, reach: str, lacks_own: bool) -> str:
    if reach == OWN:
        return "In your country"
    if reach == PARTNER:
        return f"{country_name(profile.country)} is a partner"
    place = _place(entry, reach)
    if lacks_own and profile.country in COUNTRIES:
        return f"None confirmed {in_country(profile.country)}; this one {place}"
    place = place.removeprefix("is ")
    return place[:1].upper() + place[1:]


def _place(entry: SupportEntry, reach: str) -> str:
    if reach == UNION_LEVEL:
        return "serves the whole Union"
    there = f"is {in_country(entry.country)}"
    if reach == NEIGHBOUR:
        return f"{there}, next door"
    if entry.kind == "notified-body":
        return f"{there}; you may choose a notified body from any country"
    if entry.kind == "ai-factory":
        return (
            f"{there}, the nearest known, and takes applications from other countries"
        )
    return f"{there}, the nearest known"


def _focus(entry: SupportEntry) -> str:
    if entry.kind not in SAY_FOCUS:
        return ""
    return {
        "yes": "Works with health care",
        "partial": "Works with health care among others",
    }.get(entry.health_focus, "")


def _service_reasons(entry: SupportEntry, profile: Profile) -> list[str]:
    counts = profile.gaps_by_service
    offered = SAY_SERVICES.get(entry.kind, entry.services) & entry.services
    asked = offered & profile.asked
    reasons = []
    if asked:
        titles = both(sorted(SERVICES[service] for service in asked))
        reasons.append(f"Offers {titles}, which you asked for")
    first, *others = sorted(
        (offered & profile.services) - asked,
        key=lambda service: (-counts.get(service, 0), SERVICES[service]),
    ) or [""]
    if first:
        reasons.append(_service_reason(first, counts.get(first)))
    if others:
        titles = both([SERVICES[service] for service in others])
        reasons.append(f"Also offers {titles}, which your gaps need")
    return reasons


def _service_reason(service: str, count: int | None) -> str:
    title = SERVICES[service]
    if count is None:
        return f"Offers {title}, which your gaps need"
    if count == 1:
        return f"Offers {title}, which 1 of your gaps needs"
    return f"Offers {title}, which {count} of your gaps need"


def _technology_reason(entry: SupportEntry, profile: Profile) -> str:
    shared = entry.technologies & profile.technologies
    if not shared or entry.kind not in SAY_TECHNOLOGY:
        return ""
    titles = sorted(TECHNOLOGIES[slug] for slug in shared)
    return f"Knows your technology: {both(titles)}"


def _regime_reason(entry: SupportEntry, profile: Profile) -> str:
    if entry.kind != "notified-body":
        return ""
    shared = sorted(entry.regimes & profile.regimes, reverse=True)
    titles = " and the ".join(REGIME_TITLES[regime] for regime in shared)
    designated = f"Designated under the {titles}"
    if "software" not in profile.technologies:
        return f"{designated}: ask whether its codes cover your kind of device"
    if entry.takes_software:
        return f"{designated}, for software too"
    if "mdr" in shared:
        return f"{designated}: ask whether its codes include MDA 0315, for software"
    return f"{designated}: ask whether its codes cover your software"


def _trl_reason(entry: SupportEntry, profile: Profile) -> str:
    if entry.min_trl is None or profile.trl is None or profile.trl < entry.min_trl:
        return ""
    return f"You have reached TRL {entry.min_trl}, which it asks for"
