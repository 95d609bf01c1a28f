"""A condition as rows of a form: tests and groups, each on a line of its own.

A group names its rows under `items` and how they are joined under `joins`; a test has
`subject` (in words), `relation`, and `values` or `milestone`. `drawn` is the subject
that the values were offered for: values of another one are dropped.
"""

from compliance.domain import conditions as grammar
from compliance.domain.bank import DATE
from compliance.domain.conditions import All, Before, Condition, Is, Not, parse, plain
from compliance.workbench.forms.fields import Fields
from compliance.workbench.forms.pickers import SUBJECT, Pickers

TEST, GROUP = "test", "group"
JOINS = {
    "all": "all of these hold",
    "any": "at least one of these holds",
    "none": "none of these holds",
    "not-all": "not all of these hold",
    "not": "this does not hold",
}
IS, IS_NOT, BEFORE, NOT_BEFORE = "is", "is-not", "before", "not-before"
RELATIONS = {IS: "is one of", IS_NOT: "is not one of"}
DATE_RELATIONS = {BEFORE: "is a day before", NOT_BEFORE: "is not a day before"}
DEEPEST = 12
Faults = dict[str, str]


def flatten(written: object, fields: Fields, path: str) -> None:
    """Write a condition in file form into the fields, the outermost always as a group.

    Nothing at all is a group without rows.
    """
    if written is None:
        fields.put(f"{path}.joins", "all")
        fields.put_items(path, [])
        return
    condition = parse(written)
    if _joined(condition) is None:
        fields.put(f"{path}.joins", "all")
        fields.put_items(path, [0])
        _flatten_row(condition, fields, f"{path}.0")
    else:
        _flatten_group(condition, fields, path)


def _joined(condition: Condition) -> tuple[str, tuple[Condition, ...]] | None:
    """How a condition joins parts, and the parts; None for a single test."""
    match condition:
        case All(parts):
            return "all", parts
        case grammar.Any(parts):
            return "any", parts
        case Not(All(parts)):
            return "not-all", parts
        case Not(grammar.Any(parts)):
            return "none", parts
        case Not(Not(part)):
            return "not", (Not(part),)
    return None


def _flatten_group(condition: Condition, fields: Fields, path: str) -> None:
    joins, parts = _joined(condition)
    fields.put(f"{path}.joins", joins)
    fields.put_items(path, range(len(parts)))
    for number, part in enumerate(parts):
        _flatten_row(part, fields, f"{path}.{number}")


def _flatten_row(condition: Condition, fields: Fields, path: str) -> None:
    if _joined(condition) is not None:
        fields.put(f"{path}.is", GROUP)
        _flatten_group(condition, fields, path)
        return
    fields.put(f"{path}.is", TEST)
    is_not = isinstance(condition, Not)
    test = condition.part if is_not else condition
    fields.put(f"{path}.subject", test.subject)
    fields.put(f"{path}.drawn", test.subject)
    if isinstance(test, Before):
        fields.put(f"{path}.relation", NOT_BEFORE if is_not else BEFORE)
        fields.put(f"{path}.milestone", test.milestone)
    else:
        fields.put(f"{path}.relation", IS_NOT if is_not else IS)
        fields.put(f"{path}.values", *test.values)


def read(fields: Fields, path: str, pickers: Pickers) -> tuple[object, Faults]:
    """The condition in file form, or None for no rows; and what is amiss by path."""
    faults: Faults = {}
    condition = _Reader(fields, pickers, faults).group(path, is_outermost=True)
    return (None if condition is None else plain(condition)), faults


class _Reader:
    def __init__(self, fields: Fields, pickers: Pickers, faults: Faults):
        self.fields, self.pickers, self.faults = fields, pickers, faults

    def group(self, path: str, is_outermost: bool = False) -> Condition | None:
        rows = self.fields.items(path)
        parts = tuple(part for row in rows if (part := self.row(row)) is not None)
        joins = self.fields.one(f"{path}.joins")
        if not parts:
            return None
        if path.count(".") > DEEPEST:
            self.faults[path] = "This is nested too deep. Flatten it."
        if is_outermost and len(parts) == 1 and joins in ("all", "any"):
            return parts[0]
        return _join(joins, parts)

    def row(self, path: str) -> Condition | None:
        if self.fields.one(f"{path}.is") == GROUP:
            return self.group(path)
        text = self.fields.one(f"{path}.subject")
        subject = self.pickers.slug_of(SUBJECT, text)
        if not text.strip():
            # A line, or a group of them, that nobody filled in is none.
            return None
        if subject is None:
            told = f"Nothing is called “{text}”."
            self.faults[path] = f"{told} Pick a question or a verdict from the list."
            return None
        return self.test(path, subject)

    def test(self, path: str, subject: str) -> Condition | None:
        relation = self.fields.one(f"{path}.relation")
        if is_date(self.pickers, subject):
            return self.comparison(path, subject, relation)
        offered = self.pickers.values_of(subject)
        known = {} if offered is None else offered
        is_drawn = self.fields.one(f"{path}.drawn") in ("", subject)
        chosen = self.fields.all(f"{path}.values") if is_drawn else []
        # A value that is gone stays readable until somebody takes it away.
        values = tuple(v for v in dict.fromkeys(chosen) if v in known or is_drawn and v)
        if not values:
            self.faults[path] = "Choose at least one value."
            return None
        is_not = relation == IS_NOT
        return Not(Is(subject, values)) if is_not else Is(subject, values)

    def comparison(self, path: str, subject: str, relation: str) -> Condition | None:
        text = self.fields.one(f"{path}.milestone")
        milestone = self.pickers.slug_of("milestone", text)
        if milestone is None:
            self.faults[path] = "Pick a date of the law."
            return None
        before = Before(subject, milestone)
        return Not(before) if relation == NOT_BEFORE else before


def _join(joins: str, parts: tuple[Condition, ...]) -> Condition:
    match joins:
        case "any":
            return grammar.Any(parts)
        case "none":
            return Not(grammar.Any(parts))
        case "not-all":
            return Not(All(parts))
        case "not":
            return Not(parts[0] if len(parts) == 1 else All(parts))
    return All(parts)


def is_date(pickers: Pickers, subject: str) -> bool:
    """Whether a subject is compared with the law's dates instead of with values."""
    question = pickers.bank.questions.get(subject)
    return question is not None and question.kind == DATE


def draw(fields: Fields, path: str, pickers: Pickers, faults: Faults) -> dict:
    """A group of a condition as the template shows it, with its rows."""
    joins = fields.one(f"{path}.joins") or "all"
    rows = fields.items(path)
    return {
        "path": path,
        "joins": [
            {"value": value, "label": label, "chosen": value == joins}
            for value, label in JOINS.items()
            if value != "not" or joins == "not"
        ],
        "word": "or" if joins in ("any", "none") else "and",
        "items": ",".join(fields.numbers(path)),
        "rows": [
            _draw_row(fields, row, pickers, faults, number)
            for number, row in enumerate(rows)
        ],
        "fault": faults.get(path, ""),
    }


def _draw_row(
    fields: Fields, path: str, pickers: Pickers, faults: Faults, number: int
) -> dict:
    shared = {"path": path, "number": number + 1, "fault": faults.get(path, "")}
    if fields.one(f"{path}.is") == GROUP:
        return shared | {"group": draw(fields, path, pickers, faults)}
    text = fields.one(f"{path}.subject")
    subject = pickers.slug_of(SUBJECT, text) or ""
    label = pickers.label_of(SUBJECT, subject) if subject else text
    return shared | {
        "group": None,
        "subject": label,
        "drawn": subject,
        **_draw_test(fields, path, subject, pickers),
    }


def _draw_test(fields: Fields, path: str, subject: str, pickers: Pickers) -> dict:
    relation = fields.one(f"{path}.relation")
    if is_date(pickers, subject):
        chosen = pickers.slug_of("milestone", fields.one(f"{path}.milestone"))
        return {
            "relations": _options(DATE_RELATIONS, [relation]),
            "values": [],
            "milestones": _options(pickers.options("milestone"), [chosen]),
        }
    is_drawn = fields.one(f"{path}.drawn") in ("", subject)
    chosen = fields.all(f"{path}.values") if is_drawn else []
    offered = dict(pickers.values_of(subject) or {}) if subject else {}
    gone = {value: f"{value} (gone)" for value in chosen if value not in offered}
    return {
        "relations": _options(RELATIONS, [relation]),
        "values": _options(offered | gone, chosen),
        "is_long": len(offered) > 40,
        "milestones": [],
    }


def _options(offered, chosen) -> list[dict]:
    return [
        {"value": value, "label": label, "chosen": value in chosen}
        for value, label in offered.items()
    ]
