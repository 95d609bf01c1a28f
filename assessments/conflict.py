"""Two people saved the same section: what each of them said."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from assessments.dossier.case import answer_text
from assessments.forms import SectionForm
from compliance.domain.answers import NO_ANSWER, Answer
from compliance.domain.bank import Question


def differences(
    form: SectionForm, saved: Mapping[str, Answer], numbers: Mapping[str, int]
) -> list[dict]:
    """The questions answered differently: this sender's words, and the stored ones."""
    return [
        {
            "number": numbers.get(question.slug),
            "text": question.text,
            "yours": _told(question, form.reply[question.slug]),
            "saved": _told(question, saved.get(question.slug, NO_ANSWER)),
        }
        for question in form.questions
        if form.reply[question.slug] != saved.get(question.slug, NO_ANSWER)
    ]


def _told(question: Question, answer: Answer) -> str:
    text = answer_text(question, answer) or _("no answer")
    if answer.note:
        return _("%(answer)s, with the note: %(note)s") % {
            "answer": text,
            "note": answer.note,
        }
    return text
