"""Faults of content: unknown words, missing texts and citations, schemes left open."""

from collections.abc import Iterator
from datetime import date

from compliance.domain import bank as banks
from compliance.domain.bank import Bank, Question
from compliance.domain.contents import Fault, missing, named_things, rules_of
from compliance.domain.law import Review, Scheme
from compliance.domain.support_entry import SERVICES

WORDS = {
    "gravity": ("high", "medium", "low"),
    "phase": ("always", "before-market", "before-use", "on-market"),
    "effort": ("S", "M", "L"),
    "stage": ("start", "build", "prove", "launch", "run"),
    "told": ("always", "unless-otherwise", "never"),
    "status": ("in-force", "applies-later", "guidance", "draft", "proposal"),
    "basis": ("law", "guidance", "draft-guidance", "case-law", "proposal"),
}

LEVELS = tuple(str(level) for level in range(1, 10))


def word_faults(bank: Bank) -> Iterator[Fault]:
    """Words outside the vocabulary, and texts that are missing."""
    for kind, each in named_things(bank):
        for name, allowed in WORDS.items():
            word = getattr(each, name, None)
            if kind == "milestone" and name == "status":
                allowed = ("law", "proposal")
            if word is not None and word not in allowed:
                yield Fault(
                    each.slug, f'{kind} "{each.slug}".{name}', f'unknown word "{word}"',
                    f"Use one of {', '.join(allowed)}.",
                )  # fmt: skip
        for name in ("title", "text", "why"):
            if getattr(each, name, None) == "" and kind not in ("scheme", "section"):
                yield Fault(
                    each.slug, f'{kind} "{each.slug}".{name}', "the text is missing",
                    "Write it.",
                )  # fmt: skip


def question_faults(bank: Bank) -> Iterator[Fault]:
    """Questions whose choices do not fit their kind."""
    for question in bank.questions.values():
        for fault, remedy in _question_faults(question):
            yield Fault(question.slug, f'question "{question.slug}"', fault, remedy)


def _question_faults(question: Question) -> Iterator[tuple[str, str]]:
    if question.kind not in banks.KINDS:
        yield f'unknown kind "{question.kind}"', f"Use one of {', '.join(banks.KINDS)}."
    slugs = [choice.slug for choice in question.choices]
    if question.kind in (banks.CHOICE, banks.CHOICES) and len(slugs) < 2:
        yield "it offers fewer than two choices", "Add choices."
    if question.kind not in (banks.CHOICE, banks.CHOICES) and slugs:
        yield f"a {question.kind} question has no choices of its own", "Drop them."
    if len(set(slugs)) < len(slugs):
        yield "two choices share a slug", "Rename one."
    if banks.UNSURE in slugs:
        yield '"unsure" is always offered', "Drop the choice."
    if question.kind != banks.CHOICES and any(c.exclusive for c in question.choices):
        yield "only a `choices` question has an exclusive choice", "Drop `exclusive`."


def scheme_faults(bank: Bank) -> Iterator[Fault]:
    """Schemes without `otherwise`, rules without condition or with a foreign value."""
    for scheme in bank.schemes:
        for fault, remedy in _scheme_faults(scheme):
            yield Fault(scheme.slug, f'scheme "{scheme.slug}"', fault, remedy)
        values = [value.slug for value in scheme.values]
        for rule in rules_of(scheme):
            also = rule.disputed.also if rule.disputed else ()
            for value in (rule.value, *also):
                if value not in values:
                    place = f'rule "{rule.slug}"'
                    yield missing(place, rule.slug, "value", value, values)


def _scheme_faults(scheme: Scheme) -> Iterator[tuple[str, str]]:
    if scheme.kind not in ("value", "labels"):
        yield f'unknown kind "{scheme.kind}"', "Use value or labels."
    if scheme.kind == "value" and scheme.otherwise is None:
        yield "it has no `otherwise`", "Say what holds when no rule is met."
    for rule in scheme.rules:
        if rule.when is None:
            fault = f'rule "{rule.slug}" has no condition'
            yield fault, "Add `when`, or make it the `otherwise`."


def citation_faults(bank: Bank) -> Iterator[Fault]:
    """Anything that must cite a provision and cites none."""
    for kind, each in named_things(bank):
        if hasattr(each, "provisions") and not each.provisions:
            yield Fault(
                each.slug, f'{kind} "{each.slug}"', "it cites no provision",
                "Add the article it rests on.",
            )  # fmt: skip


def duty_faults(bank: Bank) -> Iterator[Fault]:
    """Duties that no measure meets or that have no date in any case."""
    for duty in bank.duties:
        place = f'duty "{duty.slug}"'
        if not duty.measures:
            yield Fault(
                duty.slug, place, "no measure meets it", "Name at least one measure."
            )
        if not duty.applies_from or duty.applies_from[-1].when is not None:
            yield Fault(
                duty.slug, place, "its last milestone has a condition",
                "End `from` with a milestone that holds in any case.",
            )  # fmt: skip


def need_faults(bank: Bank) -> Iterator[Fault]:
    """Services that the directory does not know, and levels that are no TRL."""
    for number, need in enumerate(bank.services, 1):
        if need.slug not in SERVICES:
            place = f"services[{number}]"
            yield missing(place, bank.slug, "service", need.slug, SERVICES)
    for number, each in enumerate(bank.trl, 1):
        if each.trl not in LEVELS:
            yield Fault(
                bank.slug, f"trl[{number}]", f'"{each.trl}" is not a TRL',
                "Write a whole number from 1 to 9.",
            )  # fmt: skip


def date_faults(bank: Bank) -> Iterator[Fault]:
    """Texts that should be dates, and meanings that are no count."""
    for slug, text in _dates(bank):
        try:
            date.fromisoformat(text)
        except ValueError:
            yield Fault(
                slug, f'"{slug}"', f'"{text}" is not a date', "Write it as 2027-12-02."
            )
    for question in bank.questions.values():
        if not question.meaning.isdecimal():
            place = f'question "{question.slug}".meaning'
            fault = f'"{question.meaning}" is not a whole number'
            yield Fault(question.slug, place, fault, "Count from 1.")


def _dates(bank: Bank) -> Iterator[tuple[str, str]]:
    yield bank.slug, bank.law_date
    for milestone in bank.milestones:
        yield milestone.slug, milestone.date
    for slug, review in reviews_of(bank):
        yield slug, review.on
        yield slug, review.due


def reviews_of(bank: Bank) -> Iterator[tuple[str, Review]]:
    """Slug and legal review of the rules, duties and measures that carry one."""
    for _, each in named_things(bank):
        review = getattr(each, "review", None)
        if review is not None:
            yield each.slug, review
