"""A document taken apart into parts, and put together again; one to one."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import MISSING, dataclass, field

from compliance.bankfile.building import shape_of
from compliance.domain.bank import Bank
from compliance.domain.changes import Key, free_key
from compliance.domain.parts import HEAD, KINDS, PartKind, kinds_in
from compliance.models import Part

# What the version says of itself stands with the version.
OF_THE_VERSION = ("number", "changelog")


@dataclass
class Row:
    """A part in plain form with the parts inside it, before it is stored or read."""

    kind: str
    slug: str
    content: dict
    inside: list["Row"] = field(default_factory=list)


def expand(document: Mapping) -> Row:
    """The head of a document with all its parts inside."""
    head = _row(HEAD, document)
    for name in OF_THE_VERSION:
        head.content.pop(name, None)
    return head


def _row(kind: str, plain: Mapping) -> Row:
    held = kinds_in("" if kind == HEAD else kind)
    apart = {"slug", *(each.field for each in held)}
    content = {key: value for key, value in plain.items() if key not in apart}
    inside = [_row(each.slug, part) for each in held for part in _held(each, plain)]
    return Row(kind, plain.get("slug", ""), content, inside)


def _held(kind: PartKind, plain: Mapping) -> list[Mapping]:
    held = plain.get(kind.field)
    if held is None:
        return []
    return [held] if kind.is_single else list(held)


def keyed_rows(head: Row) -> dict[Key, tuple[Row, Row | None]]:
    """Key → row and the row that holds it; the keys are those of domain.changes."""
    rows: dict[Key, tuple[Row, Row | None]] = {}
    for row, holder in _with_holders(head, None):
        words = words_of(row.kind, row.slug, row.content)
        rows[free_key(rows, row.kind, words)] = (row, holder)
    return rows


def words_of(kind: str, slug: str, content: Mapping) -> str:
    """What stays the same about a part beside its kind: its slug, or its words."""
    if kind == HEAD:
        return ""
    return slug or content.get("text") or content.get("trl", "")


def _with_holders(row: Row, holder: Row | None) -> Iterator[tuple[Row, Row | None]]:
    yield row, holder
    for inner in row.inside:
        yield from _with_holders(inner, row)


def compiled(parts: Iterable[Part], number: str, changelog: str) -> dict:
    """The document that stored parts make up; parts of a kind in the order given."""
    rows = {}
    parts = list(parts)
    for part in parts:
        rows[part.pk] = Row(part.kind, part.slug, part.content)
    head = next(rows[part.pk] for part in parts if part.kind == HEAD)
    for part in parts:
        if part.kind != HEAD:
            holder = head if part.parent_id is None else rows[part.parent_id]
            holder.inside.append(rows[part.pk])
    return assembled(head) | {"number": number, "changelog": changelog}


def assembled(row: Row) -> dict:
    """The plain form of a row with everything inside it; the inverse of `expand`."""
    plain = dict(row.content)
    if "slug" in shape_of(_class_of(row.kind)):
        plain["slug"] = row.slug
    for kind in kinds_in("" if row.kind == HEAD else row.kind):
        held = [assembled(each) for each in row.inside if each.kind == kind.slug]
        if held or _is_demanded(row.kind, kind):
            plain[kind.field] = held[0] if kind.is_single else held
    return plain


def _is_demanded(holder: str, kind: PartKind) -> bool:
    field, _ = shape_of(_class_of(holder))[kind.field]
    return field.default is MISSING and field.default_factory is MISSING


def _class_of(kind: str) -> type:
    return Bank if kind == HEAD else KINDS[kind].holds
