"""Every page holds for everybody: axe, 360 px, light and dark."""

import pytest

from tests.browser.faults import faults_of
from tests.browser.places import PLACES


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.__name__)
def test_a_page_has_no_fault_in_light_or_dark_wide_or_narrow(founder, place):
    place(founder)

    assert faults_of(founder.page) == []
