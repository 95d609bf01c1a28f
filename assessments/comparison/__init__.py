"""What changed between two reports, or a report and now, and because of what."""

from assessments.comparison.record import changes_since, compare
from assessments.comparison.sides import Side, side_of_case, side_of_report

__all__ = ["Side", "changes_since", "compare", "side_of_case", "side_of_report"]
