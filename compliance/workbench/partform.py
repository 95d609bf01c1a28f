"""The form of one part: what it says now, what is amiss, and the bank it would make."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from compliance.bankfile.building import Builder
from compliance.domain.bank import Bank
from compliance.domain.parts import HEAD, KINDS, Placed, kinds_in, own_fields
from compliance.models import Part
from compliance.workbench.forms.drawing import Drawing
from compliance.workbench.forms.fields import Fields
from compliance.workbench.forms.flattening import flatten
from compliance.workbench.forms.operations import apply
from compliance.workbench.forms.reading import Reading, read
from compliance.workbench.forms.widgets import Widget, widgets_of_part
from compliance.workbench.state import State

NAMED_BY = ("title", "text", "name")
# What a new part is drawn with, so that its first rows need no button.
FIRST_ROWS = {
    "question": ("add:f.choices", "add:f.choices", "add:f.choices",
                 "add:f.examples", "add:f.examples"),
    "scheme": ("add:f.values", "add:f.values"),
    "rule": ("add-test:f.when",),
    "duty": ("add-test:f.when", "add:f.from"),
    "exclusion": ("add-test:f.when",),
    "measure": ("add:f.guidance",),
    "case": ("add:f.answers", "add:f.answers", "add:f.expect"),
}  # fmt: skip
FACTS = ("answers", "expect", "holds", "any_of", "excludes", "possible")


@dataclass
class PartForm:
    """The fields of a part, as stored or as sent; faults are told once it was sent."""

    kind: str
    kept: dict
    state: State
    scheme: str
    fields: Fields = field(default_factory=Fields)
    is_sent: bool = False

    @property
    def holds(self) -> type:
        """The class of the part."""
        return Bank if self.kind == HEAD else KINDS[self.kind].holds

    @cached_property
    def widgets(self) -> tuple[Widget, ...]:
        """Its controls."""
        return widgets_of_part(self.kind)

    @cached_property
    def reading(self) -> Reading:
        """What the fields say."""
        return read(
            self.holds, self.widgets, self.fields, self.state.pickers, self.kept
        )

    @property
    def content(self) -> dict:
        """The content in file form."""
        return self.reading.content

    @property
    def faults(self) -> dict[str, str]:
        """What is amiss by field name, and what was left empty that names the part."""
        faults = dict(self.reading.faults)
        for name in NAMED_BY:
            is_drawn = any(widget.name == name for widget in self.widgets)
            if is_drawn and not self.content.get(name):
                faults.setdefault(f"f.{name}", "Write something here.")
            if is_drawn:
                break
        return faults

    def drawn(self) -> tuple[list[dict], dict]:
        """The fields for the templates, and the lists that they pick from."""
        faults = self.faults if self.is_sent else {}
        pickers = self.state.pickers
        drawing = Drawing(self.fields, pickers, faults, self.scheme)
        return drawing.draw(self.holds, self.widgets), drawing.lists

    def placed(self, slug: str) -> Placed | None:
        """The part as the form has it; nothing where it has not its shape yet."""
        return placed_from(self.kind, slug, self.content, self.scheme)


def placed_from(
    kind: str, slug: str, content: Mapping, parent: str = ""
) -> Placed | None:
    """A part of the domain made of a row's content, with nothing inside it.

    Nothing where the content has not the shape of the part.
    """
    is_head = kind == HEAD
    held = kinds_in("" if is_head else kind)
    hollow = {each.field: [] for each in held if not each.is_single}
    names = own_fields(kind)
    extra = {"slug": slug or "new"} if "slug" in names else {}
    if is_head:
        extra |= {"number": "", "changelog": ""}
    builder = Builder()
    holds = Bank if is_head else KINDS[kind].holds
    part = builder.build(holds, {**hollow, **content, **extra}, "part")
    return None if builder.problems else Placed(kind, part, parent)


def form_of(row: Part, state: State) -> PartForm:
    """The form of a stored part."""
    scheme = row.parent.slug if row.parent else ""
    form = PartForm(row.kind, row.content, state, scheme)
    content = _in_bank_order(row.content, state.bank)
    form.fields = flatten(form.holds, form.widgets, content)
    return form


def _in_bank_order(content: Mapping, bank: Bank) -> dict:
    """The content with the facts of a case in the order in which the bank asks."""
    places = {slug: n for n, slug in enumerate([*bank.questions, *bank.scheme])}
    return {
        key: dict(
            sorted(value.items(), key=lambda pair: places.get(pair[0], len(places)))
        )
        if isinstance(value, dict) and key in FACTS
        else value
        for key, value in content.items()
    }


def blank_form(kind: str, parent: Part | None, state: State) -> PartForm:
    """The form of a part that is not there yet."""
    form = PartForm(kind, {}, state, parent.slug if parent else "")
    form.fields = flatten(form.holds, form.widgets, {})
    for operation in FIRST_ROWS.get(kind, ()):
        apply(form.fields, operation)
    return form
