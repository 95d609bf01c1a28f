"""Filters and tags of the printed report. They shape words; they decide nothing."""

import re
from urllib.parse import urlsplit

from django import template
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from assessments import report_chart, report_figures

register = template.Library()

MONTHS = [
    "January", "February", "March", "April", "May", "June", "July", "August",
    "September", "October", "November", "December",
]  # fmt: skip
NUMBERS = [
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve",
]  # fmt: skip
EFFORTS = {"S": "small", "M": "medium", "L": "large"}
MARKS = {
    "settled": "filled", "open": "hollow", "not-needed": "dash",
    "in-place": "filled", "partly": "half", "planned": "half",
    "not-applicable": "dash",
}  # fmt: skip
STATUS_NOTES = {
    "guidance": "guidance, not binding",
    "draft": "draft, not binding",
    "draft-guidance": "draft guidance, not binding",
    "case-law": "case law",
    "proposal": "proposal, not law",
    "applies-later": "applies later",
}
NOTE_LIMIT = 2000

register.simple_tag(report_figures.cover_trail)
register.simple_tag(report_figures.summary_trail)
register.simple_tag(report_figures.readiness_marks)
register.simple_tag(report_figures.date_axis)
register.simple_tag(report_chart.effort_chart)


@register.filter
def marked(text: str) -> SafeString:
    """Text with its **bold** marks as <strong>; everything else is escaped first."""
    escaped = str(conditional_escape(text))
    return mark_safe(re.sub(r"\*\*(.+?)\*\*", r"<strong>\1</strong>", escaped))


@register.filter
def day(iso: str | None) -> str:
    """ "2026-11-23" as "23 November 2026", "2026-11" as "Nov 2026"; else as it is."""
    parts = str(iso or "").split("-")
    if not all(part.isdecimal() for part in parts):
        return str(iso or "")
    if len(parts) == 3:
        return f"{int(parts[2])} {MONTHS[int(parts[1]) - 1]} {parts[0]}"
    if len(parts) == 2:
        return f"{MONTHS[int(parts[1]) - 1][:3]} {parts[0]}"
    return parts[0]


@register.filter
def month(iso: str | None) -> str:
    """The month of a source: "2024-01-03" as "Jan 2024"."""
    return day("-".join(str(iso or "").split("-")[:2]))


@register.filter
def spelled(count: int) -> str:
    """A small number in words, so that a sentence may start with it."""
    return NUMBERS[count] if 0 <= count < len(NUMBERS) else str(count)


@register.filter(is_safe=True)
def sentence(text: str) -> str:
    """Text that ends as a sentence does; a question keeps its own mark."""
    return text if not text or text[-1] in ".?!…" else f"{text}."


@register.filter
def effort(letter: str) -> str:
    """The order of size of a measure: small, medium or large."""
    return EFFORTS.get(letter, letter)


@register.filter
def status_note(status: str) -> str:
    """What a reader must know of a source that is not law in force; "" for law."""
    return STATUS_NOTES.get(status, "")


@register.simple_tag
def mark(state: str) -> SafeString:
    """The blaze of a state, drawn by the style sheet; its word stands beside it."""
    return format_html('<span class="mark mark--{}"></span>', MARKS.get(state, "dot"))


@register.simple_tag
def citations(provisions: list[dict]) -> SafeString:
    """Provisions in a row, each leading to its source; an act is named once."""
    acts = [None, *(provision["act"] for provision in provisions)]
    notes = {**STATUS_NOTES, "applies-later": ""}
    return format_html_join(
        "; ",
        '<a class="quiet" href="#source-{}">{}</a>{}',
        (
            (
                cited["slug"],
                cited["reference"] if cited["act"] == before else cited["label"],
                f", {note}" if (note := notes.get(cited["status"])) else "",
            )
            for cited, before in zip(provisions, acts, strict=False)
        ),
    )


@register.simple_tag
def duty_note(kind: str, text: str, notes: dict[str, int]) -> SafeString:
    """A relief or penalty: its words, or the number of the note that several share."""
    if text in notes:
        number = notes[text]
        return format_html('<a class="quiet" href="#duty-notes">({})</a>', number)
    return format_html("{}: {}", kind, sentence(text))


@register.simple_tag
def outward(text: str, address: str | None) -> SafeString:
    """A link to a web address; text alone where the address is no web address."""
    if url := web_address(address):
        return format_html('<a href="{}">{}</a>', url, text)
    return conditional_escape(text)


@register.simple_tag
def source(provision: dict) -> SafeString:
    """A provision in the list of sources: the target of its citations, and a link."""
    slug, reference = provision["slug"], provision["reference"]
    if url := web_address(provision["address"]):
        return format_html('<a id="source-{}" href="{}">{}</a>', slug, url, reference)
    return format_html('<span id="source-{}">{}</span>', slug, reference)


def web_address(address: str | None) -> str:
    """The address as a URL, or nothing where it is no web address."""
    parts = urlsplit(str(address or "").strip())
    is_web = parts.scheme in ("http", "https") and parts.netloc
    return parts.geturl() if is_web else ""


@register.filter
def clipped(note: str) -> str:
    """A note of at most 2,000 characters; a longer one says how much is missing."""
    if len(note) <= NOTE_LIMIT:
        return note
    missing = len(note) - NOTE_LIMIT
    return (
        f"{note[:NOTE_LIMIT]} … [{missing:,} more characters of this note are not "
        "printed; the whole note stands in the data file of this report]"
    )
