"""How near an entry of the directory is to a profile's country."""

from collections.abc import Mapping

from compliance.domain.countries import UNION
from compliance.domain.support_entry import SupportEntry

OWN = "own"
PARTNER = "partner"
NEIGHBOUR = "neighbour"
UNION_LEVEL = "union"
ELSEWHERE = "elsewhere"
OUT_OF_REACH = ""

# Of these a country next door takes organisations too.
OPEN_TO_NEIGHBOURS = frozenset({"tef-node", "edih", "notified-body"})
# Of these the nearest is named where the own country has none.
OPEN_TO_NEAREST = OPEN_TO_NEIGHBOURS | {"ai-factory", "data-access-body"}
# MDR Art. 53(1) and IVDR Art. 49(1): a notified body of one's choice.
OPEN_TO_ALL = frozenset({"notified-body"})
# Of these a country has its own, so "none known in your country" says something.
NATIONAL_KINDS = OPEN_TO_NEAREST | {"sandbox", "mdr-authority", "ai-authority"}


def reach_of(entry: SupportEntry, country: str, distances: Mapping[str, int]) -> str:
    """Where the entry stands to this country; OUT_OF_REACH where it serves another.

    `distances` are the borders between this country and the others.
    """
    if entry.country == country:
        return OWN
    if country in entry.partners:
        return PARTNER
    if entry.country == UNION:
        return UNION_LEVEL
    if distances.get(entry.country) == 1 and entry.kind in OPEN_TO_NEIGHBOURS:
        return NEIGHBOUR
    # An antenna links its own country to the AI Factory of another.
    is_open = entry.kind in OPEN_TO_NEAREST and entry.subkind != "antenna"
    return ELSEWHERE if is_open else OUT_OF_REACH
