"""Files that were built, or torn, to do harm: told, and nothing is changed."""

import io
import random
import zipfile

import pytest
from openpyxl import Workbook

from compliance.directory_imports import tables
from compliance.directory_imports.arriving import take_in
from compliance.directory_imports.readings import UnreadableFileError
from compliance.models import DirectoryArrival
from tests.compliance.catalogue import hubs, row_of, workbook_of
from tests.compliance.test_directory_imports import BODIES, CSV

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def archive(**members):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as written:
        for name, content in members.items():
            written.writestr(name.replace("__", "."), content)
    return packed.getvalue()


OLD_EXCEL = b"\xd0\xcf\x11\xe0" + b"\x00" * 600
ENTITIES = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'


@pytest.mark.parametrize(
    ("source", "data", "told"),
    [
        ("edih", b"", "The file is empty"),
        ("edih", OLD_EXCEL, "an old Excel"),
        ("edih", b"PK\x03\x04 torn", "damaged or locked"),
        ("edih", archive(a__txt="no workbook"), "cannot be read"),
        ("edih", archive(a__xml=ENTITIES), "XML that Excel does not write"),
        ("edih", archive(a__xml=ENTITIES.encode("utf-16")), "XML that Excel does not"),
        ("edih", b"<html>Sign in</html>", "no column EDIH Name"),
        ("edih", b"\xff\xfea", "not UTF-8 text"),
        ("edih", workbook_of([{"Other": "x"}], ("Other",)), "no column EDIH Name"),
        ("edih", b"x" * (tables.MAX_BYTES + 1), "larger than 8 MB"),
        ("csv", archive(a__txt="x"), "a workbook, not a CSV file"),
        ("csv", CSV.encode() + b"\x00", "zero bytes"),
        ("notified-bodies", b"a;b\n1;2\n", "no column number, name, country"),
    ],
)
def test_a_hostile_file_is_told_and_changes_nothing(db, source, data, told):
    with pytest.raises(UnreadableFileError, match=told):
        take_in(source, "file", data, "2026-11-20")

    assert not DirectoryArrival.objects.exists()


@pytest.mark.parametrize("seed", range(60))
def test_a_torn_workbook_is_read_or_told(db, seed):
    luck = random.Random(seed)
    data = bytearray(workbook_of([row_of(entry) for entry in hubs()[:5]]))
    for _ in range(luck.choice((1, 5, 50))):
        data[luck.randrange(len(data))] = luck.randrange(256)

    told = outcome_of(bytes(data[: luck.choice((len(data), len(data) // 2))]))

    assert told in ("read", "refused")


@pytest.mark.parametrize("source", ["csv", "notified-bodies"])
@pytest.mark.parametrize("seed", range(20))
def test_a_torn_csv_is_read_or_told(db, source, seed):
    luck = random.Random(seed)
    letters = list({"csv": CSV, "notified-bodies": BODIES}[source])
    for _ in range(luck.choice((1, 5, 50))):
        place = luck.randrange(len(letters))
        letters[place] = luck.choice('",;\n\r\x00\x1b=é{[|')

    told = outcome_of("".join(letters).encode(), source)

    assert told in ("read", "refused")


def outcome_of(data, source="edih"):
    try:
        take_in(source, "file", data, "2026-11-20")
    except UnreadableFileError:
        return "refused"
    return "read"


def test_a_workbook_that_unpacks_to_too_much_is_refused(db, monkeypatch):
    monkeypatch.setattr(tables, "MAX_UNPACKED", 10_000)
    bomb = archive(a__xml="x" * 1_000_000)

    assert len(bomb) < 10_000
    with pytest.raises(UnreadableFileError, match="unpacks to too much"):
        take_in("edih", "file", bomb, "2026-11-20")


def test_a_sheet_that_never_ends_is_refused(db, monkeypatch):
    monkeypatch.setattr(tables, "MAX_ROWS", 3)
    book = Workbook()
    for number in range(9):
        book.active.append([f"row {number}"])
    written = io.BytesIO()
    book.save(written)

    with pytest.raises(UnreadableFileError, match="more than 3 rows"):
        take_in("edih", "file", written.getvalue(), "2026-11-20")
