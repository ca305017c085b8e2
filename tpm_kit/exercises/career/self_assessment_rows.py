"""What is filled in in 11.6: for each skill group rating, evidence, target, gap and impact, and three gaps.

One more group the learner may name. It is rated like the others; 11.10 has no steps for it, so it is none of
the three gaps.

It reads an answer as it comes back from a file: what is not a rating, a group or a number is None.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from tpm_kit.answers import Cells
from tpm_kit.exercises.career.skills import GRAVEST, GROUPS, HIGHEST, LIGHTEST, PICKS, ROLES, Role
from tpm_kit.exercises.wording import cut
from tpm_kit.typed import number

ROLE = "role"
"""The row of the role and the hours, and the column of the role."""
HOURS, GROUP = "hours", "group"
OWN, CALLED = "own", "called"
"""The row of a group that the learner names, and the column of its name in the row of the role."""
OWN_TITLE = "Another one that you name"
RATING, EVIDENCE, ASKED, TARGET, GAP, IMPACT = "rating", "evidence", "asked", "target", "gap", "impact"
COLUMNS = {
    RATING: "rating",
    EVIDENCE: "evidence",
    TARGET: "own target",
    GAP: "gap",
    IMPACT: "impact of the gap",
}
"""The columns of the groups that are filled in, as sentences call them."""
WANTED = {
    TARGET: f"a whole number from 0 to {HIGHEST}",
    GAP: "a number, the target less the rating",
    IMPACT: f"{LIGHTEST}, 2 or {GRAVEST}",
}
"""What a number in these columns should be."""
USUAL_HOURS = 10.0
"""Hours in two weeks beside a full-time job, where the learner does not say."""
OFFERED = (6, 8, 10, 12, 15, 20, 30)
"""Hours to choose from. Steps of 11.10 are not split: with less, not even the first for three gaps fit."""


@dataclass(frozen=True)
class Row:
    """One skill group as filled in; None where nothing that can be read stands there."""

    id: str
    rating: int | None
    evidence: str
    own_target: int | None
    asked: int | None
    """What the role asks for."""
    gap: float | None
    """The gap as the learner has it."""
    impact: int | None
    unread: dict[str, str]
    """What is typed and cannot be read: column -> what it should be."""
    called: str = OWN_TITLE
    """The name of a group of the learner's own."""

    @property
    def name(self) -> str:
        """The group's name."""
        return GROUPS[self.id].name if self.id in GROUPS else self.called

    @property
    def target(self) -> int | None:
        """The learner's own target, else that of the role."""
        return self.asked if self.own_target is None else self.own_target

    @property
    def difference(self) -> int | None:
        """Target less rating; below 0 if the rating is the higher one."""
        return None if self.rating is None or self.target is None else self.target - self.rating

    @property
    def open(self) -> bool:
        """Whether the target is known to lie above the rating."""
        return (self.difference or 0) > 0


def _step(text: str, lowest: int = 0, highest: int = HIGHEST) -> int | None:
    value = _plain_number(text)
    return int(value) if value is not None and value in range(lowest, highest + 1) else None


def _plain_number(text: str) -> float | None:
    found = number(text)
    return found.value if found and not found.unit else None


def role_of(answer: Cells) -> Role | None:
    """Return the role that is chosen, or None."""
    return ROLES.get(answer.text(ROLE, ROLE))


def rows(answer: Cells) -> dict[str, Row]:
    """Return the seven groups by id."""
    role = role_of(answer)
    return {id: _row(id, role, answer) for id in GROUPS}


def all_rows(answer: Cells) -> dict[str, Row]:
    """Return the seven groups, and that of the learner's own once something stands in it."""
    called = " ".join(answer.text(ROLE, CALLED).split())
    begun = called or any(answer.text(OWN, column).strip() for column in COLUMNS)
    own = {OWN: replace(_row(OWN, None, answer), called=cut(called, 40) or OWN_TITLE)} if begun else {}
    return rows(answer) | own


def _row(id: str, role: Role | None, answer: Cells) -> Row:
    read = {
        TARGET: _step(answer.text(id, TARGET)),
        GAP: _plain_number(answer.text(id, GAP)),
        IMPACT: _step(answer.text(id, IMPACT), LIGHTEST, GRAVEST),
    }
    return Row(
        id=id,
        rating=_step(answer.text(id, RATING)),
        evidence=answer.text(id, EVIDENCE),
        own_target=read[TARGET],
        asked=role.targets[id] if role else None,
        gap=read[GAP],
        impact=read[IMPACT],
        unread={
            column: WANTED[column]
            for column, value in read.items()
            if value is None and answer.text(id, column).strip()
        },
    )


def picked(answer: Cells) -> dict[str, str]:
    """Return the groups that are chosen as gaps to close, by the row they are chosen in."""
    chosen = {pick: answer.text(pick, GROUP) for pick in PICKS}
    return {pick: id for pick, id in chosen.items() if id in GROUPS}


def gaps(answer: Cells) -> tuple[str, ...]:
    """Return the ids of the chosen groups in their order, each once."""
    return tuple(dict.fromkeys(picked(answer).values()))


def hours_of(answer: Cells) -> float | None:
    """Return the hours in two weeks that the learner can give; None where they do not say."""
    text = answer.text(ROLE, HOURS)
    return float(text) if text in map(str, OFFERED) else None


def how_many(known: Mapping[str, Row]) -> int:
    """Return how many gaps are to be chosen: three, or fewer if all is rated and fewer groups have one."""
    if any(row.difference is None for row in known.values()):
        return len(PICKS)
    return min(len(PICKS), sum(row.open for row in known.values()))


def cell_titles() -> dict[str, str]:
    """Return what the feedback calls each cell, by `row:column`."""
    return {
        f"{ROLE}:{ROLE}": "The role",
        f"{ROLE}:{HOURS}": "Hours in two weeks",
        **{
            f"{id}:{column}": f"{group.name}: {word}"
            for id, group in GROUPS.items()
            for column, word in COLUMNS.items()
        },
        f"{ROLE}:{CALLED}": "A group of your own",
        **{f"{OWN}:{column}": f"{OWN_TITLE}: {word}" for column, word in COLUMNS.items()},
        **{f"{pick}:{GROUP}": word for pick, word in PICKS.items()},
    }


def required(answer: Cells) -> set[str]:
    """Return the cells without which an answer is not complete.

    A rating of 0 needs no evidence, a group without a gap no impact, and an own target nobody needs. A group
    of the learner's own needs its name and its target, as no role has one for it.
    """
    known, every = rows(answer), all_rows(answer)
    cells = {f"{ROLE}:{ROLE}"} | ({f"{ROLE}:{CALLED}", f"{OWN}:{TARGET}"} if OWN in every else set())
    for id, row in every.items():
        cells |= {f"{id}:{RATING}", f"{id}:{GAP}"}
        cells |= {f"{id}:{IMPACT}"} if row.open or row.difference is None else set()
    return cells | {f"{pick}:{GROUP}" for pick in list(PICKS)[: how_many(known)]}
