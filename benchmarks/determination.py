"""Verdicts, duties and gaps: for the shipped examples, and as banks grow."""

from functools import partial

from assessments.examples import shipped_examples
from benchmarks.clock import medians
from benchmarks.synthetic import make_answers, make_bank
from compliance.bankfile import load
from compliance.domain.answers import Answers
from compliance.domain.bank import Bank
from compliance.domain.determination import determine
from compliance.domain.gaps import find_gaps
from compliance.publishing import SHIPPED

SIZES = (100, 500, 2000)
ROUNDS = 100


def settle(bank: Bank, answers: Answers) -> None:
    """All verdicts with reasons, all duties with dates, all gaps in order."""
    find_gaps(determine(bank, answers))


def main() -> None:
    """Print the medians."""
    bank = load(SHIPPED)
    rules = sum(len(scheme.rules) for scheme in bank.schemes)
    print(
        f"The shipped bank: {len(bank.questions)} questions, {len(bank.schemes)} "
        f"schemes, {rules} rules, {len(bank.duties)} duties, {len(bank.measures)} "
        "measures"
    )
    acts = {e.slug: partial(settle, bank, e.answers) for e in shipped_examples(bank)}
    for name, taken in medians(acts, ROUNDS).items():
        print(f"  {name:15} {taken:5.2f} ms")
    grow()


def grow() -> None:
    """Print what a bank costs that is 5 and 20 times as large, law and all."""
    banks = {size: make_bank(size, size // 10) for size in SIZES}
    acts = {
        str(size): partial(settle, bank, make_answers(bank))
        for size, bank in banks.items()
    }
    taken = medians(acts, ROUNDS)
    print("Synthetic banks with a scheme and 10 duties for every 10 questions")
    for size in SIZES:
        ratio = taken[str(size)] / taken[str(SIZES[0])]
        print(
            f"  {size:5} questions {taken[str(size)]:6.2f} ms: {ratio:5.1f} times the "
            f"time for {size / SIZES[0]:.0f} times the size"
        )


if __name__ == "__main__":
    main()
