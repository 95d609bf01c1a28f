"""Which things of a row are in order already."""

from bisect import bisect_left
from collections.abc import Sequence


def longest_rising(places: Sequence[int | None]) -> set[int]:
    """The numbers of a longest rising row of things; those without a place are out."""
    tails: list[int] = []
    ends: list[int] = []
    before: dict[int, int | None] = {}
    for number, place in enumerate(places):
        if place is None:
            continue
        spot = bisect_left(tails, place)
        before[number] = ends[spot - 1] if spot else None
        tails[spot : spot + 1] = [place]
        ends[spot : spot + 1] = [number]
    kept: set[int] = set()
    last = ends[-1] if ends else None
    while last is not None:
        kept.add(last)
        last = before[last]
    return kept
