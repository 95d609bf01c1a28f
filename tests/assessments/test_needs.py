"""The section on needs: optional, without a verdict, and matched with support."""

from datetime import date

import pytest

from assessments.dossier.case import Case
from assessments.dossier.points import find_points
from assessments.dossier.support import profile_of, support_of
from assessments.keeping import start_assessment
from assessments.steps import state_of_step, steps_of
from compliance.directory import shipped_entries
from compliance.domain.answers import answer_of
from compliance.domain.determination import determine
from compliance.domain.rulebook import Rulebook
from compliance.publishing import publish
from tests.factories import make_answers, make_bank, make_question, walk_document

TODAY = date(2026, 11, 23)
IMAGING = {
    "country": "PT",
    "size": "small",
    "activity": ["build"],
    "market": "in-eu",
    "stage": "lab",
    "form": "software",
    "promise": ["diagnose"],
    "data-action": "creates",
    "about": "person",
    "other-device": "none",
    "inputs": ["sensed"],
    "next-step": "steers",
    "patient-condition": "serious",
    "worst-harm": "passing",
    "works-by": "learned",
    "aia-outside": ["none"],
    "model": "no-model",
    "meets-people": ["none"],
    "forbidden-uses": ["none"],
    "sensitive-uses": ["none"],
    "personal-data": "health",
    "health-record": "neither",
    "data-scale": "many",
}


def case_of(bank, **needs):
    given = IMAGING | {f"needs-{slug}": value for slug, value in needs.items()}
    answers = {slug: answer_of(value) for slug, value in given.items()}
    entries = shipped_entries()
    return Case(bank, "hash", answers, "Scan", "Firm", TODAY, TODAY, entries)


def shown(bank, group, **needs):
    groups = {
        each["slug"]: each["entries"] for each in support_of(case_of(bank, **needs))
    }
    return [entry["slug"] for entry in groups.get(group, [])]


def needs_of(bank):
    return next(section for section in bank.sections if section.slug == "needs")


def test_the_section_is_the_last_and_all_of_it_is_optional(shipped_bank):
    assert shipped_bank.sections[-1].slug == "needs"
    assert 6 <= len(needs_of(shipped_bank).questions) <= 8
    assert not any(each.required for each in needs_of(shipped_bank).questions)


def test_no_scheme_and_no_duty_reads_a_need(shipped_bank):
    needs = {question.slug for question in needs_of(shipped_bank).questions}
    rulebook = Rulebook(shipped_bank)
    read = {each for slug in rulebook.order for each in rulebook.reads(slug)}
    behind = {
        each
        for _, test, _ in rulebook.duties
        for each in test.support(determine(shipped_bank, {}).possible)
    }

    assert not needs & (read | behind)


def test_silence_on_needs_leaves_nothing_unanswered(shipped_bank):
    case = case_of(shipped_bank)
    needs = {question.slug for question in needs_of(shipped_bank).questions}
    step = next(s for s in steps_of(case.determination) if s.slug == "needs")

    assert not needs & {each.slug for each in case.determination.unanswered}
    assert state_of_step(case.determination, step)[1] == 0


@pytest.mark.parametrize("unsure", [{}, {"proof": ["unsure"], "trl": "unsure"}])
def test_silence_and_not_knowing_open_no_point_and_match_nothing(shipped_bank, unsure):
    told = case_of(shipped_bank, proof=["none"], trl="trl-1-3", sites="no")
    case = case_of(shipped_bank, **unsure)

    assert find_points(case) == find_points(told)
    assert profile_of(case).asked == frozenset()
    assert profile_of(case).trl is None


def test_the_level_is_the_lowest_of_the_band_that_was_chosen(shipped_bank):
    levels = [
        profile_of(case_of(shipped_bank, trl=band)).trl
        for band in ("trl-1-3", "trl-4-5", "trl-6-7", "trl-8-9")
    ]

    assert levels == [1, 4, 6, 8]


@pytest.mark.parametrize(
    ("lacking", "infrastructure"),
    [
        ("images", "di-eucaim"),
        ("genomes", "di-gdi"),
        ("signals", "di-icu"),
        ("twins", "di-vht"),
        ("records", "di-healthdata-eu"),
    ],
)
def test_data_that_are_lacking_lead_to_their_infrastructure(
    shipped_bank, lacking, infrastructure
):
    assert infrastructure in shown(shipped_bank, "data", data=[lacking])


def test_data_that_are_lacking_lead_to_the_access_body_of_the_country(shipped_bank):
    assert "hdab-pt" in shown(shipped_bank, "data-bodies", data=["records"])


def test_who_lacks_no_data_is_shown_none(shipped_bank):
    assert shown(shipped_bank, "data", data=["none"]) == []
    assert shown(shipped_bank, "data-bodies", data=["none"]) == []


def test_who_asks_for_grants_sees_running_and_announced_calls(shipped_bank):
    asked = shown(shipped_bank, "money", money=["grants"])

    assert {"prg-eic-accelerator", "prg-hlth-2027-tool08"} <= set(asked)
    assert "prg-hlth-2027-tool08" not in shown(shipped_bank, "money")
    assert shown(shipped_bank, "money", money=["none"]) == []


def test_the_hospital_plan_is_named_where_sites_need_help(shipped_bank):
    plan = ["prg-hospital-cyber-plan"]

    assert shown(shipped_bank, "hospital-security", sites="yes") == plan
    assert shown(shipped_bank, "hospital-security") == []


def test_who_asks_for_training_sees_the_digital_and_health_programmes(shipped_bank):
    assert {"prg-susa", "prg-compass-ai"} <= set(
        shown(shipped_bank, "skills", skills="yes")
    )


def test_no_entry_is_named_twice(shipped_bank):
    case = case_of(shipped_bank, money=["grants"], skills="yes", sites="yes")
    named = [e["slug"] for group in support_of(case) for e in group["entries"]]

    assert len(named) == len(set(named))


def walk_with_a_wish():
    document = walk_document()
    wish = make_question("needs-compute", required="no")
    section = {"slug": "needs", "title": "Needs", "intro": "", "questions": [wish]}
    services = [{"slug": "compute", "when": {"needs-compute": "yes"}}]
    sections = [*document["sections"], section]
    return make_bank(**document | {"sections": sections, "services": services})


@pytest.mark.django_db
def test_a_walk_resumes_at_the_check_of_answers_where_only_wishes_are_left(client):
    answers = make_answers(country="PT", harm="none", software="no")
    _, code = start_assessment(publish(walk_with_a_wish()), "Probe", "Firm", answers)

    assert client.get(f"/a/{code}/").url == f"/a/{code}/answers/"
    assert "needs-compute" in client.get(f"/a/{code}/s/needs/").content.decode()


@pytest.mark.django_db
def test_an_optional_answer_that_is_missing_is_not_marked_as_open(client):
    answers = make_answers(
        country="PT", harm="none", software="no", needs_compute="unsure"
    )
    _, code = start_assessment(publish(walk_with_a_wish()), "Probe", "Firm", answers)
    page = client.get(f"/a/{code}/answers/").content.decode()

    assert "I don’t know yet" in page
    assert "mark--hollow" not in page.partition('id="answer-needs-compute"')[2]
