"""The desk of the directory editors: work, imports field by field, history, roles."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from compliance.directory_desk.work import work_of
from compliance.directory_imports.tables import MAX_BYTES
from compliance.domain.entry_gaps import gaps_of, shared_addresses
from compliance.models import DirectoryArrival, LinkCheck, SupportEntryRow
from tests.compliance.directory_rows import make_row, new_row
from tests.compliance.test_directory_imports import CSV

pytestmark = [pytest.mark.django_db, pytest.mark.database]

DESK = "/admin/directory/"
IMPORT = f"{DESK}import/"


@pytest.fixture
def dora(make_person):
    """A client of somebody who edits the directory."""
    client = Client()
    client.force_login(make_person("dora", "Directory editors"))
    return client


@pytest.fixture
def edith(make_person):
    """A client of somebody who edits question banks and no directory."""
    client = Client()
    client.force_login(make_person("edith", "Editors"))
    return client


def bring_in(client, content=CSV, source="csv", **more):
    sent = SimpleUploadedFile("list.csv", content.encode())
    return client.post(IMPORT, {"file": sent, "source": source, **more})


def text_of(response, status=200):
    assert response.status_code == status
    return response.content.decode()


def nobody(host, port):
    raise OSError(f"{host} is not asked in tests")


def dead_link(url):
    now = timezone.now()
    return LinkCheck.objects.create(url=url, outcome="silent", tried_at=now, failures=3)


@pytest.mark.parametrize("address", [DESK, IMPORT, f"{DESK}entry/1/history/"])
def test_only_directory_editors_come_in(client, edith, address):
    assert client.get(address)["Location"].startswith("/admin/login/")
    assert edith.get(address).status_code == 403


@pytest.mark.parametrize("address", [f"{DESK}verified/", f"{DESK}links/"])
def test_only_directory_editors_change_anything(edith, address):
    assert edith.post(address).status_code == 403


def test_a_directory_editor_without_the_right_to_import_is_refused(make_person):
    person = make_person("dora", "Directory editors")
    person.groups.first().permissions.remove(
        *person.groups.first().permissions.filter(codename="import_directory")
    )
    client = Client()
    client.force_login(person)

    assert client.get(DESK).status_code == 200
    assert bring_in(client).status_code == 403
    assert not DirectoryArrival.objects.exists()


def test_each_list_of_work_names_its_entries_with_the_reason():
    today = timezone.localdate()
    make_row("old", source_date="2025-04-28", url="https://a.example")
    make_row("dead", url="https://dead.example")
    make_row("closed", closes=today - timedelta(days=1))
    make_row("weak", confidence="low")
    make_row("ended", source_date="2020", status="ended")
    dead_link("https://dead.example")

    lists = work_of(today)

    assert [task.entry.slug for task in lists["overdue"]] == ["old"]
    assert [task.entry.slug for task in lists["links"]] == ["dead"]
    assert [task.entry.slug for task in lists["expired"]] == ["closed"]
    assert [task.entry.slug for task in lists["doubtful"]] == ["weak"]
    assert "90 are allowed" in lists["overdue"][0].reason
    assert "does not answer, 3 times" in lists["links"][0].reason


def test_what_an_entry_does_not_say_is_told():
    for number in range(4):
        make_row(f"site-{number}", kind="tef-node", source_url="https://list.example")
    entries = [row.as_value() for row in SupportEntryRow.objects.all()]

    told = gaps_of(entries[0], shared_addresses(entries))

    assert "no source of its own" in told
    assert "no place" in told
    assert "no word on how to ask" in told
    assert "no word on who may apply" in told


def test_a_tick_verifies_an_entry_and_the_history_says_who(dora):
    row = make_row("old", source_date="2025-04-28")
    assert "Old" in text_of(dora.get(DESK, {"show": "overdue"}))

    told = text_of(
        dora.post(f"{DESK}verified/", {"entry": row.pk, "show": "overdue"}, follow=True)
    )

    row.refresh_from_db()
    assert row.last_verified == timezone.localdate()
    assert "1 verified today" in told
    history = text_of(dora.get(f"{DESK}entry/{row.pk}/history/"))
    assert "dora" in history
    assert "verified" in history


def test_an_entry_that_nobody_changed_says_so(dora):
    SupportEntryRow.objects.bulk_create([new_row("hub")])
    pk = SupportEntryRow.objects.get().pk

    told = text_of(dora.get(f"{DESK}entry/{pk}/history/"))

    assert "Nothing was changed since it came with Waymark." in told


def test_links_are_tried_when_asked_for(dora, monkeypatch):
    make_row("hub")
    monkeypatch.setattr("compliance.links.checking.time.sleep", lambda seconds: None)
    monkeypatch.setattr("compliance.links.fetching.public_address", nobody)

    dora.post(f"{DESK}links/")

    assert LinkCheck.objects.count() == 2


def test_an_import_is_seen_first_and_applied_field_by_field(dora):
    row = make_row("hub", name="Hub", place="Porto", health_focus="no")

    response = bring_in(dora)
    page = text_of(dora.get(response["Location"]))
    row.refresh_from_db()
    assert "Renamed" in page
    assert row.name == "Hub"

    told = text_of(dora.post(response["Location"], {"take": ["0.name"]}, follow=True))

    row.refresh_from_db()
    assert "Applied: 0 new, 1 fields changed" in told
    assert (row.name, row.health_focus) == ("Renamed", "no")
    assert row.history.first().history_user.username == "dora"


def test_an_import_that_was_applied_cannot_be_applied_again(dora):
    make_row("hub", name="Hub")
    address = bring_in(dora)["Location"]
    dora.post(address, {"take": []})

    told = text_of(dora.post(address, {"take": ["0.name"]}))

    assert "Settled on" in told
    assert SupportEntryRow.objects.get().name == "Hub"


def test_an_import_set_aside_changes_nothing(dora):
    make_row("hub", name="Hub")
    address = bring_in(dora)["Location"]

    dora.post(address, {"do": "set-aside", "take": ["0.name"]})

    assert SupportEntryRow.objects.get().name == "Hub"


def test_faults_are_listed_with_their_rows(dora):
    damaged = CSV + "second,edihh,Second,PT,yes,active,https://example.org,,2026,high\n"

    told = text_of(dora.get(bring_in(dora, damaged)["Location"]))

    assert "2 faults" in told
    assert "line 3, kind" in told


@pytest.mark.parametrize(
    ("content", "more", "told"),
    [
        ("", {}, "The file is empty."),
        (CSV, {"dated": "yesterday"}, "is not a date"),
        (CSV, {"source": "edih"}, "no column EDIH Name"),
        (CSV, {"source": "wizard"}, "Choose what kind of list"),
        ("x" * (MAX_BYTES + 200_000), {}, "Choose what kind of list"),
    ],
)
def test_a_file_that_is_not_taken_is_told_why(dora, content, more, told):
    assert told in text_of(bring_in(dora, content, **more), 422)
    assert not DirectoryArrival.objects.exists()


def test_a_forged_form_is_refused(make_person):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(make_person("dora", "Directory editors"))

    assert bring_in(strict).status_code == 403


@pytest.mark.parametrize(
    "take",
    [["99.name"], ["0.nothing"], ["x"], ["-1"], ["0" * 500], ["0.edited_fields"]],
)
def test_strange_ticks_change_nothing(dora, take):
    row = make_row("hub", name="Hub")
    address = bring_in(dora)["Location"]

    assert dora.post(address, {"take": take}).status_code == 302

    row.refresh_from_db()
    assert (row.name, row.edited_fields) == ("Hub", [])


def test_a_dead_link_is_told_on_the_page_of_the_entry(client):
    make_row("hub", url="https://dead.example")
    dead_link("https://dead.example")

    told = text_of(client.get("/directory/hub/"))

    assert "Their site did not answer when last tried" in told


def test_the_admin_leads_to_history_and_imports(dora):
    row = make_row("hub")
    base = "/admin/compliance/"

    assert (
        dora.get(f"{base}supportentryrow/{row.pk}/history/")["Location"]
        == f"{DESK}entry/{row.pk}/history/"
    )
    assert dora.get(f"{base}directoryarrival/")["Location"] == IMPORT
    assert dora.get(f"{base}linkcheck/").status_code == 200


@pytest.mark.parametrize("work", ["overdue", "links", "expired", "doubtful", "gaps"])
def test_the_admin_filters_by_work_and_freshness(dora, work):
    make_row("hub")

    query = {"work": work, "freshness": "fresh"}

    assert dora.get("/admin/compliance/supportentryrow/", query).status_code == 200
