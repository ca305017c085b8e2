"""Do the methods agree? The same items ranked by each of them, and five to be chosen for the release."""

from __future__ import annotations

from typing import Any

from tpm_kit.answers import Cells, Placements
from tpm_kit.case import BacklogItem, Case
from tpm_kit.exercise import Exercise
from tpm_kit.exercises.cards import LONGEST, item_titles
from tpm_kit.exercises.prioritization import NOTEBOOK
from tpm_kit.exercises.prioritization.kano_survey import Feature
from tpm_kit.exercises.prioritization.score_it_cells import rank_texts, score_text
from tpm_kit.exercises.prioritization.top_five_inputs import INPUTS, USES
from tpm_kit.exercises.prioritization.top_five_ranks import (
    LATER,
    TABLE,
    TOP,
    WORDS,
    Comparison,
    compare,
    compared,
    in_column,
    wanted,
)
from tpm_kit.exercises.prioritization.top_five_rules import CHOICE_RULES, kano_features, own_lane
from tpm_kit.exercises.prioritization.top_five_score_rules import SCORE_RULES
from tpm_kit.exercises.wording import cut, names, percent
from tpm_kit.methods.kano import CATEGORIES
from tpm_kit.methods.moscow import LANES
from tpm_kit.widgets.board import Board

COUNTS = {
    "rice": "RICE counts how many customers an item touches",
    "ice": "ICE counts how much it serves the goals and how easy it is",
    "cd3": "CD3 counts what waiting costs, in money and for each week of work",
    "wsjf": "WSJF counts value, urgency and risk in points, for the size of the job",
    "value": "value/effort counts value for each point of work",
}
"""What sets each method apart from the others."""


def top_five_board(case: Case) -> Board:
    """Return the board: the choice in its order, and what waits."""
    found = compare(case)
    facts = {row["id"]: row.get("fact", "") for name in ("waiting", TABLE) for row in _with_facts(case, name)}
    surveyed = kano_features(case)
    return Board(
        label=f"What comes first for {case.title}",
        columns=[
            {
                "id": TOP,
                "label": f"Your top {WORDS[found.top]}",
                "tone": "blue",
                "note": "In this release, the first on top",
            },
            {
                "id": LATER,
                "label": "Not in this release",
                "tone": "grey",
                "note": "Looked at again next time",
            },
        ],
        cards=[{"id": item.id, "title": item.title, "note": _note(item.id, found)} for item in found.items],
        details={
            item.id: _facts(item, found, case, facts.get(item.id, ""), surveyed.get(item.id))
            for item in found.items
        },
        ranked=True,
    )


def _with_facts(case: Case, table: str) -> list[Any]:
    return [row for row in case.table(table) if row.get("fact")]


def _note(id: str, found: Comparison) -> str:
    """Return two of the ranks: by customers reached and by the cost of waiting, where both are known."""
    first = sorted(found.methods, key=lambda method: method.id not in ("rice", "cd3"))[:2]
    shown = [method for method in found.methods if method in first]
    return " · ".join(f"{method.label}\N{NO-BREAK SPACE}{method.ranks[id]}" for method in shown)


def _facts(
    item: BacklogItem, found: Comparison, case: Case, fact: str, feature: Feature | None
) -> list[list[str]]:
    """Return what is known of an item, as pairs of name and text; what is not known is left out."""
    titles, lane = item_titles(case), own_lane(case, item.id)
    share = found.shares.get(item.id)
    facts = [
        ("Id", item.id),
        ("What", item.summary),
        *((method.label, _rank(method, item.id)) for method in found.methods),
        ("Why waiting costs that", fact if any(method.id == "cd3" for method in found.methods) else ""),
        (
            f"Among the first {WORDS[found.top]}",
            "" if share is None else f"in {percent(share)} of the runs with RICE inputs up to one step off",
        ),
        ("Your MoSCoW", LANES.get(lane or "", "")),
        ("Kano", _kano(feature) if feature else ""),
        ("Needs", ", ".join(titles.get(id, id) for id in item.dependencies)),
        ("Workaround", item.workaround),
    ]
    return [[name, cut(text, LONGEST)] for name, text in facts if text]


def _rank(method: Any, id: str) -> str:
    rank = rank_texts(method.scores)[id]
    how = f" = {method.sums[id]}" if id in method.sums else ""
    whose = ", your figures of exercise 5.3" if method.yours else ""
    return f"rank {rank} · {score_text(method.scores[id])}{how}{whose}"


def _kano(feature: Feature) -> str:
    """Return the category by the survey, and the groups that see it otherwise."""
    others = [
        f"{name}: {Feature('', '', ('', ''), counts).mode}"
        for name, counts in (feature.leaning if feature.split else {}).items()
    ]
    others = [f"{text[:-1]}{CATEGORIES[text[-1]]}" for text in others]
    return "; ".join([CATEGORIES[feature.mode], *others])


def top_five_meters(answer: Placements, case: Case) -> dict[str, dict[str, Any]]:
    """Return how many are chosen of how many, and how many wait."""
    want, chosen = wanted(compared(case)), len(in_column(answer, case, TOP))
    return {
        TOP: {"text": f"{chosen} of {want}", "share": chosen / want, "limit": 1, "over": chosen > want},
        LATER: {"text": str(len(in_column(answer, case, LATER)))},
    }


def top_five_task(case: Case) -> str:
    """Return the task, and whose figures the ranks are made of."""
    found = compare(case)
    many = len(found.items)
    which = f"Choose {WORDS[found.top]} of these {many} items" if many > 1 else "Choose this item"
    methods = WORDS[len(found.methods)].capitalize()
    text = (
        f"{which} for the release, the first on top. {methods} methods rank them; where you overrule most of "
        "the methods, say why."
    )
    if yours := [method.label for method in found.methods if method.yours]:
        text += f" {names(yours)} {'ranks' if len(yours) == 1 else 'rank'} by your figures of exercise 5.3."
    elif case.earlier.get("score-it", Cells()).cells and case.table(TABLE):
        text += " Your table of exercise 5.3 has blanks or problems, so other figures stand in for it."
    return text


def _hint_agreed(answer: Placements, case: Case) -> str:
    found = compare(case)
    agreed = [item for item in found.items if len(found.backers(item.id, surely=True)) == len(found.methods)]
    never = [item for item in found.items if not found.backers(item.id)]
    few = "item is" if len(agreed) == 1 else "items are"
    return (
        f"Begin where nobody disagrees: {len(agreed)} {few} above the dashed line by every method, and "
        f"{len(never)} by none. The work is in the others, whose lines cross it."
    )


def _hint_apart(answer: Placements, case: Case) -> str:
    """Name the item that the methods see most differently, and what the two furthest apart count."""
    found = compare(case)
    spread = {
        item.id: max(method.ranks[item.id] for method in found.methods)
        - min(method.ranks[item.id] for method in found.methods)
        for item in found.items
        if len(found.methods) > 1
    }
    if not any(spread.values()):
        return "Ask of each item what no score knows: a date, what it stands on, whose problem it solves."
    item = max(found.items, key=lambda one: spread[one.id])
    best = min(found.methods, key=lambda method: method.ranks[item.id])
    worst = max(found.methods, key=lambda method: method.ranks[item.id])
    return (
        f"Take {item.title}: rank {best.ranks[item.id]} by {best.label}, {worst.ranks[item.id]} by "
        f"{worst.label}. {COUNTS[best.id][:1].upper()}{COUNTS[best.id][1:]}; {COUNTS[worst.id]}. Which of "
        "the two does this release ask for?"
    )


def _hint_steady(answer: Placements, case: Case) -> str:
    found = compare(case)
    if not found.shares:
        return "Without RICE inputs nobody knows how steady the ranks are: halve a doubtful input and look."
    unsure = [item for item in found.items if 0.15 <= found.shares[item.id] <= 0.85]
    listed = [f"{item.title} {percent(found.shares[item.id])}" for item in unsure]
    if not listed:
        return "The column on the right of the chart leaves no doubt: no item comes and goes with one step."
    return (
        "The column on the right of the chart says how often an item stays among the first when RICE inputs "
        f"are up to one step off. In doubt are {names(listed)}; the others stay in or out."
    )


def _hint_others(answer: Placements, case: Case) -> str:
    return (
        "Scores know nothing of dates, of what stands on what, or of what you promised. Select a card: what "
        "it needs, its place on your MoSCoW board and its Kano category stand there, where they are known."
    )


def top_five_chart(case: Case) -> Any:
    """Return the chart of the ranks."""
    from tpm_kit.figures.bump import Bump

    return Bump()


def top_five_plot(answer: Placements, case: Case) -> dict[str, Any]:
    """Return what the chart draws: the ranks of each item by each method, with the chosen ones."""
    found = compare(case)
    at = {item.id: place for place, item in enumerate(found.items)}
    return {
        "methods": [method.label for method in found.methods],
        "items": [
            (item.title, [method.ranks[item.id] for method in found.methods], found.shares.get(item.id))
            for item in found.items
        ],
        "picks": [at[item.id] for item in in_column(answer, case, TOP)],
        "top": found.top,
    }


EXERCISE = Exercise(
    id="top-five",
    version=1,
    number="5.7",
    title="Do the methods agree?",
    notebook=NOTEBOOK,
    task=top_five_task,
    answer=Placements,
    view=top_five_board,
    parts=lambda case: {item.id: item.title for item in compared(case)},
    rules=(*CHOICE_RULES, *SCORE_RULES),
    hints=(_hint_agreed, _hint_apart, _hint_steady, _hint_others),
    live=top_five_meters,
    chart=top_five_chart,
    plotted=top_five_plot,
    worked=True,
    uses=USES,
    inputs=INPUTS,
    columns={TOP: "in the top five", LATER: "not in this release"},
)
