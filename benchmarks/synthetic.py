"""Banks of any size, built like the shipped one: sections, gates, rules, duties."""

from compliance.bankfile import bank_of
from compliance.domain.answers import Answer, answer_of
from compliance.domain.bank import Bank

PER_SECTION = 12
SHIPPED_LAW = 28
CHOICES = ("first", "second", "third", "unlikely")
GROUND = {"provisions": ["act-1"]}


def make_bank(questions: int, schemes: int = SHIPPED_LAW) -> Bank:
    """A checked bank with this many questions and schemes; 10 duties for a scheme."""
    sections = range(-(-questions // PER_SECTION))
    size = len(sections)
    return bank_of(
        {
            "slug": "health-ai",
            "title": f"{questions} questions",
            "summary": "For measuring.",
            "locale": "en",
            "number": f"{questions}.{schemes}.0",
            "law_date": "2026-11-23",
            "law_note": "As it stands.",
            "changelog": "First.",
            "acts": [_ACT],
            "areas": [{"slug": f"area-{n}", "title": f"Area {n}"} for n in range(10)],
            "milestones": [_MILESTONE],
            "provisions": [_PROVISION],
            "sections": [_section(number, questions) for number in sections],
            "schemes": [_scheme(number, size) for number in range(schemes)],
            "duties": [_duty(number, schemes) for number in range(schemes * 10)],
            "measures": [_measure(number) for number in range(60)],
            "start": [],
            "trail": [
                {"slug": f"step-{n}", "title": f"Step {n}?", "schemes": [f"scheme-{n}"]}
                for n in range(min(6, schemes))
            ],
            "headlines": [{"text": "It is {scheme-0}"}],
        }
    )


def make_answers(bank: Bank) -> dict[str, Answer]:
    """Two of three questions answered, every seventh of them with "I don't know"."""
    return {
        slug: answer_of("unsure" if place % 7 == 6 else question.options[0].slug)
        for place, (slug, question) in enumerate(bank.questions.items())
        if place % 3
    }


_ACT = {
    "slug": "act",
    "title": "The Act",
    "name": "Regulation",
    "address": "https://act.example",
}
_PROVISION = {
    "slug": "act-1",
    "act": "act",
    "reference": "Art. 1",
    "title": "First",
    "text": "Says something.",
    "address": "https://act.example/1",
    "status": "in-force",
}
_MILESTONE = {
    "slug": "start",
    "date": "2027-12-02",
    "title": "Start",
    "text": "It starts.",
    "status": "law",
    **GROUND,
}


def _section(number: int, questions: int) -> dict:
    first = number * PER_SECTION
    count = min(PER_SECTION, questions - first)
    section = {
        "slug": f"section-{number}",
        "title": f"Section {number}",
        "intro": "Some words before.",
        "questions": [_question(number, place) for place in range(count)],
    }
    # Every fourth section hangs on the one before.
    gate = {f"q-{number - 1}-0": "yes"} if number % 4 == 3 else None
    return section | ({"asked_when": gate} if gate else {})


def _question(section: int, place: int) -> dict:
    question = {
        "slug": f"q-{section}-{place}",
        "kind": "yes_no" if place % 3 == 0 else "choice",
        "text": f"What about number {place} of section {section}?",
        "why": "It decides what follows from here on, in one way or another.",
        "who": "the founder",
        **GROUND,
    }
    if question["kind"] == "choice":
        question["choices"] = [{"slug": c, "label": c.capitalize()} for c in CHOICES]
    # The last three of a section hang on its first.
    gate = {f"q-{section}-0": "yes"} if place >= PER_SECTION - 3 else None
    return question | ({"asked_when": gate} if gate else {})


def _scheme(number: int, sections: int) -> dict:
    values = [{"slug": slug, "title": slug.upper()} for slug in ("a", "b", "c", "d")]
    rules = [
        {
            "slug": f"scheme-{number}-{value}",
            "value": value,
            "when": _condition(number, place, sections),
            "why": f"Because of {value}.",
            **GROUND,
        }
        for place, value in enumerate(("a", "b", "c"))
    ]
    last = {"slug": f"scheme-{number}-d", "value": "d", "why": "Else.", **GROUND}
    return {
        "slug": f"scheme-{number}",
        "title": f"Scheme {number}",
        "question": f"Scheme {number}?",
        "kind": "value",
        "values": values,
        "rules": rules,
        "otherwise": last,
    }


def _condition(scheme: int, rule: int, sections: int) -> dict:
    here, there = (scheme * 7 + rule) % sections, (scheme * 13 + rule) % sections
    parts = [{f"q-{here}-0": "no"}, {f"q-{there}-1": ["unlikely", "third"]}]
    if scheme and rule == 0:
        parts.append({f"scheme-{scheme // 2}": ["a", "b"]})
    return {"all": [{"any": parts}, {f"q-{here}-2": ["first", "unlikely"]}]}


def _duty(number: int, schemes: int) -> dict:
    return {
        "slug": f"duty-{number}",
        "title": f"Duty {number}",
        "text": "Do it.",
        "act": "act",
        "addressee": "provider",
        "when": {f"scheme-{number % schemes}": ["a", "c"][: 1 + number % 2]},
        "from": "start",
        "gravity": "high",
        "measures": [f"measure-{number % 60}"],
        **GROUND,
    }


def _measure(number: int) -> dict:
    return {
        "slug": f"measure-{number}",
        "title": f"Measure {number}",
        "area": f"area-{number % 10}",
        "text": "Write it down.",
        "effort": "M",
        "owner": "regulatory lead",
    }
