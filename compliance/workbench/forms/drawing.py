"""The fields of a form as values that the templates show."""

from collections.abc import Iterable, Mapping, Sequence

from compliance.bankfile.building import shape_of
from compliance.domain.bank import CHOICES, Choice
from compliance.domain.labels import label_of_field
from compliance.domain.parts import with_article
from compliance.workbench.forms import conditions
from compliance.workbench.forms.fields import Fields
from compliance.workbench.forms.flattening import ON
from compliance.workbench.forms.help import HELP, ITEM_NAMES
from compliance.workbench.forms.pickers import ANSWER, Pickers
from compliance.workbench.forms.widgets import (
    CONDITION,
    FACTS,
    FIXED,
    ITEMS,
    OPTIONAL,
    PICK,
    PICKS,
    VALUE,
    VALUES,
    WORD,
    WORDS,
    Widget,
    widgets_of,
)


class Drawing:
    """Draws the fields of one form; `scheme` is that of a rule, for its values."""

    def __init__(
        self,
        fields: Fields,
        pickers: Pickers,
        faults: Mapping[str, str],
        scheme: str = "",
    ):
        self.fields, self.pickers, self.faults = fields, pickers, faults
        self.scheme = scheme
        self.lists: dict[str, Mapping[str, str]] = {}

    def draw(
        self, holds: type, widgets: Sequence[Widget], path: str = "f"
    ) -> list[dict]:
        """Every field of a kind of value, in order."""
        names = {key: each.name for key, (each, _) in shape_of(holds).items()}
        return [
            self.field(holds, names[widget.name], widget, f"{path}.{widget.name}")
            for widget in widgets
            if widget.control != FIXED and self._is_asked(holds, widget)
        ]

    def _is_asked(self, holds: type, widget: Widget) -> bool:
        # Only where several may be ticked can one stand alone.
        is_exclusive = holds is Choice and widget.name == "exclusive"
        return not is_exclusive or self.fields.one("f.kind") == CHOICES

    def field(self, holds: type, name: str, widget: Widget, path: str) -> dict:
        """One field: what all have, and what its control needs."""
        draw = DRAWN.get(widget.control, Drawing.plain)
        return {
            "control": widget.control,
            "name": path,
            "id": path.replace(".", "-"),
            "label": label_of_field(holds, name),
            "help": HELP.get((holds, name), ""),
            "fault": self.faults.get(path, ""),
            **draw(self, widget, path),
        }

    def plain(self, widget: Widget, path: str) -> dict:
        return {"value": self.fields.one(path)}

    def word(self, widget: Widget, path: str) -> dict:
        return {"options": options(widget.words, [self.fields.one(path)])}

    def words(self, widget: Widget, path: str) -> dict:
        chosen = [word for word in self.fields.all(path) if word in widget.words]
        first = {word: widget.words[word] for word in chosen}
        return {"options": options(first | dict(widget.words), chosen)}

    def value(self, widget: Widget, path: str) -> dict:
        titles = self.pickers.values_of(self.scheme) or {}
        return {"options": options(titles, self.fields.all(path))}

    def pick(self, widget: Widget, path: str) -> dict:
        return self._picker(widget.about, [self.fields.one(path)])

    def picks(self, widget: Widget, path: str) -> dict:
        texts = [text for text in self.fields.all(path) if text.strip()]
        # One more to fill in, or as many as were asked for.
        blank = max(1, len(self.fields.all(path)) - len(texts))
        return self._picker(widget.about, [*texts, *[""] * blank])

    def _picker(self, about: str, texts: Iterable[str]) -> dict:
        picks = []
        for text in texts:
            slug = self.pickers.slug_of(about, text) if text.strip() else None
            label = self.pickers.label_of(about, slug) if slug else text
            picks.append({"slug": slug or "", "text": label})
        is_short = self.pickers.is_short(about)
        if not is_short:
            self.lists[about] = self.pickers.options(about)
        return {
            "picks": [
                {**each, "options": self._choices(about, each) if is_short else []}
                for each in picks
            ],
            "list": "" if is_short else f"list-{about}",
        }

    def _choices(self, about: str, pick: Mapping[str, str]) -> list[dict]:
        return options(self.pickers.options(about), [pick["slug"]])

    def condition(self, widget: Widget, path: str) -> dict:
        self.lists["subject"] = self.pickers.options("subject")
        group = conditions.draw(self.fields, path, self.pickers, self.faults)
        written, _ = conditions.read(self.fields, path, self.pickers)
        return {"group": group, "written": written}

    def optional(self, widget: Widget, path: str) -> dict:
        is_given = bool(self.fields.one(f"{path}.{ON}"))
        inner = widgets_of(widget.holds)
        return {
            "is_given": is_given,
            "fields": self.draw(widget.holds, inner, path) if is_given else [],
        }

    def items(self, widget: Widget, path: str) -> dict:
        inner = widgets_of(widget.holds)
        return {
            "numbers": ",".join(self.fields.numbers(path)),
            "item": ITEM_NAMES[widget.holds],
            "one": with_article(ITEM_NAMES[widget.holds]),
            "rows": [
                {
                    "path": row,
                    "number": number,
                    "slug": self.fields.one(f"{row}.slug"),
                    "has_slug": "slug" in shape_of(widget.holds),
                    "fields": self._row(widget, inner, row, number),
                }
                for number, row in enumerate(self.fields.items(path), 1)
            ],
        }

    def _row(
        self, widget: Widget, inner: Sequence[Widget], path: str, number: int
    ) -> list[dict]:
        drawn = self.draw(widget.holds, inner, path)
        # What is said of the first row goes for all.
        return drawn if number == 1 else [each | {"help": ""} for each in drawn]

    def facts(self, widget: Widget, path: str) -> dict:
        about = ANSWER if widget.about == "question" else widget.about
        self.lists[about] = self.pickers.options(about)
        return {
            "numbers": ",".join(self.fields.numbers(path)),
            "list": f"list-{about}",
            "rows": [
                self._fact(widget.about, about, row, number)
                for number, row in enumerate(self.fields.items(path), 1)
            ],
        }

    def _fact(self, about: str, picked: str, path: str, number: int) -> dict:
        text = self.fields.one(f"{path}.subject")
        slug = self.pickers.slug_of(picked, text) if text.strip() else None
        offered = self.pickers.outcomes_of(about, slug) if slug else {}
        is_drawn = self.fields.one(f"{path}.drawn") in ("", slug)
        chosen = self.fields.all(f"{path}.values") if is_drawn else []
        return {
            "path": path,
            "number": number,
            "subject": self.pickers.label_of(picked, slug) if slug else text,
            "drawn": slug or "",
            "is_free": offered is None,
            "takes_one": bool(slug) and self.pickers.takes_one(about, slug),
            "told": ", ".join(offered.get(each, each) for each in chosen)
            if offered
            else "",
            "value": next(iter(chosen), ""),
            "values": options(offered or {}, chosen),
            "fault": self.faults.get(path, ""),
        }


DRAWN = {
    WORD: Drawing.word,
    WORDS: Drawing.words,
    VALUE: Drawing.value,
    VALUES: Drawing.value,
    PICK: Drawing.pick,
    PICKS: Drawing.picks,
    CONDITION: Drawing.condition,
    OPTIONAL: Drawing.optional,
    ITEMS: Drawing.items,
    FACTS: Drawing.facts,
}


def options(offered: Mapping[str, str], chosen: Sequence[str]) -> list[dict]:
    """What may be chosen, in order, each with whether it is."""
    return [
        {"value": value, "label": label, "chosen": value in chosen}
        for value, label in offered.items()
    ]
