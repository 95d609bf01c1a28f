"""Where to get help: matches by group, with reasons."""

from collections.abc import Iterable

from assessments.dossier.case import Case, country_name
from compliance.domain.bank import Need, SupportGroup, Technology
from compliance.domain.logic import ANYTHING, One
from compliance.domain.support import (
    A_HANDFUL,
    Match,
    Profile,
    Shelf,
    shelves_of,
)

# A handful where a group has one kind, fewer of each where it has several.
SHOWN_OF_ONE, SHOWN_OF_EACH = 5, 3


def profile_of(case: Case) -> Profile:
    """The facts that entries are matched on."""
    bank, determination = case.bank, case.determination
    asked = _met(case, bank.services)
    by_service: dict[str, int] = {}
    for gap in case.gaps:
        for service in bank.measure[gap.measure].services:
            by_service[service] = by_service.get(service, 0) + 1
    return Profile(
        country=case.country,
        as_of=case.as_of,
        size=_size(case),
        technologies=_met(case, bank.technologies),
        services=asked.union(by_service),
        facts={
            slug: frozenset(finding.possible)
            for slug, finding in determination.findings.items()
        },
        trl=_level(case),
        is_on_market=_on_market(case),
        disputed=frozenset(
            slug for slug, behind in determination.disputed.items() if behind
        ),
        subjects=determination.possible,
        bank=bank,
        gaps_by_service=by_service,
        asked=asked,
    )


def _met(case: Case, wishes: Iterable[Technology | Need]) -> frozenset[str]:
    """The slugs whose condition is met; one that is open matches nothing."""
    truth_of = case.determination.truth_of
    return frozenset(each.slug for each in wishes if truth_of(each.when) is True)


def _level(case: Case) -> int | None:
    """The highest technology readiness level that the answers show."""
    truth_of = case.determination.truth_of
    reached = [each.trl for each in case.bank.trl if truth_of(each.when) is True]
    return max(map(int, reached), default=None)


def _on_market(case: Case) -> bool | None:
    condition = case.bank.on_market_when
    return None if condition is None else case.determination.truth_of(condition)


def _size(case: Case) -> str:
    possible = case.determination.possible.get("size")
    if not isinstance(possible, One) or len(possible.values) != 1:
        return ""
    return "".join(possible.values - {ANYTHING})


def support_of(case: Case) -> list[dict]:
    """The groups of the bank that may fit, each with its best entries.

    `further` counts those that fit as well and are not named in any group so far,
    `missing` says of which kind the country has nothing that is confirmed.
    """
    shelves = shelves_of(case.entries, profile_of(case))
    groups: list[dict] = []
    named: frozenset[str] = frozenset()
    for group in case.bank.support:
        if case.determination.truth_of(group.when) is not False:
            on_offer = [
                shelf.offering(frozenset(group.services))
                for shelf in shelves
                if shelf.kind in group.kinds
            ]
            best = _best([each.without(named) for each in on_offer])
            named |= {found.entry.slug for found in best}
            further = sum(each.without(named).count for each in on_offer)
            told = {
                "kinds": list(group.kinds),
                "missing": [each.missing for each in on_offer if each.missing],
                "further": further,
            }
            groups.append(_group(case, group, best) | told)
    return [group for group in groups if group["entries"]]


def _group(case: Case, group: SupportGroup, best: list[Match]) -> dict:
    return {
        "slug": group.slug,
        "title": group.title,
        "text": group.text,
        "helps_with": _helped(case, frozenset(group.services)),
        "entries": [_entry(found) for found in best],
    }


def _best(shelves: Iterable[Shelf]) -> list[Match]:
    by_title: dict[str, list[Match]] = {}
    for shelf in shelves:
        for found in shelf.best(A_HANDFUL):
            by_title.setdefault(found.entry.kind_title, []).append(found)
    shown = SHOWN_OF_ONE if len(by_title) == 1 else SHOWN_OF_EACH
    return [found for matches in by_title.values() for found in matches[:shown]]


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
        "verdict": found.fit.verdict,
        "not_verified_since": found.not_verified_since,
        "reasons": list(found.reasons),
        "why_not_yet": list(found.why_not_yet),
        "how_to_ask": entry.how_to_ask,
        "eligibility": entry.eligibility,
    }
