"""Which date to whom? The finish of 6.6 as three dates, for three audiences, each with a sentence."""

from __future__ import annotations

from tpm_kit.answers import Cells
from tpm_kit.case import Case
from tpm_kit.exercise import Exercise
from tpm_kit.exercises.cards import LONGEST
from tpm_kit.exercises.roadmap import NOTEBOOK
from tpm_kit.exercises.roadmap.how_sure_forecast import chance, days
from tpm_kit.exercises.roadmap.how_sure_target import USES
from tpm_kit.exercises.roadmap.promise_choices import SAYING, SHARES, Basis, audiences, basis
from tpm_kit.exercises.roadmap.promise_rules import LABELS, RULES, told
from tpm_kit.exercises.wording import cut, date
from tpm_kit.methods.work_calendar import working_days
from tpm_kit.widgets.table import Table


def promise_table(case: Case) -> Table:
    """Return the table: a row for each audience, a date and a sentence to choose."""
    found = basis(case)
    options = [[choice, _option(choice, case)] for choice in SHARES]
    return Table(
        label=f"Dates promised for {case.title}",
        columns=[
            {
                "id": "date",
                "label": "Date",
                "unit": "share of runs done by then",
                "kind": "choice",
                "options": options,
            },
            {
                "id": "words",
                "label": "Sentence",
                "unit": "said with it",
                "kind": "choice",
                "options": [[words, label] for words, (label, _) in SAYING.items()],
            },
            {
                "id": "told",
                "label": "What they hear",
                "unit": "and what it means",
                "kind": "result",
                "words": True,
            },
        ],
        rows=[{"id": who.id, "title": who.title} for who in audiences(case)],
        details={
            who.id: [
                ["Who", cut(who.fact, LONGEST)],
                *([["Figures", _figures(case)]] if found.forecast else []),
            ]
            for who in audiences(case)
        },
    )


def _option(choice: str, case: Case) -> str:
    """Return a date to choose: its day where it is known, and the share of runs."""
    found, share = basis(case), f"{SHARES[choice]} %"
    time = found.time(choice)
    return share if time is None else f"{found.forecast.when(time)} · {share}"


def _figures(case: Case) -> str:
    found = basis(case)
    whose = "Yours" if found.yours else "The worked ones"
    known = ", ".join(f"{choice.upper()} {found.forecast.when(found.time(choice))}" for choice in SHARES)
    due = found.target.due
    in_time = "" if due is None else f"; in time: {chance(found.forecast.runs.probability_by(due))}"
    return f"{whose}: {known}{in_time}."


def cell_titles(case: Case) -> dict[str, str]:
    """Return what the feedback calls each cell, by `row:column`."""
    return {
        f"{who.id}:{column}": f"{who.title}: {label}"
        for who in audiences(case)
        for column, label in LABELS.items()
    }


def promise_live(answer: Cells, case: Case) -> dict[str, dict[str, dict[str, str]]]:
    """Return beside each date chosen what is said, and how far it is from the date that stands."""
    dates, words, found = told(answer, case, "date"), told(answer, case, "words"), basis(case)
    results = {
        who: {"told": " ".join(filter(None, (_heard(words.get(who), choice, found), _meaning(choice, case))))}
        for who, choice in dates.items()
    }
    return {"results": results, "faults": {}}


def _heard(words: str | None, choice: str, found: Basis) -> str:
    return f"“{found.sentence(words, choice)}”" if words else ""


def _meaning(choice: str, case: Case) -> str:
    found, plan = basis(case), basis(case).target
    missed = {
        "p50": "Missed every other time",
        "p80": "Missed one time in five",
        "p95": "Missed one time in twenty",
    }
    day = found.day(choice)
    if day is None or plan.date is None:
        return missed[choice]
    late = found.late(choice)
    spare = working_days(day, plan.date, plan.holidays) - 1
    room = f"{days(late)} late" if late else f"{days(spare)} to spare" if spare > 0 else "on the day itself"
    return f"{missed[choice]} · {room}"


def promise_task(case: Case) -> str:
    """Return the task, and whose figures the dates are."""
    found = basis(case)
    text = "Which date do you tell to whom, and in which words"
    text += (
        f"? {date(found.target.date)} stands ({found.target.title.removesuffix('.')}). "
        if found.target.date
        else "? "
    )
    if found.forecast is None:
        return f"{text}Fill in 6.6 above, and the dates of your own figures stand here."
    if found.yours:
        return f"{text}The dates come from your three times in 6.6."
    return f"{text}The dates come from the worked three times, since yours in 6.6 are not complete."


def _hint_room(answer: Cells, case: Case) -> str:
    found = basis(case)
    if found.forecast is None:
        return "P50 is missed every other time, P80 one time in five, P95 one time in twenty."
    between = days(found.time("p95") - found.time("p50"))
    return (
        f"Between {found.when('p50')} and {found.when('p95')} lie {between}. Who needs that room: those who "
        "do the work, or those who cannot move the date?"
    )


EXERCISE = Exercise(
    id="promise",
    version=1,
    number="6.7",
    title="Which date to whom?",
    notebook=NOTEBOOK,
    task=promise_task,
    answer=Cells,
    view=promise_table,
    parts=cell_titles,
    rules=RULES,
    hints=(
        "Ask of each of the three what a miss costs them, and what they would do if they heard of it early.",
        _hint_room,
        "A sentence must carry the chance of its own date; “It will be done” has none.",
    ),
    live=promise_live,
    worked=True,
    done_word="chosen",
    uses=USES,
    columns={words: label for words, (label, _) in SAYING.items()}
    | {choice: choice.upper() for choice in SHARES},
)
