"""The side panels of the walk: the list of sections, and what is settled so far."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from assessments.dossier.case import Case
from assessments.dossier.trail import NOT_REACHED, forked, scheme_steps
from assessments.steps import (
    DONE,
    NOT_BEGUN,
    NOT_NEEDED,
    OPEN,
    QUESTIONS,
    Step,
    is_needed,
    state_of_step,
)
from assessments.visits import Visit

LISTED = 15


def case_of(visit: Visit, as_of, entries=()) -> Case:
    """The visited assessment as the case of a dossier."""
    assessment = visit.assessment
    case = Case(
        bank=visit.bank,
        bank_hash=assessment.version.fingerprint,
        answers=visit.answers,
        product=assessment.product,
        organisation=assessment.organisation,
        as_of=as_of,
        answered_on=assessment.touched_at.date(),
        entries=entries,
    )
    # The verdicts are there already; a case would work them out anew.
    case.__dict__["determination"] = visit.determination
    return case


def section_panel(visit: Visit, steps: tuple[Step, ...], current: Step) -> dict:
    """The list of sections with their states, the section at hand, and what follows."""
    like = [step for step in steps if step.kind == current.kind and step.questions]
    needed = [step for step in like if is_needed(visit.determination, step)]
    place = needed.index(current) if current in needed else 0
    following = needed[place + 1 : place + 2]
    last = _("Check your answers") if current.kind == QUESTIONS else _("Your plan")
    return {
        "steps": [_listed(visit, step, current) for step in _around(like, current)],
        "section": {
            "slug": current.slug,
            "title": current.title,
            "intro": current.intro,
            "number": place + 1,
            "count": len(needed),
            "kind": current.kind,
        },
        "next_title": following[0].title if following else last,
    }


def _around(steps: list[Step], current: Step) -> list[Step]:
    """The steps to list: all of a walk as usual, of a very long one the nearest."""
    if len(steps) <= LISTED:
        return steps
    place = [each.slug for each in steps].index(current.slug)
    first = min(max(0, place - LISTED // 2), len(steps) - LISTED)
    return steps[first : first + LISTED]


def _listed(visit: Visit, step: Step, current: Step) -> dict:
    state, open_count = state_of_step(visit.determination, step)
    words = {
        DONE: _("done"),
        NOT_BEGUN: _("not started"),
        NOT_NEEDED: _("not needed"),
        OPEN: ngettext("%(count)d open", "%(count)d open", open_count)
        % {"count": open_count},
    }
    return {
        "slug": step.slug,
        "title": step.title,
        "url": "" if state == NOT_NEEDED else visit.url("section", step=step.slug),
        "state": state,
        "state_word": words[state],
        "current": step.slug == current.slug,
        "kind": step.kind,
    }


def so_far_panel(visit: Visit) -> list[dict]:
    """The verdicts reached, each open one with the question that settles it."""
    case = case_of(visit, visit.assessment.touched_at.date())
    return [_so_far(visit, case, step) for step in forked(scheme_steps(case))]


def _so_far(visit: Visit, case: Case, step: dict) -> dict:
    return {
        "title": step["question"],
        "value": step["value"],
        "state": step["state"],
        "disputed": step["disputed"],
        "fork": step["fork"],
        "fork_values": step["fork_values"],
        "settles_with": _settling(visit, case, step),
    }


def _settling(visit: Visit, case: Case, step: dict) -> dict | None:
    if step["state"] in (DONE, NOT_REACHED) or step["finding"] is None:
        return None
    waiting = case.determination.settles_with([step["finding"]])
    if not waiting:
        return None
    asked = case.asked(waiting[0])
    url = visit.url("section", step=asked["section"])
    return {
        "number": asked["number"],
        "text": asked["text"],
        "url": f"{url}#q-{asked['slug']}",
    }
