import pytest
from django.urls import reverse

from compliance.models import Arrival
from compliance.workbench.arrivals import import_bank
from tests.workbench.pages import client_of

OPEN_TO_EDITORS = [
    ("banks", {}),
    ("bank", {"bank": "health-ai"}),
    ("law", {"bank": "health-ai"}),
    ("kind", {"bank": "health-ai", "kind": "provision"}),
    ("search", {"bank": "health-ai"}),
    ("problems", {"bank": "health-ai"}),
    ("new", {"bank": "health-ai", "kind": "duty"}),
    ("part", {"bank": "health-ai", "pk": "harm"}),
    ("delete", {"bank": "health-ai", "pk": "harm"}),
    ("cases", {"bank": "health-ai"}),
    ("try", {"bank": "health-ai"}),
    ("publish", {"bank": "health-ai"}),
    ("versions", {"bank": "health-ai"}),
    ("version", {"bank": "health-ai", "number": "1.0.0"}),
    ("export", {"bank": "health-ai", "form": "yaml"}),
    ("export", {"bank": "health-ai", "form": "zip"}),
    ("export_version", {"bank": "health-ai", "number": "1.0.0"}),
    ("history", {"bank": "health-ai"}),
]
FOR_PUBLISHERS = [
    ("import", {"bank": "health-ai"}),
    ("arrival", {"bank": "health-ai", "pk": "arrival"}),
]
BY_POST = [
    ("move", {"bank": "health-ai"}),
    ("rename", {"bank": "health-ai", "pk": "harm"}),
    ("discard", {"bank": "health-ai"}),
]
EVERY = [*OPEN_TO_EDITORS, *FOR_PUBLISHERS, *BY_POST]


@pytest.fixture
def address(copy, part_of, small_bank):
    """A function that makes an address of a page's name and what stands in it."""

    def make(name, kwargs):
        kwargs = dict(kwargs)
        if kwargs.get("pk") == "harm":
            kwargs["pk"] = part_of("harm").pk
        if kwargs.get("pk") == "arrival":
            kwargs["pk"] = import_bank(small_bank, "bank.yaml", "paul").pk
        return reverse(f"workbench:{name}", kwargs=kwargs)

    return make


@pytest.mark.parametrize(("name", "kwargs"), EVERY)
def test_whoever_is_not_signed_in_is_sent_to_sign_in(client, address, name, kwargs):
    response = client.post(address(name, kwargs), headers={"Host": "127.0.0.1"})

    assert response.status_code == 405 or "/admin/login/" in response["Location"]


@pytest.mark.parametrize(("name", "kwargs"), EVERY)
def test_staff_without_a_role_are_refused(charlie, address, name, kwargs):
    client = client_of(charlie)

    assert client.get(address(name, kwargs)).status_code in (403, 405)
    assert client.post(address(name, kwargs)).status_code in (403, 405)


@pytest.mark.parametrize(("name", "kwargs"), OPEN_TO_EDITORS)
def test_an_editor_opens_every_page_of_the_bank(edith, address, name, kwargs):
    response = client_of(edith).get(address(name, kwargs), follow=True)

    assert response.status_code == 200


@pytest.mark.parametrize(("name", "kwargs"), FOR_PUBLISHERS)
def test_imports_are_for_publishers(edith, paul, address, name, kwargs):
    assert client_of(edith).get(address(name, kwargs)).status_code == 403
    assert client_of(paul).get(address(name, kwargs)).status_code == 200


def test_an_editor_does_not_publish(edith, address, copy):
    client = client_of(edith)

    response = client.post(
        address("publish", {"bank": "health-ai"}), {"changelog": "Words."}
    )

    assert response.status_code == 403
    assert copy.base.number == "1.0.0"


@pytest.mark.parametrize(
    "path",
    [
        "nothing/",
        "health-ai/part/999999/",
        "health-ai/part/999999/delete/",
        "health-ai/versions/9.9.9/",
        "health-ai/import/999999/",
        "health-ai/new/question/",
        "health-ai/new/question/?in=x",
        "health-ai/new/nothing/",
        "health-ai/export.exe",
    ],
)
def test_what_is_not_there_is_not_found(paul, copy, path):
    response = client_of(paul).get(f"/admin/workbench/{path}")

    assert response.status_code == 404


def test_a_settled_arrival_is_not_found(paul, copy):
    pk = Arrival.objects.exclude(settled_at=None).first().pk

    assert (
        client_of(paul).get(f"/admin/workbench/health-ai/import/{pk}/").status_code
        == 404
    )
