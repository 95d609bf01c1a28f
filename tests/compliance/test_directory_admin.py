"""The directory in the admin: edits are recorded, nothing is deleted."""

import pytest
from django.contrib import admin
from django.forms import model_to_dict
from django.urls import reverse

from compliance.admin.support import SupportEntryAdmin
from compliance.directory import load_directory
from compliance.models.support import SupportEntryRow
from tests.compliance.test_directory import folder

__all__ = ["folder"]

pytestmark = [pytest.mark.django_db, pytest.mark.database]

LIST = "admin:compliance_supportentryrow_changelist"


@pytest.fixture
def portugal(folder):
    load_directory(folder)
    return SupportEntryRow.objects.get(slug="sbx-pt")


def test_the_admin_lists_the_directory(admin_client, portugal):
    response = admin_client.get(reverse(LIST), {"freshness": "overdue", "edited": "no"})

    assert "ANACOM coordination" in response.content.decode()


@pytest.mark.parametrize("filters", [{"freshness": "fresh"}, {"edited": "yes"}])
def test_the_filters_leave_out_what_is_neither_fresh_nor_edited(
    admin_client, portugal, filters
):
    response = admin_client.get(reverse(LIST), filters)

    assert "ANACOM coordination" not in response.content.decode()


def test_an_edit_in_the_admin_is_recorded(admin_client, rf, portugal):
    editor = SupportEntryAdmin(SupportEntryRow, admin.site)
    form_class = editor.get_form(rf.get("/"), portugal, change=True)
    values = model_to_dict(portugal, fields=form_class.base_fields)
    filled = {name: value for name, value in values.items() if value is not None}
    filled |= {"eligible_when": "", "extra": "{}", "regions": "Norte\nCentro"}
    form = form_class(filled | {"place": "Porto"}, instance=portugal)

    assert form.is_valid(), form.errors
    editor.save_model(rf.post("/"), form.save(commit=False), form, change=True)

    edited = SupportEntryRow.objects.get(slug="sbx-pt")
    assert edited.edited_fields == ["place", "regions"]
    assert edited.regions == ["Centro", "Norte"]


def test_words_of_a_list_are_ticked(admin_client, portugal):
    address = reverse("admin:compliance_supportentryrow_change", args=[portugal.pk])

    page = admin_client.get(address).content.decode()

    assert 'type="checkbox" name="services" value="sandbox"' in page
    assert admin_client.get("/admin/compliance/supportentryrow/add/").status_code == 200


def test_chosen_entries_are_verified_together(admin_client, portugal):
    chosen = {"action": "mark_as_verified", "_selected_action": [portugal.pk]}

    response = admin_client.post(reverse(LIST), chosen, follow=True)

    assert "1 entries verified." in response.content.decode()


def test_no_entry_can_be_deleted(admin_client, portugal):
    address = reverse("admin:compliance_supportentryrow_delete", args=[portugal.pk])

    assert admin_client.get(address).status_code == 403


def test_a_sub_kind_of_another_kind_is_refused(rf, portugal):
    editor = SupportEntryAdmin(SupportEntryRow, admin.site)
    form_class = editor.get_form(rf.get("/"), portugal, change=True)

    form = form_class({"kind": "edih", "subkind": "antenna"}, instance=portugal)

    assert form.errors["subkind"] == ["This is not a sub-kind of the kind above."]


@pytest.mark.parametrize("written", ['{"gpai": []}', "{gpai", '"gpai"', "[1]"])
def test_a_condition_that_is_none_is_refused(rf, portugal, written):
    editor = SupportEntryAdmin(SupportEntryRow, admin.site)
    form_class = editor.get_form(rf.get("/"), portugal, change=True)

    form = form_class({"eligible_when": written}, instance=portugal)

    assert form.errors["eligible_when"]


def test_a_text_that_spreadsheets_would_work_out_is_refused(rf, portugal):
    editor = SupportEntryAdmin(SupportEntryRow, admin.site)
    form_class = editor.get_form(rf.get("/"), portugal, change=True)

    form = form_class({"note": "=1+1"}, instance=portugal)

    assert form.errors["note"] == ["This begins like a formula. Begin with a word."]
