import pytest

from compliance.bankfile import BankFileError
from compliance.domain.checks import find_overdue
from tests.factories import (
    make_bank,
    make_duty,
    make_measure,
    make_question,
    make_rule,
    make_scheme,
)


def reviewed(due, **more):
    return {
        "review": {"role": "regulatory lead", "on": "2026-03-01", "due": due} | more
    }


def bank_with(rule=None, duty=None, measure=None):
    scheme = make_scheme(
        "class", [make_rule("II", {"risky": "yes"}) | (rule or {})], otherwise="I"
    )
    return make_bank(
        [make_question("risky")],
        [scheme],
        [make_duty("apply", {"class": "II"}, **(duty or {}))],
        measures=[make_measure("file", **(measure or {}))],
    )


def overdue(day, **parts):
    return [fault.subject for fault in find_overdue(bank_with(**parts), day)]


def test_what_was_never_reviewed_is_not_overdue():
    assert overdue("2026-11-25") == []


def test_a_review_is_overdue_after_its_day_and_not_on_it():
    rule = reviewed("2026-11-24")

    assert overdue("2026-11-24", rule=rule) == []
    assert overdue("2026-11-25", rule=rule) == ["class-0-II"]


def test_rules_duties_and_measures_can_be_overdue():
    late = reviewed("2026-06-01")

    found = overdue("2026-11-25", rule=late, duty=late, measure=late)

    assert sorted(found) == ["apply", "class-0-II", "file"]


def test_a_review_without_a_real_day_is_refused():
    with pytest.raises(BankFileError, match='"soon" is not a date'):
        bank_with(rule=reviewed("soon"))
