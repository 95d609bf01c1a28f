"""The wizard's storage: the assessment itself, nothing in the session."""

from dataclasses import dataclass

from formtools.wizard.storage.base import BaseStorage

from assessments.answering import save_answers
from compliance.domain.answers import Answer


@dataclass(frozen=True)
class Reply:
    """A section as it was sent, and the fingerprint it was drawn from."""

    answers: dict[str, Answer]
    drawn_from: str


class AssessmentStorage(BaseStorage):
    """Keeps answers as rows of the assessment that the request visits.

    The wizard's own resets clear only the step at hand: formtools calls them on a plain
    visit and when done, and the answers must outlive both.
    """

    def __init__(self, prefix, request=None, file_storage=None):
        super().__init__(prefix, request, file_storage)
        self.init_data()

    def reset(self) -> None:
        """Forget the step at hand, not the answers."""
        self.init_data()

    def get_step_data(self, step: str) -> None:
        """Nothing: forms are drawn from stored answers, not from old requests."""

    def set_step_data(self, step: str, cleaned_data: Reply) -> None:
        """Save a section. Raises AnswersChangedError where it changed meanwhile."""
        assessment = self.request.visit.assessment
        save_answers(assessment, cleaned_data.answers, cleaned_data.drawn_from)
