"""The tables on which plan and duties rest: verdicts, answers, help, sources."""

from collections.abc import Mapping

from assessments.exports.tables import LINK, NUMBER, Column, Table, listed


def verdict_table(dossier: Mapping) -> Table:
    """The verdicts with the rule behind each."""
    columns = (
        Column("Verdict", 34),
        Column("State", 14),
        Column("On your answers", 40),
        Column("Read in two ways", 18),
        Column("Why", 80),
        Column("Provisions", 40),
    )
    rows = [
        (
            finding["title"],
            finding["state"],
            finding["value"],
            "yes" if finding["disputed"] else "",
            " ".join(rule["why"] for rule in finding["rules"]),
            listed(each["label"] for each in finding["provisions"]),
        )
        for finding in dossier["findings"]
    ]
    return Table("Verdicts", columns, rows)


def answer_table(dossier: Mapping) -> Table:
    """Every question asked, with answer and note."""
    columns = (
        Column("No.", 7, NUMBER),
        Column("Section", 24),
        Column("Question", 60),
        Column("Your answer", 50),
        Column("Your note", 50),
    )
    rows = [
        (
            question["number"],
            section["title"],
            question["text"],
            question["answer"] or "not answered",
            question["note"],
        )
        for section in dossier["answers"]
        for question in section["questions"]
    ]
    return Table("Answers", columns, rows)


def measure_table(dossier: Mapping) -> Table:
    """Every measure that a duty needs, with the state told and the note."""
    columns = (
        Column("Area", 26),
        Column("Measure", 50),
        Column("State", 18),
        Column("Your note", 50),
    )
    rows = [
        (area["title"], measure["title"], measure["state_word"], measure["note"])
        for area in dossier["measures"]
        for measure in area["measures"]
    ]
    return Table("Measures", columns, rows)


def support_table(dossier: Mapping) -> Table:
    """The places that can help, each with reasons, source and date."""
    columns = (
        Column("For what", 28),
        Column("Who", 36),
        Column("Kind", 24),
        Column("Place", 24),
        Column("State", 16),
        Column("Cost", 20),
        Column("What they offer", 50),
        Column("Why it fits", 50),
        Column("Why not yet", 40),
        Column("How to ask", 40),
        Column("Open to", 40),
        Column("Address", 40, LINK),
        Column("Source", 40, LINK),
        Column("Source of", 14),
    )
    rows = [
        _place_cells(group["title"], entry)
        for group in dossier["support"]
        for entry in group["entries"]
    ]
    return Table("Support", columns, rows)


def _place_cells(group: str, entry: Mapping) -> tuple:
    return (
        group,
        entry["name"],
        entry["kind_title"],
        entry["place"] or entry["country_name"],
        entry["state_word"],
        entry["cost"],
        entry["offers"],
        listed(entry["reasons"]),
        listed(entry["why_not_yet"]),
        entry["how_to_ask"],
        entry["eligibility"],
        entry["url"],
        entry["source_url"],
        entry["source_date"],
    )


def source_table(dossier: Mapping) -> Table:
    """Every provision cited, with its address."""
    columns = (
        Column("Act", 24),
        Column("Reference", 28),
        Column("Title", 44),
        Column("In our words", 80),
        Column("Status", 16),
        Column("Text", 60, LINK),
    )
    rows = [
        (
            cited["act"],
            cited["reference"],
            cited["title"],
            cited["text"],
            cited["status"],
            cited["address"],
        )
        for cited in dossier["provisions"]
    ]
    return Table("Sources", columns, rows)
