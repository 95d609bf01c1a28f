"""Write index.json: every reference that exists in the acts which the bank cites.

    python tests/references/make_index.py FOLDER

Run it when a source text changes, and commit what it writes. The texts themselves are
no part of the repository; `README.md` beside them says where each comes from.

One normal form, which `reading.py` makes of the words of a provision:

    art 6(1)(a)     art 5(1)(ba)     art 113(a)     recital 19
    annex III 5(d)  annex VIII 3.3   annex VIII rule 11   annex XIV part A 1(a)

Chapters, parts, sections and classes of an annex stand before the number. Where numbers
run on from one to the next, the form without them exists as well: `annex I 17.2` beside
`annex I chapter II 17.2`.
"""

import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

INDEX = Path(__file__).parent / "index.json"
SOURCES = {
    "aia": "aia_2024_1689_consolidated_20260727.txt",
    "cra": "other/cra_2024_2847.txt",
    "data-act": "other/dataact_2023_2854.txt",
    "ehds": "other/ehds_2025_327.txt",
    "gdpr": "other/gdpr_2016_679.txt",
    "ivdr": "ivdr_2017_746.txt",
    "mdr": "mdr_2017_745.txt",
    "nis2": "other/nis2_2022_2555.txt",
    "omnibus": "omnibus_2026_1744.txt",
}
# The consolidated text has no recitals.
RECITALS = {"aia": "aia_2024_1689_original_OJ_with_recitals.txt"}

EXTRACT = "mdr_art120_amended_2023_607_extract.md"
MDR_QA = "mdcg/mdr_proposal_extension-q-n-a_1.md"
IVDR_QA = "mdcg/mdr_qna-ext-ivdr.md"
SUPPLY_QA = "mdcg/mdr_qna-article10a_mdr-ivdr_en.md"

# MDR and IVDR are held as published in 2017. What was inserted later, with its ground.
INSERTED = {
    "mdr": {
        SUPPLY_QA: "art 10a; art 10a(1); art 10a(2); art 10a(3); art 120(13)",
        EXTRACT: (
            "art 120(3a); art 120(3a)(a); art 120(3a)(b); art 120(3b); art 120(3c);"
            " art 120(3c)(a); art 120(3c)(b); art 120(3c)(c); art 120(3c)(d);"
            " art 120(3c)(e); art 120(3d)"
        ),
        MDR_QA: "art 120(3e); art 120(3f)",
    },
    "ivdr": {
        SUPPLY_QA: "art 10a; art 10a(1); art 10a(2); art 10a(3); art 110(11)",
        IVDR_QA: (
            "art 110(3a); art 110(3b); art 110(3c); art 110(3c)(a); art 110(3c)(b);"
            " art 110(3c)(c); art 110(3c)(d); art 110(3c)(e); art 110(3c)(f);"
            " art 110(3e)"
        ),
    },
}
# The last numbered entry, where an annex numbers lists inside its entries as well.
LAST_ENTRY = {("ehds", "annex I"): 6}
# An amending act quotes paragraphs of others: only its articles and recitals are kept.
AMENDING = {"omnibus"}

ARTICLE = re.compile(r"Article (\d+)([a-z]*)")
ANNEX = re.compile(r"ANNEX(?: ([IVX]+))?")
RECITAL = re.compile(r"\((\d+)\) ")
PART = re.compile(
    r"(CHAPTER|PART|SECTION|Chapter|Part|Section|Class) ([IVX]+|[A-Z]|\d+)"
    r"(?:\.? [A-Z—–-].*)?"
)
# The dot is missing in IVDR 42(7) and MDR Annex I 14.6.
ENTRY = re.compile(
    r"(\d+(?:\.\d+)*[a-z]?)(?:\.(?:\s+|$)|\s+(?=[A-Z]))(?:Rule (\d+)\b)?"
)
POINT = re.compile(r"\((\d+[a-z]?|[a-z]{1,5})\)")
FOOTNOTE = re.compile(
    r"\(\d+\) (?:OJ|Directive|Regulation|Council|Commission|Decision|Position|Judgment)"
)
ROMANS = (
    *("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"),
    *("xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii", "xviii"),
)
GAP = 2  # one number may be missing: repealed entries leave a hole


def plain(line: str) -> str:
    """The line without the marks of headings and bold type."""
    return line.strip().lstrip("# ").strip("* ")


def numbered(label: str) -> tuple[int, ...]:
    """A number that sorts: `17.2` → (17, 2), `3a` → (3, 1)."""
    *parents, last = label.split(".")
    digits = last.rstrip("abcdefghijklmnopqrstuvwxyz")
    letters = tuple(ord(letter) - 96 for letter in last[len(digits) :])
    return (*(int(parent) for parent in parents), int(digits), *letters)


def number_follows(label: str, last: str) -> bool:
    before = numbered(last) if last else (0,)
    return numbered(label) > before and numbered(label)[0] - before[0] <= GAP


def letter_follows(label: str, last: str) -> bool:
    """Whether the letter comes next: a, b, ba, bb, c … z, aa, ab."""
    if label == "a" or not last:
        return label == "a"
    if len(label) == 2:
        return label[0] == last[0] or (label, last) == ("aa", "z")
    return len(label) == 1 and 1 <= ord(label) - ord(last[0]) <= GAP


def is_roman(label: str, letter: str, roman: str, following: str) -> bool:
    """Whether (i), (v), (x) counts in Roman numbers; the letter i follows h."""
    expected = ROMANS[ROMANS.index(roman) + 1] if roman else "i"
    if label != expected:
        return False
    return label != "i" or letter != "h" or following == "ii"


class Place:
    """A place in a text that moves from one label to the next."""

    def __init__(self):
        self.entry, self.number, self.letter, self.roman = "", "", "", ""

    def enter(self, entry: str) -> bool:
        """Move to a numbered paragraph or entry, if it is the next one."""
        if not number_follows(entry, self.entry):
            return False
        self.entry, self.number, self.letter, self.roman = entry, "", "", ""
        return True

    def point(self, label: str, following: str) -> bool:
        """Move to a point, if it is the next one at its depth."""
        if label[0].isdigit():
            return self._number(label)
        if label in ROMANS and is_roman(label, self.letter, self.roman, following):
            self.roman = label
            return True
        if not letter_follows(label, self.letter):
            return False
        self.letter, self.roman = label, ""
        return True

    def _number(self, label: str) -> bool:
        if not number_follows(label, self.number):
            return False
        self.number, self.letter, self.roman = label, "", ""
        return True

    @property
    def points(self) -> str:
        labels = (self.number, self.letter, self.roman)
        return "".join(f"({label})" for label in labels if label)


def labelled(lines: list[str]) -> Iterator[tuple[str, str]]:
    """The lines that are no footnotes, each with the point label of the next one."""
    kept = [line for line in map(plain, lines) if not FOOTNOTE.match(line)]
    marks = [found[1] if (found := POINT.match(line)) else "" for line in kept]
    following = ""
    after = []
    for mark in reversed(marks):
        after.append(following)
        following = mark or following
    return zip(kept, reversed(after), strict=True)


def article_references(name: str, lines: list[str]) -> Iterator[str]:
    """`art 6` with its paragraphs and points."""
    yield name
    place = Place()
    for line, following in labelled(lines):
        entry, point = ENTRY.match(line), POINT.match(line)
        moved = entry and "." not in entry[1] and place.enter(entry[1])
        if moved or (point and place.point(point[1], following)):
            paragraph = f"({place.entry})" if place.entry else ""
            yield f"{name}{paragraph}{place.points}"


def annex_places(lines: list[str]) -> Iterator[tuple[str, str]]:
    """The part (or none) and the rest of every entry and point of an annex."""
    part, rule, place = "", "", Place()
    for line, following in labelled(lines):
        if found := PART.fullmatch(line):
            part, rule = f" {found[1].lower()} {found[2]}", ""
            # The numbers go on in the next chapter, or start again.
            place.number = place.letter = place.roman = ""
            yield part, ""
        elif entry := ENTRY.match(line):
            if part and numbered(entry[1])[0] == 1 and "." not in entry[1]:
                place = Place()
            if place.enter(entry[1]):
                rule = entry[2] or ""
                yield from entry_places(part, place, rule)
        elif (point := POINT.match(line)) and place.point(point[1], following):
            yield from entry_places(part, place, rule)


def entry_places(part: str, place: Place, rule: str) -> Iterator[tuple[str, str]]:
    """The entry under its number and, where it is one, as a classification rule."""
    number = f" {place.entry}" if place.entry else ""
    yield part, number + place.points
    if "." in place.entry:
        yield part, f" {place.entry.rpartition('.')[0]}"
    if rule:
        yield part, f" rule {rule}{place.points}"


def annex_references(name: str, lines: list[str]) -> Iterator[str]:
    """`annex III` with its parts, entries, rules and points."""
    yield name
    places = set(annex_places(lines))
    rests = [rest for _, rest in places if rest]
    runs_on = len(rests) == len(set(rests))
    for part, rest in places:
        yield f"{name}{part}{rest}"
        if runs_on:
            yield f"{name}{rest}"


def recital_references(lines: list[str]) -> Iterator[str]:
    """`recital 1` and those that follow it without a gap."""
    last = 0
    for line in map(str.strip, lines):
        found = RECITAL.match(line)
        if found and int(found[1]) == last + 1:
            last += 1
            yield f"recital {last}"


def units(lines: Iterable[str]) -> dict[str, list[str]]:
    """The lines of each article and annex; those before the first under no name."""
    parts: dict[str, list[str]] = defaultdict(list)
    name, last = "", ""
    for line in lines:
        text = plain(line)
        article, annex = ARTICLE.fullmatch(text), ANNEX.fullmatch(text)
        if annex:
            name = f"annex {annex[1] or 'I'}"
        elif article and not name.startswith("annex"):
            number = article[1] + article[2]
            if number_follows(number, last):
                name, last = f"art {number}", number
        parts[name].append(line)
    return parts


def references(lines: Iterable[str]) -> set[str]:
    """Everything in the text of one act that can be cited."""
    found: set[str] = set()
    for name, unit in units(lines).items():
        if name.startswith("art "):
            found.update(article_references(name, unit))
        elif name.startswith("annex "):
            found.update(annex_references(name, unit))
        else:
            found.update(recital_references(unit))
    return found


def is_foreign(act: str, reference: str) -> bool:
    """Whether it is quoted from another act, or from a list inside an annex entry."""
    annex, _, entry = reference.rpartition(" ")
    if (act, annex) in LAST_ENTRY:
        return int(entry) > LAST_ENTRY[act, annex]
    return act in AMENDING and "(" in reference


def index_of(act: str, sources: Path) -> list[str]:
    """The references of one act, sorted."""
    found = references(read(sources / SOURCES[act]))
    if act in RECITALS:
        preamble = units(read(sources / RECITALS[act]))[""]
        found.update(recital_references(preamble))
    for listed in INSERTED.get(act, {}).values():
        found.update(listed.split("; "))
    return sorted(each for each in found if not is_foreign(act, each))


def read(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


def main(folder: str) -> None:
    index = {act: index_of(act, Path(folder)) for act in SOURCES}
    INDEX.write_text(json.dumps(index, separators=(",", ":")) + "\n", encoding="utf-8")
    sys.stdout.write("".join(f"{act}: {len(index[act])}\n" for act in index))


if __name__ == "__main__":
    main(*sys.argv[1:])
