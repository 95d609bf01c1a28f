"""Where to get help, the answers, the sources and the method, in Word."""

from collections.abc import Mapping

from assessments.exports.paper import Paper
from assessments.exports.tables import by_act
from assessments.exports.wording import Marked


def write_support(paper: Paper, dossier: Mapping) -> None:
    """The places that can help, by group."""
    groups = [group for group in dossier["support"] if group["entries"]]
    if not groups:
        return
    paper.heading("Where to get help")
    for group in groups:
        paper.heading(group["title"], 2)
        for sentence in (group["text"], *group.get("missing", ())):
            if sentence:
                paper.note(sentence)
        rows = [_place(entry) for entry in group["entries"]]
        heads = ("Who", "What they offer, and why it fits", "State", "Source")
        paper.table(group["title"], heads, (46, 76, 22, 22), rows)
        if further := group.get("further"):
            paper.note(f"Beyond these, {further} more in the directory may fit.")


def _place(entry: Mapping) -> tuple:
    who = [
        (entry["name"], entry["url"]),
        f"{entry['kind_title']}, {entry['place'] or entry['country_name']}",
    ]
    said = [entry["offers"]]
    for label, text in (
        ("Cost", entry["cost"]),
        ("Why it fits", "; ".join(entry["reasons"])),
        (_hindered(entry), "; ".join(entry["why_not_yet"])),
        ("How to ask", entry["how_to_ask"]),
        ("Open to", entry["eligibility"]),
    ):
        if text:
            said.append(Marked(f"**{label}:** {text}" if label else text))
    source: list[object] = [(entry["source_date"], entry["source_url"])]
    if since := entry.get("not_verified_since"):
        source.append(f"not verified since {since}")
    return who, said, entry["state_word"], source


def _hindered(entry: Mapping) -> str:
    # What only cautions says so itself: "Check first: …", "Ends in January 2027".
    return "" if entry.get("verdict") == "fits" else "Why not yet"


def write_annex(paper: Paper, dossier: Mapping) -> None:
    """Every question asked with answer and note, the sources, the method."""
    paper.heading("Annex: your answers")
    for section in dossier["answers"]:
        paper.heading(section["title"], 2)
        rows = [_answer(question) for question in section["questions"]]
        heads = ("No.", "Question", "Your answer")
        paper.table(f"Answers: {section['title']}", heads, (12, 76, 78), rows)
    _write_measures(paper, dossier)
    paper.heading("Annex: sources")
    paper.note("Every provision this report rests on. The linked text decides.")
    for act in by_act(dossier["provisions"]):
        paper.heading(act["title"], 2)
        rows = [
            ((each["reference"], each["address"]), each["title"])
            for each in act["provisions"]
        ]
        heads = ("Reference", "Title")
        paper.table(f"Sources: {act['title']}", heads, (56, 110), rows)
    _write_glossary(paper, dossier)
    paper.heading("Annex: method")
    paper.text(dossier["method"])
    if dossier["overdue_reviews"]:
        paper.text("The legal review of what follows is overdue. Read it with care.")
        for each in dossier["overdue_reviews"]:
            paper.text(f"{each['kind']}: {each['title']}, {each['text']}")
    paper.note(f"Checksum of the question bank: {dossier['bank']['hash']}")


def _write_glossary(paper: Paper, dossier: Mapping) -> None:
    rows = [
        (each["term"], each["text"], (each["reference"], each["address"]))
        for each in dossier["glossary"]
    ]
    if rows:
        paper.heading("Annex: terms used")
        heads = ("Term", "In plain words", "Where the law says it")
        paper.table("Terms used", heads, (36, 90, 40), rows)


def _answer(question: Mapping) -> tuple:
    said = [question["answer"] or "not answered"]
    if question["note"]:
        said.append(f"Your note: {question['note']}")
    return question["number"], question["text"], said


def _write_measures(paper: Paper, dossier: Mapping) -> None:
    gaps = {gap["measure"] for gap in dossier["gaps"]}
    rows = [
        (area["title"], measure["title"], measure["state_word"], measure["note"])
        for area in dossier["measures"]
        for measure in area["measures"]
        if measure["slug"] not in gaps
    ]
    if rows:
        paper.heading("Measures in place, or set aside", 2)
        heads = ("Area", "Measure", "State", "Your note")
        paper.table("Measures that are no gaps", heads, (36, 56, 26, 48), rows)
