"""Import a list from outside into the support directory."""

from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from compliance.directory_imports.arriving import (
    apply,
    counts_of,
    proposed_ticks,
    take_in,
)
from compliance.directory_imports.readings import UnreadableFileError
from compliance.directory_imports.wording import change_lines
from compliance.models.directory_arrivals import SOURCES


class Command(BaseCommand):
    """Shows what a list would change; with --apply it takes what is proposed.

    What editors wrote is kept, and nothing is marked as ended: that is ticked by
    people, on the page of the import.
    """

    help = "Compare a list from outside with the directory, and take it over."

    def add_arguments(self, parser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--kind", required=True, choices=list(SOURCES))
        parser.add_argument(
            "--date", default="", help="the list's date, YYYY-MM-DD; today without it"
        )
        parser.add_argument("--apply", action="store_true", help="take it over")

    def handle(self, *args, file: Path, kind: str, date: str, **options) -> str:
        try:
            arrival = take_in(kind, file.name, file.read_bytes(), date, "command")
        except (OSError, UnreadableFileError) as error:
            raise CommandError(str(error)) from None
        for fault in arrival.faults:
            self.stderr.write(fault["text"])
        for change in arrival.changes:
            for line in change_lines(change):
                self.stdout.write(line)
        counts = counts_of(arrival.changes)
        left_out = "".join(
            f", {count} {reason} left out" for reason, count in arrival.left_out.items()
        )
        self.stdout.write(
            f"{arrival.read} entries read, {len(arrival.faults)} faults{left_out}: "
            f"{counts['new']} new, {counts['changed']} changed, "
            f"{counts['missing']} missing from the list."
        )
        if not options["apply"]:
            return f"Nothing was changed. It waits in the admin as import {arrival.pk}."
        try:
            taken = apply(arrival, proposed_ticks(arrival.changes))
        except ValidationError as error:
            raise CommandError(f"Nothing was changed. {error.messages[0]}") from None
        return f"Applied: {taken}."
