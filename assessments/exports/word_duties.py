"""Duties, readiness, plan and dates, in Word."""

from collections import Counter
from collections.abc import Mapping, Sequence

from assessments.exports.paper import Paper
from assessments.exports.tables import APPLIES, date_kind, planned
from assessments.exports.wording import Strong, effort

MARKS = ("in-place", "partly", "not-started", "not-applicable")


def write_duties(paper: Paper, dossier: Mapping) -> None:
    """The duties by date, and what was checked and does not apply."""
    duties = dossier["duties"]
    if not duties["groups"] and not duties["excluded"]:
        return
    paper.heading("Duties by date")
    notes = _shared_notes(duties["groups"])
    for group in duties["groups"]:
        paper.heading(group["title"], 2)
        if group["note"]:
            paper.note(group["note"])
        rows = [_duty(duty, notes) for duty in group["duties"]]
        heads = ("Duty", "Basis", "From", "Your state")
        paper.table(f"Duties: {group['title']}", heads, (84, 36, 24, 22), rows)
    for text, number in notes.items():
        paper.note(f"Note {number}. {text}")
    if duties["excluded"]:
        paper.heading("Nothing to do here", 2)
        rows = [
            (each["title"], each["basis"], each["why"]) for each in duties["excluded"]
        ]
        heads = ("Checked", "Basis", "Why not")
        paper.table("Checked, and not for you", heads, (52, 34, 80), rows)


def _shared_notes(groups: Sequence[Mapping]) -> dict[str, int]:
    """Reliefs and penalties that several duties share: each with a number."""
    duties = [duty for group in groups for duty in group["duties"]]
    texts = Counter(d[kind] for d in duties for kind in ("relief", "penalty"))
    shared = [text for text, count in texts.items() if text and count > 1]
    return {text: number for number, text in enumerate(shared, 1)}


def _duty(duty: Mapping, notes: Mapping[str, int]) -> tuple:
    said = [Strong(duty["title"]), duty["text"]]
    if duty["status"] != "applies":
        said.append(f"Only {APPLIES[duty['status']]}: an open point decides.")
    for label, text in (
        ("Easier for you", duty["relief"]),
        ("If it is not met", duty["penalty"]),
    ):
        if text:
            said.append(f"{label}: {f'note {notes[text]}' if text in notes else text}")
    if duty["disputed"]:
        said.append("Rests on a point where the law is read in two ways.")
    basis = "; ".join(each["label"] for each in duty["provisions"])
    return said, basis or duty["basis"], duty["date_text"], duty["state_word"]


def write_plan(paper: Paper, dossier: Mapping) -> None:
    """Readiness by area, the plan by quarter, and what each measure asks for."""
    areas = [area for area in dossier["readiness"]["areas"] if area["marks"]]
    if not areas:
        return
    paper.heading("Readiness and plan")
    paper.note("Counts of measures; no number here stands for compliance.")
    rows = [
        (area["title"], *(str(area["counts"][mark]) for mark in MARKS))
        for area in areas
    ]
    heads = ("Area", "In place", "Started", "Not started", "Not needed")
    paper.table("Where you stand", heads, (74, 23, 23, 23, 23), rows)
    entries = list(planned(dossier))
    if not entries:
        return
    paper.heading("Plan by quarter", 2)
    rows = [_planned(*entry) for entry in entries]
    heads = ("When", "Measure", "Who", "Effort", "State")
    paper.table("Plan by quarter", heads, (34, 62, 30, 16, 24), rows)
    paper.heading("What each measure asks for", 2)
    for _, gap in entries:
        _write_gap(paper, gap)


def _planned(quarter: Mapping, gap: Mapping) -> tuple:
    when = ", ".join(filter(None, (quarter["title"], quarter["by_text"])))
    return when, gap["title"], gap["owner"], effort(gap["effort"]), gap["state_word"]


def _write_gap(paper: Paper, gap: Mapping) -> None:
    paper.heading(gap["title"], 3)
    paper.note(f"{gap['area_title']} · {gap['state_word']} · {gap['date_text']}")
    paper.text(gap["text"])
    paper.labelled("The AI Act adds.", gap["delta"])
    paper.labelled("Evidence.", "; ".join(gap["evidence"]))
    paper.labelled("Standards.", "; ".join(map(_standard, gap["standards"])))
    _write_guidance(paper, gap["guidance"])
    closed = (f"{each['title']} ({each['basis']})" for each in gap["duties"])
    paper.labelled("Closes.", "; ".join(closed))
    paper.labelled("Your note.", gap["note"])


def _standard(standard: Mapping) -> str:
    status = standard["status"]
    return f"{standard['name']} ({status})" if status else standard["name"]


def _write_guidance(paper: Paper, guidance: list[Mapping]) -> None:
    if not guidance:
        return
    line = paper.document.add_paragraph()
    line.add_run("Free guidance. ").bold = True
    for number, each in enumerate(guidance):
        line.add_run("; " if number else "")
        paper.link(line, each["name"], each["address"])


def write_dates(paper: Paper, dossier: Mapping) -> None:
    """The dates that matter, in order."""
    if not dossier["dates"]:
        return
    paper.heading("Dates")
    rows = [
        (
            each["date_text"],
            [Strong(each["title"]), *filter(None, [each["note"]])],
            date_kind(each),
            each["basis"],
        )
        for each in dossier["dates"]
    ]
    heads = ("Date", "What", "Kind", "Basis")
    paper.table("Dates that matter", heads, (26, 70, 34, 36), rows)
