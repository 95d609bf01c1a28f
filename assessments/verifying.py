"""Telling whether a report is genuine, and nothing of what it says."""

import json
import re

from assessments.canonical import sha256
from assessments.exports import EXPORTS
from assessments.models import (
    VERIFICATION_GROUP,
    VERIFICATION_LENGTH,
    VERIFICATION_SIGNS,
    Report,
    ReportNumber,
    hash_of,
)
from assessments.renderers import RENDERERS
from compliance.models import BankVersion

# What Crockford's signs leave out is read as the sign that it resembles.
MISREAD = str.maketrans("OIL", "011")
SEPARATORS = re.compile(r"[\s\-\u2010-\u2015]+")


def tidy_code(typed: str) -> str:
    """A typed code, or the address it stands in, as it is printed; empty if it is none.

    Small letters, blanks and missing hyphens do no harm, nor do O for 0 and I for 1.
    """
    last = typed.strip().rstrip("/").rpartition("/")[2]
    signs = SEPARATORS.sub("", last).upper().translate(MISREAD)
    if len(signs) != VERIFICATION_LENGTH or not set(signs) <= set(VERIFICATION_SIGNS):
        return ""
    groups = range(0, VERIFICATION_LENGTH, VERIFICATION_GROUP)
    return "-".join(signs[start : start + VERIFICATION_GROUP] for start in groups)


def find_number(code: str) -> ReportNumber | None:
    """The number whose report carries this code, deleted or not."""
    tidied = tidy_code(code)
    if not tidied:
        return None
    return ReportNumber.objects.filter(verification_hash=hash_of(tidied)).first()


def verified(number: ReportNumber) -> dict:
    """What anybody may know of a report: that it was issued, its law, what is newer."""
    found = Report.objects.filter(number=number).select_related("assessment")
    report = found.prefetch_related("renderings").first()
    if report is None:
        return {"number": str(number), "is_deleted": True, "day": number.deleted_at}
    bank = json.loads(report.document)["bank"]
    return {
        "number": str(number),
        "is_deleted": False,
        "is_example": report.assessment.is_example,
        "issued": report.issued_on,
        "bank": bank,
        "content_hash": report.content_hash,
        "files": _files(report),
        "newer_report": _newer_report(report),
        "newer_bank": _newer_bank(bank),
    }


def _files(report: Report) -> list[dict]:
    """The files made so far, each with its checksum."""
    name = str(report.number)
    stored = {form: report.rendering(form) for form in RENDERERS}
    files = [
        {"name": f"{name}{RENDERERS[form].suffix}", "sha256": rendering.file_hash}
        for form, rendering in stored.items()
        if rendering is not None and rendering.is_ready and rendering.file_hash
    ]
    twin = {
        "name": f"{name}{EXPORTS['json'].suffix}",
        "sha256": sha256(report.document.encode()),
    }
    return [*files, twin]


def _newer_report(report: Report) -> dict | None:
    newest = report.assessment.reports.listed().first()
    if newest == report:
        return None
    return {"number": str(newest.number), "issued": newest.issued_on}


def _newer_bank(bank: dict) -> BankVersion | None:
    newest = BankVersion.objects.of_bank(bank["slug"]).light().first()
    is_newer = newest is not None and newest.fingerprint != bank["hash"]
    return newest if is_newer else None
