"""The method page: how a published bank reaches its verdicts, in words."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache

from assessments.dossier.case import day_text
from compliance.domain.bank import Bank
from compliance.domain.conditions import Condition
from compliance.domain.contents import rules_of
from compliance.domain.law import Act, Milestone, Rule, Scheme
from compliance.domain.proposal import Proposal
from compliance.domain.proposal_checks import rules_of_change
from compliance.domain.sentences import sentence
from compliance.models import BankVersion
from compliance.provisions import label_of
from compliance.publishing import published_bank


@lru_cache(maxsize=4)
def method_of(fingerprint: str) -> dict:
    """What the page tells of the bank with this hash; worked out once per process."""
    bank = published_bank(fingerprint)
    return {
        "title": bank.title,
        "number": bank.number,
        "hash": fingerprint,
        "law_date": day_text(date.fromisoformat(bank.law_date)),
        "law_note": bank.law_note,
        "schemes": [_scheme(bank, scheme) for scheme in bank.schemes],
        "disputes": list(_disputes(bank)),
        "milestones": [_milestone(bank, each) for each in _by_date(bank)],
        "acts": [_act(bank, each) for each in bank.acts],
        "proposals": [_proposal(bank, each) for each in bank.proposals],
        "not_covered": list(bank.not_covered),
        "cases": list(bank.cases),
        "counts": {
            "questions": len(bank.questions),
            "rules": sum(len(scheme.rules) for scheme in bank.schemes),
            "duties": len(bank.duties),
            "measures": len(bank.measures),
            "provisions": len(bank.provisions),
        },
    }


def version_records(versions: Iterable[BankVersion]) -> list[dict]:
    """The published versions with what changed, the newest first."""
    return [
        {
            "number": version.number,
            "published": day_text(version.published_at.date()),
            "law_date": day_text(version.law_date),
            "changelog": version.changelog,
        }
        for version in versions
    ]


def _scheme(bank: Bank, scheme: Scheme) -> dict:
    return {
        "slug": scheme.slug,
        "title": scheme.title,
        "text": scheme.text,
        "kind": scheme.kind,
        "decided_when": _sentence(bank, scheme.decided_when),
        "values": [{"title": v.title, "text": v.text} for v in scheme.values],
        "rules": [_rule(bank, scheme, rule) for rule in rules_of(scheme)],
    }


def _rule(bank: Bank, scheme: Scheme, rule: Rule) -> dict:
    return {
        "slug": rule.slug,
        "value": scheme.titles[rule.value],
        "why": rule.why,
        "when": _sentence(bank, rule.when),
        "is_otherwise": rule is scheme.otherwise,
        "basis": rule.basis,
        "provisions": _links(bank, rule.provisions),
        "disputed": _dispute(bank, scheme, rule),
    }


def _dispute(bank: Bank, scheme: Scheme, rule: Rule) -> dict | None:
    if rule.disputed is None:
        return None
    return {
        "also": [scheme.titles[value] for value in rule.disputed.also],
        "text": rule.disputed.text,
        "provisions": _links(bank, rule.disputed.provisions),
    }


def _disputes(bank: Bank) -> Iterable[dict]:
    for scheme in bank.schemes:
        for rule in rules_of(scheme):
            dispute = _dispute(bank, scheme, rule)
            if dispute is not None:
                value = scheme.titles[rule.value]
                yield {
                    "rule": rule.slug,
                    "scheme": scheme.title,
                    "value": value,
                    "why": rule.why,
                    **dispute,
                }


def _proposal(bank: Bank, proposal: Proposal) -> dict:
    """What a proposal would put in place of which rules."""
    proposed = bank.proposed[proposal.slug]
    day = next((m for m in _by_date(bank) if proposal.source in m.provisions), None)
    return {
        "slug": proposal.slug,
        "title": proposal.title,
        "text": proposal.text,
        "milestone": day and _milestone(bank, day),
        "source": _links(bank, [proposal.source]),
        "rules": [
            _rule(proposed, proposed.scheme[change.scheme], rule)
            for change in proposal.changes
            for rule in rules_of_change(change)
        ],
    }


def _by_date(bank: Bank) -> list[Milestone]:
    return sorted(bank.milestones, key=lambda milestone: milestone.date)


def _milestone(bank: Bank, milestone: Milestone) -> dict:
    return {
        "slug": milestone.slug,
        "day": day_text(date.fromisoformat(milestone.date)),
        "title": milestone.title,
        "text": milestone.text,
        "is_proposal": milestone.status == "proposal",
        "provisions": _links(bank, milestone.provisions),
    }


def _act(bank: Bank, act: Act) -> dict:
    cited = [each for each in bank.provisions if each.act == act.slug]
    return {
        "title": act.title,
        "name": act.name,
        "address": act.address,
        "count": len(cited),
        "statuses": sorted({each.status for each in cited}),
    }


def _links(bank: Bank, provisions: Sequence[str]) -> list[dict]:
    return [
        {"label": label_of(bank, slug), "address": bank.provision[slug].address}
        for slug in dict.fromkeys(provisions)
    ]


def _sentence(bank: Bank, condition: Condition | None) -> str:
    """The condition as a sentence of its own; empty where there is none."""
    if condition is None:
        return ""
    text = sentence(condition, bank)
    return f"{text[:1].upper()}{text[1:]}."
