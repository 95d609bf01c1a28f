"""The public pages, the private walk under its code, and the open examples."""

from django.urls import include, path

from assessments.views import pages, renewal, reports, results, walk
from assessments.wizard import SectionWizard

shared = [
    path("answers/", walk.answers, name="answers"),
    path("result/", results.result, name="result"),
    path("reasons/", results.reasons, name="reasons"),
    path("duties/", results.duties, name="duties"),
    path("plan/", results.plan, name="plan"),
    path("support/", results.support, name="support"),
    path("reports/", reports.reports, name="reports"),
    path("reports/<str:number>.pdf", reports.report_pdf, name="report_pdf"),
    path("reports/<str:number>.json", reports.report_json, name="report_json"),
    path("reports/<str:number>/", reports.report, name="report"),
]
wizard = SectionWizard.as_view(url_name="walk:section")
owned = [
    path("", wizard, name="walk"),
    path("s/<slug:step>/", wizard, name="section"),
    path("measures/", walk.measures, name="measures"),
    path("link/", walk.link, name="link"),
    path("newer/", renewal.newer, name="newer"),
    path("download.json", walk.download, name="download"),
    path("delete/", walk.delete, name="delete"),
    path("issue/", reports.issue, name="issue"),
    *shared,
]
example = [path("", walk.opened, name="opened"), *shared]

urlpatterns = [
    path("", pages.home, name="home"),
    path("start/", pages.start, name="start"),
    path("about/", pages.about, name="about"),
    path("method/", pages.method, name="method"),
    path("privacy/", pages.privacy, name="privacy"),
    path("accessibility/", pages.accessibility, name="accessibility"),
    path("healthy/", pages.healthy, name="healthy"),
    path("a/<str:code>/", include((owned, "walk"))),
    path("examples/<slug:example>/", include((example, "example"))),
]
