"""What an edit does with the reference cases, before it is saved."""

from collections.abc import Mapping
from functools import lru_cache

from compliance.domain.bank import Bank
from compliance.domain.checks import find_problems
from compliance.domain.determination import determine
from compliance.domain.findings import MET, OPEN, OTHERWISE
from compliance.domain.outcomes import answers_of
from compliance.domain.parts import Placed

# Per case: question slug → asked or not, rule and duty slug → holds or not.
Outcomes = Mapping[str, Mapping[str, bool | None]]
TRUTHS = {MET: True, OTHERWISE: True, OPEN: None}
WORDS = {
    "question": {True: "asked", None: "open", False: "not asked"},
    "rule": {True: "holds", None: "open", False: "does not hold"},
    "otherwise": {True: "holds", None: "open", False: "does not hold"},
    "duty": {True: "applies", None: "open", False: "does not apply"},
}
MARKS = {True: "settled", None: "open", False: "not-needed"}
SHOWN = 3


@lru_cache(maxsize=6)
def outcomes(bank: Bank) -> Outcomes:
    """What every reference case of a bank comes to, question by question."""
    return {case.slug: _of_case(bank, case) for case in bank.reference_cases}


def _of_case(bank: Bank, case) -> dict[str, bool | None]:
    found = determine(bank, answers_of(case))
    truths: dict[str, bool | None] = dict(found.asked)
    for finding in found.findings.values():
        for reason in finding.reasons:
            truth = TRUTHS.get(reason.outcome, False)
            truths[reason.rule.slug] = truth if finding.applies else finding.applies
    truths |= {slug: duty.truth for slug, duty in found.duties.items()}
    return truths


def effect_of(placed: Placed, before: Bank | None, now: Bank) -> dict | None:
    """How many cases come to what for a part, before and now, and which differ.

    None for a part that cases say nothing about, or in a bank with problems.
    """
    words = WORDS.get(placed.kind)
    if words is None or not now.reference_cases or find_problems(now):
        return None
    new = outcomes(now)
    old = outcomes(before) if before else new
    titles = {case.slug: case.title for case in now.reference_cases}
    rows = [
        {
            "word": word,
            "mark": MARKS[truth],
            **_row(placed.slug, truth, old, new, titles),
        }
        for truth, word in words.items()
    ]
    return {"rows": rows, "total": len(titles)}


def _row(slug: str, truth: bool | None, old, new, titles: Mapping[str, str]) -> dict:
    was = {case for case in old if _of(old[case], slug) is truth}
    now = {case for case in new if _of(new[case], slug) is truth}
    came = [
        titles[case] for case in new if case in now and case in old and case not in was
    ]
    return {
        "before": len(was),
        "now": len(now),
        "came": came[:SHOWN],
        "more": max(0, len(came) - SHOWN),
    }


def _of(truths: Mapping[str, bool | None], slug: str) -> bool | None:
    return truths.get(slug, False)
