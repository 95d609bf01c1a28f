"""What is stored: published banks and the support directory."""

from compliance.models.support import SupportEntryQuerySet, SupportEntryRow
from compliance.models.versions import BankVersion, BankVersionQuerySet

__all__ = [
    "BankVersion",
    "BankVersionQuerySet",
    "SupportEntryQuerySet",
    "SupportEntryRow",
]
