"""Taking the time."""

from collections.abc import Callable
from statistics import median
from time import perf_counter


def milliseconds(act: Callable[[], object]) -> float:
    """How long it takes once."""
    start = perf_counter()
    act()
    return (perf_counter() - start) * 1000


def medians(acts: dict[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Name → median milliseconds; taken in turns, so that all share what disturbs."""
    for act in acts.values():
        act()
    taken = {name: [] for name in acts}
    for _ in range(rounds):
        for name, act in acts.items():
            taken[name].append(milliseconds(act))
    return {name: median(each) for name, each in taken.items()}
