"""How a finding on an offer names the cell that it is about."""

from __future__ import annotations

from tpm_kit.exercise import Finding
from tpm_kit.exercises.career.offer_cells import COLUMNS, ROWS, cell_titles


def about(level: str, row: str, column: str, seen: str, why: str = "", do: str = "") -> Finding:
    """Return a finding on a cell, which begins with the cell's title."""
    cell = f"{row}:{column}"
    titles = cell_titles()
    title = titles.get(cell, f"{ROWS[row][0]}: {COLUMNS[column]}")
    return Finding(level, f"{title}. {seen}", why, do, (cell,) if cell in titles else ())
