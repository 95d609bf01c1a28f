"""Load the support directory."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from compliance.directory import SHIPPED_FOLDER, load_directory
from compliance.directoryfile import DirectoryError


class Command(BaseCommand):
    """Brings the rows of the support directory in line with a folder of CSV files."""

    help = "Load the support directory from its CSV files; edits of staff are kept."

    def add_arguments(self, parser) -> None:
        parser.add_argument("folder", nargs="?", type=Path, default=SHIPPED_FOLDER)

    def handle(self, *args, folder: Path, **options) -> str:
        try:
            loaded = load_directory(folder)
        except DirectoryError as error:
            count = len(error.problems)
            raise CommandError(f"{error}\n{count} faults; nothing loaded.") from error
        return f"Support directory: {loaded}."
