"""The directory as open data: whole, described, cacheable, readable by any page."""

import csv
import io
import json

import jsonschema
import pytest
from django.utils import timezone

from compliance.directory import load_directory, shipped_entries
from compliance.directory_pages.open_data import SCHEMA_FILE
from compliance.directoryfile import read_directory
from tests.compliance.directory_rows import make_many, make_row

pytestmark = [pytest.mark.django_db, pytest.mark.database]

API = "/api/v1/directory"
JSON_FILE = "/directory/open/waymark-directory.json"
CSV_FILE = "/directory/open/waymark-directory.csv"
ADDRESSES = (API, f"{API}/hub", JSON_FILE, CSV_FILE)


@pytest.fixture
def checker():
    """What checks a document against the published schema."""
    return jsonschema.Draft202012Validator(
        json.loads(SCHEMA_FILE.read_text(encoding="utf-8")),
        format_checker=jsonschema.FormatChecker(),
    )


def test_the_json_holds_every_entry_in_the_form_of_the_schema(client, checker):
    load_directory()

    document = client.get(JSON_FILE).json()

    assert document["count"] == len(shipped_entries())
    checker.validate(document)


def test_the_csv_can_be_read_again_and_says_the_same(client, tmp_path):
    load_directory()

    (tmp_path / "all.csv").write_bytes(client.get(CSV_FILE).content)

    assert sorted(read_directory(tmp_path), key=lambda entry: entry.slug) == sorted(
        shipped_entries(), key=lambda entry: entry.slug
    )


def test_the_csv_says_when_somebody_looked_last(client):
    make_row("hub", last_verified=timezone.localdate())

    (row,) = csv.DictReader(io.StringIO(client.get(CSV_FILE).content.decode()))

    assert row["last_verified"] == timezone.localdate().isoformat()


@pytest.mark.parametrize("address", [API, f"{API}/hub"])
def test_answers_of_the_api_have_the_form_of_the_schema(client, checker, address):
    make_row("hub", eligible_when={"gpai": "model-provider"})

    checker.validate(client.get(address).json())


def test_the_list_filters_and_pages(client):
    make_many(130)

    first = client.get(API, {"country": "PT", "per_page": "10"}).json()
    second = client.get(first["next"]).json()

    assert (first["count"], first["pages"], len(second["entries"])) == (26, 3, 10)
    assert {each["country"] for each in second["entries"]} == {"PT"}
    assert first["previous"] is None


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ({"country": "Portugal"}, 400),
        ({"kind": "wizard"}, 400),
        ({"per_page": "0"}, 400),
        ({"per_page": "²"}, 400),
        ({"page": "99"}, 404),
        ({"page": "x"}, 404),
    ],
)
def test_a_question_that_makes_no_sense_is_told_why(client, query, status):
    make_row("hub")

    response = client.get(API, query)

    assert response.status_code == status
    assert list(query)[0] in response.json()["errors"][0]


def test_an_unknown_entry_is_told_so(client):
    assert client.get(f"{API}/nobody").status_code == 404


@pytest.mark.parametrize("address", ADDRESSES)
def test_any_page_may_read_it_and_keep_it_for_a_while(client, address):
    make_row("hub")

    response = client.get(address)

    assert response["Access-Control-Allow-Origin"] == "*"
    assert response["Cache-Control"] == "public, max-age=300"
    assert "Set-Cookie" not in response
    assert response["Last-Modified"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_what_did_not_change_is_not_sent_again(client, address):
    row = make_row("hub")
    etag = client.get(address)["ETag"]

    assert client.get(address, headers={"if-none-match": etag}).status_code == 304
    row.save()
    assert client.get(address, headers={"if-none-match": etag}).status_code == 200


@pytest.mark.parametrize("address", ADDRESSES)
def test_nothing_can_be_written(client, address):
    assert client.post(address, {}).status_code == 405


def test_the_page_documents_every_filter_and_the_licence(client):
    told = client.get("/directory/open/").content.decode()

    assert "creativecommons.org/licenses/by/4.0" in told
    assert "cybersecurity" in told
    assert "/schemas/waymark-directory-1.json" in told


def test_the_schema_has_an_address_that_stays(client):
    response = client.get("/schemas/waymark-directory-1.json")

    assert response["Content-Type"] == "application/schema+json"
