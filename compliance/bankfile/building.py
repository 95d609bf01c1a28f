"""From plain mappings to the values of the domain, strictly, all faults collected."""

import types
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from difflib import get_close_matches
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

from compliance.bankfile.located import Located
from compliance.bankfile.problems import FileProblem
from compliance.domain.conditions import Condition, ConditionError, parse
from compliance.domain.law import AppliesFrom, Duty
from compliance.domain.reference_cases import Facts

# Where a word of the file cannot be a name in Python.
FILE_KEYS = {(Duty, "applies_from"): "from"}


@cache
def shape_of(kind: type) -> dict[str, tuple[Field, object]]:
    """File key → field and type, for one kind of value."""
    hints = get_type_hints(kind)
    return {
        FILE_KEYS.get((kind, each.name), each.name): (each, hints[each.name])
        for each in fields(kind)
    }


class Builder:
    """Builds domain values and collects what is wrong with what it was given."""

    def __init__(self) -> None:
        self.problems: list[FileProblem] = []
        self.file = ""

    def report(self, source: object, key: str, place: str, fault: str, remedy: str):
        """Note one fault at a key of a mapping."""
        file = getattr(source, "file", self.file)
        line = getattr(source, "lines", {}).get(key, getattr(source, "line", 0))
        self.problems.append(FileProblem(file, line, place, fault, remedy))

    def build(self, kind: type, source: object, place: str) -> Any:
        """Return a value of this kind, or None where it cannot be built."""
        if not isinstance(source, Mapping):
            self.report(
                source, "", place, f"a mapping is expected, not {source!r:.60}",
                "Write its keys and values.",
            )  # fmt: skip
            return None
        shape = shape_of(kind)
        here = _named(place, source)
        self._refuse_unknown(shape, source, here)
        values, count = {}, len(self.problems)
        for key, (each, hint) in shape.items():
            if key in source:
                values[each.name] = self.convert(hint, source, key, f"{here}.{key}")
            elif each.default is MISSING and each.default_factory is MISSING:
                self.report(source, "", here, f"`{key}` is missing", f"Add `{key}: …`.")
        return kind(**values) if len(self.problems) == count else None

    def _refuse_unknown(self, shape: dict, source: Mapping, place: str) -> None:
        for key in source:
            if key not in shape:
                near = get_close_matches(key, shape, 1)
                remedy = f"Did you mean `{near[0]}`?" if near else "Remove it."
                self.report(source, key, place, f'unknown key "{key}"', remedy)

    def convert(self, hint: object, source: Mapping, key: str, place: str) -> Any:
        """Return one value of the type a field asks for."""
        value = source[key]
        if hint == Condition or hint == Condition | None:
            return self._condition(value, source, key, place)
        if hint is bool:
            return self._truth(value, source, key, place)
        if get_origin(hint) is tuple:
            return self._sequence(get_args(hint)[0], value, source, key, place)
        if isinstance(hint, types.UnionType):
            hint = next(each for each in get_args(hint) if each is not type(None))
        if hint is Facts:
            return self._facts(value, source, key, place)
        if is_dataclass(hint):
            return self.build(hint, value, place)
        return self._text(value, source, key, place)

    def _facts(self, value: object, source: Mapping, key: str, place: str) -> Facts:
        if not isinstance(value, Mapping):
            self.report(
                source, key, place, "a mapping is expected", "Write `slug: value`."
            )
            return Facts()
        pairs = []
        for slug, told in value.items():
            values = told if isinstance(told, list) else [told]
            if all(isinstance(each, str) for each in values):
                pairs.append((slug, tuple(each.strip() for each in values)))
            else:
                self.report(
                    value, slug, f"{place}.{slug}", "one value or a list is expected",
                    "Write it as `slug: value` or `slug: [value, value]`.",
                )  # fmt: skip
        # Their order means nothing; sorted, equal facts are equal values.
        return Facts(tuple(sorted(pairs)))

    def _text(self, value: object, source: Mapping, key: str, place: str) -> str:
        if isinstance(value, str):
            return value.strip()
        self.report(source, key, place, "text is expected", "Write it as one text.")
        return ""

    def _truth(self, value: object, source: Mapping, key: str, place: str) -> bool:
        if value in (True, "yes", "true"):
            return True
        if value in (False, "no", "false"):
            return False
        self.report(source, key, place, "yes or no is expected", "Write yes or no.")
        return False

    def _condition(
        self, value: object, source: Mapping, key: str, place: str
    ) -> Condition | None:
        try:
            return parse(value)
        except ConditionError as fault:
            self.report(source, key, place, str(fault), "See docs/bank-files.md.")
        except RecursionError:
            self.report(source, key, place, "it is nested too deep", "Flatten it.")
        return None

    def _sequence(
        self, hint: object, value: object, source: Mapping, key: str, place: str
    ) -> tuple:
        if hint is AppliesFrom and isinstance(value, str):
            return (AppliesFrom(value.strip()),)
        if not isinstance(value, list | tuple):
            self.report(source, key, place, "a list is expected", "Write it as `[…]`.")
            return ()
        if is_dataclass(hint):
            return tuple(
                self.build(hint, each, f"{place}[{number}]")
                for number, each in enumerate(value, 1)
            )
        return tuple(self._text(each, source, key, place) for each in value)


def _named(place: str, source: Mapping) -> str:
    slug = source.get("slug")
    return f'{place} "{slug}"' if isinstance(slug, str) else place


def index_slugs(source: object, found: dict[str, tuple[str, int]]) -> None:
    """Collect slug → file and line from located mappings."""
    if isinstance(source, list):
        for each in source:
            index_slugs(each, found)
    if isinstance(source, Located):
        slug = source.get("slug")
        if isinstance(slug, str):
            found.setdefault(slug, (source.file, source.lines["slug"]))
        for each in source.values():
            index_slugs(each, found)
