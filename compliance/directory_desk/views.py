"""The editors' pages: the list of work, and the history of an entry."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from compliance.directory import verify
from compliance.directory_desk.recalling import records_of
from compliance.directory_desk.work import TITLES, Task, work_of
from compliance.directory_pages.drawing import where
from compliance.domain.freshness import last_checked_in_words
from compliance.links.tasks import check_due_links
from compliance.models import DirectoryArrival, LinkCheck, SupportEntryRow
from compliance.workbench.desk import allowed_to

EDIT = "compliance.change_supportentryrow"
IMPORT = "compliance.import_directory"
ON_A_PAGE = 50


def around(request: HttpRequest) -> dict:
    """What every page of the desk shows."""
    waiting = DirectoryArrival.objects.filter(settled_at=None)
    return {
        "may_import": request.user.has_perm(IMPORT),
        "waiting": waiting.only("pk", "file", "arrived_at"),
    }


@allowed_to(EDIT)
@require_safe
def work(request: HttpRequest) -> HttpResponse:
    """One list of work, with the counts of the others."""
    lists = work_of(timezone.localdate())
    current = request.GET.get("show", "")
    if current not in TITLES:
        current = next((name for name in TITLES if lists[name]), "overdue")
    page = Paginator(lists[current], ON_A_PAGE).get_page(request.GET.get("page"))
    tried = LinkCheck.objects.order_by("-tried_at").values_list("tried_at", flat=True)
    context = around(request) | {
        "tabs": [
            {
                "title": title,
                "count": len(lists[name]),
                "url": f"?show={name}",
                "current": name == current,
            }
            for name, title in TITLES.items()
        ],
        "rows": _rows(page.object_list),
        "show": current,
        "page": page,
        "links_tried": tried.first(),
    }
    return render(request, "directory_desk/work.html", context)


def _rows(tasks: list[Task]) -> list[dict]:
    slugs = [task.entry.slug for task in tasks]
    pks = dict(SupportEntryRow.objects.filter(slug__in=slugs).values_list("slug", "pk"))
    return [
        {
            "pk": pks[task.entry.slug],
            "name": task.entry.name,
            "kind": task.entry.kind_title,
            "where": where(task.entry),
            "reason": task.reason,
            "checked": last_checked_in_words(task.entry),
            "url": reverse(
                "admin:compliance_supportentryrow_change", args=[pks[task.entry.slug]]
            ),
            "site": task.entry.url,
            "source": task.entry.source_url,
        }
        for task in tasks
        if task.entry.slug in pks
    ]


@allowed_to(EDIT)
@require_POST
def verified(request: HttpRequest) -> HttpResponse:
    """Note that the ticked entries were checked today."""
    chosen = [int(each) for each in request.POST.getlist("entry") if _is_number(each)]
    count = verify(SupportEntryRow.objects.filter(pk__in=chosen))
    told = _("Nothing was ticked.")
    if count:
        told = _("%(count)s verified today.") % {"count": count}
    messages.success(request, told)
    show = request.POST.get("show", "")
    query = f"?show={show}" if show in TITLES else ""
    return redirect(f"{reverse('directory_desk:work')}{query}")


@allowed_to(EDIT)
@require_POST
def try_links(request: HttpRequest) -> HttpResponse:
    """Have a worker try the links that are due."""
    check_due_links.enqueue()
    messages.success(request, _("The links that are due are tried in the background."))
    return redirect(f"{reverse('directory_desk:work')}?show=links")


@allowed_to(EDIT)
@require_safe
def history(request: HttpRequest, pk: int) -> HttpResponse:
    """Who changed an entry, when and why."""
    row = get_object_or_404(SupportEntryRow, pk=pk)
    context = around(request) | {
        "entry": row,
        "records": list(records_of(row)),
        "edited": ", ".join(row.edited_fields),
    }
    return render(request, "directory_desk/history.html", context)


def _is_number(text: str) -> bool:
    return text.isdecimal() and len(text) < 10
