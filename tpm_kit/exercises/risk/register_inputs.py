"""What the risk exercises need and a learner's own backlog lacks: a register of five to eight risks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from tpm_kit.answers import Cells
from tpm_kit.case import Case
from tpm_kit.case_tables import TableRow
from tpm_kit.exercise import Exercise, Finding, Inputs, rule
from tpm_kit.exercises.cards import item_titles
from tpm_kit.exercises.risk import NOTEBOOK
from tpm_kit.exercises.risk.register import money, policy
from tpm_kit.exercises.risk.register_input_cells import (
    LEAST,
    LONGEST_NAME,
    MOST,
    NEEDED,
    ROWS,
    TEXTS,
    WORDS,
    chance_fault,
    loss_fault,
    written,
)
from tpm_kit.exercises.wording import cut, names
from tpm_kit.typed import plain
from tpm_kit.widgets.table import Table

ID = "register-inputs"
TABLE = "risks"


def _finding(row: str, column: str, fault: str, why: str = "", do: str = "") -> Finding:
    return Finding("problem", f"{ROWS[row]}: {WORDS[column]}. {fault}", why, do, (f"{row}:{column}",))


@rule("RISK-15")
def numbers_can_be_used(answer: Cells, case: Case) -> Iterator[Finding]:
    """A chance or a loss is no number that can be counted with."""
    for one in written(answer):
        for column, value in (("chance", one.chance), ("days", one.days), ("cost", one.cost)):
            text = answer.text(one.row, column).strip()
            if text and value is None:
                yield _finding(
                    one.row, column, *(chance_fault(text) if column == "chance" else loss_fault(text))
                )
        if one.days == one.cost == 0:
            yield _finding(
                one.row,
                "days",
                "It costs neither days nor money.",
                "What does no harm is no risk to this release.",
                "Write what it costs once it has happened, or clear the row.",
            )


@rule("RISK-2")
def texts_say_something(answer: Cells, case: Case) -> Iterator[Finding]:
    """A name, cause, event or effect says nothing, or says the same as another one of the row."""
    for one in written(answer):
        seen: dict[str, str] = {}
        for column in TEXTS:
            text = answer.text(one.row, column).strip()
            if not text:
                continue
            if not re.search(r"[^\W\d_]{2}", text):
                yield _finding(one.row, column, f"“{cut(text, 40)}” says nothing yet.", do="Say it in words.")
                continue
            other = seen.setdefault(plain(text), column)
            if other != column and "title" not in (other, column):
                yield _finding(
                    one.row,
                    column,
                    f"It says the same as the {WORDS[other]}.",
                    "A cause is so today, the event may or may not come, the effect is what it then costs.",
                    "Say what is so, what may happen because of it, and what that leads to.",
                )


@rule("RISK-16")
def each_once(answer: Cells, case: Case) -> Iterator[Finding]:
    """Two rows are the same risk."""
    seen: dict[str, str] = {}
    for one in written(answer):
        name = plain(answer.text(one.row, "title"))
        before = seen.setdefault(name, one.row) if name else one.row
        if before != one.row:
            yield _finding(
                one.row,
                "title",
                f"{one.title} is {ROWS[before].lower()} already.",
                "Its loss would count twice.",
                "Clear one of the two rows, or say how they differ.",
            )


@rule("RISK-17", whole=True)
def what_there_is(answer: Cells, case: Case) -> Iterator[Finding]:
    """Says what the register holds, and who owns nothing yet; how likely and how bad is yours to judge."""
    rows = written(answer)
    if any(check(answer, case) for check in (numbers_can_be_used, texts_say_something, each_once)):
        return
    bare = [one.title for one in rows if not answer.text(one.row, "owner").strip()]
    if bare:
        yield Finding(
            "note",
            f"Nobody owns {names(bare)}.",
            "A risk without an owner is watched by nobody.",
            "Later exercises ask for one; write it as soon as you know it.",
        )
    days = sum(one.chance * one.days for one in rows)
    cost = sum(one.chance * one.cost for one in rows)
    yield Finding(
        "good",
        f"{len(rows)} risks can be counted with. Chance × loss comes to {round(days, 1):.10g} working days "
        f"and {money(cost, policy(case).currency)} in all.",
    )


def register_rows(answer: Cells, case: Case) -> Iterator[TableRow]:
    """Yield the rows of the table "risks" for what was filled in. One number stands for all three of an
    estimate, as long as nobody knows better."""
    items = {item.id for item in case.items}
    for one in written(answer):
        item = answer.text(one.row, "item")
        yield {
            "id": one.row,
            "title": one.title or ROWS[one.row],
            **{column: answer.text(one.row, column).strip() for column in ("cause", "event", "effect")},
            "category": "",
            "items": (item,) if item in items else (),
            "fact": "",
            "chance": one.chance,
            **dict.fromkeys(("days_low", "days", "days_high"), one.days),
            **dict.fromkeys(("cost_low", "cost", "cost_high"), one.cost),
            "date": None,
            "owner": cut(answer.text(one.row, "owner"), LONGEST_NAME),
            "trigger": "",
            "status": "open",
            "reviewed": None,
            "likelihood": "",
            "impact": "",
        }


def _table(case: Case) -> Table:
    sign = policy(case).currency
    items = [[id, title] for id, title in item_titles(case).items()]
    delayed = [
        {
            "id": "item",
            "label": "Delays",
            "note": "if one",
            "kind": "choice",
            "options": items,
        }
    ]
    return Table(
        label=f"Risks of {case.title}",
        columns=[
            {"id": "title", "label": "Name", "note": "a few words", "kind": "text"},
            {"id": "cause", "label": "Because", "note": "a fact of today", "kind": "text", "long": True},
            {"id": "event", "label": "may happen", "note": "what may come", "kind": "text", "long": True},
            {"id": "effect", "label": "which leads to", "note": "the loss", "kind": "text", "long": True},
            {"id": "chance", "label": "Chance", "unit": "%", "kind": "number"},
            {"id": "days", "label": "Days lost", "unit": "working days", "kind": "number"},
            {"id": "cost", "label": "Money lost", "unit": sign, "note": "besides the days", "kind": "number"},
            *(delayed if case.items else []),
            {"id": "owner", "label": "Owner", "note": "if known", "kind": "text"},
        ],
        rows=[{"id": row, "title": title} for row, title in ROWS.items()],
    )


def _parts(case: Case) -> dict[str, str]:
    return {
        f"{row}:{column}": f"{title}: {WORDS[column]}" for row, title in ROWS.items() for column in NEEDED
    }


def _required(answer: Cells, case: Case) -> set[str]:
    """Return the cells that must be filled in: those of the first five rows, or of as many others, and of
    every row that is begun."""
    begun = [one.row for one in written(answer)]
    blank = [row for row in ROWS if row not in begun]
    rows = [*begun, *blank[: max(0, LEAST - len(begun))]]
    return {f"{row}:{column}" for row in rows for column in NEEDED}


def _live(answer: Cells, case: Case) -> dict[str, Any]:
    """Return what is wrong with single cells; what is blank is only missing."""
    faults: dict[str, dict[str, str]] = {}
    for check in (numbers_can_be_used, texts_say_something, each_once):
        for finding in check(answer, case):
            row, _, column = finding.cards[0].rpartition(":")
            fault = finding.seen.removeprefix(f"{ROWS[row]}: {WORDS[column]}. ")
            faults.setdefault(row, {}).setdefault(column, " ".join(filter(None, (fault, finding.do))))
    return {"results": {}, "faults": faults}


def _task(case: Case) -> str:
    return (
        f"Write down {LEAST} to {MOST} risks of {case.title}: what is so today, what may happen because of "
        "it, what that leads to, and what it costs once it has happened. Check the table, and the exercise "
        'opens below it. If you keep a register already, read it instead: course.use_risks("risks.csv").'
    )


INPUTS = Inputs(
    table=TABLE,
    exercise=Exercise(
        id=ID,
        version=1,
        number="7 · your risks",
        title="What could move your release?",
        notebook=NOTEBOOK,
        task=_task,
        answer=Cells,
        view=_table,
        parts=_parts,
        required=_required,
        rules=(numbers_can_be_used, texts_say_something, each_once, what_there_is),
        hints=(
            "Go through what others decide for you: interfaces, data that must move, keys and certificates, "
            "one person who alone knows something, tests that came late the last time.",
            "For the chance, count: in how many of the last releases did it happen? Two of eight is 25. For "
            "the loss, take what it cost the last time.",
        ),
        live=_live,
        done_word="filled in",
    ),
    rows=register_rows,
    wanted=lambda case: case.own,
)
