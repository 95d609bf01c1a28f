"""Lists from outside on the editors' pages: seen, then applied field by field."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from compliance.directory_desk.views import IMPORT, around
from compliance.directory_imports.arriving import (
    READERS,
    SettledError,
    apply,
    counts_of,
    proposed_ticks,
    set_aside,
    take_in,
    tick_of,
)
from compliance.directory_imports.comparing import NEW
from compliance.directory_imports.readings import UnreadableFileError
from compliance.directory_imports.wording import field_title, value_text
from compliance.domain.support_entry import KINDS
from compliance.models import DirectoryArrival
from compliance.models.directory_arrivals import SOURCES
from compliance.workbench.desk import allowed_to
from compliance.workbench.uploads import takes_bank_files

MOST_FAULTS = 200
MOST_EARLIER = 20


@takes_bank_files
@allowed_to(IMPORT)
def bring_in(request: HttpRequest) -> HttpResponse:
    """Take a list in for comparison, or say what is wrong with the file."""
    if request.method != "POST":
        return _draw_form(request, "")
    sent, source = request.FILES.get("file"), request.POST.get("source", "")
    if sent is None or source not in READERS:
        told = _("Choose what kind of list it is, and a file of at most 8 MB.")
        return _draw_form(request, told)
    user, dated = request.user.get_username(), request.POST.get("dated", "").strip()
    try:
        arrival = take_in(source, sent.name, sent.read(), dated[:20], user)
    except UnreadableFileError as error:
        return _draw_form(request, str(error))
    return redirect("directory_desk:arrival", pk=arrival.pk)


def _draw_form(request: HttpRequest, fault: str) -> HttpResponse:
    earlier = DirectoryArrival.objects.exclude(settled_at=None)
    context = around(request) | {
        "fault": fault,
        "sources": [
            {
                "slug": slug,
                "title": title,
                "is_chosen": slug == request.POST.get("source"),
            }
            for slug, title in SOURCES.items()
        ],
        "dated": request.POST.get("dated", "")[:20],
        "earlier": earlier.defer("changes", "faults")[:MOST_EARLIER],
    }
    status = 422 if fault else 200
    return render(request, "directory_desk/import.html", context, status=status)


@allowed_to(IMPORT)
def arrival(request: HttpRequest, pk: int) -> HttpResponse:
    """What a list would change; applied as ticked, or set aside."""
    found = get_object_or_404(DirectoryArrival, pk=pk)
    if request.method != "POST" or found.settled_at is not None:
        return _draw_arrival(request, found, "")
    if request.POST.get("do") == "set-aside":
        set_aside(found)
        messages.success(request, _("Set aside. The directory stays as it is."))
        return redirect("directory_desk:import")
    try:
        taken = apply(found, set(request.POST.getlist("take")))
    except ValidationError as error:
        return _draw_arrival(request, found, error.messages[0])
    except SettledError:
        found.refresh_from_db()
        return _draw_arrival(request, found, "")
    messages.success(request, _("Applied: %(taken)s.") % {"taken": taken})
    return redirect("directory_desk:arrival", pk=found.pk)


def _draw_arrival(
    request: HttpRequest, found: DirectoryArrival, fault: str
) -> HttpResponse:
    counts = counts_of(found.changes)
    ticked = proposed_ticks(found.changes)
    context = around(request) | {
        "arrival": found,
        "fault": fault,
        "faults": [each["text"] for each in found.faults[:MOST_FAULTS]],
        "fault_count": len(found.faults),
        "counts": {sort: counts[sort] for sort in ("new", "changed", "missing")},
        "left_out": list(found.left_out.items()),
        "changes": [
            _change_row(number, change, ticked)
            for number, change in enumerate(found.changes)
        ],
    }
    status = 422 if fault else 200
    return render(request, "directory_desk/arrival.html", context, status=status)


def _change_row(number: int, change: dict, ticked: set[str]) -> dict:
    fields = [
        {
            "tick": tick_of(number, field["name"]),
            "is_ticked": tick_of(number, field["name"]) in ticked,
            "is_kept": field["is_kept"],
            "label": field_title(field["name"]),
            "before": [] if change["sort"] == NEW else [value_text(field["before"])],
            "after": [value_text(field["after"])],
        }
        for field in change["fields"]
    ]
    return {
        "sort": change["sort"],
        "title": change["name"],
        "kind": KINDS.get(change["kind"], change["kind"]),
        "slug": change["slug"],
        "line": change["line"],
        "tick": tick_of(number),
        "is_ticked": tick_of(number) in ticked,
        "fields": fields,
    }
