"""The forms of a report that take their time: made in the background and stored."""

from collections.abc import Callable
from dataclasses import dataclass

from assessments import brief, printing
from assessments.exports import word, workbook
from assessments.extras import Extras
from assessments.models import Rendering

Form = Rendering.Form


@dataclass(frozen=True)
class Renderer:
    """How one form is made: the dossier and its extras in, the bytes of a file out.

    `version` changes whenever the same dossier would give other bytes.
    """

    version: str
    suffix: str
    content_type: str
    make: Callable[[dict, Extras], bytes]


DOCX_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

RENDERERS: dict[str, Renderer] = {
    Form.PDF: Renderer(
        printing.RENDERER_VERSION, ".pdf", "application/pdf", printing.render_pdf
    ),
    Form.BRIEF: Renderer(
        brief.RENDERER_VERSION, "-brief.pdf", "application/pdf", brief.render_brief
    ),
    Form.DOCX: Renderer(word.RENDERER_VERSION, ".docx", DOCX_TYPE, word.render_word),
    Form.XLSX: Renderer(
        workbook.RENDERER_VERSION, ".xlsx", XLSX_TYPE, workbook.render_workbook
    ),
}
