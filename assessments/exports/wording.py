"""Words of a dossier made fit for other programs; nothing is cut in silence."""

import re

SIGN = "\ufffd"
# What XML does not allow, half pairs, and what reorders the line it stands in.
ILLEGIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff"
    "\ud800-\udfff\u202a-\u202e\u2066-\u2069]"
)
# What a spreadsheet program takes for the beginning of a formula, wide forms included.
FORMULA = re.compile(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n]")
BOLD = re.compile(r"\*\*(.+?)\*\*")
EFFORTS = {"S": "small", "M": "medium", "L": "large"}


def legible(tree):
    """The same tree with a visible sign for each character that a file cannot hold."""
    if isinstance(tree, str):
        return ILLEGIBLE.sub(SIGN, tree)
    if isinstance(tree, dict):
        return {key: legible(value) for key, value in tree.items()}
    if isinstance(tree, list):
        return [legible(value) for value in tree]
    return tree


def begins_a_formula(text: str) -> bool:
    """Whether a spreadsheet program would work the text out instead of showing it."""
    return FORMULA.match(text) is not None


def unformulated(text: str) -> str:
    """The text, behind an apostrophe where it begins a formula."""
    return f"'{text}" if begins_a_formula(text) else text


class Strong(str):
    """Text that is bold as a whole."""


class Marked(str):
    """Text of the bank, in which **bold** marks count; in people's own they do not."""


def runs(text: str) -> list[tuple[str, bool]]:
    """The text in pieces, each with whether it is bold."""
    if not isinstance(text, Marked):
        return [(text, isinstance(text, Strong))]
    pieces = BOLD.split(text)
    return [(piece, bool(place % 2)) for place, piece in enumerate(pieces) if piece]


def unmarked(text: str) -> str:
    """The text without its **bold** marks."""
    return BOLD.sub(r"\1", text)


def effort(letter: str) -> str:
    """The order of size of a measure: small, medium or large."""
    return EFFORTS.get(letter, letter)
