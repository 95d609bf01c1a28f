"""The check of links, in the background."""

from django_tasks import task

from compliance.links.checking import check_links

AFTER_ALL_OTHERS = -20
# A worker is busy for some minutes with so many, and files of reports wait meanwhile.
LINKS_AT_A_TIME = 100


@task(priority=AFTER_ALL_OTHERS)
def check_due_links() -> int:
    """Try the links that are due, some at a time, until none is left."""
    tried = check_links(limit=LINKS_AT_A_TIME).tried
    if tried == LINKS_AT_A_TIME:
        check_due_links.enqueue()
    return tried
