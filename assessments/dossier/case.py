"""What a dossier is made from, and its facts in words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from django_countries import countries

from compliance.domain.answers import NO_ANSWER, Answer, Answers
from compliance.domain.bank import COUNTRY, DATE, TEXT, Bank, Question
from compliance.domain.determination import Determination, determine
from compliance.domain.gaps import Gap, find_gaps
from compliance.domain.support import SupportEntry
from compliance.provisions import label_of

NUMBERS = [
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
]
UNSURE_TEXT = "I don’t know yet"


@dataclass(frozen=True)
class Case:
    """One product's answers under one bank, read on one day."""

    bank: Bank
    bank_hash: str
    answers: Answers
    product: str
    organisation: str
    as_of: date
    answered_on: date
    entries: Sequence[SupportEntry] = field(default=(), repr=False)

    @cached_property
    def determination(self) -> Determination:
        """What the answers settle."""
        return determine(self.bank, self.answers)

    @cached_property
    def gaps(self) -> tuple[Gap, ...]:
        """The gaps, ranked."""
        return find_gaps(self.determination)

    @property
    def numbers(self) -> dict[str, int]:
        """Question slug → its number on this path."""
        return self.determination.numbers

    def answer(self, slug: str) -> Answer:
        """The stored answer."""
        return self.answers.get(slug, NO_ANSWER)

    @property
    def country(self) -> str:
        """The country code answered, or nothing."""
        for question in self.bank.questions.values():
            if question.kind == COUNTRY:
                return "".join(self.answer(question.slug).values)
        return ""

    @property
    def purpose(self) -> str:
        """The intended purpose in the founder's own sentence, or nothing."""
        texts = (q for q in self.bank.questions.values() if q.kind == TEXT)
        return next(("".join(self.answer(q.slug).values) for q in texts), "")

    @property
    def is_on_market(self) -> bool:
        """Whether the product is settled to be on the market or in use."""
        condition = self.bank.on_market_when
        return condition is not None and self.determination.truth_of(condition) is True

    def provision(self, slug: str) -> dict:
        """A citation with its paraphrase and address."""
        cited = self.bank.provision[slug]
        return {
            "slug": slug,
            "act": self.bank.act[cited.act].title,
            "reference": cited.reference,
            "label": label_of(self.bank, slug),
            "title": cited.title,
            "text": cited.text,
            "address": cited.address,
            "status": cited.status,
        }

    def provisions(self, slugs: Iterable[str]) -> list[dict]:
        """Citations, each once."""
        return [self.provision(slug) for slug in dict.fromkeys(slugs)]

    def basis(self, slugs: Sequence[str]) -> str:
        """The first citation in words."""
        return label_of(self.bank, slugs[0]) if slugs else ""

    def told(self, slug: str) -> dict:
        """A question with the answer given to it."""
        question = self.bank.questions[slug]
        return {
            "number": self.numbers.get(slug),
            "slug": slug,
            "text": question.text,
            "answer": answer_text(question, self.answer(slug)),
            "unsure": self.answer(slug).unsure,
        }

    def asked(self, slug: str) -> dict:
        """A question that would settle something, and who usually knows."""
        question = self.bank.questions[slug]
        section = self.bank.section_of[slug]
        return {
            "slug": slug,
            "number": self.numbers.get(slug),
            "text": question.text,
            "who": question.who,
            "section": section.slug,
            "section_title": section.title,
        }


def answer_text(question: Question, answer: Answer) -> str:
    """The answer in the words of the choices; empty where there is none."""
    labels = {choice.slug: choice.label for choice in question.options}
    words = [labels.get(value, value) for value in answer.values]
    if question.kind == COUNTRY:
        words = [country_name(value) for value in answer.values]
    if question.kind == DATE:
        words = [day_text(date.fromisoformat(value)) for value in answer.values]
    if answer.unsure:
        words.append(UNSURE_TEXT)
    return "; ".join(words)


def country_name(code: str) -> str:
    """The country's name in English, or the code where none is known."""
    return str(countries.name(code)) or code


def day_text(day: date) -> str:
    """A day as written: 2 August 2028."""
    return f"{day.day} {day:%B %Y}"


def short_day(day: date) -> str:
    """A day as written where there is little room: 2 Aug 2028."""
    return f"{day.day} {day:%b %Y}"


def counted(number: int, noun: str, plural: str = "") -> str:
    """A number in words with its noun: one point, two points, 12 points."""
    word = NUMBERS[number] if number < len(NUMBERS) else str(number)
    return f"{word} {noun if number == 1 else plural or noun + 's'}"


def joined(words: Sequence[str], last: str) -> str:
    """Words as a list: a, b or c."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def lowered(text: str) -> str:
    """The text to stand inside a sentence; acronyms keep their capitals."""
    return text if text[:2].isupper() else text[:1].lower() + text[1:]
