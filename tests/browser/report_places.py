"""The pages about reports in the states that look different, and the way to each."""

from django.test import override_settings

from assessments.answering import write_answers
from assessments.keeping import delete_assessment
from assessments.models import Rendering
from assessments.rendering import queued
from compliance.domain.answers import answer_of


def reports_before_the_first(founder):
    founder.begin("first-in-line")
    founder.go("reports/")


def reports(founder):
    founder.begin("first-in-line")
    founder.issue(Rendering.State.READY)
    founder.go("reports/")


def too_many_reports(founder):
    founder.begin("first-in-line")
    founder.issue(Rendering.State.QUEUED)
    founder.assessment.reports.update(content_hash="of other answers")
    founder.go("result/")
    with override_settings(WAYMARK_REPORTS_QUEUED_MAX=1):
        founder.press("Issue report (PDF)", 429)


def report_waiting(founder):
    founder.begin("first-in-line")
    founder.go(founder.issue(Rendering.State.QUEUED))


def report_being_printed(founder):
    founder.begin("first-in-line")
    founder.go(founder.issue(Rendering.State.RUNNING))


def report_ready(founder):
    founder.begin("first-in-line")
    founder.go(founder.issue(Rendering.State.READY))


def report_failed(founder):
    founder.begin("first-in-line")
    founder.go(founder.issue(Rendering.State.FAILED))


def report_with_a_form_being_made(founder):
    founder.begin("first-in-line")
    path = founder.issue(Rendering.State.READY)
    queued(founder.assessment.reports.get(), Rendering.Form.DOCX)
    founder.go(path)


def report_that_says_what_changed(founder):
    founder.begin("first-in-line")
    founder.issue(Rendering.State.READY)
    write_answers(founder.assessment, {"size": answer_of("unsure")})
    founder.go(founder.issue(Rendering.State.READY))


def comparison(founder):
    founder.begin("first-in-line")
    founder.issue(Rendering.State.READY)
    write_answers(founder.assessment, founder.examples["retinascreen"].answers)
    founder.go("reports/compare/")


def comparison_without_a_difference(founder):
    founder.begin("first-in-line")
    founder.issue(Rendering.State.READY)
    founder.go("reports/compare/")


def comparison_before_the_first_report(founder):
    founder.begin("first-in-line")
    founder.go("reports/compare/")


def verify(founder):
    founder.open("/verify/")


def verify_with_errors(founder):
    founder.open("/verify/")
    founder.page.get_by_label("Verification code").fill("K7QX")
    founder.press("Check", 422)


def report_verified(founder):
    founder.begin("first-in-line")
    founder.issue(Rendering.State.READY)
    founder.open(f"/verify/{founder.assessment.reports.get().verification_code}/")


def report_unknown(founder):
    founder.open("/verify/K7QX-0A2B-9ZTM-4HNP-WE8R-D5VC-1YGS/", 404)


def report_deleted(founder):
    founder.begin("first-in-line")
    founder.issue(Rendering.State.READY)
    code = founder.assessment.reports.get().verification_code
    delete_assessment(founder.assessment)
    founder.open(f"/verify/{code}/")


REPORT_PLACES = (
    *(reports, reports_before_the_first, too_many_reports),
    *(report_waiting, report_being_printed, report_ready, report_failed),
    *(report_with_a_form_being_made, report_that_says_what_changed),
    *(comparison, comparison_without_a_difference, comparison_before_the_first_report),
    *(verify, verify_with_errors, report_verified, report_unknown, report_deleted),
)
