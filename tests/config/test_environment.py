import pytest
from django.core.exceptions import ImproperlyConfigured

from config.environment import flag, one_of, text, whole_number


@pytest.mark.parametrize("surroundings", [{}, {"WAYMARK_TRIED": ""}])
def test_an_unset_or_empty_variable_gives_the_default(monkeypatch, surroundings):
    monkeypatch.setattr("os.environ", surroundings)

    assert text("WAYMARK_TRIED", "as shipped") == "as shipped"
    assert whole_number("WAYMARK_TRIED", 7) == 7


def test_a_flag_is_off_until_it_is_set(monkeypatch):
    assert flag("WAYMARK_TRIED") is False

    monkeypatch.setenv("WAYMARK_TRIED", "True")

    assert flag("WAYMARK_TRIED") is True


@pytest.mark.parametrize("value", ["-1", "1.5", "many", "²"])
def test_a_number_that_is_none_is_named(monkeypatch, value):
    monkeypatch.setenv("WAYMARK_TRIED", value)

    with pytest.raises(ImproperlyConfigured, match="WAYMARK_TRIED is .*whole number"):
        whole_number("WAYMARK_TRIED", 7)


def test_a_choice_that_does_not_exist_is_named_with_those_that_do(monkeypatch):
    monkeypatch.setenv("WAYMARK_TRIED", "later")

    with pytest.raises(ImproperlyConfigured, match="use database or immediate"):
        one_of("WAYMARK_TRIED", ("database", "immediate"))
