import pytest

from assessments import report_layout
from tests.assessments import dossiers


@pytest.fixture
def dossier():
    return dossiers.imaging()


def titles(entries):
    return [entry["title"] for entry in entries]


def test_verdicts_off_the_trail_are_told_in_the_table(dossier):
    laid_out = report_layout.layout(dossier)

    assert "Class and rule" in titles(laid_out["findings"])
    assert titles(laid_out["other_findings"]) == []


def test_a_disputed_verdict_is_told_in_full_wherever_it_stands(dossier):
    dossier["trail"] = []
    dossier["open_points"] = []

    laid_out = report_layout.layout(dossier)

    assert titles(laid_out["findings"]) == ["How conformity is assessed"]


def test_a_verdict_that_is_not_needed_is_left_out(dossier):
    dossier["findings"][0]["state"] = "not-needed"

    laid_out = report_layout.layout(dossier)

    assert "Device and regime" not in titles(laid_out["findings"])


def test_duties_that_may_apply_stand_apart(dossier):
    laid_out = report_layout.layout(dossier)

    assert titles(laid_out["open_duties"]) == ["Tell people that they meet an AI"]
    assert "Tell people that they meet an AI" not in titles(
        laid_out["groups"][0]["duties"]
    )


def test_a_penalty_that_duties_share_is_said_once_in_a_note(dossier):
    first, second, third, *_ = dossier["duties"]["groups"][1]["duties"]
    first["penalty"] = second["penalty"] = "Up to EUR 15 million."
    third["penalty"] = "Up to EUR 1 million."

    laid_out = report_layout.layout(dossier)

    assert laid_out["duty_notes"] == {"Up to EUR 15 million.": 1}


def test_a_gap_outside_the_plan_is_listed_as_possible(dossier):
    dossier["plan"][0]["measures"].remove("dpia")

    laid_out = report_layout.layout(dossier)

    assert laid_out["plan"][-1]["title"] == report_layout.POSSIBLE
    assert laid_out["planned"] == 14


def test_rows_of_the_summary_are_as_high_as_the_design_asks(dossier):
    assert report_layout.layout(dossier)["pitch"] == 14.2


def test_rows_of_the_summary_shrink_when_there_is_much_to_say(dossier):
    dossier["statements"] = ["You are the manufacturer of this device."] * 18

    assert report_layout.layout(dossier)["pitch"] < 14.2


@pytest.mark.parametrize(
    ("text", "expected"), [("short", "short"), ("rather long", "rather…")]
)
def test_a_cut_name_ends_with_an_ellipsis(text, expected):
    assert report_layout.shortened(text, 8) == expected
