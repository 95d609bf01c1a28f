"""Errors that tools and blogs make about the AI Act; the number is the row.

The rows stand in the project's list of common errors, each with its citation.
"""

import pytest

from tests.pitfall_parts import (
    CHAT,
    CLASS_I,
    CLERK,
    DIAGNOSIS,
    EMOTION,
    HARDWARE,
    INSURER,
    LAB_MODULE,
    SOFTWARE,
    TRIAGE,
    also,
    binding,
    determined,
    duty_named,
    first_day,
    ruled_out,
    told,
    values,
)


@pytest.mark.parametrize(
    ("product", "day"), [(INSURER, "2027-12-02"), (DIAGNOSIS, "2028-08-02")]
)
def test_pitfall_01_high_risk_duties_start_with_the_route(shipped_bank, product, day):
    determination = determined(shipped_bank, product)

    assert first_day(determination, "aia-9-1-risk-management") == day
    assert first_day(determination, "aia-17-1-qms") == day


def test_pitfall_02_the_omnibus_is_law_with_fixed_dates(shipped_bank):
    omnibus = shipped_bank.milestone["aia-omnibus"]

    assert (omnibus.date, omnibus.status) == ("2026-07-27", "law")
    assert shipped_bank.milestone["aia-annex-iii"].status == "law"
    assert shipped_bank.milestone["aia-annex-i"].status == "law"
    assert "2026/1744" in shipped_bank.law_note


@pytest.mark.parametrize(
    ("duty", "day"),
    [
        ("aia-4-literacy-provider", "2025-02-02"),
        ("aia-5-check-provider", "2025-02-02"),
        ("aia-50-1-disclose-ai", "2026-08-02"),
        ("aia-50-2-mark-content", "2026-08-02"),
        ("aia-5-new-prohibitions-provider", "2026-12-02"),
    ],
)
def test_pitfall_03_the_omnibus_paused_neither_art_4_nor_5_nor_50(
    shipped_bank, duty, day
):
    assert first_day(determined(shipped_bank, CHAT), duty) == day


def test_pitfall_03_model_duties_have_applied_since_august_2025(shipped_bank):
    own_model = determined(shipped_bank, CHAT, model="own", model_size="below")

    assert first_day(own_model, "aia-53-1-a-model-file") == "2025-08-02"


def test_pitfall_03_only_older_generators_have_until_december_to_mark(shipped_bank):
    older = determined(
        shipped_bank, CHAT, stage="on-market", on_market_since="2026-03-01"
    )

    assert first_day(older, "aia-50-2-mark-content") == "2026-12-02"
    assert first_day(older, "aia-50-1-disclose-ai") == "2026-08-02"


def test_pitfall_04_the_omnibus_did_not_exempt_devices(shipped_bank):
    device = determined(shipped_bank, DIAGNOSIS)

    assert values(device, "ai-risk") == {"high-risk-annex-i"}
    assert binding(device, "aia-10-2-data-governance", "aia-14-1-oversight") == [
        True,
        True,
    ]
    assert shipped_bank.milestone["proposal-mdr-revision"].status == "proposal"


@pytest.mark.parametrize("product", [CLASS_I, HARDWARE, LAB_MODULE])
def test_pitfall_05_a_device_without_notified_body_is_not_high_risk(
    shipped_bank, product
):
    determination = determined(shipped_bank, product)

    assert values(determination, "notified-body") == {"not-required"}
    assert values(determination, "ai-risk") == {"minimal"}


@pytest.mark.parametrize("extra", ["sterile", "measuring", "reusable-surgical"])
def test_pitfall_06_class_i_with_a_special_trait_is_high_risk(shipped_bank, extra):
    determination = determined(shipped_bank, HARDWARE, extras=[extra])

    assert values(determination, "notified-body") == {"required"}
    assert values(determination, "ai-risk") == {"high-risk-annex-i"}


def test_pitfall_06_class_i_may_be_high_risk_by_its_use(shipped_bank):
    determination = determined(shipped_bank, CLASS_I | EMOTION)

    assert values(determination, "mdr-class") == {"I"}
    assert "high-risk-annex-iii" in values(determination, "ai-risk")


def test_pitfall_07_diagnosis_is_not_listed_in_annex_iii(shipped_bank):
    determination = determined(shipped_bank, DIAGNOSIS)

    assert determination.findings["annex-iii-point"].settled
    assert values(determination, "annex-iii-point") == set()


@pytest.mark.parametrize(
    ("use", "point"),
    [
        ("benefits", "5-a"),
        ("insurance", "5-c"),
        ("emergency", "5-d"),
        ("body-groups", "1-b"),
        ("recruiting", "4-a"),
        ("managing", "4-b"),
    ],
)
def test_pitfall_07_what_annex_iii_lists_around_health(shipped_bank, use, point):
    determination = determined(shipped_bank, CLERK, sensitive_uses=[use])

    assert values(determination, "annex-iii-point") == {point}


def test_pitfall_07_emotion_recognition_is_listed(shipped_bank):
    assert values(determined(shipped_bank, CLERK | EMOTION), "annex-iii-point") == {
        "1-c"
    }


def test_pitfall_08_the_exception_does_not_free_a_device(shipped_bank):
    small_work = {"depth-emergency": "prepares", "profiling": "no"}
    determination = determined(shipped_bank, DIAGNOSIS | TRIAGE | small_work)

    assert values(determination, "annex-iii-filter") == {"exempt"}
    assert "high-risk-annex-i" in values(determination, "ai-risk")
    assert binding(determination, "aia-9-1-risk-management") == [True]


@pytest.mark.parametrize("depth", ["procedural", "polishes", "checks", "prepares"])
def test_pitfall_09_profiling_ends_the_exception(shipped_bank, depth):
    determination = determined(
        shipped_bank, INSURER, depth_insurance=depth, profiling="yes"
    )

    assert values(determination, "ai-risk") == {"high-risk-annex-iii"}


def test_pitfall_09_an_excepted_system_is_documented_and_registered(shipped_bank):
    determination = determined(
        shipped_bank, INSURER, depth_insurance="procedural", profiling="no"
    )

    assert values(determination, "ai-risk") == {"exempt-6-3"}
    assert binding(determination, "aia-6-4-assessment", "aia-49-2-register-exempt") == [
        True,
        True,
    ]
    assert "Write down why" in told(determination)


def test_pitfall_10_software_that_is_the_device_needs_no_safety_component(
    shipped_bank,
):
    determination = determined(shipped_bank, DIAGNOSIS)

    assert determination.asked["ai-part"] is False
    assert values(determination, "ai-risk") == {"high-risk-annex-i"}


def test_pitfall_10_only_a_part_for_comfort_is_no_safety_component(shipped_bank):
    comfort = determined(
        shipped_bank, HARDWARE, extras=["measuring"], ai_part="comfort"
    )

    assert values(comfort, "ai-risk") == {"minimal"}


@pytest.mark.parametrize("works_by", ["rules", "knowledge", "learned", "generates"])
def test_pitfall_11_ai_does_not_raise_the_device_class(shipped_bank, works_by):
    determination = determined(shipped_bank, DIAGNOSIS, works_by=works_by)

    assert values(determination, "mdr-class") == {"IIa"}


def test_pitfall_14_the_device_procedure_covers_the_ai_act(shipped_bank):
    determination = determined(shipped_bank, DIAGNOSIS)

    assert values(determination, "ai-conformity") == {"device-route"}
    assert binding(determination, "aia-43-3-device-route", "aia-11-2-single-file") == [
        True,
        True,
    ]
    assert "no-second-assessment" in ruled_out(determination)


@pytest.mark.parametrize(
    ("product", "route"),
    [
        (INSURER, "annex-vi"),
        (CLERK | TRIAGE, "annex-vi"),
        (CLERK | EMOTION, "annex-vii"),
    ],
)
def test_pitfall_15_only_biometrics_need_a_notified_body(shipped_bank, product, route):
    assert values(determined(shipped_bank, product), "ai-conformity") == {route}


def test_pitfall_15_listed_uses_of_a_device_follow_the_device(shipped_bank):
    determination = determined(shipped_bank, DIAGNOSIS | TRIAGE)

    assert values(determination, "ai-conformity") == {"device-route"}
    assert also(determination, "ai-risk") == {"high-risk-annex-i"}


def test_pitfall_16_an_ai_device_goes_to_eudamed_only(shipped_bank):
    determination = determined(shipped_bank, DIAGNOSIS)

    assert binding(determination, "aia-49-1-register", "mdr-device-registration") == [
        False,
        True,
    ]
    assert "no-ai-database" in ruled_out(determination)
    assert binding(determined(shipped_bank, INSURER), "aia-49-1-register") == [True]


def test_pitfall_extra_emotions_at_work_need_a_medical_or_safety_reason(shipped_bank):
    at_work = CLERK | EMOTION | {"emotion-where": "work-education"}
    forbidden = determined(shipped_bank, at_work, emotion_reason="no")
    allowed = determined(shipped_bank, at_work, emotion_reason="yes")

    assert values(forbidden, "prohibited-practice") == {"5-1-f"}
    assert values(allowed, "ai-risk") == {"high-risk-annex-iii", "transparency-50"}
    assert "forbidden" in told(forbidden)


@pytest.mark.parametrize("duty", ["aia-12-3-biometric-logs", "aia-14-5-two-persons"])
def test_pitfall_extra_two_persons_and_extra_logs_are_for_face_recognition_only(
    shipped_bank, duty
):
    faces = {"sensitive-uses": ["face-id"], "depth-biometrics": "shapes"}

    assert binding(determined(shipped_bank, CLERK | faces), duty) == [True]
    assert binding(determined(shipped_bank, CLERK | EMOTION), duty) == [False]
    assert binding(determined(shipped_bank, DIAGNOSIS), duty) == [False]


def test_pitfall_extra_logs_are_kept_six_months_and_documents_ten_years(shipped_bank):
    logs = duty_named(shipped_bank, "aia-19-1-keep-logs")
    documents = duty_named(shipped_bank, "aia-18-1-keep-documents")

    assert "six months" in logs.text
    assert "ten years" not in logs.text
    assert "ten years" in documents.text


def test_pitfall_extra_a_firm_abroad_is_reached_where_its_output_is_used(shipped_bank):
    abroad = determined(shipped_bank, INSURER, country="CH", market="results-in-eu")

    assert values(abroad, "aia-scope") == {"inside"}
    assert first_day(abroad, "aia-22-1-appoint-representative") == "2027-12-02"


def test_pitfall_extra_national_sandboxes_are_due_in_august_2027(shipped_bank):
    assert shipped_bank.milestone["aia-sandboxes"].date == "2027-08-02"


def test_pitfall_extra_an_in_house_device_still_has_listed_uses(shipped_bank):
    own_use = {"activity": ["in-house"], "in-house-need": "no"}
    determination = determined(shipped_bank, SOFTWARE | DIAGNOSIS | own_use)
    triage = determined(shipped_bank, DIAGNOSIS | own_use | TRIAGE)

    assert values(determination, "ai-risk") == {"minimal"}
    assert values(triage, "ai-risk") == {"high-risk-annex-iii"}
    assert binding(determination, "aia-4-literacy-provider") == [True]
