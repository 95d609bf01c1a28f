"""Addresses that no longer answer are told where the bank is edited."""

from datetime import timedelta

import pytest
from django.utils import timezone

from compliance.links.checking import links_in_use
from compliance.models import LinkCheck
from tests.workbench.pages import BASE, client_of

ADDRESS = "https://e.eu/1"


def tried(failures):
    LinkCheck.objects.create(
        url=ADDRESS,
        outcome=LinkCheck.Outcome.GONE,
        tried_at=timezone.now() - timedelta(hours=1),
        failures=failures,
    )


def problems_of(person):
    return client_of(person).get(f"{BASE}problems/").content.decode()


def test_what_the_published_bank_links_to_is_tried(copy):
    assert {ADDRESS, "https://e.eu"} <= links_in_use()


def test_a_dead_address_is_a_warning_with_its_part_and_what_to_do(copy, edith):
    tried(failures=3)

    page = problems_of(edith)

    assert "Its address says that the page is gone, 3 times" in page
    assert "Look where the text stands now" in page


@pytest.mark.parametrize("failures", [0, 2])
def test_an_address_that_failed_now_and_then_is_no_warning(copy, edith, failures):
    tried(failures)

    assert "Look where the text stands now" not in problems_of(edith)
