"""Real products with a published outcome: what their answers come to."""

from statistics import median

import pytest

from compliance.domain.outcomes import mismatches
from compliance.domain.reference_cases import STRICT, TOLERANT
from tests.reference import BANK, PRODUCTS, determined

CLASSES = ["I", "Is", "Im", "Ir", "IIa", "IIb", "III"]
STEP = {"I": 0, "Is": 0, "Im": 0, "Ir": 0, "IIa": 1, "IIb": 2, "III": 3}
# How many of the products given to us have a clear outcome, and a doubted one.
GIVEN = {STRICT: 83, TOLERANT: 44, "unscored": 6}


def scored(scoring):
    return [case for case in PRODUCTS if case.scoring == scoring]


def is_one_class_off(case):
    """The derived MDR class is the neighbour of the one that the source says."""
    said = set(case.source_says.mapping.get("mdr-class", ())) & set(CLASSES)
    got = set(determined(case).findings["mdr-class"].values)
    return any(abs(STEP[a] - STEP[b]) == 1 for a in said for b in got)


@pytest.mark.parametrize("case", PRODUCTS, ids=[case.slug for case in PRODUCTS])
def test_a_product_comes_out_as_its_case_expects(case):
    assert mismatches(case, determined(case)) == ()


@pytest.mark.parametrize("scoring", GIVEN)
def test_no_product_given_to_us_was_dropped_or_scored_otherwise(scoring):
    assert len(scored(scoring)) == GIVEN[scoring]


def test_no_clear_outcome_is_read_otherwise():
    assert [case.slug for case in scored(STRICT) if case.differs] == []


def test_every_scored_product_expects_a_regime_a_class_or_a_risk():
    decisive = {"device-regime", "mdr-class", "ivdr-class", "ai-risk", "ai-system"}
    silent = [
        case.slug
        for case in (*scored(STRICT), *scored(TOLERANT))
        if not decisive
        & {
            *case.expect.mapping,
            *case.any_of.mapping,
            *case.holds.mapping,
            *case.excludes.mapping,
        }
    ]

    assert silent == []


def test_whoever_reads_a_case_otherwise_says_why():
    silent = [case.slug for case in PRODUCTS if case.source_says and not case.differs]

    assert silent == []


def counts(scoring):
    """Cases of a scoring: how many, how many as published, how many one class off."""
    cases = scored(scoring)
    other = [case for case in cases if case.differs]
    beside = sum(map(is_one_class_off, other))
    return len(cases), len(cases) - len(other), beside


def test_the_method_page_tells_the_true_number_of_cases_passed():
    strict, right, _ = counts(STRICT)
    tolerant, matched, beside = counts(TOLERANT)
    told = " ".join(BANK.cases)

    assert f"{len(PRODUCTS)} real products" in told
    assert f"Of the {strict} whose outcome is clear, {right} come out" in told
    assert f"Of the {tolerant} where" in told
    assert f"{matched} come out as published and {beside} one class beside it" in told
    assert f"{tolerant - matched - beside} we read otherwise" in told


def questions_until_the_verdict(case):
    """How many required questions are asked until the whole chain is decided."""
    found = determined(case)
    chain = [scheme for step in BANK.trail for scheme in step.schemes]
    path = [question.slug for question in found.path if question.required]
    last = [path.index(slug) for slug in found.questions_behind(chain) if slug in path]
    return max(last, default=0) + 1


def test_the_median_case_reaches_its_verdict_within_thirty_questions():
    assert median(map(questions_until_the_verdict, PRODUCTS)) <= 30
