"""Matching a product with a directory of 5,000 entries."""

from dataclasses import replace
from itertools import cycle, islice

from assessments.dossier.support import profile_of
from assessments.examples import shipped_examples
from benchmarks.cases import case_of
from benchmarks.clock import medians
from compliance.bankfile import load
from compliance.directory import shipped_entries
from compliance.domain.support import match
from compliance.publishing import SHIPPED

ENTRIES = 5000
ROUNDS = 15


def main() -> None:
    """Print the medians for the shipped directory and one of 5,000 entries."""
    shipped = shipped_entries()
    many = tuple(
        replace(entry, slug=f"{entry.slug}-{number}")
        for number, entry in enumerate(islice(cycle(shipped), ENTRIES))
    )
    bank = load(SHIPPED)
    for example in shipped_examples(bank):
        profile = profile_of(case_of(bank, example))
        taken = medians(
            {
                "shipped": lambda profile=profile: match(shipped, profile),
                "many": lambda profile=profile: match(many, profile),
            },
            ROUNDS,
        )
        print(
            f"{example.slug:15} {len(shipped)} entries {taken['shipped']:6.1f} ms, "
            f"{ENTRIES} entries {taken['many']:6.1f} ms: "
            f"{taken['many'] / taken['shipped']:.1f} times the time for "
            f"{ENTRIES / len(shipped):.1f} times the entries"
        )


if __name__ == "__main__":
    main()
