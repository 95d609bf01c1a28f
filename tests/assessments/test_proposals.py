"""What a proposal would change is told, and told as no law, wherever it shows."""

import json
import re
from dataclasses import replace
from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.template.loader import render_to_string

from assessments.dossier import Case, build_dossier
from assessments.dossier.proposals import proposals_of
from assessments.examples import shipped_examples
from assessments.printing import render_html
from compliance.bankfile import dump
from compliance.domain.answers import answer_of
from compliance.domain.determination import determine

TODAY = date(2026, 11, 23)
SLUG = "mdr-revision"
IMAGING, NO_DEVICE = "retinascreen", "first-in-line"


@pytest.fixture(scope="module")
def examples(shipped_bank):
    return {each.slug: each for each in shipped_examples(shipped_bank)}


def case_of(bank, example, **more):
    given = {slug.replace("_", "-"): answer_of(value) for slug, value in more.items()}
    answers = example.answers | given
    return Case(bank, "hash", answers, "Scan", "Firm", TODAY, TODAY)


def changes(case):
    return {
        row["title"]: (row["today"], row["then"])
        for proposal in proposals_of(case)
        for row in proposal["changes"]
    }


def test_a_device_would_leave_the_high_risk_duties_of_the_ai_act(
    shipped_bank, examples
):
    found = changes(case_of(shipped_bank, examples[IMAGING], meets_people=["none"]))
    risk, route = "Risk under the AI Act", "Conformity route under the AI Act"

    assert found[risk] == (
        "High-risk AI as a medical device",
        "High-risk AI left to device law",
    )
    assert found[route] == ("Within the device assessment", "No AI Act assessment")
    today, then = map(int, found["Duties that apply"])
    assert today > then


def test_the_verdicts_of_today_do_not_rest_on_a_proposal(shipped_bank, examples):
    case = case_of(shipped_bank, examples[IMAGING])
    without = replace(case, bank=replace(shipped_bank, proposals=()))
    told = build_dossier(case) | {"proposals": []}

    assert told == build_dossier(without)


@pytest.mark.parametrize(
    ("step", "condition", "harm", "today", "then"),
    [
        ("decides", "critical", "death", "III", "III"),
        ("decides", "serious", "passing", "IIb", "IIb"),
        ("steers", "critical", "passing", "IIb", "IIb"),
        ("steers", "serious", "passing", "IIa", "IIa"),
        ("informs", "critical", "passing", "IIa", "IIa"),
        ("steers", "minor", "passing", "IIa", "I"),
        ("informs", "minor", "passing", "IIa", "I"),
        ("decides", "minor", "passing", "IIa", "IIa"),
    ],
)
def test_the_proposed_rule_11_crosses_condition_and_weight(
    shipped_bank, examples, step, condition, harm, today, then
):
    more = {"next_step": step, "patient_condition": condition, "worst_harm": harm}
    answers = case_of(shipped_bank, examples[IMAGING], **more).answers

    assert class_of(shipped_bank, answers) == (today,)
    assert class_of(shipped_bank.proposed[SLUG], answers) == (then,)


def class_of(bank, answers):
    return determine(bank, answers).findings["mdr-class"].values


def test_a_lower_class_would_need_no_notified_body(shipped_bank, examples):
    more = {"next_step": "informs", "patient_condition": "minor"}
    found = changes(case_of(shipped_bank, examples[IMAGING], **more))

    assert found["Class under the MDR"] == ("Class IIa", "Class I")
    assert found["Notified body"][1] == "No notified body is needed"


def test_a_product_that_is_no_device_is_told_nothing_of_it(shipped_bank, examples):
    assert proposals_of(case_of(shipped_bank, examples[NO_DEVICE])) == []


def test_a_listed_use_that_is_no_device_stays_high_risk(shipped_bank, examples):
    answers = case_of(shipped_bank, examples[NO_DEVICE]).answers
    risk = determine(shipped_bank.proposed[SLUG], answers).findings["ai-risk"]

    assert "high-risk-annex-iii" in risk.values


def test_the_dossier_names_source_and_state_of_the_proposal(shipped_bank, examples):
    (told,) = build_dossier(case_of(shipped_bank, examples[IMAGING]))["proposals"]

    assert told["source"]["reference"] == "COM(2025) 1023"
    assert told["source"]["status"] == "proposal"
    assert told["status_text"].startswith("Not law.")
    assert "{" not in told["status_text"]


def words(html):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


def test_the_reasons_page_marks_every_proposed_verdict_as_no_law(
    shipped_bank, examples
):
    dossier = build_dossier(case_of(shipped_bank, examples[IMAGING]))
    (proposal,) = dossier["proposals"]
    context = {"proposal": proposal, "level": 2}
    said = words(render_to_string("result/_proposal.html", context))

    assert "If the proposal COM(2025) 1023 were adopted (not law)" in said
    assert said.count("Proposed, not law:") == len(proposal["changes"])
    assert "High-risk AI left to device law" in said


def test_the_report_has_the_proposal_after_its_dates(shipped_bank, examples):
    said = words(render_html(build_dossier(case_of(shipped_bank, examples[IMAGING]))))
    title = "If the proposal COM(2025) 1023 were adopted (not law)"

    assert said.count(title) == 2
    assert said.rindex("The axis is true to scale") < said.rindex(title)


def test_a_report_without_a_proposal_and_an_older_dossier_say_nothing(
    shipped_bank, examples
):
    dossier = build_dossier(case_of(shipped_bank, examples[NO_DEVICE]))
    older = {key: value for key, value in dossier.items() if key != "proposals"}

    assert "were adopted" not in render_html(dossier)
    assert "were adopted" not in render_html(older)


@pytest.fixture
def files(tmp_path, shipped_bank, examples):
    bank, answers = tmp_path / "bank.yaml", tmp_path / "answers.yaml"
    bank.write_text(dump(shipped_bank))
    given = examples[IMAGING].answers.items()
    lines = [f"{s}: {json.dumps(list(a.values))}" for s, a in given if a.values]
    answers.write_text("\n".join(lines))
    return answers, bank


def test_determine_evaluates_a_proposal_and_says_that_it_is_not_law(files):
    answers, bank = files
    out = StringIO()

    call_command("determine", answers, bank=bank, proposal=SLUG, stdout=out)

    found = json.loads(out.getvalue())
    assert found["proposal"]["is_law"] is False
    assert "It is not law." in found["proposal"]["note"]
    assert "high-risk-section-b" in found["schemes"]["ai-risk"]["values"]


def test_determine_refuses_a_proposal_that_the_bank_does_not_hold(files):
    answers, bank = files

    with pytest.raises(CommandError, match='no proposal "other"; known: mdr-revision'):
        call_command("determine", answers, bank=bank, proposal="other")
