"""The derivation chain: nine steps from intended purpose to dates."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from assessments.dossier.case import Case, counted, joined, lowered, short_day
from assessments.dossier.duties import duties_of
from assessments.dossier.verdicts import (
    NOT_NEEDED,
    NOT_REACHED,
    SETTLED,
    finding_state,
    mildest_first,
    value_text,
)
from compliance.domain.findings import MET, OPEN, OTHERWISE, Finding
from compliance.domain.law import Scheme

STATE_WORDS = {
    SETTLED: "settled",
    OPEN: "open",
    NOT_NEEDED: "not needed",
    NOT_REACHED: "not reached yet",
}
NAME_LENGTH = 18


def trail_of(case: Case) -> list[dict]:
    """All nine steps with value, basis and state; forks marked."""
    return forked([_purpose(case), *scheme_steps(case), _duties(case), _dates(case)])


def scheme_steps(case: Case) -> list[dict]:
    """The steps that schemes decide."""
    return [_scheme_step(case, step) for step in case.bank.trail]


def forked(steps: list[dict]) -> list[dict]:
    """Mark each open step of exactly two values whose next step is settled."""
    following = [*steps[1:], None]
    return [
        step
        | {
            "fork": step["state"] == OPEN
            and len(step["fork_values"]) == 2
            and after is not None
            and after["state"] == SETTLED
        }
        for step, after in zip(steps, following, strict=False)
    ]


def _step(slug: str, question: str, value: str, basis: str, state: str) -> dict:
    return {
        "slug": slug,
        "question": question,
        "value": value,
        "basis": basis,
        "state": state,
        "state_word": STATE_WORDS[state],
        "disputed": False,
        "finding": None,
        "fork": False,
        "fork_values": [],
    }


def _purpose(case: Case) -> dict:
    is_begun = any(case.answer(each.slug).is_given for each in case.determination.path)
    name = case.product
    if len(name) > NAME_LENGTH:
        name = f"{name[: NAME_LENGTH - 1].rstrip()}…"
    state = SETTLED if is_begun else NOT_REACHED
    basis = "in your words" if case.purpose else "not written down yet"
    return _step("purpose", "Intended purpose", name, basis, state)


def _scheme_step(case: Case, step) -> dict:
    findings = [case.determination.findings[slug] for slug in step.schemes]
    telling = [each for each in findings if each.applies is not False and each.possible]
    if not telling:
        return _step(step.slug, step.title, "Not needed", step.basis, NOT_NEEDED)
    state = _state(case, telling)
    if state == NOT_REACHED:
        return _step(step.slug, step.title, "Not reached yet", "", state)
    shown = [each for each in telling if each.applies is True] or telling
    record = _step(step.slug, step.title, _value(case, shown), "", state)
    first = shown[0]
    titles = _shorts(case.bank.scheme[first.scheme])
    is_single = len(shown) == 1 and case.bank.scheme[first.scheme].kind == "value"
    return record | {
        "basis": _basis(case, first) or step.basis,
        "finding": first.scheme,
        **_dispute(case, shown, state),
        "fork_values": [
            titles[v] for v in mildest_first(case.bank.scheme[first.scheme], first)
        ]
        if is_single and first.applies is True and len(first.possible) == 2
        else [],
    }


def _state(case: Case, findings: Sequence[Finding]) -> str:
    if all(finding_state(each) == SETTLED for each in findings):
        return SETTLED
    waiting = case.determination.settles_with(each.scheme for each in findings)
    is_waiting = any(not case.answer(slug).is_given for slug in waiting)
    is_narrowed = any(_is_narrowed(case.bank.scheme[f.scheme], f) for f in findings)
    return NOT_REACHED if is_waiting and not is_narrowed else OPEN


def _is_narrowed(scheme: Scheme, finding: Finding) -> bool:
    if scheme.kind == "labels":
        return bool(finding.values)
    return len(finding.possible) < len(scheme.values)


def _value(case: Case, findings: Sequence[Finding]) -> str:
    words = [value_text(case, _certain(each), short=True) for each in findings]
    told = [word for word in words if word != "None"]
    certain = [word for word in told if not word.startswith("Perhaps")]
    told = certain or told
    told = told[:1] + [lowered(word) for word in told[1:]]
    if len(told) > 1 and "Still open" in told:
        return "Still open"
    return joined(list(dict.fromkeys(told)), "and") or "None"


def _dispute(case: Case, findings: Sequence[Finding], state: str) -> dict:
    # A disputed verdict is never told as settled without that word.
    if not any(case.determination.disputed[each.scheme] for each in findings):
        return {"disputed": False}
    return {"disputed": True, "state_word": f"{STATE_WORDS[state]}, disputed"}


def _certain(finding: Finding) -> Finding:
    """A verdict of labels without those that only may hold, where some do hold."""
    return replace(finding, possible=finding.values) if finding.values else finding


def _shorts(scheme: Scheme) -> dict[str, str]:
    return {value.slug: value.short or value.title for value in scheme.values}


def _basis(case: Case, finding: Finding) -> str:
    for reason in finding.telling:
        if reason.outcome in (MET, OTHERWISE, OPEN):
            return case.basis(reason.rule.provisions)
    return ""


def _duties(case: Case) -> dict:
    duties = case.determination.duties.values()
    applying = [each for each in duties if each.truth is True]
    open_count = sum(each.truth is None for each in duties)
    now = duties_of(case)["counts"]["now"]
    value = str(len(applying)) if applying else "None"
    if open_count:
        value += f", {counted(open_count, 'open', 'open')}"
    state = OPEN if open_count else SETTLED
    if not applying and open_count and not case.answers:
        return _step("duties", "Duties", "Not reached yet", "", NOT_REACHED)
    return _step("duties", "Duties", value, f"{now} apply now", state)


def _dates(case: Case) -> dict:
    ahead = sorted(
        {
            case.bank.milestone[duty.milestones[0]].date
            for duty in case.determination.duties.values()
            if duty.truth is True
            and case.bank.duty[duty.duty].gravity == "high"
            and case.bank.milestone[duty.milestones[0]].date > case.as_of.isoformat()
        }
    )
    is_open = any(d.truth is None for d in case.determination.duties.values())
    state = OPEN if is_open else SETTLED
    if not case.answers:
        return _step("dates", "Dates", "Not reached yet", "", NOT_REACHED)
    if not ahead:
        return _step("dates", "Dates", "Apply already", "nothing is set ahead", state)
    last = short_day(date.fromisoformat(ahead[-1]))
    note = f"Next: {short_day(date.fromisoformat(ahead[0]))}" if ahead[1:] else ""
    return _step("dates", "Dates", last, note, state)
