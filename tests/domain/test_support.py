"""Who can help: in which order, from near to far, and how many."""

from datetime import date

import pytest

from compliance.domain.support import match, of_kinds, shelves_of
from tests.domain.support_parts import make_entry, make_profile, slugs


def test_the_own_country_comes_before_its_neighbours_and_the_union():
    entries = [
        make_entry("union", "tef-node", "EU"),
        make_entry("spain", "tef-node", "ES"),
        make_entry("portugal", "tef-node", "PT"),
    ]

    matches = match(entries, make_profile())

    assert slugs(matches) == ["portugal", "spain", "union"]


def test_a_country_far_away_is_left_out_where_the_own_has_something():
    entries = [make_entry("porto"), make_entry("helsinki", country="FI")]

    assert slugs(match(entries, make_profile())) == ["porto"]


def test_the_nearest_is_named_where_the_country_has_nothing():
    entries = [
        make_entry("finland", "ai-factory", "FI"),
        make_entry("france", "ai-factory", "FR"),
    ]

    (found,) = match(entries, make_profile())

    assert found.reasons[0] == (
        "None confirmed in Portugal; this one is in France, the nearest known, "
        "and takes applications from other countries"
    )


def test_a_placeholder_does_not_count_as_something_of_the_kind():
    entries = [
        make_entry("own", "ai-factory", confidence="low", status="unknown"),
        make_entry("spain", "ai-factory", "ES"),
    ]

    assert slugs(match(entries, make_profile())) == ["own", "spain"]


def test_the_union_level_route_is_named_where_nothing_is_confirmed_at_home():
    entries = [
        make_entry("own", "sandbox", status="planned"),
        make_entry("union", "sandbox", "EU"),
    ]

    union = match(entries, make_profile())[1]

    assert union.reasons[0] == (
        "None confirmed in Portugal; this one serves the whole Union"
    )


def test_a_partner_country_may_use_an_ai_factory():
    barcelona = make_entry("bsc", "ai-factory", "ES", partners=frozenset({"PT"}))

    (found,) = match([barcelona], make_profile())

    assert found.reasons[0] == "Portugal is a partner"


def test_health_focus_ranks_before_partial_and_partial_before_none():
    entries = [
        make_entry("a-none", "ai-factory", health_focus="no"),
        make_entry("b-partial", "ai-factory", health_focus="partial"),
        make_entry("c-health", "ai-factory", health_focus="yes"),
    ]

    assert slugs(match(entries, make_profile())) == ["c-health", "b-partial", "a-none"]


def test_a_hub_without_health_focus_steps_back_where_the_country_has_one_with():
    entries = [make_entry("built", health_focus="no"), make_entry("attract")]

    assert slugs(match(entries, make_profile())) == ["attract"]


def test_services_that_the_gaps_need_decide_among_equals():
    entries = [
        make_entry("a", services=frozenset({"training"})),
        make_entry("b", services=frozenset({"testing_facility"})),
    ]

    matches = match(entries, make_profile(services=frozenset({"testing_facility"})))

    assert slugs(matches) == ["b", "a"]


def test_the_order_of_the_entries_does_not_matter():
    entries = [make_entry(f"hub-{number}") for number in range(9)]

    assert match(entries, make_profile()) == match(entries[::-1], make_profile())


def test_no_more_than_the_limit_of_a_kind_is_named():
    entries = [make_entry(f"hub-{number}") for number in range(9)]

    assert len(match(entries, make_profile(), limit=3)) == 3


def test_matches_can_be_picked_by_kind_and_service():
    matches = match(
        [
            make_entry("hub", services=frozenset({"training"})),
            make_entry("dull-hub"),
            make_entry("factory", "ai-factory", services=frozenset({"training"})),
        ],
        make_profile(),
    )

    assert slugs(of_kinds(matches, ["edih"], frozenset({"training"}))) == ["hub"]


def test_two_hubs_without_health_focus_are_enough_where_the_country_has_no_other():
    entries = [
        *(make_entry(f"plain-{number}", health_focus="no") for number in range(4)),
        make_entry("next-door", country="ES"),
    ]

    assert slugs(match(entries, make_profile())) == ["plain-0", "plain-1", "next-door"]


def test_hubs_without_health_focus_stay_where_there_is_nothing_else():
    entries = [make_entry(f"plain-{number}", health_focus="no") for number in range(4)]

    assert len(match(entries, make_profile())) == 4


def test_programmes_are_counted_by_their_sub_kind():
    entries = [
        make_entry("eic", "programme", "EU", subkind="funding"),
        make_entry("een", "programme", "EU", subkind="network"),
    ]

    assert slugs(match(entries, make_profile(), limit=1)) == ["eic", "een"]


def test_of_the_same_reach_what_was_checked_in_time_comes_first():
    entries = [
        make_entry("a-stale", source_date="2024-05"),
        make_entry("b-fresh", health_focus="partial", source_date="2026-10"),
    ]

    assert slugs(match(entries, make_profile())) == ["b-fresh", "a-stale"]


def test_a_stale_entry_at_home_still_comes_before_a_fresh_one_next_door():
    entries = [
        make_entry("spain", country="ES", source_date="2026-10"),
        make_entry("porto", source_date="2024-05"),
    ]

    assert slugs(match(entries, make_profile())) == ["porto", "spain"]


@pytest.mark.parametrize(
    ("source_date", "told"),
    [
        ("2025-04-28", "28 April 2025"),
        ("2025-04", "April 2025"),
        ("2025", "2025"),
        ("2026-10", ""),
    ],
)
def test_a_stale_entry_says_when_it_was_last_looked_at(source_date, told):
    (found,) = match([make_entry("hub", source_date=source_date)], make_profile())

    assert found.not_verified_since == told


def test_an_editors_look_counts_more_than_the_source():
    entry = make_entry("hub", source_date="2024", last_verified=date(2026, 6, 1))

    (found,) = match([entry], make_profile())

    assert found.not_verified_since == "1 June 2026"


def test_a_shelf_counts_what_fits_and_names_a_handful():
    hubs = [make_entry(f"hub-{number}") for number in range(9)]

    (shelf,) = shelves_of([*hubs, make_entry("far", country="FI")], make_profile())

    assert (shelf.count, len(shelf.best(5))) == (9, 5)


def test_an_antenna_serves_its_own_country_alone():
    entries = [
        make_entry("own", "ai-factory", status="unknown", subkind="antenna"),
        make_entry("next-door", "ai-factory", "ES", subkind="antenna"),
        make_entry("factory", "ai-factory", "FR", subkind="factory"),
    ]

    assert slugs(match(entries, make_profile())) == ["own", "factory"]


def test_the_union_level_way_is_among_the_first_where_the_country_has_none():
    entries = [
        *(make_entry(f"site-{number}", "tef-node", "ES") for number in range(4)),
        make_entry("portal", "tef-node", "EU"),
    ]

    assert slugs(match(entries, make_profile()))[:3] == ["site-0", "site-1", "portal"]


def test_among_services_asked_for_alike_the_better_known_comes_first():
    asked = frozenset({"data_access"})
    entries = [
        make_entry("a", "tef-service", "EU", services=asked, confidence="medium"),
        make_entry("b", "tef-service", "EU", services=asked),
    ]

    assert slugs(match(entries, make_profile(services=asked, asked=asked))) == [
        "b",
        "a",
    ]
