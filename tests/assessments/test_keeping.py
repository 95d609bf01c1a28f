from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone

from assessments.models import Answer, Assessment, Report, ReportNumber

pytestmark = pytest.mark.django_db


def files(settings):
    return [path for path in settings.MEDIA_ROOT.rglob("*") if path.is_file()]


def test_the_owner_can_download_everything(client, code):
    client.post(f"/a/{code}/issue/")

    found = client.get(f"/a/{code}/download.json").json()

    assert found["product"] == "Probe"
    assert found["answers"]["country"]["values"] == ["PT"]
    assert found["reports"][0]["content"]["product"] == "Probe"


def test_deletion_takes_answers_reports_and_files(
    client, code, settings, django_capture_on_commit_callbacks
):
    client.post(f"/a/{code}/issue/")
    assert files(settings)

    with django_capture_on_commit_callbacks(execute=True):
        client.post(f"/a/{code}/delete/")

    assert not files(settings)
    assert not Assessment.objects.exists()
    assert not Answer.objects.exists()
    assert not Report.objects.exists()
    assert client.get(f"/a/{code}/result/").status_code == 404


def test_of_a_deleted_report_only_the_number_stays(client, code):
    client.post(f"/a/{code}/issue/")
    client.post(f"/a/{code}/delete/")

    assert ReportNumber.objects.get().deleted_at is not None


def test_a_number_is_never_given_out_twice(client, code, version):
    client.post(f"/a/{code}/issue/")
    client.post(f"/a/{code}/delete/")
    started = client.post("/start/", {"product": "Next"}).url.split("/")[2]

    assert client.post(f"/a/{started}/issue/").url.endswith("-0002/")


def test_deletion_asks_first(client, code):
    client.get(f"/a/{code}/delete/")

    assert Assessment.objects.exists()


def expire():
    out = StringIO()
    call_command("expire_assessments", stdout=out)
    return out.getvalue()


def test_untouched_assessments_expire(assessment, settings):
    long_ago = timezone.now() - timedelta(days=settings.WAYMARK_EXPIRY_DAYS + 1)
    Assessment.objects.update(touched_at=long_ago)

    assert "1 assessments are deleted" in expire()
    assert not Assessment.objects.exists()


def test_touched_assessments_and_examples_stay(assessment, version):
    Assessment.objects.create(
        code_hash="x",
        example="old",
        product="Old",
        version=version,
        touched_at=timezone.now() - timedelta(days=9999),
    )

    assert "0 assessments are deleted" in expire()
    assert Assessment.objects.count() == 2


def test_the_privacy_page_says_how_long_answers_are_kept(client, version, settings):
    settings.WAYMARK_EXPIRY_DAYS = 123

    assert "123" in client.get("/privacy/").content.decode()
