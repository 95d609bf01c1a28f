"""How long an entry of the directory counts as checked."""

from datetime import date

import pytest

from compliance.domain.freshness import TIME_TO_LIVE, checked_on, is_overdue
from compliance.domain.support_entry import KINDS
from tests.domain.support_parts import make_entry


@pytest.mark.parametrize(
    ("source_date", "day"),
    [
        ("2026", date(2026, 1, 1)),
        ("2026-06", date(2026, 6, 1)),
        ("2026-06-12", date(2026, 6, 12)),
    ],
)
def test_a_source_counts_as_of_the_first_day_it_may_be_from(source_date, day):
    assert checked_on(make_entry("hub", source_date=source_date)) == day


def test_a_look_of_an_editor_counts_more_than_the_source():
    entry = make_entry("hub", source_date="2024", last_verified=date(2026, 11, 1))

    assert checked_on(entry) == date(2026, 11, 1)
    assert not is_overdue(entry, date(2026, 11, 23))


def test_a_hub_may_be_relied_on_for_ninety_days():
    entry = make_entry("hub", source_date="2026-06-12")

    assert not is_overdue(entry, date(2026, 9, 10))
    assert is_overdue(entry, date(2026, 9, 11))


def test_every_kind_has_a_time_to_live():
    assert set(TIME_TO_LIVE) == set(KINDS)
