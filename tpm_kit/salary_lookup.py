"""Single rows of a large table of pay, without pandas and without reading what nobody asks for.

The file is split into rows, by area, once; the rows of an area are taken apart and checked when one of them
is asked for. At the first fault the whole file is read with care, and all that is wrong is said.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from tpm_kit.checked_files import Problems
from tpm_kit.salary_checks import check_row, read_rows
from tpm_kit.salary_tables import Table

Rows = dict[str, Mapping[str, Any]]


class Lookup:
    """The rows of a table whose third column is `area_code`, by area and then by occupation.

    Whatever is asked raises `SalaryDataError` with every fault of the file, if there is one in the way.
    """

    def __init__(self, folder: Path | Traversable, table: Table) -> None:
        self._folder, self._table = folder, table
        self._read: dict[str, Rows] = {}
        self._lines: dict[str, list[str]] = {}
        try:
            header, *lines = (folder / table.file).read_bytes().decode("utf-8-sig").splitlines()
            if header.split(",") != list(table.columns):
                raise ValueError
            for line in lines:
                self._lines.setdefault(line.split(",", 3)[2], []).append(line)
        except (OSError, ValueError, IndexError):
            self._lines = {}
        if not self._lines or not all(map(str.isalnum, self._lines)):
            self._read_all()

    @property
    def areas(self) -> list[str]:
        """The codes of all areas, as they come."""
        return list(self._lines)

    def rows(self, area: str) -> Rows:
        """Return the rows of an area by occupation, numbers as numbers and None where there is no figure."""
        if area not in self._lines:
            return {}
        if area not in self._read:
            rows = self._take_apart(self._lines[area])
            if len(rows) != len(self._lines[area]):
                return self._read_all().get(area, {})
            self._read[area] = rows
        return self._read[area]

    def _take_apart(self, lines: list[str]) -> Rows:
        """Return the rows by occupation; fewer than there are lines if anything is amiss."""
        rows: Rows = {}
        problems: Problems = []
        try:
            for cells in csv.reader(lines):
                if len(cells) != len(self._table.columns):
                    return {}
                row = check_row(dict(zip(self._table.columns, cells, strict=True)), self._table, "", problems)
                rows[row["soc_code"]] = row
        except csv.Error:
            return {}
        return {} if problems else rows

    def _read_all(self) -> dict[str, Rows]:
        """Take every row from the careful reading, which raises for a file with faults."""
        self._read = {}
        for row in read_rows(self._folder, self._table):
            self._read.setdefault(row["area_code"], {})[row["soc_code"]] = row
        self._lines = {area: [] for area in self._read}
        return self._read
