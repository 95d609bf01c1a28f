from copy import deepcopy

import pytest

from compliance.bankfile import bank_of, logic_fingerprint
from compliance.domain.changes import changes_between
from compliance.domain.numbering import level_of, next_number
from tests.factories import (
    make_document,
    make_duty,
    make_question,
    make_rule,
    make_scheme,
)


def document():
    scheme = make_scheme("class", [make_rule("II", {"risky": "yes"})], otherwise="I")
    questions = [make_question("risky"), make_question("kind", "choice", choices="ab")]
    case = {
        "slug": "risky-thing",
        "title": "A risky thing is class II",
        "source": "Act Art. 1",
        "answers": {"risky": "yes"},
        "expect": {"class": "II"},
    }
    return make_document(
        questions,
        [scheme],
        [make_duty("apply", {"class": "II"})],
        headlines=[{"text": "Class {class}"}],
        reference_cases=[case],
    )


def changes(edit):
    """What an edit of the document comes to."""
    later = deepcopy(document())
    edit(later)
    return changes_between(bank_of(document()), bank_of(later))


def level(edit):
    later = deepcopy(document())
    edit(later)
    before, after = bank_of(document()), bank_of(later)
    return level_of(
        before, after, logic_fingerprint(before) == logic_fingerprint(after)
    )


def question(of, number=0):
    return of["sections"][0]["questions"][number]


def reword(of):
    question(of)["text"] = "Is it risky?"


def remove_a_choice(of):
    question(of, 1)["choices"] = [
        {"slug": "a", "label": "A"},
        {"slug": "c", "label": "C"},
    ]


def add_a_choice(of):
    question(of, 1)["choices"].append({"slug": "c", "label": "C"})


def change_the_meaning(of):
    question(of)["meaning"] = "2"


def move_a_date(of):
    of["milestones"][0]["date"] = "2028-08-02"


def change_a_condition(of):
    of["schemes"][0]["rules"][0]["when"] = {"risky": "yes", "kind": "a"}


def add_a_question(of):
    of["sections"][0]["questions"].append(make_question("third"))


def remove_a_question(of):
    of["sections"][0]["questions"].pop()


def turn_the_questions_round(of):
    of["sections"][0]["questions"].reverse()


def test_equal_banks_have_no_changes():
    assert changes(lambda of: None) == ()


def test_a_reworded_question_is_told_with_both_texts():
    (change,) = changes(reword)

    assert change.sort == "changed"
    assert change.fields[0].label == "Question"
    assert change.fields[0].before == ("risky?",)
    assert change.fields[0].after == ("Is it risky?",)
    assert change.effects == ("wording",)


def test_a_moved_date_says_so():
    (change,) = changes(move_a_date)

    assert change.title == "Start, 2 August 2028"
    assert change.effects == ("dates",)


def test_a_changed_condition_is_told_as_a_sentence():
    (change,) = changes(change_a_condition)

    assert change.fields[0].after == (
        "the answer to “risky?” is “Yes”, and the answer to “kind?” is “A”",
    )
    assert change.effects == ("verdicts",)


def test_an_added_and_a_removed_question_are_told():
    added, removed = changes(add_a_question)[0], changes(remove_a_question)[0]

    assert (added.sort, added.title) == ("added", "third?")
    assert (removed.sort, removed.title) == ("removed", "kind?")


def test_a_reworded_headline_is_no_removal():
    def edit(of):
        of["headlines"][0]["text"] = "It is {class}"

    assert [change.sort for change in changes(edit)] == ["changed"]


def test_another_order_of_questions_is_told_once():
    (change,) = changes(turn_the_questions_round)

    assert change.kind == "section"
    assert change.fields[0].label == "Order of questions"
    assert change.effects == ("asked",)


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (reword, "patch"),
        (add_a_question, "minor"),
        (add_a_choice, "minor"),
        (move_a_date, "minor"),
        (change_a_condition, "minor"),
        (turn_the_questions_round, "minor"),
        (remove_a_question, "major"),
        (remove_a_choice, "major"),
        (change_the_meaning, "major"),
    ],
)
def test_the_level_follows_from_the_change(edit, expected):
    assert level(edit) == expected


@pytest.mark.parametrize(
    ("level", "number"),
    [("patch", "1.4.3"), ("minor", "1.5.0"), ("major", "2.0.0")],
)
def test_the_next_number_follows_from_the_level(level, number):
    assert next_number("1.4.2", level) == number
