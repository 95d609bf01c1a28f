"""The web addresses that a bank sends its readers to."""

from collections.abc import Iterator

from compliance.domain.bank import Bank


def addresses_of(bank: Bank) -> Iterator[tuple[str, str]]:
    """Slug of an act, provision or measure and an address it names, without the place
    on the page."""
    for named in (*bank.acts, *bank.provisions):
        yield from _pages(named.slug, named.address)
    for measure in bank.measures:
        for guidance in measure.guidance:
            yield from _pages(measure.slug, guidance.address)


def _pages(slug: str, address: str) -> Iterator[tuple[str, str]]:
    if address:
        yield slug, address.partition("#")[0]
