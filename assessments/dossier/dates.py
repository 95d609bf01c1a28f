"""The dates that matter to this case."""

from datetime import date

from assessments.dossier.case import Case, short_day
from compliance.domain.bank import DATE
from compliance.domain.law import Milestone


def dates_of(case: Case) -> list[dict]:
    """Milestones of the duties, and days of the product's own, in order."""
    records = [_record(case, *each) for each in _milestones(case)] + _own(case)
    records.sort(key=lambda record: record["date"])
    return [{"number": number, **record} for number, record in enumerate(records, 1)]


def _milestones(case: Case) -> list[tuple[Milestone, bool, int]]:
    certain: dict[str, int] = {}
    possible: dict[str, int] = {}
    for duty in case.determination.duties.values():
        if duty.truth is False:
            continue
        is_certain = duty.truth is True and len(duty.milestones) == 1
        for slug in duty.milestones:
            counts = certain if is_certain else possible
            counts[slug] = counts.get(slug, 0) + 1
    return [
        (each, each.slug in certain, certain.get(each.slug) or possible[each.slug])
        for each in case.bank.milestones
        if each.slug in certain or each.slug in possible
    ]


def _record(case: Case, milestone: Milestone, is_certain: bool, count: int) -> dict:
    has_come = milestone.date <= case.as_of.isoformat()
    kind = ("applies" if has_come else "law") if is_certain else "open"
    duties = "one duty" if count == 1 else f"{count} duties"
    return {
        "slug": milestone.slug,
        "date": milestone.date,
        "date_text": short_day(date.fromisoformat(milestone.date)),
        "title": milestone.title,
        "basis": case.basis(milestone.provisions),
        "note": f"{duties}, still open" if kind == "open" else duties,
        "kind": kind,
        "proposal": milestone.status == "proposal",
    }


def _own(case: Case) -> list[dict]:
    return [
        {
            "slug": slug,
            "date": value,
            "date_text": short_day(date.fromisoformat(value)),
            "title": "Your own date",
            "basis": f"your answer, question {number}",
            "note": case.bank.questions[slug].text,
            "kind": "own",
            "proposal": False,
        }
        for slug, number in case.numbers.items()
        if case.bank.questions[slug].kind == DATE
        for value in case.answer(slug).values
    ]
