import io
import random
import zipfile

import pytest

from compliance.bankfile import (
    BankFileError,
    dump,
    dump_folder,
    load_bytes,
    load_files,
    load_text,
)
from tests.factories import make_bank, make_duty, walk_document


@pytest.fixture(scope="module")
def bank():
    case = {
        "slug": "deadly",
        "title": "What may kill is class III",
        "source": "Act Art. 1",
        "answers": {"harm": "death", "uses": ["hiring", "chat"]},
        "expect": {"class": "III"},
    }
    duties = [make_duty("apply", {"class": "III"})]
    return make_bank(duties=duties, **walk_document() | {"reference_cases": [case]})


def as_bytes(files):
    return {name: text.encode() for name, text in files.items()}


def archive_of(files, folder=""):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(folder + name, content)
    return packed.getvalue()


def test_a_bank_survives_its_folder(bank):
    assert load_files(as_bytes(dump_folder(bank))) == bank


def test_the_shipped_bank_survives_its_folder(shipped_bank):
    assert load_files(as_bytes(dump_folder(shipped_bank))) == shipped_bank


def test_a_bank_survives_an_archive_of_its_folder(bank):
    packed = archive_of(dump_folder(bank), "health-ai/")

    assert load_bytes(packed, "bank.zip") == bank


def test_what_was_written_once_is_written_the_same_again(bank):
    text = dump(bank)

    assert dump(load_text(text)) == text
    assert dump_folder(load_files(as_bytes(dump_folder(bank)))) == dump_folder(bank)


def refusal(content, name="bank.zip"):
    with pytest.raises(BankFileError) as refused:
        load_bytes(content, name)
    return str(refused.value)


def test_an_archive_that_unpacks_to_more_than_any_bank_is_refused():
    packed = archive_of({"bank.yaml": b"a" * 9_000_000})

    assert "it is too large" in refusal(packed)


def test_an_archive_without_a_bank_is_refused():
    assert "0 files named bank.yaml" in refusal(archive_of({"other.yaml": b"a: b"}))


def test_a_broken_archive_is_refused(bank):
    packed = archive_of(dump_folder(bank))

    assert "it is broken" in refusal(packed[: len(packed) // 2])


def test_text_in_another_encoding_is_refused():
    assert "it is not UTF-8" in refusal("title: Übung".encode("latin-1"), "bank.yaml")


def mutated(text, chance):
    """The text with a few random damages, as hands and machines do them."""
    lines = text.splitlines()
    for _ in range(chance.randint(1, 3)):
        place = chance.randrange(len(lines))
        line = lines[place]
        lines[place] = chance.choice(
            [
                "",
                line[: chance.randrange(len(line) + 1)],
                f"  {line}",
                line.replace(":", "", 1),
                line.replace(":", ": [", 1),
                line.replace(":", ": {a: b}", 1),
                line.replace("-", "- -", 1),
                line + chance.choice(["\x00", "\ud800", "&a *a", "!!python/none", "'"]),
                line[::-1],
                chance.choice(lines),
            ]
        )
    return "\n".join(lines)


def problems(content):
    """What is wrong with a file; nothing where it can be read."""
    try:
        load_bytes(content, "bank.yaml")
    except BankFileError as refused:
        return refused.problems
    return ()


@pytest.mark.parametrize("seed", range(1000))
def test_a_damaged_file_is_read_or_refused_with_a_place_and_a_remedy(bank, seed):
    damaged = mutated(dump(bank), random.Random(seed)).encode(errors="surrogatepass")

    assert all(each.fault and each.remedy for each in problems(damaged))
