import json
from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone

from assessments import issuing, rendering, tasks
from assessments.models import Rendering, Report
from assessments.panels import case_of
from assessments.renderers import RENDERERS
from assessments.visits import Visit

pytestmark = pytest.mark.django_db


def issue(client, code):
    return client.post(f"/a/{code}/issue/").url


def test_an_issued_report_is_numbered_printed_and_served(client, code):
    address = issue(client, code)
    page = client.get(address)

    assert page.context["report"]["number"].endswith("-0001")
    pdf = client.get(page.context["report"]["files"][0]["url"])
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
    """A report that nobody has printed yet, as its rendering."""
    case = case_of(Visit(assessment, {"code": code}), timezone.localdate())
    return issuing.issue_report(assessment, case).rendering("pdf")


def test_a_rendering_in_somebodys_hands_is_left_alone(assessment, code):
    waiting = issued(assessment, code)
    rendering.take_up(waiting.pk)

    assert rendering.take_up(waiting.pk) is None


def test_a_report_of_a_killed_worker_is_taken_up_again_once(assessment, code):
    waiting = issued(assessment, code)
    rendering.take_up(waiting.pk)
    ago = timezone.now() - timedelta(seconds=1)
    Rendering.objects.update(leased_until=ago)

    assert tasks.requeue_dropped() == 1
    assert Rendering.objects.get().is_ready
    assert tasks.requeue_dropped() == 0


def test_looking_at_a_dropped_report_takes_it_up_again(client, assessment, code):
    waiting = issued(assessment, code)
    rendering.take_up(waiting.pk)
    Rendering.objects.update(leased_until=timezone.now() - timedelta(seconds=1))

    client.get(f"/a/{code}/reports/{waiting.report.number}/")

    assert Rendering.objects.get().is_ready


@pytest.fixture
def broken_printer(monkeypatch):
    """A renderer that never gets a PDF done."""

    def break_down(dossier, extras):
        raise RuntimeError("no fonts")

    broken = replace(RENDERERS["pdf"], make=break_down)
    monkeypatch.setitem(RENDERERS, "pdf", broken)


def fail(waiting):
    for _ in range(rendering.ATTEMPTS):
        with pytest.raises(RuntimeError):
            rendering.render(waiting.pk)


def test_a_report_that_fails_three_times_says_so(
    client, assessment, code, broken_printer
):
    waiting = issued(assessment, code)
    fail(waiting)

    page = client.get(f"/a/{code}/reports/{waiting.report.number}/")

    assert page.context["report"]["state"] == "failed"


def test_what_failed_is_made_again_when_its_owner_asks(
    client, assessment, code, monkeypatch, broken_printer
):
    waiting = issued(assessment, code)
    fail(waiting)
    monkeypatch.undo()

    client.post(f"/a/{code}/reports/{waiting.report.number}/make/", {"form": "pdf"})

    assert Rendering.objects.get().is_ready


def test_an_unprinted_report_leads_to_its_progress(client, assessment, code):
    report = issued(assessment, code).report

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


def test_the_next_report_says_what_changed_since(client, code, assessment, quick):
    issue(client, code)
    assessment.answers.create(slug="harm", values=["death"])
    address = issue(client, code)

    since = json.loads(Report.objects.first().document)["changes_since"]

    assert since["before"]["number"] == "WM-2026-0001"
    assert since["groups"][0]["changes"][0]["because"] == "your answers"
    assert since["summary"] in client.get(address).content.decode()


def test_the_first_report_says_nothing_of_changes(client, code, quick):
    issue(client, code)

    assert json.loads(Report.objects.get().document)["changes_since"] is None


@pytest.mark.parametrize(("page", "most"), [("reports/", 7), ("reports/compare/", 10)])
def test_a_page_of_many_reports_takes_few_queries(
    client, code, assessment, quick, django_assert_max_num_queries, page, most
):
    for harm in ("death", "none", "death"):
        assessment.answers.update_or_create(slug="harm", defaults={"values": [harm]})
        issue(client, code)

    with django_assert_max_num_queries(most):
        client.get(f"/a/{code}/{page}")
