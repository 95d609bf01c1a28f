"""The parts of a bank and what they refer to, in the words of the bank."""

from collections.abc import Mapping
from datetime import date

from compliance.domain.bank import Bank
from compliance.domain.countries import COUNTRIES
from compliance.domain.law import Milestone
from compliance.domain.parts import Placed
from compliance.domain.support_entry import (
    KINDS,
    SERVICES,
    TECHNOLOGIES,
    day_in_words,
)

LONGEST = 140


def title_of(placed: Placed, bank: Bank) -> str:
    """What an editor knows a part by: a question's text, a rule's value and reason."""
    own = OWN_TITLES.get(placed.kind)
    if own is not None:
        return own(placed, bank)
    return getattr(placed.part, "title", "") or placed.slug


def _of_rule(placed: Placed, bank: Bank) -> str:
    value = value_title(placed.parent, placed.part.value, bank)
    return clipped(f"{value}: {placed.part.why}")


def _of_text(placed: Placed, bank: Bank) -> str:
    return clipped(placed.part.text) or placed.slug


def _of_milestone(placed: Placed, bank: Bank) -> str:
    return dated(placed.part)


OWN_TITLES = {
    "question": _of_text,
    "headline": _of_text,
    "statement": _of_text,
    "rule": _of_rule,
    "otherwise": _of_rule,
    "milestone": _of_milestone,
    "provision": lambda placed, bank: provision_title(placed.slug, bank),
    "technology": lambda placed, bank: _word(TECHNOLOGIES, placed.slug),
    "service": lambda placed, bank: _word(SERVICES, placed.slug),
    "trl": lambda placed, bank: f"TRL {placed.part.trl}",
}


def _word(words: Mapping[str, str], slug: str) -> str:
    word = words.get(slug, slug)
    return f"{word[:1].upper()}{word[1:]}"


def clipped(text: str) -> str:
    """A long text cut at a word; the ellipsis is the sign of the cut."""
    if len(text) <= LONGEST:
        return text
    return f"{text[:LONGEST].rsplit(' ', 1)[0]}…"


def value_title(scheme: str, value: str, bank: Bank) -> str:
    """A value of a scheme in words; its slug where the bank does not know it."""
    known = bank.scheme.get(scheme)
    return known.titles.get(value, value) if known else value


def provision_title(slug: str, bank: Bank) -> str:
    """ "AI Act Art. 6(1)"; the slug where the bank does not know it."""
    cited = bank.provision.get(slug)
    if cited is None:
        return slug
    act = bank.act.get(cited.act)
    return f"{act.title if act else cited.act} {cited.reference}"


def dated(milestone: Milestone) -> str:
    """ "High-risk duties for devices, 2 August 2028"; what is no date as written."""
    try:
        day = day_in_words(date.fromisoformat(milestone.date))
    except ValueError:
        day = milestone.date
    return f"{milestone.title}, {day}"


def named(kind: str, slug: str, bank: Bank) -> str:
    """What a slug of a kind of part stands for, in words; else the slug itself."""
    match kind:
        case "provision":
            return provision_title(slug, bank)
        case "area":
            titles = {area.slug: area.title for area in bank.areas}
            return titles.get(slug, slug)
        case "question":
            known = bank.questions.get(slug)
            return known.text if known else slug
        case "service":
            return SERVICES.get(slug, slug)
        case "support-kind":
            return KINDS.get(slug, slug)
        case "milestone":
            known = bank.milestone.get(slug)
            return dated(known) if known else slug
    known = getattr(bank, kind, {}).get(slug)
    return known.title if known else slug


def choice_title(question: str, value: str, bank: Bank) -> str:
    """A choice of a question in words; its slug where the bank does not know it."""
    known = bank.questions.get(question)
    if known is None:
        return value
    labels = {choice.slug: choice.label for choice in known.options}
    return labels.get(value, COUNTRIES.get(value, value))
