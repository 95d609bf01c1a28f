"""What changed, what is open, and the verdicts with their grounds, in Word."""

from collections.abc import Mapping

from assessments.exports.paper import Paper
from assessments.exports.wording import Marked, Strong

STATUS_NOTES = {
    "guidance": "guidance, not binding",
    "draft": "draft, not binding",
    "draft-guidance": "draft guidance, not binding",
    "case-law": "case law",
    "proposal": "proposal, not law",
}


def write_changes(paper: Paper, dossier: Mapping) -> None:
    """What changed since the report before, and because of what."""
    since = dossier.get("changes_since")
    if not since:
        return
    paper.heading("What changed since the report before")
    paper.text(since["summary"])
    for group in since["groups"]:
        paper.heading(group["title"], 2)
        rows = [
            (each["title"], each["before"], each["after"], each["because"])
            for each in group["changes"]
        ]
        heads = ("What", "Before", "After", "Because of")
        paper.table(group["title"], heads, (56, 40, 40, 30), rows)


def write_open_points(paper: Paper, dossier: Mapping) -> None:
    """What is open, what would settle it, whom to ask, and what hangs on it."""
    if not dossier["open_points"]:
        return
    paper.heading("Open points")
    for point in dossier["open_points"]:
        paper.heading(f"{point['number']}. {point['title']}", 2)
        paper.text(Marked(point["text"]))
        for question in point["settles_with"]:
            paper.labelled("Settles with.", _asked(question))
        if point["changes"]:
            _write_table_of_changes(paper, point)


def _asked(question: Mapping) -> str:
    who = f" Ask: {question['who']}." if question["who"] else ""
    return f"Question {question['number']}: {question['text']}{who}"


def _write_table_of_changes(paper: Paper, point: Mapping) -> None:
    changes = point["changes"]
    count = len(changes["columns"])
    widths = (56, *[110 // count] * count)
    rows = [(row["title"], *row["cells"]) for row in changes["rows"]]
    heads = ("What changes, and what does not", *changes["columns"])
    paper.table(f"What hangs on it: {point['title']}", heads, widths, rows)
    if changes["more"]:
        paper.note(f"{changes['more']} more rows are left out here.")


def write_verdicts(paper: Paper, dossier: Mapping) -> None:
    """Each verdict: why, on which answers, under which provisions."""
    if not dossier["findings"]:
        return
    paper.heading("Verdicts with their grounds")
    for finding in dossier["findings"]:
        paper.heading(finding["title"], 2)
        word = "Open: " if finding["state"] == "open" else ""
        paper.text(Strong(f"{word}{finding['value']}"))
        for rule in finding["rules"]:
            _write_rule(paper, rule, is_only=len(finding["rules"]) == 1)
        if finding["rests_on_disputed"]:
            paper.note("It builds on a step whose law is read in two ways.")
        _write_grounds(paper, finding)
    _write_proposals(paper, dossier)


def _write_rule(paper: Paper, rule: Mapping, is_only: bool) -> None:
    is_open = rule["state"] == "open"
    basis = STATUS_NOTES.get(rule["basis"])
    note = f" This step rests on {basis}." if basis else ""
    why = Marked(f"{rule['why']}{note}")
    if is_only and not is_open:
        paper.text(why)
    else:
        word = "Possible: " if is_open else ""
        paper.labelled(f"{word}{rule['value_title']}.", why)
    if rule["disputed"]:
        also = ", ".join(rule["disputed"]["also"])
        other = f" The other reading leads to: {also}." if also else ""
        paper.labelled("Two readings.", Marked(f"{rule['disputed']['text']}{other}"))


def _write_grounds(paper: Paper, finding: Mapping) -> None:
    if finding["answers"]:
        rows = [
            (each["number"] or "", each["text"], each["answer"])
            for each in finding["answers"]
        ]
        heads = ("No.", "Question", "Your answer")
        paper.table(f"Answers behind: {finding['title']}", heads, (12, 84, 70), rows)
    for question in finding["settles_with"]:
        paper.labelled("Settles with.", _asked(question))
    paper.labelled("Sources.", "; ".join(map(_cited, finding["provisions"])))


def _cited(provision: Mapping) -> str:
    note = STATUS_NOTES.get(provision["status"])
    return f"{provision['label']} ({note})" if note else provision["label"]


def _write_proposals(paper: Paper, dossier: Mapping) -> None:
    for proposal in dossier["proposals"]:
        source = proposal["source"]
        paper.heading(f"If {source['reference']} were adopted (not law)", 2)
        paper.text(f"{proposal['status_text']} {proposal['text']}")
        rows = [
            (each["title"], each["today"], each["then"]) for each in proposal["changes"]
        ]
        heads = ("Verdict", "Law today", "Proposed, not law")
        paper.table(proposal["title"], heads, (60, 53, 53), rows)
