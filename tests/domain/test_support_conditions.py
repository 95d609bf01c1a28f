"""The condition of an entry: met, not met and read aloud, or open."""

from compliance.domain.conditions import Any, Before, Is, Not, parse
from compliance.domain.logic import One, Several
from compliance.domain.support import FITS, LATER, NO, fit
from tests.domain.support_parts import make_entry, make_profile
from tests.factories import make_bank, walk_document


def on_condition(plain, **profile):
    entry = make_entry("x", eligible_when=parse(plain))
    return fit(entry, make_profile(**profile))


def test_a_condition_on_the_profile_that_is_met_lets_an_entry_fit():
    met = {"country": ["PT", "ES"], "size": "small", "trl": ["6", "7"]}

    assert on_condition(met, size="small", trl=6).verdict == FITS


def test_a_condition_that_is_not_met_is_read_aloud():
    found = on_condition({"country": ["ES", "FR"], "size": "small"}, size="small")

    assert found.verdict == NO
    assert found.because == (
        "Only where you are based in Spain or France; your answers say otherwise",
    )


def test_a_condition_that_is_open_makes_an_entry_fit_later():
    found = on_condition({"trl": ["6", "7", "8"], "size": ["micro", "small"]})

    assert found.verdict == LATER
    assert found.because == (
        "Only if you are at TRL 6, 7 or 8, and your organisation is micro or small",
    )


def test_what_the_bank_of_an_assessment_does_not_know_counts_as_open():
    found = on_condition({"owns-a-laboratory": "yes"})

    assert found.verdict == LATER
    assert found.because == ("Only if owns-a-laboratory is yes",)


def test_a_day_of_the_law_that_the_bank_does_not_know_leaves_a_condition_open():
    entry = make_entry("x", eligible_when=Before("since", "some-day"))

    assert fit(entry, make_profile()).verdict == LATER


def test_a_condition_reads_questions_and_schemes_in_the_words_of_the_bank():
    bank = make_bank(**walk_document())
    profile = {"bank": bank, "subjects": {"class": One(frozenset({"III"}))}}
    found = on_condition({"class": "I"}, **profile)

    assert found.because == ("Only where Class is I; your answers say otherwise",)


def test_a_scheme_of_labels_is_read_as_labels():
    roles = Several(frozenset({"provider"}), frozenset({"provider", "deployer"}))
    entry = make_entry("x", eligible_when=Not(Is("role", ("importer",))))
    either = make_entry("y", eligible_when=Any((Is("role", ("deployer",)),)))
    profile = make_profile(subjects={"role": roles})

    assert fit(entry, profile).verdict == FITS
    assert fit(either, profile).verdict == LATER
