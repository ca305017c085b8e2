"""Which columns of a register its fields are read from, where several would do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tpm_kit.checked_files import shown
from tpm_kit.exchange.cells import is_no_value
from tpm_kit.exchange.csv_table import Table
from tpm_kit.exchange.intake import Remarks
from tpm_kit.exchange.risk_headers import FIELDS, NO_FIELD, recognised
from tpm_kit.exchange.risk_levels import parsed
from tpm_kit.exchange.table_choice import named_columns
from tpm_kit.typed import plain

TEXTS = ("title", "event", "cause", "effect", "owner", "action")
"""Fields that no column of numbers or of level words can be: "Risk" is often called what is a score."""
ALSO = {"likelihood": "chance", "probability": "chance", "description": "event", "mitigation": "action"}
"""Other names of fields that a learner may use."""


def chosen_columns(
    table: Table, columns: Mapping[str, str | None] | None, remarks: Remarks
) -> dict[str, tuple[int, ...]]:
    """The column numbers (from 0) of each field that has any, the learner's own `columns` first.

    Columns with the same header stand in for one another, row by row. Raises TableFileError for a field or a
    header in `columns` that does not exist.
    """
    if isinstance(columns, Mapping):
        columns = {ALSO.get(field, field): header for field, header in columns.items()}
    wanted = named_columns(table, columns, FIELDS, recognised, 'columns={"impact": "Tragweite"}')
    taken = {i for places in wanted.values() for i in places}
    groups = _candidates(table, set(wanted), taken)
    chosen = {field: wanted.get(field, ()) or _best(groups.get(field, {}), table) for field in FIELDS}
    if not chosen["title"] and "title" not in wanted and chosen["event"]:
        # A description alone is what the cards are called by as well.
        chosen["title"] = chosen["event"]
    _say_what_is_left(table, chosen, groups, remarks)
    return {field: places for field, places in chosen.items() if places}


def _candidates(table: Table, wanted: set[str], taken: set[int]) -> dict[str, dict[str, list[int]]]:
    """For each field, and each kind of column without one, the columns that fit by name and content."""
    groups: dict[str, dict[str, list[int]]] = {}
    for i, header in enumerate(table.headers):
        found = recognised(header)
        if not found or i in taken or found[0] in wanted:
            continue
        field = "score" if found[0] in TEXTS and _only_levels(table, i) else found[0]
        groups.setdefault(field, {}).setdefault(plain(header) or header, []).append(i)
    return groups


def _only_levels(table: Table, place: int) -> bool:
    """Are most values numbers or words of a scale?"""
    cells = [cell for row in table.rows if not is_no_value(cell := row.cells[place])]
    return bool(cells) and 2 * sum(parsed(cell) is not None for cell in cells) > len(cells)


def _best(groups: Mapping[str, Sequence[int]], table: Table) -> tuple[int, ...]:
    def order(name: str) -> tuple[int, ...]:
        filled = sum(any(not is_no_value(row.cells[i]) for i in groups[name]) for row in table.rows)
        _, grade, rank = recognised(table.headers[groups[name][0]])
        return not filled, grade, -filled, rank, groups[name][0]

    return tuple(groups[min(groups, key=order)]) if groups else ()


def _say_what_is_left(
    table: Table,
    chosen: Mapping[str, Sequence[int]],
    groups: Mapping[str, Mapping[str, Sequence[int]]],
    remarks: Remarks,
) -> None:
    used = {i for places in chosen.values() for i in places}
    for field, names in groups.items():
        for places in names.values():
            filled = any(not is_no_value(row.cells[i]) for row in table.rows for i in places)
            header = shown(table.headers[places[0]])
            if not filled or used & set(places):
                continue
            if field in NO_FIELD:
                remarks.add(f"{header} was not taken: {NO_FIELD[field]}")
            else:
                remarks.add(
                    f"{header} could also be the {field}; {shown(table.headers[chosen[field][0]])} was taken"
                )
