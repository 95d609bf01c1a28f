"""Where a case stands, read from its dossier: what a comparison holds side by side."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

NOTE_SHOWN = 200
KINDS = ("facts", "verdicts", "duties", "gaps", "dates")
ABSENT = {
    "facts": "nothing told",
    "verdicts": "not decided",
    "duties": "does not apply",
    "gaps": "not needed",
    "dates": "no date of this case",
}
DATE_WORDS = {
    "law": "set by law",
    "applies": "applies already",
    "open": "open",
    "own": "your own date",
}
UNTOLD = ("", "unsure")


@dataclass(frozen=True)
class Item:
    """One thing that may change: its title, and how it stands in words.

    Two items are the same where their `key` is, whatever the words say. What hangs on
    an open point is not certain.
    """

    title: str
    text: str
    key: tuple
    basis: str = ""
    is_certain: bool = True


Standing = Mapping[str, Mapping[str, Item]]


def standing_of(dossier: Mapping) -> Standing:
    """Kind (facts, verdicts, duties, gaps, dates) → slug → item."""
    return {
        "facts": dict(_facts(dossier)),
        "verdicts": {each["slug"]: _verdict(each) for each in dossier["findings"]},
        "duties": {each["slug"]: _duty(each) for each in duties_in(dossier)},
        "gaps": dict(_gaps(dossier)),
        "dates": {
            each.get("slug", each["title"]): _date(each) for each in dossier["dates"]
        },
    }


def duties_in(dossier: Mapping) -> Iterable[Mapping]:
    """The duties that apply or may apply, through all groups."""
    for group in dossier["duties"]["groups"]:
        yield from group["duties"]


def questions_in(dossier: Mapping) -> Iterable[Mapping]:
    """The questions asked, through all sections."""
    for section in dossier["answers"]:
        yield from section["questions"]


def measures_in(dossier: Mapping) -> Iterable[Mapping]:
    """The measures that a duty needs, through all areas."""
    for area in dossier["measures"]:
        yield from area["measures"]


def _facts(dossier: Mapping) -> Iterable[tuple[str, Item]]:
    for name, title in (("product", "Product"), ("organisation", "Organisation")):
        yield name, _plain(title, dossier[name])
    for each in questions_in(dossier):
        if not each["unanswered"]:
            key = (*each.get("values", [each["answer"]]), each["unsure"])
            yield f"answer:{each['slug']}", Item(each["text"], each["answer"], key)
        yield from _note(each["slug"], each["text"], each["note"])
    for each in measures_in(dossier):
        if each.get("told", "") not in UNTOLD:
            item = Item(each["title"], each["state_word"], (each["told"],))
            yield f"measure:{each['slug']}", item
        yield from _note(each["slug"], each["title"], each["note"])


def _note(slug: str, title: str, note: str) -> Iterable[tuple[str, Item]]:
    if note:
        yield f"note:{slug}", _plain(f"Your note on: {title}", note)


def _plain(title: str, text: str) -> Item:
    shown = text if len(text) <= NOTE_SHOWN else f"{text[: NOTE_SHOWN - 1].rstrip()}…"
    return Item(title, shown or "not told", (text,))


def _verdict(finding: Mapping) -> Item:
    text = finding["value"]
    if text == "Still open":
        text = f"{len(finding['possible'])} outcomes are possible"
    if finding["state"] == "open":
        text = f"Open: {text}"
    if finding["disputed"]:
        text = f"{text} (read in two ways)"
    values = tuple(each["slug"] for each in finding["values"])
    possible = tuple(each["slug"] for each in finding["possible"])
    key = (finding["state"], values, possible, finding["disputed"])
    return Item(finding["title"], text, key)


def _duty(duty: Mapping) -> Item:
    word = "applies" if duty["status"] == "applies" else "may apply"
    text, is_certain = f"{word}, {duty['date_text']}", duty["status"] == "applies"
    return Item(duty["title"], text, (text,), duty["basis"], is_certain)


def _gaps(dossier: Mapping) -> Iterable[tuple[str, Item]]:
    gaps = {each["measure"]: each for each in dossier["gaps"]}
    for measure in measures_in(dossier):
        gap = gaps.get(measure["slug"])
        word = measure["state_word"]
        if gap is None:
            yield measure["slug"], Item(measure["title"], word, (word,))
            continue
        text = f"{word}, {gap['date_text']}"
        if gap["possible"]:
            text = f"{text}, if an open point goes that way"
        # "from" turns to "since" when the day comes, which the key has to notice.
        key = (word, gap["possible"], gap["date_text"])
        yield measure["slug"], Item(gap["title"], text, key, "", not gap["possible"])


def _date(entry: Mapping) -> Item:
    word = "proposed, not law" if entry["proposal"] else DATE_WORDS[entry["kind"]]
    text = f"{entry['date_text']}, {word}"
    return Item(entry["title"], text, (entry["date"], word), entry["basis"])
