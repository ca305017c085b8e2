"""The roadmap that later exercises stand on: the learner's own once it is complete, else the worked one."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import NamedTuple

from tpm_kit.answers import Placements
from tpm_kit.case import Case
from tpm_kit.exercises.cards import once
from tpm_kit.exercises.roadmap import plan as plans
from tpm_kit.exercises.roadmap.bars import Bar, bars
from tpm_kit.exercises.roadmap.plan import Plan, planned
from tpm_kit.exercises.roadmap.plan_choice import worked_values

ROADMAP = "roadmap"
"""The exercise whose answer it is."""
USES: Mapping[str, type] = {**plans.USES, ROADMAP: Placements}
"""What an exercise that calls `standing` must name in its `uses`."""


class Standing(NamedTuple):
    """A plan, where its items lie, and whose roadmap that is."""

    plan: Plan
    bars: Mapping[str, Bar]
    """By item id; an item without one has no sprint yet."""
    mine: bool
    """Whether the learner placed them."""
    whose: str
    """Whose roadmap that is, in words; "" where there is none."""
    left: str
    """How many items it leaves out, as a sentence after a blank; "" if none."""

    def source(self, what: str) -> str:
        """Return where `what` comes from ("The days come from"), as a sentence or two."""
        if not self.whose:
            return "You have no roadmap yet: build it in 6.2, and what you plan there has its sprint here."
        return f"{what} {self.whose}.{self.left}"

    def starts(self, id: str) -> datetime.date | None:
        """Return the first working day of an item's bar, or None if it has none or the dates are unknown."""
        dated = self.plan.dates(self.bars[id].start) if id in self.bars else None
        return dated.first_day if dated else None


@once
def standing(case: Case) -> Standing:
    """Return the roadmap to go on with. It needs the answers in `USES`.

    A roadmap of the learner's that lacks an item gives way to the worked one, if that one has more. Where
    there is neither, no item has a sprint.
    """
    plan, answer = planned(case), case.earlier.get(ROADMAP)
    own = bars(answer, plan) if isinstance(answer, Placements) else {}
    worked = worked_values(case, ROADMAP) if len(own) < len(plan.items) else {}
    shown = bars(Placements.of(worked), plan)
    mine = bool(own) and len(own) >= len(shown)
    found = own if mine else shown
    if mine:
        whose = "your roadmap (6.2)"
    elif found:
        whose = f"the worked roadmap, since {'yours is not complete' if own else 'you have none yet'} (6.2)"
    else:
        whose = ""
    left = sum(item.id not in found for item in plan.items) if found else 0
    items = "1 planned item has" if left == 1 else f"{left} planned items have"
    return Standing(plan, found, mine, whose, f" {items} no sprint there." if left else "")
