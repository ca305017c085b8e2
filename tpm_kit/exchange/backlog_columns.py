"""Which columns of a foreign table a backlog's fields are read from, where several would do.

The class of a header's name decides first (`backlog_headers`), the number of values only between names of
one class. Columns of one class stand in for one another row by row.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from tpm_kit.checked_files import shown
from tpm_kit.exchange.backlog_headers import FIELDS, SUMMARIES, TITLE_OF_LEVEL, recognised
from tpm_kit.exchange.cells import is_no_value, number
from tpm_kit.exchange.csv_table import Table
from tpm_kit.exchange.intake import Remarks
from tpm_kit.exchange.table_choice import named_columns
from tpm_kit.typed import plain

MULTIPLE = ("dependencies", "blocks", "labels")
NUMERIC = ("effort", "value", "reach", "confidence")
# An item may have two names that differ, such as Jira's key and number: that is no contradiction.
NAMING = ("id", "title")
AMOUNT_OF_SOMETHING = re.compile(r"[€$£]\s*[\d.,'\s]+|[\d.,'\s]+(?:kg|g|lbs?|kb|mb|gb|€|\$|£|eur|usd)", re.I)
Candidates = dict[str, dict[str, list[int]]]


def usable(field: str, cell: str) -> bool:
    """Does the cell hold a value that `field` can use?"""
    if field not in NUMERIC:
        return not is_no_value(cell)
    found = number(cell) if cell else None
    return found is not None and (field != "effort" or found.value > 0)


def differ(field: str, one: str, other: str) -> bool:
    """Do two usable cells of a row contradict each other as values of `field`?"""
    if field in NUMERIC:
        return number(one) != number(other)
    return (plain(one) or one) != (plain(other) or other)


def chosen_columns(
    table: Table, columns: Mapping[str, str | None] | None, remarks: Remarks
) -> dict[str, tuple[int, ...]]:
    """The column numbers (from 0) of each field that has any, the learner's own `columns` first.

    Of several columns the first with a usable value in a row gives that row's value.
    Raises TableFileError for a field or a header in `columns` that does not exist.
    """
    wanted = named_columns(table, columns, FIELDS, recognised, 'columns={"effort": "Weight"}')
    taken = {i for places in wanted.values() for i in places}
    candidates = _candidates(table, wanted, taken)
    chosen = {field: wanted.get(field) or _best(field, candidates.get(field), table) for field in FIELDS}
    if not chosen["title"] and chosen["summary"] and not {"title", "summary"} & set(wanted):
        header = table.headers[chosen["summary"][0]]
        remarks.add(f"There is no column of titles, so {shown(header)} was taken for them")
        chosen["title"], chosen["summary"] = chosen["summary"], ()
    if chosen["title"] and not chosen["summary"] and "summary" not in wanted:
        chosen["summary"] = _left_over_summary(table, taken | {chosen["title"][0]})
    _name_the_others(table, chosen, candidates, remarks)
    return {field: places for field, places in chosen.items() if places}


def _candidates(table: Table, wanted: Mapping[str, object], taken: set[int]) -> Candidates:
    """For each field the columns that its names fit, together where they have the same name."""
    candidates: Candidates = {}
    for i, header in enumerate(table.headers):
        found = recognised(header)
        if not found or i in taken or found[0] in wanted:
            continue
        if found[0] == "effort" and _measures_something_else(table, i):
            continue
        groups = candidates.setdefault(found[0], {})
        if TITLE_OF_LEVEL.fullmatch(header):
            groups.setdefault("title of a level", []).insert(0, i)
        else:
            groups.setdefault(plain(header) or header, []).append(i)
    return candidates


def _measures_something_else(table: Table, place: int) -> bool:
    """Are most values amounts of money, of weight or of storage?"""
    cells = [row.cells[place] for row in table.rows if row.cells[place]]
    return 2 * sum(bool(AMOUNT_OF_SOMETHING.fullmatch(cell[:100])) for cell in cells) > len(cells)


def _best(field: str, groups: dict[str, list[int]] | None, table: Table) -> tuple[int, ...]:
    """The columns to read `field` from, the best first; all with a value where values can be joined."""
    if not groups:
        return ()
    counts = {name: _filled(field, places, table) for name, places in groups.items()}
    if field in MULTIPLE:
        kept = [name for name in groups if counts[name][1]] or list(groups)[:1]
        return tuple(i for name in kept for i in groups[name])
    known = {name: recognised(table.headers[places[0]]) for name, places in groups.items()}

    def order(name: str) -> tuple[int, ...]:
        (useful, filled), (_, grade, rank) = counts[name], known[name]
        return not useful, not filled, grade, -useful, -filled, rank, groups[name][0]

    best, *others = sorted(groups, key=order)
    chosen = list(groups[best])
    for name in others:
        if known[name][1] == known[best][1] and counts[name][0]:
            chosen += [i for i in groups[name] if _adds(field, i, chosen, table)]
    return tuple(chosen)


def _filled(field: str, places: Sequence[int], table: Table) -> tuple[int, int]:
    """How many rows have a value that `field` can use, and how many have any text there."""
    useful = filled = 0
    for row in table.rows:
        cells = [row.cells[i] for i in places if row.cells[i]]
        filled += bool(cells)
        useful += any(usable(field, cell) for cell in cells)
    return useful, filled


def _adds(field: str, place: int, chosen: Sequence[int], table: Table) -> bool:
    """Does this column fill a gap of the chosen ones, or contradict them?"""
    for row in table.rows:
        if usable(field, row.cells[place]):
            first = next((row.cells[i] for i in chosen if usable(field, row.cells[i])), None)
            if first is None or (field not in NAMING and differ(field, first, row.cells[place])):
                return True
    return False


def _left_over_summary(table: Table, used: set[int]) -> tuple[int, ...]:
    places = (i for i, header in enumerate(table.headers) if plain(header) in SUMMARIES and i not in used)
    return next(((i,) for i in places if any(row.cells[i] for row in table.rows)), ())


def _name_the_others(
    table: Table, chosen: Mapping[str, Sequence[int]], candidates: Candidates, remarks: Remarks
) -> None:
    used = {i for places in chosen.values() for i in places}
    for field, groups in candidates.items():
        for places in groups.values():
            if chosen[field] and not used & set(places) and _filled(field, places, table)[1]:
                left, taken = (shown(table.headers[i]) for i in (places[0], chosen[field][0]))
                remarks.add(f"{left} could also be the {field}; {taken} was taken")
