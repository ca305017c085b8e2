"""What the feedback on a top five says of the choice: its size, its prerequisites, the plans before it.

Codes PRI-4 and KANO-7 are those of the domain reference (sections 4 and 4.5); what it has no code for is
TOP-…. What the methods have to say stands in `top_five_score_rules`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tpm_kit.answers import Placements
from tpm_kit.case import BacklogItem, Case
from tpm_kit.exercise import Finding, rule
from tpm_kit.exercises.cards import item_titles, short_titles
from tpm_kit.exercises.prioritization.kano import EXERCISE as KANO
from tpm_kit.exercises.prioritization.kano_survey import Feature, features
from tpm_kit.exercises.prioritization.top_five_ranks import LATER, TOP, WORDS, compared, in_column, wanted
from tpm_kit.exercises.wording import date, names, points
from tpm_kit.methods.kano import CATEGORIES


def own_lane(case: Case, id: str) -> str | None:
    """Return the lane of an item on the learner's own MoSCoW board, or None."""
    return case.earlier.get("moscow", Placements()).column_of(id)


def kano_features(case: Case) -> Mapping[str, Feature]:
    """Return the features of the case's Kano survey, or of the one that the learner gave in exercise 5.5."""
    typed = case.earlier.get("kano-inputs")
    return features(KANO.ground(case, lambda id: typed.raw() if typed and id == "kano-inputs" else None))


@rule("TOP-1")
def as_many_as_wanted(answer: Placements, case: Case) -> Iterator[Finding]:
    """More or fewer items are chosen than the task asks for."""
    items, chosen = compared(case), in_column(answer, case, TOP)
    want, many = wanted(items), len(chosen)
    all_placed = many + len(in_column(answer, case, LATER)) == len(items)
    if many > want:
        yield Finding(
            "problem",
            f"Your top {WORDS[want]} holds {many} items, {many - want} too many.",
            "A list that everything is on puts off the choice, and somebody else then makes it.",
            "Which of them would you give up first if one had to go?",
        )
    elif all_placed and many < want:
        yield Finding(
            "problem",
            f"Your top {WORDS[want]} holds {many} {_items(many)}, {want - many} too few.",
            "The roadmap is made of what is chosen here.",
            "Look at what you left out: which of it would be missed most?",
        )
    elif all_placed:
        efforts = [item.effort for item in items]
        share = ""
        if None not in efforts:
            mine = sum(item.effort for item in chosen)
            share = f", and {'take' if many > 1 else 'takes'} {mine:.10g} of {points(sum(efforts))}"
        what = f"{many} of {len(items)} items are" if many > 1 else f"1 of {len(items)} items is"
        yield Finding("good", f"{what} chosen{share}.")


def _items(count: int) -> str:
    return "item" if count == 1 else "items"


@rule("PRI-4", "dependencies")
def prerequisites_come_along(answer: Placements, case: Case) -> Iterator[Finding]:
    """An item is chosen without what it needs, or put before it."""
    titles, chosen = item_titles(case), [item.id for item in in_column(answer, case, TOP)]
    left = {item.id for item in in_column(answer, case, LATER)}
    top = WORDS[wanted(compared(case))]
    for place, id in enumerate(chosen, start=1):
        for needed in _needed(case, [id]):
            lost = _lost(needed, left, case)
            if lost:
                yield Finding(
                    "problem",
                    f"{titles[id]} is in your top {top} and needs {titles[needed]}, {lost}.",
                    "What it is built on must be there first, so the promise cannot be kept.",
                    f"Take {titles[needed]} in too, or leave {titles[id]} out.",
                    (id, needed) if needed in left else (id,),
                )
            elif needed in chosen and chosen.index(needed) >= place:
                yield Finding(
                    "problem",
                    f"{titles[id]} is number {place}, but needs {titles[needed]}, which is only number "
                    f"{chosen.index(needed) + 1}.",
                    "Work on it cannot begin before the other is done.",
                    f"Put {titles[needed]} above it.",
                    (id, needed),
                )


def _lost(needed: str, left: set[str], case: Case) -> str:
    """Say how an item is out of the release, or ""."""
    if needed in left:
        return "which you left out"
    shown = {item.id for item in compared(case)}
    return (
        "which is in Won't on your MoSCoW board"
        if needed not in shown and own_lane(case, needed) == "wont"
        else ""
    )


def _needed(case: Case, ids: Sequence[str]) -> list[str]:
    """Return the ids of all that these items need besides themselves, directly or through others."""
    needs = {item.id: item.dependencies for item in case.items}
    found: list[str] = []
    waiting = [needed for id in ids for needed in needs[id]]
    while waiting:
        one = waiting.pop(0)
        if one in needs and one not in ids and one not in found:
            found.append(one)
            waiting += needs[one]
    return found


@rule("KANO-7")
def must_be_before_attractive(answer: Placements, case: Case) -> Iterator[Finding]:
    """An attractive feature is taken while one that people take for granted is left out."""
    surveyed = kano_features(case)

    def of(column: str, mode: str) -> list[BacklogItem]:
        items = in_column(answer, case, column)
        return [item for item in items if item.id in surveyed and surveyed[item.id].mode == mode]

    delights, gaps = of(TOP, "A"), of(LATER, "M")
    if delights and gaps:
        yield Finding(
            "caution",
            f"You took {_surveyed(delights, surveyed, 'A')}, and left out {_surveyed(gaps, surveyed, 'M')}.",
            "What pleases does not make up for what people expect and miss.",
            "Take the expected one first, or write down why it can wait.",
            tuple(item.id for item in (*delights, *gaps)),
        )


def _surveyed(items: Sequence[BacklogItem], surveyed: Mapping[str, Feature], mode: str) -> str:
    """Return the items with what the survey says of them."""
    said = [
        f"{item.title} ({CATEGORIES[mode]} to {surveyed[item.id].count(mode)} of {surveyed[item.id].total})"
        for item in items
    ]
    return names(said, len(said))


@rule("TOP-2")
def one_plan(answer: Placements, case: Case) -> Iterator[Finding]:
    """The choice contradicts the learner's own MoSCoW board."""
    for item in in_column(answer, case, TOP):
        if own_lane(case, item.id) == "wont":
            yield _two_plans(f"{item.title} is in Won't on your MoSCoW board, and here you took it.", item)
    for item in in_column(answer, case, LATER):
        if own_lane(case, item.id) == "must":
            yield _two_plans(f"{item.title} is a Must on your MoSCoW board, and here you left it out.", item)


def _two_plans(seen: str, item: BacklogItem) -> Finding:
    return Finding(
        "caution",
        seen,
        "Two plans for one release cannot both hold, and people will act on the one that suits them.",
        "Change one of the two answers, or accept this and write down what has changed your mind.",
        (item.id,),
    )


@rule("TOP-3", "deadline", "release_date")
def dates_are_seen(answer: Placements, case: Case) -> Iterator[Finding]:
    """An item that falls due in the release is left out."""
    for item in in_column(answer, case, LATER):
        if item.deadline and item.deadline <= case.release_date:
            yield Finding(
                "note",
                f"{item.title} is due on {date(item.deadline)}, in this release, and you left it out.",
                "A score does not know of dates.",
                "Find out what happens on the day after.",
                (item.id,),
            )


@rule("TOP-5", "dependencies", whole=True)
def hidden_work_is_seen(answer: Placements, case: Case) -> Iterator[Finding]:
    """The choice needs work that is not among the items compared."""
    items, chosen, every = compared(case), in_column(answer, case, TOP), short_titles(case)
    shown = {item.id for item in items}
    hidden = [every[id] for id in _needed(case, [item.id for item in chosen]) if id not in shown]
    if not hidden:
        return
    titles = [
        item.title if item.effort is None else f"{item.title} ({points(item.effort)})" for item in hidden
    ]
    efforts = [item.effort for item in (*chosen, *hidden)]
    many = len(chosen)
    whose = f"your {WORDS[many] if many < len(WORDS) else many}" if many > 1 else "your choice"
    among = f"these {len(items)} items" if len(items) > 1 else "the items compared"
    yield Finding(
        "note",
        f"{whose.capitalize()} also need{'s' * (many == 1)} work that is not among {among}: {names(titles)}."
        + ("" if None in efforts else f" Together with {whose} that makes {points(sum(efforts))}."),
        "A score knows the work of its own item only, and not of what that is built on.",
        # An export of the learner's own may still hold what was done long ago.
        f"Plan this work before the items that need it{', unless it is done already' if case.own else ''}.",
    )


CHOICE_RULES = (
    as_many_as_wanted,
    prerequisites_come_along,
    must_be_before_attractive,
    one_plan,
    dates_are_seen,
    hidden_work_is_seen,
)
