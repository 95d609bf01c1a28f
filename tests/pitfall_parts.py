"""Products that the pitfall tests vary, and short ways to ask what holds for them."""

from compliance.domain.bank import Bank
from compliance.domain.determination import Determination
from tests import factories

AI = {
    "country": "PT",
    "size": "small",
    "market": "in-eu",
    "stage": "lab",
    "activity": ["build"],
    "form": "software",
    "works-by": "learned",
    "model": "no-model",
    "aia-outside": ["none"],
    "meets-people": ["none"],
    "forbidden-uses": ["none"],
    "sensitive-uses": ["none"],
    "personal-data": "health",
    "data-scale": "many",
    "health-record": "neither",
}
SOFTWARE = AI | {
    "data-action": "creates",
    "about": "person",
    "other-device": "none",
    "inputs": ["sensed"],
}
DIAGNOSIS = SOFTWARE | {
    "promise": ["diagnose"],
    "next-step": "steers",
    "patient-condition": "serious",
    "worst-harm": "passing",
}
CLASS_I = SOFTWARE | {"promise": ["conception"], "claims-accuracy": "no"}
TEST = SOFTWARE | {
    "promise": ["diagnose"],
    "inputs": ["samples"],
    "tests-for": ["cancer"],
    "tester": "lab",
}
LAB_MODULE = AI | {
    "promise": ["serve-device"],
    "data-action": "runs-device",
    "other-device": "drives",
    "which-device": ["lab-instrument"],
    "ai-part": "result",
}
HARDWARE = AI | {
    "form": "software-hardware",
    "promise": ["compensate"],
    "other-device": "none",
    "treats": ["none"],
    "adapts": "no",
    "contact": "outside",
    "extras": ["none"],
    "ai-part": "result",
    "connected": "no",
}
CLERK = AI | {"promise": ["administration"], "data-action": "creates"}
INSURER = CLERK | {"sensitive-uses": ["insurance"], "depth-insurance": "shapes"}
TRIAGE = {"sensitive-uses": ["emergency"], "depth-emergency": "shapes"}
EMOTION = {
    "sensitive-uses": ["emotion"],
    "emotion-where": "elsewhere",
    "depth-biometrics": "shapes",
}
CHAT = AI | {
    "promise": ["lifestyle"],
    "works-by": "generates",
    "model": "as-is",
    "meets-people": ["talks", "makes-content"],
}


def determined(bank: Bank, product: dict, **changes) -> Determination:
    """What these answers settle; `_` in a change stands for `-` in the slug."""
    return factories.determined(bank, **(product | _slugs(changes)))


def _slugs(changes: dict) -> dict:
    return {slug.replace("_", "-"): value for slug, value in changes.items()}


def values(determination: Determination, scheme: str) -> set[str]:
    """What a scheme comes to for certain."""
    return set(determination.findings[scheme].values)


def also(determination: Determination, scheme: str) -> set[str]:
    """The other readings of a verdict."""
    disputes = determination.findings[scheme].disputes
    return {value for dispute in disputes for value in dispute.also}


def binding(determination: Determination, *duties: str) -> list[bool | None]:
    """Whether each of these duties applies."""
    return [determination.duties[duty].truth for duty in duties]


def first_day(determination: Determination, duty: str) -> str:
    """The day from which a duty that applies binds."""
    finding = determination.duties[duty]
    assert finding.truth is True
    return determination.bank.milestone[finding.milestones[0]].date


def told(determination: Determination) -> str:
    """The summary sentences that hold, in one text."""
    return " ".join(
        statement.text
        for statement in determination.bank.statements
        if determination.truth_of(statement.when) is True
    )


def ruled_out(determination: Determination) -> set[str]:
    """What the bank says does not apply."""
    return {
        exclusion.slug
        for exclusion in determination.bank.exclusions
        if determination.truth_of(exclusion.when) is True
    }


def duty_named(bank: Bank, slug: str):
    """One duty of the bank."""
    return next(duty for duty in bank.duties if duty.slug == slug)


def status_of(bank: Bank, name: str) -> set[str]:
    """How the bank describes a standard, wherever it names it."""
    return {
        standard.status
        for measure in bank.measures
        for standard in measure.standards
        if standard.name.startswith(name)
    }
