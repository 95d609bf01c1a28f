"""A proposal beside the law: what it replaces, and what it may never do."""

import pytest

from compliance.bankfile import BankFileError, bank_of, document_of, dump, load_text
from compliance.domain.determination import determine
from compliance.domain.proposal import under_proposal
from tests.factories import (
    make_answers,
    make_document,
    make_duty,
    make_question,
    make_rule,
    make_scheme,
)


def make_proposal(replaced, **more):
    change = {"scheme": "class", "replaced": replaced} | more.pop("change", {})
    proposal = {
        "slug": "milder",
        "title": "Milder classes",
        "status_text": "Not law.",
        "text": "Only the class is looked at.",
        "source": "act-1",
        "changes": [change],
    }
    return proposal | more


def milder_rule(value="I", **more):
    rule = make_rule(value, {"risky": "yes"}, basis="proposal")
    return rule | {"slug": f"milder-{value}"} | more


def document(replaced=None, **more):
    scheme = make_scheme("class", [make_rule("II", {"risky": "yes"})], otherwise="I")
    duty = make_duty("apply", {"class": "II"})
    if replaced is None:
        replaced = [{"rule": "class-0-II", "by": [milder_rule()]}]
    proposal = make_proposal(replaced, **more)
    questions = [make_question("risky")]
    return make_document(questions, [scheme], [duty], proposals=[proposal])


def values(bank):
    return determine(bank, make_answers(risky="yes")).findings["class"].values


def faults(source):
    with pytest.raises(BankFileError) as refusal:
        bank_of(source)
    return str(refusal.value)


def test_the_proposed_rule_stands_in_the_place_of_the_one_it_replaces():
    bank = bank_of(document())

    assert values(bank) == ("II",)
    assert values(bank.proposed["milder"]) == ("I",)


def test_a_rule_that_nothing_replaces_falls():
    bank = bank_of(document([{"rule": "class-0-II"}]))

    assert bank.proposed["milder"].scheme["class"].rules == ()
    assert values(bank.proposed["milder"]) == ("I",)


def test_duties_follow_the_proposed_verdict():
    bank = bank_of(document())
    answers = make_answers(risky="yes")

    assert determine(bank, answers).duties["apply"].truth is True
    assert determine(bank.proposed["milder"], answers).duties["apply"].truth is False


def test_a_proposal_may_bring_a_value_of_its_own():
    rule = milder_rule("Ib")
    value = {"slug": "Ib", "title": "Class Ib"}
    bank = bank_of(
        document([{"rule": "class-0-II", "by": [rule]}], change={"values": [value]})
    )

    assert values(bank.proposed["milder"]) == ("Ib",)
    assert "Ib" not in bank.scheme["class"].titles


def test_the_bank_itself_stays_as_it_is():
    bank = bank_of(document())
    before = document_of(bank)

    under_proposal(bank, bank.proposals[0])

    assert document_of(bank) == before
    assert bank.proposed["milder"].proposals == ()


def test_a_bank_with_a_proposal_survives_its_document_and_one_single_file():
    bank = bank_of(document())

    assert bank_of(document_of(bank)) == bank
    assert load_text(dump(bank)) == bank


def test_a_proposed_rule_that_passes_for_law_is_refused():
    replaced = [{"rule": "class-0-II", "by": [milder_rule(basis="law")]}]

    assert 'its basis is "law", as if it were law' in faults(document(replaced))


def test_a_rule_of_the_bank_that_rests_on_a_proposal_is_refused():
    broken = document()
    broken["schemes"][0]["rules"][0]["basis"] = "proposal"

    assert "a proposal is not law" in faults(broken)


def test_replacing_a_rule_that_does_not_exist_is_refused_with_the_nearest():
    assert 'no rule "class-0-I". Did you mean "class-0-II"?' in faults(
        document([{"rule": "class-0-I", "by": [milder_rule()]}])
    )


def test_replacing_a_rule_twice_is_refused():
    twice = [{"rule": "class-0-II", "by": [milder_rule()]}, {"rule": "class-0-II"}]

    assert 'rule "class-0-II" is replaced 2 times' in faults(document(twice))


def test_a_scheme_or_source_that_does_not_exist_is_refused():
    assert 'no scheme "clas"' in faults(document(change={"scheme": "clas"}))
    assert 'no provision "act-9"' in faults(document(source="act-9"))


def test_a_proposal_without_a_change_is_refused():
    assert "it changes nothing" in faults(document(changes=[]))


def test_a_proposal_that_stands_twice_is_refused():
    broken = document()
    broken["proposals"] *= 2

    assert "it stands 2 times" in faults(broken)


def test_a_proposed_rule_is_checked_as_strictly_as_a_rule_of_the_law():
    def refused(**more):
        return faults(document([{"rule": "class-0-II", "by": [milder_rule(**more)]}]))

    assert 'no question or scheme "risk"' in refused(when={"risk": "yes"})
    assert 'no value "III"' in refused(value="III")
    assert "it cites no provision" in refused(provisions=[])
    assert 'unknown key "wen"' in refused(wen="x")
