"""Issuing reports: freezing a case to JSON, numbering it, having it printed."""

from django.db import IntegrityError, models, transaction

from assessments.canonical import canonical, content_hash
from assessments.comparison import changes_since
from assessments.dossier import Case, build_dossier
from assessments.models import (
    Assessment,
    Rendering,
    Report,
    ReportNumber,
    hash_of,
    new_verification_code,
)
from assessments.rendering import TooManyReportsError, check_queue, queued

PER_ASSESSMENT_A_DAY = 20


class _OvertakenError(Exception):
    """Another report of the same assessment was issued in the same moment."""


def issue_report(assessment: Assessment, case: Case) -> Report:
    """Freeze the case as a numbered report and queue its printing.

    The same content issued again the same day is the same report. Raises
    TooManyReportsError where the queue or the assessment's share is full, and
    Assessment.DoesNotExist where it was deleted meanwhile.
    """
    dossier = build_dossier(case)
    while True:
        # Compared before the lock is taken: it works out verdicts anew.
        latest = assessment.reports.select_related("number").first()
        before = latest or Report.objects.of_product(assessment).first()
        since = changes_since(before, case, dossier)
        try:
            return _issue_once(assessment, dossier | {"changes_since": since}, latest)
        except (IntegrityError, _OvertakenError):
            # Somebody else took the number, or issued, in the same moment.
            continue


@transaction.atomic
def _issue_once(
    assessment: Assessment, dossier: dict, compared: Report | None
) -> Report:
    # Whoever issues, or deletes, the same assessment waits here.
    Assessment.objects.select_for_update().get(pk=assessment.pk)
    digest = content_hash(dossier)
    latest = assessment.reports.listed().first()
    if latest is not None and latest.content_hash == digest:
        return latest
    if latest != compared:
        raise _OvertakenError
    _check_room(assessment, dossier["as_of"])
    return _store(assessment, dossier, digest)


def _check_room(assessment: Assessment, day: str) -> None:
    check_queue()
    if assessment.reports.filter(issued_on=day).count() >= PER_ASSESSMENT_A_DAY:
        raise TooManyReportsError("You issued many reports today.")


def _store(assessment: Assessment, dossier: dict, digest: str) -> Report:
    day, code = dossier["as_of"], new_verification_code()
    number = _next_number(int(day[:4]), code)
    dossier = dossier | {"number": str(number), "issued": day}
    report = Report.objects.create(
        assessment=assessment,
        number=number,
        issued_on=day,
        headline=dossier["headline"][:300],
        document=canonical(dossier),
        content_hash=digest,
        verification_code=code,
    )
    queued(report, Rendering.Form.PDF)
    return report


def _next_number(year: int, verification_code: str) -> ReportNumber:
    given = ReportNumber.objects.filter(year=year)
    last = given.aggregate(last=models.Max("serial"))["last"] or 0
    return ReportNumber.objects.create(
        year=year,
        serial=last + 1,
        verification_hash=hash_of(verification_code),
    )
