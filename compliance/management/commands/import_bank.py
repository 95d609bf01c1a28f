"""Compare a bank's files with the working copy, and take them over."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from compliance.bankfile import BankFileError, load
from compliance.workbench.arrivals import differences, import_bank, take_over
from compliance.workbench.filling import working_copy_for
from compliance.workbench.state import state_of


class Command(BaseCommand):
    help = (
        "Say what a bank's folder or file would change in the working copy; "
        "with --apply, change it. Nothing is published."
    )

    def add_arguments(self, parser) -> None:
        parser.add_argument("path", type=Path)
        parser.add_argument("--apply", action="store_true")

    def handle(self, *, path: Path, apply: bool, **options) -> str:
        try:
            bank = load(path)
        except BankFileError as error:
            raise CommandError(
                f"{error}\n{len(error.problems)} problems in {path}; nothing changed."
            ) from None
        copy = working_copy_for(bank)
        arrival = import_bank(bank, path.name, "")
        found = differences(arrival, copy)
        for each in found:
            change = each.change
            self.stdout.write(f"{change.sort}: {change.kind}: {change.title}")
        if not apply:
            return f"{len(found)} differences. --apply takes them over."
        numbers = [each.number for each in found]
        take_over(arrival, copy, numbers, state_of(copy).fingerprint)
        return f"{len(found)} differences taken over into the working copy."
