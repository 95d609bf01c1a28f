"""What holds on every page of the desk."""

import pytest

from tests.workbench.pages import BASE, client_of, fields_of, send


@pytest.fixture
def desk(edith):
    return client_of(edith)


def page_of(part):
    return f"{BASE}part/{part.pk}/"


def test_a_failing_case_is_told_on_every_page(desk, part_of):
    rule = part_of("class-0-III")
    fields = {"f.when.0.values": ["none"]}
    desk.post(page_of(rule), fields_of(desk.get(page_of(rule))) | fields)

    page = desk.get(BASE).content.decode()

    assert "One reference case comes out otherwise" in page
    cases = desk.get(f"{BASE}cases/").content.decode()
    assert "expected III, found I" in cases


def test_markup_in_texts_is_escaped_everywhere(desk, part_of):
    evil = "<script>alert(1)</script><b onclick=x>"
    send(desk, page_of(part_of("harm")), f__text=evil)

    for address in (BASE, page_of(part_of("harm")), page_of(part_of("product")),
                    f"{BASE}history/", f"{BASE}publish/", f"{BASE}problems/",
                    f"{BASE}search/?q=alert"):  # fmt: skip
        assert "<script>alert" not in desk.get(address).content.decode()
