"""Who is looking at which assessment: found by code or example, or not at all."""

import json
from dataclasses import dataclass
from functools import cached_property, lru_cache

from django.db.models import TextField
from django.db.models.functions import Cast
from django.http import Http404, HttpRequest
from django.urls import reverse

from assessments.models import Assessment
from compliance.domain.answers import Answer
from compliance.domain.bank import Bank
from compliance.domain.determination import Determination, determine
from compliance.publishing import published_bank

PAGES = (
    *("answers", "result", "reasons", "duties", "plan", "support", "others"),
    "reports",
)
LAST_KEPT = 32
OWNER_PAGES = ("link", "download", "delete", "issue")


@dataclass
class Last:
    """What was last settled about one assessment in this process."""

    determination: Determination | None = None


@lru_cache(maxsize=LAST_KEPT)
def _last(pk: int, fingerprint: str) -> Last:
    return Last()


def _answer(values: str, unsure: bool, note: str) -> Answer:
    return (
        Answer(tuple(json.loads(values)), unsure, note)
        if note
        else _bare(values, unsure)
    )


@lru_cache(maxsize=4096)
def _bare(values: str, unsure: bool) -> Answer:
    return Answer(tuple(json.loads(values)), unsure)


@dataclass
class Visit:
    """One assessment as its holder, or everybody for an example, may see it."""

    assessment: Assessment
    key: dict[str, str]

    @property
    def is_read_only(self) -> bool:
        """Examples are read, not changed."""
        return self.assessment.is_example

    @cached_property
    def bank(self) -> Bank:
        """The bank of the version that the assessment is pinned to."""
        return published_bank(self.assessment.version.fingerprint)

    @cached_property
    def answers(self) -> dict[str, Answer]:
        """The stored answers by slug."""
        # Plain values: of thousands of answers, making model instances takes longest.
        rows = self.assessment.answers.order_by().values_list(
            "slug", Cast("values", TextField()), "unsure", "note"
        )
        return {slug: _answer(*told) for slug, *told in rows}

    @cached_property
    def determination(self) -> Determination:
        """What the stored answers settle."""
        # What a step changes is little: the rest stays as this process last had it.
        last = _last(self.assessment.pk, self.assessment.version.fingerprint)
        known = last.determination
        if known is None:
            known = determine(self.bank, self.answers)
        elif known.answers != self.answers:
            known = known.updated(self.answers)
        last.determination = known
        return known

    def url(self, page: str, **more: object) -> str:
        """The address of a page of this assessment."""
        return reverse(f"{self._kind}:{page}", kwargs={**self.key, **more})

    @property
    def _kind(self) -> str:
        return "example" if self.is_read_only else "walk"

    @cached_property
    def links(self) -> dict[str, str]:
        """The addresses that the pages offer; owners' pages only to owners."""
        pages = PAGES if self.is_read_only else PAGES + OWNER_PAGES
        links = dict.fromkeys((*PAGES, *OWNER_PAGES, "measures"), "")
        links |= {page: self.url(page) for page in pages}
        links["first"] = "" if self.is_read_only else self.url("walk")
        links["measures"] = "" if self.is_read_only else self.url("measures")
        links["leave"] = reverse("home") if self.is_read_only else self.url("link")
        return links

    def context(self, current: str = "") -> dict[str, object]:
        """What every page of an assessment shows."""
        return {
            "assessment": {
                "product": self.assessment.product,
                "organisation": self.assessment.organisation,
                "read_only": self.is_read_only,
                "is_example": self.assessment.is_example,
            },
            "links": self.links,
            "current": current,
            "read_only": self.is_read_only,
        }


def visit_or_404(request: HttpRequest, code: str = "", example: str = "") -> Visit:
    """The assessment that a code or an example's name opens. Raises Http404."""
    if code:
        found = Assessment.objects.with_code(code).first()
        key = {"code": code}
    else:
        found = Assessment.objects.examples().filter(example=example).first()
        key = {"example": example}
    if found is None:
        raise Http404
    return Visit(found, key)


def owned_or_404(request: HttpRequest, code: str = "", example: str = "") -> Visit:
    """The assessment that this visitor may change; examples are nobody's."""
    visit = visit_or_404(request, code, example)
    if visit.is_read_only:
        raise Http404
    return visit
