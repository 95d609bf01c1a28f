"""Saving answers: all of a section or none, and never over somebody else's."""

import hashlib
import json
from collections.abc import Iterable, Mapping

from django.db import transaction
from django.utils import timezone

from assessments.models import Answer as AnswerRow
from assessments.models import Assessment
from compliance.domain.answers import NO_ANSWER, Answer, Answers


class AnswersChangedError(Exception):
    """The section was saved by somebody else since it was drawn: `saved` holds it."""

    def __init__(self, saved: Answers):
        super().__init__("The section was changed meanwhile.")
        self.saved = saved


def fingerprint_of(answers: Answers, slugs: Iterable[str]) -> str:
    """A hash of these answers, to notice whether they change."""
    content = [
        [slug, list(answer.values), answer.unsure, answer.note]
        for slug in sorted(slugs)
        for answer in [answers.get(slug, NO_ANSWER)]
    ]
    return hashlib.sha256(json.dumps(content).encode()).hexdigest()[:32]


@transaction.atomic
def save_answers(
    assessment: Assessment, answers: Mapping[str, Answer], drawn_from: str
) -> None:
    """Save the answers of one section drawn from answers with this fingerprint.

    Raises AnswersChangedError, and saves nothing, where other answers stand there now,
    and Assessment.DoesNotExist where it was deleted meanwhile.
    """
    now = timezone.now()
    # The update is also the lock: whoever saves the same assessment waits here.
    if not Assessment.objects.filter(pk=assessment.pk).update(touched_at=now):
        raise Assessment.DoesNotExist
    rows = AnswerRow.objects.filter(assessment=assessment, slug__in=list(answers))
    saved = {row.slug: row.as_value() for row in rows}
    changed = {
        slug: answer
        for slug, answer in answers.items()
        if answer != saved.get(slug, NO_ANSWER)
    }
    if changed and fingerprint_of(saved, answers) != drawn_from:
        raise AnswersChangedError(saved)
    write_answers(assessment, changed)


def write_answers(assessment: Assessment, answers: Mapping[str, Answer]) -> None:
    """Write the answers, whatever stood there before."""
    now = timezone.now()
    AnswerRow.objects.bulk_create(
        [
            AnswerRow(
                assessment=assessment,
                slug=slug,
                values=list(answer.values),
                unsure=answer.unsure,
                note=answer.note,
                answered_at=now,
            )
            for slug, answer in answers.items()
        ],
        update_conflicts=True,
        unique_fields=["assessment", "slug"],
        update_fields=["values", "unsure", "note", "answered_at"],
    )
