"""Lists from outside in general: kept edits, hostile files, one transaction."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.core.management.base import CommandError

from compliance.directory import load_directory, record_edit
from compliance.directory_imports.arriving import (
    SettledError,
    apply,
    proposed_ticks,
    set_aside,
    take_in,
)
from compliance.directory_imports.readings import UnreadableFileError
from compliance.models import DirectoryArrival, SupportEntryRow
from tests.compliance.catalogue import hubs, row_of, workbook_of
from tests.compliance.directory_rows import make_row

pytestmark = [pytest.mark.django_db, pytest.mark.database]

CSV = (
    "slug,kind,name,country,health_focus,status,url,source_url,source_date,confidence\n"
    "hub,edih,Renamed,PT,yes,active,https://example.org,"
    "https://example.org/source,2026-11-20,high\n"
)
BODIES = (
    "Body number;Name;Country;Legislation;Codes\n"
    "0044;TÜV NORD CERT GmbH;Germany;MDR;MDA 0315, MDS 1010\n"
    "NB 9999;Example Body;PT;MDR, IVDR;\n"
    "0001;Lifts;Germany;2014/33/EU;\n"
)


def imported(text, source="csv"):
    return take_in(source, "list.csv", text.encode(), "2026-11-20")


@pytest.fixture
def hub(db):
    return make_row("hub", health_focus="yes", name="Hub")


def test_a_csv_changes_what_is_ticked_and_says_so_in_the_history(hub):
    arrival = imported(CSV)

    taken = apply(arrival, {"0.name"})

    hub.refresh_from_db()
    record = hub.history.first()
    assert (str(taken), hub.name) == (
        "0 new, 1 fields changed, 0 marked ended",
        "Renamed",
    )
    assert record.history_change_reason == "import of list.csv"
    assert imported(CSV).changes == []


def test_columns_that_a_csv_lacks_say_nothing(hub):
    hub.place = "Porto"
    hub.save()

    (change,) = imported(CSV).changes

    assert [field["name"] for field in change["fields"]] == ["name"]


def test_what_staff_edited_is_shown_as_kept_and_not_ticked(hub):
    hub.name = "Our wording"
    record_edit(hub)
    hub.save()

    arrival = imported(CSV)

    assert arrival.changes[0]["fields"][0]["is_kept"]
    assert proposed_ticks(arrival.changes) == set()
    apply(arrival, {"0.name"})
    hub.refresh_from_db()
    assert (hub.name, hub.edited_fields) == ("Renamed", [])


def test_a_field_that_changed_since_the_diff_was_drawn_is_left(hub):
    arrival = imported(CSV)
    SupportEntryRow.objects.update(name="Changed meanwhile")

    taken = apply(arrival, {"0.name"})

    hub.refresh_from_db()
    assert (hub.name, taken.stale) == ("Changed meanwhile", 1)


def test_an_import_is_applied_once(hub):
    arrival = imported(CSV)
    apply(arrival, set())

    with pytest.raises(SettledError):
        apply(arrival, {"0.name"})


def test_the_same_file_waits_once(hub):
    imported(CSV)
    imported(CSV)

    assert DirectoryArrival.objects.filter(settled_at=None).count() == 1


def test_what_is_set_aside_changes_nothing(hub):
    arrival = imported(CSV)

    set_aside(arrival)

    with pytest.raises(SettledError):
        apply(arrival, {"0.name"})


def test_all_of_it_or_nothing(hub):
    text = CSV + CSV.splitlines()[1].replace("hub,", "second,") + "\n"
    arrival = imported(text)
    arrival.changes[1]["fields"] = [
        field | {"after": "x" * 600} if field["name"] == "url" else field
        for field in arrival.changes[1]["fields"]
    ]
    arrival.save()

    with pytest.raises(ValidationError, match="second"):
        apply(arrival, {"0.name", "1"})

    hub.refresh_from_db()
    assert hub.name == "Hub"


def test_every_fault_of_a_csv_is_named_with_its_row(hub):
    damaged = CSV + "second,edihh,Second,PT,yes,active,https://example.org,,2026,high\n"

    arrival = imported(damaged)

    assert {fault["line"] for fault in arrival.faults} == {3}
    assert any('"edihh" is not known' in fault["text"] for fault in arrival.faults)
    assert len(arrival.changes) == 1


def test_notified_bodies_come_with_regulations_and_software_codes(db):
    load_directory()

    arrival = imported(BODIES, "notified-bodies")

    changes = {change["slug"]: change for change in arrival.changes if change["line"]}
    known = {field["name"]: field["after"] for field in changes["nb-0044"]["fields"]}
    fresh = {field["name"]: field["after"] for field in changes["nb-9999"]["fields"]}
    assert known["extra"]["software_scope"] == "yes (MDA 0315)"
    assert known["extra"]["ai_act_designation"] == "none found"
    assert fresh["regimes"] == ["ivdr", "mdr"]
    assert arrival.left_out == {"bodies of other laws": 1}


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("12345;Body;Germany;MDR;", "not the number of a notified body"),
        ("0002;;Germany;MDR;", "name: it is empty"),
        ("0002;Body;Atlantis;MDR;", "“Atlantis” is not a country"),
        ("0002;Body;Germany;;", "legislation: it is empty"),
        ("0002;Body;Germany;MDR;software", "“software” is not a device code"),
        ("0044;Again;Germany;MDR;", "stands already in row 2"),
        ("0002;Body;Germany", "3 cells under 5 columns"),
        ("0002;Bo\x07dy;Germany;MDR;", "a control character"),
        ("0002;=1+1;Germany;MDR;", "it begins like a formula"),
    ],
)
def test_a_damaged_notified_body_is_named(db, row, fault):
    arrival = imported(f"{BODIES}{row}\n", "notified-bodies")

    (told,) = arrival.faults
    assert "line 5" in told["text"]
    assert fault in told["text"]


@pytest.mark.parametrize(
    ("dated", "told"), [("yesterday", "is not a date"), ("2999-01-01", "lies ahead")]
)
def test_the_date_of_a_list_is_a_day_that_has_come(db, dated, told):
    with pytest.raises(UnreadableFileError, match=told):
        take_in("csv", "file", CSV.encode(), dated)


@pytest.mark.parametrize(
    ("looked", "kept"), [(date(2026, 11, 1), False), (date(2026, 11, 25), True)]
)
def test_a_newer_source_takes_the_place_of_an_older_look(hub, looked, kept):
    hub.source_date, hub.last_verified = "2026-10-01", looked
    hub.save()
    arrival = imported(CSV)

    apply(arrival, proposed_ticks(arrival.changes))

    hub.refresh_from_db()
    assert (hub.last_verified is not None) is kept


def test_the_command_shows_first_and_applies_on_wish(hub, tmp_path, capsys):
    path = tmp_path / "list.csv"
    path.write_text(CSV, encoding="utf-8")

    call_command("import_directory", path, kind="csv")
    assert "  name: Hub -> Renamed" in capsys.readouterr().out
    hub.refresh_from_db()
    assert hub.name == "Hub"

    call_command("import_directory", path, kind="csv", apply=True)
    assert "Applied: 0 new, 1 fields changed" in capsys.readouterr().out


def test_the_command_takes_an_export_under_its_official_name(db, tmp_path, capsys):
    path = tmp_path / "export-edihs.xls"
    path.write_bytes(workbook_of([row_of(hubs()[0])]))

    call_command("import_directory", path, kind="edih", date="2025-04-28", apply=True)

    assert "Applied: 1 new" in capsys.readouterr().out


def test_the_command_says_what_is_wrong_with_a_file(db, tmp_path):
    with pytest.raises(CommandError, match="No such file"):
        call_command("import_directory", tmp_path / "none.csv", kind="csv")
