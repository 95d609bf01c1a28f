"""Why an entry fits only later, and what to look into first: sentences for a reader."""

from collections.abc import Iterator, Mapping
from datetime import date

from compliance.domain.support_conditions import Reading
from compliance.domain.support_entry import (
    SIZE_TITLES,
    SupportEntry,
    day_in_words,
    end_in_words,
)
from compliance.domain.support_profile import Profile
from compliance.domain.support_wording import sizes_in_words

# Said of an entry whose status is not known.
DOUBTS: Mapping[str, str] = {
    "edih": "its funding period may have ended",
    "sandbox": "nothing shows that it is open",
    "ai-authority": "the country may not have named it yet",
    "data-access-body": "the country may not have named it yet",
    "ai-factory": "it may not have started yet",
}
A_DOUBT = "nothing shows that it is open"
# Said of an entry that is planned and has no legal day by which it must be there.
PLANS: Mapping[str, str] = {
    "ai-authority": "not yet named in law",
    "data-access-body": "not yet named in law",
}
A_PLAN = "no opening day is known"
# When a notified body takes part: MDR Art. 52(3) to (7), IVDR Art. 48(3) to (10).
MDR_CLASSES = (
    "class IIa, IIb or III under the MDR, or class I and sterile, measuring or a "
    "reusable surgical instrument"
)
OPEN_YET = "which your answers leave open"
IVDR_CLASSES = "class B, C or D under the IVDR, or class A and sterile"


def waits(entry: SupportEntry, reading: Reading) -> Iterator[str]:
    """What has to come about before the entry fits; nothing where it fits today."""
    profile = reading.profile
    yield from _opening(entry, profile.as_of)
    if entry.status == "unknown" and entry.due:
        yield f"{_doubt(entry)}; one {_due(entry)}"
    if None not in (entry.min_trl, profile.trl) and profile.trl < entry.min_trl:
        yield f"From TRL {entry.min_trl}; your answers show TRL {profile.trl}"
    condition = entry.eligible_when
    if reading.truth_of(condition) is None:
        yield f"Only if {reading.telling(condition, None)}"
    if entry.kind == "notified-body":
        yield from _class_to_settle(entry, profile)


def cautions(entry: SupportEntry, profile: Profile) -> Iterator[str]:
    """What to look into before relying on the entry."""
    if entry.ends_soon(profile.as_of):
        yield f"Ends {end_in_words(entry.closes)}"
    if entry.status == "unknown" and not entry.due:
        yield _doubt(entry)
    if entry.subkind == "data-protection":
        limit = "Looks at data protection, not at the AI Act"
        yield f"{limit}: a sandbox for that {_due(entry)}" if entry.due else limit
    if entry.min_trl is not None and profile.trl is None:
        yield f"From TRL {entry.min_trl}"
    if entry.sizes and profile.size not in SIZE_TITLES:
        yield f"Your organisation must be {sizes_in_words(entry.sizes)}"


def _opening(entry: SupportEntry, as_of: date) -> Iterator[str]:
    if entry.opens is not None and entry.opens > as_of:
        yield f"Planned: opens on {day_in_words(entry.opens)}"
    elif entry.status == "planned":
        yield f"Planned: {_due(entry) or PLANS.get(entry.kind, A_PLAN)}"


def _doubt(entry: SupportEntry) -> str:
    return f"Check first: {DOUBTS.get(entry.kind, A_DOUBT)}"


def _due(entry: SupportEntry) -> str:
    state = "named" if entry.kind == "data-access-body" else "open"
    return f"must be {state} by {day_in_words(entry.due)}" if entry.due else ""


def _class_to_settle(entry: SupportEntry, profile: Profile) -> Iterator[str]:
    if profile.needs_notified_body and profile.regimes <= entry.regimes:
        return
    classes = {"mdr": MDR_CLASSES, "ivdr": IVDR_CLASSES}
    served = sorted(profile.regimes & entry.regimes, reverse=True)
    told = ", or ".join(classes[regime] for regime in served)
    is_settled = profile.possible("notified-body") == {"not-required"}
    why = "on which the law is read in two ways" if is_settled else OPEN_YET
    yield f"Only if the product is {told}, {why}"
