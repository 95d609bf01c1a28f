"""The number of the next version, computed from what changed."""

import re

from compliance.domain.bank import Bank, Question

MAJOR, MINOR, PATCH = "major", "minor", "patch"
NUMBER = re.compile(r"(\d+)\.(\d+)\.(\d+)")


def level_of(before: Bank, after: Bank, same_logic: bool) -> str:
    """How far a change goes.

    Major: earlier answers may not fit any more, because a question or choice is gone,
    retyped or means something else. Patch: words only. Minor: the rest.
    """
    if any(not fits(question, after) for question in before.questions.values()):
        return MAJOR
    return PATCH if same_logic else MINOR


def fits(question: Question, after: Bank) -> bool:
    """Whether every answer to this question is an answer to the later one as well."""
    later = after.questions.get(question.slug)
    return (
        later is not None
        and later.kind == question.kind
        and later.meaning == question.meaning
        and question.option_slugs <= later.option_slugs
    )


def next_number(number: str, level: str) -> str:
    """The number that follows: next_number("1.4.2", "minor") == "1.5.0".

    A number of another form starts the count at 1.0.0.
    """
    written = NUMBER.fullmatch(number)
    if written is None:
        return "1.0.0"
    major, minor, patch = map(int, written.groups())
    if level == MAJOR:
        return f"{major + 1}.0.0"
    if level == MINOR:
        return f"{major}.{minor + 1}.0"
    return f"{major}.{minor}.{patch + 1}"
