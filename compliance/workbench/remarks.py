"""Faults of a bank in the words of its editors: titles instead of slugs, no grammar."""

import re

from compliance.domain.contents import Fault
from compliance.domain.labels import LABELS
from compliance.domain.titles import title_of
from compliance.workbench.state import State

QUOTED = re.compile(r'"([^"]*)"')
FIELD = re.compile(r"\.(\w+)$")
# What a fault of a file says, and what an editor is told instead.
WORDS = (
    ("`otherwise`", "rule for all else"),
    ("`from`", "its dates"),
    ("`when`", "a line that says when it holds"),
    ("`choices`", "“any of several choices”"),
    ("`exclusive`", "“stands alone”"),
    ("`before`", "a date of the law"),
)
NEAREST = "Did you mean"
PICK_ANOTHER = "Pick another one, or take it out."


def in_words(state: State, fault: Fault, gone: dict[str, str]) -> tuple[str, str]:
    """What is wrong and the remedy; `gone` are titles of what the last version held."""
    told = _plain(state, fault.fault, gone)
    remedy = fault.remedy
    if remedy.startswith((NEAREST, "Add the ")):
        remedy = PICK_ANOTHER
    field = FIELD.search(fault.place)
    if field and "missing" in told:
        told = f"{LABELS.get(field[1], field[1])}: {told}"
    return told[:1].upper() + told[1:], _plain(state, remedy, gone)


def _plain(state: State, text: str, gone: dict[str, str]) -> str:
    for written, word in WORDS:
        text = text.replace(written, word)
    text = re.sub(r'^no ([a-z ]+) ""$', r"no \1 is chosen", text)
    text = text.replace('"" is not a date', "the date is missing")
    text = QUOTED.sub(lambda found: f"“{_title(state, found[1], gone)}”", text)
    return text.replace("`", "“")


def _title(state: State, slug: str, gone: dict[str, str]) -> str:
    kind = state.kind_of.get(slug)
    if kind is not None:
        return title_of(state.parts[kind, slug, 0], state.bank)
    return gone.get(slug, slug)
