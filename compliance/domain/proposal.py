"""A proposal for other rules: not law, evaluated beside the law and never instead."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from compliance.domain.law import Rule, Scheme, SchemeValue

if TYPE_CHECKING:
    from compliance.domain.bank import Bank

# The basis of every rule that a proposal brings, and of no rule of the law.
BASIS = "proposal"


@dataclass(frozen=True)
class Replacement:
    """A rule of today, and what would stand in its place: nothing where it falls."""

    rule: str
    by: tuple[Rule, ...] = ()


@dataclass(frozen=True)
class Change:
    """What a proposal would change in one scheme; new values come last."""

    scheme: str
    replaced: tuple[Replacement, ...]
    values: tuple[SchemeValue, ...] = ()


@dataclass(frozen=True)
class Proposal:
    """A proposed act: where it stands, its source, and the rules it would replace."""

    slug: str
    title: str
    status_text: str
    text: str
    source: str
    changes: tuple[Change, ...]


def under_proposal(bank: Bank, proposal: Proposal) -> Bank:
    """The bank as it would be if the proposal were adopted as it stands."""
    changes = {change.scheme: change for change in proposal.changes}
    schemes = tuple(_changed(each, changes.get(each.slug)) for each in bank.schemes)
    return replace(bank, schemes=schemes, proposals=())


def _changed(scheme: Scheme, change: Change | None) -> Scheme:
    if change is None:
        return scheme
    by = {each.rule: each.by for each in change.replaced}
    rules = tuple(new for rule in scheme.rules for new in by.get(rule.slug, (rule,)))
    return replace(scheme, rules=rules, values=(*scheme.values, *change.values))
