"""The editors' workbench in a real browser: for everybody, with and without scripts."""

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.core.cache import cache
from django.test import Client
from playwright.sync_api import expect

from compliance.models import Part
from compliance.workbench import state
from compliance.workbench.arrivals import import_bank, receive_shipped
from compliance.workbench.editing import change_part, delete_part
from compliance.workbench.filling import copy_of_newest
from tests.browser.conftest import open_tab
from tests.browser.faults import faults_of
from tests.factories import make_bank, make_duty, walk_document
from tests.workbench.conftest import CASE

BASE = "/admin/workbench/health-ai/"


class Editor:
    """Somebody who publishes, with a tab before the workbench of a small bank."""

    def __init__(self, page, copy):
        self.page, self.copy = page, copy

    def go(self, path=""):
        """Open a page of the bank."""
        assert self.page.goto(BASE + path).status == 200

    def part(self, slug):
        """A part of the bank by its slug."""
        parts = Part.objects.select_related("copy").exclude(kind="trail")
        return parts.get(slug=slug)

    def open(self, slug, more=""):
        """Open the page of a part."""
        self.go(f"part/{self.part(slug).pk}/{more}")

    def edit(self, slug, **content):
        """Change a part behind the editor's back."""
        part = self.part(slug)
        change_part(part, part.content | content, part.revision)


def signed_in(context, address):
    """Give a browser the session of a publisher."""
    client = Client()
    client.force_login(User.objects.create_superuser("paul", password="none"))
    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": address}])


@pytest.fixture
def small(live_server, transactional_db):
    """The small bank with a case, published, and its working copy."""
    cache.clear()
    state._state.cache_clear()
    duties = [make_duty("apply", {"class": "III"})]
    bank = make_bank(duties=duties, **walk_document() | {"reference_cases": [CASE]})
    receive_shipped(bank)
    return copy_of_newest("health-ai")


@pytest.fixture
def editor(browser, live_server, small):
    with open_tab(browser, live_server.url) as page:
        signed_in(page.context, live_server.url)
        yield Editor(page, small)


def bank(editor):
    editor.go()


def law(editor):
    editor.go("law/")


def sources(editor):
    editor.go("all/provision/")


def section(editor):
    editor.open("use")


def question(editor):
    editor.open("learns")


def new_question(editor):
    editor.go(f"new/question/?in={editor.part('use').pk}")


def rule_with_a_reading(editor):
    reading = {"also": ["I"], "text": "Some read it otherwise.", "provisions": []}
    editor.edit("class-0-III", disputed=reading)
    editor.open("class-0-III")


def condition_of_groups(editor):
    inner = {"any": [{"ai": "yes"}, {"not": {"uses": ["hiring", "chat"]}}]}
    editor.edit("apply", when={"all": [{"class": "III"}, inner]})
    editor.open("apply")


def duty(editor):
    editor.open("apply")


def case(editor):
    editor.open("deadly-thing")


def head(editor):
    editor.open("health-ai")


def attempt(editor):
    editor.go("try/?case=deadly-thing")


def cases(editor):
    editor.edit("class-0-III", when={"harm": "none"})
    editor.go("cases/")


def problems(editor):
    delete_part(editor.part("file"))
    editor.go("problems/")


def search(editor):
    editor.go("search/?q=harm")


def publish(editor):
    editor.edit("harm", text="May it hurt?")
    editor.edit("class-0-III", when={"harm": "none"})
    editor.go("publish/")


def nothing_to_publish(editor):
    editor.go("publish/")


def versions(editor):
    editor.go("versions/")


def history(editor):
    editor.edit("harm", text="May it hurt?")
    editor.go("history/")


def deletion(editor):
    editor.open("harm", "delete/")


def an_import(editor):
    editor.go("import/")


def refused_import(editor):
    editor.go("import/")
    broken = {"name": "bank.yaml", "mimeType": "text/yaml", "buffer": b"slug: [a]"}
    editor.page.get_by_label("A YAML file").set_input_files(broken)
    editor.page.get_by_role("button", name="Compare").click()
    editor.page.get_by_role("alert").wait_for()


def comparison(editor):
    document = walk_document() | {"headlines": [{"text": "Another"}]}
    arrival = import_bank(make_bank(**document), "bank.yaml", "paul")
    editor.go(f"import/{arrival.pk}/")


def refused_form(editor):
    editor.open("harm")
    editor.page.get_by_label("Question", exact=True).fill("")
    editor.page.get_by_role("button", name="Save").click()
    editor.page.get_by_role("alert").wait_for()


def conflict(editor):
    editor.open("harm")
    editor.edit("harm", text="Saved meanwhile")
    editor.page.get_by_label("Question", exact=True).fill("Mine")
    editor.page.get_by_role("button", name="Save").click()
    editor.page.get_by_role("alert").wait_for()


PLACES = (
    *(bank, law, sources, section, question, new_question, rule_with_a_reading),
    *(condition_of_groups, duty, case, head, attempt, cases, problems, search),
    *(publish, nothing_to_publish, versions, history, deletion),
    *(an_import, refused_import, comparison, refused_form, conflict),
)


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.__name__)
def test_a_page_of_the_workbench_has_no_fault(editor, place):
    place(editor)

    assert faults_of(editor.page) == []


def test_a_line_of_a_condition_is_added_without_leaving_the_page(editor):
    editor.open("software")
    editor.page.get_by_label("Who usually knows").fill("Not saved yet")

    editor.page.get_by_role("button", name="Add a line", exact=True).click()

    editor.page.get_by_label("Question or verdict 1").wait_for()
    who = editor.page.get_by_label("Who usually knows")
    assert who.input_value() == "Not saved yet"


def test_a_picked_subject_offers_its_values_and_reads_as_a_sentence(editor):
    editor.open("software")
    editor.page.get_by_role("button", name="Add a line", exact=True).click()
    editor.page.get_by_label("Question or verdict 1").fill("Verdict: Class")
    editor.page.keyboard.press("Tab")

    editor.page.get_by_label("III", exact=True).check()

    editor.page.get_by_text("Reads as").wait_for()
    sentence = editor.page.locator(".reads-as").inner_text()
    assert "Ask this when Class is III." in sentence


def test_what_is_typed_right_after_picking_a_subject_is_kept(editor):
    editor.open("apply")
    subject = editor.page.get_by_label("Question or verdict 1")
    subject.fill("harm?")
    whom = editor.page.get_by_label("Whom it binds")
    whom.click()

    whom.press_sequentially("somebody who types slowly", delay=60)

    editor.page.get_by_label("Death", exact=True).wait_for()
    assert whom.input_value() == "providersomebody who types slowly"
    assert whom.evaluate("field => field === document.activeElement")


def test_the_preview_follows_what_is_typed(editor):
    editor.open("harm")

    editor.page.get_by_label("Question", exact=True).fill("Does it burn?")

    preview = editor.page.locator(".question-preview")
    preview.get_by_text("Does it burn?").wait_for()


def test_a_question_is_dragged_to_another_place(editor):
    editor.open("product")
    rows = editor.page.locator("[data-part]")

    rows.nth(1).drag_to(rows.nth(0))

    editor.page.wait_for_url("**#row-*")
    assert "harm?" in editor.page.locator("[data-part]").first.inner_text()


def test_a_choice_is_dragged_to_another_place_and_saved(editor):
    editor.open("harm")
    rows = editor.page.locator("[data-item]")
    first = rows.nth(0).locator("textarea, input:not([type=hidden])").first
    assert first.input_value() == "Death"

    editor.page.locator(".drag-handle").nth(1).drag_to(rows.nth(0))
    expect(first).not_to_have_value("Death")
    editor.page.get_by_role("button", name="Save", exact=True).click()
    editor.page.get_by_role("status").wait_for()

    choices = editor.part("harm").content["choices"]
    assert [each["slug"] for each in choices] == ["none", "death"]


def test_enter_in_a_field_saves(editor):
    editor.open("harm")
    editor.page.get_by_label("Who usually knows").fill("a doctor")

    editor.page.keyboard.press("Enter")

    editor.page.get_by_role("status").wait_for()
    assert editor.part("harm").content["who"] == "a doctor"
