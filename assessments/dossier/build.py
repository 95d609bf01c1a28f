"""The dossier: one tree of plain data that pages, report and downloads read."""

from datetime import date

from assessments.dossier.case import (
    Case,
    counted,
    country_name,
    day_text,
    joined,
    lowered,
)
from assessments.dossier.dates import dates_of
from assessments.dossier.duties import duties_of
from assessments.dossier.glossary import glossary_of
from assessments.dossier.plan import gap_records, plan_of, readiness_of
from assessments.dossier.points import point_records
from assessments.dossier.proposals import proposals_of
from assessments.dossier.record import answers_of, measures_of, sources_of
from assessments.dossier.reviews import overdue_reviews_of
from assessments.dossier.support import support_of
from assessments.dossier.trail import trail_of
from assessments.dossier.verdicts import finding_record, shown_findings, value_text

SCHEMA = "waymark-dossier/1"
STEPS = 3
DONE = ("in-place", "not-applicable")
METHOD = (
    "Waymark walks the answers through the rules of a question bank. Each rule has a "
    "condition, a result and its legal ground. The strictest rule that holds decides. "
    "What is not answered, or answered with “I don’t know yet”, is never taken as a "
    "no: every result that is still possible stays open until an answer rules it out. "
    "No part of it is guessed or generated, and the same answers under the same bank "
    "always lead to the same report."
)
DISCLAIMER = (
    "Waymark informs and prepares. It is no legal advice and no certificate; what it "
    "says follows from the answers given and the law as of the date shown."
)


def build_dossier(case: Case) -> dict:
    """Everything there is to say about a case, resolved to words; JSON all through."""
    points = point_records(case)
    findings = [finding_record(case, each) for each in shown_findings(case)]
    duties = duties_of(case)
    gaps = gap_records(case)
    answers = answers_of(case)
    statements = statements_of(case)
    return {
        "schema": SCHEMA,
        "number": None,
        "issued": None,
        "changes_since": None,
        "as_of": case.as_of.isoformat(),
        "answered": case.answered_on.isoformat(),
        "product": case.product,
        "organisation": case.organisation,
        "purpose": case.purpose,
        "country": case.country,
        "country_name": country_name(case.country) if case.country else "",
        "bank": _bank(case),
        "headline": headline_of(case, len(points)),
        "open_count": len(points),
        "unanswered_count": len(case.determination.unanswered),
        "complete": case.determination.is_complete,
        "disputed_count": sum(each["disputed"] for each in findings),
        "statements": statements,
        "trail": trail_of(case),
        "next_steps": _next_steps(points, duties),
        "open_points": points,
        "findings": findings,
        "duties": duties,
        "readiness": readiness_of(case),
        "gaps": gaps,
        "plan": plan_of(case),
        "dates": dates_of(case),
        "support": [
            group | {"text": filled(case, group["text"])} for group in support_of(case)
        ],
        "proposals": [
            each | {"status_text": filled(case, each["status_text"])}
            for each in proposals_of(case)
        ],
        "answers": answers,
        "measures": measures_of(case),
        "provisions": sources_of(case, findings, duties),
        "overdue_reviews": overdue_reviews_of(case, findings, duties),
        "glossary": glossary_of(
            case, duties, {"text": statements}, findings, gaps, points
        ),
        "method": METHOD,
        "disclaimer": DISCLAIMER,
    }


def _bank(case: Case) -> dict:
    return {
        "slug": case.bank.slug,
        "title": case.bank.title,
        "number": case.bank.number,
        "hash": case.bank_hash,
        "law_date": case.bank.law_date,
        "law_note": case.bank.law_note,
    }


def headline_of(case: Case, open_count: int) -> str:
    """The verdict in words, with the number of open points."""
    fitting = (
        filled(case, each.text)
        for each in case.bank.headlines
        if case.determination.truth_of(each.when) is True
    )
    text = next(fitting, case.product)
    if open_count:
        return f"{text}, with {counted(open_count, 'point')} still open"
    return text


def statements_of(case: Case) -> list[str]:
    """The sentences that are true of this case."""
    said = [
        filled(case, each.text)
        for each in case.bank.statements
        if case.determination.truth_of(each.when) is True
    ]
    return said + _other_readings(case)


def _other_readings(case: Case) -> list[str]:
    sentences = []
    for step in case.bank.trail:
        for slug in step.schemes:
            scheme = case.bank.scheme[slug]
            disputes = case.determination.findings[slug].disputes
            values = dict.fromkeys(v for dispute in disputes for v in dispute.also)
            words = joined([lowered(scheme.titles[value]) for value in values], "or")
            if words:
                subject = lowered(scheme.title)
                sentences.append(
                    f"On the {subject} the law is read in two ways; "
                    f"the other reading says **{words}**."
                )
    return sentences


def filled(case: Case, text: str) -> str:
    """Put verdicts in place of `{scheme}` and days in place of `{milestone}`.

    "It is {mdr-class}" becomes "It is class IIa or IIb".
    """
    for milestone in case.bank.milestones:
        day = date.fromisoformat(milestone.date)
        text = text.replace("{" + milestone.slug + "}", day_text(day))
    for scheme in case.bank.schemes:
        place = "{" + scheme.slug + "}"
        if place in text:
            words = value_text(case, case.determination.findings[scheme.slug])
            text = text.replace(place, lowered(words))
    return text


def _next_steps(points: list[dict], duties: dict) -> list[str]:
    steps = [
        f"Settle this: {point['settles_with'][0]['text']} Ask: {lowered(point['ask'])}."
        for point in points[:1]
    ]
    for group in duties["groups"]:
        for duty in group["duties"]:
            if duty["status"] == "applies" and duty["state"] not in DONE:
                basis = f"{duty['basis']}, {duty['date_text']}"
                steps.append(f"**{duty['title']}** ({basis}).")
    return steps[:STEPS]
