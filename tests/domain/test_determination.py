from compliance.domain.determination import determine
from tests.factories import (
    determined,
    make_bank,
    make_duty,
    make_question,
    make_rule,
    make_scheme,
)

CLASSES = make_scheme(
    "class",
    [
        make_rule("III", {"harm": "death"}),
        make_rule("IIb", {"harm": "serious"}),
        make_rule("IIa", {"decides": "yes"}),
    ],
    otherwise="I",
)
BODY = make_scheme(
    "body",
    [make_rule("required", {"class": ["IIa", "IIb", "III"]})],
    otherwise="not-required",
)
HARM = make_question("harm", "choice", choices=["death", "serious", "none"])


def device_bank():
    return make_bank(
        [make_question("decides"), HARM],
        [CLASSES, BODY],
        [make_duty("apply", {"body": "required"})],
    )


def test_nothing_is_settled_by_silence():
    determination = determined(device_bank())

    assert determination.findings["class"].possible == ("III", "IIb", "IIa", "I")
    assert not determination.findings["body"].settled


def test_the_strictest_rule_that_is_met_ends_the_walk():
    determination = determined(device_bank(), harm="death", decides="yes")

    assert determination.findings["class"].values == ("III",)


def test_otherwise_holds_only_when_every_rule_is_ruled_out():
    determination = determined(device_bank(), harm="none", decides="no")

    assert determination.findings["class"].values == ("I",)
    assert determination.findings["body"].values == ("not-required",)


def test_a_body_is_needed_whichever_of_two_open_classes_it_is():
    determination = determined(device_bank(), decides="yes")

    assert determination.findings["class"].possible == ("III", "IIb", "IIa")
    assert determination.findings["body"].values == ("required",)


def test_an_unsure_answer_leaves_the_class_open_and_is_asked_for():
    determination = determined(device_bank(), decides="yes", harm="unsure")

    assert [each.slug for each in determination.open_questions] == ["harm"]
    assert determination.settles_with(["class"]) == ("harm",)


def test_a_verdict_names_the_answers_that_settled_it():
    determination = determined(device_bank(), decides="yes", harm="none")
    met = determination.findings["class"].telling[0]

    assert met.rule.value == "IIa"
    assert determination.questions_behind(met.because) == ("decides",)


def test_a_duty_that_hangs_on_an_open_verdict_is_open():
    assert determined(device_bank()).duties["apply"].truth is None


def test_a_duty_applies_from_its_milestone():
    duty = determined(device_bank(), decides="yes").duties["apply"]

    assert duty.truth is True
    assert duty.milestones == ("start",)


def test_a_stored_answer_behind_a_closed_gate_does_not_count():
    bank = make_bank(
        [
            make_question("software"),
            make_question("learns", asked_when={"software": "yes"}),
        ],
        [make_scheme("ai", [make_rule("yes", {"learns": "yes"})], otherwise="no")],
    )

    assert determined(bank, software="no", learns="yes").findings["ai"].values == (
        "no",
    )


def test_a_stored_answer_behind_an_open_gate_is_one_possibility():
    bank = make_bank(
        [
            make_question("software"),
            make_question("learns", asked_when={"software": "yes"}),
        ],
        [make_scheme("ai", [make_rule("yes", {"learns": "yes"})], otherwise="no")],
    )
    determination = determined(bank, software="unsure", learns="yes")

    assert determination.findings["ai"].possible == ("yes", "no")
    assert determination.settles_with(["ai"]) == ("software",)


def test_ticked_choices_are_certain_and_the_rest_is_ruled_out():
    determination = determined(uses_bank(), uses=["hiring"])

    assert determination.findings["risk"].values == ("high",)


def test_a_tick_beside_i_dont_know_leaves_the_rest_open():
    determination = determined(uses_bank(), uses=["chat", "unsure"])

    assert determination.findings["risk"].values == ("transparency",)
    assert determination.findings["risk"].possible == ("high", "transparency")


def test_none_of_these_lets_the_otherwise_label_hold():
    determination = determined(uses_bank(), uses=["none"])

    assert determination.findings["risk"].values == ("minimal",)


def test_the_otherwise_label_never_holds_while_another_may():
    determination = determined(uses_bank())

    assert determination.findings["risk"].values == ()
    assert "minimal" in determination.findings["risk"].possible


def uses_bank():
    none = {"slug": "none", "label": "None of these", "exclusive": "yes"}
    return make_bank(
        [make_question("uses", "choices", choices=["hiring", "chat", none])],
        [
            make_scheme(
                "risk",
                [
                    make_rule("high", {"uses": "hiring"}),
                    make_rule("transparency", {"uses": "chat"}),
                ],
                otherwise="minimal",
                kind="labels",
            )
        ],
    )


def test_a_scheme_that_is_not_decided_has_no_value():
    bank = make_bank(
        [make_question("device"), make_question("risky")],
        [
            make_scheme(
                "class",
                [make_rule("II", {"risky": "yes"})],
                otherwise="I",
                decided_when={"device": "yes"},
            )
        ],
    )
    finding = determined(bank, device="no", risky="yes").findings["class"]

    assert finding.applies is False
    assert finding.values == ()


def test_a_disputed_rule_marks_every_verdict_that_rests_on_it():
    reading = {"also": ["II"], "text": "Some read it otherwise."}
    bank = make_bank(
        [make_question("coaching")],
        [
            make_scheme(
                "class",
                [
                    make_rule("II", {"coaching": "no"}),
                    make_rule("I", {"coaching": "yes"}, disputed=reading),
                ],
                otherwise="II",
            ),
            make_scheme(
                "body", [make_rule("required", {"class": "II"})], otherwise="free"
            ),
        ],
    )
    determination = determined(bank, coaching="yes")

    assert determination.disputed["class"] == ("class",)
    assert determination.disputed["body"] == ("class",)


def test_an_assumed_value_shows_what_would_follow():
    assumed = determine(device_bank(), {}, assume={"class": "I"})

    assert assumed.findings["body"].values == ("not-required",)


def test_a_date_is_compared_with_a_milestone():
    bank = make_bank(
        [make_question("since", "date")],
        [
            make_scheme(
                "legacy",
                [make_rule("yes", {"since": {"before": "start"}})],
                otherwise="no",
            )
        ],
    )

    assert determined(bank, since="2026-01-31").findings["legacy"].values == ("yes",)
    assert determined(bank, since="2028-01-31").findings["legacy"].values == ("no",)
    assert not determined(bank).findings["legacy"].settled
