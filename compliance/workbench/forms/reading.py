"""The content of a part, read from the fields of its form."""

from collections.abc import Mapping, Sequence
from dataclasses import MISSING, dataclass, field

from django.utils.text import slugify

from compliance.bankfile.building import shape_of
from compliance.workbench.forms import conditions
from compliance.workbench.forms.fields import Fields
from compliance.workbench.forms.flattening import ON
from compliance.workbench.forms.pickers import ANSWER, Pickers
from compliance.workbench.forms.widgets import (
    CONDITION,
    FACTS,
    FIXED,
    FLAG,
    ITEMS,
    LINES,
    OPTIONAL,
    PICK,
    PICKS,
    VALUES,
    WORD,
    WORDS,
    Widget,
    widgets_of,
)

LONGEST_SLUG = 60
NAMING = ("label", "title", "name")


@dataclass
class Reading:
    """What a form says: the content in file form, and what is amiss, by field name."""

    content: dict
    faults: dict[str, str] = field(default_factory=dict)


def read(
    holds: type,
    widgets: Sequence[Widget],
    fields: Fields,
    pickers: Pickers,
    kept: Mapping,
) -> Reading:
    """Read a part's content; what has no control is kept as it was."""
    reader = _Reader(fields, pickers)
    content = reader.mapping(holds, widgets, "f")
    drawn = {widget.name for widget in widgets if widget.control != FIXED}
    content |= {key: value for key, value in kept.items() if key not in drawn}
    return Reading(content, reader.faults)


class _Reader:
    def __init__(self, fields: Fields, pickers: Pickers):
        self.fields, self.pickers = fields, pickers
        self.faults: dict[str, str] = {}

    def mapping(self, holds: type, widgets: Sequence[Widget], path: str) -> dict:
        """The fields of one value, without those that only repeat a default."""
        shape = shape_of(holds)
        content = {}
        for widget in widgets:
            if widget.control == FIXED:
                continue
            value = self.value(widget, f"{path}.{widget.name}")
            each, _ = shape[widget.name]
            if each.default is MISSING or not _is_default(value, each.default):
                content[widget.name] = value
        return content

    def value(self, widget: Widget, name: str) -> object:
        read = READERS.get(widget.control)
        return read(self, widget, name) if read else self.fields.one(name).strip()

    def flag(self, widget: Widget, name: str) -> bool:
        return bool(self.fields.one(name))

    def lines(self, widget: Widget, name: str) -> list[str]:
        lines = (line.strip() for line in self.fields.one(name).splitlines())
        return [line for line in lines if line]

    def word(self, widget: Widget, name: str) -> str:
        word = self.fields.one(name)
        if word not in widget.words:
            self.faults[name] = "Choose one of the list."
        return word

    def words(self, widget: Widget, name: str) -> list[str]:
        # In the order sent: ticked ones are drawn first, in the order they have.
        return [w for w in dict.fromkeys(self.fields.all(name)) if w in widget.words]

    def values(self, widget: Widget, name: str) -> list[str]:
        return [value for value in dict.fromkeys(self.fields.all(name)) if value]

    def pick(self, widget: Widget, name: str) -> str:
        text = self.fields.one(name)
        return self.picked(widget.about, text, name) if text.strip() else ""

    def picks(self, widget: Widget, name: str) -> list[str]:
        texts = [text for text in self.fields.all(name) if text.strip()]
        slugs = [self.picked(widget.about, text, name) for text in texts]
        return list(dict.fromkeys(slug for slug in slugs if slug))

    def picked(self, about: str, text: str, name: str) -> str:
        slug = self.pickers.slug_of(about, text)
        if slug is None:
            self.faults[name] = f"Nothing is called “{text}”. Pick from the list."
        return slug or ""

    def condition(self, widget: Widget, name: str) -> object:
        written, faults = conditions.read(self.fields, name, self.pickers)
        self.faults |= faults
        if written is None and widget.is_needed and not faults:
            self.faults[name] = "Add at least one line that says when it holds."
        return written

    def optional(self, widget: Widget, name: str) -> dict | None:
        if not self.fields.one(f"{name}.{ON}"):
            return None
        return self.mapping(widget.holds, widgets_of(widget.holds), name)

    def items(self, widget: Widget, name: str) -> object:
        inner = widgets_of(widget.holds)
        rows = []
        for path in self.fields.items(name):
            row = self.mapping(widget.holds, inner, path)
            if not any(row.values()):
                # A row that nobody filled in is none.
                continue
            if "slug" in shape_of(widget.holds):
                taken = [each["slug"] for each in rows]
                slug = self.fields.one(f"{path}.slug")
                row = {"slug": slug or free_slug(_naming(row), taken)} | row
            rows.append(row)
        if len(rows) == 1 and set(rows[0]) == {"milestone"}:
            return rows[0]["milestone"]
        return rows

    def facts(self, widget: Widget, name: str) -> dict:
        facts: dict[str, object] = {}
        about = ANSWER if widget.about == "question" else widget.about
        for path in self.fields.items(name):
            text = self.fields.one(f"{path}.subject")
            if not text.strip():
                continue
            slug = self.picked(about, text, path)
            if slug:
                values = self.fact_values(widget.about, slug, path)
                facts[slug] = values[0] if len(values) == 1 else values
        return facts

    def fact_values(self, about: str, slug: str, path: str) -> list[str]:
        is_drawn = self.fields.one(f"{path}.drawn") in ("", slug)
        chosen = self.fields.all(f"{path}.values") if is_drawn else []
        return [value.strip() for value in dict.fromkeys(chosen) if value.strip()]


READERS = {
    FLAG: _Reader.flag,
    LINES: _Reader.lines,
    WORD: _Reader.word,
    WORDS: _Reader.words,
    VALUES: _Reader.values,
    PICK: _Reader.pick,
    PICKS: _Reader.picks,
    CONDITION: _Reader.condition,
    OPTIONAL: _Reader.optional,
    ITEMS: _Reader.items,
    FACTS: _Reader.facts,
}


def _is_default(value: object, default: object) -> bool:
    if value in (None, "", [], {}):
        return default in (None, "", ()) or not default
    return value == default


def _naming(row: Mapping) -> str:
    return next((row[key] for key in NAMING if row.get(key)), "")


def free_slug(words: str, taken: Sequence[str]) -> str:
    """A slug made of words that nothing bears yet, such as "brain-scans-2"."""
    slug = ""
    for word in slugify(words).split("-"):
        if slug and len(slug) + len(word) >= LONGEST_SLUG:
            break
        slug = f"{slug}-{word}" if slug else word[:LONGEST_SLUG]
    # Reserved for "I don't know yet", which is always offered.
    slug = {"": "new", "unsure": "not-sure"}.get(slug, slug)
    number, free = 1, slug
    while free in taken:
        number += 1
        free = f"{slug}-{number}"
    return free
