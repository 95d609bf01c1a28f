"""Which fields of a bank are words for readers, and which decide something."""

from compliance.domain.bank import (
    Bank,
    Choice,
    Example,
    Exclusion,
    Question,
    Section,
    Statement,
    SupportGroup,
    TrailStep,
)
from compliance.domain.law import (
    Act,
    Area,
    Dispute,
    Duty,
    Guidance,
    Measure,
    Milestone,
    Provision,
    Rule,
    Scheme,
    SchemeValue,
    Standard,
)
from compliance.domain.proposal import Proposal

# Words and notes: a change of nothing else leaves every verdict, duty and date alone.
WORDING: dict[type, frozenset[str]] = {
    Bank: frozenset(
        {
            *("title", "summary", "locale", "number", "law_date", "law_note"),
            *("changelog", "not_covered", "cases", "reference_cases"),
        }
    ),
    Act: frozenset({"title", "name", "address"}),
    Area: frozenset({"title"}),
    Choice: frozenset({"label", "help"}),
    Dispute: frozenset({"text"}),
    Duty: frozenset({"title", "text", "relief", "penalty", "review"}),
    Example: frozenset({"lead", "text"}),
    Exclusion: frozenset({"title", "why"}),
    Guidance: frozenset({"name", "address"}),
    Measure: frozenset(
        {
            *("title", "text", "owner", "evidence", "standards", "guidance"),
            *("delta", "review"),
        }
    ),
    Milestone: frozenset({"title", "text"}),
    Proposal: frozenset({"title", "status_text", "text"}),
    Provision: frozenset({"title", "text", "address"}),
    Question: frozenset({"text", "why", "who", "examples"}),
    Rule: frozenset({"why", "review"}),
    Scheme: frozenset({"title", "question", "text"}),
    SchemeValue: frozenset({"title", "text", "short"}),
    Section: frozenset({"title", "intro"}),
    Standard: frozenset({"name", "status"}),
    Statement: frozenset({"text"}),
    SupportGroup: frozenset({"title", "text"}),
    TrailStep: frozenset({"title", "basis"}),
}
NONE: frozenset[str] = frozenset()


def is_wording(kind: type, field: str) -> bool:
    """Whether this field of a value holds words only."""
    return field in WORDING.get(kind, NONE)
