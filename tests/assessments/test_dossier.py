"""The dossier: what pages and report say of a case."""

import json
from datetime import date

import pytest

from assessments.dossier import Case, build_dossier
from compliance.domain.answers import Answer
from tests.factories import (
    make_answers,
    make_bank,
    make_duty,
    make_question,
    make_rule,
    make_scheme,
    walk_document,
)

TODAY = date(2026, 11, 23)


def case_with(bank, **answers):
    given = make_answers(**answers)
    return Case(bank, "hash", given, "Probe", "Example Ltd", TODAY, TODAY)


def small_bank(**more):
    return make_bank(
        duties=[make_duty("apply", {"class": "III"})], **walk_document() | more
    )


def dossier_of(bank=None, **answers):
    return build_dossier(case_with(bank or small_bank(), **answers))


def step(dossier, slug):
    return next(each for each in dossier["trail"] if each["slug"] == slug)


def test_the_dossier_is_plain_data():
    dossier = dossier_of(harm="death")

    assert json.loads(json.dumps(dossier)) == dossier


def test_the_headline_counts_the_open_points():
    settled = {"harm": "death", "software": "no"}

    assert dossier_of(**settled)["headline"] == "Class III"
    assert "one point still open" in dossier_of(harm="death")["headline"]


def test_an_open_point_names_the_question_and_who_knows():
    point = dossier_of(software="no")["open_points"][0]

    assert point["title"] == "III or I"
    assert point["settles_with"][0]["text"] == "harm?"
    assert point["ask"] == "the founder"


def test_an_open_point_shows_what_changes_and_what_does_not():
    changes = dossier_of(software="no")["open_points"][0]["changes"]

    assert changes["columns"] == ["If III", "If I"]
    assert [row["same"] for row in changes["rows"]] == [True, False]
    assert changes["rows"][1]["cells"] == ["Applies", "Nothing to do"]


def test_a_step_of_two_values_forks_where_the_next_is_settled():
    forks = step(dossier_of(software="no", harm="unsure"), "class")

    assert (forks["state"], forks["fork"]) == ("open", True)
    assert forks["fork_values"] == ["III", "I"]


def test_a_step_does_not_fork_where_the_next_is_open_too():
    assert step(dossier_of(harm="unsure", software="unsure"), "class")["fork"] is False


def test_a_step_nobody_has_answered_for_is_not_reached():
    assert step(dossier_of(country="PT"), "class")["state"] == "not-reached"


def test_a_verdict_tells_its_rule_its_answers_and_its_sources():
    finding = dossier_of(harm="death")["findings"][0]

    assert finding["value"] == "III"
    assert finding["rules"][0]["why"] == "So it is."
    assert finding["answers"][0]["answer"] == "Death"
    assert finding["provisions"][0]["label"] == "The Act Art. 1"


def test_a_duty_in_the_future_is_grouped_by_its_date():
    group = dossier_of(harm="death")["duties"]["groups"][0]

    assert group["title"] == "From 2 December 2027"
    assert group["duties"][0]["date_text"] == "from 2 Dec 2027"


def test_a_duty_that_does_not_apply_is_left_out():
    assert dossier_of(harm="none")["duties"]["groups"] == []


def test_a_pre_market_duty_of_an_unsold_product_comes_before_the_sale():
    duty = make_duty("prepare", {"class": "III"}, phase="before-market")
    early = [{**m, "date": "2021-05-26"} for m in make_bank_milestones()]
    bank = make_bank(duties=[duty], milestones=early, **walk_document())

    group = dossier_of(bank, harm="death")["duties"]["groups"][0]

    assert group["title"] == "Before you sell"


def make_bank_milestones():
    return [
        {
            "slug": "start",
            "date": "2027-12-02",
            "title": "Start",
            "text": "It starts.",
            "status": "law",
            "provisions": ["act-1"],
        }
    ]


def test_readiness_counts_measures_and_gives_no_share():
    areas = dossier_of(harm="death", file="partly")["readiness"]["areas"]

    assert areas[0]["counts"]["partly"] == 1
    assert "percent" not in json.dumps(areas)


def test_a_disputed_verdict_is_told_with_both_readings():
    reading = {"also": ["III"], "text": "Some say so, others not."}
    rules = [
        make_rule("III", {"harm": "death"}),
        make_rule("I", {"harm": "none"}, disputed=reading),
    ]
    schemes = [make_scheme("class", rules, otherwise="I")]
    bank = make_bank(
        **walk_document() | {"schemes": schemes, "trail": walk_document()["trail"][:1]}
    )

    dossier = dossier_of(bank, harm="none")

    assert dossier["findings"][0]["disputed"] is True
    assert dossier["findings"][0]["rules"][0]["disputed"]["text"] == reading["text"]
    assert step(dossier, "class")["disputed"] is True


def test_a_scheme_that_only_serves_others_is_not_told():
    document = walk_document()
    document["schemes"] = [document["schemes"][0] | {"told": "never"}]
    document["trail"] = []
    document["headlines"] = [{"text": "Done"}]

    assert dossier_of(make_bank(**document), harm="death")["findings"] == []


@pytest.mark.parametrize("note", ["<b>bold</b>", "x" * 10_000, "مرحبا", "🙂"])
def test_notes_are_kept_as_they_are(note):
    case = case_with(small_bank(), harm="death")
    answers = {**case.answers}
    answers["harm"] = Answer(("death",), note=note)
    dossier = build_dossier(Case(case.bank, "hash", answers, "Probe", "", TODAY, TODAY))

    told = [q for s in dossier["answers"] for q in s["questions"]]
    assert note in [q["note"] for q in told]


def test_the_intended_purpose_stands_in_the_founders_own_words():
    told = make_question("intended-purpose", "text", required="no")
    document = walk_document()
    document["sections"][0]["questions"].append(told)

    dossier = dossier_of(make_bank(**document), intended_purpose="Flags <b>falls</b>")

    assert dossier["purpose"] == "Flags <b>falls</b>"
    assert step(dossier, "purpose")["basis"] == "in your words"
