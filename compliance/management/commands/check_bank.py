"""Print everything that is wrong with a bank's files."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from compliance.bankfile import BankFileError, load
from compliance.domain.bank import Bank
from compliance.domain.checks import find_overdue, find_unreached, find_warnings
from compliance.publishing import SHIPPED


class Command(BaseCommand):
    help = (
        "Check a bank's folder or file; print faults with their remedies, and warnings."
    )
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
        today = timezone.localdate().isoformat()
        overdue = find_overdue(bank, today)
        warnings = [*find_warnings(bank), *find_unreached(bank), *overdue]
        for each in warnings:
            line = f"warning: {each.place}: {each.fault}. {each.remedy}"
            self.stdout.write(self.style.WARNING(line))
        return summary(bank, len(warnings))


def summary(bank: Bank, warnings: int) -> str:
    """What a sound bank holds, in one sentence."""
    return (
        f"{bank.title} {bank.number}: {len(bank.questions)} questions, "
        f"{len(bank.schemes)} schemes, {len(bank.duties)} duties, "
        f"{len(bank.measures)} measures, {len(bank.provisions)} provisions. "
        f"No problems, {warnings} warning{'' if warnings == 1 else 's'}."
    )
