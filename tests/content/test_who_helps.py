"""What docs/who-helps.md promises: every system named is served by shipped entries."""

import re
from pathlib import Path

from compliance.directory import shipped_entries

PAGE = Path(__file__).parents[2] / "docs" / "who-helps.md"
SLUG = re.compile(r"`([a-z0-9]+(?:-[a-z0-9]+)+)`")
SYSTEMS = (
    *("AI Factories", "AI Gigafactories", "Cancer Image Europe", "1+ Million Genomes"),
    *("Intensive care unit", "Virtual Human Twins", "European Health Data Space"),
    *("Apply AI Strategy", "GenAI4EU", "Testing and Experimentation Facility"),
    *("European Digital Innovation Hubs", "Skills", "cybersecurity of hospitals"),
)


def rows():
    lines = PAGE.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.startswith("| ")][1:]


def test_every_entry_that_the_table_names_is_shipped():
    shipped = {entry.slug for entry in shipped_entries()}
    named = set(SLUG.findall("\n".join(rows())))

    assert len(named) > 50
    assert named - shipped == set()


def test_every_system_has_an_entry_or_says_why_it_has_none():
    silent = [row for row in rows() if not SLUG.search(row) and "no entry:" not in row]

    assert silent == []


def test_the_systems_of_the_page_are_all_there():
    heads = "\n".join(row.split("|")[1] for row in rows())

    assert [name for name in SYSTEMS if name not in heads] == []


def test_what_the_table_calls_over_is_over():
    ended = {entry.slug for entry in shipped_entries() if entry.status == "ended"}

    assert {
        *("prg-eucaim-opencall", "di-edith", "prg-digital-ehds-services"),
        *("prg-genai4eu-care01", "prg-genai4eu-tool03", "prg-ffplus"),
        *("prg-digital-screening10", "prg-digital-regcompliance"),
        *("prg-edih-consolidation", "prg-edih-ch", "prg-digital-skills-ai-health"),
    } <= ended
