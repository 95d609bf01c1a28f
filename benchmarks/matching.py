"""Matching a product with directories of 500 and of 5,000 entries."""

from dataclasses import replace
from itertools import cycle, islice

from assessments.dossier.support import profile_of
from assessments.examples import shipped_examples
from benchmarks.cases import case_of
from benchmarks.clock import medians
from compliance.bankfile import load
from compliance.directory import shipped_entries
from compliance.domain.support import match
from compliance.domain.support_entry import SupportEntry
from compliance.publishing import SHIPPED

FEW, MANY = 500, 5000
BAR = 50
ROUNDS = 25


def main() -> None:
    """Print the medians for 500 and 5,000 entries made of the shipped ones."""
    few, many = directory_of(FEW), directory_of(MANY)
    bank = load(SHIPPED)
    for example in shipped_examples(bank):
        profile = profile_of(case_of(bank, example))
        taken = medians(
            {
                "few": lambda profile=profile: match(few, profile),
                "many": lambda profile=profile: match(many, profile),
            },
            ROUNDS,
        )
        print(
            f"{example.slug:15} {FEW} entries {taken['few']:5.1f} ms, "
            f"{MANY} entries {taken['many']:5.1f} ms (bar: {BAR} ms), "
            f"{taken['many'] / taken['few']:.1f} times as long"
        )


def directory_of(size: int) -> tuple[SupportEntry, ...]:
    """So many entries, made of the shipped ones by repeating them."""
    return tuple(
        replace(entry, slug=f"{entry.slug}-{number}")
        for number, entry in enumerate(islice(cycle(shipped_entries()), size))
    )


if __name__ == "__main__":
    main()
