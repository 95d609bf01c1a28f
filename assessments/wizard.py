"""The walk: one page per section, saved as it goes on."""

from functools import cached_property

from django.core.exceptions import SuspiciousOperation
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from formtools.wizard.views import NamedUrlWizardView

from assessments.answering import AnswersChangedError, fingerprint_of
from assessments.conflict import differences
from assessments.drawing import drawn_questions, with_measures
from assessments.forms import SectionForm
from assessments.models import Assessment
from assessments.panels import section_panel, so_far_panel
from assessments.steps import (
    QUESTIONS,
    Step,
    is_needed,
    questions_ever_shown,
    questions_shown,
    steps_of,
)
from assessments.visits import owned_or_404
from assessments.wizard_storage import Reply
from compliance.domain.determination import Determination

PLACEHOLDER = [("section", SectionForm)]
SAVED = "saved"
BACK = "back"


class SectionWizard(NamedUrlWizardView):
    """Walks through the needed sections of the bank that an assessment is pinned to."""

    form_list = PLACEHOLDER
    storage_name = "assessments.wizard_storage.AssessmentStorage"
    template_name = "section.html"

    def dispatch(self, request, *args, **kwargs):
        """Open the assessment, and make its needed sections the wizard's steps."""
        self.visit = request.visit = owned_or_404(request, kwargs["code"])
        step = kwargs.get("step")
        self.form_list = {each.slug: SectionForm for each in self._open_steps(step)}
        if step is not None and step not in self.form_list:
            return self._leave_unneeded(step)
        return super().dispatch(request, *args, **kwargs)

    def _open_steps(self, sent: str | None) -> list[Step]:
        if self.request.method != "POST":
            return self.needed
        # A page is saved though its section is not needed any more since it was drawn.
        return [
            each
            for each in self.all_steps
            if each.slug == sent or is_needed(self.visit.determination, each)
        ]

    @cached_property
    def all_steps(self) -> tuple[Step, ...]:
        """Every step, needed or not."""
        return steps_of(self.visit.determination)

    @property
    def needed(self) -> list[Step]:
        """The steps that ask something."""
        determination = self.visit.determination
        return [step for step in self.all_steps if is_needed(determination, step)]

    def step(self, slug: str) -> Step:
        """The step with this slug."""
        return next(each for each in self.all_steps if each.slug == slug)

    def _leave_unneeded(self, slug: str) -> HttpResponse:
        if any(each.slug == slug for each in self.all_steps):
            return redirect(self.visit.url("answers"))
        raise Http404

    def get(self, *args, **kwargs):
        """Draw a step; without one go to the first that has something open."""
        step = kwargs.get("step")
        if step is None:
            return redirect(self._where_to_go_on())
        self.storage.current_step = step
        return self.render(self.get_form())

    def _where_to_go_on(self) -> str:
        determination = self.visit.determination
        for step in self.needed:
            shown = questions_shown(determination, step)
            if step.kind == QUESTIONS and any(
                question.required and not determination.answer(question.slug).is_given
                for question in shown
            ):
                return self.get_step_url(step.slug)
        return self.visit.url("answers")

    def post(self, *args, **kwargs):
        """Save the step that the address names and go on."""
        if self.request.POST.get(f"{self.prefix}-current_step") != kwargs["step"]:
            raise SuspiciousOperation("The form belongs to another section.")
        self.storage.current_step = kwargs["step"]
        if self.request.POST.get("resolve") == SAVED:
            return redirect(self._after(kwargs["step"], self.visit.determination))
        try:
            return super().post(*args, **kwargs)
        except AnswersChangedError as changed:
            return self._draw_conflict(changed)
        except Assessment.DoesNotExist:
            raise Http404 from None

    def get_form_kwargs(self, step=None) -> dict:
        """What a section's form is made from."""
        section = self.step(step)
        return {
            "questions": questions_shown(self.visit.determination, section),
            "section": questions_ever_shown(self.visit.determination, section),
            "saved": self.visit.answers,
        }

    def process_step(self, form: SectionForm) -> Reply:
        """Hand the answers, not the raw request, to the storage."""
        return Reply(form.reply, form.drawn_from)

    def render_next_step(self, form: SectionForm, **kwargs) -> HttpResponse:
        """Go on from what the new answers ask for."""
        answers = {**self.visit.answers, **form.reply}
        determination = self.visit.determination.updated(answers)
        return redirect(self._after(self.steps.current, determination, form))

    render_done = render_next_step

    def _after(
        self, slug: str, determination: Determination, form: SectionForm | None = None
    ) -> str:
        steps = steps_of(determination)
        step = next(each for each in steps if each.slug == slug)
        drawn = {question.slug for question in form.questions} if form else set()
        if form is not None:
            for question in questions_shown(determination, step):
                if question.slug not in drawn:
                    return f"{self._here(slug)}#q-{question.slug}"
        if self.request.GET.get(BACK) == "answers":
            return self.visit.url("answers")
        like = [each for each in steps if each.kind == step.kind]
        place = [each.slug for each in like].index(slug)
        for each in like[place + 1 :]:
            if is_needed(determination, each):
                return self.get_step_url(each.slug)
        return self.visit.url("answers" if step.kind == QUESTIONS else "plan")

    def _here(self, slug: str) -> str:
        back = self.request.GET.get(BACK) == "answers"
        return self.get_step_url(slug) + (f"?{BACK}=answers" if back else "")

    def get_step_url(self, step: str) -> str:
        """The address of a step of this assessment."""
        return self.visit.url("section", step=step)

    def _draw_conflict(self, changed: AnswersChangedError) -> HttpResponse:
        form = self.get_form(data=self.request.POST)
        form.is_valid()
        slugs = [question.slug for question in form.questions]
        context = self.get_context_data(
            form=form,
            conflict={"changed": differences(form, changed.saved, self.numbers)},
            drawn=fingerprint_of(changed.saved, slugs),
        )
        return self.render_to_response(context, status=409)

    @property
    def numbers(self) -> dict[str, int]:
        """Question slug → number on the path."""
        return self.visit.determination.numbers

    def get_context_data(self, form, conflict=None, drawn="", **kwargs) -> dict:
        """What the section page draws."""
        determination = self.visit.determination
        step = self.step(self.steps.current)
        slugs = [question.slug for question in form.questions]
        drawn_from = drawn or form.drawn_from if form.is_bound else ""
        hidden = {
            f"{self.prefix}-current_step": step.slug,
            SectionForm.DRAWN: drawn_from or fingerprint_of(self.visit.answers, slugs),
            SectionForm.ASKED: ",".join(slugs),
        }
        questions = drawn_questions(form, self.visit.bank, self.numbers)
        return {
            **self.visit.context("answers"),
            **section_panel(self.visit, self.all_steps, step),
            "questions": with_measures(questions, determination),
            "so_far": so_far_panel(self.visit),
            "hidden": [{"name": k, "value": v} for k, v in hidden.items()],
            "errors": _errors(form),
            "conflict": conflict,
        }


def _errors(form: SectionForm) -> list[dict]:
    return [
        {"message": message, "href": f"#q-{slug}"}
        for slug, messages in form.faults.items()
        for message in messages
    ]
