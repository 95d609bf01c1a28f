"""Starting, handing over, deleting and expiring assessments."""

import json
from collections.abc import Mapping
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from assessments.answering import write_answers
from assessments.models import (
    Answer,
    Assessment,
    Rendering,
    ReportNumber,
    hash_of,
    new_code,
)
from compliance.domain import answers as domain
from compliance.models import BankVersion


@transaction.atomic
def start_assessment(
    version: BankVersion,
    product: str,
    organisation: str,
    answers: Mapping[str, domain.Answer],
) -> tuple[Assessment, str]:
    """Start an assessment; returns it with the code that opens it from now on."""
    code = new_code()
    assessment = Assessment.objects.create(
        code_hash=hash_of(code),
        product=product,
        organisation=organisation,
        version=version,
    )
    write_answers(assessment, answers)
    return assessment, code


def as_download(assessment: Assessment) -> dict:
    """Everything stored about an assessment, for its owner."""
    return {
        "product": assessment.product,
        "organisation": assessment.organisation,
        "bank": assessment.version.bank,
        "bank_number": assessment.version.number,
        "started": assessment.started_at.isoformat(),
        "last_changed": assessment.touched_at.isoformat(),
        "answers": {row.slug: _answer(row) for row in assessment.answers.all()},
        "reports": [
            {
                "number": str(report.number),
                "issued": report.issued_on.isoformat(),
                "verification_code": report.verification_code,
                "content": json.loads(report.document),
            }
            for report in assessment.reports.select_related("number")
        ],
    }


def _answer(row: Answer) -> dict:
    return {
        "values": row.values,
        "unsure": row.unsure,
        "note": row.note,
        "answered": row.answered_at.isoformat(),
    }


@transaction.atomic
def delete_assessment(assessment: Assessment) -> None:
    """Delete an assessment with answers, reports and files.

    Only the numbers of its reports stay, marked as deleted.
    """
    # Whoever saves, issues or prints at this moment finishes first.
    list(Assessment.objects.select_for_update().filter(pk=assessment.pk))
    renderings = Rendering.objects.select_for_update(of=("self",))
    of_reports = list(renderings.filter(report__assessment=assessment))
    files = [rendering.file for rendering in of_reports if rendering.file]
    numbers = list(assessment.reports.values_list("number", flat=True))
    assessment.delete()
    ReportNumber.objects.filter(pk__in=numbers).update(deleted_at=timezone.now())
    transaction.on_commit(lambda: [file.delete(save=False) for file in files])


def expire_assessments() -> int:
    """Delete the private assessments untouched for WAYMARK_EXPIRY_DAYS."""
    last_kept = timezone.now() - timedelta(days=settings.WAYMARK_EXPIRY_DAYS)
    expired = list(Assessment.objects.untouched_since(last_kept))
    return sum(_expire(assessment, last_kept) for assessment in expired)


@transaction.atomic
def _expire(assessment: Assessment, last_kept: datetime) -> bool:
    # Its owner may have come back in the same moment.
    untouched = Assessment.objects.untouched_since(last_kept).select_for_update()
    if not untouched.filter(pk=assessment.pk):
        return False
    delete_assessment(assessment)
    return True
