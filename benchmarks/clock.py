"""Taking the time: the processor's, so that a busy machine tells the same."""

from collections.abc import Callable
from statistics import median
from time import process_time


def milliseconds(act: Callable[[], object]) -> float:
    """How much processor time it takes once."""
    start = process_time()
    act()
    return (process_time() - start) * 1000


def medians(acts: dict[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Name → median milliseconds of processor time; taken in turns, so that all share what disturbs."""
    for act in acts.values():
        act()
    taken = {name: [] for name in acts}
    for _ in range(rounds):
        for name, act in acts.items():
            taken[name].append(milliseconds(act))
    return {name: median(each) for name, each in taken.items()}
