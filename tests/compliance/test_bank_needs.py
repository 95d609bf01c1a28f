"""What the answers ask for: `services` and `trl` in a bank's files."""

import pytest

from compliance.bankfile import BankFileError, bank_of, document_of, dump, load_text
from compliance.domain.bank import Maturity, Need
from compliance.domain.checks import unused_questions
from compliance.domain.conditions import Is
from tests.factories import make_document, make_question

NEEDS = {
    "services": [{"slug": "compute", "when": {"wants-compute": "yes"}}],
    "trl": [{"trl": "6", "when": {"maturity": "tried"}}],
}


def document(**more):
    questions = [
        make_question("wants-compute", required="no"),
        make_question("maturity", "choice", choices=["idea", "tried"]),
    ]
    return make_document(questions) | NEEDS | more


def faults(source):
    with pytest.raises(BankFileError) as refusal:
        bank_of(source)
    return str(refusal.value)


def test_needs_and_levels_are_read_with_their_conditions():
    bank = bank_of(document())

    assert bank.services == (Need("compute", Is("wants-compute", ("yes",))),)
    assert bank.trl == (Maturity("6", Is("maturity", ("tried",))),)


def test_a_bank_with_needs_survives_its_document_and_one_single_file():
    bank = bank_of(document())

    assert bank_of(document_of(bank)) == bank
    assert load_text(dump(bank)) == bank


def test_a_question_that_only_a_need_or_a_level_reads_is_used():
    assert unused_questions(bank_of(document())) == []
    assert unused_questions(bank_of(document(services=[], trl=[]))) == [
        "wants-compute",
        "maturity",
    ]


def test_a_service_that_the_directory_does_not_know_is_refused():
    broken = [{"slug": "computing", "when": {"wants-compute": "yes"}}]

    assert 'services[1]: no service "computing"' in faults(document(services=broken))


@pytest.mark.parametrize("level", ["0", "10", "six"])
def test_a_level_outside_one_to_nine_is_refused(level):
    broken = [{"trl": level, "when": {"maturity": "tried"}}]

    assert f'trl[1]: "{level}" is not a TRL' in faults(document(trl=broken))


def test_a_need_that_tests_nothing_known_is_refused():
    broken = [{"slug": "compute", "when": {"wants": "yes"}}]

    assert 'no question or scheme "wants"' in faults(document(services=broken))


def test_an_unknown_key_of_a_need_is_refused():
    broken = [{"slug": "compute", "if": {"wants-compute": "yes"}}]

    assert 'unknown key "if"' in faults(document(services=broken))
