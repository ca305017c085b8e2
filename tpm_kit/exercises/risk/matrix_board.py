"""The matrix as a board: five bands of likelihood and of impact, a level in each cell, a card for each risk.

Rows are called "1" (the lowest likelihood) to "5", with "5" on top, columns "1" (the lowest impact) to "5".
Whatever asks for a cell as numbers gets (likelihood, impact), both from 0 to 4.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any, Self

from tpm_kit.answers import Placements
from tpm_kit.case import Case
from tpm_kit.exercises.cards import LONGEST, LONGEST_TITLE, card_note, item_titles
from tpm_kit.exercises.risk.levels import cells, matrix_of
from tpm_kit.exercises.risk.register import Risk, expected_cost, expected_days, money, policy, risks
from tpm_kit.exercises.roadmap.sprint_words import short_day
from tpm_kit.exercises.wording import cut, date, names, percent
from tpm_kit.methods.risk_matrix import Cell
from tpm_kit.widgets.board import Board
from tpm_kit.widgets.linked_board import LinkedBoard

IDS = ("1", "2", "3", "4", "5")
"""The ids of rows (likelihoods) and of columns (impacts), from low to high."""
ROW, COLUMN = "likelihood", "impact"


class MatrixPlaces(Placements):
    """Cards on the matrix. A part's value is "2/4": its likelihood and its impact, by their ids."""

    @classmethod
    def in_words(cls, value: str, names: Mapping[str, str]) -> str:
        """Say which number is which; rows and columns have the same ids, so names cannot tell."""
        row, _, column = value.partition("/")
        return f"{ROW} {row} · {COLUMN} {column}"

    @classmethod
    def at(cls, places: Mapping[str, Cell]) -> Self:
        """Return cards placed in these cells: card id -> (likelihood, impact)."""
        return cls.of({id: cell_name(cell) for id, cell in places.items()})


def cell_name(cell: Cell) -> str:
    """Return a cell as a worked answer's file writes it.

    >>> cell_name((1, 3))
    '2/4'
    """
    return "/".join(IDS[step] for step in cell)


def places(answer: Placements, case: Case) -> dict[str, Cell]:
    """Return where the learner put the risks: id -> (likelihood, impact), each 0 to 4.

    Cards that are no risk of the case, and places that are none on the matrix, are left out.
    """
    known = {risk.id for risk in risks(case)}
    return {
        place.id: (IDS.index(place.row), IDS.index(place.column))
        for place in answer.places
        if place.id in known and place.row in IDS and place.column in IDS
    }


def likelihood_ranges(case: Case) -> list[str]:
    """Return what each band of likelihood reaches over, from low to high: "20 to 50 %"."""
    tops = [band.upto for band in policy(case).likelihoods]
    figures = [f"{top * 100:.4g}" for top in tops]
    between = [f"{low} to {high} %" for low, high in pairwise(figures[:-1])]
    return [f"up to {figures[0]} %", *between, f"over {figures[-2]} %"]


def impact_ranges(case: Case) -> list[str]:
    """Return what each band of impact reaches up to, from low to high: "up to 5 days or €15,000"."""
    here = policy(case)
    tops = [f"{days_of(band.days)} or {money(band.cost, here.currency)}" for band in here.impacts[:-1]]
    return [*(f"up to {top}" for top in tops), f"over {tops[-1]}"]


def days_of(days: float) -> str:
    """Return a number of working days with its unit.

    >>> days_of(1), days_of(0.5), days_of(10.0)
    ('1 day', '0.5 days', '10 days')
    """
    return f"{round(days, 2):.10g} {'day' if days == 1 else 'days'}"


def matrix_board(
    case: Case,
    cards: Sequence[Mapping[str, Any]],
    *,
    linked: bool = False,
    details: Mapping[str, Sequence[Sequence[str]]] | None = None,
    label: str = "",
    tray: str = "Not placed",
    legend: str = "",
) -> Board:
    """Return the 5 × 5 board with these cards, tinted and labelled by the case's matrix.

    `cards` are those of `risk_card`, or others with an id and a title; `details` gives each card's facts by
    its id. A linked board draws arrows between cards, and says in its `legend` what they mean.
    """
    here = policy(case)
    chances, losses = likelihood_ranges(case), impact_ranges(case)
    rows = [
        {"id": id, "label": f"{id} · {cut(band.name, 30)}, {chance}"}
        for id, band, chance in zip(IDS, here.likelihoods, chances, strict=True)
    ]
    columns = [
        {"id": id, "label": f"{id} · {cut(band.name, 30)}", "note": loss}
        for id, band, loss in zip(IDS, here.impacts, losses, strict=True)
    ]
    given: dict[str, Any] = {
        "label": label or f"Risk matrix for {case.title}",
        "rows": rows[::-1],
        "columns": columns,
        "cells": cells(matrix_of(case)),
        "cards": list(cards),
        "details": details,
        "tray": tray,
    }
    return LinkedBoard(legend=legend, **given) if linked else Board(**given)


def short_title(risk: Risk) -> str:
    """Return the title of a risk as cards and findings show it."""
    return cut(risk.title, LONGEST_TITLE) or risk.id


def risk_card(risk: Risk, at: Cell | None = None, *, id: str = "") -> dict[str, Any]:
    """Return the card of a risk; with `at` it lies there and cannot be moved.

    `id` is for a second card of the same risk.
    """
    by = f"by {short_day(risk.date)}" if risk.date else ""
    card = {"id": id or risk.id, "title": short_title(risk), "note": card_note(risk.id, by)}
    if at is None:
        return card
    return {**card, "row": IDS[at[0]], "column": IDS[at[1]], "fixed": True, "tone": "grey"}


def risk_facts(risk: Risk, case: Case, *, numbers: bool = False) -> list[list[str]]:
    """Return the facts of a risk as pairs of name and text; what is not known is left out.

    The estimates are among them if `numbers` asks for them, or if there is no evidence to read them from.
    """
    titles = item_titles(case)
    facts = [
        ("Risk", risk.title if len(risk.title) > LONGEST_TITLE else ""),
        ("Cause", risk.cause),
        ("Event", risk.event),
        ("Effect", risk.effect),
        ("Evidence", risk.fact),
        ("Delays", names([titles[id] for id in risk.items if id in titles])),
        ("Estimate", estimate_of(risk, case) if numbers or not risk.fact.strip() else ""),
        ("Expected", expectation_of(risk, case) if numbers else ""),
        ("Can strike by", date(risk.date) if risk.date else ""),
        ("Owner", risk.owner),
    ]
    return [[name, cut(text, LONGEST)] for name, text in facts if text]


def estimate_of(risk: Risk, case: Case) -> str:
    """Return chance, days and money of a risk as the register has them, without what is not known."""
    known = (
        f"chance {percent(risk.chance)}" if risk.chance is not None else "",
        f"{days_of(risk.days)} lost" if risk.days is not None else "",
        f"{money(risk.cost, policy(case).currency)} besides" if risk.cost is not None else "",
    )
    return ", ".join(filter(None, known))


def expectation_of(risk: Risk, case: Case) -> str:
    """Return chance times loss, in days and in money; "" where either factor is not known."""
    days, cost = expected_days(risk), expected_cost(risk)
    known = (
        f"{round(days, 1):.10g} days" if days is not None else "",
        money(cost, policy(case).currency) if cost is not None else "",
    )
    return " and ".join(filter(None, known))


def level_of(cell: Cell, case: Case) -> str:
    """Return the level word of a cell in the case's matrix."""
    return matrix_of(case).level(*cell)


def level_counts(at: Iterable[Cell], case: Case) -> list[tuple[str, int]]:
    """Return how many of these places have each level, from high to low; levels without any are left out."""
    matrix = matrix_of(case)
    counts = Counter(matrix.level(*cell) for cell in at)
    return [(level, counts[level]) for level in reversed(matrix.levels) if counts[level]]


def level_meters(at: Iterable[Cell], case: Case) -> dict[str, dict[str, str]]:
    """Return for each column how many of these places have each level: what `live` gives a board."""
    at = list(at)
    meters = {}
    for step, id in enumerate(IDS):
        counts = level_counts((cell for cell in at if cell[1] == step), case)
        meters[id] = {"text": " · ".join(f"{count}\u00a0{level}" for level, count in counts)}
    return meters
