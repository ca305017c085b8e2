"""The formats in which a plan of notebook 06 leaves the course."""

from __future__ import annotations

import datetime
import io
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from tpm_kit.exchange.icalendar_file import icalendar
from tpm_kit.exchange.jira_csv import DATE_FORMAT, jira_csv
from tpm_kit.exchange.markdown_table import markdown_table
from tpm_kit.exchange.mermaid import mermaid_gantt
from tpm_kit.exchange.outgoing import outgoing, without_emails
from tpm_kit.exchange.plan_csv import plan_csv
from tpm_kit.roadmap_entries import DatedPlan

if TYPE_CHECKING:
    from tpm_kit.figures.gantt import Gantt


class Format(NamedTuple):
    """One kind of file: what its button says, the end of its name, its media type, what makes it of a plan,
    and what to do with it."""

    label: str
    end: str
    media: str
    make: Callable[[DatedPlan], bytes]
    then: str = ""


def mermaid(plan: DatedPlan) -> str:
    """Return the plan as the text of a Mermaid chart."""
    return mermaid_gantt(plan.entries, plan.title, plan.holidays)


def markdown(plan: DatedPlan) -> str:
    """Return the plan as a Markdown table."""
    return markdown_table(plan.entries, plan.title)


def gantt_data(plan: DatedPlan) -> dict[str, Any]:
    """Return what the chart of a plan shows: the arguments of `tpm_kit.figures.gantt.Gantt.update`."""
    from tpm_kit.figures.gantt import Milestone, Row
    from tpm_kit.figures.time_grid import Period

    entries = outgoing(plan.entries)
    items = [entry for entry in entries if not entry.milestone]
    at = {entry.id: place for place, entry in enumerate(items)}
    return {
        "rows": [Row(entry.title, entry.start, entry.end, entry.section, entry.critical) for entry in items],
        "links": [(at[need], at[entry.id]) for entry in items for need in entry.needs if need in at],
        "milestones": [Milestone(entry.title, entry.start) for entry in entries if entry.milestone],
        "today": plan.today,
        "periods": [Period(sprint.start, sprint.end, f"Sprint {sprint.number}") for sprint in plan.sprints],
    }


def gantt(plan: DatedPlan) -> Gantt:
    """Return the plan as a chart on white, in its light colours."""
    from tpm_kit.figures.gantt import Gantt

    chart = Gantt()
    chart.update(**gantt_data(plan))
    chart.figure.set_facecolor("white")
    return chart


def _svg(plan: DatedPlan) -> bytes:
    file = io.BytesIO()
    about = {"Title": without_emails(plan.title), "Date": None, "Creator": "TPM Kit"}
    gantt(plan).figure.savefig(file, format="svg", facecolor="white", metadata=about)
    return file.getvalue()


FORMATS: Mapping[str, Format] = {
    "mermaid": Format(
        "Mermaid",
        ".mmd",
        "text/plain",
        lambda plan: mermaid(plan).encode(),
        "Its text becomes a chart on a Markdown page, between a line ```mermaid and a line ```.",
    ),
    "icalendar": Format(
        "Calendar (iCalendar)",
        ".ics",
        "text/calendar",
        lambda plan: icalendar(plan.entries, plan.title, datetime.datetime.now(datetime.UTC)),
        "Open it with your calendar; a later file of the same roadmap moves the same events.",
    ),
    "jira": Format(
        "Jira (CSV)",
        "-jira.csv",
        "text/csv",
        lambda plan: jira_csv(plan.entries),
        f"In Jira's import, give {DATE_FORMAT} as the date format, and map Issue Id to Issue Id and each "
        "Link Blocks to the link Blocks.",
    ),
    "markdown": Format("Markdown", ".md", "text/markdown", lambda plan: markdown(plan).encode()),
    "csv": Format(
        "CSV",
        ".csv",
        "text/csv",
        lambda plan: plan_csv(plan.entries),
        "Excel opens it where commas separate; elsewhere use Data ▸ From Text/CSV.",
    ),
    "png": Format("PNG", ".png", "image/png", lambda plan: gantt(plan).png()),
    "svg": Format("SVG", ".svg", "image/svg+xml", _svg),
}
