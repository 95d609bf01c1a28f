"""Banks in and out: files sent in, compared and taken over; files handed out."""

import io
import zipfile
from dataclasses import replace

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from compliance.bankfile import BankFileError, dump, dump_folder, load_bytes
from compliance.domain.bank import Bank
from compliance.models import Arrival, BankVersion
from compliance.publishing import published_bank
from compliance.workbench.arrivals import (
    StaleComparisonError,
    differences,
    import_bank,
    settle,
    take_over,
)
from compliance.workbench.changelists import change_row
from compliance.workbench.desk import EDIT, IMPORT, Desk, allowed_to, desk_or_404
from compliance.workbench.uploads import takes_bank_files

ORIGINS = {
    "there": "changed there only",
    "here": "changed here only: taking it over undoes your edit",
    "both": "changed on both sides: taking it over replaces your edit",
}
# Long ago, so that the same bank is always the same archive.
PACKED_AT = (1980, 1, 1, 0, 0, 0)
MOST_PROBLEMS = 50


@takes_bank_files
@allowed_to(IMPORT)
def bring_in(request: HttpRequest, bank: str) -> HttpResponse:
    """Take a bank's file in for comparison, or say line by line what is wrong."""
    desk = desk_or_404(request, bank)
    if request.method != "POST":
        return _draw_import(desk, [])
    sent = request.FILES.get("file")
    if sent is None:
        told = _("Choose a YAML file, or a ZIP archive, of at most 8 MB.")
        return _draw_import(desk, [{"fault": told}])
    try:
        found = load_bytes(sent.read(), sent.name[:100])
    except BankFileError as error:
        return _draw_import(desk, [_problem(each) for each in error.problems])
    if found.slug != bank:
        told = _("It is another bank: “%(slug)s”.") % {"slug": found.slug}
        return _draw_import(desk, [{"fault": told}])
    user = request.user.get_username()
    arrival = import_bank(found, sent.name[:100], user)
    return redirect(desk.url("arrival", pk=arrival.pk))


def _problem(problem) -> dict:
    return {
        "file": problem.file,
        "line": problem.line,
        "place": problem.place,
        "fault": problem.fault,
        "remedy": problem.remedy,
    }


def _draw_import(desk: Desk, problems: list[dict]) -> HttpResponse:
    context = {
        "file_problems": problems[:MOST_PROBLEMS],
        "file_problem_count": len(problems),
    }
    page = desk.context("import") | context
    status = 422 if problems else 200
    return render(desk.request, "workbench/import.html", page, status=status)


@allowed_to(IMPORT)
def arrival(request: HttpRequest, bank: str, pk: int) -> HttpResponse:
    """Compare a bank from outside with the working copy; take over what is wanted."""
    desk = desk_or_404(request, bank)
    found = Arrival.objects.filter(bank=bank, pk=pk, settled_at=None).first()
    if found is None:
        raise Http404
    if request.method != "POST":
        return _draw_arrival(desk, found)
    if request.POST.get("do") == "set-aside":
        settle(found)
        messages.success(request, _("Set aside. The bank stays as it is."))
        return redirect(desk.url("bank"))
    numbers = {int(each) for each in request.POST.getlist("take") if _is_number(each)}
    try:
        take_over(found, desk.copy, numbers, request.POST.get("drawn", ""))
    except StaleComparisonError:
        return _draw_arrival(desk, found, is_stale=True)
    told = _("%(count)s changes were taken over.") % {"count": len(numbers)}
    messages.success(request, told)
    return redirect(desk.url("publish"))


def _is_number(text: str) -> bool:
    return text.isdecimal() and len(text) < 7


def _draw_arrival(desk: Desk, found: Arrival, is_stale: bool = False) -> HttpResponse:
    rows = [
        change_row(desk, each.change)
        | {
            "number": each.number,
            "origin": ORIGINS[each.origin],
            "is_taken": each.is_proposed or found.origin == Arrival.Origin.IMPORTED,
        }
        for each in differences(found, desk.copy)
    ]
    context = {
        "arrival": {
            "is_shipped": found.origin == Arrival.Origin.SHIPPED,
            "name": found.name,
            "number": found.number,
            "arrived_at": found.arrived_at,
        },
        "differences": rows,
        "drawn": desk.state.fingerprint,
        "is_stale": is_stale,
    }
    page = desk.context("import") | context
    status = 409 if is_stale else 200
    return render(desk.request, "workbench/arrival.html", page, status=status)


@allowed_to(EDIT)
def export(request: HttpRequest, bank: str, form: str) -> HttpResponse:
    """The working copy as one YAML file, or as an archive of its folder."""
    desk = desk_or_404(request, bank)
    found = desk.state.bank
    return _file(found, f"{found.slug}-working-copy", form)


@allowed_to(EDIT)
def export_version(request: HttpRequest, bank: str, number: str) -> HttpResponse:
    """A published version as one YAML file."""
    version = BankVersion.objects.of_bank(bank).light().filter(number=number).first()
    if version is None:
        raise Http404
    found = replace(
        published_bank(version.fingerprint),
        number=version.number,
        changelog=version.changelog,
    )
    return _file(found, f"{bank}-{number}", "yaml")


def _file(bank: Bank, name: str, form: str) -> HttpResponse:
    kind = {"yaml": "application/yaml; charset=utf-8", "zip": "application/zip"}[form]
    content = dump(bank).encode() if form == "yaml" else _archive(bank)
    return HttpResponse(
        content,
        content_type=kind,
        headers={"Content-Disposition": f'attachment; filename="{name}.{form}"'},
    )


def _archive(bank: Bank) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in sorted(dump_folder(bank).items()):
            info = zipfile.ZipInfo(f"{bank.slug}/{name}", PACKED_AT)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, text)
    return packed.getvalue()
