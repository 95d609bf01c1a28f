"""Nothing in the shipped bank is idle: each duty binds somebody and spares somebody."""

import pytest

from assessments.examples import shipped_examples
from compliance.domain.determination import determine
from tests.reference import determine_case, read_cases, read_encoded, read_flat
from tests.test_scenarios import SCENARIOS


@pytest.fixture(scope="module")
def outcomes(shipped_bank):
    """Duty slug → whether it applied, over scenarios, cases and examples."""
    bank, encoded = shipped_bank, read_encoded()
    determinations = [
        *(determine(bank, read_flat(bank, each["answers"])) for each in SCENARIOS),
        *(determine_case(bank, c, encoded[c["id"]]) for c in read_cases()),
        *(determine(bank, example.answers) for example in shipped_examples(bank)),
    ]
    return {
        slug: {each.duties[slug].truth for each in determinations} for slug in bank.duty
    }


def test_every_duty_binds_in_a_case_and_spares_in_another(outcomes):
    idle = {slug: seen for slug, seen in outcomes.items() if not {True, False} <= seen}

    assert idle == {}


def test_every_measure_is_asked_for_in_a_case(shipped_bank, outcomes):
    asked = {
        measure
        for slug, seen in outcomes.items()
        for measure in shipped_bank.duty[slug].measures
        if True in seen
    }

    assert asked == set(shipped_bank.measure)
