"""Which entries can help at all on which facts."""

from datetime import date

import pytest

from compliance.domain.conditions import parse
from compliance.domain.support import match
from tests.domain.support_parts import (
    AI_DEVICE,
    PLAIN_SOFTWARE,
    make_entry,
    make_profile,
    slugs,
)


def test_a_sandbox_of_another_country_is_not_suggested():
    assert match([make_entry("spain", "sandbox", "ES")], make_profile()) == ()


def test_an_ended_entry_never_appears():
    assert match([make_entry("over", status="ended")], make_profile()) == ()


def test_an_entry_whose_closing_day_has_passed_never_appears():
    entry = make_entry("call", "programme", "EU", closes=date(2026, 11, 22))

    assert match([entry], make_profile()) == ()


def test_a_programme_that_is_not_running_is_left_out():
    entries = [
        make_entry("planned", "programme", "EU", status="planned"),
        make_entry("unknown", "programme", "EU", status="unknown"),
    ]

    assert match(entries, make_profile()) == ()


def test_a_size_that_is_not_served_is_left_out_and_an_unknown_size_is_not():
    entry = make_entry("eic", "programme", "EU", sizes=frozenset({"small"}))

    assert match([entry], make_profile(size="large")) == ()
    assert slugs(match([entry], make_profile(size=""))) == ["eic"]


@pytest.mark.parametrize(
    "kind", ["sandbox", "ai-factory", "ai-authority", "tef-service", "mdr-authority"]
)
def test_software_that_is_neither_ai_nor_a_device_meets_no_body_of_these(kind):
    assert match([make_entry("x", kind)], make_profile(facts=PLAIN_SOFTWARE)) == ()


def test_a_hub_helps_software_without_ai():
    assert slugs(match([make_entry("hub")], make_profile(facts=PLAIN_SOFTWARE)))


def test_an_open_question_keeps_the_sandbox_and_the_device_authority():
    entries = [
        make_entry("sandbox", "sandbox"),
        make_entry("infarmed", "mdr-authority"),
    ]
    facts = {
        "ai-system": frozenset({"yes", "no"}),
        "device-regime": frozenset({"none", "mdr"}),
    }

    assert slugs(match(entries, make_profile(facts=facts))) == ["sandbox", "infarmed"]


def test_a_system_outside_the_scope_of_the_ai_act_needs_no_sandbox():
    facts = AI_DEVICE | {"ai-risk": frozenset({"outside-scope"})}

    assert match([make_entry("x", "sandbox")], make_profile(facts=facts)) == ()


def test_the_union_sandbox_needs_a_model_of_ones_own_and_no_device():
    whom = parse({"gpai": "model-provider", "device-regime": "none"})
    entry = make_entry(
        "ai-office", "sandbox", "EU", status="planned", eligible_when=whom
    )
    software = {
        "ai-system": frozenset({"yes"}),
        "device-regime": frozenset({"none"}),
        "gpai": frozenset({"model-provider"}),
    }

    assert match([entry], make_profile(facts=AI_DEVICE)) == ()
    assert slugs(match([entry], make_profile(facts=software))) == ["ai-office"]


@pytest.mark.parametrize(
    ("regime", "expected"),
    [
        ("mdr", ["for-both", "for-mdr"]),
        ("accessory", ["for-both", "for-mdr"]),
        ("ivdr", ["for-both"]),
    ],
)
def test_a_notified_body_must_be_designated_for_the_regime(regime, expected):
    entries = [
        make_entry("for-mdr", "notified-body", regimes=frozenset({"mdr"})),
        make_entry("for-both", "notified-body", regimes=frozenset({"mdr", "ivdr"})),
    ]
    facts = AI_DEVICE | {"device-regime": frozenset({regime})}

    assert slugs(match(entries, make_profile(facts=facts))) == expected


def test_no_notified_body_is_named_where_none_is_needed():
    entry = make_entry("x", "notified-body", regimes=frozenset({"mdr"}))
    facts = AI_DEVICE | {"notified-body": frozenset({"not-required"})}

    assert match([entry], make_profile(facts=facts)) == ()


def test_a_maker_outside_europe_may_still_choose_a_notified_body():
    entry = make_entry("x", "notified-body", "DE", regimes=frozenset({"mdr"}))

    assert slugs(match([entry], make_profile("US"))) == ["x"]


def test_an_infrastructure_for_images_is_for_those_who_work_with_images():
    eucaim = make_entry(
        "eucaim", "data-infrastructure", "EU", technologies=frozenset({"ai", "imaging"})
    )
    imaging = make_profile(technologies=frozenset({"imaging"}))
    genomics = make_profile(
        technologies=frozenset({"genomics"}), services=frozenset({"data_access"})
    )

    assert slugs(match([eucaim], imaging)) == ["eucaim"]
    assert match([eucaim], genomics) == ()


def test_rules_about_sandboxes_are_no_place_to_go():
    entry = make_entry("act", "sandbox", "EU", subkind="legal-basis")

    assert match([entry], make_profile()) == ()


def test_an_infrastructure_follows_the_services_where_no_technology_is_known():
    eucaim = make_entry(
        "eucaim",
        "data-infrastructure",
        "EU",
        technologies=frozenset({"imaging"}),
        services=frozenset({"data_access"}),
    )

    assert slugs(match([eucaim], make_profile(services=frozenset({"data_access"}))))


def test_robotics_without_ai_may_be_tested_too():
    profile = make_profile(facts=PLAIN_SOFTWARE, technologies=frozenset({"robotics"}))

    assert slugs(match([make_entry("site", "tef-node")], profile)) == ["site"]


def test_the_same_offer_is_not_named_twice():
    entry = make_entry("twin", "programme", "EU", same_as="call")

    assert match([entry], make_profile()) == ()


def test_a_maker_outside_europe_is_not_sent_to_a_hub():
    assert match([make_entry("hub")], make_profile("US")) == ()
