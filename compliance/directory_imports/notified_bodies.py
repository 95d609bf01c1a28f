"""Lists of notified bodies as NANDO gives them: number, name, country, regulations."""

import re
from collections.abc import Iterator, Mapping

from compliance.directory_imports.edih import CODES
from compliance.directory_imports.naming import folded
from compliance.directory_imports.readings import Offer, Reading
from compliance.directory_imports.tables import require_columns, table_of
from compliance.directorycells import E_MAIL, LONGEST_NAME
from compliance.directoryfile import Line, Problem
from compliance.domain.countries import COUNTRIES

NUMBER, NAME, COUNTRY, REGULATIONS, DEVICES = (
    "number",
    "name",
    "country",
    "legislation",
    "codes",
)
# How these columns are headed in lists that people download.
HEADS = {
    "number": NUMBER,
    "bodynumber": NUMBER,
    "notifiedbodynumber": NUMBER,
    "nbnumber": NUMBER,
    "name": NAME,
    "bodyname": NAME,
    "country": COUNTRY,
    "legislation": REGULATIONS,
    "regulations": REGULATIONS,
    "mdrivdr": REGULATIONS,
    "codes": DEVICES,
    "devicecodes": DEVICES,
}
REGULATION_OF = {"mdr": "mdr", "2017745": "mdr", "ivdr": "ivdr", "2017746": "ivdr"}
BODY_NUMBER = re.compile(r"[0-9]{1,4}")
CODE = re.compile(r"[A-Z]{3} ?[0-9]{4}")
# The code for software among those of active devices.
SOFTWARE = "MDA 0315"
NANDO = "https://webgate.ec.europa.eu/single-market-compliance-space/notified-bodies"
FOR_NEW = {
    "health_focus": "yes",
    "services": ["certification"],
    "eligibility": "Manufacturers of devices needing notified-body assessment",
    "cost": "paid",
    "status": "active",
    "confidence": "high",
    "url": NANDO,
}


def read_notified_bodies(file: str, data: bytes, source_date: str) -> Reading:
    """The bodies designated under MDR or IVDR in a list of this day.

    Raises UnreadableFileError for a file without their columns.
    """
    found = [_renamed(each) for each in table_of(file, data)]
    require_columns(found, (NUMBER, NAME, COUNTRY, REGULATIONS))
    faults = [each for each in found if isinstance(each, Problem)]
    offers: dict[str, Offer] = {}
    others = 0
    for line in (each for each in found if isinstance(each, Line)):
        wrong = list(_faults(line, offers))
        faults += wrong
        if wrong:
            continue
        if not _regimes(line.cells[REGULATIONS]):
            others += 1
            continue
        offers[_slug(line)] = _offer(line, source_date)
    left_out = {"bodies of other laws": others} if others else {}
    ordered = tuple(sorted(faults, key=lambda each: each.line))
    return Reading(
        tuple(offers.values()), ordered, frozenset({"notified-body"}), left_out
    )


def _renamed(found: Line | Problem) -> Line | Problem:
    if isinstance(found, Problem):
        return found
    cells = {HEADS.get(folded(name), name): text for name, text in found.cells.items()}
    return Line(found.file, found.number, cells)


def _faults(line: Line, offers: Mapping[str, Offer]) -> Iterator[Problem]:
    number, name, country = (line.cells[each] for each in (NUMBER, NAME, COUNTRY))
    if not BODY_NUMBER.fullmatch(number.removeprefix("NB").strip()):
        fault = f"“{number[:40]}” is not the number of a notified body"
        yield line.problem(NUMBER, fault, "It has up to four digits.")
    elif _slug(line) in offers:
        fault = f"the body stands already in row {offers[_slug(line)].line}"
        yield line.problem(NUMBER, fault, "Join the two rows.")
    if not name or len(name) > LONGEST_NAME or E_MAIL.search(name):
        fault = "it is empty, too long, or holds an e-mail address"
        yield line.problem(NAME, fault, "Write the name alone.")
    if country not in COUNTRIES and folded(country) not in CODES:
        fault = f"“{country[:40]}” is not a country here"
        yield line.problem(COUNTRY, fault, "Write its English name or its code.")
    if not line.cells[REGULATIONS]:
        fault, remedy = "it is empty", "Write MDR, IVDR, both, or another law."
        yield line.problem(REGULATIONS, fault, remedy)
    codes = line.cells.get(DEVICES, "")
    wrong = [each for each in _codes(codes) if not CODE.fullmatch(each)]
    if wrong:
        fault = f"“{wrong[0][:40]}” is not a device code"
        yield line.problem(DEVICES, fault, "Write codes such as MDA 0315; IVR 0101.")


def _slug(line: Line) -> str:
    number = line.cells[NUMBER].removeprefix("NB").strip()
    return f"nb-{number.zfill(4)}"


def _regimes(text: str) -> list[str]:
    found = folded(text)
    return sorted({regime for word, regime in REGULATION_OF.items() if word in found})


def _codes(text: str) -> list[str]:
    return [each.strip() for each in re.split(r"[;,]", text) if each.strip()]


def _offer(line: Line, source_date: str) -> Offer:
    cells, slug = line.cells, _slug(line)
    country = cells[COUNTRY]
    values: dict[str, object] = {
        "kind": "notified-body",
        "name": cells[NAME],
        "country": country if country in COUNTRIES else CODES[folded(country)],
        "regimes": _regimes(cells[REGULATIONS]),
        "source_url": NANDO,
        "source_date": source_date,
    }
    extra = {"nb_number": slug.removeprefix("nb-")}
    if _codes(cells.get(DEVICES, "")):
        extra["software_scope"] = _software(_codes(cells[DEVICES]))
        values["extra"] = extra
    return Offer(
        line=line.number,
        kind="notified-body",
        slug=slug,
        keys=(("slug", slug),),
        values=values,
        for_new=FOR_NEW | {"extra": extra | values.get("extra", {})},
    )


def _software(codes: list[str]) -> str:
    spaced = {each if " " in each else f"{each[:3]} {each[3:]}" for each in codes}
    if SOFTWARE in spaced:
        return f"yes ({SOFTWARE})"
    return "not among the codes listed"
