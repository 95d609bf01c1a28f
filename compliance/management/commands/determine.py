"""Determine what an answers file settles, as JSON."""

import json
from datetime import date
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from compliance.answersfile import AnswersFileError, read_answers
from compliance.bankfile import BankFileError, load
from compliance.determination_json import determination_json
from compliance.domain.bank import Bank
from compliance.domain.determination import determine
from compliance.publishing import newest_bank


class Command(BaseCommand):
    help = "Print verdicts, duties, gaps and open questions for an answers file."
    requires_system_checks = ()

    def add_arguments(self, parser) -> None:
        parser.add_argument("answers", type=Path, help="{question slug: choice | …}")
        parser.add_argument("--as-of", type=date.fromisoformat, metavar="DATE")
        parser.add_argument("--bank", type=Path, help="a bank's folder or file")

    def handle(self, *, answers: Path, as_of: date | None, **options) -> str:
        try:
            bank = bank_at(options["bank"])
            given = read_answers(answers.read_text(encoding="utf-8"), bank)
        except (AnswersFileError, BankFileError, OSError, UnicodeDecodeError) as error:
            raise CommandError(str(error), returncode=2) from None
        day = as_of or timezone.localdate()
        found = determination_json(determine(bank, given), day)
        return json.dumps(found, ensure_ascii=False, indent=2)


def bank_at(path: Path | None) -> Bank:
    """The bank in a folder or file, or the newest published one."""
    return newest_bank() if path is None else load(path)
