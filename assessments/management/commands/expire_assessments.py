"""Delete assessments that nobody has touched for long."""

from django.core.management.base import BaseCommand

from assessments.keeping import expire_assessments


class Command(BaseCommand):
    help = "Delete private assessments untouched for WAYMARK_EXPIRY_DAYS."

    def handle(self, **options) -> str:
        return f"{expire_assessments()} assessments are deleted."
