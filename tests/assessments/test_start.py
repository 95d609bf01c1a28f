import pytest
from django.core.cache import cache

from assessments import throttling
from assessments.models import Assessment

pytestmark = pytest.mark.django_db


def test_a_start_gives_a_private_link_with_128_bits_at_least(client, version):
    sent = {"product": "Probe", "organisation": "", "q-country": "PT"}
    response = client.post("/start/", sent)

    code = response.url.split("/")[2]
    assert len(code) >= 128 / 6
    assert client.get(response.url).context["private_link"].endswith(f"/a/{code}/")


def test_only_a_hash_of_the_code_is_stored(client, version):
    response = client.post("/start/", {"product": "Probe"})
    code = response.url.split("/")[2]

    assert code not in Assessment.objects.get().code_hash


def test_the_first_questions_are_answered_at_the_start(client, version):
    client.post("/start/", {"product": "Probe", "q-country": "PT"})

    answer = Assessment.objects.get().answers.get(slug="country")
    assert answer.values == ["PT"]


def test_a_start_without_a_name_says_what_is_missing(client, version):
    response = client.post("/start/", {"product": " "})

    assert response.status_code == 422
    assert response.context["form"]["errors"][0]["href"] == "#product"
    assert not Assessment.objects.exists()


def test_an_assessment_is_pinned_to_the_version_it_started_with(client, version):
    client.post("/start/", {"product": "Probe"})

    assert Assessment.objects.get().version == version


def test_before_a_bank_is_published_the_start_page_says_so(client, db):
    assert client.get("/start/").status_code == 503


def test_one_address_cannot_start_assessments_without_end(client, version, monkeypatch):
    cache.clear()
    monkeypatch.setattr(throttling, "STARTS_AN_HOUR", 2)
    sent = {"product": "Probe"}
    for _ in range(2):
        client.post("/start/", sent)

    assert client.post("/start/", sent).status_code == 429
    assert Assessment.objects.count() == 2


@pytest.mark.parametrize("name", ["a" * 121, "<script>alert(1)</script>", "\x00x", "م"])
def test_any_name_is_kept_escaped_or_refused_kindly(client, version, name):
    response = client.post("/start/", {"product": name}, follow=True)

    assert response.status_code in (200, 422)
    assert "<script>alert" not in response.content.decode()
