"""The printed pages of examples, and of answers drawn at random, as shapes."""

from datetime import date

import pytest

from assessments.dossier import build_dossier
from assessments.printing import render_pdf
from tests.assessments import pages
from tests.assessments.issued import as_issued, extras_for, hostile
from tests.assessments.random_answers import random_case

# The longest, one without AI, and one of the other device law.
EXAMPLES = ("retinascreen", "lunaria", "variantdesk")
SEEDS = (2,)


@pytest.fixture(scope="module")
def laid_out(shipped_bank, example_dossiers, printed):
    """Each report as its pages, read once when first asked for."""
    day = date.fromisoformat(shipped_bank.law_date)
    known = {}

    def content_of(name):
        if name in EXAMPLES:
            return printed(name)
        dossier = (
            build_dossier(random_case(shipped_bank, name, day))
            if isinstance(name, int)
            else hostile(example_dossiers[name.removesuffix(" hostile")])
        )
        dossier = as_issued(dossier)
        return render_pdf(dossier, extras_for(dossier))

    def pages_of(name):
        if name not in known:
            known[name] = pages.pages_of(content_of(name))
        return known[name]

    return pages_of


every_report = pytest.mark.parametrize(
    "name", [*EXAMPLES, *SEEDS, "first-in-line hostile"]
)


@every_report
def test_no_word_leaves_the_margins(laid_out, name):
    assert [pages.outside(page) for page in laid_out(name) if pages.outside(page)] == []


@every_report
def test_no_heading_is_the_last_line_of_its_page(laid_out, name):
    assert pages.lonely_heads(laid_out(name)) == []


@every_report
def test_no_page_is_more_than_a_third_empty_but_where_a_chapter_ends(laid_out, name):
    assert pages.thin_pages(laid_out(name)) == []


@every_report
def test_no_page_is_blank(laid_out, name):
    assert all(laid_out(name))
