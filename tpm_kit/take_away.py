"""The take-away: a plan of notebook 06 in the formats that companies use, one button for each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from tpm_kit.exchange.jira_csv import MOST_ROWS_ALONE
from tpm_kit.exchange.outgoing import outgoing
from tpm_kit.exercises.wording import date, names
from tpm_kit.roadmap_entries import DatedPlan, of_review, of_roadmap, texts_of_review
from tpm_kit.roadmap_formats import FORMATS, gantt_data, markdown, mermaid
from tpm_kit.take_away_panel import NotYetError, TakeAwayPanel, ready

PLANS: Mapping[str, Callable[..., DatedPlan]] = {"roadmap": of_roadmap, "review": of_review}
"""What can be taken away: the exercise whose answer it is -> what makes a plan with dates of that answer."""
LOG = "change-log"
"""The exercise from which the texts about the review come."""
CALLED = {
    "roadmap": "no roadmap yet",
    "review": "no reviewed plan yet",
    LOG: "no change log and no message yet",
}


class TakeAway(TakeAwayPanel):
    """A plan with its Gantt chart. `what` is one of `PLANS`; nothing is given while the answer is not
    complete."""

    formats = FORMATS

    def content(self) -> DatedPlan:
        """Return the plan as it stands. Raises `NotYetError`."""
        answer, ground = self._ready(self._what)
        try:
            plan = PLANS[self._what](answer, ground)
            outgoing(plan.entries)
        except ValueError as error:
            raise NotYetError(str(error)) from None
        return plan

    def texts(self) -> dict[str, tuple[str, str]]:
        """Return the texts about a review, by id, each with its name. Raises `NotYetError`."""
        return texts_of_review(*self._ready(LOG)) if self._what == "review" else {}

    def weak(self) -> str:
        """Return a sentence if the complete answer is not sound, or ""."""
        return self._weakness(self._what, *self._ready(self._what))

    def headline(self, plan: DatedPlan) -> tuple[str, str]:
        """Return the plan's title, and how much there is in it."""
        return plan.title, _extent(plan)

    def boxes(self, plan: DatedPlan) -> Mapping[str, str]:
        """Return the plan as Mermaid and as Markdown."""
        return {"Mermaid": mermaid(plan), "Markdown": markdown(plan)}

    def chart(self) -> Any:
        """Return an empty Gantt chart."""
        from tpm_kit.figures.gantt import Gantt

        return Gantt()

    def chart_data(self, plan: DatedPlan) -> dict[str, Any]:
        """Return what the Gantt chart of the plan shows."""
        return gantt_data(plan)

    def after_saving(self, id: str, plan: DatedPlan) -> str:
        """Return who has to import a long file."""
        long = id == "jira" and len(plan.entries) > MOST_ROWS_ALONE
        return f" More than {MOST_ROWS_ALONE} rows need somebody who administers Jira." if long else ""

    def _ready(self, id: str) -> tuple[Any, Any]:
        return ready(id, self._case, self._workbook, CALLED[id])


def _extent(plan: DatedPlan) -> str:
    """Return how much there is in the plan, and what is not, in a sentence or two."""
    items = sum(not entry.milestone for entry in plan.entries)
    dates = len(plan.entries) - items
    first, last = min(entry.start for entry in plan.entries), max(entry.end for entry in plan.entries)
    text = f"{items} {'item' if items == 1 else 'items'}"
    text += f" and {dates} {'date' if dates == 1 else 'dates'}" if dates else ""
    text += f", {date(first)} to {date(last)}."
    return f"{text} Not in it: {names(plan.left)}." if plan.left else text
