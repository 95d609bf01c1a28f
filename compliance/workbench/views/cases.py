"""Reference cases, and trying any answers on the bank in work."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from compliance.domain.answers import answer_of
from compliance.domain.reference_cases import ReferenceCase
from compliance.workbench.desk import EDIT, Desk, allowed_to, desk_or_404
from compliance.workbench.forms.drawing import Drawing
from compliance.workbench.forms.fields import Fields
from compliance.workbench.forms.flattening import flatten
from compliance.workbench.forms.operations import apply
from compliance.workbench.forms.reading import read
from compliance.workbench.forms.widgets import widgets_of
from compliance.workbench.lists import page_of
from compliance.workbench.outcome_panel import tried

SCORES = {"": "sentence of law", "strict": "clear outcome", "tolerant": "doubted",
          "unscored": "not scored"}  # fmt: skip
ANSWERS = widgets_of(ReferenceCase, ("answers",))
FIRST = ("add:f.answers",) * 3
MAX_CASE = 80


@allowed_to(EDIT)
def cases(request: HttpRequest, bank: str) -> HttpResponse:
    """All reference cases with what they come to, the failing ones first."""
    desk = desk_or_404(request, bank)
    found = desk.rehearsal.cases
    changed = (found or {}).get("changed", ())
    failing = {each["slug"]: each["failing"] for each in changed}
    wanted = request.GET.get("q", "")[:200].casefold()
    rows = [
        {
            "title": case.title,
            "source": case.source,
            "kind": SCORES.get(case.scoring, case.scoring),
            "url": desk.part_url("case", case.slug),
            "failing": failing.get(case.slug, []),
            "differs": bool(case.differs),
        }
        for case in desk.state.bank.reference_cases
        if wanted in f"{case.title} {case.source} {case.text}".casefold()
    ]
    rows.sort(key=lambda row: not row["failing"])
    context = {
        "words": request.GET.get("q", "")[:200],
        "add_url": desk.url("new", kind="case"),
        "try_url": desk.url("try"),
        "rehearsal": rehearsal_of(desk),
        **page_of(rows, request.GET.get("page", "1")),
    }
    return render(request, "workbench/cases.html", desk.context("cases") | context)


def rehearsal_of(desk: Desk) -> dict:
    """How far the reference cases have been run on the bank as it stands."""
    rehearsal = desk.rehearsal
    return {
        "is_ready": rehearsal.cases is not None,
        "done": rehearsal.done,
        "total": rehearsal.total or len(desk.state.bank.reference_cases),
    }


@allowed_to(EDIT)
def attempt(request: HttpRequest, bank: str) -> HttpResponse:
    """Any answers in, the verdicts of the bank in work out, with reasons."""
    desk = desk_or_404(request, bank)
    fields = _fields(request, desk)
    operation = request.POST.get("operation", "")
    verb, _, slug = operation.partition(":")
    if verb == "ask" and slug in desk.state.bank.questions:
        _ask(fields, slug)
    elif operation:
        apply(fields, operation)
    reading = read(ReferenceCase, ANSWERS, fields, desk.state.pickers, {})
    answers = reading.content.get("answers", {})
    given = {slug: answer_of(value) for slug, value in answers.items()}
    drawing = Drawing(fields, desk.state.pickers, reading.faults)
    (field,) = drawing.draw(ReferenceCase, ANSWERS)
    context = {
        "field": field,
        "lists": [
            {"id": f"list-{kind}", "labels": labels.values()}
            for kind, labels in drawing.lists.items()
        ],
        "outcome": tried(desk.state.bank, given),
        "faults": list(reading.faults.values()),
        "answered": len(given),
    }
    return render(request, "workbench/try.html", desk.context("cases") | context)


def _fields(request: HttpRequest, desk: Desk) -> Fields:
    if request.method == "POST":
        return Fields.sent(request.POST)
    slug = request.GET.get("case", "")[:MAX_CASE]
    known = {case.slug: case for case in desk.state.bank.reference_cases}
    answers = dict(known[slug].answers) if slug in known else {}
    content = {"answers": {each: list(told) for each, told in answers.items()}}
    fields = flatten(ReferenceCase, ANSWERS, content)
    if not answers:
        for operation in FIRST:
            apply(fields, operation)
    return fields


def _ask(fields: Fields, slug: str) -> None:
    """One more row, for a question that would settle something."""
    path = fields.add_item("f.answers")
    fields.put(f"{path}.subject", slug)
    fields.put(f"{path}.drawn", slug)
