"""Picking parts by their words: what may be picked, which slug a text stands for."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from compliance.domain.bank import CHOICE, COUNTRY, UNSURE, YES_NO, Bank
from compliance.domain.countries import COUNTRIES
from compliance.domain.parts import KINDS, parts_of
from compliance.domain.reference_cases import ABSENT, APPLIES, DOES_NOT_APPLY, OPEN
from compliance.domain.titles import clipped, title_of

# More than these are picked by typing some words, fewer from a list.
SHORT_LIST = 60
SUBJECT, ANSWER = "subject", "answer"
OUTCOMES = {OPEN: "still open", ABSENT: "not decided"}
OF_DUTIES = {
    APPLIES: "applies",
    DOES_NOT_APPLY: "does not apply",
    OPEN: "still open",
}
UNSURE_LABEL = "I don’t know yet"


@dataclass(frozen=True)
class Pickers:
    """Everything of one bank that a form may pick."""

    bank: Bank

    @cached_property
    def _labels(self) -> dict[str, dict[str, str]]:
        labels: dict[str, dict[str, str]] = {kind: {} for kind in KINDS}
        for placed in parts_of(self.bank):
            if placed.slug and placed.kind in labels:
                labels[placed.kind][placed.slug] = title_of(placed, self.bank)
        for slug, provision in self.bank.provision.items():
            told = f"{labels['provision'][slug]} – {provision.title}"
            labels["provision"][slug] = clipped(told)
        return {kind: _told_apart(each) for kind, each in labels.items()}

    def options(self, kind: str) -> Mapping[str, str]:
        """Slug → label, of everything of a kind."""
        if kind == SUBJECT:
            return self._subjects
        if kind == ANSWER:
            return self._labels["question"] | self._labels["measure"]
        return self._labels[kind]

    @cached_property
    def _subjects(self) -> dict[str, str]:
        schemes = {
            slug: f"Verdict: {label}" for slug, label in self._labels["scheme"].items()
        }
        return _told_apart(schemes | self._labels["question"])

    @cached_property
    def _slugs(self) -> dict[str, dict[str, str]]:
        return {}

    def slug_of(self, kind: str, text: str) -> str | None:
        """The slug that a text stands for: its label or the slug itself; or nothing."""
        if kind not in self._slugs:
            options = self.options(kind)
            self._slugs[kind] = {_even(label): slug for slug, label in options.items()}
        text = text.strip()
        if text in self.options(kind):
            return text
        return self._slugs[kind].get(_even(text))

    def label_of(self, kind: str, slug: str) -> str:
        """The label of a slug; the slug itself where nothing bears it."""
        return self.options(kind).get(slug, slug)

    def is_short(self, kind: str) -> bool:
        """Whether a plain list will do."""
        return len(self.options(kind)) <= SHORT_LIST

    def values_of(self, subject: str) -> Mapping[str, str] | None:
        """The values that a condition may test a subject for; None for free ones."""
        if subject in self.bank.scheme:
            return self.bank.scheme[subject].titles
        question = self.bank.questions.get(subject)
        if question is None:
            return {}
        if question.kind == COUNTRY:
            return COUNTRIES
        if not question.is_picked:
            return None
        return {choice.slug: choice.label for choice in question.options}

    def outcomes_of(self, about: str, subject: str) -> Mapping[str, str] | None:
        """The values that a reference case may give or expect; None for free ones."""
        if about == "duty":
            return OF_DUTIES
        if about == "scheme":
            known = self.bank.scheme.get(subject)
            return (known.titles if known else {}) | OUTCOMES
        if subject in self.bank.measure:
            return STATES
        values = self.values_of(subject)
        return None if values is None else dict(values) | {UNSURE: UNSURE_LABEL}

    def takes_one(self, about: str, subject: str) -> bool:
        """Whether a case gives or expects one value of a subject only."""
        if about == "scheme":
            return False
        question = self.bank.questions.get(subject)
        return question is None or question.kind in (YES_NO, CHOICE, COUNTRY)


STATES = {
    "not-started": "not started",
    "planned": "planned",
    "partly": "partly in place",
    "in-place": "in place",
    "not-applicable": "set aside",
    UNSURE: UNSURE_LABEL,
}


def _told_apart(labels: Mapping[str, str]) -> dict[str, str]:
    """The labels with a number where several are alike."""
    seen: dict[str, int] = {}
    apart = {}
    for slug, label in labels.items():
        number = seen[_even(label)] = seen.get(_even(label), 0) + 1
        apart[slug] = label if number == 1 else f"{label} ({number})"
    return apart


def _even(text: str) -> str:
    return " ".join(text.split()).casefold()
