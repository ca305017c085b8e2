"""The tables of an offer: role and place, what is offered, what it comes to, what to ask for, and why."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

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
    ROWS,
    SHARE,
    TOTAL,
    choices,
)
from tpm_kit.salary_data import occupations
from tpm_kit.widgets.table import Table
from tpm_kit.widgets.table_stack import Section, TableStack
from tpm_kit.widgets.with_text import WithText

MAKES = "makes"
HEADING = "The offer, as it stands"
_MAKES = {"id": MAKES, "label": "What that makes", "kind": "result", "words": True}
_SUM = {"id": ENTRY, "label": "Sum", "note": "US dollars", "kind": "number"}


def offer_view(case: Case) -> WithText:
    """Return the tables of the offer, and below them what it comes to beside the published range."""
    sums = {**_SUM, "note": "US dollars, or % for a bonus"}
    likely = {
        "id": SHARE,
        "label": "How likely",
        "unit": "percent",
        "note": "bonus, equity",
        "kind": "number",
    }
    ground = {"id": ENTRY, "label": "In your words", "kind": "text", "long": True}
    where = {"id": ENTRY, "label": "Where", "note": "for the place only", "kind": "text"}
    tables = (
        ("Role and place", [_choice("Which", ROLE, PLACE), where, _MAKES], (ROLE, PLACE)),
        (
            "What is offered",
            [sums, _choice("Counted as", BASE, BONUS, EQUITY), likely, _MAKES],
            (BASE, BONUS, EQUITY),
        ),
        ("What it comes to in one year", [_SUM, _MAKES], (TOTAL,)),
        ("Beside the published range", [_SUM, _choice("Lies", BESIDE), _MAKES], (BESIDE,)),
        ("What to ask for", [_SUM, _MAKES], (LOW, HIGH)),
        ("On which grounds", [_choice("Kind", *GROUNDS), ground], GROUNDS),
    )
    return WithText(TableStack([Section(_table(*one), one[0]) for one in tables]), HEADING)


def _choice(label: str, *rows: str) -> dict[str, Any]:
    """Return the column of a choice; what two rows offer under one id, both call alike."""
    options = {id: text for row in rows for id, text in choices(row).items()}
    return {
        "id": KIND,
        "label": label,
        "kind": "choice",
        "options": [list(one) for one in options.items()],
        "long": True,
    }


def _table(label: str, columns: list[dict[str, Any]], ids: Sequence[str]) -> Table:
    """Return one table, with its rows by their ids."""
    rows = [
        {"id": row, "title": ROWS[row][0], "note": ROWS[row][1], "offers": {KIND: list(choices(row))}}
        for row in ids
    ]
    return Table(label=label, columns=columns, rows=rows, details={row: _facts(row) for row in ids})


def _facts(row: str) -> list[list[str]]:
    """Return what is to be known about a row."""
    if row == ROLE:
        return [[f"{one.title} ({one.soc})", one.relation] for one in occupations()]
    facts = {
        PLACE: ("Paid by place", "Ask which place counts, and what happens to the base if you move."),
        BASE: ("Counted", "An hour counts 2,080 times and a month 12 times, as in the published figures."),
        BONUS: ("How likely", "In how many of ten years was it paid in full? Ask."),
        EQUITY: ("Vests", "If nothing vests before the end of the first year, that year may bring none."),
        TOTAL: ("Counts", "Base, the bonus as far as it is likely, and one year of equity."),
        BESIDE: ("Published", "Base wages without bonus and equity; the percentiles stand below the tables."),
    }
    return [list(facts[row])] if row in facts else []
