"""The law as readable cases: each scenario's name is a sentence of law."""

import pytest

from compliance.answersfile import check_answer
from compliance.domain.outcomes import answers_of, mismatches
from tests.reference import BANK, SCENARIOS, determined


@pytest.mark.parametrize("scenario", SCENARIOS, ids=[s.title for s in SCENARIOS])
def test_scenario(scenario):
    assert mismatches(scenario, determined(scenario)) == ()


@pytest.mark.parametrize(
    "case", BANK.reference_cases, ids=[c.slug for c in BANK.reference_cases]
)
def test_the_answers_of_a_case_could_be_given_on_the_page(case):
    for slug, answer in answers_of(case).items():
        if slug in BANK.questions:
            check_answer(BANK.questions[slug], answer)


def test_every_scenario_expects_something():
    silent = [
        scenario.slug
        for scenario in SCENARIOS
        if not any(
            getattr(scenario, name)
            for name in ("expect", "holds", "possible", "duties", "open_questions")
        )
    ]

    assert silent == []


def test_every_rule_is_met_in_a_scenario_not_met_in_another_and_open_in_a_third():
    seen = {rule.slug: set() for scheme in BANK.schemes for rule in scheme.rules}
    for scenario in SCENARIOS:
        for finding in determined(scenario).findings.values():
            for reason in finding.reasons:
                seen.setdefault(reason.rule.slug, set()).add(reason.outcome)

    lacking = {
        slug: sorted({"met", "not-met", "open"} - outcomes)
        for slug, outcomes in seen.items()
        if not {"met", "not-met", "open"} <= outcomes
        and slug not in {s.otherwise.slug for s in BANK.schemes if s.otherwise}
    }
    assert lacking == {}
