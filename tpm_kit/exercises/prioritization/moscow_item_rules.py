"""What the feedback on a MoSCoW board says of single items: workarounds, dates, and what stands on what.

Codes MOSCOW-… and PRI-… are those of the domain reference (section 4); what it has no code for is PLAN-….
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tpm_kit.answers import Placements
from tpm_kit.case import BacklogItem, Case
from tpm_kit.exercise import Finding, rule
from tpm_kit.exercises.cards import short_titles
from tpm_kit.exercises.prioritization.moscow_rules import in_lane, lane_of
from tpm_kit.exercises.wording import date, names
from tpm_kit.methods.moscow import LANES

RANK = {lane: rank for rank, lane in enumerate(LANES)}
IN_LANE = {
    "must": "is a Must",
    "should": "is only a Should",
    "could": "is only a Could",
    "wont": "is in Won't",
}
VALUABLE = 7
"""Value (of 10) from which an item that nobody can do without deserves a second look."""


@rule("MOSCOW-4", "workaround")
def musts_without_workaround(answer: Placements, case: Case, box: str = "release") -> Iterator[Finding]:
    """A Must has a workaround."""
    for item in in_lane(answer, case, "must"):
        if item.workaround:
            yield Finding(
                "problem",
                f"{item.title} is a Must, but there is a workaround: {item.workaround}",
                f"If people can get by without it, even painfully, the {box} does not fail without it.",
                "Make it a Should; how painful the workaround is says how high it stands among them.",
                (item.id,),
            )


def _below(
    answer: Placements, case: Case, reported: Callable[[str, str], bool]
) -> Iterator[tuple[BacklogItem, str, BacklogItem, str]]:
    """Yield (item, its lane, prerequisite, its lane) where the second is lower and `reported` says so."""
    items = short_titles(case)
    for item in items.values():
        lane = lane_of(answer, item.id)
        for needed in item.dependencies:
            under = lane_of(answer, needed)
            if lane and under and needed in items and RANK[lane] < RANK[under] and reported(lane, under):
                yield item, lane, items[needed], under


@rule("MOSCOW-8", "dependencies")
def musts_stand_on_musts(answer: Placements, case: Case, box: str = "release") -> Iterator[Finding]:
    """A Must depends on a Could or a Won't."""
    for item, _, needed, under in _below(
        answer, case, lambda lane, under: lane == "must" and under in ("could", "wont")
    ):
        yield Finding(
            "problem",
            f"A Must depends on a {LANES[under].split()[0]}: {item.title} needs {needed.title}.",
            f"A {box} cannot promise work whose prerequisite it may drop.",
            "Raise the prerequisite or lower the dependant.",
            (item.id, needed.id),
        )


@rule("PRI-4", "dependencies")
def prerequisites_first(answer: Placements, case: Case) -> Iterator[Finding]:
    """An item is ranked above its prerequisite. A Must above a Could or Won't is MOSCOW-8."""
    for item, lane, needed, under in _below(
        answer, case, lambda lane, under: lane != "must" or under == "should"
    ):
        yield Finding(
            "problem",
            f"{item.title} is a {LANES[lane]}, but needs {needed.title}, which {IN_LANE[under]}.",
            "When time runs short the prerequisite goes first, and takes the item with it.",
            "Put both into the same lane, or lower the item.",
            (item.id, needed.id),
        )


@rule("PLAN-2", "deadline", "workaround", "release_date")
def dates_are_musts(answer: Placements, case: Case) -> Iterator[Finding]:
    """An item falls due before the release is out, has no workaround, and is not a Must."""
    due = [
        item
        for item in short_titles(case).values()
        if item.deadline and not item.workaround and item.deadline <= case.release_date
    ]
    late = [item for item in due if lane_of(answer, item.id) not in ("must", None)]
    for item in late:
        yield Finding(
            "caution",
            f"{item.title} is due on {date(item.deadline)} and has no workaround, but "
            f"{IN_LANE[lane_of(answer, item.id)]}.",
            f"What happens on the day after? {item.evidence}".strip(),
            "Make it a Must, or write down who accepts that the date is missed.",
            (item.id,),
        )
    chosen = any(lane_of(answer, item.id) not in ("must", None) for item in case.items)
    if due and not late and chosen and all(lane_of(answer, item.id) for item in due):
        titles = names([item.title for item in due], 3)
        yield Finding("good", f"What falls due in this release and has no workaround is a Must: {titles}.")


@rule("PLAN-3", "workaround", "value")
def nobody_is_left_without(answer: Placements, case: Case) -> Iterator[Finding]:
    """An item of high value that nobody can work around may be dropped."""
    if case.own:
        return  # values of other people's trackers have scales of their own
    for item in short_titles(case).values():
        lane = lane_of(answer, item.id)
        dated = item.deadline and case.release_date and item.deadline <= case.release_date
        bare = not item.workaround and not dated and (item.value or 0) >= VALUABLE
        if bare and lane in ("should", "could", "wont"):
            yield Finding(
                "note",
                f"{item.title} has a value of {item.value:g} and no workaround, but {IN_LANE[lane]}.",
                f"What do people do without it? {item.evidence}".strip(),
                "If the release would fail without it, it is a Must.",
            )


@rule("PRI-6", "effort")
def unsized_items(answer: Placements, case: Case) -> Iterator[Finding]:
    """Placed items have no effort, so that they weigh nothing in the shares."""
    unsized = [
        item for item in short_titles(case).values() if item.effort is None and answer.column_of(item.id)
    ]
    if unsized:
        yield Finding(
            "note",
            f"No effort is known for {len(unsized)} of {len(answer.places)} placed items, which count in no "
            f"share: {names([item.title for item in unsized])}.",
            "The shares speak only of the others.",
            "Estimate them in your file and load it again; your placements stay.",
        )


ITEM_RULES = (
    musts_stand_on_musts,
    prerequisites_first,
    musts_without_workaround,
    dates_are_musts,
    nobody_is_left_without,
    unsized_items,
)
