"""What must hold of every bank and every answer set, gates included."""

from hypothesis import given, settings
from hypothesis import strategies as st

from compliance.bankfile import bank_of, document_of, dump, load_text
from compliance.domain.answers import Answer
from compliance.domain.determination import determine
from tests.factories import (
    make_bank,
    make_duty,
    make_question,
    make_rule,
    make_scheme,
)

CHOICES = ["a", "b", "c"]
NONE = {"slug": "none", "label": "None", "exclusive": "yes"}


@st.composite
def conditions(draw, subjects, depth=2):
    if depth and draw(st.integers(0, 2)) == 0:
        shape = draw(st.sampled_from(["all", "any", "not"]))
        part = conditions(subjects, depth - 1)
        if shape == "not":
            return {"not": draw(part)}
        return {shape: draw(st.lists(part, min_size=1, max_size=3))}
    subject, values = draw(st.sampled_from(sorted(subjects.items())))
    return {subject: draw(st.lists(st.sampled_from(values), min_size=1, unique=True))}


@st.composite
def banks(draw):
    questions, schemes, subjects = [], [], {}
    for number in range(draw(st.integers(2, 7))):
        slug = f"q{number}"
        kind = draw(st.sampled_from(["yes_no", "choice", "choices"]))
        more = {}
        if subjects and draw(st.booleans()):
            more["asked_when"] = draw(conditions(subjects))
        if kind != "yes_no":
            more["choices"] = CHOICES + ([NONE] if kind == "choices" else [])
        questions.append(make_question(slug, kind, **more))
        subjects[slug] = {
            "yes_no": ["yes", "no"],
            "choice": CHOICES,
            "choices": [*CHOICES, "none"],
        }[kind]
        if draw(st.booleans()):
            scheme = draw(schemes_over(f"s{number}", dict(subjects)))
            schemes.append(scheme)
            subjects[scheme["slug"]] = [v["slug"] for v in scheme["values"]]
    duty = make_duty("duty", draw(conditions(subjects)))
    return make_bank(questions, schemes, [duty])


@st.composite
def schemes_over(draw, slug, subjects):
    rules = [
        make_rule(draw(st.sampled_from(["x", "y"])), draw(conditions(subjects)))
        for _ in range(draw(st.integers(1, 3)))
    ]
    more = {}
    if draw(st.booleans()):
        more["kind"] = "labels"
    if draw(st.integers(0, 3)) == 0:
        more["decided_when"] = draw(conditions(subjects))
    return make_scheme(slug, rules, "z", **more)


def replies(question):
    options = [choice.slug for choice in question.options]
    if question.kind != "choices":
        return st.sampled_from(options).map(lambda slug: Answer((slug,)))
    ticked = st.lists(st.sampled_from(CHOICES), min_size=1, unique=True)
    return st.one_of(ticked, st.just(["none"])).map(lambda each: Answer(tuple(each)))


@st.composite
def banks_with_answers(draw):
    """A bank, all its answers, and a part of them with some unsure."""
    bank = draw(banks())
    full = {slug: draw(replies(each)) for slug, each in bank.questions.items()}
    part = {}
    for slug, answer in full.items():
        fate = draw(st.sampled_from(["keep", "drop", "unsure", "partly"]))
        if fate == "keep":
            part[slug] = answer
        elif fate == "unsure":
            part[slug] = Answer((), True)
        elif fate == "partly" and bank.questions[slug].kind == "choices":
            kept = tuple(v for v in answer.values if v != "none")[:1]
            part[slug] = Answer(kept, True)
    return bank, part, full


@settings(max_examples=300, deadline=None)
@given(banks_with_answers())
def test_answering_more_never_flips_a_settled_verdict(drawn):
    bank, part, full = drawn
    before, after = determine(bank, part), determine(bank, full)

    for slug, finding in before.findings.items():
        later = after.findings[slug]
        assert set(finding.values) <= set(later.values)
        assert set(later.possible) <= set(finding.possible)
        assert not finding.settled or later.values == finding.values
    assert before.duties["duty"].truth in (None, after.duties["duty"].truth)


@settings(max_examples=200, deadline=None)
@given(banks_with_answers())
def test_all_answers_leave_nothing_open(drawn):
    bank, _, full = drawn
    determination = determine(bank, full)

    assert determination.is_complete
    assert all(each.settled for each in determination.findings.values())
    assert determination.open_questions == ()


@settings(max_examples=200, deadline=None)
@given(banks_with_answers())
def test_every_open_verdict_names_a_question_that_is_still_open(drawn):
    bank, part, _ = drawn
    determination = determine(bank, part)

    for slug, finding in determination.findings.items():
        questions = determination.settles_with([slug])
        assert finding.settled == (questions == ())
        assert not any(determination.answer(q).is_settling for q in questions)


@settings(max_examples=300, deadline=None)
@given(banks_with_answers())
def test_working_out_what_changes_comes_to_the_same_as_determining_anew(drawn):
    bank, part, full = drawn

    there = determine(bank, part).updated(full)
    back = there.updated(part)

    assert everything(there) == everything(determine(bank, full))
    assert everything(back) == everything(determine(bank, part))


def everything(determination):
    return (
        determination.findings,
        determination.asked,
        determination.possible,
        determination.duties,
        determination.open_questions,
        determination.path,
    )


@settings(max_examples=200, deadline=None)
@given(banks_with_answers(), st.randoms(use_true_random=False))
def test_the_order_of_answers_is_irrelevant(drawn, random):
    bank, part, _ = drawn
    shuffled = list(part.items())
    random.shuffle(shuffled)

    assert determine(bank, dict(shuffled)).findings == determine(bank, part).findings


@settings(max_examples=200, deadline=None)
@given(banks_with_answers())
def test_an_unknown_never_supports_the_otherwise_of_a_scheme(drawn):
    bank, part, full = drawn
    determination = determine(bank, part)

    for slug, finding in determination.findings.items():
        if bank.scheme[slug].kind == "value" and finding.values == ("z",):
            assert determine(bank, full).findings[slug].values == ("z",)


@settings(max_examples=200, deadline=None)
@given(banks_with_answers())
def test_the_answers_named_suffice_for_a_settled_verdict(drawn):
    bank, part, _ = drawn
    determination = determine(bank, part)

    for slug, finding in determination.findings.items():
        if finding.settled:
            named = determination.questions_behind([slug, *finding.support])
            kept = {each: part[each] for each in gated(bank, named) if each in part}
            assert determine(bank, kept).findings[slug].values == finding.values


def gated(bank, named):
    """The questions, and those behind the gates that make them count."""
    found, waiting = set(), list(named)
    while waiting:
        slug = waiting.pop()
        if slug not in found:
            found.add(slug)
            waiting.extend(bank.rulebook.reads(slug))
    return found


@settings(max_examples=100, deadline=None)
@given(banks())
def test_a_bank_survives_its_file_and_its_document(bank):
    assert load_text(dump(bank)) == bank
    assert bank_of(document_of(bank)) == bank
