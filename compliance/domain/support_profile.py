"""The facts about an organisation and its product that support is matched on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from compliance.domain.bank import Bank
from compliance.domain.logic import ABSENT, ANYTHING, One, Several

DEVICE_REGIMES = frozenset({"mdr", "ivdr", "accessory", "annex-xvi"})
# Accessories and the products of Annex XVI are assessed under the MDR.
REGIME_OF = {"mdr": "mdr", "accessory": "mdr", "annex-xvi": "mdr", "ivdr": "ivdr"}
NOT_UNDER_THE_AI_ACT = frozenset({"outside-scope", "not-ai-system"})
# Under these nothing about the AI Act is heavy or in doubt.
LIGHT = frozenset({"minimal", "transparency-50"})

# Knows no question and no date: every condition on its subjects stays open.
NO_BANK = Bank(*[""] * 8, *[()] * 8)


@dataclass(frozen=True)
class Profile:
    """The facts about organisation and product that support is matched on.

    `services` are those the gaps need or the answers ask for, `asked` only the
    latter; `gaps_by_service` says how many gaps, where known. `facts` holds the
    possible values of each scheme: one when it is settled, several when it is open,
    none when the scheme does not apply. `subjects` holds those of every question and
    scheme, for conditions; `bank` gives their words and the dates of the law.
    `disputed` are schemes on which the law is read in two ways; `is_on_market` is
    None where the answers leave it open.
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
    is_on_market: bool | None = None
    disputed: frozenset[str] = frozenset()
    subjects: Mapping[str, One | Several] = field(default_factory=dict)
    bank: Bank = field(default=NO_BANK, repr=False)

    def possible(self, scheme: str) -> frozenset[str]:
        """The values this scheme may still take; empty where it does not apply."""
        return self.facts.get(scheme, frozenset())

    def possible_values(self, subject: str) -> One | Several:
        """What a subject of a condition may still be.

        `trl` (the level reached), `size` and `country` come from the profile itself.
        What nobody knows may be anything.
        """
        own = {"trl": self.trl, "size": self.size, "country": self.country}
        if subject in own:
            return One(frozenset({str(own[subject] or ANYTHING)}))
        if subject in self.subjects:
            return self.subjects[subject]
        if subject in self.facts:
            return One(self.facts[subject] or frozenset({ABSENT}))
        return One(frozenset({ANYTHING}))

    @cached_property
    def may_be_ai(self) -> bool:
        """The product is an AI system, or may turn out to be one."""
        return "yes" in self.possible("ai-system")

    @cached_property
    def may_be_under_the_ai_act(self) -> bool:
        """An AI system, possibly, and not one that is settled as out of scope."""
        risks = self.possible("ai-risk")
        return self.may_be_ai and (not risks or not risks <= NOT_UNDER_THE_AI_ACT)

    @cached_property
    def may_provide_ai(self) -> bool:
        """A provider under the AI Act, possibly; true where no role is known."""
        roles = self.possible("ai-role")
        return not roles or bool(roles & {"provider", "product-manufacturer"})

    @cached_property
    def has_ai_question(self) -> bool:
        """High-risk, or something about the AI Act is open, disputed or asked about."""
        risks = self.possible("ai-risk")
        is_settled_light = len(risks) == 1 and risks <= LIGHT
        is_ai_open = len(self.possible("ai-system")) > 1
        return (
            not is_settled_light
            or is_ai_open
            or "ai-risk" in self.disputed
            or "sandbox" in self.asked
        )

    @cached_property
    def may_be_a_device(self) -> bool:
        """A device, an accessory or an Annex XVI product, or possibly one."""
        return bool(self.possible("device-regime") & DEVICE_REGIMES)

    @cached_property
    def regimes(self) -> frozenset[str]:
        """The device regulations that may apply: `mdr`, `ivdr`, both or none."""
        possible = self.possible("device-regime")
        return frozenset(REGIME_OF[value] for value in possible & DEVICE_REGIMES)

    @cached_property
    def may_need_notified_body(self) -> bool:
        """A notified body is required, or may turn out to be.

        Where the law is read in two ways on the class, one reading may ask for it.
        """
        is_possible = "required" in self.possible("notified-body")
        return is_possible or "notified-body" in self.disputed

    @cached_property
    def needs_notified_body(self) -> bool:
        """A notified body is settled as required."""
        is_device = self.possible("device-regime") <= DEVICE_REGIMES
        return is_device and self.possible("notified-body") == {"required"}
