"""One part of a bank: its form, its place, its end."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from compliance.domain.parts import HEAD, KINDS, LAW
from compliance.models import Part
from compliance.workbench.desk import EDIT, Desk, allowed_to, desk_or_404
from compliance.workbench.editing import (
    PartChangedError,
    add_part,
    change_part,
    delete_part,
    move_part,
    put_into,
    shift_part,
)
from compliance.workbench.ending import breakage, take_out_of_lists
from compliance.workbench.forms.fields import Fields
from compliance.workbench.forms.operations import apply
from compliance.workbench.partform import PartForm, blank_form, form_of
from compliance.workbench.partpage import conflict_of, page_context
from compliance.workbench.slugs import name_anew, slug_for

OPERATION, PREVIEW = "operation", "preview"


@allowed_to(EDIT)
def part(request: HttpRequest, bank: str, pk: int) -> HttpResponse:
    """Draw a part's form, save it, or carry out what a button of it says."""
    desk = desk_or_404(request, bank)
    row = part_or_404(desk, pk)
    form = form_of(row, desk.state)
    if request.method != "POST":
        return _draw(desk, row, form)
    form.fields = Fields.sent(request.POST)
    operation = request.POST.get(OPERATION, "")
    if operation:
        focus = apply(form.fields, operation)
        return _draw(desk, row, form, focus=focus)
    form.is_sent = True
    if form.faults:
        return _draw(desk, row, form, status=422)
    try:
        change_part(row, form.content, _number(request.POST.get("revision")))
    except PartChangedError as changed:
        conflict = conflict_of(desk, row, form, changed.part)
        return _draw(desk, changed.part, form, status=409, conflict=conflict)
    except Part.DoesNotExist:
        raise Http404 from None
    messages.success(request, _("Saved."))
    return redirect(desk.url("part", pk=pk))


def part_or_404(desk: Desk, pk: int) -> Part:
    """A part of this bank. Raises Http404 for any other."""
    rows = Part.objects.select_related("parent", "copy").filter(copy=desk.copy, pk=pk)
    found = rows.first()
    if found is None:
        raise Http404
    return found


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 10 else 0


def _draw(
    desk: Desk,
    row: Part,
    form: PartForm,
    status: int = 200,
    focus: str = "",
    conflict: list[dict] | None = None,
) -> HttpResponse:
    context = desk.context("law" if row.kind in LAW else "bank")
    context |= page_context(desk, row, form)
    context |= {"focus": focus.replace(".", "-"), "conflict": conflict}
    return render(desk.request, "workbench/part.html", context, status=status)


@allowed_to(EDIT)
def new(request: HttpRequest, bank: str, kind: str) -> HttpResponse:
    """Draw the form of a part that is not there yet, and add it."""
    desk = desk_or_404(request, bank)
    parent = _parent(desk, kind, request.GET.get("in", ""))
    form = blank_form(kind, parent, desk.state)
    row = Part(copy=desk.copy, kind=kind, parent=parent)
    if request.method != "POST":
        return _draw(desk, row, form)
    form.fields = Fields.sent(request.POST)
    operation = request.POST.get(OPERATION, "")
    if operation:
        return _draw(desk, row, form, focus=apply(form.fields, operation))
    form.is_sent = True
    if form.faults:
        return _draw(desk, row, form, status=422)
    slug = slug_for(kind, form, desk.state)
    added = add_part(desk.copy, kind, slug, form.content, parent)
    messages.success(request, _("Added."))
    return redirect(_after_adding(desk, added, request.GET.get("for", "")))


def _parent(desk: Desk, kind: str, pk: str) -> Part | None:
    wanted = KINDS[kind].parent
    if not wanted:
        return None
    if not pk.isdecimal() or len(pk) > 18:
        raise Http404
    parent = part_or_404(desk, int(pk))
    if parent.kind != wanted:
        raise Http404
    return parent


def _after_adding(desk: Desk, added: Part, duty: str) -> str:
    """Back to the duty for which a measure was added, now with it."""
    if added.kind == "measure" and duty.isdecimal() and len(duty) < 18:
        row = part_or_404(desk, int(duty))
        measures = [*row.content.get("measures", ()), added.slug]
        change_part(row, row.content | {"measures": measures}, row.revision)
        return desk.url("part", pk=row.pk)
    return desk.url("part", pk=added.pk)


@require_POST
@allowed_to(EDIT)
def move(request: HttpRequest, bank: str) -> HttpResponse:
    """Move a part up or down, before another one, or into another section."""
    desk = desk_or_404(request, bank)
    row = part_or_404(desk, _number(request.POST.get("part")))
    steps = {"up": -1, "down": 1}.get(request.POST.get("to", ""))
    before = _number(request.POST.get("before"))
    into = _number(request.POST.get("into"))
    if into:
        holder = part_or_404(desk, into)
        if holder.kind != KINDS[row.kind].parent:
            raise Http404
        put_into(row, holder)
    elif steps:
        shift_part(row, steps)
    else:
        move_part(row, part_or_404(desk, before) if before else None)
    return redirect(_list_of(desk, row) + f"#row-{row.pk}")


def _list_of(desk: Desk, row: Part) -> str:
    if row.parent_id:
        return desk.url("part", pk=row.parent_id)
    return desk.url("kind", kind=row.kind)


@allowed_to(EDIT)
def delete(request: HttpRequest, bank: str, pk: int) -> HttpResponse:
    """Say what deleting a part would break, and delete it."""
    desk = desk_or_404(request, bank)
    row = part_or_404(desk, pk)
    if row.kind == HEAD:
        raise Http404
    if request.method == "POST":
        if request.POST.get("lists"):
            take_out_of_lists(desk.copy, row)
        delete_part(part_or_404(desk, pk))
        messages.success(request, _("Deleted. The history keeps what it was."))
        return redirect(_list_of(desk, row))
    context = {"part": page_context(desk, row, form_of(row, desk.state))["part"]}
    context |= breakage(desk, row)
    return render(request, "workbench/delete.html", desk.context() | context)


@require_POST
@allowed_to(EDIT)
def rename(request: HttpRequest, bank: str, pk: int) -> HttpResponse:
    """Give a part that was never published another name in files, everywhere."""
    desk = desk_or_404(request, bank)
    row = part_or_404(desk, pk)
    told = name_anew(desk, row, request.POST.get("slug", ""))
    messages.info(request, told)
    return redirect(desk.url("part", pk=pk))
