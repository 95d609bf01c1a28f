"""The official EDIH export: first a diff, then the shipped numbers, then no change."""

import pytest

from compliance.directory import FILE_FIELDS, load_directory, shipped_entries
from compliance.directory_imports.arriving import (
    apply,
    counts_of,
    proposed_ticks,
    take_in,
)
from compliance.models import SupportEntryRow
from tests.compliance.catalogue import (
    DATE,
    FUNDED,
    HUBS,
    SEALS,
    hubs,
    official_rows,
    row_of,
    workbook_of,
)

pytestmark = [pytest.mark.django_db, pytest.mark.database]

LOCATION = "Contact Location"
DAMAGES = [
    ({"EDIH Name": ""}, "EDIH Name: it is empty"),
    ({"EDIH Title": "Long " * 60}, "longer than 250 characters"),
    ({"EDIH Name": "Ask ann@example.org"}, "EDIH Name: it holds an e-mail address"),
    ({"EDIH Title": "Ask ann@example.org"}, "EDIH Title: it holds an e-mail"),
    ({"EDIH Name": 42}, "EDIH Name: it is no text"),
    ({"Country": ""}, "Country: it is empty"),
    ({"Country": "Atlantis"}, "“Atlantis” is not a country here"),
    ({LOCATION: "Rue 1, 75001 Paris, France"}, "the address lies in France, not in"),
    ({"EDIH/SoE": ""}, "EDIH/SoE: it is empty"),
    ({"EDIH/SoE": "Seal"}, "“Seal” is not known"),
    ({"Website": "javascript:alert(1)"}, "Website: "),
    ({"Website": "ftp://example.org"}, "Website: "),
    ({"Website": "https://exa mple.org"}, "Website: "),
    ({"Website": "https://user:word@example.org"}, "Website: "),
    ({"Website": "https://[::1"}, "Website: "),
    ({"Website": f"https://example.org/{'x' * 500}"}, "Website: "),
    ({"Website": '=HYPERLINK("https://example.org")'}, "Website: it is a formula"),
    ({"EDIH Title": "#REF!"}, "EDIH Title: it holds an error"),
    ({"Formatted sectors": "Health care"}, "Formatted sectors: it cannot be read"),
    ({"Formatted sectors": "Health care - 9"}, "relevance 9 of “Health care”"),
    ({"Formatted technologies": "Robotics; Big data - 3;"}, "technologies: it cannot"),
    ({"Formatted technologies": "Robotics - 0"}, "relevance 0 of “Robotics”"),
    (
        {"EDIH Name": "ATTRACT", "Country": "Portugal", LOCATION: ""},
        "stands already in",
    ),
]


def imported(rows, **fields):
    return take_in("edih", "export-edihs.xls", workbook_of(rows), DATE, **fields)


def as_shipped():
    """Slug and every field of the hubs as the rows hold them."""
    rows = SupportEntryRow.objects.filter(kind="edih").order_by("slug")
    return list(rows.values("slug", *FILE_FIELDS))


@pytest.fixture
def shipped(db):
    """The shipped directory, loaded; the hubs as they are."""
    load_directory()
    return as_shipped()


def test_the_official_file_tells_what_is_not_funded_as_counts(shipped):
    arrival = imported(official_rows())

    assert len(official_rows()) == 457
    assert (arrival.read, arrival.faults) == (FUNDED, [])
    assert arrival.left_out == {"other hubs": HUBS, "Seals of Excellence": SEALS}


def test_the_official_file_changes_nothing_of_what_is_shipped(shipped):
    assert imported(official_rows()).changes == []


def test_first_a_diff_then_the_shipped_numbers_then_no_change(shipped):
    SupportEntryRow.objects.filter(slug="edih-pt-attract").delete()
    SupportEntryRow.objects.filter(country="ES", kind="edih").update(
        technologies=[], health_focus="unknown", source_date="2024"
    )
    arrival = imported(official_rows())
    assert counts_of(arrival.changes) == {"new": 1, "changed": 12}
    assert SupportEntryRow.objects.filter(kind="edih").count() == FUNDED - 1

    taken = apply(arrival, proposed_ticks(arrival.changes))

    assert (taken.new, taken.ended, taken.stale) == (1, 0, 0)
    assert SupportEntryRow.objects.filter(kind="edih").count() == FUNDED
    assert {row["slug"] for row in as_shipped()} == {row["slug"] for row in shipped}
    assert imported(official_rows()).changes == []


def test_an_empty_directory_gets_every_funded_hub_once(db):
    arrival = imported(official_rows())

    apply(arrival, proposed_ticks(arrival.changes))

    assert SupportEntryRow.objects.count() == FUNDED
    assert imported(official_rows()).changes == []


def test_no_contact_person_is_kept(db):
    arrival = imported([row_of(hubs()[0])])

    apply(arrival, proposed_ticks(arrival.changes))

    assert "omebody" not in str(arrival.changes)
    assert "omebody" not in str(as_shipped())


@pytest.mark.parametrize(
    "website", ["Website", "/edih-catalogue/hub", "https://very-long.example/…", ""]
)
def test_what_the_export_makes_of_a_link_is_no_address(shipped, website):
    row = row_of(hubs()[0]) | {"Website": website}

    fields = [each["fields"] for each in imported([row]).changes if each["line"]]

    assert fields == []


def test_a_name_cut_off_or_spelled_otherwise_is_the_same_hub(shipped):
    attract = next(entry for entry in hubs() if entry.slug == "edih-pt-attract")
    row = row_of(attract) | {"EDIH Title": "digital innovation hub  for Artificial…"}

    assert [each for each in imported([row]).changes if each["line"]] == []


def test_twenty_three_kinds_of_damage_are_named_and_good_rows_come_through(shipped):
    rows = official_rows()
    damaged = [
        row_of(entry) | {"EDIH Name": f"Hub {number}"} | damage
        for number, (entry, (damage, _)) in enumerate(
            zip(hubs(), DAMAGES, strict=False)
        )
    ]

    arrival = imported(rows + damaged)

    named = {fault["line"]: fault["text"] for fault in arrival.faults}
    first = len(rows) + 2
    assert len(DAMAGES) >= 20
    assert sorted(named) == [first + number for number in range(len(DAMAGES))]
    for number, (_, fault) in enumerate(DAMAGES):
        assert fault in named[first + number]
    assert (arrival.read, arrival.changes) == (FUNDED, [])


def test_a_technology_that_is_not_known_is_told_and_costs_no_hub(shipped):
    row = row_of(hubs()[0])
    row["Formatted technologies"] += ", Sorcery - 3"

    arrival = imported([row])

    assert arrival.left_out == {"technology “Sorcery”": 1}
    assert [each for each in arrival.changes if each["line"]] == []


def test_with_a_fault_nothing_is_called_missing(shipped):
    arrival = imported([row_of(hubs()[0]), {"EDIH Name": "Broken"}])

    assert arrival.changes == []


def test_hubs_that_left_the_list_are_offered_and_never_ticked(shipped):
    arrival = imported([row_of(entry) for entry in hubs()[1:]])

    assert [change["sort"] for change in arrival.changes] == ["missing"]
    assert proposed_ticks(arrival.changes) == set()
    apply(arrival, {"0"})
    assert SupportEntryRow.objects.get(slug=hubs()[0].slug).status == "ended"


def test_a_newer_export_renews_source_and_date(shipped):
    data = workbook_of([row_of(hubs()[0])])

    arrival = take_in("edih", "export.xlsx", data, "2026-11-01")

    fields = {each["name"] for each in arrival.changes[0]["fields"]}
    assert fields == {"source_url", "source_date"}


def test_what_an_import_brought_stays_when_the_shipped_files_are_loaded(shipped):
    row = row_of(hubs()[0]) | {"Formatted technologies": "Robotics - 5"}
    arrival = imported([row])
    apply(arrival, {"0.technologies"})

    load_directory()

    stored = SupportEntryRow.objects.get(slug=hubs()[0].slug)
    assert stored.technologies == ["robotics"]
    assert len(shipped_entries()) == SupportEntryRow.objects.count()
