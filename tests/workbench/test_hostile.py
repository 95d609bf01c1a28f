"""Whatever an editor's browser sends, nothing breaks and nothing half is saved."""

import random

import pytest

from compliance.models import Part
from compliance.workbench.state import state_of
from tests.workbench.pages import BASE, client_of, fields_of

STRANGE = [
    "", " ", "0", "-1", "999999999999999999999", "yes", "f.when", "f.when.0", "0,1,2",
    "0,0,0", "1e9", "\x00", "\ud800", "\uffff", "\u202e", "<b>", "'", '"', "{{ x }}",
    "{% now %}", "../../etc", "x" * 20_000, "harm?", "Verdict: Class", "all", "not",
    "add:f.choices", "remove:f.when.0", "up:f.examples.0", "give:f.disputed",
    "ask:harm", "more:f.provisions", "none", "\U0001f9a0", "2028-13-45", "9" * 400,
]  # fmt: skip


def damaged(fields, chance):
    """The fields of a form with some of them changed, doubled, dropped or added."""
    sent = {name: list(values) for name, values in fields.items()}
    names = list(sent)
    for _ in range(chance.randint(1, 8)):
        name = chance.choice(names)
        act = chance.randrange(4)
        if act == 0:
            sent[name] = [chance.choice(STRANGE)]
        elif act == 1:
            sent[name] = [*sent.get(name, []), chance.choice(STRANGE)]
        elif act == 2:
            sent.pop(name, None)
        else:
            extra = f"{name}.{chance.choice(['0', 'items', 'values', 'subject', 'x'])}"
            sent[extra] = [chance.choice(STRANGE)]
    if chance.random() < 0.5:
        sent["operation"] = [chance.choice(STRANGE)]
    return {
        name: [value.encode("utf-8", "replace").decode() for value in values]
        for name, values in sent.items()
    }


def addresses(copy):
    """A form of every kind of page."""
    parts = Part.objects.filter(copy=copy)
    slugs = ("harm", "uses", "class", "class-0-III", "apply", "start", "deadly-thing")
    found = parts.filter(slug__in=slugs).exclude(kind="trail")
    pages = [f"{BASE}part/{part.pk}/" for part in found.order_by("pk")]
    section = parts.get(slug="product").pk
    new = [f"{BASE}new/{kind}/" for kind in ("duty", "measure", "case", "technology")]
    return [*pages, *new, f"{BASE}new/question/?in={section}", f"{BASE}try/"]


@pytest.mark.parametrize("seed", range(60))
def test_random_fields_never_end_in_an_error(copy, paul, seed):
    chance = random.Random(seed)
    client = client_of(paul)
    address = chance.choice(addresses(copy))
    fields = damaged(fields_of(client.get(address)), chance)

    response = client.post(address, fields)

    assert response.status_code in (200, 302, 409, 422)
    copy.refresh_from_db()
    assert state_of(copy).bank.slug == "health-ai"
    assert client.get(BASE).status_code == 200


@pytest.mark.parametrize("value", STRANGE[:18])
def test_strange_addresses_never_end_in_an_error(copy, paul, value):
    client = client_of(paul)
    query = {"q": value, "page": value, "part": value, "in": value, "for": value}
    query = {k: v.encode("utf-8", "replace").decode() for k, v in query.items()}

    for path in ("", "search/", "history/", "cases/", "all/duty/", "new/measure/",
                 "new/rule/", "try/"):  # fmt: skip
        assert client.get(BASE + path, query).status_code in (200, 404)


@pytest.mark.parametrize("value", ["", "x", "-1", "9" * 12, "999999"])
def test_a_move_of_what_is_not_there_is_not_found(copy, paul, value):
    response = client_of(paul).post(f"{BASE}move/", {"part": value, "to": "up"})

    assert response.status_code == 404
