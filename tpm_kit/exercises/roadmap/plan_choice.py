"""Which items a roadmap plans, and why: the Musts, the top five, and all that these need.

The learner's own answers of notebook 05 decide; where one is missing, the worked answer of the case does;
where there is neither, the first items of the backlog stand in for both.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from tpm_kit.answers import Placements
from tpm_kit.case import BacklogItem, Case, CaseError
from tpm_kit.exercises.cards import short_titles
from tpm_kit.exercises.wording import names

MOST = 24
"""Items on a roadmap. More cannot be read on one screen."""
MOST_UNSIZED = 12
"""Planned items whose points are asked for. Nobody fills in more in one go."""
MUST, TOP_FIVE, FIRST = "Must", "top five", "first in your backlog"


class Choice(NamedTuple):
    """Why an item is planned. `must`: the release fails without it, since it is a Must or a Must needs it."""

    why: str
    must: bool


class Chosen(NamedTuple):
    """The planned items by id, in the order of the backlog, and where they come from, as a sentence."""

    choices: Mapping[str, Choice]
    source: str


def choose(case: Case, unsized: Iterable[str] = ()) -> Chosen:
    """Return what is planned. `unsized`: the ids of the items whose effort nobody has said."""
    musts, whose_musts = _column(case, "moscow", "must")
    top, whose_top = _column(case, "top-five", "top")
    of_musts = f"the Musts of {whose_musts} MoSCoW board (5.1)" if musts else ""
    of_top = f"{whose_top} top five (5.7)" if top else ""
    source = f"Planned: {' and '.join(filter(None, (of_musts, of_top))) or 'the first items of your backlog'}"
    # What does not fit on the board must not be a duty with a date.
    musts = sorted(musts, key=lambda id: case.item(id).deadline is None)
    wanted = dict.fromkeys(musts, Choice(MUST, True))
    wanted |= {id: Choice(TOP_FIVE, False) for id in top if id not in wanted}
    wanted = wanted or {item.id: Choice(FIRST, False) for item in case.items}
    found, left_out = _with_needs(wanted, case, frozenset(unsized))
    source += ", with what they need" if any(id not in wanted for id in found) else ""
    if left_out:
        titles = [short_titles(case)[id].title for id in left_out]
        source += f"; no room on one board for {names(titles, 3)}"
    return Chosen({item.id: found[item.id] for item in case.items if item.id in found}, f"{source}.")


def _column(case: Case, exercise: str, column: str) -> tuple[list[str], str]:
    """Return the known items in a column of an earlier answer, or of the worked one, and whose it is."""
    known, answer = {item.id for item in case.items}, case.earlier.get(exercise)
    mine = answer.column(column) if isinstance(answer, Placements) else ()
    if any(id in known for id in mine):
        return [id for id in mine if id in known], "your"
    worked = worked_values(case, exercise)
    return [id for id, value in worked.items() if value == column and id in known], "the worked"


def worked_values(case: Case, exercise: str) -> dict[str, str]:
    """Return the worked answer, part -> value; none where the case has none, or one with faults."""
    try:
        return {part: value for part, (value, _) in (case.worked(exercise) or {}).items()}
    except CaseError:  # Faults in the file; checking the case reports them.
        return {}


def _with_needs(
    wanted: Mapping[str, Choice], case: Case, unsized: frozenset[str]
) -> tuple[dict[str, Choice], list[str]]:
    """Return what is wanted with all it needs, and the ids of it that do not fit. An item comes with its
    needs or not at all."""
    items = short_titles(case)
    found: dict[str, Choice] = {}
    left_out: list[str] = []
    for id, choice in wanted.items():
        together = dict(found)
        for need, by in _needs(id, items).items():
            known = together.get(need) or wanted.get(need) or Choice(f"needed by {by}", False)
            together[need] = Choice(known.why, known.must or choice.must)
        if len(together) > MOST or len(unsized.intersection(together)) > MOST_UNSIZED:
            left_out.append(id)
        else:
            found = together
    if wanted and not found:  # Each of them needs more than a board holds: take what fits of the first.
        first, *needs = list(_needs(next(iter(wanted)), items))[:MOST_UNSIZED]
        found = {
            first: wanted[first],
            **dict.fromkeys(needs, Choice(f"needed by {items[first].title}", wanted[first].must)),
        }
    return found, [id for id in left_out if id not in found]


def _needs(id: str, items: Mapping[str, BacklogItem]) -> dict[str, str]:
    """Return the item and all it needs, directly or not, each with the title of what needs it; at least one
    too many where a board cannot hold them."""
    needs, ahead = {id: ""}, [id]
    while ahead and len(needs) <= MOST:
        one = ahead.pop(0)
        for need in items[one].dependencies:
            if need in items and need not in needs:
                needs[need] = items[one].title
                ahead.append(need)
    return needs
