"""Print everything that is wrong with a bank's files."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from compliance.bankfile import BankFileError, load
from compliance.publishing import SHIPPED


class Command(BaseCommand):
    help = "Check a bank's folder or file and print every fault with its remedy."
    requires_system_checks = ()

    def add_arguments(self, parser) -> None:
        parser.add_argument("path", type=Path, nargs="?", default=SHIPPED)

    def handle(self, *, path: Path, **options) -> str:
        try:
            bank = load(path)
        except BankFileError as error:
            raise CommandError(
                f"{error}\n{len(error.problems)} problems in {path}"
            ) from None
        return (
            f"{bank.title} {bank.number}: {len(bank.questions)} questions, "
            f"{len(bank.schemes)} schemes, {len(bank.duties)} duties, "
            f"{len(bank.measures)} measures, {len(bank.provisions)} provisions. "
            "No problems."
        )
