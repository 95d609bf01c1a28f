"""How hard a text is to read: the Flesch-Kincaid grade, in years of school."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from compliance.domain.bank import Bank, Question

UPPER_SECONDARY = 12
# The grade of a few words says nothing.
LEAST_WORDS = 8
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
END = re.compile(r"[.!?]+(?=\s|$)")
VOWELS = re.compile(r"[aeiouyà-öø-ÿ]+")
SILENT = re.compile(r"(?<![aeiouy])e$|(?<=[^aeiouytd])ed$|(?<=[^aeiouyscxzgh])es$")
SOUNDED = re.compile(r"[^aeiouy]le$|[^aeiouy]les$|i[aou]|[^aeiouy]ism$")
BLENDS = re.compile(r"(?<=[tscgxl])i[ao](?=us|n|l)")


@dataclass(frozen=True)
class HardText:
    """A text above the level of upper-secondary school."""

    subject: str
    place: str
    grade: float


def syllables(word: str) -> int:
    """The syllables of an English word, near enough to compare texts."""
    word = word.lower()
    count = len(VOWELS.findall(word)) - len(SILENT.findall(word))
    count += len(SOUNDED.findall(word)) - len(BLENDS.findall(word))
    return max(1, count)


def grade(text: str) -> float:
    """The Flesch-Kincaid grade; 0 for texts too short to be judged."""
    words = WORD.findall(text)
    if len(words) < LEAST_WORDS:
        return 0.0
    sentences = max(1, len(END.findall(text.strip())))
    spoken = sum(map(syllables, words))
    found = 0.39 * len(words) / sentences + 11.8 * spoken / len(words) - 15.59
    return round(found, 1)


def hard_texts(bank: Bank) -> Iterator[HardText]:
    """The texts of questions that ask for more than upper-secondary school."""
    for question in bank.questions.values():
        for name, text in _texts(question):
            found = grade(text)
            if found > UPPER_SECONDARY:
                place = f'question "{question.slug}".{name}'
                yield HardText(question.slug, place, found)


def _texts(question: Question) -> Iterator[tuple[str, str]]:
    yield "text", question.text
    yield "why", question.why
    for choice in question.choices:
        yield f"choices.{choice.slug}.label", choice.label
        yield f"choices.{choice.slug}.help", choice.help
