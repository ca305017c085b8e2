"""What the feedback on a technical roadmap says of order and place: enablers before their features.

Codes ROAD-5 and ROAD-8 are those of the domain reference (section 6.1). What it has no code for: TECH-1 work
that unlocks nothing, TECH-4 an enabler among those of another kind, TECH-5 another place than on the roadmap.
"""

from __future__ import annotations

from collections.abc import Iterator

from tpm_kit.answers import Placements
from tpm_kit.case import Case
from tpm_kit.exercise import Finding, rule
from tpm_kit.exercises.roadmap.bars import Bar
from tpm_kit.exercises.roadmap.enablers_cards import FEATURES, KINDS, Layout, size
from tpm_kit.exercises.roadmap.sprint_words import span_name
from tpm_kit.exercises.wording import names

MOST_NAMED = 3


@rule("ROAD-8")
def enablers_before_features(answer: Placements, case: Case) -> Iterator[Finding]:
    """An enabler is not done before a feature that needs it starts."""
    board = Layout(answer, case)
    sound = True
    for id in (*board.bars, *board.later):
        late = [bar for bar in board.unlocked(id) if id in board.later or board.bars[id].end >= bar.start]
        if late:
            sound = False
            yield _too_late(board, id, late)
    if not board.features:
        yield Finding(
            "note",
            "No feature has a sprint yet, so nothing can be said about what must come before it.",
            do="Build your roadmap in exercise 6.2, and open this exercise again.",
        )
    elif sound and set(board.known) <= {*board.bars, *board.later}:
        yield from _in_time(board)


def _too_late(board: Layout, id: str, late: list[Bar]) -> Finding:
    one, bar, first = board.known[id], board.bars.get(id), late[0]
    wanted = [f"{board.title[other.id]} (starts in sprint {other.start})" for other in late]
    where = f"ends in sprint {bar.end}" if bar else "is left for later"
    earliest = board.earliest(id)
    if earliest < first.start:
        do = f"Let it end in sprint {first.start - 1} at the latest."
    else:
        after = f" It needs {names([board.title[need] for need in one.needs])} first." if one.needs else ""
        to = f"to sprint {earliest + 1} or later" if earliest < board.plan.count else "out of this plan"
        do = (
            f"As long as it is, it cannot be done before the end of sprint {earliest}.{after} So either it "
            f"gets shorter, or {board.title[first.id]} moves {to} on your roadmap (6.2)."
        )
    return Finding(
        "problem",
        f"{one.title} {where}, but is needed before by {names(wanted, MOST_NAMED)}.",
        "A feature that starts before what it stands on waits, or is built twice.",
        do,
        (id,),
    )


def _in_time(board: Layout) -> Iterator[Finding]:
    """Yield which enabler unlocks what, once each has its place."""
    wanted = board.wanted() & set(board.bars)
    unlocked = {bar.id for id in wanted for bar in board.unlocked(id)}
    if wanted:
        tight = [
            id for id in wanted if any(bar.start == board.bars[id].end + 1 for bar in board.unlocked(id))
        ]
        count = f"{len(wanted)} {'enabler is' if len(wanted) == 1 else 'enablers are'}"
        what = f"the {len(unlocked)} features" if len(unlocked) != 1 else "the one feature"
        slips = f" {len(tight)} of them may not slip by a sprint." if tight else ""
        yield Finding(
            "good", f"{count} done before {what} that need {'it' if len(wanted) == 1 else 'them'}.{slips}"
        )


@rule("ROAD-5")
def in_their_own_order(answer: Placements, case: Case) -> Iterator[Finding]:
    """An enabler starts before something that it needs itself is done."""
    board = Layout(answer, case)
    for id, bar in board.bars.items():
        for need in board.known[id].needs:
            before = board.bar(need)
            if need in board.later or (before and before.end >= bar.start):
                yield _too_soon(board, id, need)


def _too_soon(board: Layout, id: str, need: str) -> Finding:
    start, before = board.bars[id].start, board.bar(need)
    why = "What is planned in a sprint is done at its end; what needs it can start in the next one."
    where = f"ends in sprint {before.end}" if before else "is left for later"
    if need in board.known[id].unlocks:
        why = f"{board.title[need]} needs it in turn, so that neither can begin."
        do = "Take one of the two needs out of the backlog."
    elif before is None:
        do = "Plan both, or leave both for later."
    elif before.end < board.plan.count:
        do = f"Start it in sprint {before.end + 1}, or let the other one end earlier."
    else:
        do = "Let the other one end earlier."
    return Finding(
        "problem",
        f"{board.title[id]} starts in sprint {start}, but needs {board.title[need]}, which {where}.",
        why,
        do,
        (id, need) if need in board.known else (id,),
    )


@rule("TECH-1")
def each_unlocks_something(answer: Placements, case: Case) -> Iterator[Finding]:
    """Work is planned that no feature of the roadmap needs."""
    board = Layout(answer, case)
    wanted = board.wanted()
    for id, bar in board.bars.items() if board.features else ():
        one = board.known[id]
        if id not in wanted:
            for_what = (
                f" It would unlock {names(one.elsewhere, MOST_NAMED)}, which "
                f"{'is' if len(one.elsewhere) == 1 else 'are'} not on it."
                if one.elsewhere
                else ""
            )
            yield Finding(
                "caution",
                f"{one.title} ({size(one)}) lies in {span_name(bar.start, bar.end)}, and no feature on the "
                f"roadmap needs it.{for_what}",
                "Of an enabler one must be able to say what it unlocks, and when. Otherwise it takes points "
                "from what has a date.",
                "Put it into Not now, or plan what it unlocks.",
                (id,),
            )
    left = [board.title[id] for id in board.later if id not in wanted]
    if left and board.features:
        yield Finding("good", f"Left for later, since no feature on the roadmap needs it: {names(left)}.")


@rule("TECH-4")
def among_its_own_kind(answer: Placements, case: Case) -> Iterator[Finding]:
    """An enabler lies in a row for another kind of work."""
    board = Layout(answer, case)
    rows = {FEATURES: "Features", **KINDS}
    for place in answer.places:
        one = board.known.get(place.id)
        if (
            one
            and place.row != one.kind
            and place.row in rows
            and (place.id in board.bars or place.id in board.later)
        ):
            yield Finding(
                "caution",
                f"{one.title} lies in “{rows[place.row]}”; it belongs to “{KINDS[one.kind]}”.",
                WHY[one.kind],
                "Move it to that row. If your team would call it the other, accept this and say why.",
                (place.id,),
            )


WHY = {
    "data": "What moves or corrects data can hardly be undone, and is planned with a rehearsal and a way "
    "back.",
    "interface": "What others see of the product has to be agreed with them, and both sides change at once.",
    "platform": "What all services stand on has no user of its own, and is the first to be put off.",
}


@rule("TECH-5")
def as_on_the_roadmap(answer: Placements, case: Case) -> Iterator[Finding]:
    """An item lies in other sprints here than on the learner's roadmap."""
    board = Layout(answer, case)
    for id, bar in board.bars.items() if board.now.mine else ():
        before = board.now.bars.get(id)
        if before and (before.start, before.end) != (bar.start, bar.end):
            yield Finding(
                "note",
                f"{board.title[id]} lies in {span_name(bar.start, bar.end)} here and in "
                f"{span_name(before.start, before.end)} on your roadmap (6.2).",
                "Two plans that differ are no plan.",
                "Decide on one, and change the other.",
                (id,),
            )


ORDER_RULES = (enablers_before_features, in_their_own_order)
PLACE_RULES = (each_unlocks_something, among_its_own_kind, as_on_the_roadmap)
