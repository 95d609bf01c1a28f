"""Reference cases: answers to a product, and what they must come to."""

from collections.abc import Iterator
from dataclasses import dataclass

STRICT, TOLERANT, UNSCORED = "strict", "tolerant", "unscored"
SCORINGS = (STRICT, TOLERANT, UNSCORED)
ABSENT, OPEN = "absent", "open"
APPLIES, DOES_NOT_APPLY = "applies", "does-not-apply"


@dataclass(frozen=True)
class Facts:
    """Slugs with one value or several each; sorted, so that equal ones are equal."""

    pairs: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.pairs)

    def __iter__(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        return iter(self.pairs)

    @property
    def mapping(self) -> dict[str, tuple[str, ...]]:
        """Slug → values."""
        return dict(self.pairs)


NO_FACTS = Facts()


@dataclass(frozen=True)
class ReferenceCase:
    """Answers in, verdicts out, with the source that says so.

    `expect` names a scheme's exact values, `open` or `absent`; `holds` labels that are
    among the certain ones, `any_of` values of which one is certain, `excludes` values
    that are ruled out, `possible` all that may still hold. `applies_from` are days
    (ISO) on which a duty begins. Where we read the law otherwise than the source,
    `source_says` keeps its outcome and `differs` our reason.
    """

    slug: str
    title: str
    source: str
    answers: Facts
    text: str = ""
    address: str = ""
    scoring: str = ""
    expect: Facts = NO_FACTS
    holds: Facts = NO_FACTS
    any_of: Facts = NO_FACTS
    excludes: Facts = NO_FACTS
    possible: Facts = NO_FACTS
    duties: Facts = NO_FACTS
    open_questions: tuple[str, ...] = ()
    applies_from: tuple[str, ...] = ()
    source_says: Facts = NO_FACTS
    differs: str = ""
