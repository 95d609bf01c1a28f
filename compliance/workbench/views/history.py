"""Who changed what and when, before and after, in words."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from compliance.workbench.desk import EDIT, allowed_to, desk_or_404
from compliance.workbench.recalling import PER_PAGE, records


@allowed_to(EDIT)
def history(request: HttpRequest, bank: str) -> HttpResponse:
    """The changes of a bank, or of one part of it, the newest first."""
    desk = desk_or_404(request, bank)
    part = _number(request.GET.get("part"))
    page = max(1, _number(request.GET.get("page")) or 1)
    found = records(desk, part, page)
    context = {
        "records": found[:PER_PAGE],
        "page_number": page,
        "previous": page - 1,
        "next": page + 1 if len(found) > PER_PAGE else None,
        "part": part,
    }
    page_context = desk.context("history") | context
    return render(request, "workbench/history.html", page_context)


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 10 else 0
