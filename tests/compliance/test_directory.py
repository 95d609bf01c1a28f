"""The support directory: shipped, loaded into rows, edited, read back."""

import shutil
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import IntegrityError

from compliance.directory import (
    SHIPPED_FOLDER,
    Loaded,
    load_directory,
    published_entries,
    record_edit,
    shipped_entries,
    verify,
)
from compliance.directoryfile import DirectoryError
from compliance.models.support import SupportEntryRow

pytestmark = [pytest.mark.django_db, pytest.mark.database]

COUNT = len(shipped_entries())


@pytest.fixture
def folder(tmp_path):
    """A copy of the shipped sandboxes that a test may damage."""
    shutil.copy(SHIPPED_FOLDER / "sandboxes.csv", tmp_path)
    return tmp_path


def reword(folder, old, new):
    path = folder / "sandboxes.csv"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_the_shipped_directory_loads():
    assert load_directory() == Loaded(added=COUNT, changed=0, unchanged=0, ended=0)


def test_loading_twice_changes_nothing():
    load_directory()

    assert load_directory() == Loaded(added=0, changed=0, unchanged=COUNT, ended=0)


def test_rows_and_files_say_the_same():
    load_directory()

    assert sorted(published_entries(), key=lambda entry: entry.slug) == sorted(
        shipped_entries(), key=lambda entry: entry.slug
    )


def test_a_changed_file_changes_its_row(folder):
    load_directory(folder)
    reword(folder, "Lisboa", "Coimbra")

    assert load_directory(folder).changed == 1
    assert SupportEntryRow.objects.get(slug="sbx-pt").place == "Coimbra"


def test_what_staff_edited_is_kept(folder):
    load_directory(folder)
    row = SupportEntryRow.objects.get(slug="sbx-pt")
    row.place = "Porto"
    record_edit(row)
    row.save()
    reword(folder, "Lisboa", "Coimbra")

    load_directory(folder)

    row.refresh_from_db()
    assert row.place == "Porto"


def test_a_row_that_left_the_files_is_marked_as_ended_and_kept(folder):
    load_directory(folder)
    reword(folder, "sbx-pt,", "sbx-portugal,")

    assert load_directory(folder) == Loaded(added=1, changed=0, unchanged=35, ended=1)
    assert SupportEntryRow.objects.get(slug="sbx-pt").status == "ended"


def test_a_row_that_came_back_to_the_files_is_no_longer_ended(folder):
    load_directory(folder)
    reword(folder, "sbx-pt,", "sbx-portugal,")
    load_directory(folder)
    reword(folder, "sbx-portugal,", "sbx-pt,")

    load_directory(folder)

    assert SupportEntryRow.objects.get(slug="sbx-pt").status == "planned"


def test_a_row_that_staff_made_stays_as_it_is(folder):
    SupportEntryRow.objects.create(
        slug="our-own",
        kind="edih",
        name="Our own",
        country="PT",
        status="active",
        confidence="high",
        url="https://example.org",
        source_url="https://example.org",
        source_date="2026",
    )

    load_directory(folder)

    assert SupportEntryRow.objects.get(slug="our-own").status == "active"


def test_a_damaged_folder_changes_nothing(folder):
    load_directory(folder)
    reword(folder, "Lisboa", "Coimbra")
    reword(folder, "sbx-es,sandbox", "sbx-es,sandpit")

    with pytest.raises(DirectoryError, match="sandpit"):
        load_directory(folder)

    assert SupportEntryRow.objects.get(slug="sbx-pt").place == "Lisboa"


def test_unpublished_rows_are_not_read(folder):
    load_directory(folder)
    before = len(published_entries())

    SupportEntryRow.objects.filter(slug="sbx-pt").update(published=False)

    assert len(published_entries()) == before - 1


def test_reading_again_costs_one_query(folder, django_assert_num_queries):
    load_directory(folder)
    published_entries()

    with django_assert_num_queries(1):
        published_entries()


def test_an_edit_is_read_at_once(folder):
    load_directory(folder)
    published_entries()
    row = SupportEntryRow.objects.get(slug="sbx-pt")
    row.place = "Porto"
    row.save()

    places = {entry.slug: entry.place for entry in published_entries()}

    assert places["sbx-pt"] == "Porto"


def test_verified_rows_are_no_longer_overdue(folder):
    load_directory(folder)
    verify(SupportEntryRow.objects.filter(slug="sbx-pt"))

    overdue = SupportEntryRow.objects.not_verified_since(date(2020, 1, 1))

    assert not overdue.filter(slug="sbx-pt").exists()


@pytest.mark.parametrize("field", ["source_url", "source_date"])
def test_the_database_refuses_a_row_without_its_source(folder, field):
    load_directory(folder)

    with pytest.raises(IntegrityError):
        SupportEntryRow.objects.filter(slug="sbx-pt").update(**{field: ""})


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("services", ["magic"]),
        ("technologies", "ai"),
        ("partners", ["Portugal"]),
        ("slug", "open"),
        ("eligible_when", {"gpai": []}),
        ("languages", ["Portuguese"]),
        ("regions", [""]),
        ("latitude", 91.0),
        ("source_date", "last week"),
        ("url", "javascript:alert(1)"),
        ("min_trl", 12),
    ],
)
def test_the_admin_form_refuses_words_that_are_not_known(folder, field, value):
    load_directory(folder)
    row = SupportEntryRow.objects.get(slug="sbx-pt")
    setattr(row, field, value)

    with pytest.raises(ValidationError, match=field):
        row.full_clean()


def test_the_command_says_what_it_did(folder, capsys):
    call_command("load_directory", folder)

    assert capsys.readouterr().out == (
        "Support directory: 36 added, 0 changed, 0 unchanged, 0 marked as ended.\n"
    )


def test_the_command_names_every_fault_and_loads_nothing(folder):
    reword(folder, "sbx-es,sandbox", "sbx-es,sandpit")

    with pytest.raises(CommandError, match='line 30, kind: "sandpit" is not known'):
        call_command("load_directory", folder)

    assert not SupportEntryRow.objects.exists()
