"""What a page of a printed report looks like: its words, where they stand, how full."""

from dataclasses import dataclass
from io import BytesIO

import pdfplumber

MILLIMETRE = 72 / 25.4
LEFT, RIGHT = 22 * MILLIMETRE, (210 - 18) * MILLIMETRE
TOP, BOTTOM = 25 * MILLIMETRE, (297 - 20) * MILLIMETRE
CHAPTER, HEAD, SLACK = 21, 11.9, 1


@dataclass(frozen=True)
class Word:
    """A printed word: its text, size in points, weight, and place on the page."""

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
    """The words of each page but the cover, from top to bottom, furniture left out."""
    with pdfplumber.open(BytesIO(content)) as pdf:
        return [words_of(page) for page in pdf.pages[1:]]


def words_of(page):
    found = page.extract_words(extra_attrs=["size", "fontname"])
    words = [
        Word(
            word["text"], word["size"], "SemiBold" in word["fontname"].replace("-", ""),
            word["x0"], word["x1"], word["top"], word["bottom"],
        )
        for word in found
        if word["top"] > TOP - 12 and word["bottom"] < BOTTOM + 6
    ]  # fmt: skip
    return sorted(words, key=lambda word: (round(word.top), word.left))


def outside(words):
    """The words that leave the margins at a side or at the foot."""
    return [
        word.text
        for word in words
        if word.left < LEFT - SLACK
        or word.right > RIGHT + SLACK
        or word.bottom > BOTTOM + SLACK
    ]


def last_word(words):
    return max(words, key=lambda word: word.bottom)


def emptiness(words):
    """The share of the page below its last line."""
    if not words:
        return 1
    return (BOTTOM - last_word(words).bottom) / (BOTTOM - TOP)


def thin_pages(pages):
    """Numbers of pages more than a third empty, where no chapter ends."""
    return [
        number
        for number, (page, after) in enumerate(zip(pages, pages[1:], strict=False), 2)
        if emptiness(page) > 1 / 3 and not (after and after[0].is_chapter)
    ]


def lonely_heads(pages):
    """The headings that are the last line of their page."""
    return [last_word(page).text for page in pages if page and last_word(page).is_head]
