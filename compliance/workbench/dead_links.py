"""Addresses of a bank that have not answered for some time."""

from collections.abc import Iterator

from compliance.domain.addresses import addresses_of
from compliance.domain.contents import Fault
from compliance.models import LinkCheck
from compliance.workbench.state import State


def dead_links(state: State) -> Iterator[Fault]:
    """The parts with a link that failed several times in a row, each once."""
    dead = {check.url: check for check in LinkCheck.objects.dead()}
    named = dict.fromkeys(addresses_of(state.bank)) if dead else {}
    for slug, address in named:
        if address in dead:
            check = dead[address]
            yield Fault(
                slug,
                f'{state.kind_of.get(slug, "act")} "{slug}".address',
                f"its address {check.get_outcome_display()}, {check.failures} times",
                "Look where the text stands now, and write the new address.",
            )
