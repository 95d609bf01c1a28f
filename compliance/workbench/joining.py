"""Two editors at one part: what each changed is joined, what both changed is told."""

from collections.abc import Mapping

from compliance.models import Part
from compliance.workbench.state import published_content


def content_at(part: Part, revision: int) -> dict | None:
    """What a part said at a revision, or nothing where that is not known any more."""
    record = part.history.filter(revision=revision).order_by("history_id").last()
    if record is not None:
        return record.content
    # The first filling has no history: it is the version itself.
    return published_content(part) if revision == 1 else None


def joined(
    base: Mapping, theirs: Mapping, yours: Mapping
) -> tuple[dict, frozenset[str]]:
    """The content with the changes of both, and the fields that both changed.

    Where both changed a field, yours stands in it.
    """
    content, clashes = dict(theirs), set()
    for name in {*base, *theirs, *yours}:
        before, now, mine = base.get(name), theirs.get(name), yours.get(name)
        if mine in (before, now):
            continue
        if now != before:
            clashes.add(name)
        if name in yours:
            content[name] = mine
        else:
            content.pop(name, None)
    return content, frozenset(clashes)


def last_editor(part: Part) -> str:
    """The user name of who saved a part last; empty where nobody is known."""
    record = part.history.order_by("history_id").last()
    user = record.history_user if record else None
    return user.get_username() if user else ""
