import pytest

from compliance.bankfile import (
    BankFileError,
    bank_of,
    document_of,
    fingerprint,
    load,
    load_text,
)
from compliance.publishing import SHIPPED
from tests.factories import (
    make_bank,
    make_document,
    make_duty,
    make_question,
    make_rule,
    make_scheme,
)


def faults(document):
    with pytest.raises(BankFileError) as refusal:
        bank_of(document)
    return str(refusal.value)


def document(**more):
    scheme = make_scheme("class", [make_rule("II", {"risky": "yes"})], otherwise="I")
    duty = make_duty("apply", {"class": "II"})
    return make_document([make_question("risky")], [scheme], [duty]) | more


def test_a_sound_document_has_no_faults():
    assert bank_of(document()).title == "Small bank"


def test_an_unknown_key_is_named_with_the_nearest_right_one():
    assert 'unknown key "titel". Did you mean `title`?' in faults(document(titel="x"))


def test_a_missing_key_is_named():
    broken = document()
    del broken["duties"][0]["gravity"]

    assert "`gravity` is missing" in faults(broken)


def test_a_condition_about_nothing_is_named():
    broken = document()
    broken["schemes"][0]["rules"][0]["when"] = {"risk": "yes"}

    assert 'no question or scheme "risk". Did you mean "risky"?' in faults(broken)


def test_a_value_that_the_question_does_not_offer_is_named():
    broken = document()
    broken["schemes"][0]["rules"][0]["when"] = {"risky": "maybe"}

    assert 'no value of risky "maybe"' in faults(broken)


def test_a_scheme_without_otherwise_is_refused():
    broken = document()
    del broken["schemes"][0]["otherwise"]

    assert "it has no `otherwise`" in faults(broken)


def test_a_rule_without_citation_is_refused():
    broken = document()
    broken["schemes"][0]["rules"][0]["provisions"] = []

    assert "it cites no provision" in faults(broken)


def test_a_dangling_citation_is_refused():
    broken = document()
    broken["duties"][0]["provisions"] = ["act-2"]

    assert 'no provision "act-2". Did you mean "act-1"?' in faults(broken)


def test_a_duty_without_measure_is_refused():
    broken = document()
    broken["duties"][0]["measures"] = []

    assert "no measure meets it" in faults(broken)


def test_a_milestone_that_is_no_date_is_refused():
    broken = document()
    broken["milestones"][0]["date"] = "2 December"

    assert '"2 December" is not a date' in faults(broken)


def test_a_slug_that_stands_twice_is_refused():
    broken = document()
    broken["measures"].append(broken["measures"][0])

    assert "the slug stands 2 times" in faults(broken)


def test_a_question_that_stands_twice_is_refused():
    broken = document()
    questions = broken["sections"][0]["questions"]
    questions.append(dict(questions[0]))

    assert "the slug stands 2 times" in faults(broken)


def test_a_gate_that_looks_ahead_is_refused():
    questions = [
        make_question("first", asked_when={"second": "yes"}),
        make_question("second"),
    ]

    assert 'it looks ahead to "second"' in faults(make_document(questions))


def test_a_gate_that_looks_ahead_through_a_scheme_is_refused():
    questions = [
        make_question("first", asked_when={"class": "II"}),
        make_question("second"),
    ]
    scheme = make_scheme("class", [make_rule("II", {"second": "yes"})], otherwise="I")

    assert 'it looks ahead to "second"' in faults(make_document(questions, [scheme]))


def test_schemes_in_a_circle_are_refused():
    one = make_scheme("one", [make_rule("a", {"two": "b"})], otherwise="c")
    two = make_scheme("two", [make_rule("b", {"one": "a"})], otherwise="c")

    assert "a circle: one → two → one" in faults(make_document([], [one, two]))


def refused(text):
    with pytest.raises(BankFileError) as refusal:
        load_text(text, "bank.yaml")
    return str(refusal.value)


def test_a_key_that_stands_twice_is_told_with_its_line():
    said = refused("title: One\nslug: two\ntitle: Three\n")

    assert 'bank.yaml:3: key "title": it stands twice' in said


def test_aliases_are_refused():
    assert "aliases are not allowed" in refused("a: &x [1]\nb: [*x, *x]\n")


def test_broken_yaml_is_told_with_its_line():
    assert refused("title: [unclosed\nslug: x\n").startswith("bank.yaml:")


def test_a_tag_never_runs_anything():
    assert "unknown key" in refused("x: !!python/object/apply:os.system ['true']\n")


def test_very_deep_nesting_is_refused():
    assert "deeper than any bank needs" in refused("[" * 200 + "]" * 200)


def test_yes_and_no_stay_words():
    bank = make_bank([make_question("a"), make_question("b", asked_when={"a": "no"})])

    assert document_of(bank)["sections"][0]["questions"][1]["asked_when"] == {"a": "no"}


def test_the_hash_covers_meaning_and_texts_but_not_number_and_changelog():
    one = fingerprint(document())

    assert one == fingerprint(document(number="2.0.0", changelog="Other."))
    assert one != fingerprint(document(title="Another title"))


def test_a_folder_that_lists_a_missing_section_is_refused(tmp_path):
    (tmp_path / "bank.yaml").write_text("sections: [lost]\n")

    with pytest.raises(BankFileError, match=r"Write sections/lost.yaml"):
        load(tmp_path)


def test_the_shipped_bank_round_trips_through_its_document():
    bank = load(SHIPPED)

    assert bank_of(document_of(bank)) == bank
