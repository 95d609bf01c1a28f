"""What changed between two reports, and whether you, the law or the day did it."""

import json
from dataclasses import replace
from datetime import date

import pytest

from assessments.comparison import Side, changes_since, compare
from assessments.comparison.sides import frozen_answers
from assessments.dossier import Case, build_dossier
from tests.factories import (
    make_answers,
    make_bank,
    make_duty,
    make_rule,
    make_scheme,
    walk_document,
)

NOW = date(2026, 11, 25)
LATER = date(2028, 1, 1)


def bank(limit="death", **more):
    """The small bank; `limit` is the harm from which its class is III."""
    document = walk_document()
    rules = [make_rule("III", {"harm": limit})]
    document["schemes"][0] = make_scheme("class", rules, otherwise="I")
    duties = [make_duty("apply", {"class": "III"})]
    return make_bank(duties=duties, **document, **more)


def case(answers, of=None, day=NOW, fingerprint="a" * 64):
    given = make_answers(country="PT", software="no", **answers)
    return Case(of or bank(), fingerprint, given, "Probe", "Ltd", day, day)


def side(of):
    """The side of a case that was issued."""
    dossier = build_dossier(of) | {"number": "WM-2026-0001", "issued": str(of.as_of)}
    return Side(json.loads(json.dumps(dossier)), of)


def changes(before, after):
    """(kind, slug) → (before, after, because)."""
    found = compare(side(before), side(after))
    return {
        (group["kind"], each["slug"]): (each["before"], each["after"], each["because"])
        for group in found["groups"]
        for each in group["changes"]
    }


def test_nothing_changed_is_said_in_one_sentence():
    told = compare(side(case({"harm": "none"})), side(case({"harm": "none"})))

    assert told["groups"] == []
    assert told["summary"] == (
        "Nothing has changed since report WM-2026-0001 of 25 November 2026."
    )


def test_a_changed_answer_is_told_with_all_that_follows_from_it():
    told = changes(case({"harm": "none"}), case({"harm": "death"}))

    assert {key: change[:2] for key, change in told.items()} == {
        ("facts", "answer:harm"): ("None", "Death"),
        ("verdicts", "class"): ("I", "III"),
        ("duties", "apply"): ("does not apply", "applies, from 2 Dec 2027"),
        ("gaps", "file"): ("not needed", "not told yet, from 2 Dec 2027"),
        ("dates", "start"): ("no date of this case", "2 Dec 2027, set by law"),
    }
    assert {change[2] for change in told.values()} == {"your answers"}


def test_a_closed_gap_is_told():
    told = changes(case({"harm": "death"}), case({"harm": "death", "file": "in-place"}))

    assert told[("facts", "measure:file")][:2] == ("nothing told", "in place")
    assert told[("gaps", "file")][1:] == ("in place", "your answers")


def test_the_law_is_told_as_the_cause_where_the_old_answers_give_the_new_verdict():
    strict = bank(limit="none", number="2.0.0")
    after = case({"harm": "none", "file": "partly"}, strict, fingerprint="b" * 64)

    told = changes(case({"harm": "none"}), after)

    assert told[("verdicts", "class")] == ("I", "III", "the law")
    assert told[("duties", "apply")][2] == "the law"
    assert told[("facts", "measure:file")][2] == "your answers and the law together"


def test_you_are_told_as_the_cause_where_the_new_answers_do_it_under_the_old_bank():
    reworded = bank(limit="death", number="2.0.0", law_note="Reworded.")
    after = case({"harm": "death"}, reworded, fingerprint="b" * 64)

    told = changes(case({"harm": "none"}), after)

    assert told[("verdicts", "class")][2] == "your answers"


def test_the_day_is_told_as_the_cause_where_something_became_due():
    before = case({"harm": "death"})
    after = case({"harm": "death", "file": "partly"}, day=LATER)

    told = changes(before, after)

    assert told[("duties", "apply")] == (
        "applies, from 2 Dec 2027", "applies, since 2 Dec 2027", "the day",
    )  # fmt: skip
    assert told[("dates", "start")][2] == "the day"
    assert told[("gaps", "file")][2] == "your answers and the day together"


def test_without_the_old_bank_the_frozen_data_alone_are_compared():
    before, after = case({"harm": "none"}), case({"harm": "death"}, day=LATER)

    told = compare(Side(side(before).dossier, None), side(after))
    (verdict,) = next(g for g in told["groups"] if g["kind"] == "verdicts")["changes"]

    assert (verdict["before"], verdict["after"]) == ("I", "III")
    assert verdict["because"] == "your answers or the day; which of them cannot be told"


def test_a_note_that_changed_is_told():
    noted = case({"harm": "none"})
    answers = noted.answers | {"harm": replace(noted.answers["harm"], note="Asked.")}

    told = changes(noted, replace(noted, answers=answers))

    assert told == {("facts", "note:harm"): ("nothing told", "Asked.", "your answers")}


def test_a_verdict_only_worded_anew_is_no_change():
    document = walk_document()
    document["schemes"][0]["values"][0]["title"] = "Class three"
    reworded = make_bank(duties=[make_duty("apply", {"class": "III"})], **document)
    after = case({"harm": "death"}, reworded, fingerprint="b" * 64)

    assert changes(case({"harm": "death"}), after) == {}


def test_the_answers_of_a_frozen_report_are_read_as_they_were_given():
    given = case({"harm": "death", "learns": "yes", "file": "partly"})

    read = frozen_answers(side(given).dossier)

    assert build_dossier(replace(given, answers=read)) == build_dossier(given)


def test_the_first_report_has_nothing_to_compare_with():
    first = case({"harm": "death"})

    assert changes_since(None, first, build_dossier(first)) is None


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"harm": "death"}, "one verdict, one duty, one measure and one date have"),
        ({"software": "yes"}, "one answer and one verdict have changed."),
    ],
)
def test_changes_are_counted_in_words(answers, said):
    after = case({"harm": "none"})
    given = after.answers | make_answers(**answers)

    told = compare(side(case({"harm": "none"})), side(replace(after, answers=given)))

    assert said in told["summary"]
