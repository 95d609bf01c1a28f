"""The editors' desk."""

from compliance.admin.support import SupportEntryAdmin
from compliance.admin.versions import BankVersionAdmin
from compliance.admin.workbench import WorkingCopyAdmin

__all__ = ["BankVersionAdmin", "SupportEntryAdmin", "WorkingCopyAdmin"]
