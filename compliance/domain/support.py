"""Who can help: the entries of the directory that fit a profile, ranked, with reasons.

National first, then what the country takes part in, then the countries next to it,
then the Union; where a country has nothing firm of a kind, the nearest is named.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from compliance.domain.countries import EEA, UNION, borders_away
from compliance.domain.support_entry import (
    CONFIDENCES,
    HEALTH_FOCUS,
    KINDS,
    STATUSES,
    SUBKINDS,
    SupportEntry,
)
from compliance.domain.support_fit import Profile, can_help
from compliance.domain.support_reasons import (
    ELSEWHERE,
    NEIGHBOUR,
    OWN,
    PARTNER,
    UNION_LEVEL,
    reasons_for,
    state_in_words,
    why_not_yet,
)

__all__ = ["Match", "Profile", "SupportEntry", "match", "of_kinds"]

A_HANDFUL = 5
# These also take organisations from other countries.
OPEN_TO_ALL = frozenset({"notified-body"})
OPEN_TO_NEIGHBOURS = frozenset({"tef-node", "edih", "notified-body"})
OPEN_TO_NEAREST = OPEN_TO_NEIGHBOURS | {"ai-factory", "data-access-body"}
# Of these a country has its own, so "none known in your country" says something.
NATIONAL_KINDS = OPEN_TO_NEAREST | {"sandbox", "mdr-authority", "ai-authority"}
FAR = 99
# So many hubs without a health focus are named where the country has no other.
GENERAL_HUBS = 2

Reached = tuple[str, SupportEntry]

_KIND_ORDER = {kind: place for place, kind in enumerate(KINDS)}
_SUBKIND_ORDER = {
    subkind: place
    for titles in SUBKINDS.values()
    for place, subkind in enumerate(titles)
}
_STATUS_ORDER = {status: place for place, status in enumerate(STATUSES)}
_CONFIDENCE_ORDER = {word: place for place, word in enumerate(CONFIDENCES)}
# Health care first, then partly; no focus and an unknown one weigh the same.
_FOCUS_ORDER = {word: min(place, 2) for place, word in enumerate(HEALTH_FOCUS)}


@dataclass(frozen=True)
class Match:
    """An entry that fits a profile: why, and what stands in the way today."""

    entry: SupportEntry
    reach: str
    state_word: str
    is_open: bool
    reasons: tuple[str, ...]
    why_not_yet: tuple[str, ...]

    @property
    def is_to_check(self) -> bool:
        """Not known to be open: the reader has to ask before relying on it."""
        return self.entry.status == "unknown"

    @property
    def is_low_confidence(self) -> bool:
        """The printed report leaves it out."""
        return self.entry.is_low_confidence


def match(
    entries: Iterable[SupportEntry], profile: Profile, limit: int = A_HANDFUL
) -> tuple[Match, ...]:
    """The entries that can help this profile, by kind and then by rank.

    At most `limit` of a kind; programmes count by their sub-kind. The order of
    `entries` does not matter.
    """
    shelves: dict[tuple[str, str], list[SupportEntry]] = {}
    for entry in entries:
        if can_help(entry, profile):
            shelves.setdefault(_shelf(entry), []).append(entry)
    return tuple(
        found
        for shelf in sorted(shelves, key=_shelf_order)
        for found in _best(shelves[shelf], profile, limit)
    )


def of_kinds(
    matches: Iterable[Match],
    kinds: Iterable[str],
    services: frozenset[str] = frozenset(),
) -> tuple[Match, ...]:
    """The matches of these kinds; with services given, those that offer one of them."""
    wanted = frozenset(kinds)
    return tuple(
        found
        for found in matches
        if found.entry.kind in wanted
        and (not services or services & found.entry.services)
    )


def _shelf(entry: SupportEntry) -> tuple[str, str]:
    return entry.kind, entry.subkind if entry.kind == "programme" else ""


def _shelf_order(shelf: tuple[str, str]) -> tuple[int, str]:
    return _KIND_ORDER[shelf[0]], shelf[1]


def _best(entries: list[SupportEntry], profile: Profile, limit: int) -> list[Match]:
    within = _within_reach(entries, profile)
    if not within:
        return []
    ranked = sorted(within, key=lambda pair: _rank(*pair, profile))
    has_own = any(is_firm(entry) for reach, entry in within if reach in (OWN, PARTNER))
    lacks_own = not has_own and entries[0].kind in NATIONAL_KINDS
    return [
        Match(
            entry=entry,
            reach=reach,
            state_word=state_in_words(entry, profile.as_of),
            is_open=entry.is_open(profile.as_of),
            reasons=reasons_for(entry, profile, reach, lacks_own),
            why_not_yet=why_not_yet(entry, profile),
        )
        for reach, entry in _thinned(ranked)[:limit]
    ]


def _within_reach(entries: Sequence[SupportEntry], profile: Profile) -> list[Reached]:
    distances = borders_away(profile.country)
    reached = [(_reach(entry, profile, distances), entry) for entry in entries]
    within = [pair for pair in reached if pair[0] not in ("", ELSEWHERE)]
    far = [entry for reach, entry in reached if reach == ELSEWHERE and is_firm(entry)]
    if entries[0].kind in OPEN_TO_ALL:
        return within + [(ELSEWHERE, entry) for entry in far]
    if any(is_firm(entry) for reach, entry in within if reach != UNION_LEVEL):
        return within
    return within + [(ELSEWHERE, entry) for entry in _nearest(far, distances)]


def _reach(entry: SupportEntry, profile: Profile, distances: Mapping[str, int]) -> str:
    if entry.country == profile.country:
        return OWN
    if profile.country in entry.partners:
        return PARTNER
    if entry.country == UNION:
        return UNION_LEVEL
    if distances.get(entry.country) == 1 and entry.kind in OPEN_TO_NEIGHBOURS:
        return NEIGHBOUR
    return ELSEWHERE if entry.kind in OPEN_TO_NEAREST else ""


def _nearest(
    entries: list[SupportEntry], distances: Mapping[str, int]
) -> list[SupportEntry]:
    least = min((distances.get(entry.country, FAR) for entry in entries), default=FAR)
    return [
        entry
        for entry in entries
        if distances.get(entry.country, FAR) == least and least < FAR
    ]


def is_firm(entry: SupportEntry) -> bool:
    """Good enough to say that a country has something of the kind.

    For hubs an unknown status is enough: no source says which hubs go on.
    """
    is_running = entry.status == "active" or entry.kind == "edih"
    return is_running and not entry.is_low_confidence


def _thinned(ranked: list[Reached]) -> list[Reached]:
    """Hubs without a health focus step back where others have one."""
    focused = [pair for pair in ranked if _has_focus(pair[1])]
    if ranked[0][1].kind != "edih" or not focused:
        return ranked
    allowed = 0 if focused[0][0] == OWN else GENERAL_HUBS
    general = [entry.slug for _, entry in ranked if not _has_focus(entry)][:allowed]
    return [pair for pair in ranked if _has_focus(pair[1]) or pair[1].slug in general]


def _has_focus(entry: SupportEntry) -> bool:
    return entry.health_focus in ("yes", "partial")


_REACH_ORDER = {
    reach: place
    for place, reach in enumerate((OWN, PARTNER, NEIGHBOUR, UNION_LEVEL, ELSEWHERE))
}


def _rank(reach: str, entry: SupportEntry, profile: Profile) -> tuple:
    return (
        _REACH_ORDER[reach],
        borders_away(profile.country).get(entry.country, FAR),
        entry.kind == "programme" and not entry.is_open(profile.as_of),
        _FOCUS_ORDER[entry.health_focus],
        -len(entry.services & profile.asked),
        -len(entry.services & profile.services),
        -len(entry.regimes & profile.regimes),
        not entry.takes_software,
        _SUBKIND_ORDER.get(entry.subkind, 0),
        -len(entry.technologies & profile.technologies),
        _STATUS_ORDER[entry.status],
        entry.country not in EEA and entry.country != UNION,
        _CONFIDENCE_ORDER[entry.confidence],
        entry.name.casefold(),
        entry.slug,
    )
