"""Determine what an answers file settles, as JSON."""

import json
from datetime import date
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from compliance.answersfile import AnswersFileError, read_answers
from compliance.bankfile import BankFileError, load
from compliance.determination_json import determination_json
from compliance.domain.answers import Answers
from compliance.domain.bank import Bank
from compliance.domain.determination import determine
from compliance.publishing import newest_bank

NOT_LAW = "As if the proposal were adopted. It is not law."


class Command(BaseCommand):
    help = "Print verdicts, duties, gaps and open questions for an answers file."
    requires_system_checks = ()

    def add_arguments(self, parser) -> None:
        parser.add_argument("answers", type=Path, help="{question slug: choice | …}")
        parser.add_argument("--as-of", type=date.fromisoformat, metavar="DATE")
        parser.add_argument("--bank", type=Path, help="a bank's folder or file")
        parser.add_argument(
            "--proposal", metavar="SLUG", help="as if this proposal were law; it is not"
        )

    def handle(self, *, answers: Path, as_of: date | None, **options) -> str:
        try:
            bank = bank_at(options["bank"])
            given = read_answers(answers.read_text(encoding="utf-8"), bank)
        except (AnswersFileError, BankFileError, OSError, UnicodeDecodeError) as error:
            raise CommandError(str(error), returncode=2) from None
        day = as_of or timezone.localdate()
        found = determined(bank, given, day, options["proposal"])
        return json.dumps(found, ensure_ascii=False, indent=2)


def determined(bank: Bank, given: Answers, day: date, proposal: str | None) -> dict:
    """What the answers settle under the law, or as if a proposal were law.

    Raises CommandError for a proposal that the bank does not hold.
    """
    if proposal is None:
        return determination_json(determine(bank, given), day)
    if proposal not in bank.proposed:
        known = ", ".join(bank.proposed) or "none"
        raise CommandError(f'no proposal "{proposal}"; known: {known}', returncode=2)
    found = determination_json(determine(bank.proposed[proposal], given), day)
    told = next(each for each in bank.proposals if each.slug == proposal)
    marked = {"slug": told.slug, "title": told.title, "is_law": False}
    return {"proposal": marked | {"note": NOT_LAW}} | found


def bank_at(path: Path | None) -> Bank:
    """The bank in a folder or file, or the newest published one."""
    return newest_bank() if path is None else load(path)
