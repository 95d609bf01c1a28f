"""Finding parts of a bank by the words in them."""

from functools import lru_cache

from compliance.domain.changes import Key
from compliance.domain.labels import label_of_field
from compliance.domain.parts import Placed, own_fields
from compliance.domain.told import told
from compliance.workbench.state import State

Found = tuple[Key, Placed, str]


def search(state: State, words: str) -> list[Found]:
    """Key, part and the line that matches best, of all parts that hold every word."""
    wanted = words.casefold().split()
    if not wanted:
        return []
    found = []
    for key, placed, lines, text in _texts(state):
        if all(word in text for word in wanted):
            best = max(lines, key=lambda line: _hits(line, wanted), default="")
            found.append((key, placed, best))
    return found


def _hits(line: str, wanted: list[str]) -> int:
    return sum(word in line.casefold() for word in wanted)


@lru_cache(maxsize=2)
def _texts(state: State) -> list[tuple[Key, Placed, list[str], str]]:
    """Every part with its lines, worked out once for a state of the bank."""
    return [
        (key, placed, lines, "\n".join([*lines, placed.slug]).casefold())
        for key, placed in state.parts.items()
        for lines in [_lines(state, placed)]
    ]


def _lines(state: State, placed: Placed) -> list[str]:
    kind = type(placed.part)
    return [
        f"{label_of_field(kind, name)}: {line}"
        for name in own_fields(placed.kind)
        if name != "slug"
        for line in told(placed, name, state.bank)
    ]
