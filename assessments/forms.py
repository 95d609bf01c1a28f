"""What a founder sends: the start page and one section of answers."""

from collections.abc import Mapping
from datetime import date

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_countries import countries

from compliance.domain.answers import (
    NO_ANSWER,
    Answer,
    Answers,
    answer_of,
    in_order,
)
from compliance.domain.bank import (
    CHOICES,
    COUNTRY,
    DATE,
    NUMBER,
    UNSURE,
    Question,
)
from compliance.domain.gaps import NOT_APPLICABLE
from compliance.drawing import field_name, note_name

NOTE_LENGTH = 10_000
TEXT_LENGTH = 2_000
NAME_LENGTH = 120


def cleaned_text(text: str) -> str:
    """Text as it can be stored and printed: no NUL, one kind of line end, trimmed."""
    return text.replace("\x00", "").replace("\r\n", "\n").replace("\r", "\n").strip()


class AnswersForm(forms.Form):
    """Reads answers to a list of questions; nothing has to be answered.

    `reply` holds what was sent, `faults` the sentences per question slug.
    """

    def __init__(
        self, *args, questions: tuple[Question, ...], saved: Answers, **kwargs
    ):
        super().__init__(*args, **kwargs)
        self.questions = questions
        self.saved = saved
        self.reply: dict[str, Answer] = {}
        self.faults: dict[str, list[str]] = {}

    def answer(self, question: Question) -> Answer:
        """The answer to draw: what was sent, else what is stored."""
        stored = self.saved.get(question.slug, NO_ANSWER)
        return self.reply.get(question.slug, stored)

    def clean(self) -> Mapping:
        """Read every question; collect faults instead of stopping at the first."""
        for question in self.questions:
            answer = read_answer(question, self.data)
            self.reply[question.slug] = answer
            faults = list(find_faults(question, answer))
            if faults:
                self.faults[question.slug] = faults
                self.add_error(None, faults[0])
        return self.cleaned_data


def read_answer(question: Question, sent: QueryDict) -> Answer:
    """The answer to a question among what was sent."""
    note = cleaned_text(sent.get(note_name(question), ""))
    if question.is_picked:
        picked = answer_of(sent.getlist(field_name(question)), note)
        return in_order(question, picked)
    unsure = sent.get(f"{field_name(question)}-{UNSURE}") == UNSURE
    text = cleaned_text(sent.get(field_name(question), ""))
    return Answer((text,) if text else (), unsure and not text, note)


def find_faults(question: Question, answer: Answer):
    """Sentences that say what does not fit and what to do."""
    if len(answer.note) > NOTE_LENGTH:
        yield _("The note is too long: shorten it to 10,000 characters.")
    if question.is_picked:
        yield from _picked_faults(question, answer)
    for value in answer.values[: 0 if question.is_picked else 1]:
        yield from _typed_faults(question, value)


def _picked_faults(question: Question, answer: Answer):
    offered = {choice.slug: choice for choice in question.options}
    if not set(answer.values) <= set(offered):
        yield _("Pick one of the answers shown.")
        return
    if question.kind != CHOICES and len(answer.values) + answer.unsure > 1:
        yield _("Pick one answer only.")
    alone = [offered[slug].label for slug in answer.values if offered[slug].exclusive]
    if alone and len(answer.values) > 1:
        yield _("“%(label)s” cannot stand beside another answer. Keep one side.") % {
            "label": alone[0]
        }
    if NOT_APPLICABLE in answer.values and not answer.note:
        yield _("Say in the note why it does not apply to you.")


def _typed_faults(question: Question, value: str):
    if len(value) > TEXT_LENGTH:
        yield _("The text is too long: shorten it to 2,000 characters.")
    if question.kind == DATE and not _is_date(value):
        yield _("Write the date as year-month-day, such as 2026-05-31.")
    if question.kind == NUMBER and not (value.isdecimal() and len(value) < 16):
        yield _("Write a whole number.")
    if question.kind == COUNTRY and value not in countries.countries:
        yield _("Pick a country from the list.")


def _is_date(value: str) -> bool:
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


class SectionForm(AnswersForm):
    """One section as it was drawn: its questions, and what they were drawn from."""

    DRAWN, ASKED = "drawn", "asked"

    def __init__(self, *args, section: tuple[Question, ...], **kwargs):
        super().__init__(*args, **kwargs)
        if self.is_bound:
            # What the page held when it was drawn; meanwhile more may be asked.
            sent = set(self.data.get(self.ASKED, "").split(","))
            self.questions = tuple(each for each in section if each.slug in sent)

    @property
    def drawn_from(self) -> str:
        """The fingerprint of the answers the page was drawn from."""
        return self.data.get(self.DRAWN, "")


class StartForm(AnswersForm):
    """Names the product and the organisation, and answers the first questions."""

    product = forms.CharField(
        max_length=NAME_LENGTH,
        error_messages={
            "required": gettext_lazy(
                "Give the product a name; a working name is enough."
            )
        },
    )
    organisation = forms.CharField(max_length=NAME_LENGTH, required=False)
