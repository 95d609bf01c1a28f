"""Scripts only enhance: without them the walk comes to its report all the same."""

from io import BytesIO

import pikepdf

from assessments.models import Rendering
from tests.browser import walking


def test_the_walk_comes_to_an_issued_report(plain_founder, examples):
    page, example = plain_founder.page, examples["lunaria"]
    walking.start(page, example)
    walking.follow(page, "Go to the questions")
    walking.walk(page, example.answers)
    walking.follow(page, "Show the result")
    walking.go_to_measures(page)
    walking.walk(page, example.answers)
    walking.follow(page, "Overview")
    walking.issue_report(page)

    with pikepdf.open(BytesIO(walking.download(page, "Download the PDF"))) as document:
        assert document.Root.MarkInfo.Marked


def test_a_waiting_report_offers_to_look_again(plain_founder):
    page = plain_founder.page
    plain_founder.begin("lunaria")
    plain_founder.go(plain_founder.issue(Rendering.State.QUEUED))
    Rendering.objects.update(state=Rendering.State.READY)

    walking.follow(page, "Look again")

    assert page.get_by_text("Your report is ready.").is_visible()


def test_none_of_these_beside_another_answer_is_told_and_kept(plain_founder):
    page = plain_founder.page
    plain_founder.begin("lunaria")
    question = plain_founder.go_to_one_that(has_none_of_these)
    boxes = page.locator(f"[name='q-{question.slug}']")
    for place in range(boxes.count()):
        boxes.nth(place).check()

    walking.press(page, walking.GO_ON)

    assert page.get_by_role("alert").is_visible()
    assert boxes.first.is_checked()


def has_none_of_these(question):
    return any(choice.exclusive for choice in question.choices)
