"""The question bank: what is asked, and the law that it is asked for, as one value."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from compliance.domain.conditions import Condition
from compliance.domain.law import (
    Act,
    Area,
    Duty,
    Measure,
    Milestone,
    Provision,
    Scheme,
)
from compliance.domain.logic import ANYTHING, One, Several
from compliance.domain.proposal import Proposal, under_proposal
from compliance.domain.reference_cases import ReferenceCase
from compliance.domain.rulebook import Rulebook

UNSURE = "unsure"
YES_NO = "yes_no"
CHOICE = "choice"
CHOICES = "choices"
TEXT = "text"
NUMBER = "number"
DATE = "date"
COUNTRY = "country"
KINDS = (YES_NO, CHOICE, CHOICES, TEXT, NUMBER, DATE, COUNTRY)


@dataclass(frozen=True)
class Choice:
    """One thing that may be picked; an exclusive one ("none of these") stands alone."""

    slug: str
    label: str
    help: str = ""
    exclusive: bool = False


YES_NO_CHOICES = (Choice("yes", "Yes"), Choice("no", "No"))


@dataclass(frozen=True)
class Example:
    """A case from health for or against an answer: "**Yes, if** it marks …"."""

    lead: str
    text: str


@dataclass(frozen=True)
class Question:
    """Asks one fact; `asked_when` is its gate, None where it is always asked.

    `meaning` is raised when the question comes to ask something else: an answer given
    under an earlier meaning has to be confirmed.
    """

    slug: str
    kind: str
    text: str
    why: str
    who: str
    provisions: tuple[str, ...]
    examples: tuple[Example, ...] = ()
    choices: tuple[Choice, ...] = ()
    asked_when: Condition | None = None
    required: bool = True
    meaning: str = "1"

    @property
    def options(self) -> tuple[Choice, ...]:
        """The choices, with the implied pair for a yes-or-no question."""
        return YES_NO_CHOICES if self.kind == YES_NO else self.choices

    @cached_property
    def option_slugs(self) -> frozenset[str]:
        """The slugs of the choices."""
        return frozenset(choice.slug for choice in self.options)

    @cached_property
    def anything(self) -> One | Several:
        """What it may come to while it is asked and not answered."""
        if self.kind == CHOICES:
            return Several(frozenset(), self.option_slugs, some=True)
        return One(self.option_slugs if self.is_picked else frozenset({ANYTHING}))

    @property
    def is_picked(self) -> bool:
        """Whether it is answered by picking choices."""
        return self.kind in (YES_NO, CHOICE, CHOICES)


@dataclass(frozen=True)
class Section:
    """A step of the walk: questions that belong together."""

    slug: str
    title: str
    intro: str
    questions: tuple[Question, ...]
    asked_when: Condition | None = None


@dataclass(frozen=True)
class TrailStep:
    """A step of the derivation chain: the first of its schemes that applies."""

    slug: str
    title: str
    schemes: tuple[str, ...]
    basis: str = ""


@dataclass(frozen=True)
class Statement:
    """A sentence of the summary or headline that is true where its condition is met."""

    text: str
    when: Condition | None = None


@dataclass(frozen=True)
class Exclusion:
    """Something that was checked and does not apply, and why."""

    slug: str
    title: str
    when: Condition
    why: str
    provisions: tuple[str, ...]


@dataclass(frozen=True)
class Technology:
    """A technology of the product, for matching with support."""

    slug: str
    when: Condition


@dataclass(frozen=True)
class Need:
    """A service that the answers ask for, beside those that the gaps need."""

    slug: str
    when: Condition


@dataclass(frozen=True)
class Maturity:
    """A technology readiness level that is reached where the condition is met."""

    trl: str
    when: Condition


@dataclass(frozen=True)
class SupportGroup:
    """A group of support entries by kind, shown where its condition may be met."""

    slug: str
    title: str
    text: str
    kinds: tuple[str, ...]
    services: tuple[str, ...] = ()
    when: Condition | None = None


@dataclass(frozen=True)
class Bank:
    """A whole question bank as one value; equal banks have equal documents."""

    slug: str
    title: str
    summary: str
    locale: str
    number: str
    law_date: str
    law_note: str
    changelog: str
    acts: tuple[Act, ...]
    areas: tuple[Area, ...]
    milestones: tuple[Milestone, ...]
    provisions: tuple[Provision, ...]
    sections: tuple[Section, ...]
    schemes: tuple[Scheme, ...]
    duties: tuple[Duty, ...]
    measures: tuple[Measure, ...]
    start: tuple[str, ...] = ()
    trail: tuple[TrailStep, ...] = ()
    headlines: tuple[Statement, ...] = ()
    statements: tuple[Statement, ...] = ()
    exclusions: tuple[Exclusion, ...] = ()
    technologies: tuple[Technology, ...] = ()
    services: tuple[Need, ...] = ()
    trl: tuple[Maturity, ...] = ()
    support: tuple[SupportGroup, ...] = ()
    not_covered: tuple[str, ...] = ()
    cases: tuple[str, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    reference_cases: tuple[ReferenceCase, ...] = ()
    on_market_when: Condition | None = field(default=None)

    @cached_property
    def questions(self) -> dict[str, Question]:
        """Every question by slug, in the order asked."""
        return {question.slug: question for question in self._questions()}

    def _questions(self) -> Iterator[Question]:
        for section in self.sections:
            yield from section.questions

    @cached_property
    def section_of(self) -> dict[str, Section]:
        """Question slug → its section."""
        return {
            question.slug: section
            for section in self.sections
            for question in section.questions
        }

    @cached_property
    def scheme(self) -> dict[str, Scheme]:
        """Every scheme by slug."""
        return {scheme.slug: scheme for scheme in self.schemes}

    @cached_property
    def measure(self) -> dict[str, Measure]:
        """Every measure by slug."""
        return {measure.slug: measure for measure in self.measures}

    @cached_property
    def duty(self) -> dict[str, Duty]:
        """Every duty by slug."""
        return {duty.slug: duty for duty in self.duties}

    @cached_property
    def milestone(self) -> dict[str, Milestone]:
        """Every milestone by slug."""
        return {milestone.slug: milestone for milestone in self.milestones}

    @cached_property
    def provision(self) -> dict[str, Provision]:
        """Every provision by slug."""
        return {provision.slug: provision for provision in self.provisions}

    @cached_property
    def act(self) -> dict[str, Act]:
        """Every act by slug."""
        return {act.slug: act for act in self.acts}

    @cached_property
    def proposed(self) -> "dict[str, Bank]":
        """Proposal slug → the bank as it would be under it. None of them is law."""
        return {each.slug: under_proposal(self, each) for each in self.proposals}

    @cached_property
    def rulebook(self) -> Rulebook:
        """The compiled conditions."""
        return Rulebook(self)
