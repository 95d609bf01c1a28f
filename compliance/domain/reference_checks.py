"""Faults of reference: duplicate and dangling slugs, conditions about nothing."""

import re
from collections import Counter
from collections.abc import Iterator

from compliance.domain import bank as banks
from compliance.domain.bank import Bank, Question
from compliance.domain.conditions import Before, Is, leaves
from compliance.domain.contents import Fault, conditions_of, missing, named_things
from compliance.domain.law import Scheme
from compliance.domain.parts import parts_of
from compliance.domain.references import mentions

SLUG = re.compile(r"[A-Za-z0-9]+(-[A-Za-z0-9]+)*")


def slug_faults(bank: Bank) -> Iterator[Fault]:
    """Malformed, reserved and duplicate slugs."""
    every = [(kind, each.slug) for kind, each in named_things(bank)]
    every += [
        ("question", each.slug)
        for section in bank.sections
        for each in section.questions
        if bank.questions[each.slug] is not each
    ]
    counts = Counter(slug for _, slug in every)
    for kind, slug in every:
        if not SLUG.fullmatch(slug):
            yield Fault(
                slug, f'{kind} "{slug}"', "the slug is not letters, digits and hyphens",
                "Write it like this-one.",
            )  # fmt: skip
        if slug == banks.UNSURE:
            yield Fault(slug, kind, f'"{slug}" is reserved', "Choose another slug.")
    for slug, count in counts.items():
        if count > 1:
            kinds = ", ".join(kind for kind, each in every if each == slug)
            yield Fault(
                slug, f'"{slug}"', f"the slug stands {count} times ({kinds})",
                "Slugs are unique in a bank: rename all but one.",
            )  # fmt: skip


def reference_faults(bank: Bank) -> Iterator[Fault]:
    """Slugs outside conditions that stand for nothing."""
    known = {
        "act": bank.act,
        "area": {area.slug for area in bank.areas},
        "measure": bank.measure,
        "milestone": bank.milestone,
        "provision": bank.provision,
        "question": bank.questions,
        "scheme": bank.scheme,
    }
    for placed in parts_of(bank):
        # Cases and proposals are told of with more of what surrounds them.
        if placed.kind in ("case", "proposal"):
            continue
        for mention in mentions(placed):
            if not mention.is_tested and mention.slug not in known[mention.kind]:
                place = f'{placed.kind} "{placed.slug}"'
                slugs = known[mention.kind]
                yield missing(place, placed.slug, mention.kind, mention.slug, slugs)


def condition_faults(bank: Bank) -> Iterator[Fault]:
    """Tests of questions, schemes, values or milestones that do not exist."""
    for place, subject, condition in conditions_of(bank):
        for leaf in leaves(condition):
            yield from _leaf(bank, place, subject, leaf)


def _leaf(bank: Bank, place: str, subject: str, leaf: Is | Before) -> Iterator[Fault]:
    known = {**bank.questions, **bank.scheme}
    if leaf.subject not in known:
        yield missing(place, subject, "question or scheme", leaf.subject, known)
    elif isinstance(leaf, Before):
        yield from _comparison(bank, place, subject, leaf)
    else:
        yield from _values(known[leaf.subject], place, subject, leaf)


def _comparison(bank: Bank, place: str, subject: str, leaf: Before) -> Iterator[Fault]:
    if leaf.milestone not in bank.milestone:
        yield missing(place, subject, "milestone", leaf.milestone, bank.milestone)
    target = bank.questions.get(leaf.subject)
    if target is None or target.kind != banks.DATE:
        fault = f'"{leaf.subject}" is not a date'
        yield Fault(subject, place, fault, "Only a date question can be compared.")


def _values(
    target: Question | Scheme, place: str, subject: str, leaf: Is
) -> Iterator[Fault]:
    is_question = isinstance(target, Question)
    if is_question and target.kind == banks.COUNTRY:
        return
    if is_question and not target.is_picked:
        fault = f'"{leaf.subject}" has no choices to test'
        remedy = "Ask it as a choice, or compare dates with `before`."
        yield Fault(subject, place, fault, remedy)
        return
    offered = target.options if is_question else target.values
    values = [each.slug for each in offered]
    for value in leaf.values:
        if value not in values:
            yield missing(place, subject, f"value of {leaf.subject}", value, values)
