"""Faults of reference cases: answers and outcomes that the bank does not know."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from compliance.domain.bank import UNSURE, Bank
from compliance.domain.contents import Fault, missing
from compliance.domain.gaps import STATES
from compliance.domain.outcomes import OF_SCHEMES, TRUTHS
from compliance.domain.reference_cases import ABSENT, OPEN, SCORINGS, ReferenceCase
from compliance.domain.reference_checks import SLUG


def case_faults(bank: Bank) -> Iterator[Fault]:
    """Cases about what is not in the bank, without source, or named alike."""
    counts = Counter(case.slug for case in bank.reference_cases)
    for slug, count in counts.items():
        if count > 1:
            place = f'case "{slug}"'
            yield Fault(slug, place, f"it stands {count} times", "Rename one.")
        if not SLUG.fullmatch(slug):
            fault = "the slug is not letters, digits and hyphens"
            yield Fault(slug, f'case "{slug}"', fault, "Write it like this-one.")
    for case in bank.reference_cases:
        yield from _of_texts(case)
        yield from _of_answers(bank, case)
        yield from _of_outcomes(bank, case)


def _place(case: ReferenceCase, name: str) -> str:
    return f'case "{case.slug}".{name}'


def _of_texts(case: ReferenceCase) -> Iterator[Fault]:
    for name in ("title", "source"):
        if not getattr(case, name):
            place = _place(case, name)
            yield Fault(case.slug, place, "the text is missing", "Write it.")
    if case.scoring and case.scoring not in SCORINGS:
        remedy = f"Use one of {', '.join(SCORINGS)}."
        fault = f'unknown word "{case.scoring}"'
        yield Fault(case.slug, _place(case, "scoring"), fault, remedy)


def _of_answers(bank: Bank, case: ReferenceCase) -> Iterator[Fault]:
    asked = {**bank.questions, **bank.measure}
    for slug, values in case.answers:
        offered = _offered(bank, slug)
        yield from _unknown(case, "answers", "question", [slug], asked)
        yield from _unknown(case, "answers", f"choice of {slug}", values, offered)


def _offered(bank: Bank, slug: str) -> Collection[str] | None:
    if slug in bank.measure:
        return (*STATES, UNSURE)
    question = bank.questions.get(slug)
    if question is None or not question.is_picked:
        return None
    return question.option_slugs | {UNSURE}


def _of_outcomes(bank: Bank, case: ReferenceCase) -> Iterator[Fault]:
    for name in OF_SCHEMES:
        for slug, values in getattr(case, name):
            known = _outcomes(bank, slug)
            yield from _unknown(case, name, "scheme", [slug], bank.scheme)
            yield from _unknown(case, name, f"value of {slug}", values, known)
    for slug, values in case.duties:
        yield from _unknown(case, "duties", "duty", [slug], bank.duty)
        yield from _unknown(case, "duties", "outcome", values, TRUTHS.values())
    name, asked = "open_questions", case.open_questions
    yield from _unknown(case, name, "question", asked, bank.questions)


def _outcomes(bank: Bank, scheme: str) -> Collection[str] | None:
    if scheme not in bank.scheme:
        return None
    return {*bank.scheme[scheme].titles, ABSENT, OPEN}


def _unknown(
    case: ReferenceCase,
    name: str,
    what: str,
    slugs: Iterable[str],
    known: Collection[str] | None,
) -> Iterator[Fault]:
    for slug in slugs:
        if known is not None and slug not in known:
            yield missing(_place(case, name), case.slug, what, slug, known)
