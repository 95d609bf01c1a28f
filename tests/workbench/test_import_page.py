import io
import random
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from compliance.bankfile import dump, fingerprint, load_bytes, plain_of
from compliance.models import Arrival, BankVersion
from compliance.workbench.state import state_of
from tests.compliance.test_bankfile_folder import mutated
from tests.workbench.pages import BASE, client_of, fields_of

IMPORT = f"{BASE}import/"


@pytest.fixture
def desk(paul):
    return client_of(paul)


def bring_in(desk, content, name="bank.yaml"):
    return desk.post(IMPORT, {"file": SimpleUploadedFile(name, content)})


def test_an_export_changed_by_hand_is_compared_before_anything_is_written(
    desk, copy, small_bank
):
    text = dump(small_bank).replace("harm?", "May it hurt?")

    response = bring_in(desk, text.encode())

    page = desk.get(response["Location"]).content.decode()
    assert "One difference from your working copy." in page
    assert "May it hurt?" in page
    copy.refresh_from_db()
    assert state_of(copy).bank == small_bank


def test_what_is_ticked_is_taken_over(desk, copy, small_bank):
    text = dump(small_bank).replace("harm?", "May it hurt?")
    page = bring_in(desk, text.encode())["Location"]

    desk.post(page, fields_of(desk.get(page)))

    copy.refresh_from_db()
    assert state_of(copy).bank.questions["harm"].text == "May it hurt?"


def test_an_import_can_be_set_aside(desk, copy, small_bank):
    text = dump(small_bank).replace("harm?", "May it hurt?")
    page = bring_in(desk, text.encode())["Location"]

    desk.post(page, fields_of(desk.get(page)) | {"do": "set-aside"})

    copy.refresh_from_db()
    assert state_of(copy).bank == small_bank
    assert not Arrival.objects.filter(settled_at=None).exists()


@pytest.mark.parametrize("form", ["yaml", "zip"])
def test_what_was_exported_comes_back_as_the_same_bank(desk, copy, small_bank, form):
    exported = desk.get(f"{BASE}export.{form}").content

    assert load_bytes(exported, f"bank.{form}") == small_bank
    response = bring_in(desk, exported, f"bank.{form}")
    assert "0 differences" in desk.get(response["Location"]).content.decode()


def test_an_exported_version_has_the_checksum_of_the_version(desk, copy):
    exported = desk.get(f"{BASE}versions/1.0.0/bank.yaml").content

    bank = load_bytes(exported, "bank.yaml")
    assert fingerprint(plain_of(bank)) == BankVersion.objects.get().fingerprint


def test_a_broken_file_is_refused_with_line_place_and_remedy(desk, copy, small_bank):
    text = dump(small_bank).replace("kind: choice\n", "kind: choise\n", 1)

    page = bring_in(desk, text.encode()).content.decode()

    assert "line" in page
    assert "unknown kind" in page
    assert "Use one of" in page
    assert not Arrival.objects.filter(settled_at=None).exists()


def bomb():
    layers = ["a0: &a0 [x]"]
    layers += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    return "\n".join(layers).encode()


def archive(content):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("bank.yaml", content)
    return packed.getvalue()


HOSTILE = {
    "nothing": b"",
    "noise": random.Random(1).randbytes(5000),
    "aliases": bomb(),
    "deep": b"[" * 100_000,
    "deep mapping": "\n".join(" " * n + f"k{n}:" for n in range(300)).encode(),
    "a tag": b"!!python/object/apply:os.system ['true']",
    "wrong types": b"slug: [a]\nsections: {a: b}\nduties: x\nschemes: [[]]\n",
    "a packed bomb": archive(b"0" * 50_000_000),
    "an archive in an archive": archive(archive(b"a: b")),
    "another bank": b"slug: other",
}


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_file_is_refused_and_changes_nothing(desk, copy, small_bank, content):
    response = bring_in(desk, content)

    assert response.status_code == 422
    assert "Nothing changed." in response.content.decode()
    copy.refresh_from_db()
    assert state_of(copy).bank == small_bank
    assert not Arrival.objects.filter(settled_at=None).exists()


def test_a_file_larger_than_any_bank_is_refused(desk, copy):
    response = bring_in(desk, b"#" * 8_500_000)

    assert response.status_code == 422


def test_a_valid_file_of_another_bank_is_refused(desk, copy, small_bank):
    text = dump(small_bank).replace("slug: health-ai", "slug: other", 1)

    assert "It is another bank" in bring_in(desk, text.encode()).content.decode()


@pytest.mark.parametrize("seed", range(60))
def test_a_damaged_file_never_ends_in_an_error(desk, copy, small_bank, seed):
    damaged = mutated(dump(small_bank), random.Random(seed))

    response = bring_in(desk, damaged.encode(errors="surrogatepass"))

    assert response.status_code in (302, 422)
    copy.refresh_from_db()
    assert state_of(copy).bank == small_bank
