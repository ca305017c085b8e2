"""The tables of a case that are about risk: their columns, what the rows refer to, and whether the numbers
can be.

The checks are as in `case_table_checks`: rows by their number in the file, and one sentence for each fault.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from itertools import pairwise
from typing import Any

from tpm_kit.case_risk import risk_policy
from tpm_kit.case_table_cells import AMOUNT, CHANCE, DATE, IDS, MAYBE, SHARE, TEXT, YES, Cell, one_of
from tpm_kit.checked_files import did_you_mean, listed, shown

Rows = Mapping[int, Mapping[str, Any]]
LONGEST_TITLE = 34
"""So many characters of a title fit on a card of a 5 × 5 board."""
SAME = 1e-9
CATEGORIES = ("integration", "data migration", "security", "third party", "key person", "quality")
RISKS: Mapping[str, Cell] = {
    **dict.fromkeys(("id", "title", "cause", "event", "effect"), TEXT),
    "category": one_of(*CATEGORIES),
    "items": IDS,
    "fact": TEXT,
    "chance": SHARE,
    **dict.fromkeys(("days_low", "days", "days_high", "cost_low", "cost", "cost_high"), AMOUNT),
    "date": DATE,
    **dict.fromkeys(("owner", "trigger"), MAYBE),
    "status": one_of("open", "closed", "happened"),
    "reviewed": DATE,
    **dict.fromkeys(("likelihood", "impact"), MAYBE),
}
"""`items` end later when it fires; of days and cost (thousands, without what the days cost) the least, the
likely and the most that it takes then; by `date` it can strike; likelihood and impact are names of bands."""
RESPONSES: Mapping[str, Cell] = {
    "id": TEXT,
    "risk": TEXT,
    "kind": one_of("escalate", "avoid", "transfer", "mitigate", "accept"),
    "action": TEXT,
    "owner": TEXT,
    "cost": AMOUNT,
    "due": DATE,
    "chance_after": CHANCE,
    **dict.fromkeys(("days_low_after", "days_after", "days_high_after"), AMOUNT),
    **dict.fromkeys(("cost_low_after", "cost_after", "cost_high_after"), AMOUNT),
    "note": MAYBE,
}
"""The cost is in thousands; `_after` is what the risk is once the response is done."""
STATEMENTS: Mapping[str, Cell] = {
    "id": TEXT,
    "text": TEXT,
    "kind": one_of("risk", "issue", "cause", "wish"),
    "why": TEXT,
    "rewrite": MAYBE,
    "requirement": YES,
}
"""A statement with `rewrite`, what is known besides, is to be written as a risk; one that is a requirement
gets a requirement of quality, with a number, too."""


def check_risks(rows: Rows, items: Collection[str]) -> Iterator[str]:
    """Find risks of items that the backlog lacks, estimates that fall, and what cannot be a risk."""
    for number, row in rows.items():
        where = f"risks.csv, row {number}"
        for id in row["items"]:
            if id not in items:
                hint = did_you_mean(id, items) or "; correct the id or take it out."
                yield f"{where}, items: there is no item {shown(id)} in backlog.csv{hint}"
        if len(row["title"]) > LONGEST_TITLE:
            yield (
                f"{where}, title: it has {len(row['title'])} characters, and a card has room for "
                f"{LONGEST_TITLE}; make it shorter."
            )
        yield from _rising(row, where, "")
        if not row["days_high"] and not row["cost_high"]:
            yield f"{where}, days: neither days nor money are lost, so this is no risk; give one of them."
        if row["days_high"] and not row["items"]:
            yield f"{where}, items: the cell is empty; name the item that ends later."
        certain, happened = row["chance"] >= 1 - SAME, row["status"] == "happened"
        if certain != happened:
            what = (
                "a chance of 1 means that it has happened"
                if certain
                else "what has happened has a chance of 1"
            )
            yield f"{where}, chance: {what}; make chance and status agree."
        if bool(row["likelihood"]) != bool(row["impact"]):
            column = "impact" if row["likelihood"] else "likelihood"
            yield f"{where}, {column}: the cell is empty; give both likelihood and impact, or none of them."


def _rising(row: Mapping[str, Any], where: str, after: str) -> Iterator[str]:
    """Find three-point estimates that are not low ≤ likely ≤ high."""
    for name in ("days", "cost"):
        columns = [f"{name}_low{after}", f"{name}{after}", f"{name}_high{after}"]
        for lower, higher in pairwise(columns):
            if row[lower] > row[higher]:
                yield (
                    f"{where}, {higher}: {row[higher]:g} is below {lower}, {row[lower]:g}; the three go from "
                    "low to high."
                )


def check_responses(rows: Rows, items: Collection[str]) -> Iterator[str]:
    """Find estimates that fall."""
    for number, row in rows.items():
        yield from _rising(row, f"responses.csv, row {number}", "_after")


_FIGURES = ("chance", "days_low", "days", "days_high", "cost_low", "cost", "cost_high")


def check_risk_of(rows: Rows, risks: Rows) -> Iterator[str]:
    """Find responses to what is no open risk, that make it worse, or that their kind contradicts: to accept
    costs and changes nothing, to transfer moves money and no days."""
    by_id = {row["id"]: row for row in risks.values()}
    for number, row in rows.items():
        where, risk = f"responses.csv, row {number}", by_id.get(row["risk"])
        if risk is None:
            hint = did_you_mean(row["risk"], by_id) or "; correct the id or take the row out."
            yield f"{where}, risk: there is no risk {shown(row['risk'])} in risks.csv{hint}"
            continue
        if risk["status"] != "open":
            yield f"{where}, risk: {shown(row['risk'])} is not open any more; take the row out."
        if row["due"] > risk["date"]:
            yield (
                f"{where}, due: {row['due']} is after {risk['date']}, by when the risk can strike; give an "
                "earlier day."
            )
        changed = [name for name in _FIGURES if abs(row[f"{name}_after"] - risk[name]) > SAME]
        worse = [name for name in changed if row[f"{name}_after"] > risk[name]]
        for name in worse:
            yield (
                f"{where}, {name}_after: {row[f'{name}_after']:g} is more than {risk[name]:g} without the "
                "response; correct one of the two."
            )
        yield from () if worse else _of_kind(row, changed, where)


def _of_kind(row: Mapping[str, Any], changed: Collection[str], where: str) -> Iterator[str]:
    """Find a response that changes what its kind cannot change, or changes nothing; `changed` are columns."""
    if row["kind"] == "accept":
        if row["cost"]:
            yield f"{where}, cost: to accept a risk costs nothing beforehand; give 0."
        for name in changed:
            yield f"{where}, {name}_after: to accept a risk changes nothing; give what it is without."
    elif not changed:
        yield f"{where}, chance_after: the response changes nothing; give what is better with it, or accept."
    elif row["kind"] == "transfer":
        for name in changed:
            if not name.startswith("cost"):
                yield f"{where}, {name}_after: to transfer a risk moves money only; give what it is without."


def check_risk_names(
    file: str, rows: Rows, items: Collection[str], settings: Mapping[str, Any]
) -> Iterator[str]:
    """Find bands and people that `[risk]` in case.toml lacks, in a file of risks or of responses."""
    policy = risk_policy(settings.get("risk"))
    if policy is None:
        return
    known = {
        "likelihood": [band.name for band in policy.likelihoods],
        "impact": [band.name for band in policy.impacts],
        "owner": list(policy.people),
    }
    for number, row in rows.items():
        for column, names in known.items():
            if row.get(column) and names and row[column] not in names:
                key = "people" if column == "owner" else f"{column}s"
                hint = did_you_mean(row[column], names) or f"; give one of {listed(names)}."
                yield (
                    f"{file}, row {number}, {column}: {shown(row[column])} does not stand in case.toml, "
                    f"risk.{key}{hint}"
                )


def check_statements(rows: Rows, items: Collection[str]) -> Iterator[str]:
    """Find requirements that nobody is asked to rewrite."""
    for number, row in rows.items():
        if row["requirement"] and not row["rewrite"]:
            yield (
                f"statements.csv, row {number}, rewrite: the cell is empty, and a requirement is there to be "
                "rewritten; say what is known besides."
            )
