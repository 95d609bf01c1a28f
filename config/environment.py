"""Typed readers of environment variables.

An unset or empty variable gives the default; a wrong one is named, with what would do.
"""

import os
from collections.abc import Sequence

from django.core.exceptions import ImproperlyConfigured


def text(name: str, default: str = "") -> str:
    """The variable as it stands."""
    return os.environ.get(name) or default


def whole_number(name: str, default: int) -> int:
    """The variable as a number of zero or more."""
    value = text(name, str(default))
    if not (value.isascii() and value.isdigit()):
        raise ImproperlyConfigured(f"{name} is {value!r}: give a whole number.")
    return int(value)


def one_of(name: str, choices: Sequence[str]) -> str:
    """The variable as one of `choices`; the first one is the default."""
    value = text(name, choices[0])
    if value not in choices:
        raise ImproperlyConfigured(f"{name} is {value!r}: use {' or '.join(choices)}.")
    return value


def flag(name: str) -> bool:
    """The variable as a yes or no: `True`, or `False`, which is the default."""
    return one_of(name, ("False", "True")) == "True"
