"""Each entry fits, fits later or does not fit, and says why."""

from datetime import date

import pytest

from compliance.domain.support import FITS, LATER, NO, fit
from tests.domain.support_parts import (
    AI_DEVICE,
    PLAIN_SOFTWARE,
    make_entry,
    make_profile,
)


def facts(**known):
    """An AI device with some of its schemes settled otherwise."""
    other = {slug.replace("_", "-"): values for slug, values in known.items()}
    return AI_DEVICE | {slug: frozenset(values) for slug, values in other.items()}


def against(entry, **profile):
    """The sentences that speak against an entry; it must not fit."""
    found = fit(entry, make_profile(**profile))
    assert found.verdict == NO
    return found.because


def test_an_active_place_at_home_fits():
    found = fit(make_entry("hub"), make_profile())

    assert (found.verdict, found.because, found.cautions) == (FITS, (), ())


def test_a_call_for_more_mature_technology_fits_later():
    found = fit(make_entry("call", "tef-service", "EU", min_trl=6), make_profile(trl=5))

    assert found.verdict == LATER
    assert found.because == ("From TRL 6; your answers show TRL 5",)


def test_a_call_fits_while_nobody_said_how_mature_the_technology_is():
    found = fit(make_entry("call", "tef-service", "EU", min_trl=6), make_profile())

    assert (found.verdict, found.cautions) == (FITS, ("From TRL 6",))


def test_a_planned_sandbox_fits_from_the_day_the_law_sets():
    entry = make_entry("sbx", "sandbox", status="planned", due=date(2027, 8, 2))
    found = fit(entry, make_profile())

    assert found.verdict == LATER
    assert found.because == ("Planned: must be open by 2 August 2027",)


def test_a_hub_that_may_be_closed_fits_but_has_to_be_checked():
    found = fit(make_entry("hub", status="unknown"), make_profile())

    assert found.verdict == FITS
    assert found.cautions == ("Check first: its funding period may have ended",)


def test_a_sandbox_of_another_country_does_not_fit():
    assert against(make_entry("es", "sandbox", "ES")) == (
        "It serves Spain; you are based in Portugal",
    )


def test_who_does_not_say_where_they_are_is_asked():
    said = against(make_entry("es", "sandbox", "ES"), country="")

    assert said == ("It serves Spain; say where you are based",)


def test_a_sandbox_is_not_for_a_product_without_ai():
    assert against(make_entry("sbx", "sandbox"), facts=PLAIN_SOFTWARE) == (
        "It is for AI systems, and on your answers the product is none",
    )


def test_a_sandbox_is_not_for_a_product_on_the_market():
    (said,) = against(make_entry("sbx", "sandbox"), is_on_market=True)

    assert said.startswith(
        "A sandbox is for the time before a product is on the market"
    )


def test_help_on_data_protection_is_there_for_a_product_on_the_market_too():
    entry = make_entry("sbx", "sandbox", subkind="data-protection")

    assert fit(entry, make_profile(is_on_market=True)).verdict == FITS


def test_a_sandbox_is_not_for_those_who_only_use_somebody_elses_ai():
    (said,) = against(make_entry("sbx", "sandbox"), facts=facts(ai_role={"deployer"}))

    assert said.startswith("Providers apply for a sandbox")


def test_a_sandbox_does_not_allow_what_the_law_forbids():
    (said,) = against(make_entry("sbx", "sandbox"), facts=facts(ai_risk={"prohibited"}))

    assert (
        said == "On your answers the AI Act forbids this use, and no sandbox allows it"
    )


def test_a_sandbox_has_nothing_to_answer_where_the_risk_is_settled_as_light():
    (said,) = against(make_entry("sbx", "sandbox"), facts=facts(ai_risk={"minimal"}))

    assert said.startswith("On your answers the product is not high-risk")


@pytest.mark.parametrize(
    "profile",
    [
        {"facts": facts(ai_risk={"minimal", "high-risk-annex-i"})},
        {"facts": facts(ai_risk={"minimal"}, ai_system={"yes", "no"})},
        {"facts": facts(ai_risk={"minimal"}), "disputed": frozenset({"ai-risk"})},
        {"facts": facts(ai_risk={"minimal"}), "asked": frozenset({"sandbox"})},
        {"facts": facts(ai_risk={"exempt-6-3"})},
    ],
)
def test_a_sandbox_can_help_where_the_risk_is_open_disputed_or_asked_about(profile):
    assert fit(make_entry("sbx", "sandbox"), make_profile(**profile)).verdict == FITS


def test_a_notified_body_fits_later_while_the_class_is_open():
    entry = make_entry("nb", "notified-body", regimes=frozenset({"mdr"}))
    open_class = facts(notified_body={"required", "not-required"})
    found = fit(entry, make_profile(facts=open_class))

    assert found.verdict == LATER
    assert found.because[0].startswith("Only if the product is class IIa, IIb or III")


def test_a_notified_body_for_one_regime_fits_later_while_the_regime_is_open():
    entry = make_entry("nb", "notified-body", regimes=frozenset({"ivdr"}))
    found = fit(entry, make_profile(facts=facts(device_regime={"mdr", "ivdr"})))

    assert found.because == (
        "Only if the product is class B, C or D under the IVDR, or class A and "
        "sterile, which your answers leave open",
    )


@pytest.mark.parametrize(
    ("known", "said"),
    [
        (
            {"device_regime": {"none"}},
            "On your answers the product is no medical device",
        ),
        (
            {"notified_body": {"not-required"}},
            "On your answers no notified body has to take part",
        ),
        (
            {"notified_body": {"with-device"}},
            "The maker of the whole device applies to a notified body, not the maker "
            "of a part of it",
        ),
        (
            {"device_regime": {"ivdr"}},
            "It is designated under the MDR; yours falls under the IVDR",
        ),
    ],
)
def test_a_notified_body_does_not_fit_where_none_is_needed(known, said):
    entry = make_entry("nb", "notified-body", regimes=frozenset({"mdr"}))

    assert against(entry, facts=facts(**known)) == (said,)


def test_a_class_one_maker_is_told_that_they_declare_conformity_alone():
    entry = make_entry("nb", "notified-body", regimes=frozenset({"mdr"}))
    class_one = facts(notified_body={"not-required"}, mdr_class={"I"})

    assert against(entry, facts=class_one) == (
        "On your answers no notified body has to take part: in class I you declare "
        "conformity yourself (MDR Art. 52(7))",
    )


def test_a_test_service_that_closes_no_gap_does_not_fit():
    entry = make_entry("x", "tef-service", "EU", services=frozenset({"certification"}))

    assert against(entry, services=frozenset({"data_access"})) == (
        "It offers certification, which none of your gaps calls for",
    )


def test_a_size_that_is_not_served_is_told():
    entry = make_entry("x", "programme", "EU", sizes=frozenset({"micro", "small"}))

    assert against(entry, size="large") == (
        "Your organisation must be micro or small; it is larger than a small mid-cap",
    )


def test_a_size_that_nobody_told_is_to_be_looked_into():
    entry = make_entry("x", "programme", "EU", sizes=frozenset({"micro", "small"}))
    found = fit(entry, make_profile())

    assert found.cautions == ("Your organisation must be micro or small",)


def test_a_call_says_when_it_ended():
    entry = make_entry("x", "programme", "EU", closes=date(2026, 10, 1))

    assert against(entry) == ("It ended on 1 October 2026",)


def test_everything_that_speaks_against_an_entry_is_told():
    entry = make_entry("x", "sandbox", "ES", status="ended", same_as="y")

    assert against(entry, facts=PLAIN_SOFTWARE) == (
        "It serves Spain; you are based in Portugal",
        "It has ended",
        "The same offer stands in the directory under another name",
        "It is for AI systems, and on your answers the product is none",
    )


def test_a_notified_body_fits_later_where_the_class_is_read_in_two_ways():
    entry = make_entry("nb", "notified-body", regimes=frozenset({"mdr"}))
    class_one = facts(notified_body={"not-required"})
    disputed = frozenset({"notified-body"})
    found = fit(entry, make_profile(facts=class_one, disputed=disputed))

    assert found.verdict == LATER
    assert found.because[0].endswith("on which the law is read in two ways")


def test_gaps_about_ones_own_data_call_for_nobody_elses_without_ai():
    entry = make_entry("hdab", "data-access-body", services=frozenset({"data_access"}))
    gaps = {
        "services": frozenset({"data_access"}),
        "gaps_by_service": {"data_access": 2},
    }

    assert fit(entry, make_profile(**gaps)).verdict == FITS
    assert against(entry, facts=PLAIN_SOFTWARE, **gaps) == (
        "It gives access to health data, which you did not ask for",
    )
