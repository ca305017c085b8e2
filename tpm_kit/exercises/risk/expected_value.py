"""What is it worth on average? Threats, a chance to gain, a decision and a reserve, worked out by hand."""

from __future__ import annotations

from collections.abc import Mapping
from math import prod

from tpm_kit.answers import Cells
from tpm_kit.case import Case
from tpm_kit.exercise import Exercise
from tpm_kit.exercises.risk import NOTEBOOK
from tpm_kit.exercises.risk.amounts import money
from tpm_kit.exercises.risk.levels import REPAIR
from tpm_kit.exercises.risk.register import policy
from tpm_kit.exercises.risk.register_inputs import INPUTS
from tpm_kit.exercises.risk.value_cells import CHANCE, VALUE, Sheet, cell_titles, rows
from tpm_kit.exercises.risk.value_rules import RULES, right
from tpm_kit.exercises.risk.value_sums import (
    SAME,
    Event,
    Option,
    Threat,
    as_branches,
    option_value,
    p80,
    sums,
)
from tpm_kit.exercises.risk.value_verdicts import loss_sum
from tpm_kit.exercises.roadmap.how_sure_forecast import days
from tpm_kit.exercises.wording import names, percent
from tpm_kit.methods.expected_value import totals
from tpm_kit.methods.three_point import Estimate
from tpm_kit.widgets.table import Table

RESULT = "worked"


def value_table(case: Case) -> Table:
    """Return the table: a row for each figure, with what is known of it, and two columns to fill in."""
    columns = [
        {
            "id": CHANCE,
            "label": "Chance",
            "unit": "percent",
            "kind": "number",
        },
        {
            "id": VALUE,
            "label": "Expected value",
            "unit": f"{policy(case).currency}, with its sign",
            "kind": "number",
        },
        {"id": RESULT, "label": "Worked out", "unit": "after yours", "kind": "result", "words": True},
    ]
    return Table(
        label=f"Expected values for {case.title}",
        columns=columns,
        rows=[
            {
                "id": row.id,
                "title": row.title,
                "note": row.note,
                "blank": [column for column in (CHANCE, VALUE) if column not in row.asks],
            }
            for row in rows(case).values()
        ],
        details=_facts(case),
    )


def _facts(case: Case) -> dict[str, list[list[str]]]:
    """Return what is known for each row."""
    found = sums(case)
    facts = {one.id: _threat_facts(one, case) for one in found.threats}
    facts |= {one.id: _event_facts(one, case, "Gains if it happens") for one in found.gains}
    for option in found.options:
        facts |= {one.id: _event_facts(one, case, "Loses then") for one in option.branches}
        facts[option.id] = _option_facts(option, case)
    threats = names([one.title for one in found.threats], 9)
    known = {
        found.any: ("Asked for", f"The chance that at least one of these happens: {threats}."),
        found.reserve: (
            "Asked for",
            "What the rows above lose on average together, as money to be set aside.",
        ),
        found.better: ("Asked for", "The higher of the values of the options, less the other one."),
    }
    facts |= {id: [list(fact)] for id, fact in known.items() if id in rows(case)}
    if found.events:
        facts[found.both] = [
            [
                "Asked for",
                "The least sum that suffices in four cases of five (P80). The two are independent.",
            ],
            *([event.title, event.fact] for event in found.events),
        ]
    return facts


def _threat_facts(one: Threat, case: Case) -> list[list[str]]:
    facts = [["Evidence", one.fact]] if one.fact else [["Chance", percent(one.chance)]]
    if one.days:
        facts.append(["Days", f"{_mean(one.state.days)} working days at {money(one.per_day, case)}"])
    if one.money:
        facts.append(["Money", f"{_mean(one.state.cost, case)}"])
    return facts


def _mean(one: Estimate, case: Case | None = None) -> str:
    """Return a mean as the sum that it is; money if the case is given, for its currency."""
    low, likely, high = (
        money(time, case) if case else f"{time:g}" for time in (one.optimistic, one.likely, one.pessimistic)
    )
    mean = money(one.mean, case) if case else f"{one.mean:.2f}".rstrip("0").rstrip(".")
    return (
        mean
        if one.optimistic == one.pessimistic
        else f"on average ({low} + 4 × {likely} + {high}) ÷ 6 = {mean}"
    )


def _event_facts(one: Event, case: Case, name: str) -> list[list[str]]:
    return [["Evidence", one.fact], [name, money(abs(one.value), case)]]


def _option_facts(option: Option, case: Case) -> list[list[str]]:
    branches = [
        [one.title[:1].upper() + one.title[1:], f"loses {money(-one.value, case)}"] for one in option.branches
    ]
    return [["Cost in any case", money(option.cost, case)], ["Why", option.fact], *branches]


def value_live(answer: Cells, case: Case) -> dict[str, dict[str, dict[str, str]]]:
    """Return beside each figure that is right the sum behind it, and a sentence for each cell that cannot be
    read."""
    done = right(answer, case)
    results: dict[str, dict[str, str]] = {}
    for row in rows(case).values():
        if all((row.id, column) in done for column in row.asks):
            results[row.id] = {RESULT: _sum(row.id, row.asks[-1], case)}
    faults: dict[str, dict[str, str]] = {}
    for row_id, column, fault in Sheet(answer, case).faults():
        faults.setdefault(row_id, {})[column] = fault
    return {"results": results, "faults": faults}


def _sum(row: str, column: str, case: Case) -> str:
    """Return the sum behind a figure."""
    found = sums(case)
    threats, gains = ({one.id: one for one in many} for many in (found.threats, found.gains))
    options = {option.id: option for option in found.options}
    branches = {one.id: one for one in found.branches}
    if row in branches:
        return _counted(branches[row].chance)
    if row in threats or row in gains:
        one = threats.get(row) or gains[row]
        inside = loss_sum(one, case) if row in threats else money(one.value, case)
        sign = "−" if row in threats else ""
        return _counted(one.chance) if column == CHANCE else f"{sign}{percent(one.chance)} × {inside}"
    if row in options:
        option = options[row]
        parts = [f"{percent(one.chance)} × {money(one.value, case)}" for one in option.branches if one.value]
        return f"{' + '.join(parts) or '0'} − {money(option.cost, case)}"
    if row == found.any:
        return f"1 − {' × '.join(f'{1 - one.chance:.10g}' for one in found.threats)}"
    if row == found.reserve:
        lost = " + ".join(money(-one.chance * one.value, case) for one in found.threats)
        won = "".join(f" − {money(one.chance * one.value, case)}" for one in found.gains)
        return f"{lost}{won}"
    if row == found.better:
        first, second = sorted((option_value(option) for option in found.options), reverse=True)[:2]
        return f"{money(first, case)} − ({money(second, case)})"
    return _ways(found.events)


def _counted(chance: float) -> str:
    return f"{percent(chance)} of the cases"


def _ways(events: tuple[Event, ...]) -> str:
    """Return how P80 of two events comes about."""
    ways, most = totals(as_branches(events)), p80(events)
    none = prod(1 - event.chance for event in events)
    covered = sum(chance for total, chance in ways if total <= most + SAME)
    return f"none in {none * 100:.4g} %, at most this sum in {covered * 100:.4g} %"


def value_solution(case: Case) -> dict[str, tuple[str, str]]:
    """Return the right answer: the text of each cell, and the sum behind it."""
    found = sums(case)
    chances = {one.id: one.chance for one in (*found.threats, *found.gains, *found.branches)}
    values = {one.id: one.chance * one.value for one in (*found.threats, *found.gains)}
    values |= {option.id: option_value(option) for option in found.options}
    answer = {}
    for row in rows(case).values():
        for column in row.asks:
            if column == CHANCE:
                share = found.at_least_one if row.id == found.any else chances[row.id]
                text = f"{share * 100:.4g} %"
            else:
                text = f"{_value(row.id, values, case) * 1000:.0f}".replace("-", "−")
            answer[f"{row.id}:{column}"] = (text, f"{_sum(row.id, column, case)}.")
    return answer


def _value(row: str, values: Mapping[str, float], case: Case) -> float:
    found = sums(case)
    if row in values:
        return values[row]
    if row == found.reserve:
        return found.set_aside
    return found.gap if row == found.better else p80(found.events)


def value_task(case: Case) -> str:
    """Return the task, with what is missing where nothing can be worked out."""
    found = sums(case)
    if not found.threats:
        return (
            "No open risk has a chance between 0 and 1 and what it costs, in money or in days with a cost of "
            "the day; give both in the register. Then there is something here to work out."
        )
    count = len(found.threats)
    text = (
        f"Work out what {'this threat is' if count == 1 else f'these {count} threats are'} worth on average"
    )
    text += ", and the chance to gain; " if found.gains else "; "
    text += "a loss stands below 0. "
    text += (
        "Then decide between the two options, and say what suffices in four cases of five"
        if found.options
        else f"Then say what to set aside for {'it' if count == 1 else 'them'}"
    )
    if not policy(case).cost_per_day and any(one.state.days.mean for one in found.threats):
        text += "; what a day costs is not known, so lost days do not count"
    return f"{text}. Select a row to read what is known."


def _hint_first(answer: Cells, case: Case) -> str:
    found = sums(case)
    ask = "Count the chance in the evidence: how often did it happen, of how often it could have?"
    if not found.threats:
        return ask
    one = next((one for one in found.threats if (one.id, VALUE) not in right(answer, case)), found.threats[0])
    when = f"{days(one.state.days.mean)} at {money(one.per_day, case)}" if one.days else ""
    lost = [when, money(one.money, case) if one.money else ""]
    loss = f"{one.title}: {' and '.join(filter(None, lost))}."
    return f"{ask} Then value it as if it had happened. {loss}"


def _hint_tree(answer: Cells, case: Case) -> str:
    found = sums(case)
    signs = "Threats stand below 0, gains above, and a reserve is what is left of both without its minus."
    if not found.options:
        return signs
    option = found.options[0]
    branches = " and ".join(f"{money(one.value, case)} with its chance" for one in option.branches)
    value = f"{option.title}: {branches}, less {money(option.cost, case)}."
    return f"{signs} An option is worth its branches less its cost. {value}"


def _hint_any(answer: Cells, case: Case) -> str:
    found = sums(case)
    text = "At least one is 1 less the chance of none."
    if len(found.threats) > 1:
        text += f" None is {' × '.join(f'{1 - one.chance:.10g}' for one in found.threats)}."
    if found.events:
        none = " × ".join(f"{1 - event.chance:.10g}" for event in found.events)
        text += (
            f" For P80 begin with none: {none}. If that is below 0.8, add the chance of the next higher sum."
        )
    return text


EXERCISE = Exercise(
    id="expected-value",
    version=1,
    number="7.8",
    title="What is it worth on average?",
    notebook=NOTEBOOK,
    task=value_task,
    answer=Cells,
    view=value_table,
    parts=cell_titles,
    rules=RULES,
    hints=(_hint_first, _hint_tree, _hint_any),
    live=value_live,
    done_word="filled in",
    uses={REPAIR: Cells},
    inputs=INPUTS,
    solution=value_solution,
    worked_called="The right answer",
)
