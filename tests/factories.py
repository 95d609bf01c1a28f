"""Small banks, versions and assessments for tests: plain functions, nothing shared."""

from compliance.bankfile import bank_of
from compliance.domain.answers import Answer, answer_of
from compliance.domain.bank import Bank
from compliance.domain.determination import Determination, determine

ACT = {
    "slug": "act",
    "title": "The Act",
    "name": "Regulation",
    "address": "https://e.eu",
}
PROVISION = {
    "slug": "act-1",
    "act": "act",
    "reference": "Art. 1",
    "title": "First",
    "text": "Says something.",
    "address": "https://e.eu/1",
    "status": "in-force",
}


def make_question(slug: str, kind: str = "yes_no", **more) -> dict:
    """A question in file form; choices may be given as bare slugs."""
    choices = [
        {"slug": each, "label": each.capitalize()} if isinstance(each, str) else each
        for each in more.pop("choices", [])
    ]
    question = {
        "slug": slug,
        "kind": kind,
        "text": f"{slug}?",
        "why": "It matters.",
        "who": "the founder",
        "provisions": ["act-1"],
        "examples": [{"lead": "Yes, if", "text": "it does."}],
    }
    return question | ({"choices": choices} if choices else {}) | more


def make_rule(value: str, when: dict | None = None, **more) -> dict:
    """A rule in file form, named for its value unless told otherwise."""
    rule = {"slug": f"rule-{value}", "value": value, "why": "So it is."}
    rule["provisions"] = ["act-1"]
    return rule | ({"when": when} if when else {}) | more


def make_scheme(slug: str, rules: list[dict], otherwise: str = "", **more) -> dict:
    """A scheme in file form; its values are those of its rules, in their order."""
    named = [
        rule | {"slug": f"{slug}-{number}-{rule['value']}"}
        for number, rule in enumerate(rules)
    ]
    slugs = dict.fromkeys([rule["value"] for rule in rules] + [otherwise])
    scheme = {
        "slug": slug,
        "title": slug.capitalize(),
        "question": f"{slug}?",
        "kind": "value" if otherwise else "labels",
        "values": [{"slug": each, "title": each} for each in slugs if each],
        "rules": named,
    }
    if otherwise:
        last = make_rule(otherwise) | {"slug": f"{slug}-otherwise"}
        scheme["otherwise"] = last
    return scheme | more


def make_duty(slug: str, when: dict, **more) -> dict:
    """A duty in file form that one measure meets from one milestone."""
    duty = {
        "slug": slug,
        "title": slug.capitalize(),
        "text": "Do it.",
        "act": "act",
        "addressee": "provider",
        "when": when,
        "from": "start",
        "gravity": "high",
        "provisions": ["act-1"],
        "measures": ["file"],
    }
    return duty | more


def make_measure(slug: str, **more) -> dict:
    """A measure in file form."""
    measure = {
        "slug": slug,
        "title": slug.capitalize(),
        "area": "quality",
        "text": "Write it down.",
        "effort": "M",
        "owner": "regulatory lead",
    }
    return measure | more


def make_document(questions=(), schemes=(), duties=(), **more) -> dict:
    """A bank document with one section, one act, one milestone and one measure."""
    document = {
        "slug": "small",
        "title": "Small bank",
        "summary": "For tests.",
        "locale": "en",
        "number": "1.0.0",
        "law_date": "2026-11-23",
        "law_note": "As it stands.",
        "changelog": "First.",
        "acts": [ACT],
        "areas": [{"slug": "quality", "title": "Quality"}],
        "milestones": [
            {
                "slug": "start",
                "date": "2027-12-02",
                "title": "Start",
                "text": "It starts.",
                "status": "law",
                "provisions": ["act-1"],
            }
        ],
        "provisions": [PROVISION],
        "sections": [
            {
                "slug": "all-questions",
                "title": "All",
                "intro": "",
                "questions": list(questions),
            }
        ],
        "schemes": list(schemes),
        "duties": list(duties),
        "measures": [make_measure("file")],
    }
    return document | more


def make_bank(questions=(), schemes=(), duties=(), **more) -> Bank:
    """A checked bank."""
    return bank_of(make_document(questions, schemes, duties, **more))


def make_answers(**answers) -> dict[str, Answer]:
    """Answers in flat form; `_` in a name stands for `-` in the slug."""
    return {slug.replace("_", "-"): answer_of(value) for slug, value in answers.items()}


def determined(bank: Bank, **answers) -> Determination:
    """What these answers settle."""
    return determine(bank, make_answers(**answers))


def walk_document():
    """Two sections, a gate, a class, a duty with one measure."""
    harm = make_question("harm", "choice", choices=["death", "none"])
    learns = make_question("learns", asked_when={"software": "yes"})
    none = {"slug": "none", "label": "None of these", "exclusive": "yes"}
    uses = make_question("uses", "choices", choices=["hiring", "chat", none])
    sections = [
        {
            "slug": "product",
            "title": "Your product",
            "intro": "First things.",
            "questions": [make_question("country", "country"), harm],
        },
        {
            "slug": "inside",
            "title": "What is inside",
            "intro": "",
            "questions": [make_question("software"), learns],
        },
        {
            "slug": "use",
            "title": "Its use",
            "intro": "",
            "questions": [uses],
            "asked_when": {"software": "yes"},
        },
    ]
    schemes = [
        make_scheme("class", [make_rule("III", {"harm": "death"})], otherwise="I"),
        make_scheme("ai", [make_rule("yes", {"learns": "yes"})], otherwise="no"),
    ]
    trail = [
        {"slug": "class", "title": "Class", "schemes": ["class"]},
        {"slug": "ai", "title": "AI system?", "schemes": ["ai"]},
    ]
    return {
        "sections": sections,
        "schemes": schemes,
        "trail": trail,
        "start": ["country"],
        "slug": "health-ai",
        "headlines": [{"text": "Class {class}"}],
    }
