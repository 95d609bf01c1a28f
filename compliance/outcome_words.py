"""What came out, and what differs between two outcomes, in words for a table."""

from collections.abc import Iterable, Iterator
from datetime import date

from compliance.domain.bank import Bank
from compliance.domain.determination import Determination
from compliance.domain.findings import Finding
from compliance.domain.labels import label_of_field
from compliance.domain.outcomes import Mismatch, days_of
from compliance.domain.reference_cases import (
    ABSENT,
    APPLIES,
    DOES_NOT_APPLY,
    OPEN,
    ReferenceCase,
)
from compliance.domain.support_entry import day_in_words
from compliance.domain.titles import named, value_title

NOT_DECIDED, STILL_OPEN, NOTHING = "not decided", "still open", "none"
WORDS = {
    ABSENT: NOT_DECIDED,
    OPEN: STILL_OPEN,
    APPLIES: "applies",
    DOES_NOT_APPLY: "does not apply",
}


def found_in_words(bank: Bank, scheme: str, finding: Finding) -> str:
    """A verdict: its values, or what is still possible."""
    if finding.applies is False:
        return NOT_DECIDED
    titles = [value_title(scheme, value, bank) for value in finding.possible]
    words = ", ".join(titles) or NOTHING
    return words if finding.settled else f"open: {words}"


def duties_in_words(found: Determination) -> str:
    """How many duties apply, and how many are open."""
    truths = [duty.truth for duty in found.duties.values()]
    applying, waiting = truths.count(True), truths.count(None)
    return f"{applying}, {waiting} open" if waiting else str(applying)


def mismatch_in_words(mismatch: Mismatch, bank: Bank) -> dict:
    """What a case expects of something, and what came out."""
    kind = {"duties": "duty", "open_questions": "question"}.get(
        mismatch.expectation, "scheme"
    )
    if mismatch.expectation == "applies_from":
        return {
            "title": _day(mismatch.subject),
            "expectation": label_of_field(ReferenceCase, mismatch.expectation),
            "expected": "a duty from that day",
            "found": "none",
        }
    return {
        "title": named(kind, mismatch.subject, bank),
        "expectation": label_of_field(ReferenceCase, mismatch.expectation),
        "expected": _values(mismatch, mismatch.expected, bank),
        "found": _values(mismatch, mismatch.found, bank),
    }


def days_in_words(days: Iterable[str]) -> str:
    """Days of the law as they are written: 2 August 2028."""
    return ", ".join(map(_day, days)) or NOTHING


def _day(iso: str) -> str:
    try:
        return day_in_words(date.fromisoformat(iso))
    except ValueError:
        return iso


def _values(mismatch: Mismatch, values: tuple[str, ...], bank: Bank) -> str:
    if mismatch.expectation == "open_questions":
        return STILL_OPEN if values else "settled, or not asked"
    words = [
        WORDS.get(value) or value_title(mismatch.subject, value, bank)
        for value in values
    ]
    return ", ".join(words) or NOTHING


def differing(was: Determination, now: Determination) -> Iterator[dict]:
    """The verdicts of two determinations that differ, in words, and the duties."""
    for slug, finding in now.findings.items():
        scheme = now.bank.scheme[slug]
        earlier = was.findings.get(slug)
        before = "" if earlier is None else found_in_words(was.bank, slug, earlier)
        after = found_in_words(now.bank, slug, finding)
        is_moved = earlier is None or _essence(earlier) != _essence(finding)
        if scheme.told != "never" and is_moved:
            yield {"slug": slug, "title": scheme.title, "was": before, "now": after}
    before, after = duties_in_words(was), duties_in_words(now)
    if before != after:
        yield _row("Duties that apply", before, after)
    gone, come = _days_apart(was, now)
    if gone or come:
        yield _row("Days on which they begin", days_in_words(gone), days_in_words(come))


def _row(title: str, was: str, now: str) -> dict:
    return {"slug": "", "title": title, "was": was, "now": now}


def _days_apart(was: Determination, now: Determination) -> tuple[list[str], list[str]]:
    """The days that are there before only, and those that are there now only."""
    before, after = set(days_of(was)), set(days_of(now))
    return sorted(before - after), sorted(after - before)


def _essence(finding) -> tuple:
    return finding.applies, finding.values, finding.possible
