"""Work done in the background."""

from django.utils import timezone
from django_tasks import task

from assessments import issuing
from assessments.models import Rendering, Report


@task()
def render_report(report_id: int) -> bool:
    """Print an issued report; harmless when run twice."""
    return issuing.render(report_id)


def queue_rendering(report: Report) -> None:
    """Have a worker print the report, unless that is done or under way."""
    if report.rendering.state == Rendering.State.QUEUED:
        render_report.enqueue(report.pk)


def requeue_dropped() -> int:
    """Queue again what a killed worker left behind; returns how many."""
    dropped = list(issuing.dropped())
    for rendering in dropped:
        _requeue(rendering)
    return len(dropped)


def requeue_if_dropped(rendering: Rendering) -> None:
    """Queue this rendering again where its worker was killed."""
    if issuing.dropped().filter(pk=rendering.pk).exists():
        _requeue(rendering)


def _requeue(rendering: Rendering) -> None:
    if rendering.attempts >= issuing.ATTEMPTS:
        Rendering.objects.filter(pk=rendering.pk).update(state=Rendering.State.FAILED)
        return
    now = timezone.now()
    Rendering.objects.filter(pk=rendering.pk).update(
        state=Rendering.State.QUEUED, queued_at=now, leased_until=None
    )
    render_report.enqueue(rendering.report_id)
