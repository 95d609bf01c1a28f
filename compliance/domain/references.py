"""Who names whom in a bank: the slugs that a part of it mentions, and what they are."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass

from compliance.domain.bank import Bank, Exclusion, Question, TrailStep
from compliance.domain.conditions import (
    All,
    Any,
    Before,
    Condition,
    Is,
    Not,
    leaves,
)
from compliance.domain.law import (
    AppliesFrom,
    Dispute,
    Duty,
    Measure,
    Milestone,
    Provision,
    Rule,
)
from compliance.domain.parts import HEAD, Placed, own_fields, parts_of
from compliance.domain.proposal import Change, Proposal
from compliance.domain.reference_cases import ReferenceCase

SUBJECT, ANSWER = "subject", "answer"
# Class and field → the kind of part that the slugs in it stand for.
REFERENCES = {
    (Bank, "start"): "question",
    (Question, "provisions"): "provision",
    (TrailStep, "schemes"): "scheme",
    (Exclusion, "provisions"): "provision",
    (Provision, "act"): "act",
    (Milestone, "provisions"): "provision",
    (Dispute, "provisions"): "provision",
    (Rule, "provisions"): "provision",
    (AppliesFrom, "milestone"): "milestone",
    (Duty, "act"): "act",
    (Duty, "provisions"): "provision",
    (Duty, "measures"): "measure",
    (Measure, "area"): "area",
    (Proposal, "source"): "provision",
    (Change, "scheme"): "scheme",
}
CASE_FACTS = {
    "expect": "scheme",
    "holds": "scheme",
    "any_of": "scheme",
    "excludes": "scheme",
    "possible": "scheme",
    "duties": "duty",
}


@dataclass(frozen=True)
class Mention:
    """A slug that a part names: what kind it stands for, and the values tested with it.

    `kind` is SUBJECT where a question or a scheme may be meant. `is_tested` says that a
    condition names it.
    """

    kind: str
    slug: str
    field: str
    values: tuple[str, ...] = ()
    is_tested: bool = False


def mentions(placed: Placed) -> Iterator[Mention]:
    """Every slug that a part names, without those of the parts inside it."""
    if isinstance(placed.part, ReferenceCase):
        yield from _of_case(placed.part)
        return
    for name in own_fields(placed.kind):
        if placed.kind != HEAD or name in ("start", "on_market_when"):
            yield from _of_field(placed.part, name)


def _of_field(holder: object, name: str) -> Iterator[Mention]:
    value = getattr(holder, name)
    kind = REFERENCES.get((type(holder), name))
    if kind is not None:
        slugs = value if isinstance(value, tuple) else (value,)
        for slug in slugs:
            yield Mention(kind, slug, name)
    elif isinstance(value, Is | Before | All | Any | Not):
        yield from _of_condition(value, name)
    else:
        for each in value if isinstance(value, tuple) else (value,):
            if is_dataclass(each):
                for field in fields(each):
                    yield from _of_field(each, field.name)


def _of_condition(condition: Condition, name: str) -> Iterator[Mention]:
    for leaf in leaves(condition):
        if isinstance(leaf, Before):
            yield Mention(SUBJECT, leaf.subject, name, (), True)
            yield Mention("milestone", leaf.milestone, name, (), True)
        else:
            yield Mention(SUBJECT, leaf.subject, name, leaf.values, True)


def _of_case(case: ReferenceCase) -> Iterator[Mention]:
    for slug, values in case.answers:
        yield Mention(ANSWER, slug, "answers", values)
    for name, kind in CASE_FACTS.items():
        for slug, values in getattr(case, name):
            yield Mention(kind, slug, name, values)
    for slug in case.open_questions:
        yield Mention("question", slug, "open_questions")


@dataclass(frozen=True)
class Use:
    """A part that names another one, in which field, with which values."""

    user: Placed
    field: str
    values: tuple[str, ...]


Named = tuple[str, str]


def uses_of(bank: Bank) -> dict[Named, tuple[Use, ...]]:
    """Kind and slug → the parts that name it, in the order of the document."""
    found: dict[Named, list[Use]] = {}
    for placed in parts_of(bank):
        # Each mention once: a condition may test the same thing in several places.
        for mention in dict.fromkeys(mentions(placed)):
            named = (_kind_named(bank, mention), mention.slug)
            use = Use(placed, mention.field, mention.values)
            found.setdefault(named, []).append(use)
    return {named: tuple(uses) for named, uses in found.items()}


def _kind_named(bank: Bank, mention: Mention) -> str:
    if mention.kind == SUBJECT:
        return "scheme" if mention.slug in bank.scheme else "question"
    if mention.kind == ANSWER:
        return "measure" if mention.slug in bank.measure else "question"
    return mention.kind
