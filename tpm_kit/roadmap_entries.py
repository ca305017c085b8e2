"""From an answer of notebook 06 to what leaves the course: a roadmap with dates, and texts about it."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from tpm_kit.answers import Cells, Placements
from tpm_kit.case import Case
from tpm_kit.exchange.outgoing import without_emails
from tpm_kit.exchange.roadmap_entry import Entry, clean, one_line
from tpm_kit.exercises.roadmap import bars as on_board
from tpm_kit.exercises.roadmap.bars import Bars
from tpm_kit.exercises.roadmap.change_log_facts import documents, logged
from tpm_kit.exercises.roadmap.plan import NO_THEME, Milestone, Plan, Planned, planned
from tpm_kit.exercises.roadmap.review_facts import left_out, open_bars, situation, whole_bars
from tpm_kit.exercises.wording import date
from tpm_kit.methods.work_calendar import Sprint

DATES = "Dates"
"""The section of the milestones."""


class NoDatesError(ValueError):
    """A plan whose sprints nobody can date; `str()` says what to do."""


@dataclass(frozen=True)
class DatedPlan:
    """A roadmap as it leaves the course."""

    title: str
    """The same for a roadmap and its review: to a calendar the second is a change of the first."""
    entries: tuple[Entry, ...]
    holidays: tuple[datetime.date, ...]
    sprints: tuple[Sprint, ...]
    left: tuple[str, ...] = ()
    """Titles of what is planned and lies in no sprint."""
    today: datetime.date | None = None


def of_roadmap(answer: Placements, case: Case) -> DatedPlan:
    """Return the roadmap that the learner built. `case` is the exercise's ground. Raises `NoDatesError`, and
    `ValueError` for dates that no calendar has room for."""
    plan = planned(case)
    placed = on_board.bars(answer, plan)
    entries = _entries(placed, plan.by_id, plan, on_board.critical(placed, plan), case)
    left = tuple(_title(item.id, plan.by_id, case) for item in plan.items if item.id not in placed)
    return _dated(case, plan, entries, left)


def of_review(answer: Placements, case: Case) -> DatedPlan:
    """Return the whole plan after the review, what is done already included. Raises as `of_roadmap` does."""
    here = situation(case)
    critical = on_board.critical(open_bars(answer, here), here.left)
    # What is done by now is no longer among the needs of what is open; in the whole plan it is one.
    items = {
        id: replace(item, needs=here.plan.by_id[id].needs) if id in here.plan.by_id else item
        for id, item in here.items.items()
    }
    entries = _entries(whole_bars(answer, here), items, here.left, critical, case)
    left = tuple(_title(id, items, case) for id in left_out(answer, here))
    return _dated(case, here.left, entries, left, here.today)


def texts_of_review(answer: Cells, case: Case) -> dict[str, tuple[str, str]]:
    """Return what is written about the review, by id ("log", and each audience): its name and the text.

    `answer` is that to the exercise of the change log, and `case` the ground of that exercise.
    """
    names = logged(case).scene.names
    titles = {id: f"Message: {name}" for id, name in names.items()} | {"log": "Change log"}
    return {
        id: (one_line(clean(titles.get(id, id))), clean(without_emails(text)))
        for id, text in documents(answer, case).items()
    }


def _dated(
    case: Case,
    plan: Plan,
    entries: Iterable[Entry],
    left: tuple[str, ...],
    today: datetime.date | None = None,
) -> DatedPlan:
    if not plan.sprints:
        ask = 'open your backlog with it, as in use_backlog("backlog.csv", sprint_start="2027-01-11")'
        raise NoDatesError(
            "These files need dates, and nobody has said on which day the first sprint starts: "
            f"{ask if case.own else 'give the case a sprint_start'}, and run this cell again."
        )
    title = one_line(clean(f"Roadmap of {case.title}"))
    return DatedPlan(
        title, tuple(entries), tuple(day.date for day in case.holidays), plan.sprints, left, today
    )


def _entries(
    bars: Bars, items: Mapping[str, Planned], plan: Plan, critical: Collection[str], case: Case
) -> Iterator[Entry]:
    """Yield the bars by their start and their end, then the milestones."""
    order = sorted((id for id in items if id in bars), key=lambda id: (bars[id].start, bars[id].end))
    ids = _plain_ids([*order, *(one.id for one in plan.milestones)])
    for id in order:
        first, last = plan.dates(bars[id].start), plan.dates(bars[id].end)
        if first and last:
            yield _entry(items[id], first, last, ids, id in critical, case)
    for one in plan.milestones:
        yield _milestone(one, ids)


def _entry(
    item: Planned, first: Sprint, last: Sprint, ids: Mapping[str, str], critical: bool, case: Case
) -> Entry:
    known = case.item(item.id)
    due = f"Due {date(item.deadline)}." if item.deadline else ""
    return Entry(
        id=ids[item.id],
        title=clean(known.title) or ids[item.id],
        section="" if item.theme == NO_THEME else one_line(clean(known.theme)),
        start=first.first_day,
        # A sprint in which nobody works has its last working day before its first one.
        end=max(first.first_day, last.last_day),
        critical=critical,
        needs=tuple(ids[id] for id in item.needs if id in ids and id != item.id),
        points=item.effort,
        owner=one_line(clean(", ".join(filter(None, (item.person, item.team))))),
        note=clean("\n".join(filter(None, (due, known.summary)))),
    )


def _milestone(one: Milestone, ids: Mapping[str, str]) -> Entry:
    return Entry(
        id=ids[one.id],
        title=clean(one.title) or ids[one.id],
        section=DATES,
        start=one.date,
        end=one.date,
        milestone=True,
        needs=tuple(ids[id] for id in one.items if id in ids),
    )


def _title(id: str, items: Mapping[str, Planned], case: Case) -> str:
    return next((one.title for one in case.items if one.id == id), items[id].title)


def _plain_ids(ids: Iterable[str]) -> dict[str, str]:
    """Return ids fit for a file, on one line and different from each other, by those of the plan."""
    found: dict[str, str] = {}
    for at, id in enumerate(ids, start=1):
        plain = new = one_line(clean(id)) or f"entry {at}"
        count = 1
        while new in found.values():
            count += 1
            new = f"{plain} ({count})"
        found[id] = new
    return found
