"""The printed pages of every example, and of answers drawn at random, as shapes."""

from datetime import date

import pytest

from assessments.dossier import build_dossier
from assessments.examples import shipped_examples
from assessments.printing import render_pdf
from tests.assessments import pages
from tests.assessments.issued import as_issued, case_of, extras_for, hostile
from tests.assessments.random_answers import random_case

EXAMPLES = ("retinascreen", "lunaria", "glucoloop", "variantdesk", "first-in-line")
SEEDS = (2,)
MOST_PAGES = 25


@pytest.fixture(scope="module")
def laid_out(shipped_bank):
    """Each report as its pages, rendered once when first asked for."""
    examples = {each.slug: each for each in shipped_examples(shipped_bank)}
    day = date.fromisoformat(shipped_bank.law_date)
    known = {}

    def dossier_of(name):
        if isinstance(name, int):
            return build_dossier(random_case(shipped_bank, name, day))
        slug, _, manner = name.partition(" ")
        dossier = build_dossier(case_of(shipped_bank, examples[slug]))
        return hostile(dossier) if manner else dossier

    def pages_of(name):
        if name not in known:
            dossier = as_issued(dossier_of(name))
            known[name] = pages.pages_of(render_pdf(dossier, extras_for(dossier)))
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


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_keeps_to_25_pages(laid_out, name):
    assert len(laid_out(name)) + 1 <= MOST_PAGES
