"""The countries of the directory: their names, and which lie next to which."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

UNION = "EU"

COUNTRIES: Mapping[str, str] = MappingProxyType(
    {
        "AL": "Albania",
        "AT": "Austria",
        "BE": "Belgium",
        "BG": "Bulgaria",
        "CH": "Switzerland",
        "CY": "Cyprus",
        "CZ": "Czechia",
        "DE": "Germany",
        "DK": "Denmark",
        "EE": "Estonia",
        "ES": "Spain",
        "FI": "Finland",
        "FR": "France",
        "GB": "United Kingdom",
        "GR": "Greece",
        "HR": "Croatia",
        "HU": "Hungary",
        "IE": "Ireland",
        "IS": "Iceland",
        "IT": "Italy",
        "LI": "Liechtenstein",
        "LT": "Lithuania",
        "LU": "Luxembourg",
        "LV": "Latvia",
        "MD": "Moldova",
        "ME": "Montenegro",
        "MK": "North Macedonia",
        "MT": "Malta",
        "NL": "Netherlands",
        "NO": "Norway",
        "PL": "Poland",
        "PT": "Portugal",
        "RO": "Romania",
        "RS": "Serbia",
        "SE": "Sweden",
        "SI": "Slovenia",
        "SK": "Slovakia",
        "TR": "Türkiye",
        "UA": "Ukraine",
        "XK": "Kosovo",
    }
)

MEMBER_STATES = frozenset(
    [
        "AT",
        "BE",
        "BG",
        "CY",
        "CZ",
        "DE",
        "DK",
        "EE",
        "ES",
        "FI",
        "FR",
        "GR",
        "HR",
        "HU",
        "IE",
        "IT",
        "LT",
        "LU",
        "LV",
        "MT",
        "NL",
        "PL",
        "PT",
        "RO",
        "SE",
        "SI",
        "SK",
    ]
)
EEA = MEMBER_STATES | {"IS", "LI", "NO"}

# Land borders; for islands and across short seas, the usual way to travel.
_NEIGHBOURS = {
    "AT": "CH CZ DE HU IT LI SI SK",
    "BE": "DE FR LU NL",
    "BG": "GR RO",
    "CH": "AT DE FR IT LI",
    "CY": "GR",
    "CZ": "AT DE PL SK",
    "DE": "AT BE CH CZ DK FR LU NL PL",
    "DK": "DE IS SE",
    "EE": "FI LV",
    "ES": "FR PT",
    "FI": "EE NO SE",
    "FR": "BE CH DE ES IE IT LU",
    "GR": "BG CY IT",
    "HR": "HU SI",
    "HU": "AT HR RO SI SK",
    "IE": "FR",
    "IS": "DK NO",
    "IT": "AT CH FR GR MT SI",
    "LI": "AT CH",
    "LT": "LV PL",
    "LU": "BE DE FR",
    "LV": "EE LT",
    "MT": "IT",
    "NL": "BE DE",
    "NO": "FI IS SE",
    "PL": "CZ DE LT SK",
    "PT": "ES",
    "RO": "BG HU",
    "SE": "DK FI NO",
    "SI": "AT HR HU IT",
    "SK": "AT CZ HU PL",
}


# English puts an article before these.
_WITH_ARTICLE = frozenset({"GB", "NL"})


def in_country(code: str) -> str:
    """The country after "in": "in Spain", "in the Netherlands"."""
    article = "the " if code in _WITH_ARTICLE else ""
    return f"in {article}{country_name(code)}"


def country_name(code: str) -> str:
    """The English name of a country of the directory; an unknown code stays a code."""
    return COUNTRIES.get(code, code)


def neighbours(country: str) -> tuple[str, ...]:
    """The EU and EEA countries (and Switzerland) next to this one."""
    return tuple(_NEIGHBOURS.get(country, "").split())


@cache
def borders_away(country: str) -> Mapping[str, int]:
    """How many borders lie between this country and each one that can be reached."""
    if country not in _NEIGHBOURS:
        return MappingProxyType({})
    distances = {country: 0}
    frontier = [country]
    while frontier:
        reached = [(near, far) for near in frontier for far in neighbours(near)]
        frontier = []
        for near, far in reached:
            if far not in distances:
                distances[far] = distances[near] + 1
                frontier.append(far)
    return MappingProxyType(distances)
