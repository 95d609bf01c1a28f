"""Publish a bank's files as a version."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from compliance.bankfile import BankFileError, load
from compliance.publishing import SHIPPED, PublishingError, publish


class Command(BaseCommand):
    help = "Publish the bank in a folder or file as an immutable version."

    def add_arguments(self, parser) -> None:
        parser.add_argument("path", type=Path, nargs="?", default=SHIPPED)

    def handle(self, *, path: Path, **options) -> str:
        try:
            version = publish(load(path))
        except (BankFileError, PublishingError) as error:
            raise CommandError(str(error)) from None
        return f"{version.title}: version {version.number} is published."
