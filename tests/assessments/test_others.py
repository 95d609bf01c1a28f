"""Why other places of the directory are not named: by kind, reason, and name."""

from datetime import date

import pytest

from assessments.dossier.case import Case
from assessments.dossier.others import by_kind, others_of
from assessments.dossier.support import support_of
from compliance.directory import load_directory, shipped_entries
from compliance.domain.answers import answer_of
from tests.assessments.test_needs import IMAGING

TODAY = date(2026, 11, 23)


@pytest.fixture
def imaging(shipped_bank):
    answers = {slug: answer_of(value) for slug, value in IMAGING.items()}
    return Case(
        shipped_bank, "hash", answers, "Scan", "Firm", TODAY, TODAY, shipped_entries()
    )


def reasons_of(refused, kind):
    (group,) = [each for each in by_kind(refused) if each["slug"] == kind]
    return {each["text"]: each for each in group["reasons"]}


def test_nothing_is_both_named_and_left_out(imaging):
    named = {e["slug"] for group in support_of(imaging) for e in group["entries"]}

    assert not named & {each.entry.slug for each in others_of(imaging)}


def test_sandboxes_of_other_countries_stand_under_one_reason(imaging):
    reasons = reasons_of(others_of(imaging), "sandbox")

    assert reasons["They serve other countries than yours"]["count"] > 20


def test_hubs_far_away_say_that_others_are_nearer(imaging):
    reasons = reasons_of(others_of(imaging), "edih")

    assert list(reasons) == ["They are further away than those that are named"]


def test_a_place_says_everything_that_speaks_against_it(imaging):
    (ended,) = [
        each for each in others_of(imaging) if each.entry.slug == "sbx-fr-cnil-data"
    ]

    assert ended.further == ("It has ended",)


def test_places_are_found_by_kind_by_name_and_by_country(imaging):
    refused = others_of(imaging)
    found = [each.entry.slug for each in refused if each.matches("sandbox", "latvia")]

    assert found == ["sbx-lv"]


@pytest.mark.django_db
def test_the_page_is_short_until_a_kind_is_chosen(client, code):
    load_directory()
    short = client.get(f"/a/{code}/support/others/").content.decode()
    full = client.get(f"/a/{code}/support/others/?kind=sandbox").content.decode()

    assert "Austria – national AI regulatory sandbox" not in short
    assert "Austria – national AI regulatory sandbox" in full
    assert "They serve other countries than yours" in short


@pytest.mark.django_db
def test_words_that_match_nothing_are_answered_and_escaped(client, code):
    load_directory()
    page = client.get(f"/a/{code}/support/others/?q=<script>&kind=none")

    assert "Nothing of this kind or name is left out." in page.content.decode()
    assert "<script>" not in page.content.decode().partition("Why not others?")[2]


@pytest.mark.django_db
def test_the_support_page_leads_to_the_reasons(client, code):
    page = client.get(f"/a/{code}/support/").content.decode()

    assert f'href="/a/{code}/support/others/"' in page
