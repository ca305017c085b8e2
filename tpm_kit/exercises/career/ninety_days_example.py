"""One sound plan for the gaps and the hours that a learner has: not the best, but one that holds."""

from __future__ import annotations

from collections.abc import Iterator

from tpm_kit.case import Case
from tpm_kit.exercises.career.ninety_days_plan import COLUMNS, LATE, MOST_LATE, ground, hours, room
from tpm_kit.exercises.career.ninety_days_steps import (
    BUILD,
    CHOOSE,
    DOING,
    FEEDBACK,
    FOLLOW,
    PRACTISE,
    PUBLISH,
    READ,
    SHADOW,
    STEPS,
)

REASONS = {
    CHOOSE: "The other steps are about what is chosen here.",
    READ: "How it is built comes before any change of it.",
    SHADOW: "Watching shows what no page says.",
    PRACTISE: "After the reading, and early enough for somebody to answer it.",
    BUILD: "The largest step, once it is known how things are built.",
    FEEDBACK: "There is something to look at by now.",
    FOLLOW: "A habit that is set up while there is room.",
    PUBLISH: "At the end there is something to tell others.",
}
PACE = {CHOOSE: 0, READ: 0, SHADOW: 1, PRACTISE: 2, FEEDBACK: 2, BUILD: 3, FOLLOW: 3, PUBLISH: 4}
"""The column in which a kind of step begins at the earliest, where there is time enough."""
FREE = 0.2
"""Share of each column that steps beyond the first ones leave free, for what takes longer."""


class _Draft:
    """A plan in the making."""

    def __init__(self, case: Case, paced: bool, practise: bool) -> None:
        self.gaps, self.paced, self.practise = ground(case).gaps, paced, practise
        self.rooms = [room(column, case) for column in COLUMNS]
        self.left = list(self.rooms)
        self.at: dict[str, int] = {}

    def do_kind(self, group: str) -> str:
        """Return the kind of step in which a gap is practised: the usual one, or the shortest."""
        kinds = (PRACTISE,) if self.practise else (PRACTISE, SHADOW, BUILD)
        return min(kinds, key=lambda kind: STEPS[f"{group}-{kind}"].hours)

    def put(self, group: str, kind: str, after: str = "", free: float = 0) -> bool:
        """Put a step into the first column with room, not before the step of the kind `after`."""
        step = STEPS[f"{group}-{kind}"]
        first = max(self.at.get(f"{group}-{after}", 0), PACE[kind] if self.paced else 0)
        for column in range(first, len(COLUMNS)):
            if step.hours <= self.left[column] - free * self.rooms[column]:
                self.left[column] -= step.hours
                self.at[step.id] = column
                return True
        return False

    def first(self) -> bool:
        """Put what no plan can do without, and say whether there was room for all of it."""
        done = [self.put(group, CHOOSE) for group in self.gaps]
        done += [self.put(group, READ, CHOOSE) for group in self.gaps]
        done += [self.put(group, self.do_kind(group), READ) for group in self.gaps]
        done += [self.put(group, FEEDBACK, self.do_kind(group)) for group in self.gaps]
        return all([*done, any(self.put(group, FOLLOW) for group in self.gaps)])

    def more(self) -> None:
        """Add what there is time for besides."""
        for kind in (SHADOW, BUILD, PUBLISH):
            for group in self.gaps:
                id, after = f"{group}-{kind}", READ if kind in (*DOING, SHADOW) else self.do_kind(group)
                if id not in self.at and self.put(group, kind, after, FREE) and self.late() > MOST_LATE:
                    self.left[self.at.pop(id)] += STEPS[id].hours

    def late(self) -> float:
        """Return the share of the hours that lies in the last columns."""
        spent = [whole - left for whole, left in zip(self.rooms, self.left, strict=True)]
        late = (load for column, load in zip(COLUMNS, spent, strict=True) if column.id in LATE)
        return sum(late) / sum(spent)


def _drafts(case: Case) -> Iterator[_Draft]:
    for paced, practise in ((True, True), (False, True), (False, False)):
        draft = _Draft(case, paced, practise)
        if draft.first():
            draft.more()
            yield draft


def sound_plan(case: Case) -> dict[str, tuple[str, str]]:
    """Return a plan as step -> (row/column, reason); empty if the hours do not hold even the first steps."""
    draft = next(_drafts(case), None)
    return {
        id: (
            f"{STEPS[id].group}/{COLUMNS[at].id}",
            f"{REASONS[STEPS[id].kind]} It takes {hours(STEPS[id].hours)}.",
        )
        for id, at in (draft.at if draft else {}).items()
    }
