"""The verdicts in words, with rules, answers, other readings and sources."""

from assessments.dossier.case import Case, joined, lowered
from compliance.domain.findings import MET, OPEN, OTHERWISE, Finding, Reason
from compliance.domain.law import Scheme

SETTLED, NOT_NEEDED, NOT_REACHED = "settled", "not-needed", "not-reached"
MANY = 3


def shown_findings(case: Case) -> list[Finding]:
    """The verdicts worth telling: those that apply and may hold some value."""
    findings = case.determination.findings
    return [
        findings[scheme.slug]
        for scheme in case.bank.schemes
        if _is_told(scheme, findings[scheme.slug])
    ]


def _is_told(scheme: Scheme, finding: Finding) -> bool:
    if finding.applies is False or not finding.possible or scheme.told == "never":
        return False
    if scheme.told == "always" or scheme.otherwise is None:
        return True
    return finding.possible != (scheme.otherwise.value,)


def finding_state(finding: Finding) -> str:
    """Settled, open, or not needed where the scheme does not apply."""
    if finding.applies is False:
        return NOT_NEEDED
    return SETTLED if finding.settled else OPEN


def value_text(case: Case, finding: Finding, short: bool = False) -> str:
    """The value in words: "Class IIa or IIb", "Provider and deployer", "open"."""
    scheme = case.bank.scheme[finding.scheme]
    words = {v.slug: (v.short or v.title) if short else v.title for v in scheme.values}
    if scheme.kind == "labels":
        return _labels_text(finding, words)
    if len(finding.possible) > MANY:
        return "Still open"
    first, *others = [words[value] for value in mildest_first(scheme, finding)]
    return joined([first, *map(lowered, others)], "or")


def mildest_first(scheme: Scheme, finding: Finding) -> tuple[str, ...]:
    """The possible values as people count them: IIa or IIb, but yes or no."""
    return finding.possible[:: -1 if len(scheme.values) > 2 else 1]


def _labels_text(finding: Finding, words: dict[str, str]) -> str:
    certain = joined([words[value] for value in finding.values], "and")
    maybe = [words[v] for v in finding.possible if v not in finding.values]
    if not maybe:
        return certain or "None"
    if len(maybe) > MANY:
        return f"{certain}, more open" if certain else "Still open"
    possible = joined(maybe, "or")
    return f"{certain}, perhaps {possible}" if certain else f"Perhaps {possible}"


def finding_record(case: Case, finding: Finding) -> dict:
    """One verdict as the pages and the report show it."""
    scheme = case.bank.scheme[finding.scheme]
    value = {value.slug: value for value in scheme.values}
    rules = [
        _rule(case, finding, reason)
        for reason in finding.telling
        if reason.outcome in (MET, OPEN, OTHERWISE)
    ]
    cited = [slug for reason in finding.telling for slug in reason.rule.provisions]
    cited += [slug for dispute in finding.disputes for slug in dispute.provisions]
    behind = [each for reason in finding.telling for each in reason.because]
    return {
        "slug": finding.scheme,
        "title": scheme.title,
        "question": scheme.question,
        "state": finding_state(finding),
        "value": value_text(case, finding),
        "values": [
            {"slug": v, "title": value[v].title, "text": value[v].text}
            for v in finding.values
        ],
        "possible": [{"slug": v, "title": value[v].title} for v in finding.possible],
        "rules": rules,
        "answers": _answers(case, behind),
        "follows_from": _follows_from(case, behind),
        "disputed": bool(finding.disputes),
        "rests_on_disputed": [
            case.bank.scheme[slug].title
            for slug in case.determination.disputed[finding.scheme]
            if slug != finding.scheme
        ],
        "settles_with": [
            case.asked(slug)
            for slug in case.determination.settles_with([finding.scheme])
        ],
        "provisions": case.provisions(cited),
    }


def _rule(case: Case, finding: Finding, reason: Reason) -> dict:
    titles = case.bank.scheme[finding.scheme].titles
    rule = reason.rule
    disputed = rule.disputed
    return {
        "slug": rule.slug,
        "value": rule.value,
        "value_title": titles[rule.value],
        "state": reason.outcome,
        "why": rule.why,
        "basis": rule.basis,
        "disputed": disputed
        and {"also": [titles[v] for v in disputed.also], "text": disputed.text},
        "provisions": case.provisions(rule.provisions),
    }


def _answers(case: Case, subjects: list[str]) -> list[dict]:
    direct = [slug for slug in _read_by(case, subjects) if slug in case.numbers]
    return [
        case.told(slug)
        for slug in sorted(direct, key=case.numbers.get)
        if case.answer(slug).is_given
    ]


def _follows_from(case: Case, subjects: list[str]) -> list[dict]:
    """The other verdicts that a verdict rests on, each with its value."""
    findings = case.determination.findings
    return [
        {
            "slug": slug,
            "title": case.bank.scheme[slug].title,
            "value": value_text(case, findings[slug]),
            "state": finding_state(findings[slug]),
        }
        for slug in _read_by(case, subjects)
        if slug in findings
    ]


def _read_by(case: Case, subjects: list[str]) -> list[str]:
    """Questions and told verdicts, in place of the schemes that only serve others."""
    findings = case.determination.findings
    found: dict[str, None] = {}
    waiting = list(subjects)
    while waiting:
        slug = waiting.pop(0)
        if slug in findings and not _is_told(case.bank.scheme[slug], findings[slug]):
            waiting.extend(each for each in findings[slug].support if each not in found)
        found[slug] = None
    return [
        slug
        for slug in found
        if slug not in findings or _is_told(case.bank.scheme[slug], findings[slug])
    ]
