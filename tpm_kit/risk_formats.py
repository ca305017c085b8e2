"""The register of notebook 07 with the learner's places and responses, and the formats in which it leaves."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any

from tpm_kit.answers import Placements
from tpm_kit.case import Case
from tpm_kit.exchange.outgoing import without_emails
from tpm_kit.exchange.risk_register_out import (
    NOWHERE,
    Band,
    RegisterEntry,
    register_csv,
    register_markdown,
)
from tpm_kit.exercises.risk.chosen_responses import Chosen, choice
from tpm_kit.exercises.risk.evidence import no_place
from tpm_kit.exercises.risk.levels import matrix_of, said_of
from tpm_kit.exercises.risk.matrix_board import Cell, places
from tpm_kit.exercises.risk.register import Risk, money, policy, risks
from tpm_kit.exercises.risk.treated import standing
from tpm_kit.roadmap_formats import Format

if TYPE_CHECKING:
    from tpm_kit.figures.risk_matrix import RiskMatrix


@dataclass(frozen=True)
class Register:
    """A register to take away: its entries, and where each risk lies on the matrix, (likelihood, impact) from
    0, before and after its response."""

    case: Case
    title: str
    entries: tuple[RegisterEntry, ...]
    at: Mapping[str, Cell]
    after: Mapping[str, Cell]
    notes: tuple[str, ...]


def register_of(case: Case, residual: Placements) -> Register:
    """Return the register of a case as the learner's answers of 7.3, 7.6 and 7.7 leave it.

    `case` holds those of 7.3 and 7.6 among its earlier answers. Worked answers are never among what is taken
    away: what the learner has not answered stays blank, or as a register of their own has it.
    """
    here = standing(case)
    fit = {risk.id for risk in risks(case) if risk.open and not no_place(risk)}
    at = {id: cell for id, cell in here.at.items() if id in fit} if here.mine or case.own else {}
    options = choice(case)
    mine = options.by_risk if options.mine else {}
    after = {id: cell for id, cell in places(residual, case).items() if id in mine and id in at}
    entries = tuple(_entry(risk, case, at, mine.get(risk.id), after) for risk in risks(case))
    notes = (
        f"Places: {here.whose}." if at else "No places yet: exercise 7.3 asks for them.",
        said_of(matrix_of(case)),
    )
    return Register(case, f"Risk register of {case.title}", entries, at, after, notes)


def _entry(
    risk: Risk, case: Case, at: Mapping[str, Cell], done: Chosen | None, after: Mapping[str, Cell]
) -> RegisterEntry:
    days, cost = risk.days_estimate, risk.cost_estimate
    row = next((row for row in case.table("risks") if row["id"] == risk.id), {})
    return RegisterEntry(
        id=risk.id,
        title=risk.title,
        cause=risk.cause,
        event=risk.event,
        effect=risk.effect,
        category=risk.category,
        items=risk.items,
        evidence=risk.fact,
        chance=risk.chance,
        days=None if days is None else (risk.days_low, risk.days, risk.days_high),
        cost=None
        if cost is None
        else tuple(1000 * one for one in (risk.cost_low, risk.cost, risk.cost_high)),
        date=risk.date,
        owner=done.owner if done and done.owner else risk.owner,
        trigger=done.trigger if done and done.trigger else risk.trigger,
        status=risk.status,
        reviewed=risk.reviewed,
        place=_band(at.get(risk.id), case),
        response=done.kind if done else "",
        action=done.action if done else row.get("action", ""),
        action_owner=done.owner if done else "",
        action_date=done.date if done else None,
        action_cost=1000 * done.cost if done else None,
        contingency=row.get("contingency", ""),
        left=_band(after.get(risk.id), case),
    )


def _band(cell: Cell | None, case: Case) -> Band:
    if cell is None:
        return NOWHERE
    here = policy(case)
    return here.likelihoods[cell[0]].name, here.impacts[cell[1]].name, matrix_of(case).level(*cell)


def markdown(register: Register) -> str:
    """Return the register as a page in Markdown, with the matrix's levels; whose places these are is for the
    learner, and not for who reads the page."""
    currency = policy(register.case).currency
    return register_markdown(register.entries, register.title, register.notes[1:], currency)


def matrix_data(register: Register) -> dict[str, Any]:
    """Return what the chart shows: the arguments of `tpm_kit.figures.risk_matrix.RiskMatrix.update`."""
    here, matrix = policy(register.case), matrix_of(register.case)
    cells = range(len(matrix.cells))
    scores = [[matrix.score(row, column) for column in range(len(matrix.cells[row]))] for row in cells]
    chances = [f"{band.upto * 100:.4g} %" for band in here.likelihoods]
    losses = [f"{band.days:g} d, {money(band.cost, here.currency)}" for band in here.impacts[:-1]]
    inside: dict[Cell, list[str]] = {}
    for id, cell in register.at.items():
        inside.setdefault(cell, []).append(without_emails(id)[:24])
    return {
        "words": matrix.cells,
        "levels": matrix.levels,
        "rows": [band.name for band in here.likelihoods],
        "columns": [band.name for band in here.impacts],
        "scores": None if any(score is None for row in scores for score in row) else scores,
        "inside": inside,
        "moves": [(without_emails(id)[:24], register.at[id], cell) for id, cell in register.after.items()],
        "title": without_emails(register.title),
        "axes": ("Likelihood", "Impact: the higher of days and money"),
        "edges": (["", *chances[:-1], ""], ["", *losses, ""]),
    }


def matrix_chart(register: Register) -> RiskMatrix:
    """Return the matrix as a chart on white, in its light colours."""
    from tpm_kit.figures.risk_matrix import RiskMatrix

    chart = RiskMatrix()
    chart.update(**matrix_data(register))
    chart.figure.set_facecolor("white")
    return chart


def _svg(register: Register) -> bytes:
    """Return the matrix as SVG, its text alternative in the element `desc`, which screen readers read."""
    chart, file = matrix_chart(register), io.BytesIO()
    about = {"Title": without_emails(register.title), "Date": None, "Creator": "TPM Kit"}
    chart.figure.savefig(file, format="svg", facecolor="white", metadata=about)
    told = f"</title>\n <desc>{escape(chart.alt, quote=False)}</desc>"
    return file.getvalue().decode().replace("</title>", told, 1).encode()


FORMATS: Mapping[str, Format] = {
    "csv": Format(
        "CSV",
        ".csv",
        "text/csv",
        lambda register: register_csv(register.entries, policy(register.case).currency),
        "use_risks reads it again after you changed it in a spreadsheet.",
    ),
    "markdown": Format("Markdown", ".md", "text/markdown", lambda register: markdown(register).encode()),
    "png": Format("Matrix (PNG)", "-matrix.png", "image/png", lambda register: matrix_chart(register).png()),
    "svg": Format("Matrix (SVG)", "-matrix.svg", "image/svg+xml", _svg),
}
