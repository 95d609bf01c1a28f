"""Whether an entry of the support directory can help at all on these facts."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from compliance.domain.support_entry import SIZES, SupportEntry

DEVICE_REGIMES = frozenset({"mdr", "ivdr", "accessory", "annex-xvi"})
# Accessories and the products of Annex XVI are assessed under the MDR.
REGIME_OF = {"mdr": "mdr", "accessory": "mdr", "annex-xvi": "mdr", "ivdr": "ivdr"}
NOT_UNDER_THE_AI_ACT = frozenset({"outside-scope", "not-ai-system"})
# Technologies too broad to tell one data infrastructure from another.
BROAD_TECHNOLOGIES = frozenset({"ai", "hpc", "big_data", "software", "cloud"})
# Programmes that nobody looks for without a gap or a wish that calls for them.
NEEDS_A_REASON = frozenset({"skills", "cybersecurity"})
INFORMATION_ONLY = frozenset({"legal-basis", "policy"})


@dataclass(frozen=True)
class Profile:
    """The facts about organisation and product that support is matched on.

    `services` are those the gaps need or the answers ask for, `asked` only the
    latter; `gaps_by_service` says how many gaps, where known. `facts` holds the
    possible values of each scheme: one when it is settled, several when it is open,
    none when the scheme does not apply.
    """

    country: str
    as_of: date
    size: str = ""
    technologies: frozenset[str] = frozenset()
    services: frozenset[str] = frozenset()
    facts: Mapping[str, frozenset[str]] = field(default_factory=dict)
    trl: int | None = None
    gaps_by_service: Mapping[str, int] = field(default_factory=dict)
    asked: frozenset[str] = frozenset()

    def possible(self, scheme: str) -> frozenset[str]:
        """The values this scheme may still take; empty where it does not apply."""
        return self.facts.get(scheme, frozenset())

    @property
    def may_be_ai(self) -> bool:
        """The product is an AI system, or may turn out to be one."""
        return "yes" in self.possible("ai-system")

    @property
    def may_be_under_the_ai_act(self) -> bool:
        """An AI system, possibly, and not one that is settled as out of scope."""
        risks = self.possible("ai-risk")
        return self.may_be_ai and (not risks or not risks <= NOT_UNDER_THE_AI_ACT)

    @property
    def may_be_a_device(self) -> bool:
        """A device, an accessory or an Annex XVI product, or possibly one."""
        return bool(self.possible("device-regime") & DEVICE_REGIMES)

    @property
    def regimes(self) -> frozenset[str]:
        """The device regulations that may apply: `mdr`, `ivdr`, both or none."""
        possible = self.possible("device-regime")
        return frozenset(REGIME_OF[value] for value in possible & DEVICE_REGIMES)

    @property
    def may_need_notified_body(self) -> bool:
        """A notified body is required, or may turn out to be."""
        return "required" in self.possible("notified-body")


def can_help(entry: SupportEntry, profile: Profile) -> bool:
    """Whether the entry may serve this profile, wherever it is seated.

    What is open counts as possible, except that a programme must be running, or have
    a day on which it opens and be asked for.
    """
    if entry.has_ended(profile.as_of) or entry.same_as:
        return False
    if entry.subkind in INFORMATION_ONLY or not _size_fits(entry, profile):
        return False
    if any(not profile.possible(scheme) & values for scheme, values in entry.needs):
        return False
    return _FITS[entry.kind](entry, profile)


def _size_fits(entry: SupportEntry, profile: Profile) -> bool:
    is_known = profile.size in SIZES
    return not entry.sizes or not is_known or profile.size in entry.sizes


def _sandbox_fits(entry: SupportEntry, profile: Profile) -> bool:
    return profile.may_be_under_the_ai_act


def _tef_fits(entry: SupportEntry, profile: Profile) -> bool:
    # TEF-Health tests AI and robotics, not software of every kind.
    return profile.may_be_ai or "robotics" in profile.technologies


def _factory_fits(entry: SupportEntry, profile: Profile) -> bool:
    return profile.may_be_ai


def _hub_fits(entry: SupportEntry, profile: Profile) -> bool:
    return True


def _infrastructure_fits(entry: SupportEntry, profile: Profile) -> bool:
    special = entry.technologies - BROAD_TECHNOLOGIES
    if special and profile.technologies:
        return bool(special & profile.technologies)
    return bool(entry.services & profile.services)


def _data_access_fits(entry: SupportEntry, profile: Profile) -> bool:
    return "data_access" in profile.services or "ehr" in profile.technologies


def _programme_fits(entry: SupportEntry, profile: Profile) -> bool:
    if "ai" in entry.technologies and not profile.may_be_ai:
        return False
    if entry.subkind in NEEDS_A_REASON and not entry.services & profile.services:
        return False
    is_announced = entry.status == "planned" and entry.opens is not None
    is_awaited = is_announced and bool(entry.services & profile.asked)
    return entry.is_open(profile.as_of) or is_awaited


def _mdr_authority_fits(entry: SupportEntry, profile: Profile) -> bool:
    return profile.may_be_a_device


def _ai_authority_fits(entry: SupportEntry, profile: Profile) -> bool:
    return profile.may_be_ai


def _notified_body_fits(entry: SupportEntry, profile: Profile) -> bool:
    return profile.may_need_notified_body and bool(entry.regimes & profile.regimes)


_FITS: Mapping[str, Callable[[SupportEntry, Profile], bool]] = {
    "sandbox": _sandbox_fits,
    "tef-node": _tef_fits,
    "tef-service": _tef_fits,
    "edih": _hub_fits,
    "ai-factory": _factory_fits,
    "data-infrastructure": _infrastructure_fits,
    "data-access-body": _data_access_fits,
    "programme": _programme_fits,
    "mdr-authority": _mdr_authority_fits,
    "ai-authority": _ai_authority_fits,
    "notified-body": _notified_body_fits,
}
