"""The condition under which an entry of the directory fits: met, not met or open."""

from collections.abc import Iterator

from compliance.domain.conditions import (
    All,
    Before,
    Condition,
    Is,
    leaves,
    subjects,
)
from compliance.domain.countries import country_name
from compliance.domain.logic import Compiler, Several, Test, Truth
from compliance.domain.sentences import sentence
from compliance.domain.support_entry import SIZE_TITLES
from compliance.domain.support_profile import Profile
from compliance.domain.support_wording import either


class Reading:
    """A profile as the conditions of many entries read it, each compiled once."""

    def __init__(self, profile: Profile):
        self.profile = profile
        dates = {each.slug: each.date for each in profile.bank.milestones}
        self._dates = dates
        self._compiler = Compiler(self._takes_several, dates)
        self._tests: dict[Condition, Test] = {}

    def truth_of(self, condition: Condition | None) -> Truth:
        """Met, not met or open; a date of the law that is not known leaves it open."""
        if condition is None:
            return True
        milestones = [each for each in leaves(condition) if isinstance(each, Before)]
        if any(each.milestone not in self._dates for each in milestones):
            return None
        if condition not in self._tests:
            self._tests[condition] = self._compiler.compile(condition)
        read = self.profile.possible_values
        possible = {subject: read(subject) for subject in subjects(condition)}
        return self._tests[condition].evaluate(possible)

    def telling(self, condition: Condition, truth: Truth) -> str:
        """The parts of the condition that come out so, in words."""
        parts = [each for each in _parts(condition) if self.truth_of(each) is truth]
        return ", and ".join(self._said(part) for part in parts or [condition])

    def _takes_several(self, subject: str) -> bool:
        return isinstance(self.profile.possible_values(subject), Several)

    def _said(self, part: Condition) -> str:
        match part:
            case Is("trl", values):
                return f"you are at TRL {either(values)}"
            case Is("size", values):
                titles = [SIZE_TITLES.get(value, value) for value in values]
                return f"your organisation is {either(titles)}"
            case Is("country", values):
                names = [country_name(value) for value in values]
                return f"you are based in {either(names)}"
        return sentence(part, self.profile.bank)


def _parts(condition: Condition) -> Iterator[Condition]:
    if not isinstance(condition, All):
        yield condition
        return
    for part in condition.parts:
        yield from _parts(part)
