"""Work done in the background."""

from collections.abc import Iterable

from django.utils import timezone
from django_tasks import task

from assessments import rendering
from assessments.models import Rendering

AFTER_ALL_OTHERS = -10


@task()
def make_file(rendering_id: int) -> bool:
    """Make a file of an issued report; harmless when run twice."""
    return rendering.render(rendering_id)


def queue_rendering(wanted: Rendering) -> None:
    """Have a worker make the file, unless that is done or under way."""
    if wanted.state == Rendering.State.QUEUED:
        _enqueue(wanted)


def _enqueue(wanted: Rendering) -> None:
    # Somebody waits for a file of their own; the examples' can wait for nobody.
    priority = AFTER_ALL_OTHERS if wanted.report.assessment.is_example else 0
    make_file.using(priority=priority).enqueue(wanted.pk)


def requeue_dropped() -> int:
    """Queue again what a killed worker left behind; returns how many."""
    dropped = list(rendering.dropped())
    for each in dropped:
        _requeue(each)
    return len(dropped)


def requeue_if_dropped(renderings: Iterable[Rendering]) -> int:
    """Queue again those of these whose worker was killed; returns how many."""
    waiting = [each.pk for each in renderings if each.is_under_way]
    dropped = list(rendering.dropped().filter(pk__in=waiting)) if waiting else []
    for each in dropped:
        _requeue(each)
    return len(dropped)


def _requeue(dropped: Rendering) -> None:
    if dropped.attempts >= rendering.ATTEMPTS:
        Rendering.objects.filter(pk=dropped.pk).update(state=Rendering.State.FAILED)
        return
    now = timezone.now()
    Rendering.objects.filter(pk=dropped.pk).update(
        state=Rendering.State.QUEUED, queued_at=now, leased_until=None
    )
    _enqueue(dropped)
