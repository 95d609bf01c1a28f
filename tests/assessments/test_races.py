"""What happens when two things happen at once: made to, statement by statement."""

from contextlib import contextmanager
from dataclasses import replace

import pytest
from django.db import connection
from django.utils import timezone

from assessments import issuing, rendering
from assessments.answering import save_answers
from assessments.keeping import delete_assessment
from assessments.models import Assessment, Rendering, Report
from assessments.panels import case_of
from assessments.renderers import RENDERERS
from assessments.visits import Visit
from tests.assessments.test_wizard import address, drawn_form, send, stored
from tests.factories import make_answers

pytestmark = pytest.mark.django_db


@contextmanager
def just_before(beginning, act):
    """Do something once, right before the first statement that begins like this."""
    waiting = [act]

    def interrupt(execute, sql, params, many, context):
        if waiting and sql.startswith(beginning):
            waiting.pop()()
        return execute(sql, params, many, context)

    with connection.execute_wrapper(interrupt):
        yield


def files(settings):
    return [path for path in settings.MEDIA_ROOT.rglob("*") if path.is_file()]


def issued(assessment, code):
    case = case_of(Visit(assessment, {"code": code}), timezone.localdate())
    return issuing.issue_report(assessment, case).rendering("pdf")


def test_a_page_is_saved_though_its_section_is_not_needed_any_more(
    client, code, assessment
):
    send(client, code, "inside", q_software="yes", q_learns="no")
    drawn = drawn_form(client, code, "use")
    send(client, code, "inside", q_software="no")

    response = client.post(address(code, "use"), drawn | {"q-uses": "chat"})

    assert response.status_code == 302
    assert stored(assessment)["uses"].values == ("chat",)


def test_a_measure_is_saved_though_no_duty_needs_it_any_more(client, code, assessment):
    send(client, code, "product", q_harm="death")
    drawn = drawn_form(client, code, "readiness-quality")
    send(client, code, "product", q_harm="none")
    sent = drawn | {"q-file": "partly", "note-file": "Half of it."}

    response = client.post(address(code, "readiness-quality"), sent)

    assert response.status_code == 302
    assert stored(assessment)["file"].note == "Half of it."


def test_a_second_tab_is_told_in_a_section_that_is_not_needed_any_more(client, code):
    send(client, code, "inside", q_software="yes", q_learns="no")
    drawn = drawn_form(client, code, "use")
    send(client, code, "use", q_uses="hiring")
    send(client, code, "inside", q_software="no")

    response = client.post(address(code, "use"), drawn | {"q-uses": "chat"})

    assert response.status_code == 409
    assert response.context["conflict"]["changed"][0]["saved"] == "Hiring"


def test_a_save_to_a_deleted_assessment_is_not_found(client, code, assessment):
    drawn = drawn_form(client, code, "product")

    with just_before('UPDATE "assessments_assessment"', assessment.delete):
        response = client.post(address(code, "product"), drawn | {"q-harm": "none"})

    assert response.status_code == 404


def test_nothing_is_saved_for_a_deleted_assessment(assessment):
    gone = Assessment.objects.get(pk=assessment.pk)
    assessment.delete()

    with pytest.raises(Assessment.DoesNotExist):
        save_answers(gone, make_answers(harm="none"), "")


def test_a_report_of_a_deleted_assessment_is_not_issued(client, code, assessment):
    with just_before("SAVEPOINT", assessment.delete):
        response = client.post(f"/a/{code}/issue/")

    assert response.status_code == 404
    assert not Report.objects.exists()


def test_a_report_deleted_while_it_is_printed_leaves_no_file(
    assessment, code, settings, monkeypatch, django_capture_on_commit_callbacks
):
    waiting = issued(assessment, code)

    def print_while_it_is_deleted(dossier, extras):
        with django_capture_on_commit_callbacks(execute=True):
            delete_assessment(assessment)
        return b"%PDF-"

    hindered = replace(RENDERERS["pdf"], make=print_while_it_is_deleted)
    monkeypatch.setitem(RENDERERS, "pdf", hindered)

    assert rendering.render(waiting.pk) is False
    assert not files(settings)


def test_a_file_left_by_a_killed_worker_goes_with_the_report(
    assessment, code, settings, django_capture_on_commit_callbacks
):
    waiting = issued(assessment, code)
    rendering.render(waiting.pk)
    Rendering.objects.update(state="queued", file="")

    rendering.render(waiting.pk)
    with django_capture_on_commit_callbacks(execute=True):
        delete_assessment(assessment)

    assert not files(settings)


def test_a_report_printed_by_two_workers_stays_one_file(assessment, code, settings):
    waiting = issued(assessment, code)
    rendering.render(waiting.pk)
    Rendering.objects.update(state="rendering", leased_until=timezone.now())

    rendering.render(waiting.pk)

    assert len(files(settings)) == 1
