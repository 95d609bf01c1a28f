"""The shipped examples as cases."""

from datetime import date

from assessments.dossier import Case
from assessments.examples import Example
from compliance.bankfile import document_of, fingerprint
from compliance.directory import shipped_entries
from compliance.domain.bank import Bank


def case_of(bank: Bank, example: Example) -> Case:
    """The example on the day of the bank's law, with the shipped directory."""
    day = date.fromisoformat(bank.law_date)
    return Case(
        bank=bank,
        bank_hash=fingerprint(document_of(bank)),
        answers=example.answers,
        product=example.product,
        organisation=example.organisation,
        as_of=day,
        answered_on=day,
        entries=shipped_entries(),
    )
