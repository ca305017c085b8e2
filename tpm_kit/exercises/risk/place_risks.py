"""Each risk on the matrix: likelihood and impact from what is known, not from what is feared."""

from __future__ import annotations

from typing import Any

from tpm_kit.answers import Cells, Placements
from tpm_kit.case import Case
from tpm_kit.exercise import Exercise
from tpm_kit.exercises.risk import NOTEBOOK
from tpm_kit.exercises.risk.evidence import (
    at_upper_end,
    chance_of,
    counted,
    fixed_places,
    loss_of,
    no_place,
    suggested_places,
    to_place,
)
from tpm_kit.exercises.risk.levels import REPAIR
from tpm_kit.exercises.risk.matrix_board import (
    MatrixPlaces,
    cell_name,
    impact_ranges,
    level_meters,
    likelihood_ranges,
    matrix_board,
    risk_card,
    risk_facts,
    short_title,
)
from tpm_kit.exercises.risk.place_risks_balance_rules import (
    above_the_appetite,
    matrices_disagree,
    not_checked,
    something_is_first,
)
from tpm_kit.exercises.risk.place_risks_rules import (
    axes_are_not_exchanged,
    belongs_on_the_matrix,
    higher_loss_counts,
    impact_fits,
    issues_stay_out,
    likelihood_fits,
)
from tpm_kit.exercises.risk.placing import Placing
from tpm_kit.exercises.risk.register import Risk, policy, risks
from tpm_kit.exercises.risk.register_inputs import INPUTS
from tpm_kit.exercises.wording import count
from tpm_kit.widgets.board import Board


def place_board(case: Case) -> Board:
    """Return the board: what is placed already lies there, the others wait in the tray."""
    fixed, moved = fixed_places(case), to_place(case)
    known = {risk.id: risk for risk in risks(case)}
    cards = [*(risk_card(known[id], cell) for id, cell in fixed.items()), *map(risk_card, moved.values())]
    details = {id: risk_facts(known[id], case) for id in (*fixed, *moved)}
    return matrix_board(case, cards, details=details, tray="Not on the matrix")


def place_parts(case: Case) -> dict[str, str]:
    """Return the titles of the risks to place, by id."""
    return {id: short_title(risk) for id, risk in to_place(case).items()}


def belonging(answer: Placements, case: Case) -> list[str]:
    """Return the ids of what has to be on the matrix: all but what is no risk."""
    return [id for id, risk in to_place(case).items() if not no_place(risk)]


def place_start(case: Case) -> MatrixPlaces:
    """Return the places that a register of one's own gives its risks; none in a shipped case."""
    moved = to_place(case)
    return MatrixPlaces.at({id: cell for id, cell in suggested_places(case).items() if id in moved})


def place_live(answer: Placements, case: Case) -> dict[str, Any]:
    """Return for each column how many risks have each level, those that are fixed included."""
    return level_meters([*fixed_places(case).values(), *Placing(answer, case).at.values()], case)


def place_task(case: Case) -> str:
    """Return the task, with the number of cards."""
    fixed, moved = len(fixed_places(case)), len(to_place(case))
    placed = f" {count(fixed, 'risk').capitalize()} {_lie(fixed)} there already, in grey." if fixed else ""
    begin = " They lie where your register has them." if place_start(case).places else ""
    return (
        f"Put {_each(moved)} where the evidence puts it: upwards how likely it is, to the right what it "
        f"costs if it happens. The higher band of days and money counts; what is no risk stays in the "
        f"tray.{placed}{begin}"
    )


def _each(many: int) -> str:
    return "the card" if many == 1 else f"each of the {many} cards"


def _lie(many: int) -> str:
    return "lies" if many == 1 else "lie"


def place_solution(case: Case) -> dict[str, tuple[str, str]]:
    """Return where the evidence puts each risk, as far as it can be counted: id -> (value, reason)."""
    worked = {}
    for id, risk in to_place(case).items():
        cell = counted(case)[id].place
        if cell is not None and not no_place(risk):
            worked[id] = (cell_name(cell), _reason(risk, case))
    return worked


def _reason(risk: Risk, case: Case) -> str:
    likelihood, impact = counted(case)[risk.id].place
    here = policy(case)
    one = counted(case)[risk.id]
    both = one.whole and one.by_days != one.by_cost and min(risk.days, risk.cost) > 0
    higher = ", the higher of its two bands" if both else ""
    end = ", since an upper end belongs to its band" if at_upper_end(risk, case) else ""
    return (
        f"Chance {chance_of(risk)}: {here.likelihoods[likelihood].name}{end}. "
        f"Loss {loss_of(risk, case)}: {here.impacts[impact].name}{higher}."
    )


def _next(answer: Placements, case: Case) -> Risk | None:
    """Return the risk to look at next: one that lies in the wrong place, else one that is not placed yet."""
    board = Placing(answer, case)
    wrong = [risk for risk in board.risks if board.likelihood_off(risk) or board.impact_off(risk)]
    waiting = [to_place(case)[id] for id in belonging(answer, case) if id not in board.at]
    known = [risk for risk in (*wrong, *waiting) if counted(case)[risk.id].place]
    return known[0] if known else None


def _hint_chance(answer: Placements, case: Case) -> str:
    ask = (
        "Select a card and read what is known of it above the board. How often has it happened, in how many "
        "cases? "
        "That share is the likelihood, however likely it feels."
    )
    risk = _next(answer, case)
    return f"{ask} Take {short_title(risk)} first." if risk else ask


def _hint_loss(answer: Placements, case: Case) -> str:
    ask = (
        "Impact is what it costs once it has happened: look up the usual days and the usual money apart, and "
        "take the band further right."
    )
    no = sum(map(bool, map(no_place, to_place(case).values())))
    if not no:
        return ask
    many = "One card speaks" if no == 1 else f"{no} cards speak"
    return f"{ask} {many} of something that is certain, impossible or without any loss: that is no risk."


def _hint_place(answer: Placements, case: Case) -> str:
    risk, misfits = _next(answer, case), Placing(answer, case).misfits
    if misfits and not risk:
        return f"{short_title(misfits[0])} is no risk. It belongs in the tray."
    if risk is None and not any(counted(case)[id].place for id in belonging(answer, case)):
        return (
            "Nothing here can be counted: the register has no chances, or neither days nor money. Ask "
            "somebody who has seen such a case how often it happened, and what it cost then."
        )
    if risk is None:
        return "All that can be counted lies where its evidence puts it."
    likelihood, impact = counted(case)[risk.id].place
    return (
        f"{short_title(risk)}: the chance is {chance_of(risk)}, so its row is the one for "
        f"{likelihood_ranges(case)[likelihood]}. It mostly costs {loss_of(risk, case)}, so its column is the "
        f"one for {impact_ranges(case)[impact]}."
    )


EXERCISE = Exercise(
    id="place-risks",
    version=1,
    number="7.3",
    title="Place the risks",
    notebook=NOTEBOOK,
    task=place_task,
    answer=MatrixPlaces,
    view=place_board,
    parts=place_parts,
    required=belonging,
    rules=(
        belongs_on_the_matrix,
        issues_stay_out,
        axes_are_not_exchanged,
        likelihood_fits,
        impact_fits,
        higher_loss_counts,
        above_the_appetite,
        something_is_first,
        matrices_disagree,
        not_checked,
    ),
    hints=(_hint_chance, _hint_loss, _hint_place),
    live=place_live,
    start=place_start,
    solution=place_solution,
    worked_called="The right answer",
    uses={REPAIR: Cells},
    inputs=INPUTS,
)
