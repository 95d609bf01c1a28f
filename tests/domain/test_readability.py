"""How hard a text is to read, and what the bank checker says about it."""

from io import StringIO

import pytest
import yaml
from django.core.management import call_command

from compliance.bankfile import document_of
from compliance.domain.checks import find_warnings
from compliance.domain.readability import UPPER_SECONDARY, grade, hard_texts, syllables
from tests.factories import make_bank, make_question, make_rule, make_scheme

HARD = (
    "Notwithstanding derogations, manufacturers demonstrating conformity "
    "systematically substantiate clinical performance characteristics."
)
EASY = "A doctor sees the scan and then decides what to do. The tool only marks spots."


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("cat", 1),
        ("device", 2),
        ("places", 2),
        ("used", 1),
        ("treated", 2),
        ("table", 2),
        ("people", 2),
        ("special", 2),
        ("radio", 3),
        ("diagnosis", 4),
        ("information", 4),
    ],
)
def test_syllables_are_counted_as_spoken(word, count):
    assert syllables(word) == count


def test_plain_sentences_are_easy_and_legal_ones_are_hard():
    assert grade(EASY) < 6
    assert grade(HARD) > UPPER_SECONDARY


def test_a_few_words_are_not_judged():
    assert grade("Uncritical laboratory accessories") == 0.0


def test_shorter_sentences_lower_the_grade():
    joined = "The app reads the scan and it marks a spot and a doctor looks at it again"
    parted = "The app reads the scan. It marks a spot. A doctor looks at it again."

    assert grade(parted) < grade(joined)


def small_bank(**more):
    scheme = make_scheme("class", [make_rule("II", {"risky": "a"})], otherwise="I")
    question = make_question("risky", "choice", choices=["a", "b"]) | more
    return make_bank([question], [scheme])


def test_hard_texts_are_named_with_their_place():
    choice = {"slug": "a", "label": "A", "help": HARD}
    bank = small_bank(why=HARD, choices=[choice, {"slug": "b", "label": "B"}])

    assert [text.place for text in hard_texts(bank)] == [
        'question "risky".why',
        'question "risky".choices.a.help',
    ]


def test_a_bank_in_plain_words_where_every_question_is_used_has_no_warnings():
    assert find_warnings(small_bank()) == []


def test_a_question_that_nothing_reads_is_warned_about_and_the_country_is_not():
    bank = make_bank([make_question("idle"), make_question("home", "country")])

    assert [(each.subject, each.fault) for each in find_warnings(bank)] == [
        ("idle", "no condition reads it")
    ]


def test_the_checker_prints_warnings_and_does_not_refuse(tmp_path):
    path = tmp_path / "bank.yaml"
    path.write_text(yaml.safe_dump(document_of(small_bank(why=HARD))))
    printed = StringIO()

    call_command("check_bank", path, stdout=printed)

    said = printed.getvalue()
    assert 'warning: question "risky".why: grade ' in said
    assert "No problems, 1 warning." in said


def test_no_reason_or_question_of_the_shipped_bank_is_far_above_the_level(shipped_bank):
    far = [
        (text.place, text.grade)
        for text in hard_texts(shipped_bank)
        if text.place.endswith((".text", ".why"))
    ]

    assert far == []
