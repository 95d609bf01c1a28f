"""The content of a part as the fields of a form."""

from collections.abc import Mapping, Sequence

from compliance.bankfile.building import shape_of
from compliance.workbench.forms import conditions
from compliance.workbench.forms.fields import Fields
from compliance.workbench.forms.widgets import (
    CONDITION,
    FACTS,
    FIXED,
    FLAG,
    ITEMS,
    LINES,
    OPTIONAL,
    PICKS,
    VALUES,
    WORDS,
    Widget,
    widgets_of,
)

SEVERAL = (PICKS, WORDS, VALUES)
ON = "on"


def flatten(holds: type, widgets: Sequence[Widget], content: Mapping) -> Fields:
    """The fields that draw this content; what it leaves out stands at its default."""
    fields = Fields()
    _flatten(holds, widgets, content, fields, "f")
    return fields


def _flatten(
    holds: type,
    widgets: Sequence[Widget],
    content: Mapping,
    fields: Fields,
    path: str,
) -> None:
    shape = shape_of(holds)
    for widget in widgets:
        default = shape[widget.name][0].default
        fallback = default if isinstance(default, str | bool) else None
        value = content.get(widget.name, fallback)
        name = f"{path}.{widget.name}"
        if widget.control != FIXED:
            _flatten_field(widget, value, fields, name)
    # The slug of a choice or a value stays with it, unseen.
    if "slug" in content and path != "f":
        fields.put(f"{path}.slug", content["slug"])


def _flatten_field(widget: Widget, value: object, fields: Fields, name: str) -> None:
    match widget.control:
        case control if control == CONDITION:
            conditions.flatten(value, fields, name)
        case control if control == ITEMS:
            _flatten_items(widget, value or [], fields, name)
        case control if control == OPTIONAL:
            if value is not None:
                fields.put(f"{name}.{ON}", ON)
                inner = widgets_of(widget.holds)
                _flatten(widget.holds, inner, value, fields, name)
        case control if control == FACTS:
            _flatten_facts(value or {}, fields, name)
        case _:
            _flatten_plain(widget.control, value, fields, name)


def _flatten_plain(control: str, value: object, fields: Fields, name: str) -> None:
    if control in SEVERAL:
        fields.put(name, *(value or []))
    elif control == LINES:
        fields.put(name, "\n".join(value or []))
    elif control == FLAG:
        if value in (True, "yes", "true"):
            fields.put(name, ON)
    else:
        fields.put(name, value or "")


def _flatten_items(widget: Widget, values: object, fields: Fields, name: str) -> None:
    # A duty that begins at one date in any case is written as that date alone.
    rows = [{"milestone": values}] if isinstance(values, str) else values
    fields.put_items(name, range(len(rows)))
    for number, row in enumerate(rows):
        inner = widgets_of(widget.holds)
        _flatten(widget.holds, inner, row, fields, f"{name}.{number}")


def _flatten_facts(facts: Mapping, fields: Fields, name: str) -> None:
    fields.put_items(name, range(len(facts)))
    for number, (slug, told) in enumerate(facts.items()):
        values = [told] if isinstance(told, str) else told
        fields.put(f"{name}.{number}.subject", slug)
        fields.put(f"{name}.{number}.drawn", slug)
        fields.put(f"{name}.{number}.values", *values)
