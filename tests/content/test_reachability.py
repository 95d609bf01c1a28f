"""Nothing in the shipped bank is idle: each duty binds somebody and spares somebody."""

import pytest

from assessments.examples import shipped_examples
from compliance.domain.determination import determine
from tests.reference import BANK, determined


@pytest.fixture(scope="module")
def outcomes():
    """Duty slug → whether it applied, over reference cases and examples."""
    determinations = [
        *(determined(case) for case in BANK.reference_cases),
        *(determine(BANK, example.answers) for example in shipped_examples(BANK)),
    ]
    return {
        slug: {each.duties[slug].truth for each in determinations} for slug in BANK.duty
    }


def test_every_duty_binds_in_a_case_and_spares_in_another(outcomes):
    idle = {slug: seen for slug, seen in outcomes.items() if not {True, False} <= seen}

    assert idle == {}


def test_every_measure_is_asked_for_in_a_case(outcomes):
    asked = {
        measure
        for slug, seen in outcomes.items()
        for measure in BANK.duty[slug].measures
        if True in seen
    }

    assert asked == set(BANK.measure)
