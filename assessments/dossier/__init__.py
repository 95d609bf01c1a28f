"""The dossier of a case: what pages, report and downloads show, as plain data."""

from assessments.dossier.build import build_dossier
from assessments.dossier.case import Case

__all__ = ["Case", "build_dossier"]
