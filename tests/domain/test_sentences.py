"""Conditions as sentences that people can read."""

import pytest

from compliance.domain.conditions import parse
from compliance.domain.contents import conditions_of
from compliance.domain.sentences import sentence
from tests.factories import make_bank, make_question, make_rule, make_scheme

CLASS = make_scheme(
    "mdr-class",
    [make_rule(value, {"risky": "yes"}) for value in ("III", "IIb", "IIa")],
    otherwise="I",
    title="Class under the MDR",
    values=[{"slug": s, "title": f"Class {s}"} for s in ("III", "IIb", "IIa", "I")],
)
AI = make_scheme(
    "ai-system",
    [make_rule("yes", {"risky": "yes"})],
    otherwise="no",
    title="AI system",
    values=[{"slug": "yes", "title": "Yes"}, {"slug": "no", "title": "No"}],
)
ROLE = make_scheme(
    "role",
    [make_rule("provider", {"risky": "yes"}), make_rule("deployer", {"risky": "no"})],
    title="Your role",
    values=[
        {"slug": "provider", "title": "Provider"},
        {"slug": "deployer", "title": "Deployer"},
    ],
)
BANK = make_bank(
    [
        make_question("risky", text="Is it risky?"),
        make_question("promise", "choices", text="What for?", choices=["heal", "find"]),
        make_question("since", "date", text="Since when?"),
        make_question("home", "country", text="Where are you?"),
    ],
    [CLASS, AI, ROLE],
)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ({"ai-system": "yes"}, "AI system is Yes"),
        (
            {"mdr-class": ["IIa", "IIb", "III"], "ai-system": "yes"},
            "Class under the MDR is one of Class IIa, Class IIb or Class III, "
            "and AI system is Yes",
        ),
        ({"risky": "no"}, "the answer to “Is it risky?” is “No”"),
        ({"promise": "heal"}, "the answer to “What for?” includes “Heal”"),
        (
            {"promise": ["heal", "find"]},
            "the answer to “What for?” includes one of “Heal” or “Find”",
        ),
        ({"role": "provider"}, "Your role includes Provider"),
        ({"not": {"ai-system": "yes"}}, "AI system is not Yes"),
        (
            {"not": {"role": ["provider", "deployer"]}},
            "Your role does not include any of Provider or Deployer",
        ),
        (
            {"home": ["PT", "JP"]},
            "the answer to “Where are you?” is one of Portugal or JP",
        ),
        (
            {"since": {"before": "start"}},
            "the answer to “Since when?” is a day before 2 December 2027",
        ),
        (
            {"any": [{"mdr-class": "III"}, {"ai-system": "no"}]},
            "Class under the MDR is Class III, or AI system is No",
        ),
        (
            {"ai-system": "yes", "any": [{"mdr-class": "III"}, {"risky": "yes"}]},
            "AI system is Yes, and (Class under the MDR is Class III, or the answer "
            "to “Is it risky?” is “Yes”)",
        ),
        (
            {"not": {"ai-system": "yes", "risky": "yes"}},
            "it is not so that (AI system is Yes, and the answer to “Is it risky?” "
            "is “Yes”)",
        ),
        ({"all": [{"any": [{"ai-system": "no"}]}]}, "AI system is No"),
    ],
)
def test_a_condition_reads_as_a_sentence(written, read):
    assert sentence(parse(written), BANK) == read


def test_something_that_is_no_condition_is_refused():
    with pytest.raises(TypeError, match="not a condition"):
        sentence("ai-system", BANK)


def test_every_condition_of_the_shipped_bank_reads_as_a_sentence(shipped_bank):
    told = [sentence(each, shipped_bank) for _, _, each in conditions_of(shipped_bank)]

    assert len(told) > 300
    assert all(told)
    assert not [text for text in told if "()" in text]
