"""What the feedback on a top five says: where it overrules the methods, and what stands on what.

Codes PRI-… and KANO-7 are those of the domain reference (sections 4 and 4.5); what it has no code for is
TOP-….
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tpm_kit.answers import Placements
from tpm_kit.case import BacklogItem, Case
from tpm_kit.exercise import Finding, rule
from tpm_kit.exercises.cards import item_titles
from tpm_kit.exercises.prioritization.kano import EXERCISE as KANO
from tpm_kit.exercises.prioritization.kano_survey import Feature, features
from tpm_kit.exercises.prioritization.score_it_cells import score_text
from tpm_kit.exercises.prioritization.top_five_ranks import Comparison, Method, compare, compared, wanted
from tpm_kit.exercises.wording import date, names, percent, points
from tpm_kit.methods.ranks import ties

TOP, LATER = "top", "later"
WORDS = ("no", "one", "two", "three", "four", "five")
CLOSE = 0.15
"""Items whose shares in the top differ by less than this count as not told apart: a choice, several times the
noise of the runs."""
LISTED = 3


def in_column(answer: Placements, case: Case, column: str) -> list[BacklogItem]:
    """Return the items that the answer puts into a column, in their order."""
    items = {item.id: item for item in compared(case)}
    return [items[id] for id in answer.column(column) if id in items]


def is_complete(answer: Placements, case: Case) -> bool:
    """Say whether every item is placed, and as many are chosen as are wanted."""
    items = compared(case)
    chosen = len(in_column(answer, case, TOP))
    return chosen == wanted(items) and chosen + len(in_column(answer, case, LATER)) == len(items)


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
            share = f", and {'take' if many > 1 else 'takes'} {points(mine)} of {sum(efforts):.10g}"
        what = f"{many} of {len(items)} items are" if many > 1 else f"1 of {len(items)} items is"
        yield Finding("good", f"{what} chosen{share}.")


def _items(count: int) -> str:
    return "item" if count == 1 else "items"


@rule("PRI-1")
def overruled_scores_have_a_reason(answer: Placements, case: Case) -> Iterator[Finding]:
    """An item is taken that most methods leave out, or left out although most of them take it."""
    found = compare(case)
    count, top = len(found.methods), WORDS[found.top]
    if not count:
        return
    for item in in_column(answer, case, TOP):
        backers = found.backers(item.id)
        if len(backers) < count / 2:
            yield _overruled(
                f"{_of(len(backers), count)} {item.title} in the top {top} ({_ranks(found, item.id)}), and "
                "you took it.",
                item,
            )
    for item in in_column(answer, case, LATER):
        backers = found.backers(item.id)
        if len(backers) > count / 2:
            yield _overruled(
                f"{_of(len(backers), count)} {item.title} in the top {top} ({_ranks(found, item.id)}), and "
                "you left it out.",
                item,
            )
    if is_complete(answer, case):
        yield from _agreement([item for item in in_column(answer, case, TOP)], found)


def _of(backers: int, methods: int) -> str:
    if not backers:
        return "None of the methods has"
    few = "Only " if backers < methods / 2 else ""
    some = str(backers) if backers > 5 else WORDS[backers]
    text = f"{few}{some if few else some.capitalize()} of {WORDS[methods]} methods"
    return f"{text} {'has' if backers == 1 else 'have'}"


def _ranks(found: Comparison, id: str) -> str:
    return ", ".join(f"{method.label} {method.ranks[id]}" for method in found.methods)


def _overruled(seen: str, item: BacklogItem) -> Finding:
    return Finding(
        "caution",
        seen,
        "Scores are there to be overruled, but not in silence: those who asked will want to know why.",
        "Move the card, or accept this and write down what the scores do not know.",
        (item.id,),
    )


def _agreement(chosen: Sequence[BacklogItem], found: Comparison) -> Iterator[Finding]:
    agreed = [item.title for item in chosen if len(found.backers(item.id)) == len(found.methods)]
    if agreed:
        every = f"every one of the {WORDS[len(found.methods)]} methods" if len(found.methods) > 1 else "RICE"
        verb = "is" if len(agreed) == 1 else "are"
        yield Finding(
            "good",
            f"{len(agreed)} of your {WORDS[found.top]} {verb} in the top {WORDS[found.top]} of {every}: "
            f"{names(agreed, 5)}.",
        )


@rule("PRI-2", whole=True)
def the_line_holds(answer: Placements, case: Case) -> Iterator[Finding]:
    """The line runs between items that their inputs cannot tell apart."""
    found = compare(case)
    chosen, rest = in_column(answer, case, TOP), in_column(answer, case, LATER)
    if not (found.shares and chosen and rest):
        return
    shares, top = found.shares, WORDS[found.top]
    how = f"With every RICE input one step off, up or down, {{}} of the runs in the top {top}"
    pairs = [
        (abs(shares[one.id] - other_share), one, other)
        for one in chosen
        for other in rest
        if (other_share := shares[other.id]) is not None
        and abs(shares[one.id] - other_share) < CLOSE
        and any(CLOSE <= share <= 1 - CLOSE for share in (shares[one.id], other_share))
    ]
    if pairs:
        _, one, other = min(pairs, key=lambda pair: pair[0])
        yield Finding(
            "caution",
            f"You took {one.title} and left out {other.title}, which the scores cannot tell apart: with every "
            f"RICE input up to one step off, they are in the top {top} in {percent(shares[one.id])} and "
            f"{percent(shares[other.id])} of the runs.",
            "The difference is smaller than what nobody knows about the inputs, so it decides nothing.",
            "Decide by what is not in the score, and write it down: a date, what else needs the item, whose "
            "problem it solves.",
            (one.id, other.id),
        )
        return
    last = min(chosen, key=lambda item: shares[item.id])
    first = max(rest, key=lambda item: shares[item.id])
    if shares[last.id] > shares[first.id]:
        yield Finding(
            "good",
            f"Your line holds: with every RICE input up to one step off, {last.title} stays in the top {top} "
            f"in {percent(shares[last.id])} of the runs, {first.title} comes into it in "
            f"{percent(shares[first.id])}.",
        )


@rule("PRI-4", "dependencies")
def prerequisites_come_along(answer: Placements, case: Case) -> Iterator[Finding]:
    """An item is chosen without what it needs, or put before it."""
    titles, chosen = item_titles(case), [item.id for item in in_column(answer, case, TOP)]
    left = {item.id for item in in_column(answer, case, LATER)}
    for place, id in enumerate(chosen, start=1):
        for needed in _needed(case, id):
            lost = _lost(needed, left, case)
            if lost:
                yield Finding(
                    "problem",
                    f"{titles[id]} is in your top {WORDS[wanted(compared(case))]} and needs {titles[needed]}, "
                    f"{lost}.",
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


def _needed(case: Case, id: str) -> list[str]:
    """Return the ids of all that an item needs, directly or through others."""
    needs = {item.id: item.dependencies for item in case.items}
    found: list[str] = []
    waiting = list(needs[id])
    while waiting:
        one = waiting.pop(0)
        if one in needs and one != id and one not in found:
            found.append(one)
            waiting += needs[one]
    return found


@rule("PRI-7")
def ties_are_declared(answer: Placements, case: Case) -> Iterator[Finding]:
    """A method gives items the same score."""
    found = compare(case)
    groups = [(method, group) for method in found.methods for group in _tied(method)]
    # A tie across the line leaves the choice open, so it is named first.
    groups.sort(key=lambda pair: not _across(*pair, found.top))
    if groups:
        titles = {item.id: item.title for item in found.items}
        said = [
            f"{method.label} has {names([titles[id] for id in group])} at rank {method.ranks[group[0]]} "
            f"({score_text(method.scores[group[0]])} each)"
            for method, group in groups
        ]
        across = [method.label for method, group in groups if _across(method, group, found.top)]
        why = "A tie is no order: whoever writes one down has decided by something else."
        if across:
            why = (
                f"By {names(across)} it is open which of them belongs into the top {WORDS[found.top]}. {why}"
            )
        more = f"; and {len(said) - LISTED} more" if len(said) > LISTED else ""
        yield Finding("note", f"Items tie: {'; '.join(said[:LISTED])}{more}.", why)


def _tied(method: Method) -> list[list[str]]:
    ids = list(method.scores)
    return [[ids[at] for at in group] for group in ties(list(method.scores.values()))]


def _across(method: Method, group: Sequence[str], top: int) -> bool:
    """Say whether a tie begins within the first `top` and ends behind them."""
    rank = method.ranks[group[0]]
    return rank <= top < rank + len(group) - 1


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
            f"{_surveyed(delights, surveyed, 'A')}, and you took it; {_surveyed(gaps, surveyed, 'M')}, and you "
            "left it out.",
            "What pleases does not make up for what people expect and miss.",
            "Take the expected one first, or write down why it can wait.",
            tuple(item.id for item in (*delights, *gaps)),
        )


def _surveyed(items: Sequence[BacklogItem], surveyed: Mapping[str, Feature], mode: str) -> str:
    name = {"A": "Attractive", "M": "Must-be"}[mode]
    said = [f"{item.title} ({surveyed[item.id].count(mode)} of {surveyed[item.id].total})" for item in items]
    return f"{name} by your Kano survey: {names(said, len(said))}"


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


@rule("TOP-4")
def who_is_compared(answer: Placements, case: Case) -> Iterator[Finding]:
    """A method is left out of the comparison for lack of an input."""
    found = compare(case)
    if found.left_out:
        lack = " Without RICE it is not known either how steady the ranks are." if not found.shares else ""
        yield Finding(
            "note",
            f"Compared are {names([method.label for method in found.methods], 5)}; {names(found.left_out, 5)} "
            f"{'is' if len(found.left_out) == 1 else 'are'} left out.",
            f"A method takes part once it has each of its inputs for all {len(found.items)} items.{lack}",
        )


RULES = (
    as_many_as_wanted,
    prerequisites_come_along,
    overruled_scores_have_a_reason,
    must_be_before_attractive,
    one_plan,
    the_line_holds,
    ties_are_declared,
    dates_are_seen,
    who_is_compared,
)
