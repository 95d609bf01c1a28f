"""Write the newest published bank as one file."""

from django.core.management.base import BaseCommand

from compliance.bankfile import dump
from compliance.publishing import newest_bank


class Command(BaseCommand):
    help = "Print the newest published bank as one YAML file."

    def handle(self, **options) -> str:
        return dump(newest_bank())
