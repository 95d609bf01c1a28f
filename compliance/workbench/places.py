"""Places on a shelf: as few of them changed as a new order allows."""

from collections.abc import Sequence

from compliance.domain.ordering import longest_rising

# Room between neighbours, so that a move changes one row.
GAP = 1 << 20


def between(below: int | None, above: int | None) -> int | None:
    """A place between two, or nothing where there is no room."""
    if below is None and above is None:
        return GAP
    if below is None:
        return above - GAP
    if above is None:
        return below + GAP
    middle = (below + above) // 2
    return middle if below < middle < above else None


def places_in_order(places: Sequence[int | None]) -> list[int]:
    """Rising places for a row of things, keeping those that rise already.

    A thing without a place gets one between its neighbours; where there is no room,
    everything is placed anew.
    """
    kept = longest_rising(places)
    result: list[int | None] = [
        place if number in kept else None for number, place in enumerate(places)
    ]
    number = 0
    while number < len(result):
        if result[number] is not None:
            number += 1
            continue
        end = number
        while end < len(result) and result[end] is None:
            end += 1
        below = result[number - 1] if number else None
        above = result[end] if end < len(result) else None
        run = _run(below, above, end - number)
        if run is None:
            return [GAP * each for each in range(1, len(places) + 1)]
        result[number:end] = run
        number = end
    return result


def _run(below: int | None, above: int | None, count: int) -> list[int] | None:
    if above is None:
        start = below or 0
        return [start + GAP * each for each in range(1, count + 1)]
    if below is None:
        return [above - GAP * each for each in range(count, 0, -1)]
    step = (above - below) // (count + 1)
    return [below + step * each for each in range(1, count + 1)] if step else None
