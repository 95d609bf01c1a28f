"""What a bank is made of, and the form in which its faults are told."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from compliance.domain.bank import Bank
from compliance.domain.conditions import Condition
from compliance.domain.law import Rule, Scheme

# Lists of the bank whose entries have a condition and no slug that others refer to.
CONDITIONED = (
    "headlines",
    "statements",
    "technologies",
    "services",
    "trl",
    "support",
)


@dataclass(frozen=True)
class Fault:
    """One fault: the slug it concerns, the place, what is wrong and the remedy."""

    subject: str
    place: str
    fault: str
    remedy: str


def named_things(bank: Bank) -> Iterator[tuple[str, object]]:
    """Kind and value of everything in the bank that has a slug of its own."""
    for kind in ("section", "scheme", "duty", "measure", "milestone", "provision"):
        for each in getattr(bank, {"duty": "duties"}.get(kind, f"{kind}s")):
            yield kind, each
    for question in bank.questions.values():
        yield "question", question
    for scheme in bank.schemes:
        for rule in rules_of(scheme):
            yield "rule", rule
    for exclusion in bank.exclusions:
        yield "exclusion", exclusion


def rules_of(scheme: Scheme) -> Iterator[Rule]:
    yield from scheme.rules
    if scheme.otherwise is not None:
        yield scheme.otherwise


def missing(
    place: str, subject: str, what: str, slug: str, known: Iterable[str]
) -> Fault:
    """The fault of a slug that stands for nothing, with the nearest right one."""
    near = get_close_matches(slug, list(known), 1)
    remedy = f'Did you mean "{near[0]}"?' if near else f"Add the {what} or drop it."
    return Fault(subject, place, f'no {what} "{slug}"', remedy)


def conditions_of(bank: Bank) -> Iterator[tuple[str, str, Condition]]:
    """Place in words, slug and condition, for every condition of the bank."""
    for place, slug, condition in _every_place(bank):
        if condition is not None:
            yield place, slug, condition


def _every_place(bank: Bank) -> Iterator[tuple[str, str, Condition | None]]:
    for kind, each in named_things(bank):
        place = f'{kind} "{each.slug}"'
        for name in ("asked_when", "decided_when", "when"):
            yield f"{place}.{name}", each.slug, getattr(each, name, None)
        for start in getattr(each, "applies_from", ()):
            yield f"{place}.from", each.slug, start.when
    for name in CONDITIONED:
        for number, each in enumerate(getattr(bank, name), 1):
            yield f"{name}[{number}]", bank.slug, each.when
    yield "on_market_when", bank.slug, bank.on_market_when
