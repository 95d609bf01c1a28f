"""What the shipped bank promises."""

import re
from collections import Counter
from dataclasses import replace

import pytest

from assessments.examples import FOLDER, shipped_examples
from compliance.bankfile import dump, load_text
from compliance.domain.checks import find_problems, unused_questions

FIXED = {
    "ai-system": {"yes", "no"},
    "device-regime": {"mdr", "ivdr", "accessory", "annex-xvi", "none"},
    "mdr-class": {"I", "Is", "Im", "Ir", "IIa", "IIb", "III"},
    "ivdr-class": {"A", "A-sterile", "B", "C", "D"},
    "notified-body": {"required", "not-required"},
    "in-house": {"yes", "no"},
    "ai-role": {
        "provider",
        "deployer",
        "importer",
        "distributor",
        "authorised-representative",
        "product-manufacturer",
    },
    "ai-risk": {
        "prohibited",
        "high-risk-annex-i",
        "high-risk-annex-iii",
        "exempt-6-3",
        "transparency-50",
        "minimal",
        "not-ai-system",
        "outside-scope",
    },
    "ai-conformity": {"device-route", "annex-vi", "annex-vii", "none"},
    "transparency": {"50-1", "50-2", "50-3", "50-4"},
    "gpai": {"model-provider", "systemic-risk", "downstream-provider"},
    "device-kind": {
        "device",
        "accessory",
        "component",
        "custom-made",
        "investigational",
        "research-only",
    },
    "device-role": {
        "manufacturer",
        "importer",
        "distributor",
        "authorised-representative",
        "health-institution",
        "user",
    },
}


@pytest.mark.parametrize("scheme", FIXED)
def test_the_values_that_tools_rely_on_are_there(shipped_bank, scheme):
    assert FIXED[scheme] <= set(shipped_bank.scheme[scheme].titles)


def test_the_shipped_bank_has_no_faults(shipped_bank):
    assert find_problems(shipped_bank) == []


def test_the_shipped_bank_survives_one_single_file(shipped_bank):
    assert load_text(dump(shipped_bank)) == shipped_bank


def test_there_are_duties_and_measures_enough_for_both_laws(shipped_bank):
    acts = Counter(duty.act for duty in shipped_bank.duties)

    assert acts["aia"] >= 60
    assert acts["mdr"] + acts["ivdr"] >= 60
    assert len(shipped_bank.measures) >= 35


def test_every_measure_meets_a_duty(shipped_bank):
    needed = {slug for duty in shipped_bank.duties for slug in duty.measures}

    assert {measure.slug for measure in shipped_bank.measures} == needed


def test_every_question_is_used(shipped_bank):
    # The country is used by the matching, the purpose in sentence and report.
    idle = {"country", "intended-purpose"}
    assert set(unused_questions(shipped_bank)) <= idle


def test_every_question_explains_itself_with_an_example_for_and_against(shipped_bank):
    lacking = [
        question.slug
        for question in shipped_bank.questions.values()
        if question.slug not in shipped_bank.start
        and (len(question.examples) < 2 or not question.why or not question.who)
    ]

    assert lacking == []


def test_nobody_is_asked_for_a_verdict(shipped_bank):
    verdict = re.compile(r"need\w* (a|any) notified body|high-risk|which class is it")
    texts = [question.text.lower() for question in shipped_bank.questions.values()]

    assert [text for text in texts if verdict.search(text)] == []


def test_no_text_calls_a_user_compliant_certified_or_approved(shipped_bank):
    said = [
        text.lower()
        for text in [s.text for s in shipped_bank.statements]
        + [h.text for h in shipped_bank.headlines]
        + [rule.why for scheme in shipped_bank.schemes for rule in scheme.rules]
    ]

    assert not [t for t in said if "you are compliant" in t or "is approved" in t]


def test_dates_stand_in_milestones_and_not_in_summary_sentences(shipped_bank):
    told = (*shipped_bank.statements, *shipped_bank.headlines, *shipped_bank.support)

    assert [each for each in told if re.search(r"\b20\d\d\b", each.text)] == []


def test_every_example_fits_the_shipped_bank(shipped_bank):
    assert len(shipped_examples(shipped_bank)) == len(list(FOLDER.glob("*.yaml"))) == 5


def test_an_example_that_no_longer_fits_the_bank_is_left_out(shipped_bank):
    first, *rest = shipped_bank.sections
    without_country = replace(first, questions=first.questions[1:])
    bank = replace(shipped_bank, sections=(without_country, *rest))

    assert shipped_examples(bank) == []
