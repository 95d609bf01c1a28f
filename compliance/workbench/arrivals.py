"""Banks from outside: shipped with an upgrade or imported, compared, taken over."""

import json
from collections.abc import Collection
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from compliance.bankfile import build_bank, canonical, document_of, fingerprint
from compliance.domain.bank import Bank
from compliance.domain.changes import Change, changes_between
from compliance.models import Arrival, BankVersion, Rehearsal, WorkingCopy
from compliance.publishing import publish
from compliance.workbench.editing import turn
from compliance.workbench.filling import copy_of, copy_of_newest, fill
from compliance.workbench.merging import merged
from compliance.workbench.state import state_of

THERE, HERE, BOTH = "there", "here", "both"


class StaleComparisonError(Exception):
    """The working copy changed since the comparison was drawn."""


@dataclass(frozen=True)
class Difference:
    """A change that leads from the working copy to an arrival, and who made it.

    `origin`: changed there only, here only (taking it would undo our edit), or both.
    """

    number: int
    change: Change
    origin: str

    @property
    def is_proposed(self) -> bool:
        """Whether taking it over undoes nothing that was edited here."""
        return self.origin == THERE


@transaction.atomic
def receive_shipped(bank: Bank) -> tuple[BankVersion | None, Arrival]:
    """Bring in the bank that ships with Waymark.

    It is published at once where the working copy is the last shipped bank untouched;
    otherwise it waits for the editors, and no version is returned.
    """
    # Waymark itself may work things out otherwise now.
    Rehearsal.objects.filter(copy__bank=bank.slug).delete()
    arrival, is_new = _arrive(bank, Arrival.Origin.SHIPPED)
    known = BankVersion.objects.filter(bank=bank.slug, fingerprint=arrival.fingerprint)
    if not is_new or known:
        copy_of_newest(bank.slug)
        settle(arrival)
        return known.first(), arrival
    copy = copy_of_newest(bank.slug)
    if copy is not None and not is_as_shipped(copy):
        return None, arrival
    version = publish(bank)
    if copy is None:
        copy_of(version, document_of(bank))
    else:
        fill(copy, document_of(bank))
        rest_on(copy, version)
    settle(arrival)
    return version, arrival


def _arrive(
    bank: Bank, origin: str, name: str = "", by: str = ""
) -> tuple[Arrival, bool]:
    document = document_of(bank)
    return Arrival.objects.get_or_create(
        bank=bank.slug,
        origin=origin,
        fingerprint=fingerprint(document),
        settled_at=None,
        defaults={
            "number": bank.number,
            "document": canonical(document),
            "name": name,
            "by": by,
        },
    )


def is_as_shipped(copy: WorkingCopy) -> bool:
    """Whether nothing was edited since the last shipped bank, published or not."""
    shipped = Arrival.objects.filter(
        bank=copy.bank, origin=Arrival.Origin.SHIPPED, settled_at__isnull=False
    ).first()
    content = state_of(copy).fingerprint
    if shipped is None:
        # Versions from before there were arrivals came with Waymark.
        return copy.base is not None and copy.base.fingerprint == content
    return shipped.fingerprint == content


def import_bank(bank: Bank, name: str, by: str) -> Arrival:
    """Keep an imported bank until an editor has seen what it would change."""
    return _arrive(bank, Arrival.Origin.IMPORTED, name, by)[0]


def differences(arrival: Arrival, copy: WorkingCopy) -> tuple[Difference, ...]:
    """Everything in which an arrival differs from the working copy."""
    theirs = bank_of_arrival(arrival)
    ours = state_of(copy).bank
    base = ancestor_of(arrival, copy)
    changed_here = _touched(base, ours) if base else frozenset()
    changed_there = _touched(base, theirs) if base else None
    return tuple(
        Difference(number, change, _origin(change, changed_here, changed_there))
        for number, change in enumerate(changes_between(ours, theirs), 1)
    )


def bank_of_arrival(arrival: Arrival) -> Bank:
    """The bank that arrived."""
    return build_bank(json.loads(arrival.document))


def ancestor_of(arrival: Arrival, copy: WorkingCopy) -> Bank | None:
    """What both come from: the last shipped bank taken over, or the version edited."""
    if arrival.origin == Arrival.Origin.SHIPPED:
        settled = Arrival.objects.filter(
            bank=copy.bank, origin=arrival.origin, settled_at__isnull=False
        ).first()
        if settled is not None:
            return bank_of_arrival(settled)
    version = BankVersion.objects.of_bank(copy.bank).filter(number=arrival.number)
    found = version.first()
    return found and build_bank(json.loads(found.document))


def _touched(base: Bank, later: Bank) -> frozenset:
    changes = changes_between(base, later)
    return frozenset(
        key for change in changes for key in (change.before, change.after) if key
    )


def _origin(change: Change, here: Collection, there: Collection | None) -> str:
    keys = {change.before, change.after} - {None}
    is_here = bool(keys & set(here))
    is_there = there is None or bool(keys & set(there))
    if is_here and is_there:
        return BOTH
    return HERE if is_here else THERE


def take_over(
    arrival: Arrival, copy: WorkingCopy, numbers: Collection[int], drawn_from: str
) -> None:
    """Bring the chosen differences into the working copy and settle the arrival.

    Raises StaleComparisonError, and changes nothing, where the copy was edited since
    the comparison was drawn.
    """
    state = state_of(copy)
    if state.fingerprint != drawn_from:
        raise StaleComparisonError
    found = differences(arrival, copy)
    taken = [each.change for each in found if each.number in numbers]
    theirs = json.loads(arrival.document)
    is_whole = len(taken) == len(found)
    with transaction.atomic():
        fill(copy, theirs if is_whole else merged(state.document, theirs, taken))
        settle(arrival)


def settle(arrival: Arrival) -> None:
    """Note that nobody needs to look at it any more."""
    Arrival.objects.filter(pk=arrival.pk, settled_at=None).update(
        settled_at=timezone.now()
    )


def rest_on(copy: WorkingCopy, version: BankVersion) -> None:
    """Note the version that the working copy now comes from."""
    with turn(copy):
        WorkingCopy.objects.filter(pk=copy.pk).update(
            base=version, number=version.number, changelog=version.changelog
        )


def waiting(slug: str) -> list[Arrival]:
    """The arrivals that wait for an editor, without their documents."""
    return list(Arrival.objects.filter(bank=slug, settled_at=None).defer("document"))
