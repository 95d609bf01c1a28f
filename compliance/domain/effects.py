"""What a change of a bank affects, in a word."""

from compliance.domain.parts import HEAD
from compliance.domain.wording import is_wording

EFFECTS = {
    "verdicts": "changes verdicts",
    "asked": "changes what is asked",
    "duties": "changes duties",
    "dates": "moves a date",
    "plan": "changes the plan",
    "support": "changes which support fits",
    "shown": "changes what is shown",
    "citation": "citation",
    "proposal": "proposal only, not law",
    "cases": "reference cases only",
    "review": "legal review",
    "wording": "wording",
}
OF_KIND = {
    HEAD: "shown",
    "act": "citation",
    "area": "shown",
    "milestone": "dates",
    "provision": "citation",
    "section": "asked",
    "question": "asked",
    "scheme": "verdicts",
    "rule": "verdicts",
    "otherwise": "verdicts",
    "duty": "duties",
    "measure": "plan",
    "trail": "shown",
    "headline": "shown",
    "statement": "shown",
    "exclusion": "shown",
    "technology": "support",
    "service": "support",
    "trl": "support",
    "support": "support",
    "proposal": "proposal",
    "case": "cases",
}
# Elsewhere the order is that of a list that readers see.
ORDER_EFFECTS = {"section": "asked", "question": "asked", "rule": "verdicts"}


def effect_of(kind: str, holds: type, field: str) -> str:
    """What changing this field affects; of a whole part where no field is named."""
    if field == "review":
        return "review"
    if field == "provisions":
        return "citation"
    if field and kind != "case" and is_wording(holds, field):
        return "wording"
    return OF_KIND[kind]
