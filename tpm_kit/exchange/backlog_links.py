"""Dependencies of a foreign backlog: names in cells become links between items; what cannot is said."""

from __future__ import annotations

import graphlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from tpm_kit.checked_files import shown
from tpm_kit.exchange.cells import clean, is_no_value, one_line
from tpm_kit.exchange.intake import Remarks

CYCLES_SHOWN = 5


class Named(NamedTuple):
    """What one row says of its links: its number, its item's id, and the cells that name other items."""

    row: int
    id: str
    needs: Sequence[str]
    blocks: Sequence[str]


def resolved_links(
    rows: Sequence[Named], titles: Mapping[str, str], remarks: Remarks
) -> dict[str, tuple[str, ...]]:
    """For each id the ids of the items that must be done before it, each once.

    `titles` gives every item's title by its id. A link from either side counts once. Unknown targets and
    links to the item itself are left out with a remark; a cycle stays, and its path is given in a remark.
    """
    find = Finder(titles)
    needs: dict[str, dict[str, None]] = {id: {} for id in titles}
    for row in rows:
        for cells, reverse in ((row.needs, False), (row.blocks, True)):
            for target, text in (pair for cell in cells for pair in find.targets(cell)):
                if target is None:
                    remarks.add(
                        "A dependency names no item that was kept, or several, so it was left out",
                        f"row {row.row} {shown(text)}",
                    )
                elif target == row.id:
                    remarks.add(
                        "An item depends on itself; that link was left out", f"row {row.row} {shown(row.id)}"
                    )
                else:
                    first, second = (row.id, target) if reverse else (target, row.id)
                    needs[second][first] = None
    for path in _cycles(needs):
        remarks.add("Items wait for one another in a circle; the links were kept", " needs ".join(path))
    return {id: tuple(targets) for id, targets in needs.items()}


class Finder:
    """Finds items by id, or by a title that only one item has. `titles` gives the title of each id."""

    def __init__(self, titles: Mapping[str, str]):
        often = Counter(titles.values())
        # An item without an id goes by its title, and a title of several items names none of them.
        sure = [id for id, title in titles.items() if id != title or often[title] == 1]
        self._by_name = {id.casefold(): id for id in reversed(sure)} | {id: id for id in sure}
        self._by_title = {title: id for id, title in titles.items() if often[title] == 1}

    def _one(self, text: str) -> str | None:
        for name in (text, text.casefold(), text.removeprefix("#")):
            if name in self._by_name:
                return self._by_name[name]
        return self._by_title.get(text)

    def targets(self, cell: str) -> Iterator[tuple[str | None, str]]:
        """Each item named in the cell, or None, with the text that names it."""
        whole = self._one(one_line(cell))
        if whole is not None:
            yield whole, cell
            return
        for part in map(clean, re.split(r"[,;|\r\n]", cell)):
            found = self._one(part)
            words = part.split()
            if found is not None or len(words) < 2:
                if found is not None or (part and not is_no_value(part)):
                    yield found, part
            elif any(self._one(word) for word in words) or all(re.search(r"\d", word) for word in words):
                yield from ((self._one(word), word) for word in words)
            else:
                yield None, part


def _cycles(needs: Mapping[str, Iterable[str]]) -> Iterator[list[str]]:
    """Up to five cycles, each as a path that ends where it begins."""
    graph = {id: set(targets) for id, targets in needs.items()}
    for _ in range(CYCLES_SHOWN):
        try:
            graphlib.TopologicalSorter(graph).prepare()
            return
        except graphlib.CycleError as error:
            path = error.args[1][::-1]
        yield path
        graph[path[0]].discard(path[1])
