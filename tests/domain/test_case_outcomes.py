import pytest

from compliance.bankfile import BankFileError
from compliance.domain.determination import determine
from compliance.domain.outcomes import answers_of, mismatches, rebaselined
from tests.factories import make_bank, make_duty, make_question, make_rule, make_scheme


def bank_with(**case):
    given = {
        "slug": "probe",
        "title": "A probe",
        "source": "Act Art. 1",
        "answers": {"risky": "yes"},
    }
    uses = make_scheme("uses", [make_rule("care", {"risky": "yes"})])
    return make_bank(
        [make_question("risky"), make_question("sold")],
        [
            make_scheme("class", [make_rule("II", {"risky": "yes"})], otherwise="I"),
            uses,
        ],
        [make_duty("apply", {"class": "II"}), make_duty("tell", {"sold": "yes"})],
        reference_cases=[given | case],
    )


def wrong(**case):
    """What comes out otherwise than a case expects."""
    bank = bank_with(**case)
    (case,) = bank.reference_cases
    return mismatches(case, determine(bank, answers_of(case)))


@pytest.mark.parametrize(
    "expectation",
    [
        {"expect": {"class": "II"}},
        {"holds": {"uses": "care"}},
        {"any_of": {"class": ["I", "II"]}},
        {"excludes": {"class": "I"}},
        {"possible": {"class": ["II"]}},
        {"duties": {"apply": "applies", "tell": "open"}},
        {"open_questions": ["sold"]},
        {"applies_from": ["2027-12-02"]},
    ],
)
def test_what_comes_out_as_expected_is_no_mismatch(expectation):
    assert wrong(**expectation) == ()


@pytest.mark.parametrize(
    ("expectation", "found"),
    [
        ({"expect": {"class": "I"}}, ("II",)),
        ({"expect": {"class": "open"}}, ("II",)),
        ({"any_of": {"class": ["I"]}}, ("II",)),
        ({"excludes": {"class": "II"}}, ("II",)),
        ({"possible": {"class": ["I", "II"]}}, ("II",)),
        ({"duties": {"tell": "applies"}}, ("open",)),
        ({"open_questions": ["risky"]}, ()),
        ({"applies_from": ["2028-08-02"]}, ("2027-12-02",)),
    ],
)
def test_what_comes_out_otherwise_is_told_with_what_was_found(expectation, found):
    (mismatch,) = wrong(**expectation)

    assert mismatch.found == found


def rebaseline(**case):
    bank = bank_with(**case)
    (case,) = bank.reference_cases
    found = determine(bank, answers_of(case))
    fresh = rebaselined(case, found, "The rule was read anew.")
    return fresh, mismatches(fresh, found)


def test_a_rebaselined_case_passes_and_says_why():
    fresh, left = rebaseline(expect={"class": "I"}, duties={"tell": "applies"})

    assert left == ()
    assert fresh.expect.mapping == {"class": ("II",)}
    assert fresh.duties.mapping == {"tell": ("open",)}
    assert fresh.differs == "The rule was read anew."


def test_what_a_published_source_says_is_kept_beside_the_new_baseline():
    fresh, _ = rebaseline(expect={"class": "I"}, scoring="strict")

    assert fresh.source_says.mapping == {"class": ("I",)}


@pytest.mark.parametrize(
    ("broken", "told"),
    [
        ({"answers": {"risk": "yes"}}, 'no question "risk"'),
        ({"answers": {"risky": "perhaps"}}, 'no choice of risky "perhaps"'),
        ({"expect": {"clas": "II"}}, 'no scheme "clas". Did you mean "class"?'),
        ({"expect": {"class": "IV"}}, 'no value of class "IV"'),
        ({"duties": {"apply": "maybe"}}, 'no outcome "maybe"'),
        ({"open_questions": ["nothing"]}, 'no question "nothing"'),
        ({"source": ""}, "the text is missing"),
        ({"scoring": "lenient"}, 'unknown word "lenient"'),
    ],
)
def test_a_case_about_what_the_bank_does_not_know_is_refused(broken, told):
    with pytest.raises(BankFileError) as refusal:
        bank_with(**broken)

    assert told in str(refusal.value)
