from compliance.domain.reach import unreached
from tests.factories import make_bank, make_question, make_rule, make_scheme


def bank_with(rules, questions=None):
    questions = questions or [
        make_question("risky"),
        make_question("parts", "choices", choices=["lens", "laser", "chip"]),
    ]
    return make_bank(questions, [make_scheme("class", rules, otherwise="I")])


def test_rules_that_some_answers_make_hold_are_reached():
    rules = [
        make_rule("III", {"risky": "yes", "parts": "laser"}),
        make_rule("II", {"any": [{"risky": "yes"}, {"not": {"parts": "chip"}}]}),
    ]

    assert unreached(bank_with(rules)).rules == ()


def test_a_rule_that_contradicts_itself_is_not_reached():
    rules = [make_rule("III", {"all": [{"risky": "yes"}, {"risky": "no"}]})]

    assert unreached(bank_with(rules)).rules == ("class-0-III",)


def test_a_rule_behind_one_that_always_holds_first_is_not_reached():
    rules = [
        make_rule("III", {"risky": "yes"}),
        make_rule("II", {"risky": "yes", "parts": "lens"}),
    ]

    assert unreached(bank_with(rules)).rules == ("class-1-II",)


def test_a_question_that_hangs_on_a_verdict_far_back_is_reached():
    questions = [
        make_question("first"),
        make_question("second", asked_when={"first": "no"}),
        make_question("third", asked_when={"class": "II"}),
    ]
    rules = [make_rule("II", {"second": "yes"})]

    assert unreached(bank_with(rules, questions)).questions == ()


def test_a_question_whose_gate_never_opens_is_not_reached():
    questions = [
        make_question("first"),
        make_question("second", asked_when={"first": "no"}),
        make_question(
            "third", asked_when={"all": [{"second": "yes"}, {"first": "yes"}]}
        ),
    ]
    rules = [make_rule("II", {"first": "yes"})]

    assert unreached(bank_with(rules, questions)).questions == ("third",)


def test_a_test_of_a_date_is_reached_from_both_sides():
    questions = [make_question("sold-since", "date")]
    rules = [
        make_rule("III", {"sold-since": {"before": "start"}}),
        make_rule("II", {"not": {"sold-since": {"before": "start"}}}),
    ]

    assert unreached(bank_with(rules, questions)).rules == ()
