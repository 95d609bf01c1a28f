"""Changing a working copy: every verb takes its turn, and no save is lost."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from django.db import models, transaction
from django.utils import timezone

from compliance.models import Part, WorkingCopy
from compliance.workbench.places import GAP, between


class PartChangedError(Exception):
    """Somebody else saved the part since its form was drawn: `part` as it is now."""

    def __init__(self, part: Part):
        super().__init__("The part was changed meanwhile.")
        self.part = part


@contextmanager
def turn(copy: WorkingCopy) -> Iterator[None]:
    """Hold the working copy for one change; whoever comes meanwhile waits.

    Raises WorkingCopy.DoesNotExist where it is gone.
    """
    with transaction.atomic():
        rows = WorkingCopy.objects.filter(pk=copy.pk)
        # The update is also the lock.
        if not rows.update(edits=models.F("edits") + 1, changed_at=timezone.now()):
            raise WorkingCopy.DoesNotExist
        yield
    copy.refresh_from_db(fields=["edits", "changed_at", "base", "number", "changelog"])


def change_part(part: Part, content: Mapping, drawn_from: int) -> Part:
    """Save a part's content, drawn from this revision of it.

    Raises PartChangedError, and saves nothing, where another revision stands there
    now, and Part.DoesNotExist where it was deleted.
    """
    with turn(part.copy):
        now = Part.objects.select_related("copy").get(pk=part.pk)
        if now.content == dict(content):
            return now
        if now.revision != drawn_from:
            raise PartChangedError(now)
        return store(now, content)


def store(part: Part, content: Mapping) -> Part:
    """Write a part's new content and note it; within a turn."""
    part.content = dict(content)
    part.revision += 1
    part.changed_at = timezone.now()
    part.save()
    return part


def add_part(
    copy: WorkingCopy, kind: str, slug: str, content: Mapping, parent: Part | None
) -> Part:
    """Add a part at the end of those of its kind."""
    with turn(copy):
        beside = Part.objects.filter(copy=copy, kind=kind, parent=parent)
        last = beside.aggregate(last=models.Max("position"))["last"] or 0
        return Part.objects.create(
            copy=copy,
            kind=kind,
            slug=slug,
            parent=parent,
            position=last + GAP,
            content=dict(content),
        )


def move_part(part: Part, before: Part | None) -> None:
    """Give a part the place before another one on its shelf, or the last place."""
    with turn(part.copy):
        beside = [each for each in Part.objects.on_shelf(part) if each.pk != part.pk]
        place = next(
            (n for n, each in enumerate(beside) if before and each.pk == before.pk),
            len(beside),
        )
        _place(part, beside, place)


def _place(part: Part, beside: list[Part], place: int) -> None:
    below = beside[place - 1].position if place else None
    above = beside[place].position if place < len(beside) else None
    position = between(below, above)
    if position is None:
        for number, each in enumerate([*beside[:place], part, *beside[place:]], 1):
            each.position = number * GAP
        Part.objects.bulk_update(beside, ["position"], batch_size=200)
    else:
        part.position = position
    part.save()


def shift_part(part: Part, steps: int) -> None:
    """Move a part up (-1) or down (1) on its shelf; at the end it stays."""
    shelf = list(Part.objects.on_shelf(part))
    place = [each.pk for each in shelf].index(part.pk)
    target = place + steps
    if not 0 <= target < len(shelf):
        return
    follower = target if steps < 0 else target + 1
    move_part(part, shelf[follower] if follower < len(shelf) else None)


def put_into(part: Part, parent: Part) -> None:
    """Move a question to the end of another section, or a rule of another scheme."""
    with turn(part.copy):
        beside = Part.objects.filter(copy=part.copy, kind=part.kind, parent=parent)
        last = beside.aggregate(last=models.Max("position"))["last"] or 0
        part.parent, part.position = parent, last + GAP
        part.save()


def delete_part(part: Part) -> None:
    """Delete a part with everything inside it; the history keeps what it was."""
    with turn(part.copy):
        # Each by itself, so that the history notes every one.
        for inner in part.inside.all():
            inner.delete()
        part.delete()
