"""Reference cases: real products with an outcome that somebody else published.

`public.yaml` holds descriptions and expected outcomes, `answers.yaml` the answers
given from the description and the questions alone.
"""

from pathlib import Path

import yaml

from compliance.answersfile import check_answer
from compliance.domain.answers import Answer, answer_of
from compliance.domain.bank import Bank
from compliance.domain.determination import Determination, determine

FOLDER = Path(__file__).parent / "cases"
# Where the source does not say whether there is AI, the outcome "if AI" is compared.
IF_AI = {
    "works-by": "learned",
    "aia-outside": ["none"],
    "ai-part": "result",
    "model": "no-model",
    "meets-people": ["none"],
    "forbidden-uses": ["none"],
    "sensitive-uses": ["none"],
}
HIGH_RISK = {"prohibited", "high-risk-annex-i", "high-risk-annex-iii"}
CLASSES = ["I", "Is", "Im", "Ir", "IIa", "IIb", "III"]
STEP = {"I": 0, "Is": 0, "Im": 0, "Ir": 0, "IIa": 1, "IIb": 2, "III": 3}


def read_cases() -> list[dict]:
    """Every case with its fields."""
    return yaml.safe_load((FOLDER / "public.yaml").read_text(encoding="utf-8"))


def read_encoded() -> dict[str, dict]:
    """Case id → the answers given to it."""
    text = (FOLDER / "answers.yaml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=yaml.BaseLoader)


def determine_case(bank: Bank, case: dict, encoded: dict) -> Determination:
    """What the answers settle; AI is supplied where the source is silent."""
    given = dict(encoded)
    if case["expected"].get("ai_system") == "unspecified":
        given |= {k: v for k, v in IF_AI.items() if k == "works-by" or k not in given}
    return determine(bank, read_flat(bank, given))


def read_flat(bank: Bank, given: dict) -> dict[str, Answer]:
    """Answers in flat form, checked against the bank."""
    answers = {slug: answer_of(value) for slug, value in given.items()}
    for slug, answer in answers.items():
        if slug not in bank.measure:
            check_answer(bank.questions[slug], answer)
    return answers


def mismatches(case: dict, determination: Determination) -> list[str]:
    """The fields whose outcome is not the expected one."""
    expected = case["expected"]
    values = {s: set(f.values) for s, f in determination.findings.items()}
    checks = {
        "medical_device": values["device-regime"],
        "mdr_class": values["mdr-class"],
        "ivdr_class": values["ivdr-class"],
        "notified_body": {"required" in values["notified-body"]},
        "role": values["ai-role"],
    }
    wrong = [
        f"{field}: expected {expected[field]}, got {sorted(map(str, got))}"
        for field, got in checks.items()
        if field in expected and not got & as_set(expected[field])
    ]
    return wrong + list(_ai_mismatches(expected, values, determination))


def as_set(value: object) -> set:
    """One value or several, in the bank's spelling."""
    values = value if isinstance(value, list) else [value]
    return {v.replace("_", "-") if isinstance(v, str) else v for v in values}


def _ai_mismatches(expected: dict, values: dict, determination: Determination):
    ai = expected.get("ai_system")
    if ai in (True, False) and values["ai-system"] != {"yes" if ai else "no"}:
        yield f"ai_system: expected {ai}, got {sorted(values['ai-system'])}"
    key = "aia_tier_if_ai" if ai == "unspecified" else "aia_tier"
    tiers = as_set(expected.get("aia_tier_accept", []))
    tiers |= as_set(expected[key]) if key in expected else set()
    if ai == "unspecified" and values["ai-system"] == {"no"}:
        # A thing without any software: there is no AI to suppose.
        tiers = set()
    if tiers and not any(_is_tier(tier, values, determination) for tier in tiers):
        yield f"{key}: expected {sorted(tiers)}, got {sorted(values['ai-risk'])}"
    if "gpai_provider" in expected:
        is_provider = "model-provider" in values["gpai"]
        if is_provider is not expected["gpai_provider"]:
            yield f"gpai_provider: got {is_provider}"
    day = expected.get("applies_from")
    if day and ai is not False and str(day) not in _days(determination):
        yield f"applies_from: expected {day}, got {sorted(_days(determination))}"


def _is_tier(tier: str, values: dict, determination: Determination) -> bool:
    risk = values["ai-risk"]
    possible = set(determination.findings["ai-risk"].possible)
    match tier:
        case "not-high-risk":
            return not possible & HIGH_RISK
        case "not-prohibited":
            return "prohibited" not in possible
        case "gpai":
            return bool(values["gpai"])
    return tier in risk


def _days(determination: Determination) -> set[str]:
    milestone = determination.bank.milestone
    return {
        milestone[slug].date
        for duty in determination.duties.values()
        if duty.truth is True
        for slug in duty.milestones
    }


def is_one_class_off(case: dict, determination: Determination) -> bool:
    """The derived MDR class is the neighbour of an expected one."""
    expected = as_set(case["expected"].get("mdr_class", [])) & set(CLASSES)
    got = set(determination.findings["mdr-class"].values)
    return any(abs(STEP[a] - STEP[b]) == 1 for a in expected for b in got)
