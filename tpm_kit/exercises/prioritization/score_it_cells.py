"""What a learner types into the table of scores: each cell as a number or a fault, and the scores they give.

A cell with a fault never scores. Codes of faults are those of the domain reference (section 4.2).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from tpm_kit.answers import Cells
from tpm_kit.case import BacklogItem, Case
from tpm_kit.exercises.cards import once, short_titles
from tpm_kit.exercises.prioritization.moscow_rules import promised
from tpm_kit.exercises.wording import cut
from tpm_kit.methods.ice import ice
from tpm_kit.methods.ranks import ranks
from tpm_kit.methods.rice import IMPACTS, rice
from tpm_kit.typed import Number, number

MOST_ITEMS = 8
EVIDENCE = {
    "data": "own data",
    "test": "a test or trial",
    "interviews": "interviews",
    "estimate": "an estimate",
    "none": "none",
}
"""What a confidence can rest on, strongest first."""
RICE_INPUTS = ("reach", "impact", "confidence", "effort")
IMPACT_STEPS = ", ".join(f"{step:g}" for step in list(IMPACTS)[:-1]) + f" or {list(IMPACTS)[-1]:g}"
MOST_REACH = 1e9
LEAST_MONTHS, MOST_MONTHS = 0.5, 24
"""Person-months: RICE counts no less than half of one; more than two years is another unit, or many items."""

WEEKS_FOR_MONTHS = "Weeks for months make an item look four times as dear."

_PEOPLE = {"customers", "customer", "merchants", "people", "users", "shops"}
_QUARTER = {"a", "per", "each", "every", "quarter", "quarterly", "q"}
_PERIODS = {"m": "month", "w": "week", "d": "day", "y": "year", "h": "hour"}
_MONTHS = {"m", "pm", "mm", "month", "months", "person", "persons", "man", "p"}


class Fault(NamedTuple):
    """A cell that cannot be used: the rule that says so, what is wrong in it, what to type instead, and what
    this very fault does to the score, where the rule's own reason does not say it."""

    code: str
    what: str
    do: str
    why: str = ""


Reading = float | str | Fault


@once
def scored_items(case: Case) -> tuple[BacklogItem, ...]:
    """Return the items to score, with short titles: those that the case has facts for; without any, the first
    eight Musts and Shoulds of the learner's MoSCoW answer, if it has two or more; else the first eight."""
    known = short_titles(case)
    ids = [row["id"] for row in case.table("score-it")] or chosen(case) or list(known)[:MOST_ITEMS]
    return tuple(known[id] for id in dict.fromkeys(ids) if id in known)


def scored_titles(case: Case) -> dict[str, str]:
    """Return the titles of the items to score, by id."""
    return {item.id: item.title for item in scored_items(case)}


def chosen(case: Case) -> list[str]:
    """Return the ids of the first eight Musts and Shoulds of the learner's MoSCoW answer; none if there are
    fewer than two."""
    ids = [item.id for item in promised(case)[:MOST_ITEMS]]
    return ids if len(ids) > 1 else []


def values_known(case: Case) -> bool:
    """Say whether ICE can take its impact from the backlog: every item has a value to the goals, 1 to 10. The
    values in a learner's own file have scales of their own."""
    return not case.own and all(1 <= (item.value or 0) <= 10 for item in scored_items(case))


def labels(case: Case) -> dict[str, str]:
    """Return the names of the columns to be filled in, by id. ICE's impact is one of them where the backlog
    has none."""
    left_out = {"value"} if values_known(case) else set()
    return {column: column.capitalize() for column in READERS if column not in left_out}


def readings(answer: Cells, case: Case) -> dict[str, dict[str, Reading]]:
    """Return what the filled cells hold, by item and column; confidence as a fraction, all else as typed."""
    asked = labels(case)
    return {
        item.id: {
            column: READERS[column](answer.text(item.id, column))
            for column in asked
            if answer.text(item.id, column)
        }
        for item in scored_items(case)
    }


def usable(cells: Mapping[str, Reading], *columns: str) -> list[float] | None:
    """Return the numbers of these columns, or None unless each of them can be used."""
    numbers = [cells.get(column) for column in columns]
    return numbers if all(isinstance(one, float) for one in numbers) else None


def rice_scores(answer: Cells, case: Case) -> dict[str, float]:
    """Return the RICE score of each item whose four inputs can be used."""
    inputs = {id: usable(cells, *RICE_INPUTS) for id, cells in readings(answer, case).items()}
    inputs = {id: numbers for id, numbers in inputs.items() if numbers}
    return dict(zip(inputs, rice(*zip(*inputs.values(), strict=True)), strict=True)) if inputs else {}


def ice_scores(answer: Cells, case: Case, how: str = "product") -> dict[str, float]:
    """Return the ICE score of each item whose three inputs can be used: its value to the goals, its
    confidence as 1 to 10, its ease."""
    known = {item.id: item.value for item in scored_items(case)} if values_known(case) else {}
    inputs = {}
    for id, cells in readings(answer, case).items():
        numbers = usable({**cells, "value": float(known[id])} if known else cells, "value", *_ICE_REST)
        if numbers and numbers[1] >= 0.1:
            inputs[id] = (numbers[0], 10 * numbers[1], numbers[2])
    return dict(zip(inputs, ice(*zip(*inputs.values(), strict=True), how), strict=True)) if inputs else {}


_ICE_REST = ("confidence", "ease")


def places(scores: Mapping[str, float]) -> dict[str, int]:
    """Return the rank of each item among those that have a score; 1 is the best, and ties share a rank."""
    return dict(zip(scores, map(int, ranks(list(scores.values()))), strict=True))


def rank_texts(scores: Mapping[str, float]) -> dict[str, str]:
    """Return the ranks as the table shows them: "2", or "3 =" where items share one.

    >>> rank_texts({"a": 8.0, "b": 3.0, "c": 3.0})
    {'a': '1', 'b': '2 =', 'c': '2 ='}
    """
    found = places(scores)
    shared = list(found.values())
    return {id: f"{rank} =" if shared.count(rank) > 1 else str(rank) for id, rank in found.items()}


def score_text(score: float) -> str:
    """Return a score as the table shows it.

    >>> score_text(1066.67), score_text(12.345), score_text(0.3)
    ('1,067', '12.3', '0.3')
    """
    return f"{score:,.0f}" if score >= 100 else f"{score:.3g}"


def months_text(months: float) -> str:
    """Return an effort with its unit.

    >>> months_text(1.0), months_text(1.5)
    ('1 person-month', '1.5 person-months')
    """
    return f"{months:.10g} {'person-month' if months == 1 else 'person-months'}"


def _quoted(text: str) -> str:
    return f"“{cut(text, 24)}”"


def _words(typed: Number) -> set[str]:
    return set(re.findall(r"[^\W\d_]+|%", typed.unit))


def _period(words: set[str]) -> str | None:
    """Return the period that a unit names, other than a quarter."""
    for word in sorted(words):
        for name in _PERIODS.values():
            if word in (name, f"{name}s", f"{name}ly", "daily" if name == "day" else name):
                return name
    return None


def _is_share(words: set[str]) -> bool:
    return bool(words & {"%", "percent", "pct"}) or {"per", "cent"} <= words


def _not_understood(text: str, do: str) -> Fault:
    return Fault("PRI-6", f"{_quoted(text)} is not understood", do)


def _reach(text: str) -> float | Fault:
    typed, do = number(text), "Type how many customers it touches in one quarter, such as 1,200."
    if typed is None:
        return _not_understood(text, do)
    words = _words(typed)
    if _is_share(words):
        return Fault("RICE-3", f"{_quoted(text)} is a share", "Type how many customers that is.")
    if period := _period(words):
        return Fault(
            "RICE-3", f"{_quoted(text)} counts a {period}", "Type how many customers that is in a quarter."
        )
    if words - _PEOPLE - _QUARTER:
        return _not_understood(text, do)
    if typed.value <= 0:
        return Fault("PRI-6", f"{_quoted(text)} is not above 0", do)
    if typed.value < 1:
        return Fault("RICE-3", f"{_quoted(text)} looks like a share", "Type how many customers that is.")
    if typed.value < 1000 and re.search(r"[0-9][.,][0-9]", text):
        # Thousands in the style of other countries: "1.900" would count as 1.9 customers.
        return Fault(
            "RICE-3",
            f"{_quoted(text)} is no whole number of customers",
            "Write thousands with a comma or without a mark, such as 1,900 or 1900.",
        )
    return typed.value if typed.value <= MOST_REACH else Fault("PRI-6", f"{_quoted(text)} is too large", do)


def _impact(text: str) -> float | Fault:
    typed = number(text)
    if typed is None:
        return _not_understood(text, f"Type {IMPACT_STEPS}.")
    if typed.value not in IMPACTS or _words(typed) - set(IMPACTS.values()) - {"x"}:
        return Fault("RICE-1", f"{_quoted(text)} is not on the scale", f"Type {IMPACT_STEPS}.")
    return typed.value


def _confidence(text: str) -> float | Fault:
    """Read a confidence: with a sign it is in percent, without one a fraction up to 1 and percent from 10 on.
    So "1" is 100 %; 2 to 9 may well be meant out of ten, and are asked about."""
    typed, do = number(text), "Type a percentage, such as 80 %."
    if typed is None or _words(typed) - {"%", "percent", "pct", "per", "cent"}:
        return _not_understood(text, do)
    share = _is_share(_words(typed))
    if typed.value <= 0:
        return Fault("RICE-2", f"{_quoted(text)} is not above 0 %", "What is sure to fail needs no score.")
    if typed.value > 100:
        return Fault("RICE-2", f"{_quoted(text)} is more than 100 %", "Nothing is surer than 100 %.")
    if not share and 1 < typed.value < 10:
        return Fault(
            "RICE-2",
            f"{_quoted(text)} could be {typed.value:g} % or {typed.value:g} of 10",
            f"Write {typed.value * 10:g} for {typed.value:g} of 10, or {typed.value:g} %.",
        )
    return typed.value / 100 if share or typed.value > 1 else typed.value


def _effort(text: str) -> float | Fault:
    typed, do = number(text), "Type person-months, such as 1.5."
    if typed is None:
        return _not_understood(text, do)
    words = _words(typed)
    short = next((_PERIODS[word] for word in sorted(words) if word in ("w", "d", "h", "y")), None)
    period = _period(words) or short or ("week" if words & {"pw", "wk", "wks"} else None)
    if period and period != "month":
        how = "; 4 person-weeks are 1" if period == "week" else ""
        why = WEEKS_FOR_MONTHS if period == "week" else ""
        return Fault("RICE-4", f"{_quoted(text)} counts {period}s", f"Type person-months{how}.", why)
    if words & {"point", "points", "pt", "pts", "sp"}:
        return Fault("RICE-4", f"{_quoted(text)} counts story points", "Type the person-months they come to.")
    if words - _MONTHS:
        return _not_understood(text, do)
    if typed.value <= 0:
        return Fault("PRI-6", f"{_quoted(text)} is not above 0", do)
    if typed.value < LEAST_MONTHS:
        what = f"{_quoted(text)} is less than half a month"
        why = "Anything smaller would make a small job look better than it is."
        return Fault("RICE-4", what, "Type 0.5, the least that RICE counts.", why)
    if typed.value > MOST_MONTHS:
        what = f"{_quoted(text)} would be more than two years of one person's work"
        return Fault("RICE-4", what, "Type person-months, not weeks, days or points.")
    return typed.value


def _ten(text: str) -> float | Fault:
    typed = number(text)
    if typed is None or _words(typed) or not 1 <= typed.value <= 10:
        return Fault("PRI-6", f"{_quoted(text)} is not between 1 and 10", "Type a number from 1 to 10.")
    return typed.value


def _evidence(text: str) -> str | Fault:
    return text if text in EVIDENCE else _not_understood(text, "Choose one from the list.")


READERS: Mapping[str, Callable[[str], Reading]] = {
    "reach": _reach,
    "impact": _impact,
    "confidence": _confidence,
    "evidence": _evidence,
    "effort": _effort,
    "value": _ten,
    "ease": _ten,
}
"""How each column is read, in the order of the table."""
