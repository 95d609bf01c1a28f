import json
from datetime import timedelta

import pytest
from django.utils import timezone

from assessments import issuing, tasks
from assessments.models import Rendering, Report
from assessments.panels import case_of
from assessments.visits import Visit

pytestmark = pytest.mark.django_db


def issue(client, code):
    return client.post(f"/a/{code}/issue/").url


def test_an_issued_report_is_numbered_printed_and_served(client, code):
    address = issue(client, code)
    page = client.get(address)

    assert page.context["report"]["number"].endswith("-0001")
    pdf = client.get(page.context["report"]["pdf"])
    assert b"".join(pdf.streaming_content).startswith(b"%PDF-")


def test_a_report_freezes_answers_verdicts_and_bank(client, code, version):
    issue(client, code)
    frozen = json.loads(Report.objects.get().document)

    assert frozen["bank"]["hash"] == version.fingerprint
    assert frozen["answers"][0]["questions"][0]["answer"] == "Portugal"


def test_the_same_content_is_issued_and_printed_once(client, code):
    assert issue(client, code) == issue(client, code)
    assert Rendering.objects.get().attempts == 1


def test_a_changed_answer_makes_another_report(client, code, assessment):
    first = issue(client, code)
    assessment.answers.create(slug="harm", values=["death"])

    assert issue(client, code) != first
    assert Report.objects.count() == 2


def test_a_full_queue_is_said_and_nothing_is_issued(client, code, settings):
    settings.WAYMARK_REPORTS_QUEUED_MAX = 0

    response = client.post(f"/a/{code}/issue/")

    assert response.status_code == 429
    assert "Your answers are safe" in response.content.decode()
    assert not Report.objects.exists()


def issued(assessment, code):
    case = case_of(Visit(assessment, {"code": code}), timezone.localdate())
    return issuing.issue_report(assessment, case)


def test_a_rendering_in_somebodys_hands_is_left_alone(assessment, code):
    report = issued(assessment, code)
    issuing.take_up(report.pk)

    assert issuing.take_up(report.pk) is None


def test_a_report_of_a_killed_worker_is_taken_up_again_once(assessment, code):
    report = issued(assessment, code)
    issuing.take_up(report.pk)
    ago = timezone.now() - timedelta(seconds=1)
    Rendering.objects.update(leased_until=ago)

    assert tasks.requeue_dropped() == 1
    assert Rendering.objects.get().is_ready
    assert tasks.requeue_dropped() == 0


def test_looking_at_a_dropped_report_takes_it_up_again(client, assessment, code):
    report = issued(assessment, code)
    issuing.take_up(report.pk)
    Rendering.objects.update(leased_until=timezone.now() - timedelta(seconds=1))

    client.get(f"/a/{code}/reports/{report.number}/")

    assert Rendering.objects.get().is_ready


def test_a_report_that_fails_three_times_says_so(client, assessment, code, monkeypatch):
    def break_down(dossier):
        raise RuntimeError("no fonts")

    monkeypatch.setattr(issuing, "render_pdf", break_down)
    report = issued(assessment, code)
    for _ in range(3):
        with pytest.raises(RuntimeError):
            issuing.render(report.pk)

    page = client.get(f"/a/{code}/reports/{report.number}/")
    assert page.context["report"]["state"] == "failed"


def test_an_unprinted_report_leads_to_its_progress(client, assessment, code):
    report = issued(assessment, code)

    response = client.get(f"/a/{code}/reports/{report.number}.pdf")

    assert response.url == f"/a/{code}/reports/{report.number}/"


def test_the_frozen_data_can_be_downloaded(client, code):
    issue(client, code)
    number = str(Report.objects.get().number)

    found = client.get(f"/a/{code}/reports/{number}.json").json()

    assert found["number"] == number
    assert found["schema"] == "waymark-dossier/1"


def test_the_result_page_takes_ten_queries_at_most(
    client, code, django_assert_max_num_queries
):
    client.get(f"/a/{code}/result/")

    with django_assert_max_num_queries(10):
        client.get(f"/a/{code}/result/")
