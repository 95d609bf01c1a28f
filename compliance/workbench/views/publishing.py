"""Before a bank is published, the act itself, and the versions there are."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from compliance.domain.changes import Change, changes_between
from compliance.models import BankVersion
from compliance.publishing import PublishingError, published_bank
from compliance.workbench.changelists import change_rows
from compliance.workbench.desk import EDIT, PUBLISH, Desk, allowed_to, desk_or_404
from compliance.workbench.discarding import discard
from compliance.workbench.publication import Wish, next_version, publish_copy
from compliance.workbench.tasks import counted
from compliance.workbench.views.cases import rehearsal_of

LONGEST_LINE = 2_000


@allowed_to(EDIT)
def publish(request: HttpRequest, bank: str) -> HttpResponse:
    """What would change, for whom, and the button; publishing itself for publishers."""
    desk = desk_or_404(request, bank)
    if request.method != "POST":
        return _draw(desk, _wish(request))
    if not request.user.has_perm(PUBLISH):
        return _draw(desk, _wish(request), 403, [_("Publishers publish. Ask one.")])
    wish = _wish(request)
    if request.POST.get("drawn") != desk.state.fingerprint:
        told = _("The bank was edited since this page was drawn. Look at it once more.")
        return _draw(desk, wish, 409, [told])
    try:
        version = publish_copy(desk.copy, wish)
    except PublishingError as error:
        return _draw(desk, wish, 422, str(error).splitlines())
    told = _("Version %(number)s is published.") % {"number": version.number}
    messages.success(request, told)
    return redirect(desk.url("versions"))


def _wish(request: HttpRequest) -> Wish:
    sent = request.POST
    # Each is ticked by itself; one reason may stand for those without their own.
    shared = sent.get("reason", "").strip()[:LONGEST_LINE]
    reasons = {
        slug: sent.get(f"reason-{slug}", "").strip()[:LONGEST_LINE] or shared
        for slug in sent.getlist("meant")
    }
    return Wish(
        by=request.user.get_username(),
        changelog=sent.get("changelog", "")[:LONGEST_LINE],
        meanings=tuple(sent.getlist("meaning")),
        reasons=reasons,
    )


def _draw(
    desk: Desk, wish: Wish, status: int = 200, hindrances: list[str] | None = None
) -> HttpResponse:
    rehearsal = counted(desk.copy) if desk.changes else desk.rehearsal
    found = rehearsal.cases or {"changed": [], "total": 0}
    number, level = next_version(desk.copy, wish.meanings)
    context = {
        "number": number,
        "level": level,
        "changes": change_rows(desk, desk.changes),
        "cases": [_case(desk, each, wish) for each in found["changed"]],
        "case_total": found["total"],
        "rehearsal": rehearsal_of(desk),
        "running": _running(rehearsal.running),
        "is_counted": rehearsal.running is not None,
        "questions": _reworded(desk, wish),
        "changelog": wish.changelog,
        "failing_count": sum(bool(each["failing"]) for each in found["changed"]),
        "reason": desk.request.POST.get("reason", "")[:LONGEST_LINE],
        "hindrances": hindrances or [],
        "drawn": desk.state.fingerprint,
        "discard_url": desk.url("discard"),
        "versions_url": desk.url("versions"),
    }
    page = desk.context("publish") | context
    return render(desk.request, "workbench/publish.html", page, status=status)


def _case(desk: Desk, case: dict, wish: Wish) -> dict:
    slug = case["slug"]
    return case | {
        "url": desk.part_url("case", slug),
        "is_meant": slug in wish.reasons,
        "reason": wish.reasons.get(slug, ""),
    }


def _running(found: dict | None) -> dict:
    if found is None:
        return {"total": 0, "different": 0, "same": 0, "by": []}
    same = found["total"] - found["different"]
    by = [{"title": title, "count": count} for title, count in found["by"]]
    return found | {"same": same, "by": by}


def _reworded(desk: Desk, wish: Wish) -> list[dict]:
    """The changed questions, of which an editor may say that their meaning changed."""
    return [
        {
            "slug": change.slug,
            "title": change.title,
            "is_meant": change.slug in wish.meanings,
        }
        for change in desk.changes
        if change.kind == "question" and change.sort == "changed"
    ]


@require_POST
@allowed_to(EDIT)
def throw_away(request: HttpRequest, bank: str) -> HttpResponse:
    """Return to the last version; the history keeps what was edited."""
    desk = desk_or_404(request, bank)
    if desk.copy.base is None:
        raise Http404
    discard(desk.copy)
    told = _("The bank is as in version %(number)s again.")
    messages.success(request, told % {"number": desk.copy.base.number})
    return redirect(desk.url("bank"))


@allowed_to(EDIT)
def versions(request: HttpRequest, bank: str) -> HttpResponse:
    """All published versions, the newest first."""
    desk = desk_or_404(request, bank)
    context = {
        "versions": [
            {
                "number": each.number,
                "published_at": each.published_at,
                "author": each.author,
                "changelog": each.changelog,
                "fingerprint": each.fingerprint,
                "url": desk.url("version", number=each.number),
            }
            for each in BankVersion.objects.of_bank(bank).light()
        ]
    }
    page = desk.context("publish") | context
    return render(request, "workbench/versions.html", page)


@allowed_to(EDIT)
def version(request: HttpRequest, bank: str, number: str) -> HttpResponse:
    """What a version changed against the one before it."""
    desk = desk_or_404(request, bank)
    found = list(BankVersion.objects.of_bank(bank).light())
    place = next((n for n, each in enumerate(found) if each.number == number), None)
    if place is None:
        raise Http404
    before = found[place + 1] if place + 1 < len(found) else None
    changes = _between(before, found[place]) if before else ()
    context = {
        "version": {
            "number": number,
            "before": before.number if before else "",
            "changelog": found[place].changelog,
            "fingerprint": found[place].fingerprint,
        },
        "changes": change_rows(desk, changes),
        "versions_url": desk.url("versions"),
        "export_url": desk.url("export_version", number=number),
    }
    page = desk.context("publish") | context
    return render(request, "workbench/version.html", page)


def _between(before: BankVersion, after: BankVersion) -> tuple[Change, ...]:
    return changes_between(
        published_bank(before.fingerprint), published_bank(after.fingerprint)
    )
