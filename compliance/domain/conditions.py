"""Conditions: the one grammar that decides what is asked, what holds and what fits."""

from dataclasses import dataclass


class ConditionError(ValueError):
    """A written condition that the grammar does not allow; says where and why."""


@dataclass(frozen=True)
class Is:
    """The subject (question or scheme slug) has one of these values."""

    subject: str
    values: tuple[str, ...]


@dataclass(frozen=True)
class Before:
    """The date answered to a question lies before a milestone of the bank."""

    subject: str
    milestone: str


@dataclass(frozen=True)
class All:
    """Every part is met."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True)
class Any:
    """At least one part is met."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True)
class Not:
    """The part is not met; met also where its subject is absent."""

    part: "Condition"


Condition = Is | Before | All | Any | Not


def parse(plain: object) -> Condition:
    """Read the written form, `{subject: slug | [slugs]}` under all, any and not.

    Raises ConditionError for anything else.
    """
    if not isinstance(plain, dict) or not plain:
        raise ConditionError(
            f"a condition is a mapping such as {{subject: value}}, not {plain!r}"
        )
    parts = tuple(_parse_clause(key, value) for key, value in plain.items())
    return parts[0] if len(parts) == 1 else All(parts)


def _parse_clause(key: str, value: object) -> Condition:
    if key in ("all", "any"):
        if not isinstance(value, list) or not value:
            raise ConditionError(f"`{key}` takes a list of conditions")
        parts = tuple(parse(part) for part in value)
        return All(parts) if key == "all" else Any(parts)
    if key == "not":
        return Not(parse(value))
    if isinstance(value, dict):
        return _parse_comparison(key, value)
    return Is(key, _parse_values(key, value))


def _parse_comparison(subject: str, value: dict) -> Before:
    if set(value) != {"before"} or not isinstance(value["before"], str):
        raise ConditionError(
            f"`{subject}`: the only comparison is {{before: milestone}}"
        )
    return Before(subject, value["before"])


def _parse_values(subject: str, value: object) -> tuple[str, ...]:
    values = [value] if isinstance(value, str) else value
    if (
        not isinstance(values, list)
        or not values
        or not all(isinstance(each, str) for each in values)
    ):
        raise ConditionError(f"`{subject}` takes one value or a list of values")
    return tuple(values)


def plain(condition: Condition) -> dict:
    """Return the written form; `parse(plain(condition)) == condition`."""
    match condition:
        case Is(subject, (value,)):
            return {subject: value}
        case Is(subject, values):
            return {subject: list(values)}
        case Before(subject, milestone):
            return {subject: {"before": milestone}}
        case All(parts):
            return {"all": [plain(part) for part in parts]}
        case Any(parts):
            return {"any": [plain(part) for part in parts]}
        case Not(part):
            return {"not": plain(part)}
    raise TypeError(f"not a condition: {condition!r}")


def leaves(condition: Condition) -> list[Is | Before]:
    """Every test in the condition, in reading order."""
    match condition:
        case All(parts) | Any(parts):
            return [leaf for part in parts for leaf in leaves(part)]
        case Not(part):
            return leaves(part)
    return [condition]


def subjects(condition: Condition | None) -> tuple[str, ...]:
    """The questions and schemes the condition reads, each once, in order."""
    if condition is None:
        return ()
    return tuple(dict.fromkeys(leaf.subject for leaf in leaves(condition)))
