"""The whole report as a Word document to work on."""

from collections.abc import Mapping
from datetime import UTC, date, datetime

from assessments.dossier.case import day_text
from assessments.exports.paper import Paper
from assessments.exports.paper_styles import SOFT
from assessments.exports.word_annex import write_annex, write_support
from assessments.exports.word_duties import write_dates, write_duties, write_plan
from assessments.exports.word_verdicts import (
    write_changes,
    write_open_points,
    write_verdicts,
)
from assessments.exports.wording import Marked, Strong, legible
from assessments.extras import NOTHING, Extras

RENDERER_VERSION = "1"
NAME_LIMIT = 60
COPY = (
    "This is a copy to work on. What Waymark issued is the PDF of the same number; "
    "only that can be verified."
)
CHAPTERS = (
    write_changes,
    write_open_points,
    write_verdicts,
    write_duties,
    write_plan,
    write_dates,
    write_support,
    write_annex,
)


def render_word(dossier: dict, extras: Extras = NOTHING) -> bytes:
    """The report of a dossier as a Word document with headings, tables and styles."""
    dossier = legible(dossier)
    number = dossier["number"] or "preview, not issued"
    name = _shortened(dossier["product"])
    day = datetime.fromisoformat(dossier["issued"] or dossier["as_of"])
    paper = Paper(f"{name}: Waymark report {number}", day.replace(tzinfo=UTC))
    paper.furnish(
        f"Waymark report {number}: {name}",
        f"On the answers of {_day(dossier['answered'])}. "
        "Prepared to inform, not legal advice.",
    )
    _write_title(paper, dossier, extras, number)
    _write_position(paper, dossier)
    for write in CHAPTERS:
        write(paper, dossier)
    return paper.content()


def _shortened(name: str) -> str:
    return name if len(name) <= NAME_LIMIT else f"{name[: NAME_LIMIT - 1].rstrip()}…"


def _day(iso: str) -> str:
    return day_text(date.fromisoformat(iso))


def _write_title(paper: Paper, dossier: Mapping, extras: Extras, number: str) -> None:
    paper.note(f"Report {number}")
    paper.text(dossier["product"], "Title")
    paper.text(dossier["headline"], "Subtitle")
    if dossier["purpose"]:
        paper.note(dossier["purpose"])
    facts = list(_facts(dossier, extras))
    paper.table("About this report", ("About this report", ""), (44, 122), facts)
    paper.note(COPY)
    paper.text("Contents", "TOC Heading")
    paper.contents()
    paper.page_break()


def _facts(dossier: Mapping, extras: Extras):
    bank = dossier["bank"]
    place = ", ".join(filter(None, (dossier["organisation"], dossier["country_name"])))
    yield "Prepared for", place or "not told"
    yield "Issued", _day(dossier["issued"]) if dossier["issued"] else "not yet"
    yield "Answers of", _day(dossier["answered"])
    yield "Still open", _open(dossier)
    yield "Law as of", f"{_day(bank['law_date'])}: {bank['law_note']}"
    yield "Question bank", f"{bank['title']} {bank['number']}"
    if extras.code:
        yield "Verification code", extras.code
        yield "Check it at", (extras.address, extras.address)


def _open(dossier: Mapping) -> str:
    if dossier["open_points"]:
        return "; ".join(point["title"] for point in dossier["open_points"])
    if dossier["complete"]:
        return "nothing: every verdict is settled on these answers"
    return "no verdict; some questions have no answer yet"


def _write_position(paper: Paper, dossier: Mapping) -> None:
    paper.heading("Your position")
    if dossier["statements"]:
        paper.text(Marked(" ".join(dossier["statements"])))
    rows = [
        (step["question"], Strong(step["value"]), step["state_word"], step["basis"])
        for step in dossier["trail"]
    ]
    heads = ("Step", "On your answers", "State", "Basis")
    paper.table("From intended purpose to dates", heads, (38, 56, 32, 40), rows)
    if dossier["next_steps"]:
        paper.heading("Next steps", 2)
        paper.steps(map(Marked, dossier["next_steps"]))
    paper.text(dossier["disclaimer"], SOFT)
