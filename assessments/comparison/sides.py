"""The two sides of a comparison, and the worlds between them."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date

from assessments.comparison.standing import measures_in, questions_in
from assessments.dossier import Case
from assessments.dossier.dates import dates_of
from assessments.dossier.duties import duties_of
from assessments.dossier.plan import gap_records
from assessments.dossier.record import answers_of, measures_of
from assessments.dossier.verdicts import finding_record, shown_findings
from assessments.models import Report
from compliance.domain.answers import Answer
from compliance.models import BankVersion
from compliance.publishing import published_bank

YOU, LAW, DAY = "you", "law", "day"


@dataclass(frozen=True)
class Side:
    """A dossier, and the case it was made from where that can be worked out again."""

    dossier: Mapping
    case: Case | None


def side_of_case(case: Case, dossier: Mapping) -> Side:
    """A case as it stands now."""
    return Side(dossier, case)


def side_of_report(report: Report) -> Side:
    """A frozen report; without a case where its question bank is not at hand."""
    dossier = json.loads(report.document)
    return Side(dossier, _case_of(dossier))


def _case_of(dossier: Mapping) -> Case | None:
    if any("values" not in each for each in questions_in(dossier)):
        return None
    try:
        bank = published_bank(dossier["bank"]["hash"])
    except BankVersion.DoesNotExist:
        return None
    return Case(
        bank=bank,
        bank_hash=dossier["bank"]["hash"],
        answers=frozen_answers(dossier),
        product=dossier["product"],
        organisation=dossier["organisation"],
        as_of=date.fromisoformat(dossier["as_of"]),
        answered_on=date.fromisoformat(dossier["answered"]),
    )


def frozen_answers(dossier: Mapping) -> dict[str, Answer]:
    """The answers and the states of measures that a dossier holds, as given."""
    answers = {
        each["slug"]: Answer(tuple(each["values"]), each["unsure"], each["note"])
        for each in questions_in(dossier)
    }
    answers |= {
        each["slug"]: Answer((each["told"],), False, each["note"])
        for each in measures_in(dossier)
        if each["told"] != "unsure"
    }
    return {slug: answer for slug, answer in answers.items() if answer != Answer()}


def factors_between(before: Mapping, after: Mapping) -> tuple[str, ...]:
    """What differs between two dossiers at all: you (answers), law (bank), day."""
    told = [_told_in(dossier) for dossier in (before, after)]
    return tuple(
        factor
        for factor, differs in (
            (YOU, told[0] != told[1]),
            (LAW, before["bank"]["hash"] != after["bank"]["hash"]),
            (DAY, before["as_of"] != after["as_of"]),
        )
        if differs
    )


def _told_in(dossier: Mapping) -> dict:
    told = {each["slug"]: _reply(each) for each in questions_in(dossier)}
    told |= {
        each["slug"]: (each.get("told", each["state_word"]), each["note"])
        for each in measures_in(dossier)
    }
    return told | {name: dossier[name] for name in ("product", "organisation")}


def _reply(question: Mapping) -> tuple:
    values = question.get("values", [question["answer"]])
    return tuple(values), question["unsure"], question["note"]


def world_between(before: Case, after: Case, changed: Collection[str]) -> dict:
    """What a comparison reads of the dossier, had only these factors changed."""
    law, you, day = (after if each in changed else before for each in (LAW, YOU, DAY))
    world = replace(
        law,
        answers=you.answers,
        product=you.product,
        organisation=you.organisation,
        as_of=day.as_of,
    )
    return {
        "product": world.product,
        "organisation": world.organisation,
        "answers": answers_of(world),
        "measures": measures_of(world),
        "findings": [finding_record(world, each) for each in shown_findings(world)],
        "duties": duties_of(world),
        "gaps": gap_records(world),
        "dates": dates_of(world),
    }
