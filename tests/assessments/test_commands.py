import json
from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from compliance.bankfile import dump

pytestmark = pytest.mark.django_db


@pytest.fixture
def bank_file(tmp_path, walk_bank):
    path = tmp_path / "bank.yaml"
    path.write_text(dump(walk_bank))
    return path


def answers_file(tmp_path, text):
    path = tmp_path / "answers.yaml"
    path.write_text(text)
    return path


def determined(path, bank_file, **options):
    out = StringIO()
    call_command("determine", path, bank=bank_file, stdout=out, **options)
    return json.loads(out.getvalue())


def test_determine_prints_verdicts_duties_gaps_and_open_questions(tmp_path, bank_file):
    path = answers_file(tmp_path, "harm: death\nfile: partly\n")

    found = determined(path, bank_file, as_of=date(2026, 11, 23))

    assert found["schemes"]["class"]["values"] == ["III"]
    assert found["schemes"]["class"]["reasons"][0]["citations"] == ["The Act Art. 1"]
    assert found["duties"][0]["status"] == "applies"
    assert found["duties"][0]["date"] == "2027-12-02"
    assert found["gaps"][0]["state"] == "partly"
    assert found["open_questions"][0]["question"] == "software"


def test_the_day_decides_what_applies_already(tmp_path, bank_file):
    path = answers_file(tmp_path, "harm: death\n")

    later = determined(path, bank_file, as_of=date(2028, 1, 1))

    assert later["duties"][0]["applies_now"] is True


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("harms: death", 'no question or measure "harms", did you mean "harm"?'),
        ("harm: deadly", '"harm" has no choice "deadly", did you mean "death"?'),
        ("file: half", '"file" has no state "half"'),
        ("country: Portugal", "is no country code"),
        ("harm: [death, none]", '"harm" takes one answer'),
        ("uses: [none, chat]", '"none" excludes the other choices'),
        ("- harm", "not a mapping"),
        ("harm: {deep: [1]}", '"harm": write one value'),
    ],
)
def test_a_wrong_answers_file_is_refused_in_one_line(tmp_path, bank_file, text, said):
    path = answers_file(tmp_path, text)

    with pytest.raises(CommandError) as refusal:
        call_command("determine", path, bank=bank_file, stdout=StringIO())

    assert said in str(refusal.value)
    assert "\n" not in str(refusal.value)
    assert refusal.value.returncode == 2


def test_report_writes_a_pdf(tmp_path, bank_file):
    path = answers_file(tmp_path, "harm: none\n")
    out = tmp_path / "out.pdf"

    call_command("report", path, out, bank=bank_file, stdout=StringIO())

    assert out.read_bytes().startswith(b"%PDF-")


def test_a_faulty_bank_is_told_with_place_and_remedy(tmp_path, bank_file):
    text = bank_file.read_text().replace("harm: death", "harms: death")
    bank_file.write_text(text)

    with pytest.raises(CommandError, match='Did you mean "harm"'):
        call_command("check_bank", bank_file)
