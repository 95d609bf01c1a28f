"""The bank as a whole: its questions, its law, and a search over all its texts."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from compliance.domain.parts import KINDS, LAW
from compliance.domain.titles import title_of
from compliance.models import BankVersion, WorkingCopy
from compliance.publishing import MAIN_BANK
from compliance.workbench.desk import EDIT, Desk, allowed_to, desk_or_404
from compliance.workbench.lists import page_of, rows_of
from compliance.workbench.panel import told, warnings_of
from compliance.workbench.searching import search

BESIDE_SCHEMES = ("duty", "measure", "milestone", "provision", "exclusion")
AROUND = (
    "act", "area", "trail", "headline", "statement", "technology", "service", "trl",
    "support", "proposal",
)  # fmt: skip


@allowed_to(EDIT)
def banks(request: HttpRequest) -> HttpResponse:
    """The banks; straight to the only one."""
    slugs = dict.fromkeys(
        [
            *WorkingCopy.objects.order_by("bank").values_list("bank", flat=True),
            *BankVersion.objects.order_by("bank").values_list("bank", flat=True),
        ]
    )
    if len(slugs) == 1:
        return redirect("workbench:bank", bank=next(iter(slugs)))
    return render(
        request, "workbench/banks.html", {"banks": list(slugs), "main": MAIN_BANK}
    )


@allowed_to(EDIT)
def bank(request: HttpRequest, bank: str) -> HttpResponse:
    """What is asked: the sections with their questions in number."""
    desk = desk_or_404(request, bank)
    sections = [
        row | {"count": len(section.questions)}
        for row, section in zip(
            rows_of(desk, "section"), desk.state.bank.sections, strict=True
        )
    ]
    context = {
        "sections": sections,
        "head_url": desk.part_url("bank", ""),
        "add_url": desk.url("new", kind="section"),
        "around": _kinds(desk, AROUND),
    }
    return render(request, "workbench/bank.html", desk.context("bank") | context)


@allowed_to(EDIT)
def law(request: HttpRequest, bank: str) -> HttpResponse:
    """What decides: schemes, duties, measures, dates and sources."""
    desk = desk_or_404(request, bank)
    schemes = [
        row | {"count": len(scheme.rules), "told": scheme.told}
        for row, scheme in zip(
            rows_of(desk, "scheme"), desk.state.bank.schemes, strict=True
        )
    ]
    context = {
        "schemes": schemes,
        "add_url": desk.url("new", kind="scheme"),
        "kinds": _kinds(desk, BESIDE_SCHEMES),
    }
    return render(request, "workbench/law.html", desk.context("law") | context)


def _kinds(desk: Desk, kinds: tuple[str, ...]) -> list[dict]:
    counts: dict[str, int] = {}
    for placed in desk.state.parts.values():
        counts[placed.kind] = counts.get(placed.kind, 0) + 1
    return [
        {
            "title": KINDS[kind].names.capitalize(),
            "count": counts.get(kind, 0),
            "url": desk.url("kind", kind=kind),
        }
        for kind in kinds
    ]


@allowed_to(EDIT)
def kind(request: HttpRequest, bank: str, kind: str) -> HttpResponse:
    """All parts of a kind, a page at a time, with their order."""
    desk = desk_or_404(request, bank)
    current = "law" if kind in LAW else "bank"
    context = {
        "kind": {"names": KINDS[kind].names, "one": KINDS[kind].one},
        "add_url": desk.url("new", kind=kind),
        "move_url": desk.url("move"),
        **page_of(rows_of(desk, kind), request.GET.get("page", "1")),
    }
    return render(request, "workbench/kind.html", desk.context(current) | context)


@allowed_to(EDIT)
def find(request: HttpRequest, bank: str) -> HttpResponse:
    """The parts in whose texts all words of the search stand."""
    desk = desk_or_404(request, bank)
    words = request.GET.get("q", "")[:200]
    found = search(desk.state, words)
    rows = [
        {
            "title": title_of(placed, desk.state.bank),
            "kind": KINDS[placed.kind].name if placed.kind in KINDS else "bank",
            "url": desk.part_url(key[0], key[1]),
            "where": where,
        }
        for key, placed, where in found
    ]
    context = {"words": words, **page_of(rows, request.GET.get("page", "1"))}
    return render(request, "workbench/search.html", desk.context() | context)


@allowed_to(EDIT)
def problems(request: HttpRequest, bank: str) -> HttpResponse:
    """Everything that is wrong or wants a look, with the remedy."""
    desk = desk_or_404(request, bank)
    context = {
        "problems": told(desk, desk.state.problems),
        "warnings": warnings_of(desk, timezone.localdate()),
    }
    return render(request, "workbench/problems.html", desk.context() | context)
