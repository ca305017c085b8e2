"""What a change log is about: the changes of the learner's review, what may have caused each, and the texts.

The review is the learner's own if every open item is placed in it, and else the worked one. Where there is
neither, what is placed counts, and the rest stays as it was.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from tpm_kit.answers import Cells, Placements
from tpm_kit.case import Case
from tpm_kit.exercises.cards import once
from tpm_kit.exercises.roadmap.changes import (
    HEARS,
    OUT,
    SLIPPED,
    SPONSOR,
    SUPERVISOR,
    TEAM,
    Change,
    Reason,
    Scene,
    changed,
    in_words,
)
from tpm_kit.exercises.roadmap.messages import KEPT_OUT, change_log, message
from tpm_kit.exercises.roadmap.news import News
from tpm_kit.exercises.roadmap.plan_choice import worked_values
from tpm_kit.exercises.roadmap.review_change_rules import moves
from tpm_kit.exercises.roadmap.review_facts import (
    REVIEW_USES,
    WORKED,
    YOURS,
    Replan,
    Situation,
    beginning_of,
    left_out,
    open_bars,
    situation,
    worked_situation,
)

REVIEW = "review"
LOG_USES: Mapping[str, type] = {**REVIEW_USES, REVIEW: Replan}
PLAN_ROW = "plan"
"""The one row of a log without a change."""
OWN, NONE = "own", "none"
"""Causes besides what has happened: the learner's own decision, and nothing at all."""
CAUSES = {OWN: "own decision", NONE: "nothing had to move"}
NAMES = {TEAM: "The team", SPONSOR: "The sponsor", SUPERVISOR: "Whoever set the dates"}


@dataclass(frozen=True)
class Logged:
    """What the log is about."""

    here: Situation
    whose: str
    """`YOURS`, `WORKED`, or "partly"."""
    changes: tuple[Change, ...]
    """Of every item, unchanged ones too."""
    scene: Scene
    kept: frozenset[str]
    """Ids of the wishes that are taken in."""

    @property
    def rows(self) -> dict[str, str]:
        """The titles of the rows by id: what has changed, then what was asked for and stays out."""
        ids = [change.id for change in changed(self.changes)]
        ids += [id for id in self.scene.refused if id not in ids]
        return {id: self.scene.item(id) for id in ids} or {PLAN_ROW: "The plan as a whole"}

    @property
    def by_id(self) -> dict[str, Change]:
        """The changes by the id of their item."""
        return {change.id: change for change in self.changes}

    def what(self, id: str) -> str:
        """Return in words what has become of the item of a row."""
        if id == PLAN_ROW:
            return "nothing has moved"
        change = self.by_id.get(id)
        return in_words(change, self.scene) if change else KEPT_OUT

    @property
    def causes(self) -> dict[str, str]:
        """What can be named as a cause, by id."""
        happened = {one.id: one.title for one in self.here.news}
        return {NONE: CAUSES[NONE]} if PLAN_ROW in self.rows else {**happened, OWN: CAUSES[OWN]}

    def hurts(self, id: str) -> bool:
        """Say whether the item of a row comes later than planned, or not at all."""
        change = self.by_id.get(id)
        return change is not None and change.kind in (SLIPPED, OUT)

    def possible(self, id: str, cause: str) -> bool:
        """Say whether what has happened can have moved an item: by itself, by the team or the person that
        they share, or by another item that moved and that one of the two needs."""
        if cause not in self.causes:
            return False
        if cause in CAUSES or id == PLAN_ROW:
            return True
        one = next(one for one in self.here.news if one.id == cause)
        return id in _reached(one, self)


@once
def logged(case: Case) -> Logged:
    """Return what the log is about; see the module."""
    here = situation(case)
    answer = case.earlier.get(REVIEW)
    answer = answer if isinstance(answer, Placements) else Placements()
    decided = {*open_bars(answer, here), *left_out(answer, here)}
    if decided and decided >= here.left.by_id.keys():
        return _logged(here, answer, YOURS, case)
    worked, values = worked_situation(case), worked_values(case, REVIEW)
    if worked and values:
        return _logged(worked, Replan.of(values), WORKED, case)
    stays = tuple(place for place in beginning_of(here).places if place.id not in answer.parts())
    return _logged(here, Placements(places=(*answer.places, *stays)), "partly", case)


def _logged(here: Situation, answer: Placements, whose: str, case: Case) -> Logged:
    kept = open_bars(answer, here)
    # Who is told of dates is the same in both exercises, and stands in the table of the promise.
    audiences = {row["id"]: row for row in case.table("promise")}
    hears = set(audiences.get(SUPERVISOR, {}).get("milestones", ()))
    duties = [id for row in case.table("milestones") if row["id"] in hears for id in row["items"]]
    if not audiences:
        duties = [item.id for item in here.plan.items if item.deadline]
    scene = Scene(
        title=case.title,
        plan=replace(here.left, items=tuple(here.items.values())),
        today=here.today,
        causes=tuple(f"{one.title}. {one.fact}" for one in here.news if one.kind != "wish"),
        wishes=tuple(f"{one.title}. {one.fact}" for one in here.news if one.kind == "wish"),
        refused=tuple(id for id in left_out(answer, here) if id in here.wishes),
        duties=tuple(id for id in duties if id in here.items),
        names=NAMES | {id: row["title"] for id, row in audiences.items()},
    )
    wished = frozenset(id for id in here.wishes if id in kept)
    return Logged(here, whose, tuple(moves(answer, here)), scene, wished)


def _reached(one: News, log: Logged) -> set[str]:
    """Return the ids of the rows that something which has happened can have moved, or kept out.

    What was asked for and stays out moves nothing itself."""
    items, refused = log.here.items, set(log.scene.refused)
    rows = [id for id in log.rows if id in items]
    found = {id for id in one.items if id in rows}
    if one.kind == "wish" and found <= refused:
        return found
    if one.kind == "team":
        found |= {id for id in rows if one.team in ("", items[id].team) or not log.here.plan.teams}
    else:
        found |= {id for id in rows for seed in one.items if _tied(id, seed, log)}
    ahead = list(found - refused)
    while ahead:
        last = ahead.pop()
        near = {id for id in rows if id not in found and _tied(id, last, log)}
        found |= near
        ahead += near - refused
    return found


def _tied(id: str, other: str, log: Logged) -> bool:
    """Say whether one item can move another one: they share people, or one needs the other."""
    items = log.here.items
    if id not in items or other not in items:
        return False
    here, there = items[id], items[other]
    same = here.team == there.team if log.here.plan.teams else True
    needs = {*_needs(id, log), *_needs(other, log)}
    return same or bool(here.person and here.person == there.person) or bool(needs & {id, other})


def _needs(id: str, log: Logged) -> tuple[str, ...]:
    """Return what an item needs, as planned before: what is done by now is no longer among the open needs."""
    before = log.here.plan.by_id.get(id)
    return before.needs if before else log.here.items[id].needs


def reasons(answer: Cells, log: Logged) -> dict[str, Reason]:
    """Return what the learner says of each row."""
    return {
        id: Reason(
            cause=log.causes.get(answer.text(id, "cause"), ""),
            why=answer.text(id, "why"),
            who=answer.text(id, "who") if answer.text(id, "who") in HEARS else "",
        )
        for id in log.rows
    }


def documents(answer: Cells, case: Case) -> dict[str, str]:
    """Return the texts that the answer makes: "log", and the messages "team", "sponsor" and "supervisor".

    `case` must be grounded for the exercise `change-log`, whose answer this is.
    """
    log = logged(case)
    said = reasons(answer, log)
    texts = {"log": change_log(log.changes, said, log.scene)}
    return texts | {one: message(one, log.changes, said, log.scene) for one in HEARS}
