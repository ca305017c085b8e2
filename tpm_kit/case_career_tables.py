"""The table of a case for 11.9: what is known about the factors of a hiring decision, and about other ways.

The checks are as in `case_table_checks`: rows by their number in the file, and one sentence for each fault.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from tpm_kit.case_table_cells import IDS, MAYBE_AMOUNT, TEXT, Cell, one_of
from tpm_kit.checked_files import did_you_mean, listed, shown

Rows = Mapping[int, Mapping[str, Any]]
SHARES = ("complexity", "change", "integration")
"""Factors that are counted in percent of the backlog's items."""
FACTORS = ("complexity", "team", "change", "growth", "integration", "today")
OTHERS = ("train", "half", "contractor", "line", "advice")
"""The other ways to get the work done, and what the learner has to say in the end."""
_NUMBERS = re.findall(r"\w+", "zero one two three four five six seven eight nine ten eleven twelve")
HIRING: Mapping[str, Cell] = {
    "id": one_of(*FACTORS, *OTHERS),
    "count": MAYBE_AMOUNT,
    "items": IDS,
    "fact": TEXT,
}
"""A factor with what its fact counts to, and the items that were counted, where it is a share of them; or one
of the other ways with what is known of it."""


def check_hiring(rows: Rows, items: Collection[str]) -> Iterator[str]:
    """Find rows that are missing, and counts that are not what their items or their facts say."""
    absent = [id for id in (*FACTORS, *OTHERS) if id not in {row["id"] for row in rows.values()}]
    if absent:
        advice = "add a row for it" if len(absent) == 1 else "add a row for each"
        where = f"hiring.csv, row {max(rows, default=1) + 1}, id"
        yield f"{where}: there is no row for {listed(absent)}; {advice}."
    for number, row in rows.items():
        where = f"hiring.csv, row {number}"
        if row["id"] in FACTORS:
            yield from _check_factor(row, where, items)
        else:
            for column in ("count", "items"):
                if row[column] not in (None, ()):
                    yield f"{where}, {column}: only a factor is counted; leave the cell empty."


def _check_factor(row: Mapping[str, Any], where: str, items: Collection[str]) -> Iterator[str]:
    count = row["count"]
    if count is None:
        yield f"{where}, count: the cell is empty; a factor needs the number that its fact counts to."
        return
    unknown = [id for id in row["items"] if id not in items]
    for id in unknown:
        hint = did_you_mean(id, items) or "; correct the id or take it out."
        yield f"{where}, items: there is no item {shown(id)} in backlog.csv{hint}"
    counted = len(set(row["items"]))
    share = 100 * counted / max(len(set(items)), 1)
    if row["id"] not in SHARES and row["items"]:
        yield f"{where}, items: {row['id']} is not counted in items; leave the cell empty."
    elif row["id"] in SHARES and not unknown and abs(share - count) > 0.5:
        said = f"{count:g} is given, but {counted} of {len(set(items))} items are {share:.4g} %"
        yield f"{where}, count: {said}; correct one of the two."
    elif not _stands(row["fact"], count):
        yield f"{where}, fact: the count {count:g} does not stand in the fact; say it there."


def _stands(fact: str, count: float) -> bool:
    """Say whether a number stands in a text, in figures or, if it is small, as a word."""
    if f"{count:g}" in re.findall(r"\d+(?:\.\d+)?", fact.replace(",", "")):
        return True
    small = count == int(count) and count < len(_NUMBERS)
    return small and _NUMBERS[int(count)] in re.findall(r"[a-z]+", fact.casefold())
