"""What is stored: banks published and in work, and the support directory."""

from compliance.models.directory_arrivals import DirectoryArrival
from compliance.models.links import LinkCheck, LinkCheckQuerySet
from compliance.models.support import SupportEntryQuerySet, SupportEntryRow
from compliance.models.versions import BankVersion, BankVersionQuerySet
from compliance.models.working_copy import (
    Arrival,
    Part,
    PartQuerySet,
    Rehearsal,
    WorkingCopy,
)

__all__ = [
    "Arrival",
    "BankVersion",
    "BankVersionQuerySet",
    "DirectoryArrival",
    "LinkCheck",
    "LinkCheckQuerySet",
    "Part",
    "PartQuerySet",
    "Rehearsal",
    "SupportEntryQuerySet",
    "SupportEntryRow",
    "WorkingCopy",
]
