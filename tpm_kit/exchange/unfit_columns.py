"""Columns with the right header and the wrong content: links to nothing, confidence on another scale."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tpm_kit.checked_files import shown
from tpm_kit.exchange.backlog_links import Finder
from tpm_kit.exchange.cells import number, one_line
from tpm_kit.exchange.csv_table import Table
from tpm_kit.exchange.intake import Remarks

Columns = Mapping[str, tuple[int, ...]]


def without_unfit_columns(table: Table, columns: Columns, remarks: Remarks) -> dict[str, tuple[int, ...]]:
    """The columns that can be read, with a remark on each of the others."""
    unfit = set(_links_to_nothing(table, columns, remarks))
    if _scale_is_unknown(table, columns.get("confidence", ())):
        unfit.update(columns["confidence"])
        header = table.headers[columns["confidence"][0]]
        remarks.add(
            f"{shown(header)} looks like a scale of 1 to 10; confidence is a share, as in 80 % or 0.8, "
            "so it was left out"
        )
    fit = {field: tuple(i for i in places if i not in unfit) for field, places in columns.items()}
    return {field: places for field, places in fit.items() if places}


def _links_to_nothing(table: Table, columns: Columns, remarks: Remarks) -> Sequence[int]:
    """The columns of links of which no value names an item of the file, kept or not."""
    titles = {}
    for row in table.rows:
        id, title = (
            next((one_line(row.cells[i]) for i in columns.get(field, ()) if row.cells[i]), "")
            for field in ("id", "title")
        )
        titles[id or title or f"row {row.number}"] = title
    find, unfit = Finder(titles), []
    for place in (*columns.get("dependencies", ()), *columns.get("blocks", ())):
        targets = [target for row in table.rows for target in find.targets(row.cells[place])]
        if targets and not any(found for found, _ in targets):
            unfit.append(place)
            header, example = shown(table.headers[place]), shown(targets[0][1])
            remarks.add(
                f"No value of {header} names an item (the first is {example}), "
                "so the column was not read as dependencies"
            )
    return unfit


def _scale_is_unknown(table: Table, places: Sequence[int]) -> bool:
    cells = [row.cells[i] for row in table.rows for i in places]
    values = [found.value for found in map(number, cells) if found]
    return 1 < max(values, default=0) <= 10 and not any("%" in cell for cell in cells)
