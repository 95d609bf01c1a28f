"""The printed page says all that applies and nothing else, whatever the case.

Each reference case that brings a verdict or a duty which no case before it has.
"""

import re
from datetime import date
from html import unescape

import pytest

from assessments.dossier import Case, build_dossier
from assessments.printing import render_html
from compliance.directory import shipped_entries
from compliance.domain.outcomes import answers_of
from tests.assessments.issued import as_issued, duties_of, squeezed
from tests.reference import BANK, determined

ENTRIES = shipped_entries()
DAY = date.fromisoformat(BANK.law_date)


def text_of(page):
    """The text of a page without its spaces; no attribute holds a bare bracket."""
    return squeezed(unescape(re.sub("<[^<>]*>", "", page)))


def telling_cases():
    """The cases that add a duty that binds, or a verdict, to those before them."""
    seen = set()
    for case in BANK.reference_cases:
        found = determined(case)
        said = {slug for slug, duty in found.duties.items() if duty.truth is True}
        said |= {(slug, each.possible) for slug, each in found.findings.items()}
        if said - seen:
            yield case
        seen |= said


def told(case):
    """The dossier of a reference case and the text of its printed page."""
    dossier = as_issued(
        build_dossier(
            Case(
                bank=BANK,
                bank_hash="0" * 64,
                answers=answers_of(case),
                product="Probe",
                organisation="Example Ltd",
                as_of=DAY,
                answered_on=DAY,
                entries=ENTRIES,
            )
        )
    )
    return dossier, text_of(render_html(dossier))


def applying(dossier):
    """What the reader must find: duties, gaps, dates, citations, open points."""
    duties = [each for each in duties_of(dossier) if each["status"] == "applies"]
    yield from (duty["title"] for duty in duties)
    yield from (duty["basis"] for duty in duties)
    yield from (gap["title"] for gap in dossier["gaps"] if not gap["possible"])
    yield from (each["title"] for each in dossier["dates"])
    yield from (each["title"] for each in dossier["open_points"])
    yield from (each["reference"] for each in dossier["provisions"])
    yield from (finding["value"] for finding in dossier["findings"])


def not_applying(dossier):
    """Titles of duties that do not bind, unless one that binds has the same words."""
    told_slugs = {duty["slug"] for duty in duties_of(dossier)}
    others = [duty.title for duty in BANK.duties if duty.slug not in told_slugs]
    said = squeezed(" ".join(duty["title"] for duty in duties_of(dossier)))
    return [title for title in others if squeezed(title) not in said]


CASES = tuple(telling_cases())


def test_the_cases_tell_every_duty_of_the_bank():
    bound = {
        slug
        for case in CASES
        for slug, duty in determined(case).duties.items()
        if duty.truth is True
    }

    assert bound == set(BANK.duty)


@pytest.mark.parametrize("case", CASES, ids=[case.slug for case in CASES])
def test_a_case_is_told_whole_and_without_what_does_not_apply(case):
    dossier, text = told(case)

    assert [each for each in applying(dossier) if squeezed(each) not in text] == []
    assert [each for each in not_applying(dossier) if squeezed(each) in text] == []
