import pytest

from assessments.keeping import start_assessment
from compliance.models import BankVersion
from tests.factories import make_answers
from tests.workbench.pages import BASE, client_of, fields_of, send

PUBLISH = f"{BASE}publish/"


@pytest.fixture
def desk(paul):
    return client_of(paul)


def edit(desk, part, **changes):
    send(desk, f"{BASE}part/{part.pk}/", **changes)


def turn_the_rule_round(desk, part_of):
    edit(desk, part_of("class-0-III"), **{"f__when__0__values": ["none"]})


def page_text(response):
    return " ".join(response.content.decode().split())


def test_the_page_tells_every_change_in_words(desk, copy, part_of):
    edit(desk, part_of("harm"), f__text="May it hurt?")
    edit(desk, part_of("start"), f__date="2028-08-02")

    page = page_text(desk.get(PUBLISH))

    assert "Publish version 1.1.0" in page
    assert "2 things change since 1.0.0" in page
    assert "May it hurt?" in page
    assert "moves a date" in page


def test_words_alone_make_a_patch(desk, copy, part_of):
    edit(desk, part_of("harm"), f__text="May it hurt?")

    assert "Publish version 1.0.1" in page_text(desk.get(PUBLISH))


def test_a_version_is_published_with_its_line(desk, copy, part_of):
    edit(desk, part_of("harm"), f__text="May it hurt?")

    response = send(desk, PUBLISH, changelog="Plainer words.")

    assert response.status_code == 302
    version = BankVersion.objects.get(number="1.0.1")
    assert (version.author, version.changelog) == ("paul", "Plainer words.")


def test_without_a_line_it_is_told_what_is_left_to_do(desk, copy, part_of):
    edit(desk, part_of("harm"), f__text="May it hurt?")

    response = send(desk, PUBLISH)

    assert response.status_code == 422
    assert "One thing to do before you can publish." in page_text(response)
    assert BankVersion.objects.count() == 1


def test_a_case_with_another_verdict_is_shown_before_and_after(desk, part_of):
    turn_the_rule_round(desk, part_of)

    page = page_text(desk.get(PUBLISH))

    assert "What may kill is class III" in page
    assert "expected III, found I" in page


def test_a_failing_case_has_to_be_confirmed_with_a_reason(desk, part_of):
    turn_the_rule_round(desk, part_of)

    refused = send(desk, PUBLISH, changelog="Turned round.", meant=["deadly-thing"])
    accepted = send(
        desk,
        PUBLISH,
        changelog="Turned round.",
        meant=["deadly-thing"],
        reason="It was the wrong way round.",
    )

    assert refused.status_code == 422
    assert accepted.status_code == 302
    assert part_of("deadly-thing").content["differs"] == "It was the wrong way round."


def test_what_was_written_stays_where_publishing_is_refused(desk, part_of):
    turn_the_rule_round(desk, part_of)

    page = page_text(send(desk, PUBLISH, changelog="My line.", reason="My reason."))

    assert "My line." in page
    assert "My reason." in page


def test_a_bank_edited_since_the_page_was_drawn_is_not_published(desk, copy, part_of):
    edit(desk, part_of("harm"), f__text="First")
    drawn = fields_of(desk.get(PUBLISH)) | {"changelog": ["Words."]}
    edit(desk, part_of("harm"), f__text="Second")

    response = desk.post(PUBLISH, drawn)

    assert response.status_code == 409
    assert "edited since this page was drawn" in page_text(response)


def test_running_assessments_that_would_differ_are_counted_and_nothing_else(
    desk, copy, part_of
):
    for harm in ("death", "death", "none"):
        answers = make_answers(country="PT", harm=harm)
        start_assessment(copy.base, "Secret product", "Secret firm", answers)
    turn_the_rule_round(desk, part_of)

    page = page_text(desk.get(PUBLISH))

    assert "<b>3</b> would see a difference, <b>0</b> would not" in page
    assert "Class: 3" in page
    assert "Secret" not in page


def test_an_assessment_that_comes_out_the_same_is_not_counted(desk, copy, part_of):
    start_assessment(copy.base, "Probe", "", make_answers(country="PT"))
    edit(desk, part_of("harm"), f__text="May it hurt?")

    page = page_text(desk.get(PUBLISH))

    assert "<b>0</b> would see a difference, <b>1</b> would not" in page


def test_a_question_whose_meaning_changed_makes_the_version_major(desk, part_of):
    edit(desk, part_of("harm"), f__text="Something else?")

    send(desk, PUBLISH, changelog="Asks for something else.", meaning=["harm"])

    assert BankVersion.objects.filter(number="2.0.0").exists()


def test_the_versions_page_tells_what_each_one_changed(desk, copy, part_of):
    edit(desk, part_of("harm"), f__text="May it hurt?")
    send(desk, PUBLISH, changelog="Plainer words.")

    assert "Plainer words." in page_text(desk.get(f"{BASE}versions/"))
    page = page_text(desk.get(f"{BASE}versions/1.0.1/"))
    assert "What changed since 1.0.0" in page
    assert "May it hurt?" in page
