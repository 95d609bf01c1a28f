"""The end of a part: what deleting it would break, and what can be done about it."""

from compliance.domain.parts import KINDS
from compliance.domain.references import REFERENCES, Use
from compliance.domain.titles import title_of
from compliance.models import Part, WorkingCopy
from compliance.workbench.desk import Desk
from compliance.workbench.editing import store, turn
from compliance.workbench.state import state_of

SHOWN = 30
HOW = {
    "start": "asks it at the start",
    "asked_when": "is asked because of it",
    "decided_when": "is decided because of it",
    "when": "tests it",
    "applies_from": "applies from it",
    "provisions": "cites it",
    "measures": "needs it",
    "act": "belongs to it",
    "area": "belongs to it",
    "schemes": "tells it",
    "milestone": "begins on it",
    "answers": "answers it",
    "source": "rests on it",
    "disputed": "cites it",
    "on_market_when": "tests it",
    "changes": "would change it",
}
# Fields that hold a list of slugs from which one can be taken out.
LISTS = {
    field
    for (_, field) in REFERENCES
    if field in ("provisions", "measures", "schemes", "start")
}


def breakage(desk: Desk, row: Part) -> dict:
    """The parts that name a part or what is inside it, and which only list it."""
    uses = uses_of_part(desk, row)
    inside = row.inside.count()
    return {
        "uses": used_by(desk, uses)[:SHOWN],
        "use_count": len(uses),
        "listed_count": sum(use.field in LISTS for use in uses),
        "inside_count": inside,
    }


def uses_of_part(desk: Desk, row: Part) -> list[Use]:
    """Who names this part, or a part inside it, from outside."""
    named = {(row.kind, row.slug)}
    named |= {(each.kind, each.slug) for each in row.inside.all()}
    uses = [use for name in named for use in desk.state.uses.get(name, ())]
    return [use for use in uses if (use.user.kind, use.user.slug) not in named]


def used_by(desk: Desk, uses: list[Use]) -> list[dict]:
    """Uses in words, each with a link to the part that names it."""
    state = desk.state
    return [
        {
            "title": title_of(use.user, state.bank),
            "kind": KINDS[use.user.kind].name if use.user.kind in KINDS else "bank",
            "how": HOW.get(use.field, "expects it"),
            "url": desk.part_url(use.user.kind, use.user.slug) or desk.url("bank"),
        }
        for use in uses
    ]


def take_out_of_lists(copy: WorkingCopy, row: Part) -> None:
    """Take a part out of every list of sources, measures and the like that names it."""
    users = state_of(copy).uses.get((row.kind, row.slug), ())
    slugs = {use.user.slug for use in users if use.field in LISTS}
    with turn(copy):
        for each in Part.objects.filter(copy=copy, slug__in=slugs):
            content = {
                key: _without(value, row.slug) if key in LISTS else value
                for key, value in each.content.items()
            }
            if content != each.content:
                store(each, content)


def _without(value: object, slug: str) -> object:
    return (
        [each for each in value if each != slug] if isinstance(value, list) else value
    )
