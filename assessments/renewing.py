"""A newer version of the questions: what a copy of an assessment on it would be."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from assessments.dossier.case import answer_text
from assessments.keeping import start_assessment
from assessments.models import Assessment
from assessments.visits import Visit
from compliance.domain.answers import Answer
from compliance.domain.bank import Bank, Question
from compliance.domain.determination import Determination, determine
from compliance.domain.numbering import fits
from compliance.models import BankVersion
from compliance.outcome_words import differing
from compliance.publishing import published_bank


@dataclass(frozen=True)
class Renewal:
    """The answers of an assessment sorted by what becomes of them in a copy.

    `kept` go over as they are; `to_confirm` are asked anew, because the question or
    its choices mean something else now; `gone` have no question any more.
    """

    version: BankVersion
    before: Determination
    after: Determination
    kept: dict[str, Answer]
    to_confirm: dict[str, Answer]
    gone: dict[str, Answer]

    @property
    def new_questions(self) -> list[Question]:
        """The questions of the copy that the older version does not know."""
        known = self.before.bank.questions
        return [each for each in self.after.path if each.slug not in known]


def newer_version(visit: Visit) -> BankVersion | None:
    """The version that is newer than the one an owner's assessment is pinned to."""
    if visit.is_read_only:
        return None
    pinned = visit.assessment.version
    newest = BankVersion.objects.of_bank(pinned.bank).light().first()
    return newest if newest is not None and newest.pk != pinned.pk else None


def newer_notice(visit: Visit) -> dict | None:
    """The number of the newer version and where it is offered; None without one."""
    version = newer_version(visit)
    if version is None:
        return None
    return {"number": version.number, "url": visit.url("newer")}


def renewal_of(visit: Visit, version: BankVersion) -> Renewal:
    """What a copy of the visited assessment on this version would be."""
    bank = published_bank(version.fingerprint)
    sorts: dict[str, dict[str, Answer]] = {"kept": {}, "to_confirm": {}, "gone": {}}
    for slug, answer in visit.answers.items():
        if answer.is_given or answer.note:
            sorts[_sort(visit.bank, bank, slug)][slug] = answer
    after = determine(bank, sorts["kept"])
    return Renewal(version, visit.determination, after, **sorts)


def _sort(before: Bank, after: Bank, slug: str) -> str:
    if slug in before.measure:
        return "kept" if slug in after.measure else "gone"
    if slug not in before.questions or slug not in after.questions:
        return "gone"
    return "kept" if fits(before.questions[slug], after) else "to_confirm"


@transaction.atomic
def renew(visit: Visit, renewal: Renewal) -> tuple[Assessment, str]:
    """Copy the assessment to the newer version; returns the copy and its code.

    The old one stays as it is. An answer to be confirmed is not taken over; its words
    stand in the note of its question.
    """
    reminders = {
        slug: Answer(note=_reminder(visit.bank.questions[slug], answer))
        for slug, answer in renewal.to_confirm.items()
    }
    assessment = visit.assessment
    copy, code = start_assessment(
        renewal.version,
        assessment.product,
        assessment.organisation,
        {**renewal.kept, **reminders},
    )
    # So that reports of the two can be compared.
    Assessment.objects.filter(pk=copy.pk).update(copied_from=assessment)
    return copy, code


def _reminder(question: Question, answer: Answer) -> str:
    words = answer_text(question, answer)
    told = _("Before the question changed you answered: “%(answer)s”.")
    lines = [told % {"answer": words}] if words else []
    return "\n".join([*lines, answer.note]).strip()


def renewal_rows(renewal: Renewal) -> dict:
    """A renewal in words, for the page that offers it."""
    before, after = renewal.before.bank, renewal.after.bank
    return {
        "number": renewal.version.number,
        "changelog": renewal.version.changelog,
        "kept_count": len(renewal.kept),
        "to_confirm": list(_told(before, after, renewal.to_confirm)),
        "gone": list(_told(before, before, renewal.gone)),
        "new": [question.text for question in renewal.new_questions],
        "verdicts": list(differing(renewal.before, renewal.after)),
    }


def _told(before: Bank, now: Bank, answers: dict[str, Answer]) -> Iterator[dict]:
    for slug, answer in answers.items():
        question = before.questions.get(slug)
        if question is not None:
            asked = now.questions.get(slug, question)
            yield {"text": asked.text, "answer": answer_text(question, answer)}
