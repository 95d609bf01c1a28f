"""Parts as rows of a list, a page at a time."""

from django.core.paginator import Paginator

from compliance.domain.titles import title_of
from compliance.workbench.desk import Desk

PER_PAGE = 100


def rows_of(desk: Desk, kind: str, parent: str = "") -> list[dict]:
    """The parts of a kind, or those of them that stand in one part, in order."""
    state = desk.state
    faulty = {fault.subject for fault in state.problems}
    return [
        {
            "pk": state.pks[key[:2]],
            "title": title_of(placed, state.bank),
            "url": desk.url("part", pk=state.pks[key[:2]]),
            "is_faulty": placed.slug in faulty,
            "note": "",
            "count": None,
        }
        for key, placed in state.parts.items()
        if placed.kind == kind and (not parent or placed.parent == parent)
    ]


def page_of(rows: list[dict], number: str) -> dict:
    """One page of rows, and where the others are."""
    page = Paginator(rows, PER_PAGE).get_page(number)
    return {
        "rows": list(page),
        "page": {
            "number": page.number,
            "count": page.paginator.num_pages,
            "total": page.paginator.count,
            "previous": page.previous_page_number() if page.has_previous() else None,
            "next": page.next_page_number() if page.has_next() else None,
        },
    }
