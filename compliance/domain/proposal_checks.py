"""Faults of proposals: about nothing, without a change, or mixed up with the law."""

from collections import Counter
from collections.abc import Iterator

from compliance.domain.bank import Bank
from compliance.domain.contents import Fault, missing, rules_of
from compliance.domain.law import Rule
from compliance.domain.proposal import BASIS, Change, Proposal


def proposal_faults(bank: Bank) -> Iterator[Fault]:
    """Proposals that change nothing or the unknown, and rules on a wrong basis."""
    for scheme in bank.schemes:
        for rule in rules_of(scheme):
            if rule.basis == BASIS:
                yield Fault(
                    rule.slug, f'rule "{rule.slug}".basis', "a proposal is not law",
                    "Move the rule into a file of proposals/.",
                )  # fmt: skip
    for slug, count in Counter(each.slug for each in bank.proposals).items():
        if count > 1:
            place = f'proposal "{slug}"'
            yield Fault(slug, place, f"it stands {count} times", "Rename one.")
    for proposal in bank.proposals:
        yield from _faults_of(bank, proposal)


def _faults_of(bank: Bank, proposal: Proposal) -> Iterator[Fault]:
    place = f'proposal "{proposal.slug}"'
    if proposal.source not in bank.provision:
        known = bank.provision
        yield missing(place, proposal.slug, "provision", proposal.source, known)
    if not proposal.changes:
        yield Fault(proposal.slug, place, "it changes nothing", "Add `changes`.")
    for change in proposal.changes:
        if change.scheme not in bank.scheme:
            known = bank.scheme
            yield missing(place, proposal.slug, "scheme", change.scheme, known)
        else:
            yield from _faults_of_change(bank, proposal, change)


def _faults_of_change(
    bank: Bank, proposal: Proposal, change: Change
) -> Iterator[Fault]:
    place = f'proposal "{proposal.slug}", scheme "{change.scheme}"'
    rules = [rule.slug for rule in bank.scheme[change.scheme].rules]
    for slug, count in Counter(each.rule for each in change.replaced).items():
        if slug not in rules:
            yield missing(place, proposal.slug, "rule", slug, rules)
        if count > 1:
            fault = f'rule "{slug}" is replaced {count} times'
            yield Fault(proposal.slug, place, fault, "Replace it once.")
    for rule in rules_of_change(change):
        if rule.basis != BASIS:
            yield Fault(
                rule.slug, f'{place}, rule "{rule.slug}"',
                f'its basis is "{rule.basis}", as if it were law',
                f"Write `basis: {BASIS}`.",
            )  # fmt: skip


def rules_of_change(change: Change) -> Iterator[Rule]:
    """The rules that a change would bring."""
    for replacement in change.replaced:
        yield from replacement.by
