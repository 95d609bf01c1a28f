"""Taking the time: the processor's, as a busy machine tells the same, or the wall's."""

from collections.abc import Callable
from statistics import median
from time import perf_counter, process_time

Act = Callable[[], object]
PROCESSOR, WALL = process_time, perf_counter


def milliseconds(act: Act, clock: Callable[[], float] = PROCESSOR) -> float:
    """How long it takes once."""
    start = clock()
    act()
    return (clock() - start) * 1000


def medians(
    acts: dict[str, Act], rounds: int, clock: Callable[[], float] = PROCESSOR
) -> dict[str, float]:
    """Name → median milliseconds; taken in turns, so that all share what disturbs."""
    for act in acts.values():
        act()
    taken = {name: [] for name in acts}
    for _ in range(rounds):
        for name, act in acts.items():
            taken[name].append(milliseconds(act, clock))
    return {name: median(each) for name, each in taken.items()}
