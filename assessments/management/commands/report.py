"""Write the report of an answers file."""

from datetime import date
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from assessments.dossier import Case, build_dossier
from assessments.printing import render_pdf
from compliance.answersfile import AnswersFileError, read_answers
from compliance.bankfile import BankFileError, document_of, fingerprint
from compliance.directory import shipped_entries
from compliance.management.commands.determine import bank_at


class Command(BaseCommand):
    help = "Write the PDF report for an answers file; it gets no number."
    requires_system_checks = ()

    def add_arguments(self, parser) -> None:
        parser.add_argument("answers", type=Path, help="{question slug: choice | …}")
        parser.add_argument("out", type=Path, metavar="OUT.pdf")
        parser.add_argument("--as-of", type=date.fromisoformat, metavar="DATE")
        parser.add_argument("--bank", type=Path, help="a bank's folder or file")
        parser.add_argument("--product", default="", help="the product's name")
        parser.add_argument("--organisation", default="", help="for the cover")

    def handle(self, *, answers: Path, out: Path, **options) -> str:
        try:
            bank = bank_at(options["bank"])
            given = read_answers(answers.read_text(encoding="utf-8"), bank)
        except (AnswersFileError, BankFileError, OSError, UnicodeDecodeError) as error:
            raise CommandError(str(error), returncode=2) from None
        day = options["as_of"] or timezone.localdate()
        case = Case(
            bank=bank,
            bank_hash=fingerprint(document_of(bank)),
            answers=given,
            product=options["product"] or answers.stem,
            organisation=options["organisation"],
            as_of=day,
            answered_on=day,
            entries=shipped_entries(),
        )
        dossier = build_dossier(case) | {"issued": day.isoformat()}
        out.write_bytes(render_pdf(dossier))
        return f"{out} is written."
