"""The look of the Word document: the tokens of the report as styles of Word."""

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

FAMILY = "IBM Plex Sans"
# What stands in where the family is missing: its capital I has serifs too.
STAND_IN = "Tahoma"
INK, SOFT_TONE, ACCENT = (
    RGBColor(0x14, 0x20, 0x1F),
    RGBColor(0x4A, 0x5A, 0x5C),
    RGBColor(0x0B, 0x58, 0x63),
)
RULE, HEAD_RULE = "A9B6B8", "14201F"
SOFT, CELL, HEAD = "Waymark note", "Waymark cell", "Waymark column head"
# A name that Word knows, so that it keeps the style when it makes the contents anew.
CONTENTS = "toc 1"
SIZES = {
    "Title": 30,
    "Subtitle": 15,
    "Heading 1": 20,
    "Heading 2": 14,
    "Heading 3": 11,
    "TOC Heading": 14,
    "Header": 8.5,
    "Footer": 8.5,
    "List Number": 10,
}
LIGHT = ("Subtitle", "Header", "Footer", "List Number")
SPACE_BEFORE = {"Heading 1": 24, "Heading 2": 16, "Heading 3": 10, "TOC Heading": 24}
OWN = ((SOFT, 9, SOFT_TONE), (CELL, 9, INK), (HEAD, 8.5, INK), (CONTENTS, 10, INK))
# In the order that the schema of table properties wants.
EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")


def style(document: Document) -> None:
    """Set page, language and styles."""
    _set_page(document)
    styles = document.styles
    _set_defaults(styles)
    _set(styles["Normal"], 10, INK)
    _set_space(styles["Normal"], 0, 4)
    for name, size in SIZES.items():
        _set(styles[name], size, INK, is_bold=name not in LIGHT)
        _set_space(styles[name], SPACE_BEFORE.get(name, 0), 4)
        _remove_rule(styles[name])
    for name, size, tone in OWN:
        _add(styles, name, size, tone)
    link = styles.add_style("Waymark link", WD_STYLE_TYPE.CHARACTER)
    link.font.color.rgb, link.font.underline = ACCENT, True
    _add_table_style(styles)
    _name_stand_in(document)


def _set_page(document: Document) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(24), Mm(20)
    section.top_margin, section.bottom_margin = Mm(28), Mm(24)


def _add(styles, name: str, size: float, tone: RGBColor) -> None:
    made = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    made.base_style = styles["Normal"]
    _set(made, size, tone, is_bold=name == HEAD)
    _set_space(made, 1, 3 if name == SOFT else 1)
    # A note, or the head of a table, is never the last on its page.
    made.paragraph_format.keep_with_next = name in (SOFT, HEAD)


def _set_defaults(styles) -> None:
    defaults = styles.element.find(qn("w:docDefaults"))
    (language,) = defaults.iter(qn("w:lang"))
    language.set(qn("w:val"), "en-GB")


def _set(made: ParagraphStyle, size: float, tone: RGBColor, is_bold=False) -> None:
    made.font.size, made.font.bold, made.font.italic = Pt(size), is_bold, False
    made.font.color.rgb = tone
    made.font.name = FAMILY
    fonts = made.element.rPr.rFonts
    for script in ("w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(script), FAMILY)
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)


def _set_space(made: ParagraphStyle, before: float, after: float) -> None:
    made.paragraph_format.space_before = Pt(before)
    made.paragraph_format.space_after = Pt(after)


def _remove_rule(made: ParagraphStyle) -> None:
    properties = made.element.get_or_add_pPr()
    for rule in properties.findall(qn("w:pBdr")):
        properties.remove(rule)


def _add_table_style(styles) -> None:
    made = styles.add_style("Waymark table", WD_STYLE_TYPE.TABLE)
    properties = OxmlElement("w:tblPr")
    borders = OxmlElement("w:tblBorders")
    for edge in EDGES:
        line = OxmlElement(f"w:{edge}")
        is_drawn = edge in ("bottom", "insideH")
        line.set(qn("w:val"), "single" if is_drawn else "nil")
        line.set(qn("w:sz"), "4")
        line.set(qn("w:color"), RULE)
        borders.append(line)
    properties.append(borders)
    made.element.append(properties)
    made.element.append(_head_row())


def _head_row():
    """The heavier rule under the column heads."""
    part = OxmlElement("w:tblStylePr")
    part.set(qn("w:type"), "firstRow")
    properties, borders = OxmlElement("w:tcPr"), OxmlElement("w:tcBorders")
    line = OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "8"), ("color", HEAD_RULE)):
        line.set(qn(f"w:{name}"), value)
    borders.append(line)
    properties.append(borders)
    part.append(properties)
    return part


def _name_stand_in(document: Document) -> None:
    """Say in the font table what to take where the family is not installed."""
    part = next(
        each for each in document.part.package.iter_parts()
        if each.partname == "/word/fontTable.xml"
    )  # fmt: skip
    entry = (
        f'<w:font w:name="{FAMILY}"><w:altName w:val="{STAND_IN}"/>'
        '<w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>'
    )
    part._blob = part.blob.replace(b"</w:fonts>", entry.encode())
