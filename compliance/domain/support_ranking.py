"""In which order entries of one kind stand: near before far, fresh before stale."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from compliance.domain.countries import EEA, UNION, borders_away
from compliance.domain.freshness import checked_on, is_overdue
from compliance.domain.support_entry import (
    CONFIDENCES,
    HEALTH_FOCUS,
    STATUSES,
    SUBKINDS,
    SupportEntry,
)
from compliance.domain.support_profile import Profile
from compliance.domain.support_reach import (
    ELSEWHERE,
    NATIONAL_KINDS,
    NEIGHBOUR,
    OPEN_TO_ALL,
    OWN,
    PARTNER,
    UNION_LEVEL,
)

FAR = 99
# So many hubs without a health focus are named where the country has no other.
GENERAL_HUBS = 2
# So many places of a kind are read by everybody.
FIRST_NAMED = 3

Reached = tuple[str, SupportEntry]

_SUBKIND_ORDER = {
    subkind: place
    for titles in SUBKINDS.values()
    for place, subkind in enumerate(titles)
}
_STATUS_ORDER = {status: place for place, status in enumerate(STATUSES)}
_CONFIDENCE_ORDER = {word: place for place, word in enumerate(CONFIDENCES)}
# Health care first, then partly; no focus and an unknown one weigh the same.
_FOCUS_ORDER = {word: min(place, 2) for place, word in enumerate(HEALTH_FOCUS)}
_REACH_ORDER = {
    reach: place
    for place, reach in enumerate((OWN, PARTNER, NEIGHBOUR, UNION_LEVEL, ELSEWHERE))
}


@dataclass(frozen=True)
class Ranking:
    """Entries of one kind that fit a profile and lie within its reach.

    `lacks_own` says that the country has nothing firm of a kind it should have.
    """

    kind: str
    profile: Profile
    lacks_own: bool
    within: tuple[Reached, ...]

    def only(self, keeps: Callable[[SupportEntry], bool]) -> "Ranking":
        """Those entries alone that are to be kept."""
        kept = tuple(pair for pair in self.within if keeps(pair[1]))
        return replace(self, within=kept)

    @property
    def last_checked(self) -> SupportEntry:
        """The entry looked at last: of the own country, or else of all."""
        own = [entry for reach, entry in self.within if reach == OWN]
        every = own or [entry for _, entry in self.within]
        return max(every, key=lambda entry: (checked_on(entry), entry.slug))

    def first(self, limit: int) -> list[Reached]:
        """The first `limit` by rank."""
        near: dict[tuple, list[Reached]] = {}
        for pair in self.within:
            near.setdefault(self._nearness(*pair), []).append(pair)
        ranked: list[Reached] = []
        for nearness in sorted(near):
            # What is further away cannot come before it, so it need not be weighed.
            if self._counting(ranked) >= limit:
                break
            ranked += sorted(near[nearness], key=lambda pair: self._weight(pair[1]))
        return self._with_union_route(_thinned(ranked), limit)[:limit]

    def _with_union_route(self, ranked: list[Reached], limit: int) -> list[Reached]:
        """Where the country has none of its own, the Union-level way is named too."""
        routes = [pair for pair in self.within if pair[0] == UNION_LEVEL]
        last = min(limit, FIRST_NAMED) - 1
        if not self.lacks_own or not routes or not ranked:
            return ranked
        route = min(routes, key=lambda pair: self._rank(*pair))
        if route in ranked[: last + 1]:
            return ranked
        others = [pair for pair in ranked if pair != route]
        return [*others[:last], route, *others[last:]]

    def _rank(self, reach: str, entry: SupportEntry) -> tuple:
        return *self._nearness(reach, entry), *self._weight(entry)

    def _counting(self, ranked: list[Reached]) -> int:
        # Of hubs those without a health focus may step back again.
        if self.kind != "edih":
            return len(ranked)
        return sum(_has_focus(entry) for _, entry in ranked)

    def _nearness(self, reach: str, entry: SupportEntry) -> tuple:
        return (
            _REACH_ORDER[reach],
            borders_away(self.profile.country).get(entry.country, FAR),
            entry.kind == "programme" and not entry.is_open(self.profile.as_of),
            is_overdue(entry, self.profile.as_of),
        )

    def _weight(self, entry: SupportEntry) -> tuple:
        profile = self.profile
        return (
            _FOCUS_ORDER[entry.health_focus],
            -len(entry.services & profile.asked),
            _CONFIDENCE_ORDER[entry.confidence],
            -len(entry.services & profile.services),
            -sum(profile.gaps_by_service.get(each, 0) for each in entry.services),
            -len(entry.regimes & profile.regimes),
            "software" in profile.technologies and not entry.takes_software,
            _SUBKIND_ORDER.get(entry.subkind, 0),
            -len(entry.technologies & profile.technologies),
            _STATUS_ORDER[entry.status],
            entry.country not in EEA and entry.country != UNION,
            entry.name.casefold(),
            entry.slug,
        )


def rank(reached: Sequence[Reached], profile: Profile) -> Ranking:
    """Entries of one kind ready to be ranked, without what is too far away."""
    kind, distances = reached[0][1].kind, borders_away(profile.country)
    own = (entry for reach, entry in reached if reach in (OWN, PARTNER))
    lacks_own = kind in NATIONAL_KINDS and not any(map(is_firm, own))
    within = _within(kind, reached, distances)
    return Ranking(kind, profile, lacks_own, tuple(within))


def _within(
    kind: str, reached: Sequence[Reached], distances: Mapping[str, int]
) -> list[Reached]:
    within = [pair for pair in reached if pair[0] != ELSEWHERE]
    far = [pair for pair in reached if pair[0] == ELSEWHERE and is_firm(pair[1])]
    if kind in OPEN_TO_ALL:
        return within + far
    if any(is_firm(entry) for reach, entry in within if reach != UNION_LEVEL):
        return within
    return within + _nearest(far, distances)


def is_firm(entry: SupportEntry) -> bool:
    """Good enough to say that a country has something of the kind.

    For hubs an unknown status is enough: no source says which hubs go on.
    """
    is_running = entry.status == "active" or entry.kind == "edih"
    return is_running and not entry.is_low_confidence


def _nearest(pairs: list[Reached], distances: Mapping[str, int]) -> list[Reached]:
    known = [(distances.get(entry.country, FAR), entry) for _, entry in pairs]
    least = min((distance for distance, _ in known), default=FAR)
    return [
        (ELSEWHERE, entry) for away, entry in known if away == least and least < FAR
    ]


def _thinned(ranked: list[Reached]) -> list[Reached]:
    """Hubs without a health focus step back where others have one."""
    focused = [pair for pair in ranked if _has_focus(pair[1])]
    if not focused or ranked[0][1].kind != "edih":
        return ranked
    allowed = 0 if focused[0][0] == OWN else GENERAL_HUBS
    general = [entry.slug for _, entry in ranked if not _has_focus(entry)][:allowed]
    return [pair for pair in ranked if _has_focus(pair[1]) or pair[1].slug in general]


def _has_focus(entry: SupportEntry) -> bool:
    return entry.health_focus in ("yes", "partial")
