import pytest

from assessments import report_duties, report_layout, report_summary
from tests.assessments import dossiers


@pytest.fixture
def dossier():
    return dossiers.imaging()


def titles(entries):
    return [entry["title"] for entry in entries]


def rows_of(laid_out):
    acts = [act for group in laid_out["groups"] for act in group["acts"]]
    return [row for act in acts for row in act["rows"]]


def told_duties(laid_out):
    return [duty for row in rows_of(laid_out) for duty in row["duties"]]


def of_law(dossier, act):
    """The duties of a law that apply, of one group at most."""
    groups = (group["duties"] for group in dossier["duties"]["groups"])
    told = (
        [d for d in g if d["act"] == act and d["status"] == "applies"] for g in groups
    )
    return max(told, key=len)


def titles_of_questions(laid_out):
    return {q["text"] for act in laid_out["open_acts"] for q in act["questions"]}


def needing(slug, *duties):
    """The duties as met by one measure, in place of what met them."""
    for duty in duties:
        duty["measures"] = [
            {"slug": slug, "title": slug, "state": "partly", "state_word": "started"}
        ]


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
    assert "Tell people that they meet an AI" not in titles(told_duties(laid_out))


def test_duties_of_one_law_and_day_that_one_measure_meets_are_one_row(dossier):
    first, second, *_ = of_law(dossier, "AI Act")
    needing("risk-file", first, second)

    rows = rows_of(report_layout.layout(dossier))

    together = next(row for row in rows if first in row["duties"])
    assert together["duties"] == [first, second]


def test_what_the_ai_act_adds_is_told_where_another_law_asks_for_the_same(dossier):
    ours, theirs = of_law(dossier, "AI Act")[0], of_law(dossier, "MDR")[0]
    ours["act_slug"] = report_duties.AI_ACT
    needing("data-governance", ours, theirs)
    dossier["measures"][0]["measures"][0]["delta"] = "Add what bias may do."

    rows = rows_of(report_layout.layout(dossier))

    adding = [row for row in rows if row["extends"]]
    assert [row["duties"] for row in adding] == [[ours]]


def test_what_the_ai_act_adds_is_not_told_where_nothing_else_asks_for_it(dossier):
    ours = of_law(dossier, "AI Act")[0]
    ours["act_slug"] = report_duties.AI_ACT
    needing("data-governance", ours)
    dossier["measures"][0]["measures"][0]["delta"] = "Add what bias may do."

    rows = rows_of(report_layout.layout(dossier))

    assert not any(row["extends"] for row in rows)


def test_many_duties_that_may_apply_are_counted_by_law(dossier):
    for group in dossier["duties"]["groups"]:
        for duty in group["duties"]:
            duty |= {"status": "open", "settles_with": [dossiers.who_acts()]}

    laid_out = report_layout.layout(dossier)

    assert laid_out["open_duties"] == []
    assert sum(act["count"] for act in laid_out["open_acts"]) == 27
    assert titles_of_questions(laid_out) == {"Who acts on the output?"}


def test_many_open_points_are_told_in_full_only_at_first(dossier):
    dossier["open_points"] = [dossiers.class_point() | {"number": n} for n in range(9)]

    laid_out = report_layout.layout(dossier)

    assert [p["number"] for p in laid_out["full_points"]] == [0, 1, 2, 3]
    assert [p["number"] for p in laid_out["brief_points"]] == [4, 5, 6, 7, 8]


def test_a_standard_that_several_measures_name_has_one_number(dossier):
    laid_out = report_layout.layout(dossier)

    names = [entry["name"] for entry in laid_out["references"]]
    assert len(names) == len(set(names))
    assert [e["number"] for e in laid_out["references"]] == [*range(1, len(names) + 1)]


def test_a_penalty_that_duties_share_is_said_once_in_a_note(dossier):
    first, second, third, *_ = dossier["duties"]["groups"][1]["duties"]
    first["penalty"] = second["penalty"] = "Up to EUR 15 million."
    third["penalty"] = "Up to EUR 1 million."

    laid_out = report_layout.layout(dossier)

    assert laid_out["duty_notes"] == {"Up to EUR 15 million.": 1}


def test_a_gap_outside_the_plan_is_listed_as_possible(dossier):
    dossier["plan"][0]["measures"].remove("dpia")

    laid_out = report_layout.layout(dossier)

    assert [area["title"] for area in laid_out["possible"]] == ["Data protection"]
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
    assert report_summary.shortened(text, 8) == expected
