"""The dates of a report as a calendar (RFC 5545)."""

import json
import uuid
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event, vText

from assessments.exports.tables import date_kind
from assessments.exports.wording import legible
from assessments.models import Report

PRODUCT = "-//Waymark//Readiness report//EN"
# Of names made for dates alone: the same date of the same product is the same event.
NAMESPACE = uuid.UUID("0f6c2f0e-6d0b-5b0e-9f43-3a5d1c8e7b21")
SURE = ("law", "applies", "own")


def calendar_of(report: Report) -> bytes:
    """The dates and the ends of the plan's quarters, as days that block no time.

    An event keeps its UID from report to report of one product, so that importing the
    next report's calendar moves it instead of adding it again.
    """
    dossier = legible(json.loads(report.document))
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    # As text in so many words: what the library does not know it does not escape.
    calendar.add("x-wr-calname", vText(f"{dossier['product']}: EU dates"))
    for event in (*_dates(dossier), *_quarters(dossier)):
        calendar.add_component(event)
    return calendar.to_ical()


def _dates(dossier: Mapping) -> Iterator[Event]:
    for entry in dossier["dates"]:
        kind = date_kind(entry)
        title = entry["title"]
        if entry["proposal"]:
            title = f"{title} (proposed, not law)"
        text = [kind, entry["basis"], entry["note"]]
        is_sure = entry["kind"] in SURE and not entry["proposal"]
        name = f"date:{entry.get('slug', title)}"
        yield _event(dossier, name, entry["date"], title, text, is_sure)


def _quarters(dossier: Mapping) -> Iterator[Event]:
    titles = {gap["measure"]: gap["title"] for gap in dossier["gaps"]}
    for quarter in dossier["plan"]:
        name = f"plan:{quarter['title']}"
        title = f"Plan, {quarter['title'][:1].lower()}{quarter['title'][1:]}"
        text = [quarter["by_text"], *map(titles.get, quarter["measures"])]
        yield _event(dossier, name, quarter["by"], title, text, is_sure=True)


def _event(
    dossier: Mapping, name: str, day: str, title: str, text: list[str], is_sure: bool
) -> Event:
    start = date.fromisoformat(day)
    issued = datetime.fromisoformat(dossier["issued"]).replace(tzinfo=UTC)
    source = f"Waymark report {dossier['number']} of {dossier['issued']}."
    event = Event()
    event.add("uid", _uid(dossier, name))
    event.add("dtstamp", issued)
    event.add("last-modified", issued)
    event.add("sequence", issued.toordinal())
    event.add("dtstart", start)
    event.add("dtend", start + timedelta(days=1))
    event.add("summary", f"{dossier['product']}: {title}")
    told = [*filter(None, text), source, dossier["disclaimer"]]
    event.add("description", "\n".join(told))
    event.add("status", "CONFIRMED" if is_sure else "TENTATIVE")
    event.add("transp", "TRANSPARENT")
    return event


def _uid(dossier: Mapping, name: str) -> str:
    told = (dossier["bank"]["slug"], dossier["organisation"], dossier["product"], name)
    return f"{uuid.uuid5(NAMESPACE, chr(31).join(told))}@waymark"
