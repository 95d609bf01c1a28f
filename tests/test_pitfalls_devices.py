"""Errors that tools and blogs make about device law; the number is the row."""

import pytest

from tests.pitfall_parts import (
    CHAT,
    CLASS_I,
    DIAGNOSIS,
    INSURER,
    TEST,
    also,
    binding,
    determined,
    duty_named,
    first_day,
    ruled_out,
    values,
)

OLD = {
    "stage": "on-market",
    "on-market-since": "2019-05-01",
    "declared-class": "old-law",
    "unchanged": "yes",
    "old-certificate": "no",
    "applied-in-time": "yes",
    "system-in-time": "yes",
}


@pytest.mark.parametrize(
    ("step", "condition", "device_class"),
    [
        ("decides", "critical", "III"),
        ("steers", "critical", "IIb"),
        ("informs", "critical", "IIa"),
        ("decides", "serious", "IIb"),
        ("steers", "serious", "IIa"),
        ("informs", "serious", "IIa"),
        ("decides", "minor", "IIa"),
        ("steers", "minor", "IIa"),
        ("informs", "minor", "IIa"),
    ],
)
def test_pitfall_12_rule_11_goes_by_the_impact_of_the_decision(
    shipped_bank, step, condition, device_class
):
    changes = {"next-step": step, "patient-condition": condition}

    assert values(determined(shipped_bank, DIAGNOSIS | changes), "mdr-class") == {
        device_class
    }


def test_pitfall_12_where_the_wording_says_more_than_the_matrix_both_are_shown(
    shipped_bank,
):
    determination = determined(shipped_bank, DIAGNOSIS, worst_harm="death")

    assert values(determination, "mdr-class") == {"IIa"}
    assert also(determination, "mdr-class") == {"IIb", "III"}


def test_pitfall_12_a_wellness_chatbot_is_no_device_at_all(shipped_bank):
    determination = determined(shipped_bank, CHAT)

    assert values(determination, "device-regime") == {"none"}
    assert values(determination, "ai-risk") == {"transparency-50"}
    assert determination.findings["mdr-class"].applies is False


@pytest.mark.parametrize(
    ("promise", "device_class"), [("conception", "I"), ("contraception", "IIb")]
)
def test_pitfall_12_conception_is_class_i_and_contraception_class_iib(
    shipped_bank, promise, device_class
):
    determination = determined(shipped_bank, CLASS_I, promise=[promise])

    assert values(determination, "mdr-class") == {device_class}


def test_pitfall_13_the_proposed_rule_11_is_not_applied(shipped_bank):
    background = {"next-step": "informs", "patient-condition": "minor"}
    starts = {s.milestone for duty in shipped_bank.duties for s in duty.applies_from}

    assert values(determined(shipped_bank, DIAGNOSIS | background), "mdr-class") == {
        "IIa"
    }
    assert "proposal-mdr-revision" not in starts
    assert "COM(2025) 1023" in shipped_bank.law_note


def test_pitfall_23_eudamed_is_mandatory_in_steps(shipped_bank):
    new = determined(shipped_bank, DIAGNOSIS)
    older = determined(
        shipped_bank, DIAGNOSIS, stage="on-market", on_market_since="2025-01-15"
    )

    assert first_day(new, "mdr-actor-registration") == "2026-05-28"
    assert first_day(new, "mdr-device-registration") == "2026-05-28"
    assert first_day(older, "mdr-existing-registration") == "2026-11-28"


def test_pitfall_23_distributors_do_not_register(shipped_bank):
    distributor = determined(shipped_bank, DIAGNOSIS, activity=["resell"])

    assert binding(
        distributor, "mdr-actor-registration", "mdr-importer-registration"
    ) == [False, False]


def test_pitfall_23_vigilance_goes_through_national_channels_until_then(shipped_bank):
    text = duty_named(shipped_bank, "mdr-serious-incidents").text

    assert "National channels are used until the EUDAMED module is mandatory" in text


def test_pitfall_24_new_software_has_no_transition(shipped_bank):
    new = determined(shipped_bank, DIAGNOSIS)

    assert values(new, "legacy-device") == {"new-law"}
    assert first_day(new, "mdr-technical-documentation") == "2021-05-26"
    assert "no-transition" in ruled_out(new)


@pytest.mark.parametrize(
    ("product", "duty", "day"),
    [
        (DIAGNOSIS, "mdr-legacy-transition", "2028-12-31"),
        (
            DIAGNOSIS | {"next-step": "decides", "patient-condition": "critical"},
            "mdr-legacy-transition",
            "2027-12-31",
        ),
        (TEST, "ivdr-legacy-transition", "2028-12-31"),
        (TEST | {"tests-for": ["donor"]}, "ivdr-legacy-transition", "2027-12-31"),
        (TEST | {"tests-for": ["other"]}, "ivdr-legacy-transition", "2029-12-31"),
    ],
)
def test_pitfall_24_old_papers_end_by_class(shipped_bank, product, duty, day):
    assert first_day(determined(shipped_bank, product | OLD), duty) == day


@pytest.mark.parametrize("tested", ["cancer", "other"])
def test_pitfall_24_old_certificates_of_tests_end_in_2027(shipped_bank, tested):
    certified = TEST | OLD | {"tests-for": [tested], "old-certificate": "yes"}
    determination = determined(shipped_bank, certified)

    assert first_day(determination, "ivdr-legacy-transition") == "2027-12-31"
    assert first_day(determination, "ivdr-intended-purpose") == "2027-12-31"


def test_pitfall_24_26_may_2024_is_a_condition_not_the_end(shipped_bank):
    condition = shipped_bank.milestone["mdr-legacy-application"]
    starts = {s.milestone for duty in shipped_bank.duties for s in duty.applies_from}

    assert condition.date == "2024-05-26"
    assert "application" in condition.title
    assert "mdr-legacy-application" not in starts


@pytest.mark.parametrize("condition", ["unchanged", "applied-in-time"])
def test_pitfall_24_each_condition_of_the_transition_must_be_met(
    shipped_bank, condition
):
    determination = determined(shipped_bank, DIAGNOSIS | OLD | {condition: "no"})

    assert values(determination, "legacy-device") == {"transition-lost"}


def test_pitfall_24_older_ai_for_public_bodies_has_until_2030(shipped_bank):
    older = INSURER | {"stage": "on-market", "on-market-since": "2026-01-10"}
    public = determined(shipped_bank, older, public_users="yes")

    assert first_day(public, "aia-111-2-public-legacy-provider") == "2030-08-02"
    assert values(determined(shipped_bank, older, public_users="no"), "legacy-aia") == {
        "until-changed"
    }


def test_pitfall_25_a_maker_of_class_i_needs_a_quality_system(shipped_bank):
    assert binding(determined(shipped_bank, CLASS_I), "mdr-quality-system") == [True]


def test_pitfall_25_devices_are_outside_the_cyber_resilience_act(shipped_bank):
    device = determined(shipped_bank, DIAGNOSIS)

    assert binding(device, "cra-13-product-security") == [False]
    assert "no-cra" in ruled_out(device)
    app = determined(shipped_bank, CHAT | {"delivery": ["installed"]})
    service = determined(shipped_bank, CHAT | {"delivery": ["hosted"]})
    assert binding(app, "cra-13-product-security") == [True]
    assert binding(service, "cra-13-product-security") == [False]


@pytest.mark.parametrize("duty", ["mdr-responsible-person", "ivdr-responsible-person"])
def test_pitfall_extra_a_medium_firm_may_not_share_its_responsible_person(
    shipped_bank, duty
):
    assert "Medium-sized ones may not" in duty_named(shipped_bank, duty).relief
    assert values(
        determined(shipped_bank, DIAGNOSIS, size="medium"), "operator-size"
    ) == {"above-small"}


@pytest.mark.parametrize(
    ("changes", "reports"),
    [
        ({}, [True, False, False]),
        ({"patient-condition": "critical"}, [False, True, False]),
        (
            {"next-step": "no-decision", "claims-accuracy": "no"},
            [False, False, True],
        ),
    ],
)
def test_pitfall_extra_the_safety_report_goes_by_class(shipped_bank, changes, reports):
    determination = determined(shipped_bank, DIAGNOSIS | changes)

    assert (
        binding(
            determination,
            "mdr-safety-report-two-yearly",
            "mdr-safety-report-yearly",
            "mdr-surveillance-report",
        )
        == reports
    )
