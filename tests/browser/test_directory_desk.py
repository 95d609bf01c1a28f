"""The directory editors' desk and the public search, in a real browser."""

import pytest
from django.utils import timezone

from compliance.directory_imports.arriving import take_in
from compliance.models import LinkCheck, SupportEntryRow
from tests.browser.conftest import open_tab
from tests.browser.faults import faults_of
from tests.browser.test_workbench import signed_in
from tests.compliance.directory_rows import make_row
from tests.compliance.test_directory_imports import CSV

DESK = "/admin/directory/"
DAMAGED = CSV + "second,edihh,Second,PT,yes,active,https://example.org,,2026,high\n"


@pytest.fixture
def editor(browser, live_server, transactional_db):
    """A tab of somebody who may do everything, before a small directory."""
    make_row("hub", name="Hub", source_date="2025-04-28", url="https://dead.example")
    now = timezone.now()
    LinkCheck.objects.create(
        url="https://dead.example", outcome="silent", tried_at=now, failures=3
    )
    with open_tab(browser, live_server.url) as page:
        signed_in(page.context, live_server.url)
        yield page


def desk_of_work(page):
    page.goto(DESK)


def desk_of_dead_links(page):
    page.goto(f"{DESK}?show=links")


def form_of_an_import(page):
    page.goto(f"{DESK}import/")


def form_with_a_fault(page):
    page.goto(f"{DESK}import/")
    page.get_by_role("button", name="Compare").click()
    page.get_by_role("alert").wait_for()


def import_with_changes_and_faults(page):
    arrival = take_in("csv", "list.csv", DAMAGED.encode(), "2026-11-20")
    page.goto(f"{DESK}import/{arrival.pk}/")


def history_of_an_entry(page):
    row = SupportEntryRow.objects.get()
    row.name = "Another name"
    row.save()
    page.goto(f"{DESK}entry/{row.pk}/history/")


PLACES = (
    *(desk_of_work, desk_of_dead_links, form_of_an_import, form_with_a_fault),
    *(import_with_changes_and_faults, history_of_an_entry),
)


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.__name__)
def test_a_page_of_the_desk_holds_for_everybody(editor, place):
    place(editor)

    assert faults_of(editor) == []


def test_an_import_is_applied_by_its_ticks(editor):
    import_with_changes_and_faults(editor)
    editor.get_by_label("Health focus").uncheck()

    editor.get_by_role("button", name="Take over what is ticked").click()
    editor.get_by_text("Settled on").wait_for()

    row = SupportEntryRow.objects.get()
    assert (row.name, row.health_focus) == ("Renamed", "unknown")


def test_the_directory_is_searched_without_scripts(plain_founder):
    page = plain_founder.page
    plain_founder.open("/directory/")
    page.get_by_label("Words").fill("imaging")
    page.get_by_label("Country").select_option("PT")
    page.get_by_label("Also what serves it from elsewhere").check()

    page.get_by_role("button", name="Show").click()
    page.get_by_role("link", name="Cancer Image Europe").first.click()

    assert page.get_by_role("heading", level=1).inner_text().startswith("Cancer Image")
