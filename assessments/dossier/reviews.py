"""What the report rests on although its legal review is overdue: its footnotes."""

from datetime import date

from assessments.dossier.case import Case, day_text
from compliance.domain.content_checks import reviews_of
from compliance.domain.gaps import readiness

RULE, DUTY, MEASURE = "Rule", "Duty", "Measure"


def overdue_reviews_of(case: Case, findings: list[dict], duties: dict) -> list[dict]:
    """The rules, duties and measures told whose review was due before the day."""
    told = _told(case, findings, duties)
    today = case.as_of.isoformat()
    return [
        {
            "slug": slug,
            "kind": told[slug][0],
            "title": told[slug][1],
            "role": review.role,
            "on": review.on,
            "due": review.due,
            "text": f"last reviewed by {review.role} on {_day(review.on)}, "
            f"due again on {_day(review.due)}",
        }
        for slug, review in reviews_of(case.bank)
        if slug in told and review.due < today
    ]


def _day(iso: str) -> str:
    return day_text(date.fromisoformat(iso))


def _told(case: Case, findings: list[dict], duties: dict) -> dict:
    rules = {
        rule["slug"]: (RULE, f"{finding['title']}: {rule['value_title']}")
        for finding in findings
        for rule in finding["rules"]
    }
    named = {
        duty["slug"]: (DUTY, duty["title"])
        for group in duties["groups"]
        for duty in group["duties"]
    }
    measures = {
        slug: (MEASURE, case.bank.measure[slug].title)
        for states in readiness(case.determination).values()
        for slug in states
    }
    return rules | named | measures
