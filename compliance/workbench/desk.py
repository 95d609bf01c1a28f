"""One editor at one bank: who may come in, and what every page of the bank shows."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, wraps

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from compliance.domain.changes import Change
from compliance.models import Arrival, Rehearsal, WorkingCopy
from compliance.workbench.arrivals import waiting
from compliance.workbench.filling import copy_of_newest
from compliance.workbench.panel import panel_of
from compliance.workbench.publication import next_version
from compliance.workbench.state import State, changes_of, state_of
from compliance.workbench.tasks import rehearsed

EDIT, PUBLISH, IMPORT = (
    "compliance.change_workingcopy",
    "compliance.publish_bank",
    "compliance.import_bank",
)


def allowed_to(permission: str) -> Callable:
    """Let staff with this permission in; others sign in first, or are refused."""

    def decorate(view: Callable) -> Callable:
        @wraps(view)
        def guarded(request: HttpRequest, *args, **kwargs) -> HttpResponse:
            if not request.user.is_authenticated:
                return redirect_to_login(
                    request.get_full_path(), reverse("admin:login")
                )
            if not (request.user.is_staff and request.user.has_perm(permission)):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return guarded

    return decorate


@dataclass
class Desk:
    """A working copy as the editor in front of it sees it."""

    request: HttpRequest
    copy: WorkingCopy

    @property
    def state(self) -> State:
        """What the copy amounts to now."""
        return state_of(self.copy)

    @cached_property
    def rehearsal(self) -> Rehearsal:
        """What the reference cases come to, as far as it is known."""
        return rehearsed(self.copy)

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """What differs from the last version."""
        return changes_of(self.copy)

    @cached_property
    def arrivals(self) -> list[Arrival]:
        """Banks from outside that wait for a comparison."""
        return waiting(self.copy.bank)

    def url(self, page: str, **more: object) -> str:
        """The address of a page of this bank."""
        return reverse(f"workbench:{page}", kwargs={"bank": self.copy.bank, **more})

    def part_url(self, kind: str, slug: str) -> str:
        """The address of a part; empty where there is none."""
        pk = self.state.pks.get((kind, slug))
        return self.url("part", pk=pk) if pk else ""

    def context(self, current: str = "") -> dict[str, object]:
        """What every page of the bank shows."""
        user = self.request.user
        number, level = next_version(self.copy)
        return {
            "bank": {
                "slug": self.copy.bank,
                "title": self.state.bank.title,
                "base": self.copy.base.number if self.copy.base else "",
                "draft": number if self.changes else "",
                "level": level,
                "changed_at": self.copy.changed_at,
                "change_count": len(self.changes),
            },
            "links": [
                {"title": title, "url": self.url(page), "is_current": page == current}
                for page, title in PAGES.items()
            ],
            "arrivals": [
                {
                    "number": each.number,
                    "is_shipped": each.origin == Arrival.Origin.SHIPPED,
                    "url": self.url("arrival", pk=each.pk),
                }
                for each in self.arrivals
            ],
            "may_publish": user.has_perm(PUBLISH),
            "may_import": user.has_perm(IMPORT),
            "panel": panel_of(self, timezone.localdate()),
        }


PAGES = {
    "bank": "Questions",
    "law": "Rules and duties",
    "cases": "Cases",
    "history": "History",
    "publish": "Publish",
}


def desk_or_404(request: HttpRequest, bank: str) -> Desk:
    """The desk at a bank. Raises Http404 where there is no such bank."""
    copy = copy_of_newest(bank)
    if copy is None:
        raise Http404
    return Desk(request, copy)
