"""Read the citation of a provision into the normal form of index.json.

`Art. 82(1), 82(2)` cites `art 82(1)` and `art 82(2)`; `Annex I, Ch. II s. 17.2` cites
`annex I`, `annex I chapter II` and `annex I chapter II 17.2`.
"""

import json
import re
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

INDEX = Path(__file__).parent / "index.json"

JOINT = re.compile(r"\s*(?:,|;|\band\b|\bor\b)\s*|\s*(–|-|\bto\b)\s*")
ARTICLE = re.compile(
    r"(?:Art(?:icle)?s?\.? (?=\d))?(?P<number>\d+[a-z]?)?"
    r" ?(?P<word>points?|paragraphs?)? ?(?P<points>(?:\([0-9a-z]+\))*)"
)
RECITAL = re.compile(r"(?:Recitals? )?(?P<number>\d+)")
ANNEX = re.compile(
    r"(?:Annex(?:es)? (?=[IVX]))?(?P<annex>[IVX]+(?![a-z]))?"
    r"(?: ?(?P<kind>Ch\.|Chapter|Part|Section|Class) (?P<part>[IVX]+|[A-Z]|\d+))?"
    r"(?: ?(?:s\.|points?))?"
    r"(?: ?(?P<number>Rule \d+|\d+(?:\.\d+)*))?"
    r" ?(?P<points>(?:\([0-9a-z]+\))*)"
)
KINDS = {"Art": ARTICLE, "Rec": RECITAL, "Ann": ANNEX}


@dataclass(frozen=True)
class Article:
    """An article with its paragraph and points: `Art. 6(1)(a)`."""

    number: str
    points: tuple[str, ...] = ()

    def __str__(self):
        return f"art {self.number}{brackets(self.points)}"

    def next(self, found: re.Match) -> "Article":
        """What a piece that follows cites: `(2)`, `83`, `point (b)`."""
        points = labels(found["points"])
        if found["number"]:
            return Article(found["number"], points)
        if found["word"]:
            return Article(self.number, (*self.points, *points))
        kept = max(len(self.points) - len(points), 0)
        return Article(self.number, (*self.points[:kept], *points))


@dataclass(frozen=True)
class Recital:
    """`Recital 19`."""

    number: str

    def __str__(self):
        return f"recital {self.number}"

    def next(self, found: re.Match) -> "Recital":
        return Recital(found["number"])


@dataclass(frozen=True)
class Annex:
    """An annex with part, entry and points: `Annex III, Class I, point 19`."""

    annex: str
    part: str = ""
    number: str = ""
    points: tuple[str, ...] = ()

    def __str__(self):
        named = " ".join(each for each in (self.annex, self.part, self.number) if each)
        return f"annex {named}{brackets(self.points)}"

    def next(self, found: re.Match) -> "Annex":
        """What a piece that follows cites: `III`, `Section B`, `point 5(d)`."""
        points = labels(found["points"])
        part = f"{kind_of_part(found)} {found['part']}" if found["part"] else ""
        number = (found["number"] or "").lower()
        if found["annex"]:
            return Annex(found["annex"], part, number, points)
        if part:
            return Annex(self.annex, part, number, points)
        if number:
            return Annex(self.annex, self.part, number, points)
        kept = max(len(self.points) - len(points), 0)
        return Annex(self.annex, self.part, self.number, self.points[:kept] + points)


Citation = Article | Recital | Annex
EMPTY = {"Art": Article(""), "Rec": Recital(""), "Ann": Annex("")}


def brackets(points: tuple[str, ...]) -> str:
    return "".join(f"({point})" for point in points)


def labels(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\((\w+)\)", text))


def kind_of_part(found: re.Match) -> str:
    return found["kind"].lower().replace("ch.", "chapter")


def citations(reference: str) -> list[str]:
    """Everything that the reference cites, in normal form.

    Raises ValueError where a piece of it is none of ours.
    """
    pieces = JOINT.split(reference.strip())
    cited: list[str] = []
    kind, last = "", Recital("")
    for is_range, piece in zip([None, *pieces[1::2]], pieces[::2], strict=True):
        kind = piece[:3] if piece[:3] in KINDS else kind
        found = KINDS[kind].fullmatch(piece) if kind else None
        if not piece or not found:
            raise ValueError(f'cannot read "{piece or reference}" in "{reference}"')
        start = EMPTY[kind] if piece.startswith(kind) else last
        last, before = start.next(found), last
        cited += between(str(before), str(last)) if is_range else []
        cited.append(str(last))
    return cited


def between(first: str, last: str) -> list[str]:
    """What lies between the ends of a range of numbers: `art 9` to `art 12`."""
    ends = [re.fullmatch(r"(.*?\(?)(\d+)(\)?)", end) for end in (first, last)]
    if not all(ends) or ends[0][1] != ends[1][1]:
        return []
    inner = range(int(ends[0][2]) + 1, int(ends[1][2]))
    return [f"{ends[0][1]}{number}{ends[0][3]}" for number in inner]


def fragment(citation: str) -> str:
    """The anchor on EUR-Lex: `art 6(1)` → `art_6`, `annex III 5` → `anx_III`."""
    kind, _, rest = citation.partition(" ")
    short = {"art": "art", "annex": "anx", "recital": "rct"}[kind]
    return f"{short}_{re.split(r'[ (]', rest)[0]}"


def read_index() -> dict[str, set[str]]:
    """Act → every reference that exists in it."""
    index = json.loads(INDEX.read_text(encoding="utf-8"))
    return {act: set(references) for act, references in index.items()}


def nearest(citation: str, existing: set[str]) -> str:
    """The existing reference that looks most like it, of the same article if any."""
    same = {each for each in existing if fragment(each) == fragment(citation)}
    close = get_close_matches(citation, sorted(same or existing), n=1, cutoff=0)
    return close[0] if close else "nothing"
