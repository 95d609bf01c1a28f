"""Which control stands for which field of a part."""

import types
from collections.abc import Mapping
from dataclasses import dataclass, is_dataclass
from functools import cache
from typing import get_args, get_origin

from compliance.bankfile.building import shape_of
from compliance.domain.bank import (
    Bank,
    Choice,
    Example,
    Maturity,
    Question,
    SupportGroup,
)
from compliance.domain.conditions import Condition
from compliance.domain.content_checks import LEVELS
from compliance.domain.labels import KIND_TITLES, WORD_TITLES
from compliance.domain.law import (
    Measure,
    Milestone,
    Review,
    Rule,
    Scheme,
    SchemeValue,
    Standard,
)
from compliance.domain.parts import HEAD, KINDS, own_fields
from compliance.domain.proposal import Proposal
from compliance.domain.reference_cases import Facts, ReferenceCase
from compliance.domain.references import CASE_FACTS, REFERENCES
from compliance.domain.support_entry import KINDS as SUPPORT_KINDS
from compliance.domain.support_entry import SERVICES

TEXT, LONG, LINES, FLAG, WORD, DATE = "text", "long", "lines", "flag", "word", "date"
PICK, PICKS, WORDS, VALUE, VALUES = "pick", "picks", "words", "value", "values"
CONDITION, ITEMS, OPTIONAL, FACTS = "condition", "items", "optional", "facts"
FIXED = "fixed"

LONG_TEXTS = {
    *("text", "why", "help", "intro", "summary", "law_note", "delta", "relief"),
    *("penalty", "differs", "status_text"),
}
SHORT = {(Choice, "help"), (SchemeValue, "text"), (Example, "text")}
DATES = {(Milestone, "date"), (Review, "on"), (Review, "due"), (Bank, "law_date")}
# Kept as they are: named once, counted by publishing, or edited in files.
NOT_EDITED = {"slug", "number", "changelog", "meaning", "locale"}
ONLY_IN_FILES = {(Proposal, "changes")}
STATUSES = WORD_TITLES["status"]
WORDS_OF: Mapping[tuple[type, str], Mapping[str, str]] = {
    (Question, "kind"): KIND_TITLES["question"],
    (Scheme, "kind"): KIND_TITLES["scheme"],
    (Milestone, "status"): {k: STATUSES[k] for k in ("law", "proposal")},
    (Maturity, "trl"): {level: f"TRL {level}" for level in LEVELS},
    (Measure, "services"): SERVICES,
    (SupportGroup, "services"): SERVICES,
    (SupportGroup, "kinds"): SUPPORT_KINDS,
}
FACTS_ABOUT = CASE_FACTS | {"answers": "question", "source_says": "scheme"}
# A standard's status is told in words of its own.
FREE = {(Standard, "status")}
# The order in which one thinks of them, where it is not that of the file.
FIRST = {
    Question: ("text", "kind", "choices", "why", "examples", "who", "provisions"),
    Rule: ("value", "when", "why", "provisions"),
    ReferenceCase: ("title", "source", "address", "text", "scoring", "answers"),
}
ENUMERATED = ("gravity", "phase", "effort", "stage", "told", "status", "scoring")


@dataclass(frozen=True)
class Widget:
    """How one field of a kind of value is drawn and read.

    `about` is the kind of part that is picked; `holds` the class of nested values;
    `words` the vocabulary.
    """

    name: str
    control: str
    is_needed: bool = False
    about: str = ""
    holds: type | None = None
    words: Mapping[str, str] | None = None


@cache
def widgets_of(kind: type, names: tuple[str, ...] | None = None) -> tuple[Widget, ...]:
    """The controls of a kind of value, in the order of its fields; keys as in files."""
    shape = shape_of(kind)
    widgets = [
        _widget(kind, key, each.name, hint)
        for key, (each, hint) in shape.items()
        if (names is None or each.name in names) and each.name not in NOT_EDITED
    ]
    first = FIRST.get(kind, ())
    widgets.sort(key=lambda w: first.index(w.name) if w.name in first else len(first))
    return tuple(widgets)


def widgets_of_part(kind: str) -> tuple[Widget, ...]:
    """The controls of a kind of part, without the parts that stand in it."""
    holds = Bank if kind == HEAD else KINDS[kind].holds
    return widgets_of(holds, own_fields(kind))


def _widget(kind: type, key: str, name: str, hint: object) -> Widget:
    where = (kind, name)
    if where in ONLY_IN_FILES:
        return Widget(key, FIXED)
    if hint == Condition or hint == Condition | None:
        return Widget(key, CONDITION, is_needed=hint == Condition)
    if hint is Facts:
        return Widget(key, FACTS, about=FACTS_ABOUT[name])
    if get_origin(hint) is tuple:
        return _several(kind, key, name, get_args(hint)[0])
    if isinstance(hint, types.UnionType):
        inner = next(each for each in get_args(hint) if is_dataclass(each))
        return Widget(key, OPTIONAL, holds=inner)
    return _single(where, key, hint)


def _several(kind: type, key: str, name: str, inner: object) -> Widget:
    if is_dataclass(inner):
        return Widget(key, ITEMS, holds=inner)
    if name == "also":
        return Widget(key, VALUES)
    if (kind, name) in WORDS_OF:
        return Widget(key, WORDS, words=WORDS_OF[kind, name])
    about = REFERENCES.get((kind, name))
    if (kind, name) == (ReferenceCase, "open_questions"):
        about = "question"
    return Widget(key, PICKS, about=about) if about else Widget(key, LINES)


def _single(where: tuple[type, str], key: str, hint: object) -> Widget:
    _, name = where
    if hint is bool:
        return Widget(key, FLAG)
    if where in WORDS_OF:
        return Widget(key, WORD, words=WORDS_OF[where])
    if (name in ENUMERATED and where not in FREE) or where == (Rule, "basis"):
        return Widget(key, WORD, words=WORD_TITLES[name])
    if where in REFERENCES:
        return Widget(key, PICK, about=REFERENCES[where])
    if where == (Rule, "value"):
        return Widget(key, VALUE)
    if where in DATES:
        return Widget(key, DATE)
    is_long = name in LONG_TEXTS and where not in SHORT
    return Widget(key, LONG if is_long else TEXT)
