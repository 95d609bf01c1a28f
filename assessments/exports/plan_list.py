"""The plan as comma-separated values (RFC 4180), for task tools and spreadsheets."""

import csv
import io
import json
from datetime import date

from assessments.exports.tables import full_plan_table
from assessments.exports.wording import legible, unformulated
from assessments.models import Report

# Without it, spreadsheet programs take UTF-8 for an older character set.
BYTE_ORDER_MARK = "\ufeff"


def plan_list(report: Report) -> bytes:
    """The plan of a report, one measure a line, heads first."""
    table = full_plan_table(legible(json.loads(report.document)))
    out = io.StringIO(BYTE_ORDER_MARK, newline="")
    out.seek(0, io.SEEK_END)
    writer = csv.writer(out)
    writer.writerow([column.title for column in table.columns])
    writer.writerows([_cell(value) for value in row] for row in table.rows)
    return out.getvalue().encode()


def _cell(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    return unformulated(str(value))
