"""Validators for the words that a row of the directory may use."""

from collections.abc import Collection

from django.core.exceptions import ValidationError

from compliance.domain.conditions import ConditionError, parse
from compliance.domain.countries import COUNTRIES
from compliance.domain.languages import LANGUAGES
from compliance.domain.support_entry import (
    REGIMES,
    RESERVED_SLUGS,
    SERVICES,
    SIZES,
    TECHNOLOGIES,
    last_day,
)


def _require_known(words: object, known: Collection[str]) -> None:
    if not isinstance(words, list):
        raise ValidationError('Write a list, such as ["ai"].')
    for word in words:
        if word not in known:
            raise ValidationError(
                f'"{word}" is not known here. Use any of: {", ".join(known)}.'
            )


def validate_slug_is_free(slug: str) -> None:
    """No page of the directory stands under this name."""
    if slug in RESERVED_SLUGS:
        raise ValidationError(f'"{slug}" is the name of a page. Choose another.')


def validate_technologies(words: object) -> None:
    """Every word is a technology of the directory."""
    _require_known(words, TECHNOLOGIES)


def validate_services(words: object) -> None:
    """Every word is a service of the directory."""
    _require_known(words, SERVICES)


def validate_sizes(words: object) -> None:
    """Every word is a size of organisation."""
    _require_known(words, SIZES)


def validate_regimes(words: object) -> None:
    """Every word is a device regulation: mdr or ivdr."""
    _require_known(words, REGIMES)


def validate_countries(words: object) -> None:
    """Every word is the code of a country of the directory."""
    _require_known(words, COUNTRIES)


def validate_languages(words: object) -> None:
    """Every word is the ISO 639-1 code of a language of the directory."""
    _require_known(words, LANGUAGES)


def validate_names(words: object) -> None:
    """A list of names that are not empty."""
    if not isinstance(words, list) or not all(
        isinstance(word, str) and word.strip() for word in words
    ):
        raise ValidationError('Write a list of names, such as ["Norte"].')


def validate_condition(written: object) -> None:
    """A condition in the grammar of the question banks."""
    try:
        parse(written)
    except (ConditionError, RecursionError) as error:
        raise ValidationError(f"Not a condition: {error}.") from None


def validate_source_date(text: str) -> None:
    """A year, a month or a day: 2026, 2026-06 or 2026-06-21."""
    try:
        last_day(text)
    except ValueError:
        raise ValidationError(
            f'"{text}" is not a date. Write it as 2026, 2026-06 or 2026-06-21.'
        ) from None
