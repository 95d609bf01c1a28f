"""What waits for directory editors: the lists of work, and why each entry is on it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from compliance.directory import published_entries
from compliance.domain.entry_gaps import gaps_of, shared_addresses
from compliance.domain.freshness import TIME_TO_LIVE, checked_on, is_overdue
from compliance.domain.support_entry import SupportEntry, day_in_words
from compliance.models import LinkCheck

Reason = Callable[[SupportEntry], str]

TITLES: Mapping[str, str] = {
    "overdue": "Not verified in time",
    "links": "Dead links",
    "expired": "Past their closing day",
    "doubtful": "Low confidence",
    "gaps": "Something missing",
}


@dataclass(frozen=True)
class Task:
    """An entry that somebody should look at, and why."""

    entry: SupportEntry
    reason: str


def work_of(as_of: date) -> dict[str, list[Task]]:
    """Every list of work, its most pressing entries first."""
    entries = published_entries()
    going_on = [entry for entry in entries if entry.status != "ended"]
    reasons = _reasons(entries, as_of)
    return {
        name: sorted(_tasks(going_on, reasons[name]), key=lambda task: _order(task))
        for name in TITLES
    }


def _tasks(entries: Iterable[SupportEntry], reason: Reason) -> list[Task]:
    told = ((entry, reason(entry)) for entry in entries)
    return [Task(entry, words) for entry, words in told if words]


def _order(task: Task) -> tuple:
    age = checked_on(task.entry)
    return age, task.entry.kind, task.entry.slug


def _reasons(entries: tuple[SupportEntry, ...], as_of: date) -> Mapping[str, Reason]:
    shared = shared_addresses(entries)
    dead = {check.url: check for check in LinkCheck.objects.dead()}

    def overdue(entry: SupportEntry) -> str:
        if not is_overdue(entry, as_of):
            return ""
        days = (as_of - checked_on(entry)).days
        return f"looked at {days} days ago; {TIME_TO_LIVE[entry.kind]} are allowed"

    def links(entry: SupportEntry) -> str:
        found = [dead[url] for url in (entry.url, entry.source_url) if url in dead]
        return "; ".join(
            f"{check.url} {check.get_outcome_display()}, {check.failures} times"
            for check in found
        )

    def expired(entry: SupportEntry) -> str:
        if entry.closes is None or entry.closes >= as_of:
            return ""
        return f"closed on {day_in_words(entry.closes)}, still {entry.status}"

    return {
        "overdue": overdue,
        "links": links,
        "expired": expired,
        "doubtful": lambda entry: "weak source" if entry.is_low_confidence else "",
        "gaps": lambda entry: ", ".join(gaps_of(entry, shared)),
    }
