"""People, banks and assessments that tests share; database tests are marked here."""

import pytest

from assessments.keeping import start_assessment
from compliance.bankfile import load
from compliance.publishing import SHIPPED, publish, published_bank
from tests.factories import (
    make_answers,
    make_bank,
    make_duty,
    make_question,
    make_rule,
    make_scheme,
)

DATABASE_FIXTURES = {"db", "transactional_db", "live_server"}


def pytest_collection_modifyitems(items):
    for item in items:
        touches = DATABASE_FIXTURES & set(item.fixturenames)
        if touches or item.get_closest_marker("django_db"):
            item.add_marker(pytest.mark.database)


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


def walk_document():
    """Two sections, a gate, a class, a duty with one measure."""
    harm = make_question("harm", "choice", choices=["death", "none"])
    learns = make_question("learns", asked_when={"software": "yes"})
    none = {"slug": "none", "label": "None of these", "exclusive": "yes"}
    uses = make_question("uses", "choices", choices=["hiring", "chat", none])
    sections = [
        {
            "slug": "product",
            "title": "Your product",
            "intro": "First things.",
            "questions": [make_question("country", "country"), harm],
        },
        {
            "slug": "inside",
            "title": "What is inside",
            "intro": "",
            "questions": [make_question("software"), learns],
        },
        {
            "slug": "use",
            "title": "Its use",
            "intro": "",
            "questions": [uses],
            "asked_when": {"software": "yes"},
        },
    ]
    schemes = [
        make_scheme("class", [make_rule("III", {"harm": "death"})], otherwise="I"),
        make_scheme("ai", [make_rule("yes", {"learns": "yes"})], otherwise="no"),
    ]
    trail = [
        {"slug": "class", "title": "Class", "schemes": ["class"]},
        {"slug": "ai", "title": "AI system?", "schemes": ["ai"]},
    ]
    return {
        "sections": sections,
        "schemes": schemes,
        "trail": trail,
        "start": ["country"],
        "slug": "health-ai",
        "headlines": [{"text": "Class {class}"}],
    }


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
