"""Bring in the shipped bank, or publish the working copy."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from compliance.bankfile import BankFileError, load
from compliance.models import WorkingCopy
from compliance.publishing import MAIN_BANK, SHIPPED, PublishingError
from compliance.workbench.arrivals import receive_shipped
from compliance.workbench.publication import Wish, publish_copy

WAITS = (
    "{bank}: editors changed the bank, so version {number} waits in the workbench for "
    "their comparison. Nothing else changed."
)


class Command(BaseCommand):
    help = (
        "Publish the bank in a folder or file, as an upgrade does, where no editor "
        "changed it; with --changelog, publish the working copy."
    )

    def add_arguments(self, parser) -> None:
        parser.add_argument("path", type=Path, nargs="?", default=SHIPPED)
        parser.add_argument(
            "--changelog", help="publish the working copy; says in a line what changed"
        )
        parser.add_argument("--bank", default=MAIN_BANK, help="whose working copy")
        parser.add_argument("--by", default="", help="user name of who publishes it")

    def handle(self, *, path: Path, changelog: str | None, **options) -> str:
        try:
            if changelog is not None:
                return publish_working_copy(
                    options["bank"], Wish(options["by"], changelog)
                )
            return publish_files(path)
        except (BankFileError, PublishingError) as error:
            raise CommandError(str(error)) from None


def publish_files(path: Path) -> str:
    """Bring the bank in from its files; a sentence that says what became of it."""
    bank = load(path)
    version, arrival = receive_shipped(bank)
    if version is None:
        return WAITS.format(bank=bank.title, number=arrival.number)
    return f"{version.title}: version {version.number} is published."


def publish_working_copy(bank: str, wish: Wish) -> str:
    """Publish what the editors have; a sentence with the new number."""
    copy = WorkingCopy.objects.select_related("base").filter(bank=bank).first()
    if copy is None:
        raise PublishingError(f"There is no working copy of {bank}.")
    version = publish_copy(copy, wish)
    return f"{version.title}: version {version.number} is published."
