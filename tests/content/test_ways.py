"""Every Member State has a way to each kind of help, or is told that none is known."""

import re
from datetime import date

import pytest

from assessments.dossier.case import Case
from assessments.dossier.support import profile_of, support_of
from compliance.directory import shipped_entries
from compliance.domain.answers import answer_of
from compliance.domain.countries import MEMBER_STATES, country_name, in_country
from compliance.domain.support import shelves_of
from tests.assessments.test_needs import IMAGING
from tests.reference import BANK
from tests.test_support_scenarios import PRODUCTS

TODAY = date(2026, 11, 28)
EVERYWHERE = pytest.mark.parametrize("country", sorted(MEMBER_STATES))
OWN_OR_SAID = ("sandbox", "edih", "ai-factory", "mdr-authority", "ai-authority")
AS_OF = re.compile(r"as of (\d+ )?(\w+ )?20\d\d$")


def case_in(country, given=None):
    given = given or {slug: answer_of(value) for slug, value in IMAGING.items()}
    given = given | {"country": answer_of(country), "stage": answer_of("lab")}
    return Case(BANK, "", given, "Scan", "Firm", TODAY, TODAY, shipped_entries())


def shelves_in(country, given=None):
    case = case_in(country, given)
    return {shelf.kind: shelf for shelf in shelves_of(case.entries, profile_of(case))}


def is_own(found, country):
    return country in (found.entry.country, *found.entry.partners)


@EVERYWHERE
@pytest.mark.parametrize("kind", OWN_OR_SAID)
def test_a_country_has_a_way_of_its_own_or_is_told_that_none_is_confirmed(
    country, kind
):
    shelf = shelves_in(country)[kind]
    own = [found for found in shelf.best(5) if is_own(found, country)]

    assert shelf.best(3)
    assert own or (in_country(country) in shelf.missing and AS_OF.search(shelf.missing))


@EVERYWHERE
def test_a_sandbox_authority_is_named_in_every_country(country):
    (first, *_) = shelves_in(country)["sandbox"].best(3)

    assert first.entry.country == country
    assert first.is_open or first.why_not_yet


@EVERYWHERE
@pytest.mark.parametrize("regime", ["mdr", "ivdr"])
def test_a_notified_body_that_takes_the_case_is_named(country, regime):
    product = PRODUCTS["p-aidoc-cac" if regime == "mdr" else "ivd-ngs-tumour"]
    shelf = shelves_in(country, product)["notified-body"]

    assert all(regime in found.entry.regimes for found in shelf.best(5))
    assert len(shelf.best(3)) == 3


@EVERYWHERE
def test_the_report_tells_what_is_not_confirmed_with_its_date(country):
    case = case_in(country)
    told = [each for group in support_of(case) for each in group["missing"]]
    known = {shelf.missing for shelf in shelves_of(case.entries, profile_of(case))}

    assert set(told) >= {each for each in known if each and "data access" not in each}
    assert all(country_name(country) in each and AS_OF.search(each) for each in told)
