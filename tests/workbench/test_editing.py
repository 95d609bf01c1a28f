import pytest

from compliance.models import Part
from compliance.workbench.editing import (
    PartChangedError,
    add_part,
    change_part,
    delete_part,
    move_part,
    put_into,
    shift_part,
)
from compliance.workbench.state import state_of


def texts(copy, section):
    return [each.slug for each in state_of(copy).bank.sections[section].questions]


def test_a_saved_change_stands_in_the_bank(copy, part_of):
    part = part_of("harm")

    change_part(part, part.content | {"text": "May it hurt?"}, part.revision)

    copy.refresh_from_db()
    assert state_of(copy).bank.questions["harm"].text == "May it hurt?"


def test_a_save_from_an_older_form_is_told_and_changes_nothing(part_of):
    drawn = part_of("harm")
    change_part(part_of("harm"), drawn.content | {"text": "First"}, drawn.revision)

    with pytest.raises(PartChangedError) as told:
        change_part(drawn, drawn.content | {"text": "Second"}, drawn.revision)

    assert told.value.part.content["text"] == "First"
    assert part_of("harm").content["text"] == "First"


def test_saving_what_stands_there_already_is_no_change(part_of):
    part = part_of("harm")

    change_part(part, part.content, part.revision - 1)

    assert Part.history.count() == 0


def test_a_new_part_comes_last_on_its_shelf(copy, part_of):
    add_part(copy, "question", "more", part_of("learns").content, part_of("product"))

    assert texts(copy, 0) == ["country", "harm", "more"]


@pytest.mark.parametrize(
    ("slug", "steps", "order"),
    [
        ("harm", -1, ["harm", "country"]),
        ("country", 1, ["harm", "country"]),
        ("country", -1, ["country", "harm"]),
        ("harm", 1, ["country", "harm"]),
    ],
)
def test_a_question_moves_up_and_down_and_stops_at_the_ends(
    copy, part_of, slug, steps, order
):
    shift_part(part_of(slug), steps)

    copy.refresh_from_db()
    assert texts(copy, 0) == order


def test_moving_often_between_two_neighbours_never_runs_out_of_room(copy, part_of):
    add_part(copy, "question", "third", part_of("harm").content, part_of("product"))
    for _ in range(40):
        move_part(part_of("third"), part_of("harm"))
        move_part(part_of("harm"), part_of("third"))

    copy.refresh_from_db()
    assert texts(copy, 0) == ["country", "harm", "third"]


def test_a_question_can_be_put_into_another_section(copy, part_of):
    put_into(part_of("harm"), part_of("inside"))

    copy.refresh_from_db()
    assert texts(copy, 1) == ["software", "learns", "harm"]


def test_deleting_a_section_takes_its_questions_and_the_history_keeps_them(
    copy, part_of
):
    delete_part(part_of("inside"))

    copy.refresh_from_db()
    assert "software" not in state_of(copy).bank.questions
    gone = Part.history.filter(history_type="-").values_list("slug", flat=True)
    assert sorted(gone) == ["inside", "learns", "software"]
