"""Whether an entry of the support directory fits a profile: yes, later or no."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from compliance.domain.support_conditions import Reading
from compliance.domain.support_entry import SupportEntry
from compliance.domain.support_obstacles import obstacles, obstacles_within_reach
from compliance.domain.support_profile import Profile
from compliance.domain.support_waits import cautions, waits

FITS = "fits"
LATER = "later"
NO = "no"


@dataclass(frozen=True)
class Fit:
    """How an entry stands to a profile.

    `because` says why it fits only later, or why it does not; empty where it fits.
    `cautions` are to be looked into before anybody relies on it.
    """

    verdict: str
    because: tuple[str, ...] = ()
    cautions: tuple[str, ...] = ()


def fit(entry: SupportEntry, profile: Profile) -> Fit:
    """Whether the entry fits this profile, on its own, with every reason in words."""
    reading = Reading(profile)
    against = tuple(obstacles(entry, reading))
    return Fit(NO, against) if against else fit_unopposed(entry, reading)


def can_help(entry: SupportEntry, reading: Reading) -> bool:
    """Whether nothing speaks against an entry within reach: it fits now or later."""
    return next(obstacles_within_reach(entry, reading), None) is None


def fit_unopposed(entry: SupportEntry, reading: Reading) -> Fit:
    """The fit of an entry that nothing speaks against."""
    waiting = tuple(waits(entry, reading))
    doubts = tuple(cautions(entry, reading.profile))
    return Fit(LATER if waiting else FITS, waiting, doubts)


def refusals(
    entries: Iterable[SupportEntry], profile: Profile
) -> Iterator[tuple[SupportEntry, tuple[str, ...]]]:
    """The entries that do not fit, each with everything that speaks against it."""
    reading = Reading(profile)
    for entry in entries:
        against = tuple(obstacles(entry, reading))
        if against:
            yield entry, against
