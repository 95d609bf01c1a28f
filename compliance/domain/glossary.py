"""Terms of the law, and which of them a text uses."""

import re
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Term:
    """A term in plain words, with the place in the law that it rests on.

    `act` is the act that defines it; `words` are further ways to say it.
    """

    term: str
    text: str
    act: str
    reference: str
    words: tuple[str, ...] = ()

    def is_used_in(self, text: str) -> bool:
        """Whether the text says the term; an acronym only in its capitals."""
        return any(_says(text, word) for word in (self.term, *self.words))


def terms_in(text: str, terms: Iterable[Term]) -> list[Term]:
    """The terms that the text uses, in their own order."""
    return [term for term in terms if term.is_used_in(text)]


def _says(text: str, word: str) -> bool:
    flags = 0 if word[:2].isupper() else re.IGNORECASE
    return re.search(rf"\b{re.escape(word)}\b", text, flags) is not None
