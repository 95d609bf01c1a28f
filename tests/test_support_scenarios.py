"""Who is sent where: readable profiles, written from the directory and the law."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from assessments.dossier.case import Case
from assessments.dossier.support import profile_of, support_of
from compliance.directory import shipped_entries
from compliance.domain.answers import answer_of
from compliance.domain.countries import MEMBER_STATES
from compliance.domain.outcomes import answers_of
from compliance.domain.support import FITS, LATER, NO, fit, match
from tests.reference import BANK

TODAY = date(2026, 11, 28)
FOLDER = Path(__file__).parent / "scenarios" / "support"
ENTRIES = {entry.slug: entry for entry in shipped_entries()}
PRODUCTS = {case.slug: answers_of(case) for case in BANK.reference_cases}
SCENARIOS = [
    scenario
    for path in sorted(FOLDER.glob("*.yaml"))
    for scenario in yaml.safe_load(path.read_text(encoding="utf-8"))
]
FIRST = 3


def case_in(scenario):
    given = PRODUCTS.get(scenario["product"], {}) | {
        slug: answer_of(value) for slug, value in scenario["answers"].items()
    }
    return Case(BANK, "", given, "Probe", "Firm", TODAY, TODAY, shipped_entries())


def profile_in(scenario):
    return profile_of(case_in(scenario))


def first_three(scenario):
    """Kind → the slugs of its first three."""
    found = {}
    for each in match(shipped_entries(), profile_in(scenario), FIRST):
        found.setdefault(each.entry.kind, []).append(each.entry.slug)
    return found


def scenarios_with(key):
    return pytest.mark.parametrize(
        "scenario",
        [each for each in SCENARIOS if key in each],
        ids=[each["name"] for each in SCENARIOS if key in each],
    )


@scenarios_with("first")
def test_these_are_among_the_first_three_of_their_kind(scenario):
    found = first_three(scenario)

    missing = {
        kind: (slugs, found.get(kind))
        for kind, slugs in scenario["first"].items()
        if not set(slugs) <= set(found.get(kind, ()))
    }
    assert missing == {}


@scenarios_with("among")
def test_the_first_three_come_from_these(scenario):
    found = first_three(scenario)

    others = {
        kind: set(found.get(kind, ["nothing"])) - set(slugs)
        for kind, slugs in scenario["among"].items()
    }
    assert not any(others.values()), others


@scenarios_with("none")
def test_nothing_of_these_kinds_is_named(scenario):
    found = first_three(scenario)

    assert {kind: found[kind] for kind in scenario["none"] if kind in found} == {}


@scenarios_with("never")
def test_these_are_never_named(scenario):
    named = {each.entry.slug for each in match(shipped_entries(), profile_in(scenario))}

    assert named & set(scenario["never"]) == set()


@scenarios_with("named")
def test_these_are_named(scenario):
    named = {each.entry.slug for each in match(shipped_entries(), profile_in(scenario))}

    assert set(scenario["named"]) - named == set()


@scenarios_with("report")
def test_the_report_points_to_these(scenario):
    groups = support_of(case_in(scenario))
    named = {entry["slug"] for group in groups for entry in group["entries"]}

    assert set(scenario["report"]) - named == set()


@scenarios_with("says")
def test_the_reader_is_told(scenario):
    matches = match(shipped_entries(), profile_in(scenario), 99)
    told = {
        each.entry.slug: "; ".join((*each.reasons, *each.why_not_yet))
        for each in matches
    }

    untold = {
        slug: told.get(slug)
        for slug, words in scenario["says"].items()
        if words not in told.get(slug, "")
    }
    assert untold == {}


@scenarios_with("against")
def test_the_reader_is_told_why_not(scenario):
    profile = profile_in(scenario)
    told = {slug: fit(ENTRIES[slug], profile) for slug in scenario["against"]}

    assert {found.verdict for found in told.values()} == {NO}
    untold = {
        slug: told[slug].because
        for slug, words in scenario["against"].items()
        if words not in "; ".join(told[slug].because)
    }
    assert untold == {}


def verdicts(scenario, verdict):
    profile = profile_in(scenario)
    return {slug: fit(ENTRIES[slug], profile).verdict for slug in scenario[verdict]}


@scenarios_with(FITS)
def test_these_fit_today(scenario):
    assert set(verdicts(scenario, FITS).values()) == {FITS}


@scenarios_with(LATER)
def test_these_fit_later(scenario):
    assert set(verdicts(scenario, LATER).values()) == {LATER}


def test_there_are_forty_profiles_from_every_member_state():
    assert len(SCENARIOS) >= 40
    assert {s["answers"]["country"] for s in SCENARIOS} >= MEMBER_STATES


def test_every_scenario_names_its_source():
    assert [each["name"] for each in SCENARIOS if not each.get("source")] == []
