"""What a page of a printed report looks like: its lines, where they stand, how full."""

from dataclasses import dataclass
from io import BytesIO

import pdfplumber

MILLIMETRE = 72 / 25.4
LEFT, RIGHT = 22 * MILLIMETRE, (210 - 18) * MILLIMETRE
TOP, BOTTOM = 26 * MILLIMETRE, (297 - 22) * MILLIMETRE
CHAPTER, HEAD = 21, 11.9
SLACK = 1


@dataclass(frozen=True)
class Line:
    """A printed line: its words, size in points, weight, and place on the page."""

    text: str
    size: float
    is_bold: bool
    left: float
    right: float
    top: float
    bottom: float

    @property
    def is_chapter(self):
        return self.size >= CHAPTER

    @property
    def is_head(self):
        return self.is_bold and self.size >= HEAD


def pages_of(content):
    """The lines of each page but the cover, from top to bottom, furniture left out."""
    with pdfplumber.open(BytesIO(content)) as pdf:
        return [lines_of(page) for page in pdf.pages[1:]]


def lines_of(page):
    words = page.extract_words(
        extra_attrs=["size", "fontname"], use_text_flow=False, keep_blank_chars=True
    )
    body = [w for w in words if w["top"] > TOP - 12 and w["bottom"] < BOTTOM + 6]
    lines = [
        Line(
            word["text"], word["size"], "SemiBold" in word["fontname"].replace("-", ""),
            word["x0"], word["x1"], word["top"], word["bottom"],
        )
        for word in body
    ]  # fmt: skip
    return sorted(lines, key=lambda line: (round(line.top), line.left))


def outside(lines):
    """The lines that leave the margins at a side or at the foot."""
    return [
        line.text
        for line in lines
        if line.left < LEFT - SLACK
        or line.right > RIGHT + SLACK
        or line.bottom > BOTTOM + SLACK
    ]


def last_line(lines):
    return max(lines, key=lambda line: line.bottom)


def emptiness(lines):
    """The share of the page below its last line."""
    if not lines:
        return 1
    return (BOTTOM - last_line(lines).bottom) / (BOTTOM - TOP)


def thin_pages(pages):
    """Numbers of pages more than a third empty, where no chapter ends."""
    return [
        number + 2
        for number, (page, following) in enumerate(zip(pages, pages[1:], strict=False))
        if emptiness(page) > 1 / 3 and not (following and following[0].is_chapter)
    ]


def lonely_heads(pages):
    """The headings that are the last line of their page."""
    return [last_line(page).text for page in pages if page and last_line(page).is_head]
