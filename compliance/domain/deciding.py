"""Deciding one scheme: walking its rules from the strictest, or gathering labels."""

from collections.abc import Sequence

from compliance.domain.findings import (
    MET,
    NOT_MET,
    OPEN,
    OTHERWISE,
    Finding,
    Reason,
)
from compliance.domain.law import Rule, Scheme
from compliance.domain.logic import Possible, Truth, disjunction
from compliance.domain.rulebook import CompiledRule

OUTCOMES = {True: MET, False: NOT_MET, None: OPEN}
Support = tuple[str, ...]


def decide(
    scheme: Scheme,
    rules: Sequence[CompiledRule],
    applies: Truth,
    gate: Support,
    possible: Possible,
) -> Finding:
    """Return the verdict of a scheme; `gate` is what decides whether it applies."""
    if applies is False:
        return Finding(scheme.slug, False, (), (), True, (), gate)
    if scheme.kind == "labels":
        return _gather(scheme, rules, applies, gate, possible)
    return _walk(scheme, rules, applies, gate, possible)


def assumed(scheme: Scheme, value: str, gate: Support) -> Finding:
    """The verdict that a scheme would have if it came to this value."""
    return Finding(scheme.slug, True, (value,), (value,), True, (), gate)


def _walk(
    scheme: Scheme,
    rules: Sequence[CompiledRule],
    applies: Truth,
    gate: Support,
    possible: Possible,
) -> Finding:
    reasons: list[Reason] = []
    values: list[str] = []
    for compiled in rules:
        truth = compiled.evaluate(possible)
        reasons.append(_reason(compiled, truth, possible))
        if truth is not False:
            values.append(compiled.rule.value)
        if truth is True:
            break
    else:
        outcome = OPEN if values else OTHERWISE
        reasons.append(Reason(scheme.otherwise, outcome, _because_of(reasons)))
        values.append(scheme.otherwise.value)
    found = tuple(value.slug for value in scheme.values if value.slug in values)
    settled = applies is True and len(found) == 1
    certain = found if settled else ()
    return Finding(scheme.slug, applies, certain, found, settled, tuple(reasons), gate)


def _gather(
    scheme: Scheme,
    rules: Sequence[CompiledRule],
    applies: Truth,
    gate: Support,
    possible: Possible,
) -> Finding:
    truths: dict[str, list[Truth]] = {value.slug: [] for value in scheme.values}
    reasons: list[Reason] = []
    for compiled in rules:
        truth = compiled.evaluate(possible)
        truths[compiled.rule.value].append(truth)
        reasons.append(_reason(compiled, truth, possible))
    labels = {slug: disjunction(each) for slug, each in truths.items()}
    if scheme.otherwise is not None:
        reasons.append(_settle_otherwise(scheme.otherwise, labels, reasons))
    values = tuple(slug for slug, truth in labels.items() if truth is True)
    found = tuple(slug for slug, truth in labels.items() if truth is not False)
    settled = applies is True and values == found
    certain = values if applies is True else ()
    return Finding(scheme.slug, applies, certain, found, settled, tuple(reasons), gate)


def _reason(compiled: CompiledRule, truth: Truth, possible: Possible) -> Reason:
    return Reason(compiled.rule, OUTCOMES[truth], compiled.support(possible))


def _settle_otherwise(
    rule: Rule, labels: dict[str, Truth], reasons: list[Reason]
) -> Reason:
    others = disjunction([t for slug, t in labels.items() if slug != rule.value])
    holds = None if others is None else not others
    labels[rule.value] = disjunction([labels[rule.value], holds])
    outcome = OTHERWISE if holds is True else OUTCOMES[holds]
    return Reason(rule, outcome, _because_of(reasons))


def _because_of(reasons: list[Reason]) -> Support:
    return tuple(dict.fromkeys(each for r in reasons for each in r.because))
