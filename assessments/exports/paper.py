"""A Word document with real headings, tables with heads, and links: how, not what."""

import io
import zipfile
from collections.abc import Iterable, Sequence
from copy import deepcopy
from datetime import datetime
from urllib.parse import urlsplit

from docx import Document
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from assessments.exports.paper_styles import CELL, CONTENTS, HEAD, SOFT, style
from assessments.exports.wording import Strong, runs

TEXT_WIDTH = 166
# Zip files cannot tell an earlier moment; a fixed one keeps the bytes the same.
MOMENT = (1980, 1, 1, 0, 0, 0)


class Paper:
    """A document that is written from top to bottom."""

    def __init__(self, title: str, day: datetime):
        self.document = Document()
        style(self.document)
        # By their ids: looking a style up by its name takes longer than all the rest.
        self._ids = {each.name: each.style_id for each in self.document.styles}
        self._describe(title, day)
        self.chapters: list[str] = []
        self._contents: Paragraph | None = None

    def _describe(self, title: str, day: datetime) -> None:
        told = self.document.core_properties
        told.title, told.language = title[:255], "en-GB"
        told.author, told.last_modified_by = "Waymark", "Waymark"
        told.subject = "Readiness under EU law on AI and medical devices"
        told.comments = ""
        told.created = told.modified = day

    def furnish(self, head: str, foot: str) -> None:
        """Set the running head, and a foot with page numbers."""
        section = self.document.sections[0]
        section.different_first_page_header_footer = True
        section.header.paragraphs[0].text = head
        for place in (section.footer, section.first_page_footer):
            line = place.paragraphs[0]
            line.style = self.document.styles["Footer"]
            line.paragraph_format.tab_stops.clear_all()
            line.paragraph_format.tab_stops.add_tab_stop(
                Mm(TEXT_WIDTH), WD_TAB_ALIGNMENT.RIGHT
            )
            line.add_run(f"{foot}\t")
            _add_field(line, "PAGE")
            line.add_run(" / ")
            _add_field(line, "NUMPAGES")

    def heading(self, text: str, level: int = 1) -> None:
        """A heading that the navigation of Word and the contents know."""
        heading = self.text(text, f"Heading {level}")
        if level == 1:
            self.chapters.append(text)
            _add_bookmark(heading, len(self.chapters))

    def text(self, text: str, look: str = "Normal") -> Paragraph:
        """A paragraph; line ends stay."""
        paragraph = self.document.add_paragraph()
        paragraph._p.style = self._ids[look]
        write(paragraph, text)
        return paragraph

    def note(self, text: str) -> None:
        """A paragraph in the secondary tone."""
        self.text(text, SOFT)

    def steps(self, texts: Iterable[str]) -> None:
        """A numbered list."""
        for text in texts:
            self.text(text, "List Number")

    def labelled(self, label: str, text: str) -> None:
        """A paragraph that opens with its bold label; none where there is no text."""
        if text:
            paragraph = self.text(Strong(f"{label} "))
            write(paragraph, text)

    def table(
        self,
        name: str,
        heads: Sequence[str],
        widths: Sequence[int],
        rows: Sequence[Sequence[object]],
    ) -> None:
        """A table named for screen readers, its head repeated on every page.

        `widths` are millimetres; a cell is text, or (text, address) for a link, or a
        list of both for several paragraphs.
        """
        table = self.document.add_table(rows=1, cols=len(heads))
        table._tblPr.style = self._ids["Waymark table"]
        table.autofit = False
        _describe_table(table, name)
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Mm(width)
        cells = [_Cell(tc, table) for tc in table.rows[0]._tr.tc_lst]
        for cell, head, width in zip(cells, heads, widths, strict=True):
            cell.width = Mm(width)
            cell.paragraphs[0]._p.style = self._ids[HEAD]
            cell.paragraphs[0].add_run(head)
        blank = deepcopy(table.rows[0]._tr)
        _mark_row(table.rows[0]._tr, "w:tblHeader")
        for row in rows:
            table._tbl.append(self._row(blank, table, row))
        self.text("", CELL)

    def _row(self, blank, table, row: Sequence[object]):
        tr = deepcopy(blank)
        _mark_row(tr, "w:cantSplit")
        for tc, value in zip(tr.tc_lst, row, strict=True):
            for old in tc.p_lst:
                tc.remove(old)
            for part in value if isinstance(value, list) else [value]:
                paragraph = Paragraph(tc.add_p(), _Cell(tc, table))
                paragraph._p.style = self._ids[CELL]
                self._write_part(paragraph, part)
        return tr

    def _write_part(self, paragraph: Paragraph, part: object) -> None:
        if isinstance(part, tuple):
            self.link(paragraph, *part)
        else:
            write(paragraph, part if isinstance(part, str) else str(part))

    def link(self, paragraph: Paragraph, text: str, address: str) -> None:
        """Add a link; text alone where the address is no web address."""
        parts = urlsplit(address.strip())
        if parts.scheme not in ("http", "https") or not parts.netloc:
            write(paragraph, text)
            return
        # The part of this document: cells made by hand know no part of their own.
        known = self.document.part.relate_to(
            parts.geturl(), RELATIONSHIP_TYPE.HYPERLINK, is_external=True
        )
        link = OxmlElement("w:hyperlink")
        link.set(qn("r:id"), known)
        run = paragraph.add_run(text)
        run._r.style = self._ids["Waymark link"]
        link.append(run._r)
        paragraph._p.append(link)

    def contents(self) -> None:
        """The chapters as links; Word makes them anew, with page numbers, on demand."""
        self._contents = self.document.add_paragraph(style=CONTENTS)

    def _write_contents(self) -> None:
        last = self._contents
        for number, chapter in enumerate(self.chapters, 1):
            line = last.insert_paragraph_before(style=CONTENTS)
            if number == 1:
                _open_field(line, r'TOC \o "1-1" \h \z \u')
            link = OxmlElement("w:hyperlink")
            link.set(qn("w:anchor"), f"chapter{number}")
            link.append(line.add_run(chapter)._r)
            line._p.append(link)
        _close_field(last)

    def page_break(self) -> None:
        """Go on on the next page."""
        self.document.add_page_break()

    def content(self) -> bytes:
        """The file; the same document is always the same bytes."""
        if self._contents is not None:
            self._write_contents()
        out = io.BytesIO()
        self.document.save(out)
        return _without_moments(out.getvalue())


def write(paragraph: Paragraph, text: str) -> None:
    """Add text, bold where it is Strong or Marked so."""
    for piece, is_bold in runs(text):
        paragraph.add_run(piece).bold = is_bold or None


def _add_field(paragraph: Paragraph, code: str) -> None:
    _open_field(paragraph, code)
    paragraph.add_run("1")
    _close_field(paragraph)


def _open_field(paragraph: Paragraph, code: str) -> None:
    _add_field_sign(paragraph, "begin")
    order = OxmlElement("w:instrText")
    order.set(qn("xml:space"), "preserve")
    order.text = f" {code} "
    paragraph.add_run()._r.append(order)
    _add_field_sign(paragraph, "separate")


def _close_field(paragraph: Paragraph) -> None:
    _add_field_sign(paragraph, "end")


def _add_field_sign(paragraph: Paragraph, kind: str) -> None:
    sign = OxmlElement("w:fldChar")
    sign.set(qn("w:fldCharType"), kind)
    paragraph.add_run()._r.append(sign)


def _add_bookmark(paragraph: Paragraph, number: int) -> None:
    for tag in ("w:bookmarkStart", "w:bookmarkEnd"):
        mark = OxmlElement(tag)
        mark.set(qn("w:id"), str(number))
        if tag == "w:bookmarkStart":
            mark.set(qn("w:name"), f"chapter{number}")
        paragraph._p.append(mark)


def _mark_row(tr, name: str) -> None:
    tr.get_or_add_trPr().append(OxmlElement(name))


def _describe_table(table, name: str) -> None:
    for tag in ("w:tblCaption", "w:tblDescription"):
        said = OxmlElement(tag)
        said.set(qn("w:val"), name)
        table._tbl.tblPr.append(said)


def _without_moments(content: bytes) -> bytes:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as source,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            told = zipfile.ZipInfo(name, MOMENT)
            told.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(told, source.read(name))
    return out.getvalue()
