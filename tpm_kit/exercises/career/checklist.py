"""What the two weighted checklists, 11.7 and 11.9, have in common: scale, line, and the figures below.

A total is shown with its sensitivity, and never turned into a yes or a no.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from tpm_kit.answers import Cells
from tpm_kit.exercises.texts_read import telling, word_set
from tpm_kit.exercises.wording import cut, names
from tpm_kit.methods.weighted_checklist import (
    TOP,
    Crossing,
    above,
    any_weights,
    one_step_off,
    score_crossings,
    share,
    step_sizes,
    weight_crossings,
)
from tpm_kit.typed import number

SCORES = [[str(step), str(step)] for step in range(TOP + 1)]
HEAVIEST = 3
LIGHTEST = 1
"""The lightest weight of something that counts at all."""
WEIGHT, SCORE, EVIDENCE = "weight", "score", "evidence"
LINE, SAID = "line", "text"
"""The row of the line, and the column of what is said in words."""
NO_LINE = "The total is shown once you have drawn your line: a line that is drawn afterwards fits any total."
_HOLLOW = word_set(
    "a an and or but the this that it its is are be i we my our you your me us to of on in at by for from "
    "with as so not no yes none nor do does did have has had will would can could may might very much many "
    "some more most all any just only well good fine okay ok na tbd tba todo unknown nothing something etc x "
    "xx xxx because since if then than there here what which who too also such really quite thing things "
    "stuff lorem ipsum test asdf see above same before ditto obvious obviously clear clearly sure course"
)


class Factor(NamedTuple):
    """One row of a checklist: what it is called, and what each score looks like, from 0 to 3."""

    id: str
    title: str
    steps: tuple[str, str, str, str]
    short: str
    """Its name within a sentence."""


class Rated(NamedTuple):
    """A factor with the weight and the score that somebody gave it."""

    factor: Factor
    weight: int
    score: int


class Line(NamedTuple):
    """A line that somebody drew, as a share of the possible, or what is wrong with what they typed."""

    share: float | None = None
    fault: str = ""


def steps_of(factor: Factor) -> list[list[str]]:
    """Return what each score of a factor looks like, as facts of a row."""
    return [[str(step), text] for step, text in enumerate(factor.steps)]


def step(answer: Cells, row: str, column: str) -> int | None:
    """Return a chosen weight or score, 0 to 3; None for a blank cell."""
    text = answer.text(row, column).strip()
    return int(text) if re.fullmatch("[0-3]", text) else None


def rated(answer: Cells, factors: Sequence[Factor], row: Mapping[str, str] | None = None) -> list[Rated]:
    """Return the factors that have a weight and a score.

    `row` gives the row that holds the score of a factor, by its id, where that is not the factor's own.
    """
    found = []
    for factor in factors:
        weight = step(answer, factor.id, WEIGHT)
        score = step(answer, (row or {}).get(factor.id, factor.id), SCORE)
        if weight is not None and score is not None:
            found.append(Rated(factor, weight, score))
    return found


def read_line(text: str) -> Line:
    """Return the line that a text draws; nothing at all for a blank one.

    >>> read_line("60 %").share, read_line("0.6").share, read_line("two thirds").share
    (0.6, 0.6, None)
    """
    if not text.strip():
        return Line()
    found = number(text)
    if found is None or found.unit not in ("", "%"):
        return Line(fault=f"“{cut(text, 30)}” is no share of the possible; write it as 60 %.")
    if not found.unit and 1 <= found.value <= TOP:  # a mean score, or everything
        return Line(fault=f"“{cut(text, 30)}” may be a score or a share; write it as 60 %.")
    # Nobody draws a line at half a percent: below 1 without a sign a share is meant.
    share = found.value if not found.unit and 0 < found.value < 1 else found.value / 100
    if not 0 < share < 1:
        why = (
            "every total reaches"
            if share <= 0
            else "no total goes beyond"
            if share > 1
            else "only all 3s reach"
        )
        return Line(
            fault=f"“{cut(text, 30)}”: {why} that line, so it tells nothing. Draw it between 0 and 100 %."
        )
    return Line(share)


def drawn_line(answer: Cells) -> Line:
    """Return the line that an answer draws."""
    return read_line(answer.text(LINE, SAID))


def words_of(text: str) -> list[str]:
    """Return the words of a text that carry what it says, in small letters."""
    return telling(text, _HOLLOW)


def hollow(text: str, least: int = 3) -> bool:
    """Say whether a text has fewer words than that which carry something."""
    found = set(words_of(text))
    # Scripts without blanks: one run of letters is a sentence.
    return len(found) < least and not any(
        len(word) >= 4 and word.isalpha() and word[0] > "\u2fff" for word in found
    )


def most_alike(texts: Iterable[str]) -> int:
    """Return how many of the texts, those that say something, are the same in the words that carry it.

    >>> most_alike(["The oven.", "an oven", "the till", "", "yes"])
    2
    """
    said = [" ".join(words_of(text)) for text in texts]
    return max((said.count(text) for text in said if text), default=0)


def one_weight(answer: Cells, factors: Sequence[Factor]) -> int | None:
    """Return the weight that all factors have; None where they differ, or one has none."""
    weights = {step(answer, factor.id, WEIGHT) for factor in factors}
    return weights.pop() if len(weights) == 1 else None


def total(rows: Sequence[Rated]) -> float | None:
    """Return the share of the possible; None where nothing counts."""
    if not any(row.weight for row in rows):
        return None
    return share([row.score for row in rows], [row.weight for row in rows])


def nearest(rows: Sequence[Rated], line: float) -> list[tuple[Factor, Crossing]]:
    """Return the scores whose move by a single step takes the total across the line."""
    if total(rows) is None:
        return []
    found = score_crossings([row.score for row in rows], [row.weight for row in rows], line)
    return [(rows[one.factor].factor, one) for one in found if one.steps == 1]


def hundredths(value: float) -> str:
    """Return a share in percent, with a decimal only where it says something.

    >>> hundredths(23 / 39), hundredths(0.5), hundredths(1)
    ('59.0 %', '50 %', '100 %')
    """
    return f"{value * 100:.0f} %" if abs(value * 100 - round(value * 100)) < 1e-9 else f"{value * 100:.1f} %"


def figures(title: str, rows: Sequence[Rated], of: int, line: float) -> str:
    """Return the total and how much it hangs on single scores and weights, in lines of text.

    `of` is the number of factors that the checklist has; what has no weight or no score yet is left out.
    """
    reached = total(rows)
    if reached is None:
        return f"{title}: no row has a weight and a score yet."
    scores, weights = [row.score for row in rows], [row.weight for row in rows]
    points, possible = sum(row.score * row.weight for row in rows), TOP * sum(weights)
    so_far = "" if len(rows) == of else f" So far {len(rows)} of {of} rows count."
    off, free = one_step_off(scores, weights), any_weights(scores, LIGHTEST, HEAVIEST)
    lines = [
        f"{title}: {points} of {possible} points, {hundredths(reached)} of the possible.{so_far}",
        _heaviest(rows),
        f"Every score a step lower or a step higher: {hundredths(off.low)} to {hundredths(off.high)}.",
        f"These scores with any weights from {LIGHTEST} to {HEAVIEST}: {hundredths(free.low)} to "
        f"{hundredths(free.high)}.",
    ]
    return "\n".join([*lines, *_beside(rows, reached, line)])


def _heaviest(rows: Sequence[Rated]) -> str:
    sizes = step_sizes([row.weight for row in rows])
    most = max(sizes)
    which = [row.factor.short for row, size in zip(rows, sizes, strict=True) if size == most]
    return f"One step of the score that counts most ({names(which, 3)}): {most * 100:.1f} percentage points."


def _beside(rows: Sequence[Rated], reached: float, line: float) -> list[str]:
    """Return how a total lies beside a line, and what would take it across."""
    side = "on or above" if above(reached, line) else "below"
    apart = abs(reached - line) * 100
    scores, weights = [row.score for row in rows], [row.weight for row in rows]
    by_score = score_crossings(scores, weights, line)
    by_weight = weight_crossings(scores, weights, line, HEAVIEST)
    return [
        f"The line at {hundredths(line)}: the total is {side} it, {apart:.1f} percentage points away.",
        _across("score", by_score, rows),
        _across("weight", by_weight, rows),
    ]


def _across(what: str, crossings: Sequence[Crossing], rows: Sequence[Rated]) -> str:
    if not crossings:
        return f"No single {what} can take it across."
    fewest = [one for one in crossings if one.steps == crossings[0].steps]
    moves = [f"{rows[one.factor].factor.short} {one.now} → {one.needed}" for one in fewest]
    return f"A single {what} that takes it across, by the fewest steps: {names(moves, 4)}."
