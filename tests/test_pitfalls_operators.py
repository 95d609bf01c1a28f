"""Errors about roles, reporting, size and standards; the number is the row."""

import pytest

from tests.pitfall_parts import (
    CHAT,
    CLASS_I,
    CLERK,
    DIAGNOSIS,
    EMOTION,
    INSURER,
    TRIAGE,
    binding,
    determined,
    duty_named,
    first_day,
    ruled_out,
    status_of,
    values,
)


def test_pitfall_17_a_hospital_owes_no_impact_assessment_for_an_ai_device(
    shipped_bank,
):
    hospital = determined(shipped_bank, DIAGNOSIS, activity=["use"])

    assert binding(
        hospital, "aia-27-1-fria", "aia-26-11-inform-persons", "aia-86-explanation"
    ) == [False, False, False]
    assert binding(hospital, "gdpr-35-dpia", "aia-26-2-assign-oversight") == [
        True,
        True,
    ]
    assert {"no-fria", "no-explanation-right"} <= ruled_out(hospital)


@pytest.mark.parametrize(
    ("product", "public"),
    [(INSURER, "no"), (CLERK | TRIAGE, "yes"), (CLERK | EMOTION, "yes")],
)
def test_pitfall_17_public_bodies_and_insurers_assess_fundamental_rights(
    shipped_bank, product, public
):
    user = determined(shipped_bank, product, activity=["use"], public_users=public)

    assert binding(user, "aia-27-1-fria", "aia-86-explanation") == [True, True]


def test_pitfall_18_calling_a_language_model_makes_no_model_provider(shipped_bank):
    determination = determined(shipped_bank, CHAT)

    assert values(determination, "ai-role") == {"provider"}
    assert values(determination, "gpai") == {"downstream-provider"}
    assert "no-model-duties" in ruled_out(determination)


def test_pitfall_18_the_clinic_that_uses_it_is_deployer(shipped_bank):
    clinic = determined(shipped_bank, DIAGNOSIS, activity=["use"])

    assert values(clinic, "ai-role") == {"deployer"}
    assert values(clinic, "device-role") == {"user"}


@pytest.mark.parametrize(
    ("product", "role"), [(INSURER, "provider"), (CLERK, "deployer")]
)
def test_pitfall_18_a_change_makes_a_provider_only_where_it_is_high_risk(
    shipped_bank, product, role
):
    determination = determined(shipped_bank, product, activity=["change"])

    assert values(determination, "ai-role") == {role}


def test_pitfall_19_incidents_of_devices_are_reported_under_device_law(shipped_bank):
    device = determined(shipped_bank, DIAGNOSIS, stage="on-market")

    assert binding(
        device,
        "mdr-serious-incidents",
        "aia-73-10-device-incident",
        "aia-73-1-serious-incident",
    ) == [True, True, False]


@pytest.mark.parametrize(
    ("duty", "deadline"),
    [
        ("mdr-serious-incidents", "10 days for a death"),
        ("mdr-serious-incidents", "2 days for a serious public"),
        ("aia-73-1-serious-incident", "within 10 days after a death"),
        ("aia-73-1-serious-incident", "within 2 days for a widespread infringement"),
        ("ivdr-serious-incidents", "15 days"),
    ],
)
def test_pitfall_19_a_death_has_ten_days_not_two(shipped_bank, duty, deadline):
    assert deadline in duty_named(shipped_bank, duty).text


@pytest.mark.parametrize(
    ("activity", "duty"),
    [("build", "aia-4-literacy-provider"), ("use", "aia-4-literacy-deployer")],
)
def test_pitfall_20_literacy_is_to_be_supported_not_certified(
    shipped_bank, activity, duty
):
    determination = determined(shipped_bank, CLERK, activity=[activity])

    assert first_day(determination, duty) == "2025-02-02"
    assert "guarantee" in duty_named(shipped_bank, duty).text


@pytest.mark.parametrize(
    ("product", "activity", "duty"),
    [
        (DIAGNOSIS, "build", "aia-4a-1-bias-data"),
        (CLASS_I, "build", "aia-4a-2-bias-data-other"),
        (DIAGNOSIS, "use", "aia-4a-2-bias-data-deployer"),
    ],
)
def test_pitfall_21_art_4a_has_replaced_art_10_5_for_everyone(
    shipped_bank, product, activity, duty
):
    determination = determined(shipped_bank, product, activity=[activity])

    assert first_day(determination, duty) == "2026-07-27"
    assert "aia-2-7" in duty_named(shipped_bank, duty).provisions
    assert "aia-10-5" not in shipped_bank.provision


@pytest.mark.parametrize("size", ["micro", "small", "medium", "smc", "large"])
def test_pitfall_22_no_size_is_exempt(shipped_bank, size):
    determination = determined(shipped_bank, DIAGNOSIS, size=size)

    assert binding(determination, "aia-9-1-risk-management", "aia-17-1-qms") == [
        True,
        True,
    ]


def test_pitfall_22_caps_are_the_lower_figure_for_smes(shipped_bank):
    forbidden = duty_named(shipped_bank, "aia-5-stop-provider").penalty
    operator = duty_named(shipped_bank, "aia-9-1-risk-management").penalty

    assert "For an SME whichever is lower" in forbidden
    assert "small mid-cap" not in forbidden
    assert "small mid-cap (Art. 99(6a)) whichever is lower" in operator


def test_pitfall_22_the_simple_quality_system_is_not_for_small_mid_caps(shipped_bank):
    titles = {v.slug: v.text for v in shipped_bank.scheme["sme-status"].values}

    assert "without partner or linked firms" in titles["sme"]
    assert "no simplified quality system" in titles["smc"]
    assert (
        "small mid-cap"
        in duty_named(shipped_bank, "aia-11-1-technical-documentation").relief
    )


@pytest.mark.parametrize(
    ("name", "status"),
    [
        ("EN 18286", "published, not cited"),
        ("ISO/IEC 42001", "voluntary, no presumption of conformity"),
        ("EN ISO 13485", "harmonised under MDR and IVDR"),
    ],
)
def test_pitfall_25_no_standard_gives_ai_act_compliance(shipped_bank, name, status):
    assert status_of(shipped_bank, name) == {status}
    assert "none is cited" in shipped_bank.provision["aia-40-1"].text


def test_pitfall_extra_dates_of_the_2025_guidance_are_superseded(shipped_bank):
    days = {m.date for m in shipped_bank.milestones if "high-risk" in m.title.lower()}

    assert days == {"2027-12-02", "2028-08-02"}
