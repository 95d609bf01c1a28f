"""A bank of 2,000 questions: every page stays usable."""

import pytest

from benchmarks.synthetic import make_bank
from compliance.models import Part
from compliance.workbench.arrivals import receive_shipped
from compliance.workbench.filling import copy_of_newest
from tests.workbench.pages import BASE, client_of, send

MOST = 50


@pytest.fixture(scope="module")
def large_bank():
    return make_bank(2000)


@pytest.fixture
def large(db, large_bank):
    receive_shipped(large_bank)
    return copy_of_newest("health-ai")


@pytest.mark.parametrize(
    "path",
    [
        "", "law/", "all/duty/", "all/question/", "search/?q=number", "problems/",
        "cases/", "try/", "publish/", "versions/", "history/", "new/duty/",
        "part/{q-3-4}/", "part/{section-3}/", "part/{scheme-3}/", "part/{duty-3}/",
        "part/{q-3-0}/delete/",
    ],
)  # fmt: skip
def test_a_page_asks_the_database_little(
    large, paul, path, django_assert_max_num_queries
):
    slugs = [each.split("}")[0] for each in path.split("{")[1:]]
    for slug in slugs:
        pk = Part.objects.exclude(kind="trail").get(slug=slug).pk
        path = path.replace("{" + slug + "}", str(pk))
    client = client_of(paul)

    with django_assert_max_num_queries(MOST):
        response = client.get(BASE + path, follow=True)

    assert response.status_code == 200


def test_a_large_bank_is_edited_and_published(large, paul):
    client = client_of(paul)
    part = Part.objects.get(slug="q-3-4")
    send(client, f"{BASE}part/{part.pk}/", f__text="What about this one?")

    send(client, f"{BASE}publish/", changelog="Another wording.")

    large.refresh_from_db()
    assert large.base.number == "2000.28.1"
