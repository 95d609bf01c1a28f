"""What a report rests on although its legal review is overdue stands in it."""

from datetime import date
from io import BytesIO

import docx
import pytest

from assessments.dossier import Case, build_dossier
from assessments.exports.word import render_word
from assessments.printing import render_html
from tests.assessments.issued import as_issued, extras_for
from tests.factories import (
    make_answers,
    make_bank,
    make_duty,
    make_measure,
    make_question,
    make_rule,
    make_scheme,
)

LATE = {"review": {"role": "regulatory lead", "on": "2025-03-01", "due": "2026-03-01"}}
SAID = "last reviewed by regulatory lead on 1 March 2025, due again on 1 March 2026"


def told(on=date(2026, 11, 23), risky="yes", late=LATE):
    scheme = make_scheme(
        "class", [make_rule("II", {"risky": "yes"}) | late], otherwise="I"
    )
    bank = make_bank(
        [make_question("risky")],
        [scheme],
        [make_duty("apply", {"class": "II"}, measures=["file"], **late)],
        measures=[make_measure("file", **late)],
    )
    case = Case(
        bank=bank, bank_hash="0" * 64, answers=make_answers(risky=risky),
        product="Probe", organisation="Example Ltd", as_of=on, answered_on=on,
    )  # fmt: skip
    return build_dossier(case)


def test_overdue_rules_duties_and_measures_that_were_used_are_footnotes():
    found = told()["overdue_reviews"]

    assert sorted(each["kind"] for each in found) == ["Duty", "Measure", "Rule"]
    assert {each["text"] for each in found} == {SAID}


@pytest.mark.parametrize(
    "dossier",
    [
        told(on=date(2026, 3, 1)),
        told(risky="no", late={}),
        told(late={}),
    ],
)
def test_nothing_is_said_where_no_review_is_overdue(dossier):
    assert dossier["overdue_reviews"] == []


def test_a_duty_that_does_not_apply_leaves_no_footnote():
    kinds = {each["kind"] for each in told(risky="no")["overdue_reviews"]}

    assert "Duty" not in kinds
    assert "Measure" not in kinds


def test_the_report_and_the_word_file_print_the_footnotes():
    dossier = as_issued(told())
    paper = docx.Document(BytesIO(render_word(dossier, extras_for(dossier))))

    assert render_html(dossier).count(SAID) == 3
    assert sum(SAID in paragraph.text for paragraph in paper.paragraphs) == 3
