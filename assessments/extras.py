"""What a file of a report carries beside its dossier, and is no part of its content."""

from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse

from assessments.models import Report


@dataclass(frozen=True)
class Extras:
    """Where a report is verified, and its frozen JSON; nothing for a preview.

    `code` is the verification code, `address` the page that says whether it is genuine.
    """

    code: str = ""
    address: str = ""
    twin: str = ""

    @property
    def verification(self) -> dict[str, str] | None:
        """Code and address for the templates, or nothing."""
        if not self.code:
            return None
        return {"code": self.code, "address": self.address}


NOTHING = Extras()


def extras_of(report: Report) -> Extras:
    """What the files of an issued report carry."""
    return Extras(
        code=report.verification_code,
        address=verification_address(report.verification_code),
        twin=report.document,
    )


def verification_address(code: str) -> str:
    """The public page of a verification code, as it is printed."""
    return settings.WAYMARK_PUBLIC_URL + reverse("verification", kwargs={"code": code})
