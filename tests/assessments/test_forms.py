"""The forms of a report: made once when first asked for, kept, gone with the report."""

import json
from datetime import timedelta
from hashlib import sha256

import pikepdf
import pytest
from django.core.management import call_command
from django.utils import timezone
from jsonschema import Draft202012Validator

from assessments import rendering, tasks
from assessments.canonical import canonical
from assessments.exports import EXPORTS
from assessments.keeping import start_assessment
from assessments.models import Rendering, Report
from assessments.renderers import RENDERERS, Form
from assessments.schema import SCHEMA_FILE

pytestmark = pytest.mark.django_db

STORED = ("brief", "docx", "xlsx")
STARTS = {"brief": b"%PDF-", "docx": b"PK", "xlsx": b"PK"}


@pytest.fixture
def issued(client, code, quick):
    """The address of an issued report."""
    return client.post(f"/a/{code}/issue/").url


def make(client, issued, form):
    return client.post(f"{issued}make/", {"form": form})


def file_of(page, form):
    return next(f for f in page.context["report"]["files"] if f["form"] == form)


def files(settings):
    return [path for path in settings.MEDIA_ROOT.rglob("*") if path.is_file()]


@pytest.mark.parametrize("form", STORED)
def test_a_form_is_made_when_it_is_asked_for(client, issued, form):
    assert file_of(client.get(issued), form)["url"] == ""

    assert make(client, issued, form).url == issued

    made = client.get(file_of(client.get(issued), form)["url"])
    assert b"".join(made.streaming_content).startswith(STARTS[form])
    assert made["Content-Disposition"].startswith("attachment")


def test_only_the_pdf_is_made_before_anybody_asks(issued):
    assert [each.form for each in Rendering.objects.all()] == ["pdf"]


def test_a_form_asked_for_twice_is_made_once(client, issued, settings):
    make(client, issued, "xlsx")
    make(client, issued, "xlsx")

    assert Rendering.objects.get(form="xlsx").attempts == 1
    assert len(files(settings)) == 2


def test_a_form_that_waits_is_queued_once_for_two_who_ask(client, issued):
    report = Report.objects.get()

    first, second = (rendering.ask_for(report, "docx") for _ in range(2))

    assert first.pk == second.pk
    assert Rendering.objects.filter(form="docx").count() == 1


def test_a_form_whose_worker_was_killed_is_made_once_all_the_same(issued, settings):
    waiting = rendering.ask_for(Report.objects.get(), "xlsx")
    rendering.take_up(waiting.pk)
    ago = timezone.now() - timedelta(seconds=1)
    Rendering.objects.filter(pk=waiting.pk).update(leased_until=ago)

    assert tasks.requeue_dropped() == 1
    assert Rendering.objects.get(form="xlsx").is_ready
    assert len(files(settings)) == 2


def test_a_form_that_is_being_made_says_so_on_the_page(client, issued):
    rendering.ask_for(Report.objects.get(), "docx")

    page = client.get(issued)

    assert "Text to edit: being made" in page.content.decode()
    assert page.context["refresh"]


def test_a_form_that_waits_leads_to_its_progress(client, issued):
    number = Report.objects.get().number
    rendering.ask_for(Report.objects.get(), "docx")

    response = client.get(issued.removesuffix(f"{number}/") + f"{number}.docx")

    assert response.url == issued


def test_a_full_queue_is_said_when_a_form_is_asked_for(client, issued, settings):
    settings.WAYMARK_REPORTS_QUEUED_MAX = 0

    assert make(client, issued, "docx").status_code == 429
    assert not Rendering.objects.filter(form="docx").exists()


@pytest.mark.parametrize("form", ["", "json", "exe", "pdf\x00"])
def test_an_unknown_form_is_not_found(client, issued, form):
    assert make(client, issued, form).status_code == 404


def test_what_a_newer_renderer_makes_does_not_replace_what_is_there(client, issued):
    before = Rendering.objects.get()
    Rendering.objects.update(renderer="an older one")

    make(client, issued, "pdf")

    assert Rendering.objects.get().file == before.file


def test_a_stored_file_keeps_its_checksum_and_size(issued):
    kept = Rendering.objects.get()
    with kept.file.open() as file:
        content = file.read()

    assert kept.file_hash == sha256(content).hexdigest()
    assert kept.size == len(content)


def test_deletion_takes_the_files_of_every_form(
    client, code, issued, settings, django_capture_on_commit_callbacks
):
    for form in STORED:
        make(client, issued, form)
    assert len(files(settings)) == 4

    with django_capture_on_commit_callbacks(execute=True):
        client.post(f"/a/{code}/delete/")

    assert not files(settings)
    assert not Rendering.objects.exists()


@pytest.mark.parametrize(
    ("form", "suffix", "kind"),
    [
        ("json", ".json", "application/json"),
        ("csv", "-plan.csv", "text/csv"),
        ("ics", "-dates.ics", "text/calendar"),
    ],
)
def test_light_forms_are_made_as_they_are_asked_for(client, issued, form, suffix, kind):
    number = Report.objects.get().number
    response = client.get(file_of(client.get(issued), form)["url"])

    assert response["Content-Type"].startswith(kind)
    assert f'"{number}{suffix}"' in response["Content-Disposition"]
    assert not Rendering.objects.exclude(form="pdf").exists()


def test_the_page_offers_every_form_in_plain_words(client, issued):
    page = client.get(issued)
    offered = [each["form"] for each in page.context["report"]["files"]]

    assert sorted(offered) == sorted([*RENDERERS, *EXPORTS])
    assert "two pages for a board or a hospital" in page.content.decode()


def test_every_form_has_a_renderer():
    assert set(RENDERERS) == set(Form)


def test_the_data_attached_to_the_pdf_are_the_data_to_download(client, code):
    issued = client.post(f"/a/{code}/issue/").url
    report = Report.objects.get()
    number = str(report.number)
    downloaded = client.get(file_of(client.get(issued), "json")["url"]).content

    with Rendering.objects.get().file.open() as file, pikepdf.open(file) as pdf:
        attached = pdf.attachments[f"{number}.json"]
        content = attached.get_file().read_bytes()
        relationship, associated = attached.obj.AFRelationship, pdf.Root.AF[0]

        assert content == downloaded == report.document.encode()
        assert relationship == "/Data"
        assert associated == attached.obj


def test_the_data_fit_the_schema_that_is_published(client, issued):
    schema = b"".join(client.get("/schemas/waymark-dossier-1.json").streaming_content)
    frozen = json.loads(Report.objects.get().document)

    assert json.loads(schema) == json.loads(SCHEMA_FILE.read_text(encoding="utf-8"))
    assert list(Draft202012Validator(json.loads(schema)).iter_errors(frozen)) == []


@pytest.mark.parametrize(
    "slug", ["retinascreen", "lunaria", "glucoloop", "variantdesk", "first-in-line"]
)
def test_the_data_of_every_example_fit_the_schema(example_dossiers, slug):
    schema = json.loads(SCHEMA_FILE.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)

    faults = Draft202012Validator(schema).iter_errors(example_dossiers[slug])

    assert [f"{fault.json_path}: {fault.message}" for fault in faults] == []


def test_the_frozen_data_are_in_canonical_form(issued):
    report = Report.objects.get()

    assert report.document == canonical(json.loads(report.document))
    assert (
        canonical({"b": "ü\n", "a": [1, True, None]})
        == '{"a":[1,true,null],"b":"ü\\n"}'
    )


def test_the_content_hash_can_be_worked_out_from_the_data(issued):
    report = Report.objects.get()
    content = json.loads(report.document)
    for key in ("number", "issued", "changes_since"):
        del content[key]

    assert report.content_hash == sha256(canonical(content).encode()).hexdigest()


@pytest.fixture
def no_worker(settings):
    """Tasks are taken in, and nobody does them."""
    backend = "django_tasks.backends.dummy.DummyBackend"
    settings.TASKS = {"default": {"BACKEND": backend}}


def test_the_examples_come_with_all_their_files(shipped_version, no_worker):
    call_command("load_examples")

    assert Rendering.objects.filter(state="queued").count() == 5 * len(RENDERERS)


def test_files_of_examples_keep_nobody_waiting(client, shipped_version, no_worker):
    call_command("load_examples")
    _, code = start_assessment(shipped_version, "Probe", "", {})

    assert client.post(f"/a/{code}/issue/").status_code == 302
