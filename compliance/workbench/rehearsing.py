"""Working out, before a bank is published, what would come out differently."""

from collections.abc import Callable
from datetime import timedelta

from django.conf import settings
from django.db.models import Q
from django.utils import timezone
from django.utils.module_loading import import_string

from compliance.domain.bank import Bank
from compliance.domain.checks import find_unreached
from compliance.domain.determination import determine
from compliance.domain.outcomes import Mismatch, answers_of, mismatches
from compliance.domain.reference_cases import ReferenceCase
from compliance.models import Rehearsal, WorkingCopy
from compliance.outcome_words import differing, mismatch_in_words
from compliance.publishing import published_bank
from compliance.workbench.state import State, state_of

# A rehearsal that is not done by then was dropped by a killed worker.
PATIENCE = timedelta(minutes=3)
STRIDE = 25


def rehearsal_of(copy: WorkingCopy) -> tuple[Rehearsal, bool]:
    """The rehearsal of a working copy as it stands, and whether somebody must do it."""
    content = state_of(copy).fingerprint
    rehearsal, is_new = Rehearsal.objects.get_or_create(copy=copy, fingerprint=content)
    if is_new:
        Rehearsal.objects.filter(copy=copy).exclude(pk=rehearsal.pk).delete()
    return rehearsal, is_new or _is_dropped(rehearsal)


def _is_dropped(rehearsal: Rehearsal) -> bool:
    if rehearsal.cases is not None:
        return False
    now = timezone.now()
    stale = Rehearsal.objects.filter(pk=rehearsal.pk, asked_at__lt=now - PATIENCE)
    # Whoever moves the time has it done; the next to look waits again.
    return bool(stale.update(asked_at=now))


def rehearse(rehearsal_id: int) -> bool:
    """Run the reference cases; False where the copy was edited meanwhile."""
    rehearsal = _current(rehearsal_id)
    if rehearsal is None:
        return False
    copy = rehearsal.copy
    state = state_of(copy)
    if state.problems:
        found = {"changed": [], "failing": [], "unreached": [], "total": 0}
    else:
        before = published_bank(copy.base.fingerprint) if copy.base else None
        found = _run_cases(rehearsal, state, before)
    Rehearsal.objects.filter(pk=rehearsal.pk).update(cases=found)
    return True


def _current(rehearsal_id: int) -> Rehearsal | None:
    found = Rehearsal.objects.select_related("copy__base")
    rehearsal = found.filter(pk=rehearsal_id).first()
    if rehearsal is None:
        return None
    is_current = state_of(rehearsal.copy).fingerprint == rehearsal.fingerprint
    return rehearsal if is_current else None


def _run_cases(rehearsal: Rehearsal, state: State, before: Bank | None) -> dict:
    cases = state.bank.reference_cases
    changed, failing = [], []
    for number, case in enumerate(cases):
        if number % STRIDE == 0:
            _note(rehearsal, number, len(cases))
        now = determine(state.bank, answers_of(case))
        was = determine(before, answers_of(case)) if before else now
        rows = list(differing(was, now))
        wrong = mismatches(case, now)
        if rows or wrong:
            changed.append(_told(case, rows, wrong, state.bank))
        if wrong:
            failing.append(case.slug)
    unreached = [
        [each.subject, each.place, each.fault] for each in find_unreached(state.bank)
    ]
    changed.sort(key=lambda each: not each["failing"])
    return {
        "changed": changed,
        "failing": failing,
        "unreached": unreached,
        "total": len(cases),
    }


def _note(rehearsal: Rehearsal, done: int, total: int) -> None:
    Rehearsal.objects.filter(pk=rehearsal.pk).update(done=done, total=total)


def _told(
    case: ReferenceCase, rows: list[dict], wrong: tuple[Mismatch, ...], bank: Bank
) -> dict:
    return {
        "slug": case.slug,
        "title": case.title,
        "rows": rows,
        "failing": [mismatch_in_words(each, bank) for each in wrong],
    }


def claim_count(rehearsal: Rehearsal) -> bool:
    """Whether the caller is the one to have the running assessments counted."""
    now = timezone.now()
    free = Q(counted_at=None) | Q(counted_at__lt=now - PATIENCE)
    mine = Rehearsal.objects.filter(free, pk=rehearsal.pk, running__isnull=True)
    return bool(mine.update(counted_at=now))


def count_running(rehearsal_id: int) -> bool:
    """Count the running assessments that would come out differently; counts only."""
    rehearsal = _current(rehearsal_id)
    if rehearsal is None or state_of(rehearsal.copy).problems:
        return False
    count: Callable = import_string(settings.WAYMARK_RUNNING_OUTCOMES)
    bank = state_of(rehearsal.copy).bank
    found = count(bank, differing)
    Rehearsal.objects.filter(pk=rehearsal.pk).update(running=found)
    return True
