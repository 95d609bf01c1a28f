"""What a reference case, or any answers tried, come to; verdicts with reasons."""

from dataclasses import replace

from compliance.domain.answers import Answers
from compliance.domain.bank import Bank
from compliance.domain.checks import find_problems
from compliance.domain.determination import Determination, determine
from compliance.domain.findings import NOT_MET, Finding
from compliance.domain.outcomes import OF_SCHEMES, answers_of, mismatches
from compliance.domain.parts import Placed
from compliance.domain.reference_cases import ReferenceCase
from compliance.domain.titles import choice_title, value_title
from compliance.outcome_words import (
    duties_in_words,
    found_in_words,
    mismatch_in_words,
)
from compliance.provisions import label_of

OPEN_SHOWN = 8
BROKEN = {
    "is_broken": True,
    "is_passed": False,
    "failing": [],
    "verdicts": [],
    "wide_open": 0,
}
EXPECTATIONS = (*OF_SCHEMES, "duties", "open_questions", "applies_from")


def case_outcome(placed: Placed | None, bank: Bank | None) -> dict | None:
    """What a reference case comes to under a bank, and where it expects otherwise."""
    if placed is None or bank is None or not isinstance(placed.part, ReferenceCase):
        return None
    # A case in the making has faults of its own, which say nothing of the verdicts.
    if find_problems(replace(bank, reference_cases=())):
        return BROKEN
    found = determine(bank, answers_of(placed.part))
    wrong = mismatches(placed.part, found)
    told = [mismatch_in_words(mismatch, bank) for mismatch in wrong]
    expects = any(getattr(placed.part, name) for name in EXPECTATIONS)
    return outcome(found) | {"failing": told, "is_passed": expects and not told}


def outcome(found: Determination) -> dict:
    """The verdicts of a determination with their reasons, duties, what is open."""
    bank = found.bank
    told = [
        found.findings[scheme.slug]
        for scheme in bank.schemes
        if scheme.told != "never" and found.findings[scheme.slug].applies is not False
    ]
    narrowed = [finding for finding in told if _is_narrowed(bank, finding)]
    return {
        "is_broken": False,
        "failing": [],
        "verdicts": [_verdict(found, finding) for finding in narrowed],
        "wide_open": len(told) - len(narrowed),
        "is_passed": False,
        "duties": duties_in_words(found),
        "applying": _duties(found, True),
        "perhaps": _duties(found, None),
        "open": [
            {"slug": each.slug, "text": bank.questions[each.slug].text}
            for each in found.open_questions[:OPEN_SHOWN]
        ],
    }


def _duties(found: Determination, truth: bool | None) -> list[str]:
    return [
        found.bank.duty[slug].title
        for slug, duty in found.duties.items()
        if duty.truth is truth
    ]


def _is_narrowed(bank: Bank, finding: Finding) -> bool:
    """Whether the answers say anything of it: a value ruled out, or certain."""
    known = bank.scheme[finding.scheme].values
    return finding.settled or len(finding.possible) < len(known)


def _verdict(found: Determination, finding: Finding) -> dict:
    bank = found.bank
    scheme = bank.scheme[finding.scheme]
    return {
        "title": scheme.title,
        "value": found_in_words(bank, scheme.slug, finding),
        "mark": "settled" if finding.settled else "open",
        "reasons": [
            {
                "value": value_title(scheme.slug, reason.rule.value, bank),
                "why": reason.rule.why,
                "provisions": [
                    label_of(bank, slug)
                    for slug in reason.rule.provisions
                    if slug in bank.provision
                ],
                "because": [_because(found, slug) for slug in reason.because],
            }
            for reason in finding.reasons
            if reason.outcome != NOT_MET
        ],
    }


def _because(found: Determination, slug: str) -> str:
    bank = found.bank
    if slug in bank.scheme:
        words = found_in_words(bank, slug, found.findings[slug])
        return f"{bank.scheme[slug].title}: {words}"
    answer = found.answer(slug)
    words = ", ".join(choice_title(slug, value, bank) for value in answer.values)
    if answer.unsure or not words:
        words = ", ".join(filter(None, [words, "not known"]))
    return f"{bank.questions[slug].text} {words}"


def tried(bank: Bank, answers: Answers) -> dict:
    """What any answers come to."""
    if find_problems(bank):
        return BROKEN
    return outcome(determine(bank, answers))
