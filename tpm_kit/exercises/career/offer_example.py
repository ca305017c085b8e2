"""The offer that exercise 11.4 brings along, made of published figures only, and what can be said of it."""

from __future__ import annotations

from tpm_kit.answers import Cells
from tpm_kit.case import Case
from tpm_kit.exercises.career.offer_cells import (
    BASE,
    BESIDE,
    BONUS,
    ENTRY,
    EQUITY,
    GROUNDS,
    HIGH,
    KIND,
    LOW,
    PLACE,
    ROLE,
    SHARE,
    TOTAL,
)
from tpm_kit.exercises.career.offer_sheet import Sheet
from tpm_kit.salary_data import pay

EXAMPLE_SOC, EXAMPLE_AREA = "11-3021", "12420"
EXAMPLE_CHANCE = 50
"""How likely the example's bonus is, in percent: an assumption, and no figure of pay."""
EXAMPLE_YEARS = 4


def example() -> dict[str, str]:
    """Return the offer by `row:column`.

    Its base is the 25th percentile of computer and information systems managers in Austin, its bonus the step
    from there to the median, and its shares bring each year the step from the median to the 75th percentile.
    """
    known = pay(EXAMPLE_SOC, EXAMPLE_AREA)
    return {
        f"{ROLE}:{KIND}": EXAMPLE_SOC,
        f"{PLACE}:{ENTRY}": known.area.name,
        f"{PLACE}:{KIND}": "on-site",
        f"{BASE}:{ENTRY}": f"{known.p25:,}",
        f"{BASE}:{KIND}": "year",
        f"{BONUS}:{ENTRY}": f"{known.p50 - known.p25:,}",
        f"{BONUS}:{KIND}": "amount",
        f"{BONUS}:{SHARE}": f"{EXAMPLE_CHANCE} %",
        f"{EQUITY}:{ENTRY}": f"{EXAMPLE_YEARS * (known.p75 - known.p50):,}",
        f"{EQUITY}:{KIND}": f"over-{EXAMPLE_YEARS}",
    }


def is_example(answer: Cells) -> bool:
    """Say whether the sums of the offer are still those of the example."""
    sums = {cell: text for cell, text in example().items() if cell.partition(":")[0] in (BASE, BONUS, EQUITY)}
    return all(answer.value(cell) == text for cell, text in sums.items())


def beginning(case: Case) -> Cells:
    """Return the table with the example in it, and everything to be judged still blank."""
    return Cells.of(example())


def solution(case: Case) -> dict[str, tuple[str, str]]:
    """Return the example judged. Its second ground is left to the learner: it would have to be their own."""
    given = example()
    sheet, known = Sheet(Cells.of(given)), pay(EXAMPLE_SOC, EXAMPLE_AREA)
    base, middle = f"{known.p25:,}", (known.p25 + known.p50) // 2
    found = {cell: (text, "The example, worked out from published figures.") for cell, text in given.items()}
    parts = f"{sheet.base:,.0f} + {sheet.bonus_full:,.0f} × {EXAMPLE_CHANCE} %"
    ground = (
        f"The median for this occupation in Austin was {known.p50:,} dollars of base in May {known.year} "
        "(BLS OEWS)."
    )
    found[f"{ROLE}:{KIND}"] = (EXAMPLE_SOC, f"{known.occupation.title}: {known.occupation.relation}.")
    return found | {
        f"{TOTAL}:{ENTRY}": (f"{sheet.sum:,.0f}", f"{parts} + {sheet.grant:,.0f} ÷ {EXAMPLE_YEARS}."),
        f"{BESIDE}:{ENTRY}": (
            base,
            "Base beside base: the published figures have no bonus and no equity in them.",
        ),
        f"{BESIDE}:{KIND}": (
            "25-50",
            "It is the 25th percentile itself, so the part below it would do as well.",
        ),
        f"{LOW}:{ENTRY}": (f"{middle:,}", "Half of the way from the offer to the median."),
        f"{HIGH}:{ENTRY}": (
            f"{known.p50:,}",
            "The median: half of the people there have that much base or more.",
        ),
        f"{GROUNDS[0]}:{KIND}": ("published", "It can be looked up by the other side."),
        f"{GROUNDS[0]}:{ENTRY}": (
            ground,
            "It says which percentile, where, of when, and whose figure it is.",
        ),
    }
