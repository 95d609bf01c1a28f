"""What a reference case, or any answers tried, come to; verdicts with reasons."""

from compliance.domain.answers import Answers
from compliance.domain.bank import Bank
from compliance.domain.checks import find_problems
from compliance.domain.determination import Determination, determine
from compliance.domain.findings import NOT_MET, Finding
from compliance.domain.outcomes import answers_of, mismatches
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
BROKEN = {"is_broken": True, "failing": [], "verdicts": [], "wide_open": 0}


def case_outcome(placed: Placed | None, bank: Bank | None) -> dict | None:
    """What a reference case comes to under a bank, and where it expects otherwise."""
    if placed is None or bank is None or not isinstance(placed.part, ReferenceCase):
        return None
    if find_problems(bank):
        return BROKEN
    found = determine(bank, answers_of(placed.part))
    wrong = mismatches(placed.part, found)
    return outcome(found) | {"failing": [mismatch_in_words(m, bank) for m in wrong]}


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
        "duties": duties_in_words(found),
        "open": [
            {"slug": each.slug, "text": bank.questions[each.slug].text}
            for each in found.open_questions[:OPEN_SHOWN]
        ],
    }


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
