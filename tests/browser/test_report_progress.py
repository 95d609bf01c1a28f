"""A report that is being made: its page follows by itself."""

import pytest

from assessments.models import Rendering
from assessments.rendering import queued


def test_a_waiting_page_turns_ready_by_itself(founder):
    founder.begin("lunaria")
    founder.go(founder.issue(Rendering.State.QUEUED))
    before = founder.page.get_by_role("status").inner_text()

    Rendering.objects.update(state=Rendering.State.READY)

    founder.page.get_by_text("Your report is ready.").wait_for()
    assert "waits" in before
    assert founder.page.get_by_role("link", name="Download the PDF").is_visible()


def test_a_form_turns_ready_without_moving_the_reader(founder):
    founder.begin("first-in-line")
    path = founder.issue(Rendering.State.READY)
    queued(founder.assessment.reports.get(), Rendering.Form.DOCX)
    founder.go(f"{path}#method")
    before = founder.page.evaluate("scrollY")

    Rendering.objects.update(state=Rendering.State.READY)

    founder.page.get_by_role("link", name="Text to edit, Word").wait_for()
    assert before > 1000
    assert founder.page.evaluate("scrollY") == pytest.approx(before, abs=60)


def test_a_form_is_asked_for_and_followed(founder):
    founder.begin("first-in-line")
    founder.go(founder.issue(Rendering.State.READY))

    founder.page.get_by_role("button", name="Make it").last.click()

    founder.page.get_by_role("link", name="Tables, Excel").wait_for()
    assert Rendering.objects.get(form="xlsx").is_ready
