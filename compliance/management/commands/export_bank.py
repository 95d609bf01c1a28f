"""Write a bank as files."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from compliance.bankfile import dump, dump_folder
from compliance.models import WorkingCopy
from compliance.publishing import MAIN_BANK, newest_bank
from compliance.workbench.state import state_of


class Command(BaseCommand):
    help = "Print the newest published bank as one YAML file, or write it as a folder."

    def add_arguments(self, parser) -> None:
        parser.add_argument("--folder", type=Path, help="write into this new folder")
        parser.add_argument(
            "--working-copy", action="store_true", help="what the editors have now"
        )

    def handle(self, *, folder: Path | None, working_copy: bool, **options) -> str:
        bank = bank_in_work() if working_copy else newest_bank()
        if folder is None:
            return dump(bank)
        if folder.exists() and any(folder.iterdir()):
            raise CommandError(f"{folder} is not empty.")
        for name, text in dump_folder(bank).items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return f"{bank.title} {bank.number} is written to {folder}."


def bank_in_work():
    """The bank of the working copy. Raises CommandError where there is none."""
    copy = WorkingCopy.objects.filter(bank=MAIN_BANK).first()
    if copy is None:
        raise CommandError("There is no working copy.")
    return state_of(copy).bank
