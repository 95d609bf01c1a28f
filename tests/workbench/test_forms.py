import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compliance.bankfile import plain_of
from compliance.domain.conditions import All, Any, Before, Is, Not, plain
from compliance.domain.parts import HEAD, KINDS, parts_of
from compliance.workbench.forms import conditions
from compliance.workbench.forms.fields import Fields
from compliance.workbench.forms.flattening import flatten
from compliance.workbench.forms.operations import apply
from compliance.workbench.forms.pickers import SUBJECT, Pickers
from compliance.workbench.forms.reading import free_slug, read
from compliance.workbench.forms.widgets import widgets_of_part
from compliance.workbench.rows import expand
from tests.factories import make_bank, make_question, make_rule, make_scheme
from tests.reference import BANK

PICKERS = Pickers(BANK)


def rows_of(row):
    yield row
    for inner in row.inside:
        yield from rows_of(inner)


ROWS = {
    f"{row.kind} {row.slug or number}": row
    for number, row in enumerate(rows_of(expand(plain_of(BANK))))
}


def form_of(kind, content):
    """What a part's form sends when nothing in it is touched."""
    holds = type(BANK) if kind == HEAD else KINDS[kind].holds
    widgets = widgets_of_part(kind)
    return read(holds, widgets, flatten(holds, widgets, content), PICKERS, content)


@pytest.mark.parametrize("kind", [HEAD, *KINDS])
def test_a_form_that_nobody_touched_says_what_the_part_says(kind):
    rows = [row for row in ROWS.values() if row.kind == kind]

    assert rows
    assert [form_of(kind, row.content).content for row in rows] == [
        row.content for row in rows
    ]


@pytest.mark.parametrize("kind", [HEAD, *KINDS])
def test_a_form_that_nobody_touched_has_no_faults(kind):
    rows = [row for row in ROWS.values() if row.kind == kind]

    assert [form_of(kind, row.content).faults for row in rows] == [{}] * len(rows)


def test_everything_that_can_be_picked_is_found_by_its_words():
    missed = [
        (kind, slug)
        for kind in (SUBJECT, "provision", "measure", "milestone", "act", "area")
        for slug, label in PICKERS.options(kind).items()
        if PICKERS.slug_of(kind, label) != slug
    ]

    assert missed == []


SMALL = make_bank(
    [
        make_question("risky"),
        make_question("parts", "choices", choices=["lens", "laser", "chip"]),
        make_question("since", "date"),
    ],
    [make_scheme("class", [make_rule("II", {"risky": "yes"})], otherwise="I")],
)
tests = st.sampled_from(
    [
        Is("risky", ("yes",)),
        Is("risky", ("yes", "no")),
        Is("parts", ("laser",)),
        Is("parts", ("chip", "lens")),
        Is("class", ("I", "II")),
        Before("since", "start"),
    ]
)


def joined(inner):
    parts = st.lists(inner, min_size=1, max_size=3).map(tuple)
    return st.one_of(parts.map(All), parts.map(Any), inner.map(Not))


conditions_of_a_bank = st.recursive(tests, joined, max_leaves=8)


def is_lone(condition):
    return isinstance(condition, All | Any) and len(condition.parts) == 1


def through_the_form(condition):
    fields = Fields()
    conditions.flatten(plain(condition), fields, "f.when")
    return conditions.read(fields, "f.when", Pickers(SMALL))


@settings(max_examples=300, deadline=None)
@given(conditions_of_a_bank)
def test_a_condition_survives_its_form(condition):
    written, faults = through_the_form(condition)

    # A group of one that stands outermost is the one itself.
    expected = condition.parts[0] if is_lone(condition) else condition
    assert (written, faults) == (plain(expected), {})


def test_no_condition_survives_its_form():
    fields = Fields()
    conditions.flatten(None, fields, "f.when")

    assert conditions.read(fields, "f.when", Pickers(SMALL)) == (None, {})


def built(*operations, **values):
    """A condition built from nothing by pressing buttons and filling in fields."""
    fields = Fields()
    conditions.flatten(None, fields, "f.when")
    for operation in operations:
        apply(fields, operation)
    for name, told in values.items():
        row, _, field = name.rpartition("__")
        fields.put(f"f.when.{row.strip('_').replace('_', '.')}.{field}", *told)
    return conditions.read(fields, "f.when", Pickers(SMALL))


def test_a_condition_is_built_row_by_row_from_words():
    written, faults = built(
        "add-test:f.when",
        "add-group:f.when",
        "add-test:f.when.1",
        _0__subject=["Verdict: Class"],
        _0__values=["II"],
        _1_0__subject=["risky?"],
        _1_0__values=["yes"],
        _1_1__subject=["PARTS?"],
        _1_1__values=["laser", "chip"],
        _1_1__relation=["is-not"],
    )

    assert faults == {}
    assert written == {
        "all": [
            {"class": "II"},
            {"any": [{"risky": "yes"}, {"not": {"parts": ["laser", "chip"]}}]},
        ]
    }


def test_a_row_about_nothing_is_told_at_its_place():
    _, faults = built("add-test:f.when", _0__subject=["No such thing"])

    assert "“No such thing” is not in the list" in faults["f.when.0"]


def test_a_row_without_a_value_is_told_at_its_place():
    _, faults = built("add-test:f.when", _0__subject=["risky?"])

    assert faults == {"f.when.0": "Choose at least one value."}


def test_values_of_another_subject_are_dropped_when_the_subject_changes():
    _, faults = built(
        "add-test:f.when",
        _0__subject=["parts?"],
        _0__drawn=["risky"],
        _0__values=["yes"],
    )

    assert faults == {"f.when.0": "Choose at least one value."}


def test_rows_and_groups_that_nobody_filled_in_are_none():
    assert built("add-test:f.when", "add-group:f.when") == (None, {})


@pytest.mark.parametrize(
    ("operation", "order"),
    [
        ("up:f.when.1", "1,0,2"),
        ("down:f.when.1", "0,2,1"),
        ("place:f.when.2:f.when.0", "2,0,1"),
        ("place:f.when.0:f.when.2", "1,2,0"),
        ("remove:f.when.1", "0,2"),
    ],
)
def test_rows_change_places_and_go(operation, order):
    fields = Fields()
    fields.put_items("f.when", range(3))

    apply(fields, operation)

    assert fields.one("f.when.items") == order


@pytest.mark.parametrize(
    "operation",
    [
        *("", "add", "drop:f.x", "up:nothing", "remove:f.when.9", "down:9.9"),
        *("place:f.when.0", "place:f.when.0:f.when.9", "place:f.when.0:f.other.1"),
    ],
)
def test_an_operation_that_is_not_known_changes_no_row(operation):
    fields = Fields()
    fields.put_items("f.when", range(3))

    apply(fields, operation)

    assert fields.one("f.when.items") == "0,1,2"


@pytest.mark.parametrize(
    ("words", "taken", "slug"),
    [
        ("Brain scans", [], "brain-scans"),
        ("Brain scans", ["brain-scans"], "brain-scans-2"),
        ("Größe & Art?", [], "groe-art"),
        ("???", [], "new"),
        ("Unsure", [], "not-sure"),
    ],
)
def test_a_slug_is_made_of_words(words, taken, slug):
    assert free_slug(words, taken) == slug


def test_a_new_choice_gets_its_slug_from_its_label():
    content = {"slug": "q", "kind": "choice", "choices": []}
    widgets = widgets_of_part("question")
    fields = flatten(KINDS["question"].holds, widgets, content)
    apply(fields, "add:f.choices")
    fields.put("f.choices.0.label", "A brain scan")

    found = read(KINDS["question"].holds, widgets, fields, PICKERS, content)

    assert found.content["choices"] == [
        {"slug": "a-brain-scan", "label": "A brain scan"}
    ]


def test_every_field_of_every_part_has_a_control_or_is_kept():
    shown = {kind: len(widgets_of_part(kind)) for kind in KINDS}

    assert all(shown.values())
    assert parts_of(BANK)
