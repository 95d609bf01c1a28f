"""The files of a report: asked for, made once under a lease, kept for good."""

import json
from datetime import timedelta

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import models, transaction
from django.utils import timezone

from assessments.canonical import sha256
from assessments.extras import extras_of
from assessments.models import Assessment, Rendering, Report
from assessments.renderers import RENDERERS

LEASE = timedelta(minutes=3)
ATTEMPTS = 3


class TooManyReportsError(Exception):
    """Too many reports wait or were issued; says when to come back."""


def check_queue() -> None:
    """Raise TooManyReportsError where as many files wait as may; examples aside."""
    waiting = Rendering.objects.filter(
        state=Rendering.State.QUEUED, report__assessment__example=""
    )
    if waiting.count() >= settings.WAYMARK_REPORTS_QUEUED_MAX:
        raise TooManyReportsError("Many reports are waiting to be printed.")


@transaction.atomic
def ask_for(report: Report, form: str) -> Rendering:
    """The file of a form: queued at the first request, or again where it failed.

    Raises TooManyReportsError where the queue is full, and Report.DoesNotExist where
    the report was deleted meanwhile.
    """
    # Whoever asks for, issues or deletes the same waits here.
    list(Assessment.objects.select_for_update().filter(pk=report.assessment_id))
    report = Report.objects.listed().get(pk=report.pk)
    known = report.rendering(form)
    if known is not None and known.state != Rendering.State.FAILED:
        return known
    check_queue()
    return queued(report, form)


def queued(report: Report, form: str) -> Rendering:
    """A row that waits for a worker, with all its attempts before it."""
    rendering, _ = Rendering.objects.update_or_create(
        report=report,
        form=form,
        renderer=RENDERERS[form].version,
        defaults={
            "state": Rendering.State.QUEUED,
            "queued_at": timezone.now(),
            "leased_until": None,
            "attempts": 0,
        },
    )
    return rendering


def take_up(rendering_id: int) -> Rendering | None:
    """Lease a rendering that is queued, or was dropped by a killed worker.

    Returns None where it is ready, in somebody's hands, or has failed too often.
    """
    now = timezone.now()
    free = models.Q(state=Rendering.State.QUEUED) | models.Q(
        state=Rendering.State.RUNNING, leased_until__lt=now
    )
    taken = Rendering.objects.filter(
        free, pk=rendering_id, attempts__lt=ATTEMPTS
    ).update(
        state=Rendering.State.RUNNING,
        leased_until=now + LEASE,
        attempts=models.F("attempts") + 1,
    )
    if not taken:
        return None
    return Rendering.objects.select_related("report__number").get(pk=rendering_id)


def render(rendering_id: int) -> bool:
    """Make a file and store it; False where nobody waits for it."""
    rendering = take_up(rendering_id)
    if rendering is None:
        return False
    report = rendering.report
    make = RENDERERS[rendering.form].make
    try:
        content = make(json.loads(report.document), extras_of(report))
    except Exception:
        _give_back(rendering)
        raise
    return _keep(rendering, content)


@transaction.atomic
def _keep(rendering: Rendering, content: bytes) -> bool:
    # Deletion waits for this row or has taken it, so no file outlives its report.
    kept = Rendering.objects.select_for_update(of=("self",)).filter(pk=rendering.pk)
    kept = kept.select_related("report__number").first()
    if kept is None or kept.is_ready:
        return False
    renderer = RENDERERS[kept.form]
    file, name = kept.file, f"{kept.report.number}{renderer.suffix}"
    # A worker killed at this point has left a file that no row knows of.
    file.storage.delete(file.field.generate_filename(kept, name))
    file.save(name, ContentFile(content), save=False)
    kept.renderer = renderer.version
    kept.file_hash, kept.size = sha256(content), len(content)
    kept.state, kept.leased_until = Rendering.State.READY, None
    kept.save()
    return True


def _give_back(rendering: Rendering) -> None:
    is_last = rendering.attempts >= ATTEMPTS
    state = Rendering.State.FAILED if is_last else Rendering.State.QUEUED
    Rendering.objects.filter(pk=rendering.pk).update(state=state, leased_until=None)


def dropped() -> models.QuerySet:
    """The renderings whose worker was killed, or whose task was lost."""
    now = timezone.now()
    return Rendering.objects.filter(
        models.Q(state=Rendering.State.RUNNING, leased_until__lt=now)
        | models.Q(state=Rendering.State.QUEUED, queued_at__lt=now - LEASE)
    )
