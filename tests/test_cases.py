"""The reference cases: what the answers to real products come to."""

import pytest

from compliance.bankfile import load
from compliance.publishing import SHIPPED
from tests.reference import (
    determine_case,
    is_one_class_off,
    mismatches,
    read_cases,
    read_encoded,
)

ENCODED = read_encoded()
CASES = [case for case in read_cases() if case["id"] in ENCODED]


@pytest.fixture(scope="module")
def bank():
    return load(SHIPPED)


def cases_scored(scoring):
    return [pytest.param(c, id=c["id"]) for c in CASES if c["scoring"] == scoring]


@pytest.mark.parametrize("case", cases_scored("strict"))
def test_a_strict_case_comes_out_as_published(bank, case):
    assert mismatches(case, determine_case(bank, case, ENCODED[case["id"]])) == []


@pytest.mark.parametrize("case", cases_scored("tolerant"))
def test_a_tolerant_case_is_at_most_one_class_off(bank, case):
    determination = determine_case(bank, case, ENCODED[case["id"]])
    wrong = mismatches(case, determination)

    assert wrong == [] or is_one_class_off(case, determination)


def test_every_stratum_is_encoded():
    strata = {case["stratum"] for case in read_cases()}

    assert strata == {case["stratum"] for case in CASES}
    assert len(CASES) >= 45
