"""A determination as plain data, for people and tools that work in bulk."""

from datetime import date

from compliance.domain.answers import flat
from compliance.domain.determination import Determination
from compliance.domain.findings import NOT_MET, DutyFinding, Finding, Reason
from compliance.domain.gaps import find_gaps
from compliance.provisions import label_of

DUTY_STATUS = {True: "applies", False: "does not apply", None: "open"}


def determination_json(determination: Determination, as_of: date) -> dict:
    """Every scheme with values, reasons and citations; duties; gaps; open questions.

    `as_of` decides which duties apply already; the verdicts do not depend on it.
    """
    bank = determination.bank
    return {
        "bank": {"slug": bank.slug, "number": bank.number, "law_date": bank.law_date},
        "as_of": as_of.isoformat(),
        "complete": determination.is_complete,
        "unanswered": [question.slug for question in determination.unanswered],
        "schemes": {
            slug: _finding(determination, finding)
            for slug, finding in determination.findings.items()
        },
        "duties": [
            _duty(determination, finding, as_of)
            for finding in determination.duties.values()
        ],
        "gaps": [
            {
                "measure": gap.measure,
                "title": bank.measure[gap.measure].title,
                "state": gap.state,
                "possible": gap.possible,
                "date": gap.date,
                "gravity": gap.gravity,
                "duties": list(gap.duties),
            }
            for gap in find_gaps(determination)
        ],
        "open_questions": [
            {
                "question": each.slug,
                "text": bank.questions[each.slug].text,
                "settles": list(each.settles),
            }
            for each in determination.open_questions
        ],
    }


def _finding(determination: Determination, finding: Finding) -> dict:
    return {
        "applies": {True: "yes", False: "no", None: "open"}[finding.applies],
        "values": list(finding.values),
        "possible": list(finding.possible),
        "settled": finding.settled,
        "disputed": bool(finding.disputes),
        "rests_on_disputed": list(determination.disputed[finding.scheme]),
        "readings": [
            {"also": list(each.also), "text": each.text} for each in finding.disputes
        ],
        "reasons": [
            _reason(determination, reason)
            for reason in finding.reasons
            if reason.outcome != NOT_MET
        ],
        "ruled_out": [r.rule.slug for r in finding.reasons if r.outcome == NOT_MET],
        "settles_with": list(determination.settles_with([finding.scheme])),
    }


def _reason(determination: Determination, reason: Reason) -> dict:
    bank = determination.bank
    return {
        "rule": reason.rule.slug,
        "value": reason.rule.value,
        "outcome": reason.outcome,
        "why": reason.rule.why,
        "basis": reason.rule.basis,
        "citations": [label_of(bank, each) for each in reason.rule.provisions],
        "answers": {
            slug: flat(determination.answer(slug))
            for slug in determination.questions_behind(reason.because)
            if determination.answer(slug).is_given
        },
    }


def _duty(determination: Determination, finding: DutyFinding, as_of: date) -> dict:
    bank = determination.bank
    duty = bank.duty[finding.duty]
    dates = [bank.milestone[slug].date for slug in finding.milestones]
    return {
        "duty": duty.slug,
        "title": duty.title,
        "status": DUTY_STATUS[finding.truth],
        "addressee": duty.addressee,
        "milestones": list(finding.milestones),
        "date": dates[0] if len(dates) == 1 else None,
        "dates": dates,
        "applies_now": finding.truth is True and max(dates) <= as_of.isoformat(),
        "gravity": duty.gravity,
        "citations": [label_of(bank, each) for each in duty.provisions],
        "settles_with": list(determination.settles_with(finding.because)),
    }
