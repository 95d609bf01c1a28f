"""The law as readable cases: each scenario's name is a sentence of law."""

from pathlib import Path

import pytest
import yaml

from compliance.bankfile import load
from compliance.domain.determination import determine
from compliance.publishing import SHIPPED
from tests.reference import read_flat

FOLDER = Path(__file__).parent / "scenarios"
SCENARIOS = [
    scenario
    for path in sorted(FOLDER.glob("*.yaml"))
    for scenario in yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
]


@pytest.fixture(scope="module")
def bank():
    return load(SHIPPED)


def run(bank, scenario):
    return determine(bank, read_flat(bank, scenario["answers"]))


def outcome(finding):
    """Absent, open, or the value; labels as a sorted list."""
    if finding.applies is False:
        return "absent"
    return sorted(finding.values) if finding.settled else "open"


def wanted(expected):
    if expected in ("absent", "open"):
        return expected
    return sorted([expected] if isinstance(expected, str) else expected)


@pytest.mark.parametrize("scenario", SCENARIOS, ids=[s["name"] for s in SCENARIOS])
def test_scenario(bank, scenario):
    expect = dict(scenario["expect"])
    determination = run(bank, scenario)
    open_questions = expect.pop("open_questions", [])
    holds = expect.pop("holds", {})
    possible = expect.pop("possible", {})
    duties = expect.pop("duties", {})

    got = {slug: outcome(determination.findings[slug]) for slug in expect}
    assert got == {slug: wanted(value) for slug, value in expect.items()}
    for slug, values in holds.items():
        assert set(wanted(values)) <= set(determination.findings[slug].values)
    for slug, values in possible.items():
        assert set(wanted(values)) == set(determination.findings[slug].possible)
    for slug, word in duties.items():
        truth = determination.duties[slug].truth
        assert {True: "applies", False: "does-not-apply", None: "open"}[truth] == word
    asked = {each.slug for each in determination.open_questions}
    assert set(open_questions) <= asked


def test_every_rule_is_met_in_a_scenario_not_met_in_another_and_open_in_a_third(bank):
    seen = {rule.slug: set() for scheme in bank.schemes for rule in scheme.rules}
    for scenario in SCENARIOS:
        for finding in run(bank, scenario).findings.values():
            for reason in finding.reasons:
                seen.setdefault(reason.rule.slug, set()).add(reason.outcome)

    lacking = {
        slug: sorted({"met", "not-met", "open"} - outcomes)
        for slug, outcomes in seen.items()
        if not {"met", "not-met", "open"} <= outcomes
        and slug not in {s.otherwise.slug for s in bank.schemes if s.otherwise}
    }
    assert lacking == {}
