"""Open points: what is not settled, what would settle it, what changes and what not."""

from dataclasses import dataclass

from assessments.dossier.case import Case, joined, lowered
from assessments.dossier.duties import changed_duties
from assessments.dossier.verdicts import mildest_first, value_text
from compliance.domain.answers import Answer
from compliance.domain.bank import CHOICES
from compliance.domain.determination import Determination, determine
from compliance.domain.findings import Finding

COLUMNS = 3
ROWS = 8
CALMING = 3


@dataclass(frozen=True)
class Point:
    """Open verdicts that wait for the same question first."""

    question: str
    findings: tuple[Finding, ...]
    duties: tuple[str, ...]


def find_points(case: Case) -> list[Point]:
    """The open points, in the order in which they would settle most."""
    determination = case.determination
    findings: dict[str, list[Finding]] = {}
    for scheme in case.bank.schemes:
        finding = determination.findings[scheme.slug]
        if not finding.settled and scheme.told != "never":
            for question in determination.settles_with([scheme.slug])[:1]:
                findings.setdefault(question, []).append(finding)
    duties: dict[str, list[str]] = {}
    for duty in determination.duties.values():
        if duty.truth is None:
            for question in determination.settles_with(duty.because)[:1]:
                duties.setdefault(question, []).append(duty.duty)
    order = [each.slug for each in determination.open_questions]
    return [
        Point(slug, tuple(findings.get(slug, ())), tuple(duties.get(slug, ())))
        for slug in order
        if slug in findings or slug in duties
    ]


def point_records(case: Case) -> list[dict]:
    """The open points as the pages and the report show them."""
    return [
        _record(case, point, number)
        for number, point in enumerate(find_points(case), 1)
    ]


def _record(case: Case, point: Point, number: int) -> dict:
    question = case.bank.questions[point.question]
    subjects = [finding.scheme for finding in point.findings]
    return {
        "number": number,
        "scheme": subjects[0] if subjects else None,
        "title": _title(case, point),
        "text": _text(case, point, question.why),
        "disputed": any(case.determination.disputed[each] for each in subjects),
        "settles_with": [case.asked(point.question)],
        "ask": question.who,
        "changes": _changes(case, point),
    }


def _title(case: Case, point: Point) -> str:
    for finding in point.findings:
        if case.bank.scheme[finding.scheme].kind == "value" and (
            1 < len(finding.possible) <= COLUMNS
        ):
            return value_text(case, finding)
    return case.bank.questions[point.question].text


def _text(case: Case, point: Point, why: str) -> str:
    titles = [lowered(case.bank.scheme[f.scheme].title) for f in point.findings]
    if titles:
        return f"{why} Waiting for it: {joined(titles, 'and')}."
    return why


def _changes(case: Case, point: Point) -> dict | None:
    for finding in point.findings:
        scheme = case.bank.scheme[finding.scheme]
        if scheme.kind == "value" and 1 < len(finding.possible) <= COLUMNS:
            values = mildest_first(scheme, finding)
            worlds = [
                determine(case.bank, case.answers, {finding.scheme: value})
                for value in values
            ]
            columns = [f"If {lowered(scheme.titles[value])}" for value in values]
            return _table(case, columns, worlds, finding.scheme)
    return _changes_by_answer(case, point)


def _changes_by_answer(case: Case, point: Point) -> dict | None:
    question = case.bank.questions[point.question]
    if question.kind == CHOICES or not 1 < len(question.options) <= COLUMNS:
        return None
    worlds = [
        determine(case.bank, {**case.answers, question.slug: Answer((choice.slug,))})
        for choice in question.options
    ]
    columns = [f"If “{choice.label}”" for choice in question.options]
    return _table(case, columns, worlds, "")


def _table(
    case: Case, columns: list[str], worlds: list[Determination], cause: str
) -> dict | None:
    rows = [
        _row(scheme.question, [_cell(case, world, scheme.slug) for world in worlds])
        for scheme in case.bank.schemes
        if scheme.slug != cause and _is_on_trail(case, scheme.slug)
    ]
    rows = [row for row in rows if any(row["cells"])]
    same = [row for row in rows if row["same"]]
    rows = same[:CALMING] + [row for row in rows if not row["same"]]
    rows += [_row(title, cells) for title, cells in changed_duties(case, worlds)]
    if all(row["same"] for row in rows):
        return None
    return {
        "columns": columns,
        "rows": rows[:ROWS],
        "more": max(0, len(rows) - ROWS),
    }


def _row(title: str, cells: list[str]) -> dict:
    return {"title": title, "cells": cells, "same": len(set(cells)) == 1}


def _cell(case: Case, world: Determination, scheme: str) -> str:
    finding = world.findings[scheme]
    if finding.applies is False:
        return ""
    return value_text(case, finding)


def _is_on_trail(case: Case, scheme: str) -> bool:
    return any(scheme in step.schemes for step in case.bank.trail)
