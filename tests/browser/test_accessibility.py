"""Every page holds for everybody: axe in light and dark, wide and at 360 px.

That nothing is said on the console and nobody else is asked, every tab checks.
"""

import pytest

from compliance.publishing import SHIPPED
from tests.browser.faults import faults_of
from tests.browser.places import PLACES

SECTIONS = sorted(path.stem for path in (SHIPPED / "sections").glob("*.yaml"))


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.__name__)
def test_a_page_has_no_fault_in_light_or_dark_wide_or_narrow(founder, place):
    place(founder)

    assert faults_of(founder.page) == []


@pytest.mark.parametrize("section", SECTIONS)
def test_a_section_has_no_fault_in_light_or_dark_wide_or_narrow(founder, section):
    founder.begin()
    founder.go(f"s/{section}/")

    assert faults_of(founder.page) == []
