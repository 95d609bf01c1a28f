from datetime import date

import pytest

from compliance.domain.answers import Answer
from compliance.domain.determination import determine
from compliance.domain.gaps import find_gaps, state_of
from compliance.domain.planning import CAPACITY, make_plan
from tests.factories import (
    make_answers,
    make_bank,
    make_duty,
    make_measure,
    make_question,
)

TODAY = date(2026, 11, 23)
MILESTONES = [
    {
        "slug": slug,
        "date": day,
        "title": slug,
        "text": "It starts.",
        "status": "law",
        "provisions": ["act-1"],
    }
    for slug, day in (("start", "2025-02-02"), ("later", "2027-12-02"))
]


def bank_with(*duties, measures=("file",), effort="M"):
    return make_bank(
        [make_question("ai")],
        duties=duties,
        milestones=MILESTONES,
        measures=[make_measure(slug, effort=effort) for slug in measures],
    )


def gaps_of(bank, **answers):
    return find_gaps(determine(bank, make_answers(**answers)))


def test_a_duty_that_applies_without_its_measure_is_a_gap():
    bank = bank_with(make_duty("train", {"ai": "yes"}))

    gap = gaps_of(bank, ai="yes", file="not-started")[0]

    assert (gap.measure, gap.state, gap.possible) == ("file", "not-started", False)


def test_a_measure_in_place_closes_the_gap():
    bank = bank_with(make_duty("train", {"ai": "yes"}))

    assert gaps_of(bank, ai="yes", file="in-place") == ()


def test_a_measure_that_is_partly_in_place_stays_a_gap():
    bank = bank_with(make_duty("train", {"ai": "yes"}))

    assert gaps_of(bank, ai="yes", file="partly")[0].state == "partly"


def test_not_knowing_is_a_gap():
    bank = bank_with(make_duty("train", {"ai": "yes"}))

    assert gaps_of(bank, ai="yes", file="unsure")[0].state == "unsure"
    assert gaps_of(bank, ai="yes")[0].state == "unsure"


def test_a_measure_is_set_aside_only_with_a_reason():
    without = {"file": Answer(("not-applicable",))}
    with_reason = {"file": Answer(("not-applicable",), note="We sell nothing.")}

    assert state_of("file", without) == "unsure"
    assert state_of("file", with_reason) == "not-applicable"


def test_an_open_duty_makes_a_possible_gap():
    bank = bank_with(make_duty("train", {"ai": "yes"}))

    assert gaps_of(bank)[0].possible is True


def test_a_duty_that_does_not_apply_needs_nothing():
    bank = bank_with(make_duty("train", {"ai": "yes"}))

    assert gaps_of(bank, ai="no") == ()


def test_a_duty_needs_all_its_measures():
    duty = make_duty("train", {"ai": "yes"}, measures=["file", "log"])
    bank = bank_with(duty, measures=("file", "log"))

    assert [g.measure for g in gaps_of(bank, ai="yes", file="in-place")] == ["log"]


def test_gaps_are_ranked_by_date_then_gravity_then_duties_closed():
    bank = bank_with(
        make_duty("one", {"ai": "yes"}, measures=["late"], **{"from": "later"}),
        make_duty("two", {"ai": "yes"}, measures=["low"], gravity="low"),
        make_duty("three", {"ai": "yes"}, measures=["high"]),
        make_duty("four", {"ai": "yes"}, measures=["high", "often"]),
        measures=("late", "low", "often", "high"),
    )

    ranked = [gap.measure for gap in gaps_of(bank, ai="yes")]

    assert ranked == ["high", "often", "low", "late"]


def test_the_earliest_date_of_its_duties_is_the_date_of_a_gap():
    bank = bank_with(
        make_duty("one", {"ai": "yes"}, **{"from": "later"}),
        make_duty("two", {"ai": "yes"}),
    )

    assert gaps_of(bank, ai="yes")[0].date == "2025-02-02"


def planned(bank, **answers):
    return make_plan(bank, gaps_of(bank, **answers), TODAY)


def test_the_plan_starts_in_the_next_quarter():
    bank = bank_with(make_duty("train", {"ai": "yes"}))

    quarter = planned(bank, ai="yes")[0]

    assert (quarter.year, quarter.number) == (2027, 1)
    assert quarter.last_day == date(2027, 3, 31)


def test_a_quarter_takes_no_more_than_a_small_team_can_do():
    slugs = [f"m{number}" for number in range(CAPACITY)]
    duty = make_duty("train", {"ai": "yes"}, measures=slugs)
    bank = bank_with(duty, measures=slugs)

    quarters = planned(bank, ai="yes")

    assert [len(quarter.measures) for quarter in quarters] == [5, 5]


def test_nothing_is_planned_after_the_day_its_duty_applies():
    slugs = [f"m{number:02}" for number in range(30)]
    duty = make_duty("train", {"ai": "yes"}, measures=slugs, **{"from": "later"})
    bank = bank_with(duty, measures=slugs, effort="L")

    last = planned(bank, ai="yes")[-1]

    assert last.last_day < date(2027, 12, 2)


def test_a_possible_gap_is_not_planned():
    bank = bank_with(make_duty("train", {"ai": "yes"}))

    assert planned(bank) == ()


@pytest.mark.parametrize("month", [1, 3, 4, 6, 7, 9, 10, 12])
def test_every_quarter_ends_on_its_last_day(month):
    bank = bank_with(make_duty("train", {"ai": "yes"}))
    gaps = gaps_of(bank, ai="yes")

    last = make_plan(bank, gaps, date(2026, month, 1))[0].last_day

    assert (last.month, last.day) in {(3, 31), (6, 30), (9, 30), (12, 31)}
    assert last > date(2026, month, 1)
