"""The public pages of the directory: found, filtered, told with source and age."""

from datetime import timedelta

import pytest
from django.utils import timezone

from compliance.directory import published_entries
from compliance.directory_pages.tiles import PLACE_OF
from compliance.domain.countries import COUNTRIES
from tests.compliance.directory_rows import make_many, make_row

pytestmark = [pytest.mark.django_db, pytest.mark.database]

PAGES = ("/directory/", "/directory/europe/", "/directory/entry-7/")


@pytest.fixture
def page(client):
    """A function that opens a page of the directory and returns its text."""

    def opened(address="", **query):
        response = client.get(f"/directory/{address}", query)
        assert response.status_code == 200
        return response.content.decode()

    return opened


@pytest.mark.parametrize("address", PAGES)
def test_a_page_of_5000_entries_costs_at_most_six_queries(
    client, django_assert_max_num_queries, address
):
    make_many(5000)

    with django_assert_max_num_queries(6):
        response = client.get(address, {"q": "clinical evaluation", "country": "PT"})

    assert response.status_code == 200


def test_a_long_list_comes_in_pages(page):
    make_many(60)

    assert "60 entries, 51 to 60 on this page" in page(page=3)
    assert "Page 1 of 3" in page()


@pytest.mark.parametrize("wish", ["málaga hub", "MALAGA", "hub testing"])
def test_words_are_found_in_name_place_and_services_without_accents(page, wish):
    make_row("sun-hub", place="Málaga", services=["testing_facility"])
    make_row("rain-hut", place="Porto")

    found = page(q=wish)

    assert "Sun-Hub" in found
    assert "Rain-Hut" not in found


def test_a_country_shows_its_own_and_on_wish_what_serves_it(page):
    make_row("own", country="PT")
    make_row("partner", country="ES", partners=["PT"])
    make_row("union", country="EU")
    make_row("other", country="ES")

    own, served = page(country="PT"), page(country="PT", serves="1")

    assert "One entry" in own
    assert "3 entries" in served
    assert "Other" not in served


def test_a_notified_body_serves_the_whole_union(page):
    make_row("body", kind="notified-body", country="DE")

    assert "One entry" in page(country="PT", serves="1")


@pytest.mark.parametrize("kind", ["skills", "cybersecurity"])
def test_skills_and_cybersecurity_are_kinds_of_their_own(page, kind):
    make_row("wanted", kind="programme", subkind=kind)
    make_row("funding", kind="programme", subkind="funding")

    assert "One entry" in page(kind=kind)
    assert "Wanted" not in page(kind="programme")


@pytest.mark.parametrize(
    "query", [{"service": "compute"}, {"technology": "imaging"}, {"health": "some"}]
)
def test_service_technology_and_health_narrow_the_list(page, query):
    make_row(
        "wanted", services=["compute"], technologies=["imaging"], health_focus="partial"
    )
    make_row("other")

    found = page(**query)

    assert "Wanted" in found
    assert "One entry" in found


def test_what_was_not_checked_in_time_says_so_and_can_be_left_out(page):
    make_row("old", source_date="2025-04-28")

    assert "not verified since 28 April 2025" in page()
    assert "Nothing in the directory fits" in page(fresh="1")


def test_an_entry_that_an_editor_verified_is_no_longer_overdue(page):
    make_row("old", source_date="2025", last_verified=timezone.localdate())

    assert "not verified since" not in page()


def test_what_has_ended_is_shown_only_on_wish(page):
    yesterday = timezone.localdate() - timedelta(days=1)
    make_row("closed", closes=yesterday)
    make_row("over", status="ended")

    assert "Nothing in the directory fits" in page()
    assert "2 entries" in page(ended="1")


def test_an_unpublished_entry_has_no_page(client):
    make_row("hidden", published=False)

    assert client.get("/directory/hidden/").status_code == 404


def test_a_page_of_an_entry_says_whom_it_takes_and_how_we_know(page):
    make_row(
        "hub",
        eligibility="Firms of the region",
        how_to_ask="Fill in the form",
        min_trl=6,
        languages=["pt", "en"],
        confidence="medium",
    )
    make_row("sister")

    told = page("hub/")

    assert "Firms of the region" in told
    assert "Fill in the form" in told
    assert "From technology readiness level 6" in told
    assert "English, Portuguese" in told
    assert "Source of 20 November 2026, not verified since." in told
    assert "From a second-hand source" in told
    assert "Sister" in told


def test_the_map_gives_every_country_a_tile_of_its_own():
    assert set(PLACE_OF) == set(COUNTRIES)
    assert len(set(PLACE_OF.values())) == len(COUNTRIES)


def test_the_map_tells_each_count_in_words_and_as_a_table(page):
    make_row("one", country="PT")
    make_row("two", country="PT", kind="sandbox")

    told = page("europe/")

    assert "Portugal: 2" in told
    assert "AI regulatory sandboxes 1; European Digital Innovation Hubs 1" in told


@pytest.mark.parametrize(
    "query",
    [
        {"q": "\x00<script>alert(1)</script>" * 50},
        {"country": "Atlantis", "kind": "wizard", "health": "maybe"},
        {"page": "-1"},
        {"page": "9" * 50},
        {"serves": "yes", "country": "PT"},
    ],
)
def test_a_strange_address_is_answered_and_never_echoed_raw(page, query):
    make_row("hub")

    assert "<script>alert" not in page(**query)


def test_filters_hold_from_page_to_page(page):
    make_many(300)

    assert "?q=entry&amp;country=PT&amp;service=training&amp;page=2" in page(
        q="entry", country="PT", service="training"
    )


def test_an_edit_shows_at_once(page):
    row = make_row("hub")
    published_entries()
    row.name = "Renamed"
    row.save()

    assert "Renamed" in page()
