"""What no answers seem to reach: rules that never hold, questions that are never asked.

The reference cases show most of it; for the rest answers are aimed at what is missing.
The search is bounded: what it does not reach may still be reachable, and what there was
no budget for is not told of.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from compliance.domain.aiming import Aim
from compliance.domain.answers import answer_of
from compliance.domain.bank import Bank
from compliance.domain.conditions import Condition
from compliance.domain.determination import Determination, determine
from compliance.domain.findings import MET, OTHERWISE
from compliance.domain.outcomes import answers_of

Goals = tuple[Condition, ...]
TRIES = 6
# Questions walked through in one search, over all answers tried.
BUDGET = 60_000


@dataclass(frozen=True)
class Unreached:
    """Slugs of rules that no answers tried made hold, and of questions never asked."""

    rules: tuple[str, ...]
    questions: tuple[str, ...]


def unreached(bank: Bank) -> Unreached:
    """Search for answers that make each rule hold and have each question asked."""
    search = _Search(bank)
    for case in bank.reference_cases:
        search.note(determine(bank, answers_of(case)))
    return search.run()


class _Search:
    def __init__(self, bank: Bank):
        self.bank = bank
        self.aim = Aim(bank)
        self.reached: set[str] = set()
        self.left = max(BUDGET // max(len(bank.questions), 1), TRIES)

    def note(self, found: Determination) -> None:
        """Mark what held and what was asked."""
        self.reached.update(slug for slug, asked in found.asked.items() if asked)
        for finding in found.findings.values():
            for reason in finding.reasons:
                if finding.applies and reason.outcome in (MET, OTHERWISE):
                    self.reached.add(reason.rule.slug)

    def run(self) -> Unreached:
        """Try what is missing; tell what was tried in vain."""
        rules = [slug for slug, goal in self._rules() if self._fails(slug, goal)]
        questions = [slug for slug, goal in self._gates() if self._fails(slug, goal)]
        return Unreached(tuple(rules), tuple(questions))

    def _rules(self) -> Iterator[tuple[str, Goals]]:
        # The `otherwise` that closes a scheme is demanded, reachable or not.
        for scheme in self.bank.schemes:
            for rule in scheme.rules:
                yield rule.slug, self.aim.goals_of(scheme, rule)

    def _gates(self) -> Iterator[tuple[str, Goals]]:
        for slug, question in self.bank.questions.items():
            gate = self.bank.rulebook.gate_of(question)
            if gate is not None:
                yield slug, (gate,)

    def _fails(self, slug: str, goals: Goals) -> bool:
        """Whether answers were aimed at it and none reached it."""
        for goal in goals:
            for given in islice(self.aim.ways(goal), TRIES):
                if slug in self.reached or not self.left:
                    return False
                self._try(given)
        return slug not in self.reached and self.left > 0

    def _try(self, given: Mapping[str, tuple[str, ...]]) -> None:
        self.left -= 1
        answers = {slug: answer_of(list(values)) for slug, values in given.items()}
        self.note(determine(self.bank, answers))
