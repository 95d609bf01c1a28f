"""Queue again the reports that a killed worker left behind."""

from django.core.management.base import BaseCommand

from assessments.tasks import requeue_dropped


class Command(BaseCommand):
    help = "Queue again the reports whose worker was killed."

    def handle(self, **options) -> str:
        return f"{requeue_dropped()} reports are queued again."
