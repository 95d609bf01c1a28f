"""The private link: shown whole, copied with JavaScript, readable without."""

import pytest

from tests.browser.conftest import open_tab

FIELD = "Private link"
COPY = "Copy the link"


@pytest.fixture
def at_home(settings, live_server):
    """The site knows the address under which it runs here."""
    settings.WAYMARK_PUBLIC_URL = live_server.url


def test_the_page_shows_the_whole_link(at_home, founder):
    founder.begin()
    founder.go("link/")

    link = founder.page.get_by_label(FIELD).input_value()

    assert link == f"{founder.site}{founder.path}"


def test_the_link_opens_the_assessment_in_another_browser(at_home, founder, browser):
    founder.begin("lunaria", product="Lunaria")
    founder.go("link/")
    link = founder.page.get_by_label(FIELD).input_value()

    with open_tab(browser, founder.site) as elsewhere:
        elsewhere.goto(link)

        assert elsewhere.get_by_text("Lunaria").first.is_visible()


def test_the_button_copies_the_whole_link(at_home, founder):
    founder.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    founder.begin()
    founder.go("link/")

    founder.page.get_by_role("button", name=COPY).click()
    founder.page.get_by_text("Copied.").wait_for()

    copied = founder.page.evaluate("navigator.clipboard.readText()")
    assert copied == f"{founder.site}{founder.path}"


def test_without_javascript_no_button_promises_to_copy(plain_founder):
    plain_founder.begin()
    plain_founder.go("link/")

    assert plain_founder.page.get_by_label(FIELD).is_visible()
    assert plain_founder.page.get_by_role("button", name=COPY).count() == 0
