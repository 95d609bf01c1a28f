import json

import pytest

from assessments.keeping import delete_assessment, start_assessment
from assessments.models import Assessment, Report
from compliance.publishing import publish
from tests.factories import (
    make_answers,
    make_bank,
    make_duty,
    make_question,
    make_rule,
    make_scheme,
    walk_document,
)


def newer_bank(**changes):
    """The bank of the walk one version on: harm means more, software is gone."""
    document = walk_document() | {"number": "2.0.0", "changelog": "Asks for more harm."}
    harm = make_question("harm", "choice", choices=["death", "none"], meaning="2")
    sections = [
        {
            "slug": "product",
            "title": "Your product",
            "intro": "",
            "questions": [make_question("country", "country"), harm],
        },
        {
            "slug": "use",
            "title": "Its use",
            "intro": "",
            "questions": [make_question("learns"), make_question("robot")],
        },
    ]
    schemes = [
        make_scheme("class", [make_rule("III", {"harm": "death"})], otherwise="I"),
        make_scheme("ai", [make_rule("yes", {"learns": "yes"})], otherwise="no"),
    ]
    duties = [make_duty("apply", {"class": "III"})]
    document |= {"sections": sections, "schemes": schemes}
    return make_bank(duties=duties, **document | changes)


@pytest.fixture
def walked(version):
    answers = make_answers(
        country="PT", harm="death", software="yes", learns="yes", file="in-place"
    )
    return start_assessment(version, "Probe", "Example Ltd", answers)


@pytest.fixture
def code(walked):
    return walked[1]


@pytest.fixture
def newest(walked):
    return publish(newer_bank())


def page(client, code, path):
    return client.get(f"/a/{code}/{path}", headers={"Host": "127.0.0.1"})


def copied(client, code):
    response = client.post(f"/a/{code}/newer/", headers={"Host": "127.0.0.1"})
    assert response.status_code == 302
    return Assessment.objects.order_by("-pk").first()


def text(response):
    return " ".join(response.content.decode().split())


def test_without_a_newer_version_nothing_is_offered(client, code):
    assert "is out" not in text(page(client, code, "result/"))
    assert page(client, code, "newer/").status_code == 404


@pytest.mark.parametrize("path", ["result/", "answers/"])
def test_the_owner_is_told_of_a_newer_version(client, code, newest, path):
    assert "Version 2.0.0 of the questions is out" in text(page(client, code, path))


def test_the_offer_says_what_becomes_of_every_answer(client, code, newest):
    told = text(page(client, code, "newer/"))

    assert "3 answers, as they are" in told
    assert "To confirm" in told.split("harm?")[0]
    assert "New" in told.split("robot?")[0]
    assert "No longer asked" in told.split("software?")[0]
    assert "Asks for more harm." in told


def test_the_offer_shows_the_verdicts_before_and_after(client, code, newest):
    told = text(page(client, code, "newer/"))

    assert "III" in told
    assert "open: III, I" in told


def test_the_copy_keeps_what_fits_and_asks_anew_what_changed(client, code, newest):
    copy = copied(client, code)

    answers = {row.slug: row.as_value() for row in copy.answers.all()}
    assert copy.version == newest
    assert answers["country"].values == ("PT",)
    assert answers["file"].values == ("in-place",)
    assert not answers["harm"].is_given
    assert "“Death”" in answers["harm"].note
    assert "software" not in answers


def test_the_old_assessment_stays_as_it_is(client, walked, newest):
    assessment, code = walked
    before = list(assessment.answers.values_list("slug", "values", "note"))

    copied(client, code)

    assessment.refresh_from_db()
    assert assessment.version.number == "1.0.0"
    assert list(assessment.answers.values_list("slug", "values", "note")) == before


def test_the_copy_has_a_private_link_of_its_own(client, walked, newest):
    old, code = walked

    copy = copied(client, code)

    assert copy.code_hash != old.code_hash
    assert copy.product == "Probe"


def test_an_example_is_offered_nothing(client, version):
    Assessment.objects.create(
        code_hash="x", example="probe", product="Probe", version=version
    )
    publish(newer_bank())

    response = client.get("/examples/probe/result/", headers={"Host": "127.0.0.1"})

    assert "is out" not in text(response)


def issued(client, code):
    client.post(f"/a/{code}/issue/", headers={"Host": "127.0.0.1"})
    return Report.objects.order_by("-pk").first()


def copied_code(client, code):
    response = client.post(f"/a/{code}/newer/", headers={"Host": "127.0.0.1"})
    return response["Location"].split("/")[2]


def test_reports_of_the_copy_are_compared_with_those_before_it(client, code, newest):
    before = issued(client, code)
    fresh = copied_code(client, code)

    told = text(page(client, fresh, f"reports/compare/?from={before.number}"))

    assert "the law" in told
    assert str(before.number) in told


def test_the_first_report_of_the_copy_says_what_changed_since(client, code, newest):
    before = issued(client, code)

    after = json.loads(issued(client, copied_code(client, code)).document)

    assert after["changes_since"]["before"]["number"] == str(before.number)
    assert after["changes_since"]["law_changed"] is True


def test_a_deleted_assessment_leaves_its_copy_alone(client, walked, newest):
    old, code = walked
    issued(client, code)
    fresh = copied_code(client, code)
    delete_assessment(old)

    assert page(client, fresh, "reports/compare/").status_code == 200
    assert not Report.objects.exists()
