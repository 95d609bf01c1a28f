"""A section is answered and saved with the keyboard alone."""

import pytest

from compliance.domain.bank import CHOICE, CHOICES
from tests.browser import walking

# What has the focus: its name, kind, value, and whether an outline shows it.
FOCUSED = """() => {
    const at = document.activeElement, look = getComputedStyle(at);
    return {
        name: at.name || at.textContent.trim(), kind: at.type || at.localName,
        value: at.value,
        outlined: look.outlineStyle !== "none" && parseFloat(look.outlineWidth) > 0,
    };
}"""
STOPS_AT_MOST = 200


def tab_to(page, wanted):
    """Press Tab until what has the focus is wanted; returns every stop on the way."""
    stops = []
    while len(stops) < STOPS_AT_MOST:
        page.keyboard.press("Tab")
        stops.append(page.evaluate(FOCUSED))
        if wanted(stops[-1]):
            return stops
    raise AssertionError(f"Tab never gets there; it stops at {stops}")


def is_save(stop):
    return stop["kind"] == "submit"


def test_the_skip_link_comes_first_and_leads_to_the_content(founder):
    founder.open("/")
    founder.page.keyboard.press("Tab")
    assert founder.page.get_by_role("link", name="Skip to the content").is_visible()

    founder.page.keyboard.press("Enter")

    assert founder.page.evaluate("document.activeElement.id") == "main"


@pytest.mark.parametrize("kind", [CHOICE, CHOICES])
def test_everything_that_takes_the_focus_shows_it(founder, kind):
    founder.begin("retinascreen")
    founder.go_to_question(kind)

    stops = tab_to(founder.page, is_save)

    assert [stop for stop in stops if not stop["outlined"]] == []


def test_a_radio_answer_is_picked_with_the_arrows_and_saved_with_enter(founder):
    page = founder.page
    founder.begin()
    question = founder.go_to_question(CHOICE)
    tab_to(page, lambda stop: stop["name"] == f"q-{question.slug}")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    picked = page.evaluate(FOCUSED)["value"]
    tab_to(page, is_save)

    with page.expect_navigation():
        page.keyboard.press("Enter")

    assert picked == question.choices[1].slug
    assert founder.stored(question.slug) == [picked]


def test_ticks_are_set_with_space_and_saved_with_enter(founder):
    page = founder.page
    founder.begin()
    question = founder.go_to_question(CHOICES)
    tab_to(page, lambda stop: stop["name"] == f"q-{question.slug}")
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    tab_to(page, is_save)

    with page.expect_navigation():
        page.keyboard.press("Enter")

    first, second, *_ = question.choices
    assert founder.stored(question.slug) == [first.slug, second.slug]


def test_the_error_summary_has_the_focus_and_leads_to_the_question(founder):
    page = founder.page
    founder.begin("retinascreen")
    founder.go_to_measures()
    page.get_by_role("radio", name="Not applicable").first.check()
    walking.press(page, walking.GO_ON)
    assert page.get_by_role("alert").evaluate(
        "alert => alert === document.activeElement"
    )

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    assert page.locator("fieldset:target").get_by_role("radio").first.is_visible()
