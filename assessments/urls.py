"""The public pages, the private walk under its code, and the open examples."""

from django.urls import include, path

from assessments.exports import EXPORTS
from assessments.renderers import RENDERERS
from assessments.views import (
    comparing,
    files,
    handing_over,
    pages,
    renewal,
    reports,
    results,
    supporting,
    verifying,
    walk,
)
from assessments.wizard import SectionWizard

# "WM-2026-0001-brief.pdf" is also a number that ends in ".pdf": longer ones come first.
stored = sorted(RENDERERS.items(), key=lambda each: -len(each[1].suffix))
report_files = [
    *(
        path(
            f"reports/<str:number>{renderer.suffix}",
            files.stored_file,
            {"form": form},
            name=f"report_{form}",
        )
        for form, renderer in stored
    ),
    *(
        path(
            f"reports/<str:number>{export.suffix}",
            files.made_file,
            {"form": form},
            name=f"report_{form}",
        )
        for form, export in EXPORTS.items()
    ),
]
shared = [
    path("answers/", walk.answers, name="answers"),
    path("result/", results.result, name="result"),
    path("reasons/", results.reasons, name="reasons"),
    path("duties/", results.duties, name="duties"),
    path("plan/", results.plan, name="plan"),
    path("support/", results.support, name="support"),
    path("support/others/", supporting.others, name="others"),
    path("support/<slug:entry>/", handing_over.handover, name="handover"),
    path("reports/", reports.reports, name="reports"),
    path("reports/compare/", comparing.compare_reports, name="compare"),
    *report_files,
    path("reports/<str:number>/", reports.report, name="report"),
    path("reports/<str:number>/progress/", reports.progress, name="progress"),
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
    path("reports/<str:number>/make/", reports.make, name="make"),
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
    path("verify/", verifying.ask, name="verify"),
    path("verify/<str:code>/", verifying.verification, name="verification"),
    path("schemas/waymark-dossier-1.json", verifying.schema, name="schema"),
    path(
        "schemas/waymark-handover-1.json", handing_over.schema, name="handover_schema"
    ),
    path("a/<str:code>/", include((owned, "walk"))),
    path("examples/<slug:example>/", include((example, "example"))),
]
