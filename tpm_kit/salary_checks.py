"""Reading the tables of pay with care: what is wrong is said with file, row and field."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from itertools import pairwise
from pathlib import Path
from typing import Any

from tpm_kit.checked_files import Problems, listed, read_table, shown
from tpm_kit.salary_records import SalaryDataError
from tpm_kit.salary_tables import PERCENTILES, TABLES, Number, Table, Text

Values = dict[str, Any]
ROUNDING = 1.0
"""Dollars by which a yearly figure may miss the hourly one times the hours."""


@cache
def salary_folder() -> Path | Traversable:
    """Return the folder of the tables: in the installed package, or at the top of a checkout."""
    packaged = resources.files("tpm_kit") / "data" / "salary"
    return packaged if packaged.is_dir() else Path(__file__).parents[1] / "data" / "salary"


def read_rows(folder: Path | Traversable, table: Table) -> tuple[Mapping[str, Any], ...]:
    """Return the rows of a table: texts as text, numbers as int or float, an empty figure as None.

    Raises `SalaryDataError` with every fault found.
    """
    problems: Problems = []
    rows = check_rows(folder, table, problems)
    if problems:
        raise SalaryDataError(*problems)
    return tuple(rows)


def check_rows(folder: Path | Traversable, table: Table, problems: Problems) -> list[Values]:
    """Return the sound rows of a table, and put what is wrong with the others into `problems`."""
    found: list[Values] = []
    first: dict[tuple[Any, ...], int] = {}
    for row in read_table(folder / table.file, table.file, list(table.columns), problems) or []:
        if not row.whole:
            continue
        where = f"{table.file}, row {row.number}"
        faults: Problems = []
        values = check_row(row.cells, table, where, faults)
        if not faults:
            key = tuple(values[name] for name in table.key)
            if (before := first.setdefault(key, row.number)) != row.number:
                what = f"the same {listed(table.key)} stand in row {before} already"
                faults.append(f"{where}, {table.key[-1]}: {what}; keep one of the two.")
        problems.extend(faults)
        found.extend([] if faults else [values])
    return found


def check_row(cells: Mapping[str, str], table: Table, where: str, problems: Problems) -> Values:
    """Return what the cells of one row hold; what is wrong goes to `problems`, with `where` in front."""
    faults: Problems = []
    values = {
        name: _value(cells[name].strip(), name, kind, where, faults) for name, kind in table.columns.items()
    }
    if not faults:
        faults.extend(f"{where}, {fault}" for fault in _against_each_other(values, table))
    problems.extend(faults)
    return values


def _value(text: str, name: str, kind: Text | Number, where: str, problems: Problems) -> Any:
    """Return what a cell holds, None for an empty figure; what does not fit goes to `problems`."""
    if not text:
        if not kind.empty:
            problems.append(f"{where}, {name}: the cell is empty; give {kind.wanted}.")
        return None if isinstance(kind, Number) else ""
    if isinstance(kind, Text):
        value: Any = text
        fits = (not kind.options or text in kind.options) and re.fullmatch(kind.pattern, text)
    else:
        value = _number(text, kind.whole)
        fits = value is not None and kind.least <= value <= kind.most
    if not fits:
        problems.append(f"{where}, {name}: {shown(text)} does not fit; give {kind.wanted}.")
    return value


def _number(text: str, whole: bool) -> int | float | None:
    """Return a number written with digits and a point only, or None."""
    if not re.fullmatch(r"[0-9]{1,15}" if whole else r"[0-9]{1,15}(\.[0-9]{1,9})?", text):
        return None
    return int(text) if whole else float(text)


def _against_each_other(values: Values, table: Table) -> Iterator[str]:
    """Yield what contradicts itself within a row, each beginning with the field."""
    for names in table.rising:
        there = [name for name in names if values[name] is not None]
        for low, high in pairwise(there):
            if values[low] > values[high]:
                yield f"{high}: {values[high]:,} is below {low}, {values[low]:,}; check both."
    for hourly, annual, hours in table.factor:
        if abs(values[hourly] * hours - values[annual]) > ROUNDING:
            yield f"{annual}: {values[annual]:,} is not {values[hourly]:,} × {hours:,.0f}; check both."
    for column, value, figures in table.blank:
        for name in figures:
            if (values[name] is None) != (values[column] == value):
                how = "is empty" if values[name] is None else "is given"
                yield f"{name}: the figure {how} and {column} says {shown(values[column])}; make them agree."
    if "topcoded" in values:
        yield from _censored(values)
    if "period_start" in values and values["period_start"] > values["period_end"]:
        yield f"period_end: {values['period_end']} is before the start, {values['period_start']}; check both."


def _censored(values: Values) -> Iterator[str]:
    """Yield where the list of top codes and the percentiles without a figure are not the same."""
    named = values["topcoded"].split()
    for name in PERCENTILES:
        if (values[name] is None) != (name in named):
            advice = "name it there if it was printed as #, or give the figure"
            how = (
                "has no figure and is not in topcoded"
                if values[name] is None
                else "has a figure and is in topcoded"
            )
            yield f"{name}: it {how}; {advice}."


def check_salaries(folder: Path | Traversable) -> list[str]:
    """Return what is wrong with a folder of tables of pay, one sentence each; [] when it is sound."""
    problems: Problems = []
    known: set[str] = set()
    for name in ("occupations", *(name for name in TABLES if name != "occupations")):
        table = TABLES[name]
        rows = check_rows(folder, table, problems)
        codes = {row["soc_code"]: row["occupation"] for row in rows if "occupation" in row}
        if name == "occupations":
            known = set(codes)
        for code in sorted(set(codes) - known if known else []):
            problems.append(
                f"{table.file}, soc_code: {shown(code)} is not in {TABLES['occupations'].file}; add it."
            )
    return problems
