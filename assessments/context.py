"""What every page says: the state of the law and the bank that answers."""

from django.conf import settings
from django.http import HttpRequest

from assessments.dossier.case import day_text
from compliance.models import BankVersion
from compliance.publishing import MAIN_BANK


def site(request: HttpRequest) -> dict[str, object]:
    """The newest bank's law date and number; on an assessment's page, its own."""
    visit = getattr(request, "visit", None)
    version = visit.assessment.version if visit else newest_version()
    return {
        "site": {
            "law_date": day_text(version.law_date) if version else "",
            "law_note": version.law_note if version else "",
            "bank_number": version.number if version else "",
            "bank_title": version.title if version else "",
            "public_url": settings.WAYMARK_PUBLIC_URL,
        }
    }


def newest_version() -> BankVersion | None:
    """The newest version of the main bank, or nothing before one is published."""
    return BankVersion.objects.of_bank(MAIN_BANK).light().first()
