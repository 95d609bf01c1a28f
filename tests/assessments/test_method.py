"""The method page: made from the newest published bank, rule by rule."""

import re
from html import unescape

import pytest
from django.urls import reverse

from assessments.method import method_of, version_records
from compliance.domain.contents import rules_of
from compliance.models import BankVersion
from compliance.publishing import publish
from tests.factories import make_bank, make_question, make_rule, make_scheme

pytestmark = pytest.mark.django_db


def page_of(client):
    response = client.get(reverse("method"))

    assert response.status_code == 200
    return unescape(response.content.decode())


def words(text):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text))


def disputed_bank():
    dispute = {"also": ["I"], "text": "Some read it as class I."}
    rule = make_rule("II", {"risky": "yes"}, disputed=dispute, basis="guidance")
    scheme = make_scheme("class", [rule], otherwise="I", decided_when={"risky": "yes"})
    milestones = [
        {
            "slug": slug, "date": day, "title": slug.title(), "text": "It is so.",
            "status": status, "provisions": ["act-1"],
        }
        for slug, day, status in (
            ("later", "2028-08-02", "law"),
            ("idea", "2025-12-16", "proposal"),
        )
    ]  # fmt: skip
    return make_bank(
        [make_question("risky", text="Is it risky?")], [scheme],
        milestones=milestones, not_covered=["The law of the sea."],
    )  # fmt: skip


def test_a_rule_is_told_with_its_condition_reason_basis_and_source(db):
    (scheme,) = method_of(publish(disputed_bank()).fingerprint)["schemes"]
    rule, otherwise = scheme["rules"]

    assert rule["value"] == "II"
    assert rule["when"] == "The answer to “Is it risky?” is “Yes”."
    assert rule["basis"] == "guidance"
    assert rule["provisions"] == [
        {"label": "The Act Art. 1", "address": "https://e.eu/1"}
    ]
    assert (otherwise["is_otherwise"], otherwise["when"]) == (True, "")
    assert scheme["decided_when"] == "The answer to “Is it risky?” is “Yes”."


def test_both_readings_of_a_disputed_rule_are_told(db):
    (dispute,) = method_of(publish(disputed_bank()).fingerprint)["disputes"]

    assert (dispute["value"], dispute["also"]) == ("II", ["I"])
    assert dispute["text"] == "Some read it as class I."


def test_dates_stand_in_order_and_a_proposal_is_marked_as_no_law(db):
    milestones = method_of(publish(disputed_bank()).fingerprint)["milestones"]

    assert [(each["slug"], each["is_proposal"]) for each in milestones] == [
        ("idea", True),
        ("later", False),
    ]


def test_what_is_not_covered_comes_from_the_bank(db):
    method = method_of(publish(disputed_bank()).fingerprint)

    assert method["not_covered"] == ["The law of the sea."]


def test_versions_are_told_with_their_changelog(version):
    (record,) = version_records(BankVersion.objects.all())

    assert record["number"] == version.number
    assert record["changelog"] == version.changelog


def test_the_page_shows_every_scheme_rule_date_and_act_of_the_shipped_bank(
    client, shipped_version, shipped_bank
):
    page = page_of(client)
    rules = [rule.slug for scheme in shipped_bank.schemes for rule in rules_of(scheme)]

    missing = [
        place
        for place in (
            *(f'id="scheme-{each.slug}"' for each in shipped_bank.schemes),
            *(f'id="rule-{slug}"' for slug in rules),
            *(f'id="milestone-{each.slug}"' for each in shipped_bank.milestones),
            *(each.name for each in shipped_bank.acts),
            *shipped_bank.not_covered,
            shipped_version.fingerprint,
        )
        if place not in page
    ]

    assert missing == []
    assert "Proposed, not law." in words(page)


def test_a_second_visit_asks_the_database_for_versions_only(
    client, shipped_version, django_assert_max_num_queries
):
    page_of(client)

    with django_assert_max_num_queries(2):
        page_of(client)


def test_every_page_links_to_the_method(client, shipped_version):
    assert (
        f'href="{reverse("method")}"' in client.get(reverse("about")).content.decode()
    )


def test_without_a_published_bank_the_page_says_so(client):
    assert client.get(reverse("method")).status_code == 503


def test_a_proposal_is_shown_with_its_rules_and_marked_as_no_law(
    client, shipped_version
):
    (proposal,) = method_of(shipped_version.fingerprint)["proposals"]
    page = page_of(client)

    assert {rule["basis"] for rule in proposal["rules"]} == {"proposal"}
    assert all(f'id="rule-{rule["slug"]}"' in page for rule in proposal["rules"])
    assert f"Proposed, not law: {proposal['title']}" in page
