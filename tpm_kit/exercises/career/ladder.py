"""The ladder: responsibilities sorted by how wide they reach, and by whether they lead people."""

from __future__ import annotations

from typing import Any

from tpm_kit.answers import Placements
from tpm_kit.case import Case
from tpm_kit.exercise import Exercise
from tpm_kit.exercises.career import NOTEBOOK
from tpm_kit.exercises.career.ladder_cards import (
    DUTIES,
    LADDER,
    LADDER_SOURCE,
    OWN,
    REACH,
    SCOPES,
    TITLES,
    TRACK_NOTES,
    TRACKS,
    Duty,
    named,
    placed,
)
from tpm_kit.exercises.career.ladder_rules import RULES, is_off
from tpm_kit.widgets.board import Board

TONES = {"feature": "grey", "product": "blue", "line": "green", "portfolio": "amber"}


def ladder_board(case: Case) -> Board:
    """Return the board: four scopes, two tracks, every card in the tray."""
    facts = [
        ["One public ladder", LADDER],
        ["Source", f"{LADDER_SOURCE}. An illustration: titles and years vary by firm."],
    ]
    return Board(
        label="Scopes and tracks",
        columns=[
            {"id": id, "label": label, "note": REACH[id], "tone": TONES[id]} for id, label in SCOPES.items()
        ],
        rows=[{"id": id, "label": label, "note": TRACK_NOTES[id]} for id, label in TRACKS.items()],
        cells=[{"row": "manager", "column": "feature", "label": "seldom found: one part is led by few"}],
        cards=[{"id": id, "title": title} for id, title in TITLES.items()],
        details=dict.fromkeys(OWN, facts),
    )


def ladder_meters(answer: Placements, case: Case) -> dict[str, dict[str, Any]]:
    """Return how many of the responsibilities lie at each scope."""
    lies = [scope for _, _, scope in placed(answer)]
    return {id: {"text": f"{(n := lies.count(id))} {'duty' if n == 1 else 'duties'}"} for id in SCOPES}


def ladder_solution(case: Case) -> dict[str, tuple[str, str]]:
    """Return where each responsibility belongs, and why; the learner's own two cards have no right place."""
    return {duty.id: ("/".join(duty.places[0]), _reason(duty)) for duty in DUTIES}


def _reason(duty: Duty) -> str:
    also = " and ".join(named(place) for place in duty.places[1:])
    return f"{duty.why} {also} is right too." if also else duty.why


def _hint_tracks(answer: Placements, case: Case) -> str:
    leads = sum(all(track == "manager" for track, _ in duty.places) for duty in DUTIES)
    both = sum(len({track for track, _ in duty.places}) == 2 for duty in DUTIES)
    fit_both = "one fits" if both == 1 else f"{both} fit"
    return (
        f"For the row ask whose goals, reviews and pay depend on this person. Of the {len(DUTIES)} "
        f"responsibilities {leads} are a manager's, and {fit_both} both rows."
    )


def _hint_wrong(answer: Placements, case: Case) -> str:
    """Name one that lies wrong, with the words to look at, or say what is left."""
    there = placed(answer)
    wrong = next((duty for duty, *place in there if any(is_off(duty, *place))), None)
    if wrong:
        words = f"“{wrong.width}”" + (f" and “{wrong.people}”" if wrong.people else "")
        return f"Look once more at “{wrong.text}”, and there only at the words {words}."
    left = [duty for duty in DUTIES if duty not in [one for one, *_ in there]]
    if left:
        return f"Next is “{left[0].text}”: what does “{left[0].width}” reach over?"
    return (
        "They all lie where their words put them. What remains is your own two cards, which have no right "
        "place."
    )


EXERCISE = Exercise(
    id="ladder",
    version=1,
    number="11.11",
    title="How wide does it reach?",
    notebook=NOTEBOOK,
    task=f"Sort the {len(DUTIES)} responsibilities of an invented firm, which makes apps for booking hotels, "
    "airlines and railways: how wide does each reach, and does anybody report to that person? Then place "
    "yourself, today and in two years.",
    answer=Placements,
    view=ladder_board,
    parts=lambda case: TITLES,
    rules=RULES,
    hints=(
        "Read past the title and the verb. One noun says what the decision reaches over: a part of a "
        "product, one product, several that belong together, or all that the firm makes.",
        _hint_tracks,
        _hint_wrong,
    ),
    live=ladder_meters,
    solution=ladder_solution,
    columns=SCOPES | TRACKS,
)
