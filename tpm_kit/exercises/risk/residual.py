"""What is left? Each risk with a response, as it was and as it will be, joined by an arrow."""

from __future__ import annotations

from collections import Counter
from typing import Any

from tpm_kit.answers import Placements
from tpm_kit.case import Case
from tpm_kit.exercise import Exercise
from tpm_kit.exercises.cards import LONGEST
from tpm_kit.exercises.risk import NOTEBOOK
from tpm_kit.exercises.risk.chosen_responses import USES, Chosen, choice
from tpm_kit.exercises.risk.matrix_board import (
    IDS,
    MatrixPlaces,
    matrix_board,
    risk_card,
    risk_facts,
    short_title,
)
from tpm_kit.exercises.risk.offers import action_of, effect
from tpm_kit.exercises.risk.register import money, policy
from tpm_kit.exercises.risk.register_inputs import INPUTS
from tpm_kit.exercises.risk.residual_facts import Way, placed, ways
from tpm_kit.exercises.risk.residual_rules import RULES
from tpm_kit.exercises.risk.responses_cells import KINDS, MEANING
from tpm_kit.exercises.risk.treated import above_appetite, standing
from tpm_kit.exercises.wording import cut
from tpm_kit.widgets.board import Board

BEFORE = "-before"
"""What stands behind a risk's id on the card that shows where it was."""
LEGEND = "A grey card is a risk before its response; an arrow leads to where you put it afterwards."


def residual_board(case: Case) -> Board:
    """Return the matrix: each risk with a response where it was, fixed, and its second card in the tray."""
    found = ways(case)
    cards = [_before(id, way) for id, way in found.items()]
    cards += [_card(way.chosen) for way in found.values()]
    facts = {id: _facts(way.chosen, case) for id, way in found.items()}
    return matrix_board(
        case,
        cards,
        linked=True,
        details=facts | {f"{id}{BEFORE}": facts[id] for id in found},
        label=f"Residual risk of {case.title}",
        tray="To place: the risks after their responses",
        legend=LEGEND,
    )


def _before(id: str, way: Way) -> dict[str, Any]:
    card = risk_card(way.chosen.risk, way.before, id=f"{id}{BEFORE}")
    return {**card, "note": f"{id} · before"}


def _card(one: Chosen) -> dict[str, Any]:
    card = risk_card(one.risk)
    return {**card, "note": f"{one.risk.id} · {KINDS[one.kind].lower()}"}


def _facts(one: Chosen, case: Case) -> list[list[str]]:
    here = policy(case)
    changes = effect(one.risk, one.response, here.currency) if one.told else "not known: say where it leads"
    wanted = ("Event", "Effect", "Estimate")
    known = [fact for fact in risk_facts(one.risk, case, numbers=True) if fact[0] in wanted]
    facts = [
        ("Response", f"{KINDS[one.kind]}: {action_of(one.response)}"),
        ("Cost", money(one.cost, here.currency)),
        ("What it does", f"{changes[:1].upper()}{changes[1:]}"),
        ("Note", one.response.note),
        ("Owner", one.owner),
        ("Trigger", one.trigger),
    ]
    return [*known, *([name, cut(text, LONGEST)] for name, text in facts if text)]


def part_titles(case: Case) -> dict[str, str]:
    """Return the titles of the risks with a response, by id."""
    return {id: short_title(way.chosen.risk) for id, way in ways(case).items()}


def live(answer: Placements, case: Case) -> dict[str, Any]:
    """Return how many risks are still above the appetite by column, and the arrows; those are outlined."""
    found = placed(answer, case)
    high = Counter(IDS[one.at[1]] for one in found if above_appetite(one.at, case))
    return {
        **{column: {"text": f"{high[column]} to decide" if high[column] else ""} for column in IDS},
        "links": [
            {"from": f"{one.id}{BEFORE}", "to": one.id, "level": "", "straight": True} for one in found
        ],
        "outlined": [one.id for one in found if above_appetite(one.at, case)],
    }


def task(case: Case) -> str:
    """Return the task, and whose responses and places these are."""
    if not ways(case):
        return "No risk has a response yet. Choose them in 7.6, and what they leave comes here."
    return (
        f"Where does each risk lie once its response is done? The grey cards show where it lies now. The "
        f"responses are {choice(case).whose}; the places before them are {standing(case).whose}. Select a "
        "card to read what its response does. Outlined: still above the appetite."
    )


def _hint_axis(answer: Placements, case: Case) -> str:
    for way in ways(case).values():
        if way.after is not None and way.after != way.before:
            changes = effect(way.chosen.risk, way.chosen.response, policy(case).currency)
            return (
                f"Look at what a response changes. {short_title(way.chosen.risk)}: {changes}. Which axis is "
                "that?"
            )
    return "Look at what a response changes: the chance is one axis, days and money are the other."


def _hint_look(answer: Placements, case: Case) -> str:
    """Name a card to look at again, or one that stays where it is."""
    titles = part_titles(case)
    if not titles:
        return "Choose a response in 7.6, and its risk comes here."
    for finding in EXERCISE.review(answer, case).findings:
        if finding.level in ("problem", "caution") and finding.cards:
            return f"Look again at {titles[finding.cards[0]]}."
    stays = [short_title(way.chosen.risk) for way in ways(case).values() if way.after == way.before]
    if stays:
        count = "One card lies" if len(stays) == 1 else f"{len(stays)} cards lie"
        return f"{count} where the grey one is: nothing that the matrix can show has changed."
    return "Every response here moves its card, most along one axis only."


EXERCISE = Exercise(
    id="residual",
    version=1,
    number="7.7",
    title="What is left?",
    notebook=NOTEBOOK,
    task=task,
    answer=MatrixPlaces,
    view=residual_board,
    parts=part_titles,
    rules=RULES,
    hints=(
        _hint_axis,
        f"Transfer {MEANING['transfer']}. Who accepts a risk carries all of it. What mitigates or avoids "
        "lowers a card, and mostly along one axis.",
        _hint_look,
    ),
    live=live,
    worked=True,
    uses=USES,
    inputs=INPUTS,
)
