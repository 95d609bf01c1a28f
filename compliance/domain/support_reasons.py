"""Why an entry is suggested, and why not yet: the sentences that a reader sees."""

from collections.abc import Mapping
from datetime import date

from compliance.domain.countries import COUNTRIES, country_name, in_country
from compliance.domain.support_entry import (
    SERVICES,
    TECHNOLOGIES,
    SupportEntry,
    day_in_words,
    end_in_words,
)
from compliance.domain.support_fit import Profile

OWN = "own"
PARTNER = "partner"
NEIGHBOUR = "neighbour"
UNION_LEVEL = "union"
ELSEWHERE = "elsewhere"

# Of the other kinds it goes without saying.
SAY_FOCUS = frozenset(
    {"sandbox", "tef-node", "tef-service", "edih", "ai-factory", "programme"}
)
SAY_TECHNOLOGY = frozenset({"tef-node", "edih", "data-infrastructure", "programme"})
REGIME_TITLES: Mapping[str, str] = {"mdr": "MDR", "ivdr": "IVDR"}
# Said of an entry whose status is not known.
DOUBTS: Mapping[str, str] = {
    "edih": "its funding period may have ended",
    "sandbox": "nothing shows that it is open",
    "ai-authority": "the country may not have named it yet",
    "data-access-body": "the country may not have named it yet",
    "ai-factory": "it may not have started yet",
}
A_DOUBT = "nothing shows that it is open"
# Said of an entry that is planned and has no legal day by which it must be there.
PLANS: Mapping[str, str] = {
    "ai-authority": "not yet named in law",
    "data-access-body": "not yet named in law",
}
A_PLAN = "no opening day is known"


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


def why_not_yet(entry: SupportEntry, profile: Profile) -> tuple[str, ...]:
    """What stands in the way on the profile's day; empty where nothing does."""
    hindrances = (
        _opening(entry, profile.as_of),
        _doubt(entry),
        _data_protection_only(entry),
        _trl_hindrance(entry, profile),
    )
    return tuple(hindrance for hindrance in hindrances if hindrance)


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
    asked = entry.services & profile.asked
    reasons = []
    if asked:
        titles = _listed(sorted(SERVICES[service] for service in asked))
        reasons.append(f"Offers {titles}, which you asked for")
    first, *others = sorted(
        (entry.services & profile.services) - asked,
        key=lambda service: (-counts.get(service, 0), SERVICES[service]),
    ) or [""]
    if first:
        reasons.append(_service_reason(first, counts.get(first)))
    if others:
        titles = _listed([SERVICES[service] for service in others])
        reasons.append(f"Also offers {titles}, which your gaps need")
    return reasons


def _service_reason(service: str, count: int | None) -> str:
    title = SERVICES[service]
    if count is None:
        return f"Offers {title}, which your gaps need"
    if count == 1:
        return f"Offers {title}, which 1 of your gaps needs"
    return f"Offers {title}, which {count} of your gaps need"


def _listed(titles: list[str]) -> str:
    *most, last = titles
    return f"{', '.join(most)} and {last}" if most else last


def _technology_reason(entry: SupportEntry, profile: Profile) -> str:
    shared = entry.technologies & profile.technologies
    if not shared or entry.kind not in SAY_TECHNOLOGY:
        return ""
    titles = sorted(TECHNOLOGIES[slug] for slug in shared)
    return f"Knows your technology: {_listed(titles)}"


def _regime_reason(entry: SupportEntry, profile: Profile) -> str:
    if entry.kind != "notified-body":
        return ""
    shared = sorted(entry.regimes & profile.regimes, reverse=True)
    titles = " and the ".join(REGIME_TITLES[regime] for regime in shared)
    if entry.takes_software:
        return f"Designated under the {titles}, for software too"
    return f"Designated under the {titles}: ask for its codes for software"


def _trl_reason(entry: SupportEntry, profile: Profile) -> str:
    if entry.min_trl is None or profile.trl is None or profile.trl < entry.min_trl:
        return ""
    return f"You have reached TRL {entry.min_trl}, which it asks for"


def _trl_hindrance(entry: SupportEntry, profile: Profile) -> str:
    if entry.min_trl is None:
        return ""
    if profile.trl is None:
        return f"From TRL {entry.min_trl}"
    if profile.trl < entry.min_trl:
        return f"From TRL {entry.min_trl}; your answers show TRL {profile.trl}"
    return ""


def _opening(entry: SupportEntry, as_of: date) -> str:
    if entry.opens is not None and entry.opens > as_of:
        return f"Planned: opens on {day_in_words(entry.opens)}"
    if entry.status == "planned":
        return f"Planned: {_due(entry) or PLANS.get(entry.kind, A_PLAN)}"
    if entry.ends_soon(as_of):
        return f"Ends {end_in_words(entry.closes)}"
    return ""


def _due(entry: SupportEntry) -> str:
    state = "named" if entry.kind == "data-access-body" else "open"
    return f"must be {state} by {day_in_words(entry.due)}" if entry.due else ""


def _doubt(entry: SupportEntry) -> str:
    if entry.status != "unknown":
        return ""
    doubt = f"Check first: {DOUBTS.get(entry.kind, A_DOUBT)}"
    return f"{doubt}; one {_due(entry)}" if entry.due else doubt


def _data_protection_only(entry: SupportEntry) -> str:
    if entry.subkind != "data-protection":
        return ""
    limit = "Looks at data protection, not at the AI Act"
    return f"{limit}: a sandbox for that {_due(entry)}" if entry.due else limit
