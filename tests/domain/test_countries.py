"""Which countries lie next to which."""

import pytest

from compliance.domain.countries import (
    COUNTRIES,
    EEA,
    borders_away,
    in_country,
    neighbours,
)


@pytest.mark.parametrize("country", sorted(EEA))
def test_every_country_of_the_eea_reaches_every_other(country):
    assert borders_away(country).keys() >= EEA


@pytest.mark.parametrize("country", sorted(EEA))
def test_neighbours_are_neighbours_of_each_other(country):
    assert all(country in neighbours(other) for other in neighbours(country))


def test_every_neighbour_has_a_name():
    assert {other for country in EEA for other in neighbours(country)} <= set(COUNTRIES)


def test_a_country_outside_the_table_has_no_distances():
    assert borders_away("US") == {}


def test_a_country_is_written_with_its_article():
    assert in_country("NL") == "in the Netherlands"
