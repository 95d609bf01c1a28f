import pytest

from assessments.answering import fingerprint_of
from assessments.models import Answer
from compliance.domain.answers import answer_of

pytestmark = pytest.mark.django_db
STEP = "section_wizard-current_step"


def address(code, step):
    return f"/a/{code}/s/{step}/"


def drawn_form(client, code, step):
    """What a browser would send back: the hidden fields of the page."""
    response = client.get(address(code, step))
    return {each["name"]: each["value"] for each in response.context["hidden"]}


def send(client, code, step, **fields):
    """Fill a freshly drawn page and send it; `_` stands for `-`."""
    sent = drawn_form(client, code, step)
    sent |= {name.replace("_", "-"): value for name, value in fields.items()}
    return client.post(address(code, step), sent)


def stored(assessment):
    return {row.slug: row.as_value() for row in assessment.answers.all()}


def test_answers_are_saved_and_the_walk_goes_on(client, code, assessment):
    response = send(client, code, "product", q_country="PT", q_harm="death")

    assert response.url == address(code, "inside")
    assert stored(assessment)["harm"] == answer_of("death")


def test_nothing_has_to_be_answered_to_go_on(client, code, assessment):
    response = send(client, code, "product", q_country="PT")

    assert response.url == address(code, "inside")
    assert not stored(assessment)["country"].unsure


def test_a_note_is_kept_with_the_answer(client, code, assessment):
    send(client, code, "product", q_harm="none", note_harm="We tried it.")

    assert stored(assessment)["harm"].note == "We tried it."


def test_a_question_behind_its_neighbour_follows_on_the_same_page(client, code):
    response = client.get(address(code, "inside"))
    assert [q["slug"] for q in response.context["questions"]] == ["software"]

    response = send(client, code, "inside", q_software="yes")

    assert response.url == address(code, "inside") + "#q-learns"


def test_a_section_that_is_not_needed_is_skipped(client, code):
    send(client, code, "product", q_harm="none")
    response = send(client, code, "inside", q_software="no")

    assert response.url == f"/a/{code}/answers/"


def test_an_unsure_gate_asks_what_may_matter(client, code):
    send(client, code, "inside", q_software="unsure")

    response = client.get(address(code, "inside"))

    assert [q["slug"] for q in response.context["questions"]] == ["software", "learns"]


def test_measures_follow_the_questions_when_a_duty_needs_them(client, code, assessment):
    send(client, code, "product", q_harm="death")
    assert client.get(f"/a/{code}/measures/").url == address(code, "readiness-quality")

    response = send(client, code, "readiness-quality", q_file="partly")

    assert response.url == f"/a/{code}/plan/"
    assert stored(assessment)["file"] == answer_of("partly")


def test_setting_a_measure_aside_needs_a_reason(client, code, assessment):
    send(client, code, "product", q_harm="death")

    response = send(client, code, "readiness-quality", q_file="not-applicable")

    assert "Say in the note why" in response.content.decode()
    assert "file" not in stored(assessment)


def test_none_of_these_cannot_stand_beside_another(client, code, assessment):
    send(client, code, "inside", q_software="yes", q_learns="yes")
    send(client, code, "inside", q_software="yes", q_learns="yes")

    response = send(client, code, "use", q_uses=["hiring", "none"])

    assert response.context["errors"][0]["href"] == "#q-uses"
    assert "uses" not in stored(assessment)


def test_a_second_tab_is_told_and_nothing_is_lost(client, code, assessment):
    old = drawn_form(client, code, "product")
    send(client, code, "product", q_country="PT", q_harm="none")

    response = client.post(
        address(code, "product"), old | {"q-country": "DE", "q-harm": "death"}
    )

    assert response.status_code == 409
    changed = response.context["conflict"]["changed"]
    assert [each["saved"] for each in changed] == ["Portugal", "None"]
    assert stored(assessment)["harm"] == answer_of("none")


def test_the_second_tab_may_save_its_own_answers(client, code, assessment):
    old = drawn_form(client, code, "product")
    send(client, code, "product", q_country="PT", q_harm="none")
    mine = {"q-country": "DE", "q-harm": "death"}
    response = client.post(address(code, "product"), old | mine)
    shown = {each["name"]: each["value"] for each in response.context["hidden"]}

    client.post(address(code, "product"), shown | mine | {"resolve": "mine"})

    assert stored(assessment)["harm"] == answer_of("death")


def test_the_second_tab_may_keep_what_is_saved(client, code, assessment):
    old = drawn_form(client, code, "product")
    send(client, code, "product", q_country="PT", q_harm="none")
    mine = {"q-country": "DE", "q-harm": "death", "resolve": "saved"}

    response = client.post(address(code, "product"), old | mine)

    assert response.url == address(code, "inside")
    assert stored(assessment)["harm"] == answer_of("none")


def test_the_same_answers_sent_twice_are_no_conflict(client, code):
    old = drawn_form(client, code, "product")
    sent = old | {"q-country": "PT", "q-harm": "none"}
    client.post(address(code, "product"), sent)

    assert client.post(address(code, "product"), sent).status_code == 302


def test_a_form_for_another_section_is_refused(client, code, assessment):
    sent = drawn_form(client, code, "product") | {"q-software": "yes"}

    assert client.post(address(code, "inside"), sent).status_code == 400
    assert "software" not in stored(assessment)


def test_an_unknown_choice_is_refused(client, code, assessment):
    response = send(client, code, "product", q_harm="invented")

    assert response.context["errors"]
    assert "harm" not in stored(assessment)


def test_the_walk_resumes_at_the_first_section_with_something_unanswered(client, code):
    send(client, code, "product", q_country="PT", q_harm="none")

    assert client.get(f"/a/{code}/").url == address(code, "inside")


def test_a_finished_walk_resumes_at_the_check_of_answers(client, code):
    send(client, code, "product", q_country="PT", q_harm="none")
    send(client, code, "inside", q_software="no")

    assert client.get(f"/a/{code}/").url == f"/a/{code}/answers/"


def test_reading_a_page_changes_nothing(client, code, assessment):
    before = list(Answer.objects.values())

    client.get(address(code, "product") + "?reset=1")
    client.get(f"/a/{code}/?reset=1")

    assert list(Answer.objects.values()) == before


def test_the_fingerprint_changes_with_any_answer():
    one = {"a": answer_of("yes")}
    other = {"a": answer_of("yes", "with a note")}

    assert fingerprint_of(one, ["a"]) != fingerprint_of(other, ["a"])


def test_drawing_a_section_takes_three_queries_at_most(
    client, code, django_assert_max_num_queries
):
    client.get(address(code, "product"))

    with django_assert_max_num_queries(3):
        client.get(address(code, "product"))


def test_saving_a_section_takes_eight_queries_at_most(
    client, code, django_assert_max_num_queries
):
    sent = drawn_form(client, code, "product")

    with django_assert_max_num_queries(8):
        client.post(address(code, "product"), sent | {"q-harm": "none"})


@pytest.mark.parametrize(
    "sent", [{}, {STEP: "product"}, {STEP: "product", "drawn": "x", "asked": "a,b"}]
)
def test_a_broken_form_never_ends_in_a_server_error(client, code, sent):
    assert client.post(address(code, "product"), sent).status_code in (302, 400, 409)


def test_the_order_of_ticks_makes_no_difference(client, code, assessment):
    send(client, code, "inside", q_software="yes", q_learns="yes")
    send(client, code, "inside", q_software="yes", q_learns="yes")

    send(client, code, "use", q_uses=["chat", "hiring"])

    assert stored(assessment)["uses"] == answer_of(["hiring", "chat"])
