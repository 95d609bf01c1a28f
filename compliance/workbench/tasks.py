"""What the workbench has done in the background."""

from django_tasks import task

from compliance.models import Rehearsal, WorkingCopy
from compliance.workbench import rehearsing

# Somebody sits in front of the page; reports can wait a moment longer.
SOON = 50


@task(priority=SOON)
def run_rehearsal(rehearsal_id: int) -> bool:
    """Run the reference cases on a working copy; harmless when run twice."""
    return rehearsing.rehearse(rehearsal_id)


@task(priority=SOON)
def run_count(rehearsal_id: int) -> bool:
    """Count the running assessments that a working copy would change."""
    return rehearsing.count_running(rehearsal_id)


def rehearsed(copy: WorkingCopy) -> Rehearsal:
    """The rehearsal of a working copy, asked for where nobody did."""
    rehearsal, is_wanted = rehearsing.rehearsal_of(copy)
    if is_wanted:
        run_rehearsal.enqueue(rehearsal.pk)
        rehearsal.refresh_from_db()
    return rehearsal


def counted(copy: WorkingCopy) -> Rehearsal:
    """The rehearsal with the running assessments, asked for where nobody did."""
    rehearsal = rehearsed(copy)
    if rehearsal.running is None and rehearsing.claim_count(rehearsal):
        run_count.enqueue(rehearsal.pk)
        rehearsal.refresh_from_db()
    return rehearsal
