"""Try the links of the support directory."""

from django.core.management.base import BaseCommand

from compliance.links.checking import check_links
from compliance.links.tasks import check_due_links


class Command(BaseCommand):
    """Marks links that do not answer; no entry is changed or taken away."""

    help = "Try the links of the directory that were not tried within six days."

    def add_arguments(self, parser) -> None:
        parser.add_argument("--all", action="store_true", help="try every link now")
        parser.add_argument("--limit", type=int, help="try at most so many")
        parser.add_argument("--queue", action="store_true", help="have a worker do it")

    def handle(self, *args, limit: int | None, queue: bool, **options) -> str:
        if queue:
            check_due_links.enqueue()
            return "Queued for a worker."
        return f"{check_links(limit, everything=options['all'])}."
