"""The forms of a report that cost little: made from the frozen dossier when asked."""

from collections.abc import Callable
from dataclasses import dataclass

from assessments.exports.dates import calendar_of
from assessments.exports.plan_list import plan_list
from assessments.models import Report


@dataclass(frozen=True)
class Export:
    """How one form is made: the report in, the bytes of a file out."""

    suffix: str
    content_type: str
    make: Callable[[Report], bytes]


def twin(report: Report) -> bytes:
    """The frozen JSON itself, byte for byte as it is attached to the PDF."""
    return report.document.encode()


EXPORTS: dict[str, Export] = {
    "csv": Export("-plan.csv", "text/csv; charset=utf-8", plan_list),
    "ics": Export("-dates.ics", "text/calendar; charset=utf-8", calendar_of),
    "json": Export(".json", "application/json", twin),
}
