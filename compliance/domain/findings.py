"""Verdicts as values: what a scheme or a duty comes to, and the reasons."""

from dataclasses import dataclass

from compliance.domain.law import Dispute, Rule
from compliance.domain.logic import Truth

MET, NOT_MET, OPEN, OTHERWISE = "met", "not-met", "open", "otherwise"


@dataclass(frozen=True)
class Reason:
    """One rule's part in a verdict and the subjects (slugs) that account for it."""

    rule: Rule
    outcome: str
    because: tuple[str, ...]


@dataclass(frozen=True)
class Finding:
    """The verdict of one scheme.

    `applies` says whether the scheme is decided at all; `values` hold for certain,
    `possible` may still hold (they include the certain ones).
    """

    scheme: str
    applies: Truth
    values: tuple[str, ...]
    possible: tuple[str, ...]
    settled: bool
    reasons: tuple[Reason, ...]
    gate: tuple[str, ...] = ()

    @property
    def disputes(self) -> tuple[Dispute, ...]:
        """The other readings of the rules that carry the verdict.

        While a verdict is open, a rule that only may hold disputes nothing yet.
        """
        return tuple(
            reason.rule.disputed
            for reason in self.telling
            if reason.rule.disputed and (self.settled or reason.outcome != OPEN)
        )

    @property
    def telling(self) -> tuple[Reason, ...]:
        """The rules that hold or may hold, without those ruled out."""
        return tuple(each for each in self.reasons if each.outcome != NOT_MET)

    @property
    def support(self) -> tuple[str, ...]:
        """The questions and schemes that the verdict rests on, as far as it goes."""
        return tuple(
            dict.fromkeys(
                [*self.gate, *(each for r in self.reasons for each in r.because)]
            )
        )


@dataclass(frozen=True)
class DutyFinding:
    """Whether a duty applies (True, False or open), and from which milestones."""

    duty: str
    truth: Truth
    milestones: tuple[str, ...]
    because: tuple[str, ...]


@dataclass(frozen=True)
class OpenQuestion:
    """A question that would settle something, and the verdicts that wait for it."""

    slug: str
    settles: tuple[str, ...]
