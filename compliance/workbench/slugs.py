"""The names that parts have in files: given once, kept for good after publishing."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from functools import lru_cache

from django.utils.translation import gettext as _

from compliance.bankfile import plain_of
from compliance.domain import conditions as grammar
from compliance.domain.bank import Bank
from compliance.domain.changes import keyed
from compliance.domain.conditions import All, Before, Condition, Is, Not
from compliance.domain.parts import KINDS, NAMED, own_fields
from compliance.domain.reference_cases import Facts, ReferenceCase
from compliance.domain.reference_checks import SLUG
from compliance.domain.references import REFERENCES
from compliance.domain.support_entry import SERVICES, TECHNOLOGIES
from compliance.models import Part
from compliance.publishing import published_bank
from compliance.workbench.desk import Desk
from compliance.workbench.editing import store, turn
from compliance.workbench.filling import fill
from compliance.workbench.forms.reading import free_slug
from compliance.workbench.partform import PartForm
from compliance.workbench.state import State

LONGEST = 80
# Parts of these kinds are named by a word of the directory's vocabulary.
BY_WORD: Mapping[str, Mapping[str, str]] = {
    "technology": TECHNOLOGIES,
    "service": SERVICES,
}
TESTED = ("question", "scheme")


def slug_for(kind: str, form: PartForm, state: State) -> str:
    """The slug of a new part, made of its words; empty where its kind has none."""
    if kind in BY_WORD:
        word = form.fields.one("f.slug")
        return word if word in BY_WORD[kind] else next(iter(BY_WORD[kind]))
    if "slug" not in own_fields(kind):
        return ""
    content = form.content
    words = content.get("title") or content.get("reference") or content.get("text", "")
    if kind in ("rule", "otherwise"):
        words = f"{form.scheme} {content.get('value', '')}"
    if kind == "provision":
        words = f"{content.get('act', '')} {content.get('reference', '')}"
    return free_slug(words, taken_slugs(kind, state))


def taken_slugs(kind: str, state: State) -> list[str]:
    """The slugs that a part of this kind cannot have."""
    shared = NAMED if kind in NAMED else (kind,)
    return [slug for each, slug in state.pks if each in shared]


def is_published(row: Part) -> bool:
    """Whether the last version holds the part, so that its slug stays."""
    base = row.copy.base
    return base is not None and (row.kind, row.slug) in _named_in(base.fingerprint)


@lru_cache(maxsize=4)
def _named_in(fingerprint: str) -> frozenset[tuple[str, str]]:
    keys = keyed(published_bank(fingerprint))
    return frozenset((kind, words) for kind, words, _ in keys)


def name_anew(desk: Desk, row: Part, slug: str) -> str:
    """Rename a part everywhere it is named; says in words what came of it."""
    slug = slug.strip()
    if is_published(row):
        return _("It was published under this name, and keeps it.")
    if not SLUG.fullmatch(slug) or len(slug) > LONGEST or slug == "unsure":
        return _("Use letters, digits and single hyphens.")
    if slug != row.slug and slug in taken_slugs(row.kind, desk.state):
        return _("Something else in this bank has that name.")
    renamed = Renaming(row.kind, row.slug, slug).bank(desk.state.bank)
    with turn(desk.copy):
        row.slug = slug
        store(row, row.content)
        fill(desk.copy, plain_of(renamed))
    return _("Renamed here and wherever it is named.")


class Renaming:
    """One slug in place of another, in all parts of a bank that name it."""

    def __init__(self, kind: str, old: str, new: str):
        self.kind, self.old, self.new = kind, old, new

    def bank(self, bank: Bank) -> Bank:
        """The bank with the new name."""
        return self._value(bank)

    def _value(self, value: object) -> object:
        if isinstance(value, tuple):
            return tuple(self._value(each) for each in value)
        if isinstance(value, Is | Before | All | grammar.Any | Not):
            return self._condition(value)
        if not is_dataclass(value) or isinstance(value, Facts):
            return value
        changes = {each.name: self._field(value, each.name) for each in fields(value)}
        return replace(value, **changes)

    def _field(self, holder: object, name: str) -> object:
        value = getattr(holder, name)
        if REFERENCES.get((type(holder), name)) == self.kind:
            return self._slugs(value)
        if name == "slug":
            held = KINDS[self.kind].holds
            return self._slug(value) if isinstance(holder, held) else value
        if isinstance(holder, ReferenceCase):
            return self._of_case(name, value)
        return self._value(value)

    def _slugs(self, value: object) -> object:
        return (
            tuple(map(self._slug, value))
            if isinstance(value, tuple)
            else self._slug(value)
        )

    def _slug(self, slug: str) -> str:
        return self.new if slug == self.old else slug

    def _of_case(self, name: str, value: object) -> object:
        about = {"answers": "question", "duties": "duty"}.get(name, "scheme")
        if name == "open_questions" and self.kind == "question":
            return self._slugs(value)
        is_about = about == self.kind or (name, self.kind) == ("answers", "measure")
        if isinstance(value, Facts) and is_about:
            return Facts(tuple((self._slug(slug), told) for slug, told in value))
        return value

    def _condition(self, condition: Condition) -> Condition:
        match condition:
            case Is(subject, values):
                named = self._slug(subject) if self.kind in TESTED else subject
                return Is(named, values)
            case Before(subject, milestone):
                if self.kind == "milestone":
                    return Before(subject, self._slug(milestone))
                named = self._slug(subject) if self.kind in TESTED else subject
                return Before(named, milestone)
            case Not(part):
                return Not(self._condition(part))
        return type(condition)(tuple(map(self._condition, condition.parts)))
