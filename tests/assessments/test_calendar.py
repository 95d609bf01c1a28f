"""The calendar and the list of the plan."""

import csv
import io
from datetime import date

import pytest
from icalendar import Calendar

from assessments.exports.dates import calendar_of
from assessments.exports.plan_list import plan_list
from tests.assessments.issued import (
    LONG_NOTE,
    as_report,
    hostile,
)

SLUGS = ["retinascreen", "lunaria", "glucoloop", "variantdesk", "first-in-line"]


def events(dossier):
    return Calendar.from_ical(calendar_of(as_report(dossier))).walk("VEVENT")


def rows(dossier):
    text = plan_list(as_report(dossier)).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


@pytest.mark.parametrize("slug", SLUGS)
def test_every_date_of_an_example_is_an_event_of_a_whole_day(example_dossiers, slug):
    dossier = example_dossiers[slug]
    told = {(str(e["SUMMARY"]), e["DTSTART"].dt) for e in events(dossier)}

    assert {
        (f"{dossier['product']}: {each['title']}", date.fromisoformat(each["date"]))
        for each in dossier["dates"]
    } <= told


def test_the_ends_of_the_planned_quarters_are_events_that_name_the_measures(
    example_dossiers,
):
    dossier = example_dossiers["lunaria"]
    text = "".join(str(event["DESCRIPTION"]) for event in events(dossier))
    planned = [gap for gap in dossier["gaps"] if not gap["possible"]]

    assert all(gap["title"] in text for gap in planned)


def test_a_proposal_is_told_as_no_law_and_tentative(example_dossiers):
    dossier = example_dossiers["lunaria"]
    proposed = dossier["dates"][0] | {"proposal": True, "kind": "open"}

    (event,) = events(dossier | {"dates": [proposed], "plan": []})

    assert "(proposed, not law)" in event["SUMMARY"]
    assert event["STATUS"] == "TENTATIVE"


def test_events_block_no_time(example_dossiers):
    found = events(example_dossiers["lunaria"])

    assert {str(event["TRANSP"]) for event in found} == {"TRANSPARENT"}


def test_the_next_report_of_a_product_moves_its_events(example_dossiers):
    first = example_dossiers["lunaria"]
    later = first | {"number": "WM-2027-0003", "issued": "2027-02-01"}

    before, after = events(first), events(later)

    assert [e["UID"] for e in before] == [e["UID"] for e in after]
    assert after[0]["SEQUENCE"] > before[0]["SEQUENCE"]


def test_another_product_has_events_of_its_own(example_dossiers):
    first = example_dossiers["lunaria"]
    other = first | {"product": "Another"}

    assert not {e["UID"] for e in events(first)} & {e["UID"] for e in events(other)}


def test_lines_are_folded_and_hostile_names_add_no_property(example_dossiers):
    dossier = hostile(example_dossiers["lunaria"])
    dossier["product"] = "x\r\nATTACH:http://evil.example\r\nX;Y,Z"
    content = calendar_of(as_report(dossier))

    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    assert b"\r\nATTACH" not in content
    assert len(events(dossier)) == len(events(example_dossiers["lunaria"]))


@pytest.mark.parametrize("make", [calendar_of, plan_list])
def test_the_same_report_gives_the_same_file(example_dossiers, make):
    report = as_report(example_dossiers["variantdesk"])

    assert make(report) == make(report)


@pytest.mark.parametrize("slug", SLUGS)
def test_every_gap_of_an_example_is_a_line_of_the_plan(example_dossiers, slug):
    dossier = example_dossiers[slug]

    assert sorted(row["Measure"] for row in rows(dossier)) == sorted(
        gap["title"] for gap in dossier["gaps"]
    )


def test_no_cell_of_the_list_begins_a_formula(example_dossiers):
    found = rows(hostile(example_dossiers["retinascreen"]))
    values = [value for row in found for value in row.values()]

    assert not [value for value in values if value.lstrip()[:1] in set("=+-@")]
    assert "'=HYPERLINK" in "".join(values)


def test_long_notes_and_line_ends_survive_the_list(example_dossiers):
    notes = {r["Your note"] for r in rows(hostile(example_dossiers["retinascreen"]))}

    assert LONG_NOTE in notes
    assert 'a,b;c"d\r\ne' in notes
