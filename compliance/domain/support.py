"""Who can help: the entries of the directory that fit a profile, ranked, with reasons.

National first, then what the country takes part in, then the countries next to it,
then the Union; where a country has nothing firm of a kind, the nearest is named.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from compliance.domain.countries import COUNTRIES, borders_away, in_country
from compliance.domain.freshness import is_overdue, last_checked_in_words
from compliance.domain.support_conditions import Reading
from compliance.domain.support_entry import KINDS, SupportEntry
from compliance.domain.support_fit import FITS, LATER, NO, Fit, can_help, fit, refusals
from compliance.domain.support_fit import fit_unopposed as _fit_unopposed
from compliance.domain.support_profile import Profile
from compliance.domain.support_ranking import Ranking, Reached, rank
from compliance.domain.support_reach import OUT_OF_REACH, reach_of
from compliance.domain.support_reasons import reasons_for, state_in_words

__all__ = [
    "FITS",
    "LATER",
    "NO",
    "Fit",
    "Match",
    "Profile",
    "Shelf",
    "SupportEntry",
    "fit",
    "match",
    "of_kinds",
    "refusals",
    "shelves_of",
]

A_HANDFUL = 5

_KIND_ORDER = {kind: place for place, kind in enumerate(KINDS)}


@dataclass(frozen=True)
class Match:
    """An entry that fits a profile now or later: why, and what stands in the way.

    `not_verified_since` says when it was last looked at, where that is too long ago.
    """

    entry: SupportEntry
    reach: str
    state_word: str
    is_open: bool
    reasons: tuple[str, ...]
    fit: Fit
    not_verified_since: str = ""

    @property
    def why_not_yet(self) -> tuple[str, ...]:
        """Why it fits only later, and what to look into first."""
        return self.fit.because + self.fit.cautions

    @property
    def is_to_check(self) -> bool:
        """Not known to be open: the reader has to ask before relying on it."""
        return self.entry.status == "unknown"

    @property
    def is_low_confidence(self) -> bool:
        """It rests on a weak source, or stands for what is not known yet."""
        return self.entry.is_low_confidence


class Shelf:
    """The entries of one kind that fit a profile; of programmes, of one sub-kind."""

    def __init__(self, ranking: Ranking, reading: Reading):
        self.kind = ranking.kind
        self._ranking = ranking
        self._reading = reading

    @property
    def count(self) -> int:
        """How many entries fit and lie within reach."""
        return len(self._ranking.within)

    @property
    def slugs(self) -> frozenset[str]:
        """The entries that fit and lie within reach."""
        return frozenset(entry.slug for _, entry in self._ranking.within)

    @property
    def missing(self) -> str:
        """That nothing of the kind is confirmed in the country, and as of when.

        Empty where there is something, or where no country has such a thing.
        """
        country = self._reading.profile.country
        if not self._ranking.lacks_own or country not in COUNTRIES:
            return ""
        title = KINDS[self.kind]
        title = title if title[:2].isupper() else title[:1].lower() + title[1:]
        return (
            f"No {title} for your product is confirmed {in_country(country)} as of "
            f"{last_checked_in_words(self._ranking.last_checked)}"
        )

    def offering(self, services: frozenset[str]) -> "Shelf":
        """The shelf without what offers none of these services; none given, all."""
        if not services:
            return self
        return self._only(lambda entry: bool(services & entry.services))

    def without(self, slugs: frozenset[str]) -> "Shelf":
        """The shelf without these entries."""
        return self._only(lambda entry: entry.slug not in slugs)

    def _only(self, keeps: Callable[[SupportEntry], bool]) -> "Shelf":
        return Shelf(self._ranking.only(keeps), self._reading)

    def best(self, limit: int) -> tuple[Match, ...]:
        """The first by rank."""
        return tuple(map(self._match, self._ranking.first(limit)))

    def _match(self, reached: Reached) -> Match:
        reach, entry = reached
        profile = self._reading.profile
        since = ""
        if is_overdue(entry, profile.as_of):
            since = last_checked_in_words(entry)
        return Match(
            entry=entry,
            reach=reach,
            state_word=state_in_words(entry, profile.as_of),
            is_open=entry.is_open(profile.as_of),
            reasons=reasons_for(entry, profile, reach, self._ranking.lacks_own),
            fit=_fit_unopposed(entry, self._reading),
            not_verified_since=since,
        )


def shelves_of(entries: Iterable[SupportEntry], profile: Profile) -> tuple[Shelf, ...]:
    """The entries that fit this profile now or later, by kind.

    The order of `entries` does not matter.
    """
    reading = Reading(profile)
    distances = borders_away(profile.country)
    sorted_in: dict[tuple[str, str], list[Reached]] = {}
    for entry in entries:
        reach = reach_of(entry, profile.country, distances)
        if reach != OUT_OF_REACH and can_help(entry, reading):
            sorted_in.setdefault(_place(entry), []).append((reach, entry))
    return tuple(
        Shelf(rank(sorted_in[place], profile), reading)
        for place in sorted(sorted_in, key=_order)
    )


def match(
    entries: Iterable[SupportEntry], profile: Profile, limit: int = A_HANDFUL
) -> tuple[Match, ...]:
    """The entries that can help this profile, by kind and then by rank.

    At most `limit` of a kind; programmes count by their sub-kind.
    """
    return tuple(
        found for shelf in shelves_of(entries, profile) for found in shelf.best(limit)
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


def _place(entry: SupportEntry) -> tuple[str, str]:
    return entry.kind, entry.subkind if entry.kind == "programme" else ""


def _order(place: tuple[str, str]) -> tuple[int, str]:
    return _KIND_ORDER[place[0]], place[1]
