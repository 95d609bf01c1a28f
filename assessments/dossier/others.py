"""Why the other places of the directory are not named: by kind, then by reason."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from assessments.dossier.case import Case, country_name
from assessments.dossier.support import profile_of
from compliance.domain.countries import UNION, borders_away
from compliance.domain.support import SupportEntry, refusals, shelves_of
from compliance.domain.support_entry import KINDS
from compliance.domain.support_reach import OUT_OF_REACH, reach_of


@dataclass
class Refused:
    """A place that is not named: the reason it is listed under, and further ones."""

    entry: SupportEntry
    reason: str
    further: tuple[str, ...] = field(default=())

    def matches(self, kind: str, words: str) -> bool:
        """Whether it is of this kind, and its name or country holds these words."""
        told = f"{self.entry.name} {country_name(self.entry.country)}".casefold()
        is_of_kind = not kind or self.entry.kind == kind
        return is_of_kind and all(word in told for word in words.casefold().split())


def others_of(case: Case) -> list[Refused]:
    """Every place of the directory that is not named in any way, with its reason."""
    return [*_refused(case), *_too_far(case)]


def _refused(case: Case) -> Iterator[Refused]:
    distances = borders_away(case.country)
    for entry, (first, *further) in refusals(case.entries, profile_of(case)):
        if reach_of(entry, case.country, distances) == OUT_OF_REACH:
            first = _("They serve other countries than yours")
        yield Refused(entry, first, tuple(further))


def _too_far(case: Case) -> Iterator[Refused]:
    profile = profile_of(case)
    near = frozenset().union(*(s.slugs for s in shelves_of(case.entries, profile)))
    refused = {entry.slug for entry, _against in refusals(case.entries, profile)}
    for entry in case.entries:
        if entry.slug not in near and entry.slug not in refused:
            yield Refused(entry, _("They are further away than those that are named"))


def by_kind(refused: list[Refused]) -> list[dict]:
    """Kind → reason → places, in the order of the kinds, the commonest reason first."""
    kinds = []
    for kind, title in KINDS.items():
        of_kind = [each for each in refused if each.entry.kind == kind]
        if of_kind:
            told = {"slug": kind, "title": title, "count": len(of_kind)}
            kinds.append(told | {"reasons": _by_reason(of_kind)})
    return kinds


def _by_reason(refused: list[Refused]) -> list[dict]:
    reasons: dict[str, list[Refused]] = {}
    for each in refused:
        reasons.setdefault(each.reason, []).append(each)
    return [
        {"text": reason, "count": len(places), "places": list(map(_place, places))}
        for reason, places in sorted(
            reasons.items(), key=lambda pair: (-len(pair[1]), pair[0])
        )
    ]


def _place(refused: Refused) -> dict:
    entry = refused.entry
    union = _("European Union")
    return {
        "slug": entry.slug,
        "name": entry.name,
        "url": entry.url,
        "country_name": union
        if entry.country == UNION
        else country_name(entry.country),
        "further": list(refused.further),
    }
