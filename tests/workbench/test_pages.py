import re

import pytest

from compliance.models import Part
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


def test_a_form_that_nobody_touched_changes_nothing(desk, part_of):
    for slug in ("harm", "class", "apply", "start", "act-1", "deadly-thing"):
        assert send(desk, page_of(part_of(slug))).status_code == 302

    assert Part.history.count() == 0


def test_a_saved_text_stands_in_the_bank_and_in_the_history(desk, copy, part_of, edith):
    send(desk, page_of(part_of("harm")), f__text="May it hurt?")

    assert bank_of(copy).questions["harm"].text == "May it hurt?"
    assert Part.history.get().history_user == edith
    page = desk.get(f"{BASE}history/").content.decode()
    assert "edith" in page
    assert "harm?" in page
    assert "May it hurt?" in page


def test_a_text_that_names_the_part_must_not_be_empty(desk, part_of):
    response = send(desk, page_of(part_of("harm")), f__text=" ")

    assert response.status_code == 422
    assert "Question: write something here." in response.content.decode()


def test_a_source_is_picked_by_its_words(desk, copy, part_of):
    second = {"act": "act", "reference": "Art. 2", "title": "Second", "text": "More."}
    second |= {"address": "https://e.eu/2", "status": "in-force"}
    fields = {f"f__{key}": value for key, value in second.items()}
    send(desk, f"{BASE}new/provision/", **fields)

    words = ["The Act Art. 2 – Second", ""]
    send(desk, page_of(part_of("harm")), f__provisions=words)

    assert bank_of(copy).questions["harm"].provisions == ("act-art-2",)


def test_words_that_stand_for_nothing_are_told(desk, part_of):
    # Few sources are picked from a list; whoever sends other words is told as well.
    response = send(desk, page_of(part_of("harm")), f__provisions=["Art. 99"])

    assert response.status_code == 422
    assert "“Art. 99” is not in the list" in response.content.decode()


def test_a_condition_is_built_without_a_script(desk, copy, part_of):
    address = page_of(part_of("software"))
    drawn = desk.post(
        address, fields_of(desk.get(address)) | {"operation": ["add-test:f.asked_when"]}
    )
    fields = fields_of(drawn) | {
        "f.asked_when.0.subject": ["Verdict: Class"],
        "operation": ["preview:f"],
    }
    fields = fields_of(desk.post(address, fields))
    fields["f.asked_when.0.values"] = ["III"]
    assert desk.post(address, fields).status_code == 302

    question = bank_of(copy).questions["software"]
    assert question.asked_when.subject == "class"
    assert "Ask this when <strong>Class</strong> is <strong>III</strong>" in (
        desk.get(address).content.decode()
    )


def test_a_button_of_the_form_stores_nothing(desk, part_of):
    address = page_of(part_of("harm"))

    response = send(desk, address, "add:f.choices", f__text="Not saved")

    assert "Choice 3" in response.content.decode()
    assert Part.history.count() == 0


def test_a_question_with_three_choices_is_added(desk, copy, part_of):
    address = f"{BASE}new/question/?in={part_of('use').pk}"
    response = send(
        desk,
        address,
        f__text="Who looks at it?",
        f__kind="choice",
        f__why="It matters.",
        f__who="clinical lead",
        f__provisions=["act-1"],
        **{
            "f__choices__0__label": "A doctor",
            "f__choices__1__label": "A nurse",
            "f__choices__2__label": "Nobody",
        },
    )

    assert response.status_code == 302
    question = bank_of(copy).questions["who-looks-at-it"]
    assert [choice.slug for choice in question.choices] == [
        "a-doctor",
        "a-nurse",
        "nobody",
    ]
    assert bank_of(copy).section_of["who-looks-at-it"].slug == "use"


def test_a_measure_added_for_a_duty_meets_it(desk, copy, part_of):
    duty = part_of("apply")
    send(
        desk,
        f"{BASE}new/measure/?for={duty.pk}",
        f__title="A log book",
        f__area="quality",
        f__text="Everything is logged.",
        f__owner="quality lead",
    )

    assert bank_of(copy).duty["apply"].measures == ("file", "a-log-book")


def test_a_part_deleted_meanwhile_is_not_found(desk, paul, part_of):
    address = page_of(part_of("uses"))
    drawn = fields_of(desk.get(address))
    client_of(paul).post(f"{address}delete/")

    assert desk.post(address, drawn | {"f.text": ["Words"]}).status_code == 404


def test_deleting_says_what_it_would_break(desk, part_of):
    page = desk.get(f"{page_of(part_of('harm'))}delete/").content.decode()

    assert "parts of the bank name it" in page
    assert "Conditions and cases that test it have to be changed by hand" in page


def test_what_is_deleted_is_taken_out_of_lists_where_wanted(desk, copy, part_of):
    send(desk, f"{page_of(part_of('file'))}delete/", lists="yes")

    assert bank_of(copy).duty["apply"].measures == ()


def test_what_deleting_broke_stands_among_the_problems(desk, part_of):
    send(desk, f"{page_of(part_of('file'))}delete/", lists=[])

    page = desk.get(f"{BASE}problems/").content.decode()
    assert "No measure “File”" in page
    assert "Pick another one, or take it out." in page


def test_parts_change_places_by_their_buttons(desk, copy, part_of):
    desk.post(f"{BASE}move/", {"part": part_of("harm").pk, "to": "up"})

    section = bank_of(copy).sections[0]
    assert [question.slug for question in section.questions] == ["harm", "country"]


def test_parts_change_places_by_dragging(desk, copy, part_of):
    desk.post(
        f"{BASE}move/",
        {"part": part_of("use").pk, "before": part_of("product").pk, "to": "before"},
    )

    assert [s.slug for s in bank_of(copy).sections] == ["use", "product", "inside"]


def test_a_part_that_was_never_published_can_be_renamed_everywhere(desk, copy, part_of):
    send(
        desk,
        f"{BASE}new/question/?in={part_of('product').pk}",
        f__text="Is it new?",
        f__kind="yes_no",
    )
    software = part_of("software")
    when = {"asked_when": {"is-it-new": "yes"}}
    Part.objects.filter(pk=software.pk).update(content=software.content | when)
    desk.post(f"{page_of(part_of('is-it-new'))}rename/", {"slug": "novel"})

    bank = bank_of(copy)
    assert "novel" in bank.questions
    assert bank.questions["software"].asked_when.subject == "novel"


def test_a_part_that_was_published_keeps_its_name(desk, part_of):
    desk.post(f"{page_of(part_of('harm'))}rename/", {"slug": "hurt"})

    assert part_of("harm").slug == "harm"


@pytest.mark.parametrize(
    ("words", "found"), [("hurt", 0), ("harm", 1), ("HARM death", 1), ("log", 0)]
)
def test_a_search_finds_parts_by_their_words(desk, copy, words, found):
    page = desk.get(f"{BASE}search/", {"q": words}).content.decode()

    assert bool(re.search(r"\bharm\?", page.split("bench-rows")[-1])) is bool(found)


def test_the_preview_shows_the_question_as_founders_see_it(desk, part_of):
    page = send(desk, page_of(part_of("harm")), "preview:f", f__text="Does it burn?")

    preview = page.content.decode().split("As founders see it")[1]
    assert "Does it burn?" in preview
    assert "I don’t know yet" in preview or "I don&#x27;t know yet" in preview


def test_a_part_says_who_uses_it(desk, part_of):
    page = desk.get(page_of(part_of("harm"))).content.decode()

    assert "tests it" in page
    assert "One reference case names it too." in page


def test_an_edit_shows_what_it_does_with_the_reference_cases(desk, part_of):
    address = page_of(part_of("class-0-III"))
    fields = fields_of(desk.get(address)) | {
        "f.when.0.values": ["none"],
        "operation": ["preview:f"],
    }

    page = desk.post(address, fields).content.decode()

    table = page.split("What it does with the reference case")[1]
    assert "What may kill is class III" in table


def test_any_answers_can_be_tried_with_reasons(desk, copy):
    address = f"{BASE}try/"
    fields = fields_of(desk.get(address)) | {"f.answers.0.subject": ["harm?"]}
    fields = fields_of(desk.post(address, fields))
    fields["f.answers.0.values"] = ["death"]

    page = desk.post(address, fields).content.decode()

    assert re.search(r"<dt>Class</dt><dd>.*?<b>III</b>", page, re.DOTALL)
    assert "harm? Death" in page


def test_a_question_that_would_settle_something_can_be_answered_at_once(desk, copy):
    address = f"{BASE}try/"
    fields = fields_of(desk.get(address)) | {"operation": ["ask:harm"]}

    page = desk.post(address, fields).content.decode()

    assert 'value="harm?"' in page


def test_discarding_returns_to_the_last_version(desk, paul, copy, part_of):
    send(desk, page_of(part_of("harm")), f__text="May it hurt?")
    publisher = client_of(paul)
    assert "May it hurt?" in publisher.get(f"{BASE}discard/").content.decode()

    publisher.post(f"{BASE}discard/")

    copy.refresh_from_db()
    assert state_of(copy).fingerprint == copy.base.fingerprint
