"""The document of a bank: plain data that stands for it, one to one, and its hash."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import MISSING, is_dataclass

from compliance.bankfile.building import Builder, index_slugs, shape_of
from compliance.bankfile.problems import BankFileError, FileProblem
from compliance.domain.bank import Bank
from compliance.domain.checks import find_problems
from compliance.domain.conditions import All, Any, Before, Is, Not, plain
from compliance.domain.law import AppliesFrom
from compliance.domain.reference_cases import Facts
from compliance.domain.wording import is_wording

NOT_MEANING = ("number", "changelog")


def document_of(bank: Bank) -> dict:
    """Return the document; `bank_of(document_of(bank)) == bank`."""
    return plain_of(bank)


def plain_of(value: object) -> object:
    """A value of the domain as plain data, in the form of the file."""
    if isinstance(value, Is | Before | All | Any | Not):
        return plain(value)
    if isinstance(value, Facts):
        return {slug: _plain_facts(values) for slug, values in value}
    if isinstance(value, tuple):
        return _plain_sequence(value)
    if not is_dataclass(value):
        return value
    return {
        key: plain_of(getattr(value, each.name))
        for key, (each, _) in shape_of(type(value)).items()
        if each.default is MISSING or getattr(value, each.name) != each.default
    }


def _plain_sequence(values: tuple) -> object:
    match values:
        case (AppliesFrom(milestone, None),):
            return milestone
    return [plain_of(each) for each in values]


def _plain_facts(values: tuple[str, ...]) -> object:
    return values[0] if len(values) == 1 else list(values)


def bank_of(document: Mapping, file: str = "document") -> Bank:
    """Build and check the bank of a document.

    Raises BankFileError with every fault: unknown keys, missing texts, dangling slugs,
    cycles, gates that look ahead, schemes without `otherwise`, missing citations.
    """
    bank = build_bank(document, file)
    places: dict[str, tuple[str, int]] = {}
    index_slugs(document, places)
    problems = [
        FileProblem(
            *places.get(fault.subject, (file, 0)),
            fault.place,
            fault.fault,
            fault.remedy,
        )
        for fault in find_problems(bank)
    ]
    if problems:
        raise BankFileError(problems)
    return bank


def build_bank(document: Mapping, file: str = "document") -> Bank:
    """Build the bank of a document that was checked before, or is still in work.

    Raises BankFileError where the document has not the form of a bank.
    """
    builder = Builder()
    builder.file = file
    bank = builder.build(Bank, document, "bank")
    if builder.problems:
        raise BankFileError(builder.problems)
    return bank


def canonical(document: object) -> str:
    """The document as text in canonical form, the one that is stored and hashed."""
    return json.dumps(document, ensure_ascii=False, sort_keys=True, indent=1)


def fingerprint(document: Mapping) -> str:
    """SHA-256 over meaning and texts, without number and changelog."""
    meaning = {key: value for key, value in document.items() if key not in NOT_MEANING}
    return _digest(meaning)


def logic_fingerprint(bank: Bank) -> str:
    """SHA-256 over what decides verdicts, duties and dates, without any wording."""
    return _digest(_logic(bank))


def _digest(plain: object) -> str:
    return hashlib.sha256(canonical(plain).encode()).hexdigest()


def _logic(value: object) -> object:
    if isinstance(value, tuple):
        return [_logic(each) for each in value]
    if not is_dataclass(value) or isinstance(value, Is | Before | All | Any | Not):
        return plain_of(value)
    kind = type(value)
    return {
        key: _logic(getattr(value, each.name))
        for key, (each, _) in shape_of(kind).items()
        if not is_wording(kind, each.name)
    }
