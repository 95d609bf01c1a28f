"""What a reference case comes to, and where that is not what it expects."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from compliance.domain.answers import Answer, answer_of
from compliance.domain.determination import Determination
from compliance.domain.findings import Finding
from compliance.domain.reference_cases import (
    ABSENT,
    APPLIES,
    DOES_NOT_APPLY,
    OPEN,
    Facts,
    ReferenceCase,
)

TRUTHS = {True: APPLIES, False: DOES_NOT_APPLY, None: OPEN}


@dataclass(frozen=True)
class Mismatch:
    """Something that came out otherwise than a case expects.

    `subject` is the slug of a scheme, duty or question, or a day; `expected` and
    `found` are slugs of values; nothing is found of what the bank does not know.
    """

    subject: str
    expectation: str
    expected: tuple[str, ...]
    found: tuple[str, ...]


def answers_of(case: ReferenceCase) -> dict[str, Answer]:
    """The answers of a case as the domain knows them."""
    return {slug: answer_of(list(values)) for slug, values in case.answers}


def outcome(finding: Finding) -> tuple[str, ...]:
    """What a scheme came to: its values, `open` or `absent`."""
    if finding.applies is False:
        return (ABSENT,)
    return finding.values if finding.settled else (OPEN,)


OF_SCHEMES = {
    "expect": lambda finding, wanted: set(outcome(finding)) == wanted,
    "holds": lambda finding, wanted: wanted <= set(finding.values),
    "any_of": lambda finding, wanted: bool(wanted & set(finding.values)),
    "excludes": lambda finding, wanted: not wanted & set(finding.possible),
    "possible": lambda finding, wanted: wanted == set(finding.possible),
}
ABOUT_POSSIBLE = ("excludes", "possible")


def mismatches(case: ReferenceCase, found: Determination) -> tuple[Mismatch, ...]:
    """Everything that came out otherwise than expected; nothing where it passes."""
    return (
        *_of_schemes(case, found),
        *_of_duties(case, found),
        *_of_questions(case, found),
        *_of_days(case, found),
    )


def _of_schemes(case: ReferenceCase, found: Determination) -> Iterator[Mismatch]:
    for name, holds in OF_SCHEMES.items():
        for slug, wanted in getattr(case, name):
            finding = found.findings.get(slug)
            if finding is None:
                yield Mismatch(slug, name, wanted, ())
            elif not holds(finding, set(wanted)):
                is_about_possible = name in ABOUT_POSSIBLE
                came = finding.possible if is_about_possible else outcome(finding)
                yield Mismatch(slug, name, wanted, came)


def _of_duties(case: ReferenceCase, found: Determination) -> Iterator[Mismatch]:
    for slug, wanted in case.duties:
        duty = found.duties.get(slug)
        came = () if duty is None else (TRUTHS[duty.truth],)
        if came != wanted:
            yield Mismatch(slug, "duties", wanted, came)


def _of_questions(case: ReferenceCase, found: Determination) -> Iterator[Mismatch]:
    open_now = {each.slug for each in found.open_questions}
    for slug in case.open_questions:
        if slug not in open_now:
            yield Mismatch(slug, "open_questions", (slug,), ())


def _of_days(case: ReferenceCase, found: Determination) -> Iterator[Mismatch]:
    days = days_of(found) if case.applies_from else ()
    for day in case.applies_from:
        if day not in days:
            yield Mismatch(day, "applies_from", (day,), days)


def days_of(found: Determination) -> tuple[str, ...]:
    """The days (ISO) from which duties that apply bind, in order."""
    milestone = found.bank.milestone
    days = {
        milestone[slug].date
        for duty in found.duties.values()
        if duty.truth is True
        for slug in duty.milestones
    }
    return tuple(sorted(days))


def rebaselined(
    case: ReferenceCase, found: Determination, reason: str
) -> ReferenceCase:
    """The case with what came out in place of what it expected, and the reason why.

    What a published source says is kept beside it.
    """
    wrong = mismatches(case, found)
    about_schemes = [m for m in wrong if m.expectation in OF_SCHEMES]
    came = {
        m.subject: outcome(found.findings[m.subject])
        for m in about_schemes
        if m.subject in found.findings
    }
    kept = {name: _without(case, name, wrong) for name in (*OF_SCHEMES, "duties")}
    kept["expect"] = _with(kept["expect"], came)
    kept["duties"] = _with(kept["duties"], _duties_found(wrong))
    gone = {each.subject for each in wrong}
    said = {m.subject: m.expected for m in about_schemes} if case.scoring else {}
    return replace(
        case,
        **kept,
        open_questions=tuple(q for q in case.open_questions if q not in gone),
        applies_from=tuple(day for day in case.applies_from if day not in gone),
        source_says=_with(Facts(tuple(said.items())), case.source_says.mapping),
        differs=" ".join(filter(None, [case.differs, reason])),
    )


def _without(case: ReferenceCase, name: str, wrong: tuple[Mismatch, ...]) -> Facts:
    gone = {each.subject for each in wrong if each.expectation == name}
    return Facts(tuple(pair for pair in getattr(case, name) if pair[0] not in gone))


def _duties_found(wrong: tuple[Mismatch, ...]) -> dict[str, tuple[str, ...]]:
    return {m.subject: m.found for m in wrong if m.expectation == "duties" and m.found}


def _with(facts: Facts, more: Mapping[str, tuple[str, ...]]) -> Facts:
    return Facts(tuple(sorted((facts.mapping | dict(more)).items())))
