"""A workbook in the form of the official EDIH export, built from the shipped hubs."""

import io

from openpyxl import Workbook

from compliance.directory import shipped_entries
from compliance.directory_imports.edih import WORDS
from compliance.domain.countries import COUNTRIES

HEADER = (
    *("EDIH Name", "EDIH Title", "Description (indexed field)", "Country"),
    *("Contact Location", "Contact person", "EDIH/SoE", "Website"),
    *("Formatted sectors", "Formatted services", "Formatted technologies"),
)
DATE = "2025-04-28"
FUNDED, HUBS, SEALS = 168, 206, 83
NAMES = {word: name for name, word in WORDS.items() if word}
SECTORS = {
    "yes": "Energy - 2, Health care - 5, Retail, wholesale or distribution - 3",
    "partial": "Health care - 2",
    "no": "Manufacturing and processing - 4",
}


def hubs():
    """The shipped hubs."""
    return [entry for entry in shipped_entries() if entry.kind == "edih"]


def row_of(entry):
    """A hub as the export writes it."""
    short, _, title = entry.name.partition(" – ")
    technologies = ", ".join(
        f"{NAMES[each]} - 4" for each in sorted(entry.technologies)
    )
    country = COUNTRIES[entry.country]
    return {
        "EDIH Name": short,
        "EDIH Title": title or short,
        "Description (indexed field)": "Helps firms with digital technologies.",
        "Country": country,
        "Contact Location": f"Main Street 1, 1000 {entry.place}, {country}",
        "Contact person": "Somebody, somebody@example.org",
        "EDIH/SoE": "EDIH",
        "Website": entry.url if "edih-catalogue" not in entry.url else "Website",
        "Formatted sectors": SECTORS.get(entry.health_focus, ""),
        "Formatted services": "Innovation management - 5",
        "Formatted technologies": technologies,
    }


def rows_not_funded():
    """Hubs without funding, which the export lists too."""
    kinds = ["DIH"] * HUBS + ["SoE"] * SEALS
    return [
        row_of(hubs()[number % 168])
        | {"EDIH Name": f"Other {number}", "EDIH/SoE": kind}
        for number, kind in enumerate(kinds)
    ]


def official_rows():
    """All 457 rows of the export."""
    return [row_of(entry) for entry in hubs()] + rows_not_funded()


def workbook_of(rows, header=HEADER):
    """The rows as the bytes of a workbook with one sheet."""
    book = Workbook()
    book.active.title = "EDIH Catalogue"
    book.active.append(header)
    for row in rows:
        book.active.append([row.get(name) for name in header])
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()
