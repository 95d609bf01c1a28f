"""A report that is being made: its page follows by itself."""

from assessments.models import Rendering


def test_a_waiting_page_turns_ready_by_itself(founder):
    founder.begin("lunaria")
    founder.go(founder.issue(Rendering.State.QUEUED))
    before = founder.page.get_by_role("status").inner_text()

    Rendering.objects.update(state=Rendering.State.READY)

    founder.page.get_by_text("Your report is ready.").wait_for()
    assert "waits" in before
    assert founder.page.get_by_role("link", name="Download the PDF").is_visible()
