"""The directory's CSV files: every fault is named with file, line, column, remedy."""

import csv
from collections import Counter

import pytest

from compliance.directory import SHIPPED_FOLDER, shipped_entries
from compliance.directoryfile import DirectoryError, examine, read_directory
from compliance.domain.countries import MEMBER_STATES
from compliance.domain.support_entry import KINDS

SOUND = {
    "slug": "edih-pt-attract",
    "kind": "edih",
    "name": "ATTRACT",
    "country": "PT",
    "health_focus": "yes",
    "status": "unknown",
    "url": "https://attract-edih.eu",
    "source_url": "https://example.org/catalogue",
    "source_date": "2025-04-28",
    "confidence": "high",
}


def write(folder, *rows, file="edihs.csv"):
    columns = list(dict.fromkeys(column for row in rows for column in row))
    with (folder / file).open("w", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(handle, columns)
        writer.writeheader()
        writer.writerows(rows)


def faults_of(folder):
    return [str(problem) for problem in examine(folder)[1]]


def test_the_shipped_files_have_no_fault():
    assert faults_of(SHIPPED_FOLDER) == []


def test_every_kind_is_shipped():
    assert Counter(entry.kind for entry in shipped_entries()).keys() == KINDS.keys()


@pytest.mark.parametrize("kind", ["sandbox", "mdr-authority", "ai-authority", "edih"])
def test_every_member_state_has_its_entry(kind):
    countries = {entry.country for entry in shipped_entries() if entry.kind == kind}

    assert countries >= MEMBER_STATES


def test_a_sound_row_becomes_an_entry(tmp_path):
    write(tmp_path, SOUND | {"services": "training; compute", "closes": "2026-12"})

    (entry,) = read_directory(tmp_path)

    assert (entry.name, entry.services, str(entry.closes)) == (
        "ATTRACT",
        {"training", "compute"},
        "2026-12-31",
    )


@pytest.mark.parametrize(
    ("damage", "fault"),
    [
        ({"source_url": ""}, "source_url: it is empty"),
        ({"source_date": ""}, "source_date: it is empty"),
        ({"country": ""}, "country: it is empty"),
        ({"name": ""}, "name: it is empty"),
        ({"country": "Portugal"}, 'country: "Portugal" is not a country'),
        ({"kind": "ediH"}, 'kind: "ediH" is not known here'),
        ({"status": "open"}, 'status: "open" is not known here'),
        ({"confidence": ""}, "confidence: it is empty"),
        ({"url": "javascript:alert(1)"}, "url: "),
        ({"url": "ftp://example.org"}, "url: "),
        ({"url": "attract-edih.eu"}, "url: "),
        ({"source_date": "28.4.2025"}, 'source_date: "28.4.2025" is not a date'),
        ({"source_date": "2025-02-30"}, 'source_date: "2025-02-30" is not a date'),
        ({"closes": "2026"}, 'closes: "2026" is only a year'),
        ({"min_trl": "ten"}, 'min_trl: "ten" is not a TRL'),
        ({"slug": "Attract!"}, 'slug: "Attract!" is not a slug'),
        ({"name": "=1+1"}, "name: it begins like a formula"),
        ({"note": "a\x1bb"}, "note: it holds a control character"),
        ({"slug": "europe"}, 'slug: "europe" is not a slug'),
        ({"services": "training;magic"}, 'services: "magic" is not known here'),
        ({"subkind": "hub"}, 'subkind: "hub" is not a sub-kind of edih'),
        ({"latitude": "41.15"}, "latitude: one of two coordinates"),
        ({"latitude": "91", "longitude": "0"}, 'latitude: "91" is not a coordinate'),
        ({"languages": "English"}, 'languages: "English" is not known'),
        ({"eligible_when": "{gpai: "}, "eligible_when: the condition cannot be read"),
        ({"eligible_when": "gpai"}, "a condition is a mapping"),
        ({"eligible_when": "{a: &x [b], c: *x}"}, "aliases are not allowed"),
        ({"same_as": "nobody"}, 'same_as: there is no entry "nobody"'),
        ({"note": "Ask ann@example.org"}, "note: it holds an e-mail address"),
        ({"colour": "red"}, '"colour" is not a column'),
    ],
)
def test_a_damaged_row_is_named_with_file_line_and_column(tmp_path, damage, fault):
    write(tmp_path, SOUND | damage)

    (problem,) = faults_of(tmp_path)

    assert problem.startswith("edihs.csv, line ")
    assert fault in problem


def test_a_near_miss_gets_a_suggestion(tmp_path):
    write(tmp_path, SOUND | {"status": "actve"})

    assert faults_of(tmp_path) == [
        'edihs.csv, line 2, status: "actve" is not known here. '
        'Use one of: active, planned, unknown, ended. Did you mean "active"?'
    ]


def test_all_faults_are_listed_at_once(tmp_path):
    write(tmp_path, SOUND | {"kind": "x", "status": "x"}, SOUND | {"slug": "b B"})

    with pytest.raises(DirectoryError) as caught:
        read_directory(tmp_path)

    assert [problem.column for problem in caught.value.problems] == [
        "kind",
        "status",
        "slug",
    ]


def test_sound_rows_are_unharmed_by_damaged_ones(tmp_path):
    write(tmp_path, SOUND, SOUND | {"slug": "other", "url": ""})

    entries, problems = examine(tmp_path)

    assert ([entry.slug for entry in entries], len(problems)) == ([SOUND["slug"]], 1)


def test_a_slug_may_stand_only_once_in_all_files(tmp_path):
    write(tmp_path, SOUND)
    write(tmp_path, SOUND, file="hubs.csv")

    assert faults_of(tmp_path) == [
        'hubs.csv, line 2, slug: "edih-pt-attract" stands already in '
        "edihs.csv, line 2. Give every entry a slug of its own."
    ]


def test_a_missing_column_is_named(tmp_path):
    write(tmp_path, {key: SOUND[key] for key in SOUND if key != "source_date"})

    assert faults_of(tmp_path) == [
        "edihs.csv, line 1, source_date: the column is missing. "
        "Add the column source_date to the first line."
    ]


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"", "the column is missing"),
        ("slug,name\nå".encode("latin-1"), "not UTF-8 text"),
        (",".join(SOUND).encode() + b'\n"open', "unreadable"),
    ],
)
def test_a_file_that_is_no_table_is_named(tmp_path, content, fault):
    (tmp_path / "edihs.csv").write_bytes(content)

    assert fault in faults_of(tmp_path)[0]


def test_a_row_with_too_many_cells_is_named(tmp_path):
    write(tmp_path, SOUND)
    with (tmp_path / "edihs.csv").open("a", encoding="utf-8") as handle:
        handle.write("one,two\n")

    assert "edihs.csv, line 3: 2 cells under 10 columns" in faults_of(tmp_path)[0]


def test_an_empty_folder_is_named(tmp_path):
    assert "no CSV file here" in faults_of(tmp_path)[0]
