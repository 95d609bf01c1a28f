"""Where to get help: matches by group, with reasons."""

from collections.abc import Sequence

from assessments.dossier.case import Case, country_name
from compliance.domain.bank import SupportGroup
from compliance.domain.logic import ANYTHING, One
from compliance.domain.support import Match, Profile, match, of_kinds

# A handful where a group has one kind, fewer of each where it has several.
SHOWN_OF_ONE, SHOWN_OF_EACH = 5, 3


def profile_of(case: Case) -> Profile:
    """The facts that entries are matched on."""
    bank, determination = case.bank, case.determination
    by_service: dict[str, int] = {}
    for gap in case.gaps:
        for service in bank.measure[gap.measure].services:
            by_service[service] = by_service.get(service, 0) + 1
    return Profile(
        country=case.country,
        as_of=case.as_of,
        size=_size(case),
        technologies=frozenset(
            each.slug
            for each in bank.technologies
            if determination.truth_of(each.when) is True
        ),
        services=frozenset(by_service),
        facts={
            slug: frozenset(finding.possible)
            for slug, finding in determination.findings.items()
        },
        gaps_by_service=by_service,
    )


def _size(case: Case) -> str:
    possible = case.determination.possible.get("size")
    if not isinstance(possible, One) or len(possible.values) != 1:
        return ""
    return "".join(possible.values - {ANYTHING})


def support_of(case: Case) -> list[dict]:
    """The groups of the bank that may fit, each with its best entries."""
    matches = match(case.entries, profile_of(case))
    groups = [
        _group(case, group, _best(matches, group))
        for group in case.bank.support
        if case.determination.truth_of(group.when) is not False
    ]
    return [group for group in groups if group["entries"]]


def _group(case: Case, group: SupportGroup, best: list[Match]) -> dict:
    return {
        "slug": group.slug,
        "title": group.title,
        "text": group.text,
        "helps_with": _helped(case, frozenset(group.services)),
        "entries": [_entry(found) for found in best],
    }


def _best(matches: Sequence[Match], group: SupportGroup) -> list[Match]:
    fitting = of_kinds(matches, group.kinds, frozenset(group.services))
    shelves: dict[str, list[Match]] = {}
    for found in fitting:
        shelves.setdefault(found.entry.kind_title, []).append(found)
    shown = SHOWN_OF_ONE if len(shelves) == 1 else SHOWN_OF_EACH
    return [found for shelf in shelves.values() for found in shelf[:shown]]


def _helped(case: Case, services: frozenset[str]) -> list[str]:
    measures = [case.bank.measure[gap.measure] for gap in case.gaps]
    return [each.title for each in measures if services.intersection(each.services)]


def _entry(found: Match) -> dict:
    entry = found.entry
    return {
        "slug": entry.slug,
        "name": entry.name,
        "kind": entry.kind,
        "kind_title": entry.kind_title,
        "place": entry.place,
        "country": entry.country,
        "country_name": country_name(entry.country)
        if entry.country != "EU"
        else "European Union",
        "offers": entry.what_it_offers,
        "cost": entry.cost_title,
        "state_word": found.state_word,
        "check": not found.is_open,
        "url": entry.url,
        "source_url": entry.source_url,
        "source_date": entry.source_date,
        "confidence": entry.confidence,
        "reasons": list(found.reasons),
        "why_not_yet": list(found.why_not_yet),
        "how_to_ask": entry.how_to_ask,
        "eligibility": entry.eligibility,
    }
