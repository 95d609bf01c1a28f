from copy import deepcopy

from hypothesis import given, settings
from hypothesis import strategies as st

from compliance.bankfile import build_bank, document_of
from compliance.domain.changes import changes_between
from compliance.workbench.merging import merged
from tests.factories import make_bank, make_duty, make_question, walk_document


def ours():
    duties = [make_duty("apply", {"class": "III"}), make_duty("tell", {"ai": "yes"})]
    headlines = [{"text": "Class {class}"}, {"text": "On your way"}]
    document = walk_document() | {"headlines": headlines}
    return document_of(make_bank(duties=duties, **document))


def take(theirs, *, only=lambda change: True):
    own = ours()
    changes = changes_between(build_bank(own), build_bank(theirs))
    return merged(own, theirs, [change for change in changes if only(change)])


def test_one_of_two_changes_can_be_taken_alone():
    theirs = ours()
    theirs["duties"][0]["text"] = "Do it now."
    theirs["milestones"][0]["date"] = "2028-08-02"

    result = take(theirs, only=lambda change: change.kind == "milestone")

    assert result["milestones"][0]["date"] == "2028-08-02"
    assert result["duties"][0]["text"] == "Do it."


def test_a_new_question_comes_to_the_place_it_has_there():
    theirs = ours()
    theirs["sections"][0]["questions"].insert(1, make_question("new"))

    slugs = [each["slug"] for each in take(theirs)["sections"][0]["questions"]]

    assert slugs == ["country", "new", "harm"]


def reverse(shelf):
    shelf.reverse()


MORE = {
    "slug": "more",
    "title": "More",
    "intro": "",
    "questions": [make_question("further")],
}
EDITS = [
    lambda of: of.update(title="Another title"),
    lambda of: reverse(of["sections"][0]["questions"]),
    lambda of: reverse(of["duties"]),
    lambda of: reverse(of["headlines"]),
    lambda of: of["sections"].pop(),
    lambda of: of["sections"].append(
        {
            "slug": "more",
            "title": "More",
            "intro": "",
            "questions": [make_question("m")],
        }
    ),
    lambda of: of["sections"][1]["questions"].append(
        of["sections"][0]["questions"].pop()
    ),
    lambda of: of["headlines"].insert(0, {"text": "First of all"}),
    lambda of: of["headlines"][0].update(text="Reworded"),
    lambda of: of["schemes"][0]["rules"][0].update(why="Because."),
    lambda of: of["schemes"].pop(),
    lambda of: of["duties"].pop(0),
    lambda of: of["schemes"][0].pop("otherwise"),
]


@settings(max_examples=120, deadline=None)
@given(st.lists(st.sampled_from(EDITS), max_size=5, unique=True))
def test_taking_everything_makes_the_copy_theirs(edits):
    theirs = deepcopy(ours())
    for edit in edits:
        edit(theirs)
    theirs = document_of(build_bank(theirs))

    assert document_of(build_bank(take(theirs))) == theirs


@settings(max_examples=120, deadline=None)
@given(st.lists(st.sampled_from(EDITS), max_size=5, unique=True), st.integers())
def test_taking_some_leaves_a_whole_document(edits, choice):
    theirs = deepcopy(ours())
    for edit in edits:
        edit(theirs)
    taken = iter(f"{choice % 2**16:016b}" * 4)

    result = take(theirs, only=lambda change: next(taken) == "1")

    assert build_bank(result).slug == "health-ai"


def test_taking_nothing_changes_nothing():
    theirs = ours()
    theirs["title"] = "Another"

    assert build_bank(take(theirs, only=lambda change: False)) == build_bank(ours())
