"""Which verdicts would differ if a proposal were adopted; marked as not law."""

from dataclasses import replace

from assessments.dossier.case import Case
from assessments.dossier.verdicts import shown_findings, value_text
from compliance.domain.proposal import Proposal

NOT_DECIDED = "Does not apply"
DUTIES = "Duties that apply"


def proposals_of(case: Case) -> list[dict]:
    """The proposals that would change a verdict of this case, and what they change."""
    told = [_record(case, each) for each in case.bank.proposals]
    return [each for each in told if each["changes"]]


def _record(case: Case, proposal: Proposal) -> dict:
    then = replace(case, bank=case.bank.proposed[proposal.slug])
    return {
        "slug": proposal.slug,
        "title": proposal.title,
        "status_text": proposal.status_text,
        "text": proposal.text,
        "source": case.provision(proposal.source),
        "changes": _changes(case, then),
    }


def _changes(today: Case, then: Case) -> list[dict]:
    shown = {
        finding.scheme for case in (today, then) for finding in shown_findings(case)
    }
    rows = [
        _row(scheme.title, _verdict(today, scheme.slug), _verdict(then, scheme.slug))
        for scheme in today.bank.schemes
        if scheme.slug in shown
    ]
    rows.append(_row(DUTIES, _duties(today), _duties(then)))
    return [row for row in rows if row["today"] != row["then"]]


def _row(title: str, today: str, then: str) -> dict:
    return {"title": title, "today": today, "then": then}


def _verdict(case: Case, scheme: str) -> str:
    finding = case.determination.findings[scheme]
    return NOT_DECIDED if finding.applies is False else value_text(case, finding)


def _duties(case: Case) -> str:
    duties = case.determination.duties.values()
    return str(sum(duty.truth is True for duty in duties))
