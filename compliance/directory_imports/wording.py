"""Changes that an import would make, in words."""

from collections.abc import Iterator, Mapping

from compliance.directory_imports.comparing import MISSING, NEW
from compliance.models.support import SupportEntryRow

LONGEST = 300


def field_title(name: str) -> str:
    """The field as the admin calls it."""
    return str(SupportEntryRow._meta.get_field(name).verbose_name).capitalize()


def value_text(value: object) -> str:
    """A stored value as text; a dash for nothing."""
    if value in (None, "", [], {}):
        return "–"
    if isinstance(value, list):
        return ", ".join(map(str, value))
    if isinstance(value, dict):
        return "; ".join(f"{name}: {each}" for name, each in value.items())
    return str(value)[:LONGEST]


def change_lines(change: Mapping) -> Iterator[str]:
    """A change as lines for the console."""
    yield f"{change['sort']}: {change['slug']} ({change['name']})"
    if change["sort"] in (NEW, MISSING):
        return
    for field in change["fields"]:
        kept = " [kept: edited by staff]" if field["is_kept"] else ""
        before, after = value_text(field["before"]), value_text(field["after"])
        yield f"  {field['name']}: {before} -> {after}{kept}"
