"""What somebody asks for, beside what the gaps need."""

from datetime import date

from compliance.domain.support import match
from tests.domain.support_parts import make_entry, make_profile, slugs

FUNDING = frozenset({"funding"})
TRAINING = frozenset({"training"})
HOSPITALS = frozenset({"hospital_cybersecurity"})


def asking(services, **fields):
    return make_profile(services=services, asked=services, **fields)


def test_what_was_asked_for_is_told_apart_from_what_the_gaps_need():
    entry = make_entry("hub", services=FUNDING | TRAINING)
    profile = make_profile(
        services=FUNDING | TRAINING, asked=FUNDING, gaps_by_service={"training": 2}
    )

    (found,) = match([entry], profile)

    assert "Offers funding, which you asked for" in found.reasons
    assert "Offers training, which 2 of your gaps need" in found.reasons


def test_an_entry_that_offers_what_was_asked_for_comes_first():
    entries = [
        make_entry("a-hub", services=TRAINING | {"networking"}),
        make_entry("b-hub", services=FUNDING),
    ]
    profile = make_profile(services=FUNDING | TRAINING | {"networking"}, asked=FUNDING)

    assert slugs(match(entries, profile)) == ["b-hub", "a-hub"]


def test_a_call_with_an_opening_day_is_announced_to_those_who_ask_for_money():
    call = make_entry(
        "call", "programme", "EU", status="planned",
        opens=date(2027, 6, 3), services=FUNDING,
    )  # fmt: skip

    (found,) = match([call], asking(FUNDING))

    assert found.why_not_yet == ("Planned: opens on 3 June 2027",)
    assert match([call], make_profile(services=FUNDING)) == ()


def test_a_running_programme_comes_before_one_that_is_announced():
    entries = [
        make_entry(
            "a-call", "programme", "EU", status="planned",
            opens=date(2027, 6, 3), services=FUNDING,
        ),
        make_entry(
            "b-call", "programme", "EU", health_focus="partial", services=FUNDING
        ),
    ]  # fmt: skip

    assert slugs(match(entries, asking(FUNDING))) == ["b-call", "a-call"]


def test_help_for_hospitals_is_named_only_where_it_is_asked_for():
    plan = make_entry(
        "plan", "programme", "EU", subkind="cybersecurity", services=HOSPITALS
    )

    assert slugs(match([plan], asking(HOSPITALS))) == ["plan"]
    assert match([plan], make_profile(services=frozenset({"cybersecurity"}))) == ()


def test_a_skills_programme_needs_a_gap_or_a_wish_that_calls_for_training():
    course = make_entry(
        "course", "programme", "EU", subkind="skills", services=TRAINING
    )

    assert slugs(match([course], make_profile(services=TRAINING))) == ["course"]
    assert match([course], make_profile()) == ()
