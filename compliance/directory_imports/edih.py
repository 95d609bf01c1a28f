"""The official export of the EDIH catalogue: one sheet, eleven columns, many traps."""

import re
from collections import Counter
from collections.abc import Iterator

from compliance.directory_imports.naming import folded, name_of, slugified
from compliance.directory_imports.readings import Offer, Reading
from compliance.directory_imports.tables import require_columns, table_of
from compliance.directorycells import E_MAIL, LONGEST_NAME, CellError, address
from compliance.directoryfile import Line, Problem
from compliance.domain.countries import COUNTRIES

NAME, TITLE, COUNTRY = "EDIH Name", "EDIH Title", "Country"
LOCATION, TYPE, WEBSITE = "Contact Location", "EDIH/SoE", "Website"
SECTORS, TECHNOLOGIES = "Formatted sectors", "Formatted technologies"
# The column of contact persons has no place here: it is never read.
COLUMNS = (NAME, TITLE, COUNTRY, LOCATION, TYPE, WEBSITE, SECTORS, TECHNOLOGIES)
FUNDED = "EDIH"
NOT_FUNDED = {"DIH": "other hubs", "SoE": "Seals of Excellence"}
CATALOGUE = "https://european-digital-innovation-hubs.ec.europa.eu/edih-catalogue/"
CODES = {folded(name): code for code, name in COUNTRIES.items()} | {
    "turkey": "TR",
    "czechrepublic": "CZ",
}
# Names in the export to our words; technologies that say nothing of health are left.
WORDS = {
    "Additive manufacturing": "additive_manufacturing",
    "Artificial Intelligence & Decision support": "ai",
    "BI tools": "",
    "Big data": "big_data",
    "Blockchain and Distributed Ledger Technology (DLT)": "blockchain",
    "Chemical engineering (plants, products)": "",
    "Cloud Services": "cloud",
    "Communication network": "connectivity",
    "Cyber-physical systems": "",
    "data": "",
    "Cybersecurity": "cybersecurity",
    "Digital twins": "digital_twins",
    "Displays": "",
    "Gamification": "",
    "High performance computing": "hpc",
    "Human computer interaction": "",
    "Industrial biotechnology": "biotech",
    "Internet of Things": "iot",
    "Internet Services & Applications": "",
    "Laser-based manufacturing and materials processing": "",
    "Location-based applications": "",
    "Logistics": "",
    "Micro- and nanoelectronics, optoelectronics": "microelectronics",
    "Mobility": "",
    "New technologies for Audio-Visual sector - Media": "",
    "Organic and large area electronics": "",
    "Photonics": "photonics",
    "Quantum Technologies (computing/communication)": "quantum",
    "Robotics": "robotics",
    "Semiconductors and Nanotechnology": "",
    "Sensors & Vision Processing Systems": "sensors_vision",
    "Simulation engineering and modelling": "simulation",
    "Software Architectures": "software",
    "Virtual Reality": "vr_ar",
}
# Names may hold commas: what ends one is its relevance from 1 to 5.
RATED = re.compile(r"(.+?) - ([0-9]+)(?:, |$)")
CITY = re.compile(r"[A-Z-]{0,3}[0-9][0-9 -]*[0-9] (\D{2,60})")
# Italy writes the province after the city, the Netherlands letters before it.
PROVINCE = re.compile(r"^[A-Z]{2} | [A-Z]{2}$")
MAIN_FROM = 4
FOR_NEW = {
    "services": ["investment_support", "networking", "test_before_invest", "training"],
    "eligibility": "SMEs, small mid-caps and public bodies, primarily in the hub "
    "region; other EU SMEs via the EDIH network",
    "cost": "subsidised",
    "status": "unknown",
    "confidence": "high",
    "url": CATALOGUE,
}


def read_edih(file: str, data: bytes, source_date: str) -> Reading:
    """The funded hubs of an export of this day.

    Raises UnreadableFileError for a file that is no such export.
    """
    found = table_of(file, data)
    require_columns(found, COLUMNS)
    faults = [each for each in found if isinstance(each, Problem)]
    left_out: Counter = Counter()
    offers: dict[tuple[str, str], Offer] = {}
    for line in (each for each in found if isinstance(each, Line)):
        if line.cells[TYPE] in NOT_FUNDED:
            left_out[NOT_FUNDED[line.cells[TYPE]]] += 1
            continue
        wrong = list(_faults(line))
        if not wrong:
            offer = _offer(line, source_date)
            if offers.setdefault(offer.keys[0], offer) is not offer:
                first = offers[offer.keys[0]].line
                fault = f"the hub stands already in row {first}"
                wrong = [line.problem(NAME, fault, "Keep one of the two rows.")]
        faults += wrong
        unknown = _technologies(line.cells[TECHNOLOGIES]) - set(WORDS)
        left_out.update(f"technology “{each[:60]}”" for each in unknown)
    ordered = tuple(sorted(faults, key=lambda each: each.line))
    return Reading(tuple(offers.values()), ordered, frozenset({"edih"}), left_out)


def _faults(line: Line) -> Iterator[Problem]:
    cells = line.cells
    if cells[TYPE] != FUNDED:
        fault = f"“{cells[TYPE][:40]}” is not known" if cells[TYPE] else "it is empty"
        known = ", ".join((FUNDED, *NOT_FUNDED))
        yield line.problem(TYPE, fault, f"It is one of {known}.")
    if not cells[NAME]:
        yield line.problem(NAME, "it is empty", "Write the name of the hub.")
    if len(name_of(cells[NAME], cells[TITLE])) > LONGEST_NAME:
        fault = f"name and title are longer than {LONGEST_NAME} characters"
        yield line.problem(TITLE, fault, "Shorten the title.")
    for column in (NAME, TITLE):
        if E_MAIL.search(cells[column]):
            yield line.problem(column, "it holds an e-mail address", "Take it out.")
    yield from _country_faults(line)
    yield from _website_faults(line)
    for column in (SECTORS, TECHNOLOGIES):
        yield from _rating_faults(line, column)


def _country_faults(line: Line) -> Iterator[Problem]:
    country, location = line.cells[COUNTRY], line.cells[LOCATION]
    if folded(country) not in CODES:
        fault = f"“{country[:40]}” is not a country here" if country else "it is empty"
        yield line.problem(COUNTRY, fault, "Write its English name.")
        return
    last = location.rpartition(",")[2]
    if CODES.get(folded(last), CODES[folded(country)]) != CODES[folded(country)]:
        fault = f"the address lies in {last.strip()}, not in {country}"
        yield line.problem(LOCATION, fault, "Check which of the two is right.")


def _website_faults(line: Line) -> Iterator[Problem]:
    if not _has_own_site(line.cells[WEBSITE]):
        return
    try:
        address(line.cells[WEBSITE])
    except CellError as error:
        for _, fault, remedy in error.faults:
            yield line.problem(WEBSITE, fault, remedy)


def _has_own_site(text: str) -> bool:
    """Whether the cell holds more than a leftover of the catalogue's own page.

    The export writes "Website" for a link, or a relative one, or cuts it off.
    """
    is_leftover = text in ("", "Website") or text.startswith("/")
    return not is_leftover and not text.endswith(("…", "..."))


def _rating_faults(line: Line, column: str) -> Iterator[Problem]:
    text = line.cells[column]
    if "".join(found.group() for found in RATED.finditer(text)) != text:
        fault = "it cannot be read"
        yield line.problem(column, fault, "Write “Name - 3, Other name - 5”.")
        return
    for name, relevance in RATED.findall(text):
        if not 1 <= int(relevance[:3]) <= 5:
            fault = f"relevance {relevance[:10]} of “{name[:40]}”"
            yield line.problem(column, fault, "It goes from 1 to 5.")


def _offer(line: Line, source_date: str) -> Offer:
    cells = line.cells
    country = CODES[folded(cells[COUNTRY])]
    values: dict[str, object] = {
        "kind": "edih",
        "name": name_of(cells[NAME], cells[TITLE].rstrip("]")),
        "country": country,
        "technologies": sorted(
            {WORDS.get(each, "") for each in _technologies(cells[TECHNOLOGIES])} - {""}
        ),
        "source_url": CATALOGUE,
        "source_date": source_date,
    }
    focus = _focus(cells[SECTORS])
    # Sectors that name no health take nothing from what is known otherwise.
    if focus in ("yes", "partial"):
        values["health_focus"] = focus
    if _has_own_site(cells[WEBSITE]):
        values["url"] = cells[WEBSITE]
    return Offer(
        line=line.number,
        kind="edih",
        slug=f"edih-{country.lower()}-{slugified(cells[NAME])}",
        keys=((country, folded(cells[NAME])), (country, folded(values["name"]))),
        values=values,
        for_new=FOR_NEW
        | {"place": _city(cells[LOCATION]), "health_focus": focus or "unknown"},
    )


def _technologies(text: str) -> set[str]:
    return {name for name, _ in RATED.findall(text)}


def _focus(sectors: str) -> str:
    """How much a hub has to do with health; nothing where it names no sectors."""
    rated = {name: int(relevance) for name, relevance in RATED.findall(sectors)}
    if not rated:
        return ""
    if rated.get("Health care", 0) >= MAIN_FROM:
        return "yes"
    return "partial" if {"Health care", "Life sciences"} & set(rated) else "no"


def _city(location: str) -> str:
    """The city where the address ends in postal code, city and country."""
    parts = [part.strip() for part in location.split(",")]
    found = CITY.fullmatch(parts[-2]) if len(parts) > 1 else None
    city = PROVINCE.sub("", found.group(1)) if found else ""
    # Spain: "37003 Salamanca Salamanca", the city and its province.
    half = city[: len(city) // 2]
    return half if city == f"{half} {half}" else city
