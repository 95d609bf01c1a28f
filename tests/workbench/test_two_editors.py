"""Two editors at one part: the second is told, and nothing of either is lost."""

import pytest

from compliance.workbench.joining import joined
from compliance.workbench.state import state_of
from tests.workbench.pages import BASE, client_of, fields_of, send


@pytest.fixture
def desk(edith):
    return client_of(edith)


def page_of(part):
    return f"{BASE}part/{part.pk}/"


def bank_of(copy):
    copy.refresh_from_db()
    return state_of(copy).bank


def test_the_second_of_two_editors_is_told_and_loses_nothing(desk, paul, part_of):
    address = page_of(part_of("harm"))
    drawn = fields_of(desk.get(address))
    send(client_of(paul), address, f__text="Paul’s words")

    response = desk.post(address, drawn | {"f.text": ["Edith’s words"]})

    page = response.content.decode()
    assert response.status_code == 409
    assert "Paul’s words" in page
    assert "Edith’s words" in page
    assert part_of("harm").content["text"] == "Paul’s words"


def test_after_being_told_the_second_editor_can_save(desk, paul, copy, part_of):
    address = page_of(part_of("harm"))
    drawn = fields_of(desk.get(address))
    send(client_of(paul), address, f__text="Paul’s words")
    told = desk.post(address, drawn | {"f.text": ["Edith’s words"]})

    assert desk.post(address, fields_of(told)).status_code == 302
    assert bank_of(copy).questions["harm"].text == "Edith’s words"


def test_the_second_editor_is_told_who_saved_the_same_field(desk, paul, part_of):
    address = page_of(part_of("harm"))
    drawn = fields_of(desk.get(address))
    send(client_of(paul), address, f__text="Paul’s words")

    page = desk.post(address, drawn | {"f.text": ["Edith’s words"]}).content.decode()

    assert "paul saved the same fields meanwhile." in page


def test_edits_of_different_fields_are_both_kept(desk, paul, copy, part_of):
    address = page_of(part_of("harm"))
    drawn = fields_of(desk.get(address))
    send(client_of(paul), address, f__who="a doctor")

    response = desk.post(address, drawn | {"f.text": ["Edith’s words"]})

    question = bank_of(copy).questions["harm"]
    assert response.status_code == 302
    assert (question.text, question.who) == ("Edith’s words", "a doctor")


def test_where_one_field_clashes_the_others_are_joined(desk, paul, copy, part_of):
    address = page_of(part_of("harm"))
    drawn = fields_of(desk.get(address))
    send(client_of(paul), address, f__text="Paul’s words", f__who="a doctor")

    told = desk.post(address, drawn | {"f.text": ["Edith’s words"]})
    desk.post(address, fields_of(told))

    question = bank_of(copy).questions["harm"]
    assert (question.text, question.who) == ("Edith’s words", "a doctor")


@pytest.mark.parametrize(
    ("base", "theirs", "yours", "content", "clashes"),
    [
        ({"a": 1}, {"a": 1}, {"a": 2}, {"a": 2}, set()),
        ({"a": 1}, {"a": 2}, {"a": 1}, {"a": 2}, set()),
        ({"a": 1}, {"a": 2}, {"a": 2}, {"a": 2}, set()),
        ({"a": 1}, {"a": 2}, {"a": 3}, {"a": 3}, {"a"}),
        ({"a": 1, "b": 1}, {"a": 2, "b": 1}, {"a": 1, "b": 3}, {"a": 2, "b": 3}, set()),
        ({"a": 1}, {"a": 1}, {}, {}, set()),
        ({}, {"a": 1}, {"b": 2}, {"a": 1, "b": 2}, set()),
    ],
)
def test_what_each_changed_is_joined_and_what_both_changed_is_told(
    base, theirs, yours, content, clashes
):
    assert joined(base, theirs, yours) == (content, frozenset(clashes))
