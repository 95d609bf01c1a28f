"""The issued report as a page: the whole of it, from the frozen data alone."""

from html import unescape

import pytest

from assessments.examples import shipped_examples
from assessments.keeping import start_assessment
from assessments.models import Report
from tests.assessments.issued import duties_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def started(shipped_version, shipped_bank):
    """The first example as somebody's own assessment."""
    example = shipped_examples(shipped_bank)[0]
    names = (example.product, example.organisation)
    return start_assessment(shipped_version, *names, example.answers)


@pytest.fixture
def address(client, code, quick):
    """The address of its issued report."""
    return client.post(f"/a/{code}/issue/").url


def test_the_page_names_every_duty_gap_date_verdict_place_and_source(client, address):
    page = client.get(address)
    text, dossier = unescape(page.content.decode()), page.context["d"]
    places = [entry for group in dossier["support"] for entry in group["entries"]]
    said = [
        *(each["title"] for each in [*duties_of(dossier), *dossier["gaps"]]),
        *(each["title"] for each in [*dossier["dates"], *dossier["findings"]]),
        *(each["name"] for each in places),
        *(each["reference"] for each in dossier["provisions"]),
        dossier["disclaimer"],
    ]

    assert [each for each in said if each not in text] == []


def test_the_page_stays_as_it_was_issued(client, code, assessment, address):
    before = client.get(address).context["d"]
    assessment.answers.all().delete()

    assert client.get(address).context["d"] == before
    assert Report.objects.count() == 1


def test_every_link_within_the_page_leads_somewhere(client, address):
    text = client.get(address).content.decode()
    own = [part.split('"')[0] for part in text.split('href="')[1:]]
    within = {link.partition("#")[2] for link in own if link.startswith(("#", address))}

    assert len(within) > 50
    assert {name for name in within if name and f'id="{name}"' not in text} == set()


def test_the_page_of_a_report_takes_ten_queries_at_most(
    client, address, django_assert_max_num_queries
):
    with django_assert_max_num_queries(10):
        client.get(address)
