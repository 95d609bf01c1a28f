"""The cells of one row of the directory: text in, a support entry or its faults out."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date
from difflib import get_close_matches

from compliance.bankfile.located import read_yaml
from compliance.bankfile.problems import BankFileError
from compliance.domain.conditions import Condition, ConditionError, parse
from compliance.domain.countries import COUNTRIES, UNION
from compliance.domain.languages import LANGUAGES
from compliance.domain.support_entry import (
    CONFIDENCES,
    COSTS,
    HEALTH_FOCUS,
    KINDS,
    REGIMES,
    RESERVED_SLUGS,
    SERVICES,
    SIZES,
    STATUSES,
    SUBKINDS,
    TECHNOLOGIES,
    SupportEntry,
    last_day,
)
from compliance.webaddresses import is_web_address

DEGREES = re.compile(r"-?[0-9]{1,3}(\.[0-9]{1,6})?")
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
E_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+\w")
LONGEST_NAME = 250

Fault = tuple[str, str, str]


class CellError(ValueError):
    """Faults of one row, each as (column, fault, remedy)."""

    def __init__(self, faults: Collection[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("; ".join(f"{column}: {fault}" for column, fault, _ in faults))


def _wrong(fault: str, remedy: str) -> CellError:
    return CellError([("", fault, remedy)])


def entry_of(
    cells: Mapping[str, str], extra_columns: Collection[str] = ()
) -> SupportEntry:
    """The entry that one row describes; `extra_columns` are kept as they are.

    Raises CellError with every fault of the row.
    """
    values: dict[str, object] = {}
    faults: list[Fault] = [*_personal(cells), *_strange(cells)]
    for column, read in READERS.items():
        try:
            values[column] = read(cells.get(column, ""))
        except CellError as error:
            faults += [(column, fault, remedy) for _, fault, remedy in error.faults]
    faults += _subkind_faults(cells)
    faults += _coordinate_faults(cells)
    if faults:
        raise CellError(faults)
    extra = {column: cells[column] for column in extra_columns if cells.get(column)}
    return SupportEntry(**values, extra=extra)


def _personal(cells: Mapping[str, str]) -> list[Fault]:
    return [
        (
            column,
            f'it holds an e-mail address, "{found.group()}"',
            "Take out what belongs to a person; name a page instead.",
        )
        for column, text in cells.items()
        if (found := E_MAIL.search(text))
    ]


def _strange(cells: Mapping[str, str]) -> Iterator[Fault]:
    for column, text in cells.items():
        if any(ord(each) < 32 and each not in "\n\r\t" for each in text):
            yield column, "it holds a control character", "Type the text anew."
        if begins_like_a_formula(text):
            yield column, "it begins like a formula", "Begin with a word."


def begins_like_a_formula(text: str) -> bool:
    """Whether a spreadsheet that opens our open data would work the text out."""
    return text.startswith(("=", "+", "@"))


def _subkind_faults(cells: Mapping[str, str]) -> list[Fault]:
    subkind, kind = cells.get("subkind", ""), cells["kind"]
    known = SUBKINDS.get(kind, {})
    if not subkind or subkind in known or kind not in KINDS:
        return []
    fault = f'"{subkind}" is not a sub-kind of {kind}'
    remedy = f"Use one of: {', '.join(known)}." if known else "Leave it empty."
    return [("subkind", fault, remedy)]


def _coordinate_faults(cells: Mapping[str, str]) -> list[Fault]:
    if bool(cells.get("latitude")) == bool(cells.get("longitude")):
        return []
    return [("latitude", "one of two coordinates", "Write both, or neither.")]


def slug(text: str) -> str:
    """Lower-case letters, digits and single hyphens."""
    if not SLUG.fullmatch(text) or text in RESERVED_SLUGS:
        raise _wrong(
            f'"{text}" is not a slug', "Use lower-case letters, digits and hyphens."
        )
    return text


def name(text: str) -> str:
    """A name that is there and fits."""
    if not text:
        raise _wrong("it is empty", "Write the name.")
    if len(text) > LONGEST_NAME:
        raise _wrong(
            f"{len(text)} characters", f"Keep it within {LONGEST_NAME} characters."
        )
    return text


def country(text: str) -> str:
    """A two-letter code of the directory's countries, or EU for the Union."""
    if text != UNION and text not in COUNTRIES:
        raise _wrong(
            f'"{text}" is not a country of the directory' if text else "it is empty",
            "Use the two capital letters of the country, or EU for the whole Union.",
        )
    return text


def address(text: str) -> str:
    """A complete http or https address."""
    if not is_web_address(text):
        raise _wrong(
            f'"{text}" is not a web address' if text else "it is empty",
            "Give the whole address, beginning with https:// or http://.",
        )
    return text


def source_date(text: str) -> str:
    """The source's date as precisely as it is known: year, month or day."""
    if not text:
        raise _wrong("it is empty", "Say when the source was published or read.")
    _last_day(text)
    return text


def day(text: str) -> date | None:
    """A day; a month alone stands for its last day, empty for none."""
    if not text:
        return None
    if text.count("-") == 0:
        raise _wrong(f'"{text}" is only a year', "Write 2027-08-02 or 2027-08.")
    return _last_day(text)


def _last_day(text: str) -> date:
    try:
        return last_day(text)
    except ValueError:
        raise _wrong(
            f'"{text}" is not a date', "Write it as 2027-08-02, 2027-08 or 2027."
        ) from None


def trl(text: str) -> int | None:
    """A technology readiness level, 1 to 9; empty for none asked."""
    if not text:
        return None
    if not re.fullmatch("[1-9]", text):
        raise _wrong(f'"{text}" is not a TRL', "Write one digit from 1 to 9.")
    return int(text)


def one_of(known: Collection[str], otherwise: str = "") -> Callable[[str], str]:
    """A reader for one word of a vocabulary; empty becomes `otherwise`, if given."""

    def read(text: str) -> str:
        word = text or otherwise
        _require_known([word], known)
        return word

    return read


def several_of(known: Collection[str]) -> Callable[[str], frozenset[str]]:
    """A reader for words of a vocabulary, parted by semicolons."""

    def read(text: str) -> frozenset[str]:
        words = [word.strip() for word in text.split(";") if word.strip()]
        _require_known(words, known)
        return frozenset(words)

    return read


def _require_known(words: Collection[str], known: Collection[str]) -> None:
    for word in words:
        if word not in known:
            raise _wrong(
                f'"{word}" is not known here' if word else "it is empty",
                f"Use one of: {', '.join(known)}.{_guess(word, known)}",
            )


def _guess(word: str, known: Collection[str]) -> str:
    near = get_close_matches(word, known, 1)
    return f' Did you mean "{near[0]}"?' if near else ""


def degrees(most: int) -> Callable[[str], float | None]:
    """A reader for a coordinate between -most and most degrees, or nothing."""

    def read(text: str) -> float | None:
        if not text:
            return None
        if not DEGREES.fullmatch(text) or abs(float(text)) > most:
            raise _wrong(
                f'"{text}" is not a coordinate',
                f"Write degrees between -{most} and {most}, such as 41.15.",
            )
        return float(text)

    return read


def regions(text: str) -> frozenset[str]:
    """Names parted by semicolons."""
    return frozenset(word.strip() for word in text.split(";") if word.strip())


def condition(text: str) -> Condition | None:
    """A condition in the grammar of the banks, or nothing."""
    if not text:
        return None
    try:
        return parse(read_yaml(text, "the cell"))
    except (BankFileError, ConditionError) as error:
        raise _wrong(
            f"the condition cannot be read: {error}",
            "Write it as {subject: value} or {any: [{subject: [value, value]}, …]}.",
        ) from None


READERS: Mapping[str, Callable[[str], object]] = {
    "slug": slug,
    "kind": one_of(KINDS),
    "subkind": str,
    "name": name,
    "country": country,
    "place": str,
    "latitude": degrees(90),
    "longitude": degrees(180),
    "regions": regions,
    "languages": several_of(LANGUAGES),
    "health_focus": one_of(HEALTH_FOCUS),
    "technologies": several_of(TECHNOLOGIES),
    "services": several_of(SERVICES),
    "eligibility": str,
    "cost": one_of(COSTS, otherwise="unknown"),
    "status": one_of(STATUSES),
    "url": address,
    "source_url": address,
    "source_date": source_date,
    "confidence": one_of(CONFIDENCES),
    "note": str,
    "offers": str,
    "how_to_ask": str,
    "min_trl": trl,
    "opens": day,
    "closes": day,
    "due": day,
    "sizes": several_of(SIZES),
    "regimes": several_of(REGIMES),
    "partners": several_of(COUNTRIES),
    "eligible_when": condition,
    "same_as": str,
}
