"""Words that several sentences about support share."""

from collections.abc import Collection, Sequence

from compliance.domain.support_entry import SERVICES, SIZE_TITLES


def both(words: Sequence[str]) -> str:
    """Words as a list that ends in "and"; nothing where there are none."""
    return _joined(words, "and")


def either(words: Sequence[str]) -> str:
    """Words as a list that ends in "or"; nothing where there are none."""
    return _joined(words, "or")


def services_in_words(services: Collection[str]) -> str:
    """Services in the order of the vocabulary: "testing and training"."""
    return both([title for slug, title in SERVICES.items() if slug in services])


def sizes_in_words(sizes: Collection[str]) -> str:
    """Sizes from the smallest up: "micro, small or medium-sized"."""
    return either([title for slug, title in SIZE_TITLES.items() if slug in sizes])


def _joined(words: Sequence[str], last: str) -> str:
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"
