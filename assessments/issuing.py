"""Issuing reports: freezing a case to JSON, numbering it, having it printed once."""

import hashlib
import json
from datetime import timedelta

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import IntegrityError, models, transaction
from django.utils import timezone

from assessments.dossier import Case, build_dossier
from assessments.models import Assessment, Rendering, Report, ReportNumber
from assessments.printing import RENDERER_VERSION, render_pdf

LEASE = timedelta(minutes=3)
ATTEMPTS = 3
PER_ASSESSMENT_A_DAY = 20


class TooManyReportsError(Exception):
    """Too many reports wait or were issued; says when to come back."""


def issue_report(assessment: Assessment, case: Case) -> Report:
    """Freeze the case as a numbered report and queue its rendering.

    The same content issued again the same day is the same report. Raises
    TooManyReportsError where the queue or the assessment's share is full, and
    Assessment.DoesNotExist where it was deleted meanwhile.
    """
    dossier = build_dossier(case)
    while True:
        try:
            return _issue_once(assessment, case, dossier)
        except IntegrityError:
            # Somebody else took the number in the same moment; the next one is free.
            continue


@transaction.atomic
def _issue_once(assessment: Assessment, case: Case, dossier: dict) -> Report:
    # Whoever issues, or deletes, the same assessment waits here.
    Assessment.objects.select_for_update().get(pk=assessment.pk)
    digest = content_hash(dossier)
    latest = assessment.reports.listed().first()
    if latest is not None and latest.content_hash == digest:
        return latest
    _check_room(assessment, case)
    return _store(assessment, dossier, digest)


def content_hash(dossier: dict) -> str:
    """SHA-256 of a dossier without its number and day of issue."""
    content = {k: v for k, v in dossier.items() if k not in ("number", "issued")}
    return hashlib.sha256(frozen(content).encode()).hexdigest()


def frozen(dossier: dict) -> str:
    """A dossier as the text that is stored."""
    return json.dumps(dossier, ensure_ascii=False, sort_keys=True)


def _check_room(assessment: Assessment, case: Case) -> None:
    waiting = Rendering.objects.filter(state=Rendering.State.QUEUED).count()
    if waiting >= settings.WAYMARK_REPORTS_QUEUED_MAX:
        raise TooManyReportsError("Many reports are waiting to be printed.")
    today = assessment.reports.filter(issued_on=case.as_of).count()
    if today >= PER_ASSESSMENT_A_DAY:
        raise TooManyReportsError("You issued many reports today.")


def _store(assessment: Assessment, dossier: dict, digest: str) -> Report:
    day = dossier["as_of"]
    number = _next_number(int(day[:4]))
    dossier = dossier | {"number": str(number), "issued": day}
    report = Report.objects.create(
        assessment=assessment,
        number=number,
        issued_on=day,
        headline=dossier["headline"][:300],
        document=frozen(dossier),
        content_hash=digest,
    )
    Rendering.objects.create(report=report, renderer=RENDERER_VERSION)
    return report


def _next_number(year: int) -> ReportNumber:
    given = ReportNumber.objects.filter(year=year)
    last = given.aggregate(last=models.Max("serial"))["last"] or 0
    return ReportNumber.objects.create(year=year, serial=last + 1)


def take_up(report_id: int) -> Report | None:
    """Lease a rendering that is queued, or was dropped by a killed worker.

    Returns None where it is ready, in somebody's hands, or has failed too often.
    """
    now = timezone.now()
    free = models.Q(state=Rendering.State.QUEUED) | models.Q(
        state=Rendering.State.RUNNING, leased_until__lt=now
    )
    taken = Rendering.objects.filter(
        free, report_id=report_id, attempts__lt=ATTEMPTS
    ).update(
        state=Rendering.State.RUNNING,
        leased_until=now + LEASE,
        attempts=models.F("attempts") + 1,
    )
    if not taken:
        return None
    return Report.objects.select_related("number", "rendering").get(pk=report_id)


def render(report_id: int) -> bool:
    """Print a report and store the file; False where nobody waits for it."""
    report = take_up(report_id)
    if report is None:
        return False
    try:
        content = render_pdf(json.loads(report.document))
    except Exception:
        _give_back(report.rendering)
        raise
    return _keep(report, content)


@transaction.atomic
def _keep(report: Report, content: bytes) -> bool:
    # Deletion waits for this row or has taken it, so no file outlives its report.
    rendering = Rendering.objects.select_for_update().filter(report=report).first()
    if rendering is None:
        return False
    file, name = rendering.file, f"{report.number}.pdf"
    # A worker killed at this point has left a file that no row knows of.
    file.storage.delete(file.field.generate_filename(rendering, name))
    file.save(name, ContentFile(content), save=False)
    rendering.state = Rendering.State.READY
    rendering.leased_until = None
    rendering.save()
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
