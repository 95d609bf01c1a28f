"""Whoever holds the code holds the assessment; nobody else sees that it exists."""

import pytest

from assessments.keeping import start_assessment
from assessments.models import Answer, Assessment, Rendering, hash_of, new_code

pytestmark = pytest.mark.django_db

PAGES = (
    "",
    "link/",
    "newer/",
    "s/product/",
    "answers/",
    "result/",
    "reasons/",
    "duties/",
    "plan/",
    "support/",
    "support/others/",
    "support/sbx-pt/",
    "reports/",
    "reports/WM-2026-0001/",
    "reports/WM-2026-0001.pdf",
    "reports/WM-2026-0001/progress/",
    "reports/WM-2026-0001.json",
    "reports/WM-2026-0001.docx",
    "reports/WM-2026-0001.xlsx",
    "reports/WM-2026-0001-brief.pdf",
    "reports/WM-2026-0001-plan.csv",
    "reports/WM-2026-0001-dates.ics",
    "reports/compare/",
    "reports/compare/?from=WM-2026-0001&to=now",
    "download.json",
    "delete/",
)
OWNERS = (
    *("link/", "newer/", "s/product/", "download.json", "delete/", "issue/"),
    "reports/WM-2026-0001/make/",
)


@pytest.mark.parametrize("page", PAGES)
def test_another_code_opens_nothing(client, code, page):
    assert client.get(f"/a/{new_code()}/{page}").status_code == 404


@pytest.mark.parametrize(
    "page", ["s/product/", "newer/", "delete/", "issue/", "reports/WM-2026-0001/make/"]
)
def test_another_code_changes_nothing(client, code, page):
    assert client.post(f"/a/{new_code()}/{page}").status_code == 404
    assert Assessment.objects.count() == 1


@pytest.mark.parametrize("page", ["link/", "answers/", "result/", "reports/"])
def test_the_code_opens_its_pages(client, code, page):
    assert client.get(f"/a/{code}/{page}").status_code == 200


@pytest.fixture
def example(version):
    return Assessment.objects.create(
        code_hash=hash_of("example probe"),
        example="probe",
        product="Probe",
        version=version,
    )


@pytest.mark.parametrize("page", ["answers/", "result/", "plan/", "reports/"])
def test_everybody_may_read_an_example(client, example, page):
    assert client.get(f"/examples/probe/{page}").status_code == 200


@pytest.mark.parametrize("page", OWNERS)
def test_nobody_may_change_an_example(client, example, page):
    assert client.post(f"/examples/probe/{page}").status_code in (404, 405)
    assert client.post(f"/a/example probe/{page}").status_code in (404, 405)
    assert Assessment.objects.filter(example="probe").exists()


REPORT_PAGES = (
    "reports/WM-2026-0001/",
    "reports/WM-2026-0001/progress/",
    "reports/WM-2026-0001.json",
    "reports/WM-2026-0001.pdf",
    "reports/WM-2026-0001.docx",
    "reports/WM-2026-0001-plan.csv",
    "reports/WM-2026-0001-dates.ics",
    "reports/compare/?from=WM-2026-0001&to=WM-2026-0002",
    "reports/compare/?from=WM-2026-0002&to=WM-2026-0001",
)


@pytest.mark.parametrize("page", REPORT_PAGES)
def test_one_assessments_report_is_not_found_under_another_code(
    client, code, version, quick, page
):
    client.post(f"/a/{code}/issue/")
    other = start_assessment(version, "Other", "", {})[1]
    client.post(f"/a/{other}/issue/")

    assert client.get(f"/a/{code}/reports/WM-2026-0001/").status_code == 200
    assert client.get(f"/a/{other}/{page}").status_code == 404


def test_one_assessments_report_is_not_made_under_another_code(
    client, code, version, quick
):
    client.post(f"/a/{code}/issue/")
    other = start_assessment(version, "Other", "", {})[1]
    sent = client.post(f"/a/{other}/reports/WM-2026-0001/make/", {"form": "docx"})

    assert sent.status_code == 404
    assert not Rendering.objects.filter(form="docx").exists()


def test_pages_under_a_code_are_not_cached_and_tell_other_sites_nothing(client, code):
    response = client.get(f"/a/{code}/result/")

    assert "no-store" in response["Cache-Control"]
    assert response["Referrer-Policy"] == "same-origin"


def test_staff_see_that_an_assessment_exists_but_not_what_it_says(
    admin_client, assessment
):
    Answer.objects.create(assessment=assessment, slug="harm", note="our secret")
    page = admin_client.get(f"/admin/assessments/assessment/{assessment.pk}/change/")
    text = page.content.decode()

    assert page.status_code == 200
    assert "our secret" not in text
    assert "Probe" not in text


def test_staff_cannot_change_a_published_bank(admin_client, version):
    address = f"/admin/compliance/bankversion/{version.pk}/change/"

    assert admin_client.get(address).status_code == 200
    assert admin_client.post(address, {"title": "Reworded"}).status_code == 403


@pytest.mark.parametrize("page", ["/", "/healthy/", "/privacy/", "/method/"])
def test_a_page_answers_a_head_request(client, version, page):
    assert client.head(page).status_code == 200
