"""People, banks and assessments that tests share; database tests are marked here."""

import pytest
from django.contrib.auth.models import Group, Permission, User

from assessments.keeping import start_assessment
from compliance.bankfile import load
from compliance.publishing import SHIPPED, publish, published_bank
from tests.factories import (
    make_answers,
    make_bank,
    make_duty,
    walk_document,
)

# Role → the permissions that the migrations gave it. Tests of transactions empty the
# database, after which the roles have to be made anew.
ROLES = {}
DATABASE_FIXTURES = {"db", "transactional_db", "live_server"}


def pytest_collection_modifyitems(items):
    for item in items:
        touches = DATABASE_FIXTURES & set(item.fixturenames)
        if touches or item.get_closest_marker("django_db"):
            item.add_marker(pytest.mark.database)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """The database of the tests, its roles noted while the migrations' are there."""
    with django_db_blocker.unblock():
        for group in Group.objects.prefetch_related("permissions"):
            ROLES[group.name] = {each.codename for each in group.permissions.all()}


@pytest.fixture
def make_person(db):
    """A function that makes somebody of the staff with a role."""

    def make(name, role):
        person = User.objects.create_user(name, is_staff=True)
        group, is_new = Group.objects.get_or_create(name=role)
        if is_new:
            allowed = Permission.objects.filter(codename__in=ROLES[role])
            group.permissions.set(allowed)
        person.groups.add(group)
        return person

    return make


@pytest.fixture(autouse=True)
def _files_apart(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "files"


@pytest.fixture(autouse=True)
def _fresh_caches():
    published_bank.cache_clear()


@pytest.fixture(scope="session")
def shipped_bank():
    """The bank that ships with Waymark."""
    return load(SHIPPED)


@pytest.fixture
def shipped_version(db, shipped_bank):
    """The shipped bank, published."""
    return publish(shipped_bank)


@pytest.fixture
def walk_bank():
    """A small bank with two sections, one of them gated."""
    duties = [make_duty("apply", {"class": "III"})]
    return make_bank(duties=duties, **walk_document())


@pytest.fixture
def version(db, walk_bank):
    """The small bank, published."""
    return publish(walk_bank)


@pytest.fixture
def started(version):
    """An assessment of the small bank and its code."""
    return start_assessment(version, "Probe", "Example Ltd", make_answers(country="PT"))


@pytest.fixture
def code(started):
    """The code of the assessment."""
    return started[1]


@pytest.fixture
def assessment(started):
    """The assessment that the code opens."""
    return started[0]
