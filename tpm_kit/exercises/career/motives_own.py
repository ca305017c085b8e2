"""The learner's own motives of 11.8, and what hangs on which of them: sums of strengths, and no verdict."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from tpm_kit.answers import Cells
from tpm_kit.exercises.career.checklist import hundredths, step
from tpm_kit.exercises.career.motives_portrait import (
    HEARSAY,
    HERE,
    KINDS,
    MOTIVES,
    NEITHER,
    NOTHING,
    ONLY,
    PAY,
    WHERES,
    WHO,
    WORK,
)
from tpm_kit.exercises.career.motives_words import pay_alone
from tpm_kit.exercises.wording import count, cut, names

SAID, STRENGTH, KIND, WHERE, KNOWN = "said", "strength", "kind", "where", "known"
COLUMNS = {
    SAID: "words",
    STRENGTH: "strength",
    KIND: "kind",
    WHERE: "where",
    KNOWN: "how you know",
}
"""What the feedback calls the columns."""
ROWS = {f"mine-{at}": f"Your motive {at}" for at in range(1, 6)}
FEWEST = 3
"""Motives that one's own part asks for, once it is begun."""
STRONGEST = 3
NO_VERDICT = (
    "These are sums of what you wrote, and no verdict: how strong a motive is does not say what to do. An "
    "article of 2022 on the switch says that posts for technical product managers are rarer than those for "
    "product managers. No table of this course can count that, since neither is an official occupation; a "
    "week of adverts where you live, counted for both titles, could."
)


class Mine(NamedTuple):
    """One motive of the learner's own; "" and None for what is still blank."""

    row: str
    said: str
    strength: int | None
    kind: str
    where: str
    known: str

    @property
    def title(self) -> str:
        """What the feedback calls it."""
        return ROWS[self.row]

    @property
    def pay(self) -> bool:
        """Whether it is pay, by its mark or by words that name nothing else."""
        return self.kind == PAY or pay_alone(self.said)

    @property
    def needs_ground(self) -> bool:
        """Whether somebody who has it says that they know something, and has to say from where."""
        return self.kind != HEARSAY and self.where != NOTHING


class Counted(NamedTuple):
    """A motive that counts in the sums: how it is said, and its strength from 1 to 3."""

    said: str
    strength: int
    kind: str
    where: str


def own(answer: Cells) -> list[Mine]:
    """Return the learner's motives of which anything is filled in, in the order of the rows."""
    found = []
    for row in ROWS:
        texts = {column: answer.text(row, column) for column in COLUMNS}
        if any(text.strip() for text in texts.values()):
            kind, where = texts[KIND], texts[WHERE]
            found.append(
                Mine(
                    row,
                    texts[SAID],
                    step(answer, row, STRENGTH) or None,
                    kind if kind in KINDS else "",
                    where if where in WHERES else "",
                    texts[KNOWN],
                )
            )
    return found


def counted(motives: Iterable[Mine]) -> list[Counted]:
    """Return the motives that have a strength, a kind and a place."""
    return [
        Counted(cut(one.said, 40) or one.title.lower(), one.strength, one.kind, one.where)
        for one in motives
        if one.strength and one.kind and one.where
    ]


def strength(motives: Iterable[Counted]) -> int:
    """Return the sum of the strengths."""
    return sum(one.strength for one in motives)


def only_there(motives: Sequence[Counted]) -> float:
    """Return which share of the strength can be had only there; `motives` is not empty."""
    return strength(one for one in motives if one.where == ONLY) / strength(motives)


def one_step_off(motives: Sequence[Counted]) -> tuple[float, float]:
    """Return the least and the greatest share that can be had only there, if each strength were a step lower
    or higher within 1 to 3; `motives` is not empty.

    >>> one_step_off([Counted("a", 2, "work", "only"), Counted("b", 2, "away", "here")])
    (0.25, 0.75)
    """

    def moved(there: int, else_: int) -> float:
        return only_there(
            [
                one._replace(
                    strength=min(STRONGEST, max(1, one.strength + (there if one.where == ONLY else else_)))
                )
                for one in motives
            ]
        )

    return moved(-1, 1), moved(1, -1)


def figures(answer: Cells) -> str:
    """Return what was marked of the invented product manager, and what the learner's own strength is on."""
    return "\n\n".join(filter(None, [_of_dana(answer), _of_learner(answer), NO_VERDICT]))


def _of_dana(answer: Cells) -> str:
    """Return how many motives the learner marked of each kind and place; "" while there are none."""
    parts = []
    for column, known in ((KIND, {id: kind.name for id, kind in KINDS.items()}), (WHERE, WHERES)):
        marks = [answer.text(id, column) for id in MOTIVES]
        found = [f"{marks.count(id)} × {name}" for id, name in known.items() if id in marks]
        if found:
            parts.append("; ".join(found))
    return f"{WHO}, as you marked it: {'. '.join(parts)}." if parts else ""


def _of_learner(answer: Cells) -> str:
    begun = own(answer)
    known = counted(begun)
    if not begun:
        return "You: no motive yet. Your sums are shown here once one has a strength, a kind and a place."
    if not known:
        return "You: no motive has a strength, a kind and a place yet."
    so_far = "" if len(known) == len(begun) else f" So far {len(known)} of {len(begun)} count."
    head = f"You: {count(len(known), 'motive')}, strength {strength(known)} in all.{so_far}"
    return "\n".join([head, *_by_kind(known), *_by_place(known), *_without_pay(known), *_most(known)])


def _by_kind(known: Sequence[Counted]) -> Iterator[str]:
    for id, kind in KINDS.items():
        mine = [one for one in known if one.kind == id]
        if mine or id in (WORK, PAY):
            yield _line(kind.name[:1].upper() + kind.name[1:], mine, known)


def _by_place(known: Sequence[Counted]) -> Iterator[str]:
    labels = {
        ONLY: "To be had only there",
        HERE: "To be had where you are as well",
        NEITHER: "In neither, so it would stay as it is",
        NOTHING: "Where to be had is not known yet",
    }
    for id, label in labels.items():
        mine = [one for one in known if one.where == id]
        if mine or id in (ONLY, HERE):
            yield _line(label, mine, known)


def _line(label: str, mine: Sequence[Counted], known: Sequence[Counted]) -> str:
    points, total = strength(mine), strength(known)
    which = f", {names([f'“{one.said}”' for one in mine], len(ROWS))}" if mine else ""
    return f"{label}: {points} of {total} ({hundredths(points / total)}){which}."


def _without_pay(known: Sequence[Counted]) -> Iterator[str]:
    """Yield what is left if pay were the same in both jobs, and how much that hangs on single strengths."""
    left = [one for one in known if one.kind != PAY]
    if not left:
        yield "If pay were the same in both jobs, nothing would be left."
        return
    there = strength(one for one in left if one.where == ONLY)
    yield (
        f"If pay were the same in both jobs: {strength(left)} of {strength(known)} would be left, of which "
        f"{there} ({hundredths(only_there(left))}) can be had only there."
    )
    if there and len(left) > 1 and there < strength(left):
        low, high = one_step_off(left)
        yield f"With each of these strengths a step lower or higher: {hundredths(low)} to {hundredths(high)}."


def _most(known: Sequence[Counted]) -> Iterator[str]:
    """Yield which motive the share that can be had only there hangs on most."""
    if len(known) < 2:
        return
    now = only_there(known)

    def without(at: int) -> float:
        return only_there([*known[:at], *known[at + 1 :]])

    at = max(range(len(known)), key=lambda at: abs(without(at) - now))
    if abs(without(at) - now) > 1e-9:
        yield (
            f"Without “{known[at].said}” {hundredths(without(at))} of the strength could be had only there, "
            f"and not {hundredths(now)}; no other motive changes that more."
        )
