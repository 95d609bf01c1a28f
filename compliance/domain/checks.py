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
    reviews_of,
    scheme_faults,
    word_faults,
)
from compliance.domain.contents import Fault, conditions_of
from compliance.domain.proposal_checks import proposal_faults
from compliance.domain.reach import unreached
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
    """What does not forbid publication: hard texts, missing help, idle questions."""
    return [*_hard_to_read(bank), *_without_examples(bank), *_without_use(bank)]


def find_overdue(bank: Bank, day: str) -> list[Fault]:
    """The rules, duties and measures whose legal review was due before a day (ISO)."""
    return [
        Fault(
            slug, f'"{slug}".review', f"its legal review was due on {review.due}",
            "Have it reviewed, and write down by which role and when.",
        )
        for slug, review in reviews_of(bank)
        if review.due < day
    ]  # fmt: skip


def find_unreached(bank: Bank) -> list[Fault]:
    """Rules and questions that a bounded search for answers did not reach."""
    found = unreached(bank)
    return [
        *(_unreached(slug, "rule", "no answers tried make it hold")
          for slug in found.rules),
        *(_unreached(slug, "question", "no answers tried have it asked")
          for slug in found.questions),
    ]  # fmt: skip


def _unreached(slug: str, kind: str, fault: str) -> Fault:
    remedy = "Look at its condition, and at what stands before it."
    return Fault(slug, f'{kind} "{slug}"', fault, remedy)


def _hard_to_read(bank: Bank) -> Iterator[Fault]:
    for text in hard_texts(bank):
        yield Fault(
            text.subject,
            text.place,
            f"grade {text.grade} is above upper-secondary level ({UPPER_SECONDARY})",
            "Use shorter sentences and plainer words.",
        )


def _without_examples(bank: Bank) -> Iterator[Fault]:
    for question in bank.questions.values():
        if question.is_picked and not question.examples:
            place = f'question "{question.slug}".examples'
            remedy = "Give one from health for an answer, and one against."
            yield Fault(question.slug, place, "it has no example", remedy)


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
