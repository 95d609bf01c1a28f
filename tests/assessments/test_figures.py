import re
from datetime import date

from assessments.axis import date_axis
from assessments.figures import horizontal_trail, mark, mini_trail, vertical_stop
from assessments.wandering import wandering_trail

TODAY = date(2026, 11, 23)


def make_step(state="settled", fork=False):
    return {"state": state, "fork": fork}


def make_date(number, day, kind="law"):
    return {"number": number, "date": day, "kind": kind}


def test_a_settled_step_is_a_filled_blaze():
    drawing = mark("settled")

    assert "mark--filled" in drawing
    assert 'aria-hidden="true"' in drawing


def test_only_what_is_open_is_hollow():
    states = ("settled", "partly", "not-started", "not-needed", "open")

    hollow = [state for state in states if "mark--hollow" in mark(state)]

    assert hollow == ["open"]


def test_an_unknown_state_claims_nothing():
    assert "mark--dot" in mark("somewhere else")


def test_the_trail_has_a_mark_per_step_and_no_line_after_the_last():
    drawing = horizontal_trail([make_step()] * 9)

    assert drawing.count("mark--filled") == 9
    assert drawing.count("<line") == 8


def test_the_line_after_an_open_step_is_dashed():
    drawing = horizontal_trail([make_step("open"), make_step()])

    assert 'stroke-dasharray="6 5"' in drawing


def test_the_line_after_a_step_that_is_not_needed_is_dotted():
    drawing = horizontal_trail([make_step("not-needed"), make_step()])

    assert 'stroke-dasharray="1.5 5"' in drawing


def test_a_fork_has_two_strands_and_no_line():
    drawing = horizontal_trail([make_step("open", fork=True), make_step()])

    assert drawing.count("<path") == 2
    assert "<line" not in drawing


def test_an_empty_trail_draws_nothing():
    assert horizontal_trail([]) == wandering_trail([]) == mini_trail([]) == ""


def test_the_last_stop_of_a_vertical_trail_has_no_line():
    assert "stretch" in vertical_stop("settled", False, False)
    assert "stretch" not in vertical_stop("settled", False, True)


def test_a_vertical_fork_has_two_strands():
    assert vertical_stop("open", True, False).count("<path") == 2


def test_the_wandering_trail_has_a_stop_every_64_pixels():
    drawing = wandering_trail([make_step()] * 9)

    tops = [float(y) for y in re.findall(r"translate\([\d.]+ ([\d.]+)\)", drawing)]
    assert tops == [64 * number for number in range(9)]


def test_the_mini_trail_says_its_states():
    drawing = mini_trail(["settled", "open", "not-needed"])

    assert 'role="img"' in drawing
    assert 'aria-label="3 steps: settled, open, not needed"' in drawing


def test_the_mini_trail_of_nine_steps_is_214_pixels_wide():
    assert 'width="214"' in mini_trail(["settled"] * 9)


def test_the_axis_is_true_to_scale():
    axis = date_axis([make_date(1, "2025-01-01"), make_date(2, "2026-01-01")], TODAY)

    assert 'x="0%"' in axis
    assert 'x="50%"' in axis


def test_blazes_that_would_touch_hang_in_lanes():
    near = [make_date(1, "2026-12-02"), make_date(2, "2026-12-09")]
    far = [make_date(1, "2026-01-02"), make_date(2, "2026-12-09")]

    assert 'height="102"' in date_axis(near, TODAY)
    assert 'height="70"' in date_axis(far, TODAY)


def test_a_date_without_a_day_is_left_off_the_axis():
    axis = date_axis([make_date(1, ""), make_date(2, "2026-12-09")], TODAY)

    assert axis.count("date-number ") == 1


def test_no_date_draws_no_axis():
    assert date_axis([], TODAY) == ""


def test_figures_carry_no_inline_style():
    trail = [make_step("open", fork=True), make_step()]
    drawings = [
        horizontal_trail(trail),
        wandering_trail(trail),
        date_axis([make_date(1, "2026-12-09")], TODAY),
    ]

    assert "style=" not in "".join(drawings)
