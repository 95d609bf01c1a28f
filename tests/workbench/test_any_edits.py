"""Any sequence of edits: what passes the checks compiles and survives file and rows,
and nothing that was published or issued changes by a byte."""

import random
from itertools import pairwise

import pytest

from assessments.issuing import issue_report
from assessments.keeping import start_assessment
from assessments.models import Report
from assessments.panels import case_of
from assessments.visits import Visit
from compliance.bankfile import build_bank, dump, load_text
from compliance.models import BankVersion, Part
from compliance.publishing import PublishingError
from compliance.workbench.discarding import discard
from compliance.workbench.editing import (
    add_part,
    change_part,
    delete_part,
    put_into,
    shift_part,
)
from compliance.workbench.publication import Wish, publish_copy
from compliance.workbench.rows import compiled
from compliance.workbench.state import state_of
from tests.factories import make_answers

STEPS = 25
CONDITIONS = [
    {"harm": "death"},
    {"class": "III"},
    {"not": {"software": "yes"}},
    {"any": [{"ai": "yes"}, {"all": [{"harm": "none"}, {"software": "no"}]}]},
    {"uses": ["hiring", "chat"]},
    {"gone": "yes"},
]


class Editor:
    """Edits a bank without any sense, and remembers what must never change."""

    def __init__(self, copy, seed):
        self.copy, self.chance = copy, random.Random(seed)
        self.acts = [
            self.reword, self.reword, self.recondition, self.recondition, self.move,
            self.into, self.add, self.delete, self.publish, self.publish, self.discard,
        ]  # fmt: skip

    def part(self, *kinds):
        parts = Part.objects.filter(copy=self.copy)
        return self.chance.choice(
            list(parts.filter(kind__in=kinds) if kinds else parts)
        )

    def change(self, part, **content):
        change_part(part, part.content | content, part.revision)

    def reword(self):
        part = self.part("question", "duty", "provision", "headline", "milestone")
        self.change(part, text=f"Words {self.chance.random()}")

    def recondition(self):
        kinds = {"question": "asked_when", "rule": "when", "duty": "when"}
        kind = self.chance.choice(list(kinds))
        found = Part.objects.filter(copy=self.copy, kind=kind)
        if found:
            part = self.chance.choice(list(found))
            self.change(part, **{kinds[kind]: self.chance.choice(CONDITIONS)})

    def move(self):
        shift_part(self.part(), self.chance.choice([-1, 1]))

    def into(self):
        questions = Part.objects.filter(copy=self.copy, kind="question")
        if questions:
            put_into(self.chance.choice(list(questions)), self.part("section"))

    def add(self):
        question = Part.objects.filter(copy=self.copy, kind="question").first()
        if question:
            slug = f"q{self.chance.randrange(10**6)}"
            content = question.content
            add_part(self.copy, "question", slug, content, self.part("section"))

    def delete(self):
        delete_part(self.part("question", "rule", "headline", "case", "trail"))

    def publish(self):
        self.copy.refresh_from_db()
        reasons = {"deadly-thing": "As it happens."}
        try:
            publish_copy(self.copy, Wish("paul", "Some edits.", (), reasons))
        except PublishingError:
            return

    def discard(self):
        if self.chance.random() < 0.3:
            self.copy.refresh_from_db()
            discard(self.copy)

    def work(self):
        """Edit at random; yields the copy after each edit."""
        for _ in range(STEPS):
            self.chance.choice(self.acts)()
            self.copy.refresh_from_db()
            yield self.copy


def survives(copy):
    """Whether the bank in work, where it passes the checks, survives file and rows."""
    state = state_of(copy)
    if state.problems:
        return True
    parts = Part.objects.filter(copy=copy).in_order()
    rows = compiled(parts, copy.number, copy.changelog)
    return load_text(dump(state.bank)) == state.bank == build_bank(rows)


def frozen():
    """Everything published and issued so far, to the byte."""
    versions = dict(BankVersion.objects.values_list("number", "document"))
    return versions | dict(Report.objects.values_list("number__serial", "document"))


@pytest.fixture
def issued(copy):
    """A running assessment with an issued report."""
    answers = make_answers(country="PT", harm="death")
    assessment, code = start_assessment(copy.base, "Probe", "Example", answers)
    visit = Visit(assessment, {"code": code})
    issue_report(assessment, case_of(visit, copy.base.law_date))
    return assessment


def edited(copy, seed):
    """After each edit: whether the bank survives, and what is frozen by then."""
    return [(survives(each), frozen()) for each in Editor(copy, seed).work()]


@pytest.mark.parametrize("seed", range(12))
def test_any_edits_leave_a_bank_that_survives_and_what_is_published_as_it_was(
    copy, issued, seed
):
    before = frozen()

    steps = edited(copy, seed)

    assert all(is_whole for is_whole, _ in steps)
    later = [after for _, after in steps]
    assert all(b | a == b for a, b in pairwise([before, *later]))
    issued.refresh_from_db()
    assert issued.version.number == "1.0.0"
