"""The table of expected values of a case: its columns, what its rows refer to, and whether chances can be.

The checks are as in `case_table_checks`: rows by their number in the file, and one sentence for each fault.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from tpm_kit.case_table_cells import CHANCE, MAYBE, MAYBE_AMOUNT, TEXT, Cell, one_of
from tpm_kit.checked_files import did_you_mean, shown

Rows = Mapping[int, Mapping[str, Any]]
NEEDS = {
    "risk": (),
    "gain": ("title", "chance", "value", "fact"),
    "option": ("title", "value", "fact"),
    "branch": ("title", "of", "chance", "value", "fact"),
    "event": ("title", "chance", "value", "fact"),
}
"""What a row of each kind must hold besides its id."""
SAME = 1e-9
EXPECTED_VALUE: Mapping[str, Cell] = {
    "id": TEXT,
    "kind": one_of(*NEEDS),
    "title": MAYBE,
    "of": MAYBE,
    "chance": Cell(lambda text: CHANCE.read(text) if text else None, "a number from 0 to 1, or nothing"),
    "value": MAYBE_AMOUNT,
    "fact": MAYBE,
}
"""A risk of the register by its id; a chance to gain with its value; an option with its cost, and its
branches with what each loses; events with what each costs. Values are in thousands."""


def check_expected_value(rows: Rows, items: Collection[str]) -> Iterator[str]:
    """Find rows that lack what their kind needs, branches of no option, and chances that do not add up."""
    options = {row["id"]: number for number, row in rows.items() if row["kind"] == "option"}
    chances: dict[str, float] = dict.fromkeys(options, 0.0)
    lost = False
    for number, row in rows.items():
        where = f"expected-value.csv, row {number}"
        for column in NEEDS[row["kind"]]:
            if row[column] in (None, ""):
                yield f"{where}, {column}: the cell is empty; a row of kind {row['kind']} needs it."
        if row["kind"] == "branch" and row["of"]:
            if row["of"] in options:
                chances[row["of"]] += row["chance"] or 0
            else:
                lost = True
                hint = did_you_mean(row["of"], options) or "; give the id of a row of kind option."
                yield f"{where}, of: there is no option {shown(row['of'])}{hint}"
    for id, total in chances.items() if not lost else ():
        if abs(total - 1) > SAME:
            yield (
                f"expected-value.csv, row {options[id]}, id: the chances of the branches of {shown(id)} add "
                f"up to {total:.10g}; make them 1."
            )


def check_value_risks(rows: Rows, risks: Rows) -> Iterator[str]:
    """Find rows of kind risk whose risk is not open."""
    known = [row["id"] for row in risks.values() if row["status"] == "open"]
    for number, row in rows.items():
        if row["kind"] == "risk" and row["id"] not in known:
            hint = did_you_mean(row["id"], known) or "; give the id of an open risk."
            where = f"expected-value.csv, row {number}, id"
            yield f"{where}: there is no open risk {shown(row['id'])} in risks.csv{hint}"
