"""Figures, dates and emphasis for the page templates."""

import re
from datetime import date

from django import template
from django.utils.formats import date_format
from django.utils.html import conditional_escape
from django.utils.safestring import mark_safe

from assessments import axis, figures, wandering

register = template.Library()

register.simple_tag(figures.mark)
register.simple_tag(figures.horizontal_trail)
register.simple_tag(figures.vertical_stop)
register.simple_tag(wandering.wandering_trail)
register.simple_tag(figures.mini_trail)


@register.simple_tag
def date_axis(dates, as_of):
    """The axis of the key dates; `as_of` is the day it calls today."""
    return axis.date_axis(dates, date.fromisoformat(as_of))


@register.filter
def bold(text):
    """The bank's text with **bold** words as strong elements, all else escaped."""
    escaped = conditional_escape(text)
    return mark_safe(re.sub(r"\*\*(.+?)\*\*", r"<strong>\1</strong>", escaped))


@register.filter
def day(value):
    """A day as "23 November 2026", a month as "November 2026", a year as it is."""
    if not isinstance(value, str):
        return date_format(value, "j F Y") if value else ""
    if len(value) == len("2026"):
        return value
    if len(value) == len("2026-11"):
        return date_format(date.fromisoformat(f"{value}-01"), "F Y")
    return date_format(date.fromisoformat(value), "j F Y") if value else ""


@register.filter
def gaps_in(gaps, measures):
    """The gaps of the measures a plan quarter names, in the order it names them."""
    by_measure = {gap["measure"]: gap for gap in gaps}
    return [by_measure[measure] for measure in measures if measure in by_measure]


@register.filter
def helping_with(support, title):
    """The two first support groups that help to close the gap of this title."""
    return [group for group in support if title in group["helps_with"]][:2]
