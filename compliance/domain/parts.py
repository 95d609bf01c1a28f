"""The parts of a bank: what an editor changes one at a time, and where each stands."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cache

from compliance.domain.bank import (
    Bank,
    Exclusion,
    Maturity,
    Need,
    Question,
    Section,
    Statement,
    SupportGroup,
    Technology,
    TrailStep,
)
from compliance.domain.law import (
    Act,
    Area,
    Duty,
    Measure,
    Milestone,
    Provision,
    Rule,
    Scheme,
)
from compliance.domain.proposal import Proposal
from compliance.domain.reference_cases import ReferenceCase

HEAD = "bank"


def with_article(noun: str) -> str:
    """A noun with the article that its first letter asks for."""
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


@dataclass(frozen=True)
class PartKind:
    """A kind of part: its values, the field that holds them, and its names.

    `parent` is the kind in which it stands, or nothing where the bank itself holds it.
    """

    slug: str
    holds: type
    field: str
    name: str
    names: str
    parent: str = ""
    is_single: bool = False

    @property
    def one(self) -> str:
        """Its name with the article: a question, an act."""
        return with_article(self.name)


KINDS = {
    kind.slug: kind
    for kind in (
        PartKind("act", Act, "acts", "act", "acts"),
        PartKind("area", Area, "areas", "area", "areas of readiness"),
        PartKind("milestone", Milestone, "milestones", "date", "dates"),
        PartKind("provision", Provision, "provisions", "provision", "provisions"),
        PartKind("section", Section, "sections", "section", "sections"),
        PartKind(
            "question", Question, "questions", "question", "questions", "section"
        ),
        PartKind("scheme", Scheme, "schemes", "scheme", "schemes"),
        PartKind("rule", Rule, "rules", "rule", "rules", "scheme"),
        PartKind(
            "otherwise", Rule, "otherwise", "rule for all else", "rules for all else",
            "scheme", True,
        ),
        PartKind("duty", Duty, "duties", "duty", "duties"),
        PartKind("measure", Measure, "measures", "measure", "measures"),
        PartKind("trail", TrailStep, "trail", "trail step", "trail steps"),
        PartKind("headline", Statement, "headlines", "headline", "headlines"),
        PartKind(
            "statement", Statement, "statements", "summary sentence",
            "summary sentences",
        ),
        PartKind("exclusion", Exclusion, "exclusions", "exclusion", "exclusions"),
        PartKind(
            "technology", Technology, "technologies", "technology", "technologies"
        ),
        PartKind("service", Need, "services", "need", "needs"),
        PartKind("trl", Maturity, "trl", "readiness level", "readiness levels"),
        PartKind("support", SupportGroup, "support", "support group", "support groups"),
        PartKind("proposal", Proposal, "proposals", "proposal", "proposals"),
        PartKind(
            "case", ReferenceCase, "reference_cases", "reference case",
            "reference cases",
        ),
    )
}  # fmt: skip
# What the law decides and where it says so; the rest asks or tells.
LAW = (
    "scheme", "rule", "otherwise", "duty", "measure", "milestone", "provision",
    "exclusion",
)  # fmt: skip
# What has a slug of its own that nothing else in the bank may bear.
NAMED = (
    "section", "question", "scheme", "rule", "otherwise", "duty", "measure",
    "milestone", "provision", "exclusion",
)  # fmt: skip


@dataclass(frozen=True)
class Placed:
    """A part of a bank, its kind, and the slug of the part in which it stands."""

    kind: str
    part: object
    parent: str = ""

    @property
    def slug(self) -> str:
        """Its slug; empty where it has none."""
        return getattr(self.part, "slug", "")


def kinds_in(parent: str) -> tuple[PartKind, ...]:
    """The kinds that stand in a kind, or in the bank itself for an empty name."""
    return tuple(kind for kind in KINDS.values() if kind.parent == parent)


@cache
def own_fields(kind: str) -> tuple[str, ...]:
    """The fields of a part without those that hold parts of their own."""
    parent = "" if kind == HEAD else kind
    held = {each.field for each in kinds_in(parent)}
    holds = Bank if kind == HEAD else KINDS[kind].holds
    return tuple(each.name for each in fields(holds) if each.name not in held)


def parts_of(bank: Bank) -> Iterator[Placed]:
    """Every part of the bank in the order of the document, the head first."""
    yield Placed(HEAD, bank)
    for kind in kinds_in(""):
        for part in getattr(bank, kind.field):
            yield Placed(kind.slug, part)
            yield from _inside(kind.slug, part)


def _inside(parent: str, part: object) -> Iterator[Placed]:
    for kind in kinds_in(parent):
        held = getattr(part, kind.field)
        for each in (held,) if kind.is_single else held:
            if each is not None:
                yield Placed(kind.slug, each, part.slug)
