"""Where the nodes of a network go: columns from left to right, each node right of all that it waits for.

After K. Sugiyama, S. Tagawa and M. Toda, "Methods for visual understanding of hierarchical system
structures", IEEE Transactions on Systems, Man and Cybernetics, 1981: a link over several columns gets a place
in each of them, and the places of a column are put in the order of the mean of their neighbours.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

Link = tuple[int, int]
SWEEPS = 6


class Layers(NamedTuple):
    """`columns` hold places: a node by its position, or (link, column) where a link passes by. `ways` gives
    for each link the places that it joins."""

    columns: list[list[object]]
    ways: list[list[object]]


def layers(count: int, links: Sequence[Link]) -> Layers:
    """Return the places of `count` nodes, given by position, and of the links between them.

    A link that closes a circle goes straight back to the left.
    """
    rank = _ranks(count, links)
    columns: list[list[object]] = [[] for _ in range(max(rank, default=-1) + 1)]
    for node in range(count):
        columns[rank[node]].append(node)
    ways = []
    for at, (before, after) in enumerate(links):
        passed = [(at, column) for column in range(rank[before] + 1, rank[after])]
        for place in passed:
            columns[place[1]].append(place)
        ways.append([before, *passed, after])
    joined: dict[object, set[object]] = {}
    for way in ways:
        for one, other in pairwise(way):
            joined.setdefault(one, set()).add(other)
            joined.setdefault(other, set()).add(one)
    for sweep in range(SWEEPS):
        pairs = list(pairwise(columns))
        for fixed, moved in pairs if sweep % 2 == 0 else [pair[::-1] for pair in reversed(pairs)]:
            height = {place: (at + 0.5) / len(fixed) for at, place in enumerate(fixed)}
            own = {place: (at + 0.5) / len(moved) for at, place in enumerate(moved)}
            moved.sort(key=lambda place: _mean(place, joined, height, own[place]))
    return Layers(columns, ways)


def _mean(place: object, joined: dict[object, set[object]], height: dict[object, float], own: float) -> float:
    known = [height[one] for one in joined.get(place, ()) if one in height]
    return sum(known) / len(known) if known else own


def _ranks(count: int, links: Sequence[Link]) -> list[int]:
    """Return the column of each node: the most links on a way to it, without those that close a circle."""
    after: list[list[int]] = [[] for _ in range(count)]
    for one, other in links:
        after[one].append(other)
    done: list[int] = []
    state = [0] * count
    for start in range(count):
        # Depth first, without recursion; 1 stands for a node on the present way.
        way = [start] * (state[start] == 0)
        while way:
            node = way[-1]
            state[node] = 1
            new = next((one for one in after[node] if state[one] == 0), None)
            if new is not None:
                way.append(new)
            else:
                state[node] = 2
                done.append(way.pop())
    place = {node: at for at, node in enumerate(reversed(done))}
    rank = [0] * count
    for node in reversed(done):
        for one in after[node]:
            if place[one] > place[node]:
                rank[one] = max(rank[one], rank[node] + 1)
    return rank
