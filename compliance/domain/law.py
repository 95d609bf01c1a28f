"""What the law says: provisions, dates, schemes with rules, duties and measures."""

from dataclasses import dataclass
from functools import cached_property

from compliance.domain.conditions import Condition


@dataclass(frozen=True)
class Act:
    """A law or guidance series that provisions belong to."""

    slug: str
    title: str
    name: str
    address: str


@dataclass(frozen=True)
class Area:
    """A part of readiness that measures are grouped in."""

    slug: str
    title: str


@dataclass(frozen=True)
class Provision:
    """A citable place in an act or guidance, paraphrased and linked."""

    slug: str
    act: str
    reference: str
    title: str
    text: str
    address: str
    status: str


@dataclass(frozen=True)
class Milestone:
    """A date in the law (ISO), its citation, and whether it is law or a proposal."""

    slug: str
    date: str
    title: str
    text: str
    status: str
    provisions: tuple[str, ...] = ()


@dataclass(frozen=True)
class SchemeValue:
    """A value that a scheme can take, in words."""

    slug: str
    title: str
    text: str = ""
    short: str = ""


@dataclass(frozen=True)
class Dispute:
    """Another reading of the law: the values it leads to, and both sides in words."""

    also: tuple[str, ...]
    text: str
    provisions: tuple[str, ...] = ()


@dataclass(frozen=True)
class Review:
    """Who looked at a part of the law, by role, on which day, and when again (ISO)."""

    role: str
    on: str
    due: str


@dataclass(frozen=True)
class Rule:
    """Condition → value of a scheme, with its legal ground and the reason in words."""

    slug: str
    value: str
    why: str
    provisions: tuple[str, ...]
    when: Condition | None = None
    basis: str = "law"
    disputed: Dispute | None = None
    review: Review | None = None


@dataclass(frozen=True)
class Scheme:
    """Something the law decides: one value by the first rule met, or labels.

    `told` says whether it is shown as a verdict of its own: always, never (it only
    serves other schemes), or only where its `otherwise` is not what holds.
    """

    slug: str
    title: str
    question: str
    kind: str
    values: tuple[SchemeValue, ...]
    rules: tuple[Rule, ...]
    text: str = ""
    otherwise: Rule | None = None
    decided_when: Condition | None = None
    told: str = "always"

    @cached_property
    def titles(self) -> dict[str, str]:
        """Value slug → title."""
        return {value.slug: value.title for value in self.values}


@dataclass(frozen=True)
class AppliesFrom:
    """A milestone from which a duty applies, under a condition or in any case."""

    milestone: str
    when: Condition | None = None


@dataclass(frozen=True)
class Duty:
    """An obligation: whom it binds, when, from which milestone, how grave."""

    slug: str
    title: str
    text: str
    act: str
    addressee: str
    when: Condition
    applies_from: tuple[AppliesFrom, ...]
    gravity: str
    provisions: tuple[str, ...]
    measures: tuple[str, ...]
    phase: str = "always"
    relief: str = ""
    penalty: str = ""
    review: Review | None = None


@dataclass(frozen=True)
class Standard:
    """A standard with its status (harmonised, state of the art, draft …)."""

    name: str
    status: str


@dataclass(frozen=True)
class Guidance:
    """Free guidance and where to read it."""

    name: str
    address: str


@dataclass(frozen=True)
class Measure:
    """What an organisation does about its duties, and the AI Act delta where known.

    `stage` says when on the way to the market it is done: start, build, prove, launch
    or run.
    """

    slug: str
    title: str
    area: str
    text: str
    effort: str
    owner: str
    evidence: tuple[str, ...] = ()
    standards: tuple[Standard, ...] = ()
    guidance: tuple[Guidance, ...] = ()
    delta: str = ""
    services: tuple[str, ...] = ()
    stage: str = "build"
    review: Review | None = None
