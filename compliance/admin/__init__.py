"""The editors' desk."""

from compliance.admin.support import SupportEntryAdmin
from compliance.admin.versions import BankVersionAdmin

__all__ = ["BankVersionAdmin", "SupportEntryAdmin"]
