import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compliance.bankfile import build_bank, document_of, load
from compliance.models import Part
from compliance.publishing import SHIPPED, publish
from compliance.workbench.filling import copy_of, fill
from compliance.workbench.places import places_in_order
from compliance.workbench.state import state_of
from tests.factories import make_bank, walk_document


@pytest.fixture
def copy(version, walk_bank):
    return copy_of(version, document_of(walk_bank))


@pytest.mark.django_db
def test_the_shipped_bank_survives_its_rows():
    bank = load(SHIPPED)

    copy = copy_of(publish(bank), document_of(bank))

    assert state_of(copy).bank == bank
    assert state_of(copy).fingerprint == copy.base.fingerprint


def test_a_fresh_copy_has_no_history_yet(copy):
    assert Part.history.count() == 0


def test_filling_again_changes_nothing(copy, walk_bank):
    before = list(Part.objects.values_list("pk", "revision", "position"))

    fill(copy, document_of(walk_bank))

    assert list(Part.objects.values_list("pk", "revision", "position")) == before
    assert Part.history.count() == 0


def changed_walk(**changes):
    return document_of(make_bank(**walk_document() | changes))


def test_filling_with_another_document_makes_the_copy_that_document(copy):
    # The second section goes; its questions move to the end of the first.
    first, second, third = walk_document()["sections"]
    document = changed_walk(
        sections=[first, third | {"asked_when": {"harm": "death"}}],
        schemes=[],
        trail=[],
        headlines=[{"text": "Another one"}],
    )
    document["sections"][0]["questions"] += second["questions"]

    fill(copy, document)

    assert state_of(copy).document == document_of(build_bank(document))


def test_filling_notes_in_the_history_what_came_went_and_changed(copy):
    document = changed_walk(schemes=[], trail=[], headlines=[{"text": "New words"}])

    fill(copy, document)

    kinds = set(Part.history.values_list("kind", "history_type"))
    assert ("scheme", "-") in kinds
    assert ("rule", "-") in kinds
    assert ("headline", "+") in kinds
    assert ("question", "~") not in kinds


places = st.lists(st.none() | st.integers(-50, 50), max_size=12)


@settings(max_examples=200, deadline=None)
@given(places)
def test_places_rise_and_those_that_rise_already_stay(held):
    result = places_in_order(held)

    assert sorted(set(result)) == result
    assert len(result) == len(held)


def test_a_thing_moved_to_the_front_is_the_only_one_placed_anew():
    assert places_in_order([300, 100, 200])[1:] == [100, 200]
