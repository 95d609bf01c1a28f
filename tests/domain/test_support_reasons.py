"""What a reader is told of a match: why, why not yet, and its state."""

from datetime import date

import pytest

from compliance.domain.support import match
from tests.domain.support_parts import AI_DEVICE, make_entry, make_profile


def test_a_reason_counts_the_gaps_that_a_service_helps():
    entry = make_entry("porto", services=frozenset({"testing_facility"}))
    profile = make_profile(
        services=frozenset({"testing_facility"}),
        gaps_by_service={"testing_facility": 3},
    )

    (found,) = match([entry], profile)

    assert found.reasons == (
        "In your country",
        "Works with health care",
        "Offers testing, which 3 of your gaps need",
    )


def test_an_unknown_status_is_something_to_check_and_never_open():
    (found,) = match([make_entry("hub", status="unknown")], make_profile())

    assert (found.state_word, found.is_open, found.why_not_yet) == (
        "check first",
        False,
        ("Check first: its funding period may have ended",),
    )


def test_a_planned_sandbox_says_by_when_the_law_wants_it():
    entry = make_entry("anacom", "sandbox", status="planned", due=date(2027, 8, 2))

    (found,) = match([entry], make_profile())

    assert (found.state_word, found.is_open, found.why_not_yet) == (
        "planned",
        False,
        ("Planned: must be open by 2 August 2027",),
    )


def test_an_announced_opening_day_makes_an_entry_planned_until_then():
    entry = make_entry("call", "tef-service", "EU", opens=date(2027, 6, 3))

    (found,) = match([entry], make_profile())

    assert (found.state_word, found.why_not_yet) == (
        "planned",
        ("Planned: opens on 3 June 2027",),
    )


def test_an_end_within_three_months_is_said():
    entry = make_entry("eic", "programme", "EU", closes=date(2026, 12, 17))

    (found,) = match([entry], make_profile())

    assert (found.state_word, found.why_not_yet) == (
        "active, ends soon",
        ("Ends on 17 December 2026",),
    )


@pytest.mark.parametrize(
    ("trl", "hindrances"),
    [
        (None, ("From TRL 6",)),
        (5, ("From TRL 6; your answers show TRL 5",)),
        (6, ()),
    ],
)
def test_a_readiness_level_not_reached_is_a_reason_to_wait(trl, hindrances):
    entry = make_entry("call-2", "tef-service", "EU", min_trl=6)

    (found,) = match([entry], make_profile(trl=trl))

    assert found.why_not_yet == hindrances


def test_what_is_offered_falls_back_on_the_services():
    entry = make_entry("hub", services=frozenset({"training", "compute"}))

    assert entry.what_it_offers == "Computing time, training"


def test_several_services_are_said_in_two_sentences():
    needed = frozenset({"testing_facility", "data_access", "training"})
    entry = make_entry("site", "tef-service", "EU", services=needed)
    profile = make_profile(services=needed, gaps_by_service={"data_access": 1})

    (found,) = match([entry], profile)

    assert found.reasons[-2:] == (
        "Offers access to data, which 1 of your gaps needs",
        "Also offers testing and training, which your gaps need",
    )


def test_a_service_without_a_count_is_still_a_reason():
    entry = make_entry("hub", services=frozenset({"training"}))

    (found,) = match([entry], make_profile(services=frozenset({"training"})))

    assert found.reasons[-1] == "Offers training, which your gaps need"


def test_a_shared_technology_is_a_reason():
    entry = make_entry("hub", technologies=frozenset({"ai", "imaging", "iot"}))

    (found,) = match([entry], make_profile(technologies=frozenset({"ai", "imaging"})))

    assert found.reasons[-1] == "Knows your technology: AI and medical imaging"


def test_a_data_protection_sandbox_says_what_it_leaves_out():
    entry = make_entry(
        "datatilsynet", "sandbox", subkind="data-protection", due=date(2027, 8, 2)
    )

    (found,) = match([entry], make_profile())

    assert found.why_not_yet == (
        "Looks at data protection, not at the AI Act: "
        "a sandbox for that must be open by 2 August 2027",
    )


def test_a_data_access_body_that_is_not_known_has_a_day_to_be_named():
    entry = make_entry(
        "hdab", "data-access-body", status="unknown", due=date(2027, 3, 26)
    )

    (found,) = match([entry], make_profile(services=frozenset({"data_access"})))

    assert found.why_not_yet == (
        "Check first: the country may not have named it yet; "
        "one must be named by 26 March 2027",
    )


def test_a_planned_authority_is_not_said_to_open():
    (found,) = match(
        [make_entry("x", "ai-authority", status="planned")], make_profile()
    )

    assert found.why_not_yet == ("Planned: not yet named in law",)


SOFTWARE = frozenset({"software"})


@pytest.mark.parametrize(
    ("technologies", "extra", "regime", "asked"),
    [
        (
            SOFTWARE,
            {},
            "mdr",
            "MDR: ask whether its codes include MDA 0315, for software",
        ),
        (SOFTWARE, {}, "ivdr", "IVDR: ask whether its codes cover your software"),
        (
            frozenset(),
            {},
            "mdr",
            "MDR: ask whether its codes cover your kind of device",
        ),
        (
            SOFTWARE,
            {"software_scope": "yes (MDA 0315)"},
            "mdr",
            "MDR, for software too",
        ),
    ],
)
def test_a_notified_body_says_for_which_codes_to_ask(
    technologies, extra, regime, asked
):
    regimes = frozenset({regime})
    entry = make_entry("x", "notified-body", regimes=regimes, extra=extra)
    facts = AI_DEVICE | {"device-regime": regimes}

    (found,) = match([entry], make_profile(facts=facts, technologies=technologies))

    assert found.reasons[-1] == f"Designated under the {asked}"


def test_an_end_in_a_month_is_said_by_the_month():
    entry = make_entry("project", "sandbox", "EU", closes=date(2026, 12, 31))

    (found,) = match([entry], make_profile())

    assert found.why_not_yet == ("Ends in December 2026",)


def test_a_doubtful_match_is_marked_for_the_printed_report():
    entry = make_entry("x", status="unknown", confidence="low")

    (found,) = match([entry], make_profile())

    assert (found.is_low_confidence, found.is_to_check) == (True, True)


def test_kinds_and_costs_have_words():
    antenna = make_entry("x", "ai-factory", subkind="antenna", cost="unknown")

    assert (antenna.kind_title, antenna.cost_title) == (
        "AI Factory antenna",
        "not known",
    )


def test_an_entrys_own_words_on_its_offer_come_first():
    assert make_entry("x", offers="Imaging").what_it_offers == "Imaging"
