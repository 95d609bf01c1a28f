"""Load the shipped examples and issue their reports."""

from django.core.management.base import BaseCommand

from assessments.examples import FOLDER, load_example, shipped_examples
from assessments.issuing import issue_report
from assessments.models import Rendering
from assessments.panels import case_of
from assessments.rendering import queued
from assessments.tasks import queue_rendering
from assessments.visits import Visit
from compliance.directory import published_entries
from compliance.publishing import current_version, published_bank


class Command(BaseCommand):
    help = "Load the examples of the newest bank; their reports are queued."

    def handle(self, **options) -> str:
        version = current_version()
        examples = shipped_examples(published_bank(version.fingerprint))
        for each in examples:
            assessment = load_example(each, version)
            visit = Visit(assessment, {"example": each.slug})
            # Dated by the law, so that the report stays the same from day to day.
            case = case_of(visit, version.law_date, published_entries())
            report = issue_report(assessment, case)
            # Nobody owns an example who could ask for its forms.
            for form in Rendering.Form:
                queue_rendering(report.rendering(form) or queued(report, form))
        left_out = len(list(FOLDER.glob("*.yaml"))) - len(examples)
        told = f"{len(examples)} examples are loaded."
        if left_out:
            told += f" {left_out} stay as they are: the bank asks other questions now."
        return told
