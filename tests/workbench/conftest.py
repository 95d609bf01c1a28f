"""A small bank in work, with a case, and the people who work on it."""

import pytest
from django.contrib.auth.models import User

from compliance.models import Part
from compliance.workbench import state
from compliance.workbench.arrivals import receive_shipped
from compliance.workbench.filling import copy_of_newest
from tests.factories import make_bank, make_duty, walk_document

CASE = {
    "slug": "deadly-thing",
    "title": "What may kill is class III",
    "source": "Act Art. 1",
    "answers": {"harm": "death", "software": "no"},
    "expect": {"class": "III"},
    "duties": {"apply": "applies"},
}


@pytest.fixture(autouse=True)
def _fresh_states():
    state._state.cache_clear()
    state._changes.cache_clear()


@pytest.fixture
def small_bank():
    """The bank of the walk with one reference case."""
    duties = [make_duty("apply", {"class": "III"})]
    return make_bank(duties=duties, **walk_document() | {"reference_cases": [CASE]})


@pytest.fixture
def copy(db, small_bank):
    """Its working copy, as shipped and published."""
    receive_shipped(small_bank)
    return copy_of_newest("health-ai")


@pytest.fixture
def part_of(copy):
    """A function that finds a part by its slug."""
    parts = Part.objects.select_related("copy").exclude(kind="trail")
    return lambda slug: parts.all().get(copy=copy, slug=slug)


@pytest.fixture
def edith(make_person):
    """Edits the bank; must not publish it."""
    return make_person("edith", "Editors")


@pytest.fixture
def paul(make_person):
    """Edits, imports and publishes."""
    return make_person("paul", "Publishers")


@pytest.fixture
def charlie(db):
    """Staff without any role here."""
    return User.objects.create_user("charlie", is_staff=True)
