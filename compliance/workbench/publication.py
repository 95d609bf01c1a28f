"""From a working copy to a version: what forbids it, its number, and the act itself."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from django.conf import settings

from compliance.bankfile import logic_fingerprint, plain_of
from compliance.domain.bank import Bank
from compliance.domain.determination import determine
from compliance.domain.numbering import MAJOR, level_of, next_number
from compliance.domain.outcomes import answers_of, mismatches, rebaselined
from compliance.domain.reference_cases import ReferenceCase
from compliance.models import BankVersion, Part, WorkingCopy
from compliance.publishing import PublishingError, publish, published_bank
from compliance.workbench.arrivals import rest_on
from compliance.workbench.editing import store, turn
from compliance.workbench.state import state_of


@dataclass(frozen=True)
class Wish:
    """What a publisher decides: a changelog line, and what was meant.

    `meanings` are the questions that ask something else now; `reasons` say for each
    failing reference case (by slug) why its new outcome is right.
    """

    by: str
    changelog: str
    meanings: tuple[str, ...] = ()
    reasons: Mapping[str, str] = field(default_factory=dict)


def next_version(copy: WorkingCopy, meanings: tuple[str, ...] = ()) -> tuple[str, str]:
    """The number that the working copy would get, and how far its change goes."""
    bank = state_of(copy).bank
    if copy.base is None:
        return copy.number, ""
    before = published_bank(copy.base.fingerprint)
    same_logic = logic_fingerprint(before) == state_of(copy).logic
    level = MAJOR if meanings else level_of(before, bank, same_logic)
    number = next_number(copy.base.number, level)
    taken = BankVersion.objects.filter(bank=copy.bank)
    while taken.filter(number=number).exists():
        number = next_number(number, level)
    return number, level


def hindrances(copy: WorkingCopy, wish: Wish) -> Iterator[str]:
    """Everything that keeps this copy from being published so, in words."""
    state = state_of(copy)
    if state.problems:
        yield f"The bank has problems: {len(state.problems)}. Mend them first."
        return
    if copy.base is not None and state.fingerprint == copy.base.fingerprint:
        yield "Nothing changed since the last version."
    if not wish.changelog.strip():
        yield "Say in one line what changed."
    for case in failing_cases(state.bank):
        if not wish.reasons.get(case.slug, "").strip():
            yield f"“{case.title}”: say why its new outcome is right, or mend the rule."
    if settings.WAYMARK_FOUR_EYES and wish.by in authors_since_base(copy):
        yield "You changed this bank yourself; somebody else has to publish it."


def failing_cases(bank: Bank) -> list[ReferenceCase]:
    """The reference cases that do not come out as they expect."""
    return [
        case
        for case in bank.reference_cases
        if mismatches(case, determine(bank, answers_of(case)))
    ]


def authors_since_base(copy: WorkingCopy) -> set[str]:
    """The user names of those who changed the copy since its last version."""
    records = Part.history.filter(copy=copy)
    if copy.base is not None:
        records = records.filter(history_date__gt=copy.base.published_at)
    names = records.values_list("history_user__username", flat=True)
    return {name for name in names.distinct() if name}


def publish_copy(copy: WorkingCopy, wish: Wish) -> BankVersion:
    """Publish the working copy as an immutable version with the next number.

    Raises PublishingError with everything that keeps it from being published.
    """
    with turn(copy):
        copy.refresh_from_db()
        faults = list(hindrances(copy, wish))
        if faults:
            raise PublishingError("\n".join(faults))
        number, _ = next_version(copy, wish.meanings)
        _raise_meanings(copy, wish.meanings)
        _rebaseline(copy, wish.reasons)
        bank = replace(
            state_of(copy).bank, number=number, changelog=wish.changelog.strip()
        )
        version = publish(bank, wish.by)
        rest_on(copy, version)
    return version


def _raise_meanings(copy: WorkingCopy, slugs: tuple[str, ...]) -> None:
    with turn(copy):
        for part in Part.objects.filter(copy=copy, kind="question", slug__in=slugs):
            meaning = int(part.content.get("meaning", "1")) + 1
            store(part, part.content | {"meaning": str(meaning)})


def _rebaseline(copy: WorkingCopy, reasons: Mapping[str, str]) -> None:
    bank = state_of(copy).bank
    parts = Part.objects.filter(copy=copy, kind="case", slug__in=list(reasons))
    rows = {part.slug: part for part in parts}
    with turn(copy):
        for case in failing_cases(bank):
            found = determine(bank, answers_of(case))
            fresh = plain_of(rebaselined(case, found, reasons[case.slug].strip()))
            del fresh["slug"]
            store(rows[case.slug], fresh)
