"""The figure below the offer: the published range, what is set beside it, and the band to ask in."""

from __future__ import annotations

from typing import Any

from tpm_kit.answers import Cells
from tpm_kit.case import Case
from tpm_kit.exercises.career.areas import NATION
from tpm_kit.exercises.career.offer_sheet import Sheet
from tpm_kit.salary_data import pay


def offer_chart(case: Case) -> Any:
    """Return the chart, which has nothing to show yet."""
    from tpm_kit.figures.pay_ranges import PayRanges

    return PayRanges()


def offer_plot(answer: Cells, case: Case) -> dict[str, Any]:
    """Return what the chart draws: the range of the place and that of the nation, the sum that the learner
    sets beside them, as typed, right or not, and the band to ask in."""
    from tpm_kit.figures.pay_ranges import pay_row

    sheet = Sheet(answer)
    if sheet.area is None or not sheet.soc:
        return {"rows": ()}
    nation = pay(sheet.soc, NATION)
    title = nation.occupation.title if nation else sheet.soc
    rows = [pay_row(title, sheet.range, sheet.area.name)]
    if sheet.area.type != "national" and nation:
        rows.append(pay_row(title, nation, nation.area.name))
    low, high = sheet.low, sheet.high
    return {
        "rows": rows,
        "offer": sheet.beside or None,
        "offer_name": "set beside it",
        "band": (low, high) if low and high and low <= high else None,
        "band_name": "to ask in",
        "along": "US dollars a year, base wages without bonus and equity",
        "citation": nation.citation if nation else "",
    }
