"""What the shipped directory tells real profiles."""

from datetime import date

import pytest

from compliance.directory import shipped_entries
from compliance.domain.countries import MEMBER_STATES
from compliance.domain.support import Profile, match, of_kinds

TODAY = date(2026, 11, 23)
AI_DEVICE = {
    "ai-system": frozenset({"yes"}),
    "ai-risk": frozenset({"high-risk-annex-i"}),
    "device-regime": frozenset({"mdr"}),
    "notified-body": frozenset({"required"}),
    "gpai": frozenset({"model-provider"}),
}
FIRST_NEEDS = (
    "sandbox",
    "edih",
    "ai-factory",
    "tef-node",
    "mdr-authority",
    "ai-authority",
    "notified-body",
)


def matches_of(country, **fields):
    profile = Profile(country=country, as_of=TODAY, facts=AI_DEVICE, **fields)
    return match(shipped_entries(), profile)


def slugs(matches):
    return [found.entry.slug for found in matches]


@pytest.mark.parametrize("kind", FIRST_NEEDS)
@pytest.mark.parametrize("country", sorted(MEMBER_STATES))
def test_every_member_state_is_shown_a_way(country, kind):
    assert of_kinds(matches_of(country), [kind])


@pytest.mark.parametrize("country", sorted(MEMBER_STATES))
def test_nothing_is_called_open_that_is_not_known_to_be_active(country):
    called_open = {found.entry.status for found in matches_of(country) if found.is_open}

    assert called_open == {"active"}


def test_the_union_level_sandbox_is_not_for_ai_in_a_medical_device():
    assert "sbx-eu-ai-office" not in slugs(matches_of("PT"))


def test_portugal_is_told_that_its_sandbox_is_planned():
    sandbox = of_kinds(matches_of("PT"), ["sandbox"])[0]

    assert (sandbox.entry.slug, sandbox.why_not_yet) == (
        "sbx-pt",
        ("Planned: must be open by 2 August 2027",),
    )


def test_portugal_may_use_the_ai_factory_in_barcelona():
    assert slugs(of_kinds(matches_of("PT"), ["ai-factory"])) == ["aif-es-bsc"]


def test_the_health_hub_of_porto_is_named_first_in_portugal():
    assert slugs(of_kinds(matches_of("PT"), ["edih"]))[0] == "edih-pt-attract"


def test_a_portuguese_imaging_firm_meets_the_cancer_image_platform():
    matches = matches_of("PT", technologies=frozenset({"ai", "imaging"}))

    assert slugs(of_kinds(matches, ["data-infrastructure"]))[0] == "di-eucaim"


def test_the_discounted_tests_ask_for_a_working_prototype():
    matches = matches_of("PT", trl=4)
    call = next(found for found in matches if found.entry.slug == "tefs-call2")

    assert call.why_not_yet == ("From TRL 6; your answers show TRL 4",)


def test_the_whole_seed_is_shipped():
    assert len(shipped_entries()) >= 453


def test_nothing_whose_end_has_passed_is_told_as_going_on():
    over = [
        entry.slug
        for entry in shipped_entries()
        if entry.closes and entry.closes < TODAY and entry.status != "ended"
    ]

    assert over == []


def test_what_has_coordinates_has_a_place_in_europe_or_its_outermost_regions():
    placed = [entry for entry in shipped_entries() if entry.latitude is not None]
    astray = [
        entry.slug
        for entry in placed
        if not entry.place
        or not (27 < entry.latitude < 71 and -25 < entry.longitude < 45)
    ]

    assert len(placed) >= 257
    assert astray == ["edih-fr-edih-la-reunion"]
