"""The scores of a register, checked against its own likelihoods and impacts."""

from __future__ import annotations

import math
from collections.abc import Sequence

from tpm_kit.checked_files import shown
from tpm_kit.exchange.csv_table import Row, Table
from tpm_kit.exchange.intake import Remarks
from tpm_kit.exchange.risk_headers import recognised
from tpm_kit.exchange.risk_levels import parsed
from tpm_kit.exchange.risk_numbers import Numbers


def check_scores(table: Table, rows: Sequence[Row], numbers: Numbers, remarks: Remarks) -> None:
    """Remark on the rows whose score is not likelihood times impact, in a file where most of them are."""
    kinds = [numbers.kinds[field].kind for field in ("chance", "impact") if field in numbers.kinds]
    if kinds != ["steps", "steps"]:
        return
    for place, header in enumerate(table.headers):
        if (recognised(header) or ("",))[0] != "score":
            continue
        sums = [(row, *factors) for row in rows if (factors := _factors(row, place, numbers))]
        wrong = [one for one in sums if not math.isclose(one[1] * one[2], one[3])]
        if 2 * len(wrong) < len(sums):
            for row, likely, grave, score in wrong:
                remarks.add(
                    f"{shown(header)} is not likelihood × impact",
                    f"row {row.number} ({likely:g} × {grave:g}, not {score:g})",
                )


def _factors(row: Row, place: int, numbers: Numbers) -> tuple[float, float, float] | None:
    """Return likelihood, impact and score of a row, if all of them are numbers."""
    texts = (numbers.cell(row, "chance"), numbers.cell(row, "impact"), row.cells[place])
    cells = [parsed(text) if text else None for text in texts]
    if any(cell is None or cell.value is None for cell in cells):
        return None
    likely, grave, score = (cell.value for cell in cells)
    return likely, grave, score
