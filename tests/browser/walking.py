"""The walk as a founder does it: reading a page, answering it, going on."""

import json
from pathlib import Path

from compliance.domain.bank import UNSURE

PAGES_AT_MOST = 80
GO_ON = "Save and go on"
# Every control of a question that is drawn: its name and how it is answered.
READ_CONTROLS = """controls => controls.map(control => ({
    name: control.name, value: control.value, kind: control.type || control.localName,
}))"""


def start(page, example):
    """Fill in the start page; returns the slugs of the questions it asked."""
    page.goto("/start/")
    page.get_by_label("Product name").fill(example.product)
    page.get_by_role("textbox", name="Organisation").fill(example.organisation)
    asked = answer_page(page, example.answers)
    press(page, "Start")
    return asked


def answer_page(page, answers):
    """Answer what the page asks and the answers hold; returns what it asked."""
    controls = page.locator("main [name^='q-']").evaluate_all(READ_CONTROLS)
    kinds = {each["name"].removeprefix("q-"): each["kind"] for each in controls}
    for slug, answer in answers.items():
        if slug in kinds:
            answer_question(page, slug, answer, kinds[slug])
    return set(kinds)


def answer_question(page, slug, answer, kind):
    """Pick, type or leave open, as the answer says; add its note."""
    picked = kind in ("radio", "checkbox")
    for value in answer.values:
        if picked:
            page.locator(f"[name='q-{slug}'][value='{value}']").check()
        elif kind == "select-one":
            page.locator(f"[name='q-{slug}']").select_option(value)
        else:
            page.locator(f"[name='q-{slug}']").fill(value)
    if answer.unsure:
        name = f"q-{slug}" if picked else f"q-{slug}-{UNSURE}"
        page.locator(f"[name='{name}'][value='{UNSURE}']").check()
    if answer.note:
        write_note(page, slug, answer.note)


def write_note(page, slug, note):
    """Open the note of a question where it is closed, and write it."""
    field = page.locator(f"[name='note-{slug}']")
    if not field.is_visible():
        page.locator("details", has=field).locator("summary").click()
    field.fill(note)


def press(page, name):
    """Press the button and wait for the page that follows; returns its response."""
    with page.expect_navigation() as waiting:
        page.get_by_role("button", name=name, exact=True).click()
    return waiting.value


def follow(page, name):
    """Follow the link in the content and wait for its page."""
    with page.expect_navigation():
        page.get_by_role("main").get_by_role("link", name=name, exact=True).click()


def title(page):
    """What the page's only main heading says."""
    return page.get_by_role("heading", level=1).inner_text()


def walk(page, answers):
    """Answer page by page as long as there is one more to save.

    Returns the slugs of every question and measure that was asked on the way.
    """
    asked = set()
    for _ in range(PAGES_AT_MOST):
        if not page.get_by_role("button", name=GO_ON, exact=True).count():
            return asked
        asked |= answer_page(page, answers)
        press(page, GO_ON)
    raise AssertionError(f"The walk does not end; it hangs at {page.url}")


def go_to_measures(page):
    """From the result, by its plan, to the first area of measures."""
    follow(page, "Gaps and plan")
    with page.expect_navigation():
        page.get_by_role("main").locator("a[href$='/measures/']").first.click()


def download(page, name):
    """The content of the file behind a link."""
    with page.expect_download() as waiting:
        page.get_by_role("main").get_by_role("link", name=name, exact=True).click()
    return Path(waiting.value.path()).read_bytes()


def download_json(page, name):
    """The JSON behind a link, read."""
    return json.loads(download(page, name))


def issue_report(page):
    """Issue a report from the result and stay on its page until it is ready."""
    press(page, "Issue report (PDF)")
    page.get_by_text("Your report is ready.").wait_for()
