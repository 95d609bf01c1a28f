"""A handover pack as a Word document to work on and to send."""

from collections.abc import Mapping
from datetime import UTC, datetime

from assessments.dossier.case import day_text
from assessments.exports.paper import Paper
from assessments.handover.vocabulary import OPENINGS


def render_handover(pack: Mapping) -> bytes:
    """The pack as a document: whom it is for, the ticked parts, where it comes from."""
    to = pack["to"]
    day = datetime.fromisoformat(pack["made"]).replace(tzinfo=UTC)
    paper = Paper(f"Enquiry to {to['name']}", day)
    paper.furnish(f"Enquiry to {to['name']}", pack["origin"])
    paper.text(f"Enquiry to {to['name']}", "Title")
    paper.note(f"{to['kind_title']}. {day_text(day.date())}.")
    paper.text(OPENINGS[to["kind"]])
    for part in pack["parts"]:
        paper.heading(part["title"])
        for line in part["lines"]:
            if line["label"] == part["title"]:
                paper.text(line["text"])
            else:
                paper.labelled(f"{line['label']}:", line["text"])
    paper.note(pack["origin"])
    paper.note(pack["disclaimer"])
    return paper.content()
