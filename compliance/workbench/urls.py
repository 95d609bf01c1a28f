"""The workbench, below the editors' desk."""

from django.urls import path, re_path, register_converter

from compliance.domain.parts import KINDS
from compliance.workbench.views import (
    arrivals,
    banks,
    cases,
    history,
    parts,
    publishing,
)


class KindConverter:
    """A kind of part in an address."""

    regex = "|".join(KINDS)

    def to_python(self, value: str) -> str:
        """The kind as it stands there."""
        return value

    def to_url(self, value: str) -> str:
        """The kind as it stands there."""
        return value


register_converter(KindConverter, "kind")

app_name = "workbench"
urlpatterns = [
    path("", banks.banks, name="banks"),
    path("<slug:bank>/", banks.bank, name="bank"),
    path("<slug:bank>/law/", banks.law, name="law"),
    path("<slug:bank>/all/<kind:kind>/", banks.kind, name="kind"),
    path("<slug:bank>/search/", banks.find, name="search"),
    path("<slug:bank>/problems/", banks.problems, name="problems"),
    path("<slug:bank>/new/<kind:kind>/", parts.new, name="new"),
    path("<slug:bank>/part/<int:pk>/", parts.part, name="part"),
    path("<slug:bank>/part/<int:pk>/delete/", parts.delete, name="delete"),
    path("<slug:bank>/part/<int:pk>/rename/", parts.rename, name="rename"),
    path("<slug:bank>/move/", parts.move, name="move"),
    path("<slug:bank>/cases/", cases.cases, name="cases"),
    path("<slug:bank>/try/", cases.attempt, name="try"),
    path("<slug:bank>/publish/", publishing.publish, name="publish"),
    path("<slug:bank>/discard/", publishing.throw_away, name="discard"),
    path("<slug:bank>/versions/", publishing.versions, name="versions"),
    path("<slug:bank>/versions/<str:number>/", publishing.version, name="version"),
    path(
        "<slug:bank>/versions/<str:number>/bank.yaml",
        arrivals.export_version,
        name="export_version",
    ),
    path("<slug:bank>/import/", arrivals.bring_in, name="import"),
    path("<slug:bank>/import/<int:pk>/", arrivals.arrival, name="arrival"),
    re_path(
        r"^(?P<bank>[-\w]+)/export\.(?P<form>yaml|zip)$", arrivals.export, name="export"
    ),
    path("<slug:bank>/history/", history.history, name="history"),
]
