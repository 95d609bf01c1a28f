"""What is wrong with a bank: faults that make its verdicts unsound or untraceable."""

from collections.abc import Iterator

from compliance.domain.bank import COUNTRY, TEXT, Bank
from compliance.domain.case_checks import case_faults
from compliance.domain.conditions import subjects
from compliance.domain.content_checks import (
    citation_faults,
    date_faults,
    duty_faults,
    need_faults,
    question_faults,
    scheme_faults,
    word_faults,
)
from compliance.domain.contents import Fault, conditions_of
from compliance.domain.proposal_checks import proposal_faults
from compliance.domain.readability import UPPER_SECONDARY, hard_texts
from compliance.domain.reference_checks import (
    condition_faults,
    reference_faults,
    slug_faults,
)
from compliance.domain.rulebook import CycleError


def find_problems(bank: Bank) -> list[Fault]:
    """Return every fault that forbids publication, in the order of the document."""
    faults = _own_problems(bank) or [*proposal_faults(bank), *case_faults(bank)]
    return faults or [*_problems_under_proposals(bank)]


def _problems_under_proposals(bank: Bank) -> Iterator[Fault]:
    for slug, proposed in bank.proposed.items():
        for fault in _own_problems(proposed):
            place = f'proposal "{slug}", {fault.place}'
            yield Fault(fault.subject, place, fault.fault, fault.remedy)


def _own_problems(bank: Bank) -> list[Fault]:
    faults = [*slug_faults(bank)]
    if faults:
        return faults
    faults = [
        *reference_faults(bank),
        *condition_faults(bank),
        *word_faults(bank),
        *question_faults(bank),
        *scheme_faults(bank),
        *citation_faults(bank),
        *duty_faults(bank),
        *date_faults(bank),
        *need_faults(bank),
    ]
    return faults or [*_order(bank)]


def _order(bank: Bank) -> Iterator[Fault]:
    rulebook = bank.rulebook
    try:
        order = rulebook.order
    except CycleError as cycle:
        yield Fault(
            str(cycle).partition(" ")[0], "conditions", f"a circle: {cycle}",
            "Let one of them not depend on the next.",
        )  # fmt: skip
        return
    position = {slug: place for place, slug in enumerate(bank.questions)}
    latest: dict[str, str] = {}
    for slug in order:
        behind = [latest[each] for each in rulebook.reads(slug) if each in latest]
        last = max(behind, key=position.get, default=None)
        if slug in bank.questions:
            if last is not None and position[last] >= position[slug]:
                yield Fault(
                    slug, f'question "{slug}".asked_when',
                    f'it looks ahead to "{last}", which is asked later',
                    "Move one of the two, or drop the condition.",
                )  # fmt: skip
            latest[slug] = slug
        elif last is not None:
            latest[slug] = last


def find_warnings(bank: Bank) -> list[Fault]:
    """What does not forbid publication: hard texts, and questions without a use."""
    return [*_hard_to_read(bank), *_without_use(bank)]


def _hard_to_read(bank: Bank) -> Iterator[Fault]:
    for text in hard_texts(bank):
        yield Fault(
            text.subject,
            text.place,
            f"grade {text.grade} is above upper-secondary level ({UPPER_SECONDARY})",
            "Use shorter sentences and plainer words.",
        )


def _without_use(bank: Bank) -> Iterator[Fault]:
    for slug in unused_questions(bank):
        # The country finds authorities; a text stands in the report in its own words.
        if bank.questions[slug].kind not in (COUNTRY, TEXT):
            fault = "no condition reads it"
            yield Fault(slug, f'question "{slug}"', fault, "Use it or drop it.")


def unused_questions(bank: Bank) -> list[str]:
    """The questions that no condition reads."""
    read = {
        subject
        for _, _, condition in conditions_of(bank)
        for subject in subjects(condition)
    }
    return [slug for slug in bank.questions if slug not in read]
