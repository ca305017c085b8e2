"""What the feedback on a self-assessment says.

CAR-1 is the domain reference's (section 11): no evidence. What it has no code for is SELF-…: 1 everything
rated alike, 2 a gap that is not target less rating, 3 a larger gap left out, 4 a target below the rating,
5 no three different gaps, 6 what holds. There is no right rating: only what contradicts itself is a problem.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from tpm_kit.answers import Cells
from tpm_kit.case import Case
from tpm_kit.exercise import Finding, rule
from tpm_kit.exercises.career.self_assessment_evidence import DO, evidence_fault, judged
from tpm_kit.exercises.career.self_assessment_rows import (
    COLUMNS,
    EVIDENCE,
    GAP,
    GROUP,
    TARGET,
    Row,
    all_rows,
    how_many,
    picked,
    role_of,
    rows,
)
from tpm_kit.exercises.career.skills import GROUPS, PICKS
from tpm_kit.exercises.wording import cut, names

HIGH = 3
"""From this rating on somebody claims hard cases."""


def _cell(row: Row, column: str, text: str) -> str:
    return f"{row.name}: {COLUMNS[column]}. {text}"


def _same(text: str) -> str:
    return " ".join(text.casefold().split())


@rule("CAR-1")
def ratings_have_evidence(answer: Cells, case: Case) -> Iterator[Finding]:
    """A rating has no evidence, or one that names nothing done."""
    known = all_rows(answer).values()
    for row in known:
        if not row.rating:
            continue
        cards = (f"{row.id}:{EVIDENCE}",)
        why = f"A rating of {row.rating} with nothing to show is a feeling; interviewers ask what you did."
        if not row.evidence.strip():
            level = "problem" if row.rating >= HIGH else "caution"
            seen = _cell(row, EVIDENCE, f"You rate yourself {row.rating}, and nothing stands here.")
            yield Finding(level, seen, why, f"{DO} If you find none, rate one lower.", cards)
        elif fault := evidence_fault(row.evidence, row.rating):
            level = "problem" if fault.empty and row.rating >= HIGH else "caution"
            yield Finding(level, _cell(row, EVIDENCE, fault.says), why, fault.do, cards)
    texts = Counter(_same(row.evidence) for row in known if row.evidence.strip())
    for text, count in texts.most_common(1):
        mine = [row for row in known if _same(row.evidence) == text]
        if count > 2:
            yield Finding(
                "caution",
                _cell(mine[0], EVIDENCE, f"The same text stands for {names([row.name for row in mine], 7)}."),
                "What shows everything shows nothing in particular.",
                "Say for each group which part of it you did.",
                (f"{mine[0].id}:{EVIDENCE}",),
            )


@rule("SELF-1")
def ratings_tell_apart(answer: Cells, case: Case) -> Iterator[Finding]:
    """All seven groups have the same rating, or all gaps the same impact."""
    known = list(all_rows(answer).values())
    ratings = {row.rating for row in known}
    if len(ratings) == 1 and None not in ratings:
        yield Finding(
            "caution",
            f"All {len(known)} groups have the same rating, {known[0].rating}.",
            "A scale that tells nothing apart cannot say where to begin.",
            "Ask which group you would want to be tested in tomorrow and which not, and begin with these "
            "two.",
        )
    gaps = [row for row in known if row.open]
    impacts = {row.impact for row in gaps}
    if len(gaps) > len(PICKS) and len(impacts) == 1 and None not in impacts:
        yield Finding(
            "caution",
            f"All {len(gaps)} gaps have the same impact, {gaps[0].impact}.",
            "Then only the size decides, and what the role cannot do without is not seen.",
            "Ask of each gap what would go wrong in the first three months if it stayed.",
        )


@rule("SELF-2")
def gaps_are_differences(answer: Cells, case: Case) -> Iterator[Finding]:
    """A gap is not target less rating, or a figure cannot be read."""
    for row in all_rows(answer).values():
        for column, wanted in row.unread.items():
            typed = cut(answer.text(row.id, column), 30)
            yield Finding(
                "problem",
                _cell(row, column, f"“{typed}” is not {wanted}."),
                "Gaps are compared by what stands here.",
                f"Write {wanted}.",
                (f"{row.id}:{column}",),
            )
        cards = (f"{row.id}:{GAP}",)
        if TARGET in row.unread:
            continue
        if row.gap is not None and row.difference is not None and row.gap not in _right(row):
            own = "your own target" if row.own_target is not None else "the target of the role"
            yield Finding(
                "problem",
                _cell(
                    row,
                    GAP,
                    f"You have {row.gap:.10g}, with a rating of {row.rating} and {own}, {row.target}.",
                ),
                "The gap is the target less the rating; 0 if you are there already.",
                "Work it out again, or correct the rating or the target if one of them is not meant so.",
                cards,
            )


def _right(row: Row) -> set[int]:
    difference = row.difference or 0
    return {difference, max(difference, 0)}


def _outweighs(left: Row, chosen: Row) -> bool:
    """Say whether a gap left out is the larger one: in size or impact, and in neither smaller; or far ahead
    in impact."""
    if left.impact is None or chosen.impact is None or not left.open or not chosen.open:
        return False
    bigger = (left.difference or 0) - (chosen.difference or 0)
    graver = left.impact - chosen.impact
    return (bigger >= 0 and graver >= 0 and bigger + graver > 0) or graver >= 2


@rule("SELF-3")
def largest_gaps_are_chosen(answer: Cells, case: Case) -> Iterator[Finding]:
    """A gap was chosen that is smaller than one left out."""
    known, chosen = rows(answer), picked(answer)
    if len(set(chosen.values())) < how_many(known):
        return
    left = [row for id, row in known.items() if id not in chosen.values()]
    for pick, id in chosen.items():
        ahead = [row for row in left if _outweighs(row, known[id])]
        if ahead:
            most = max(ahead, key=lambda row: (row.impact or 0, row.difference or 0))
            yield Finding(
                "caution",
                f"{PICKS[pick]}: you choose {_sized(known[id])} and leave out {_sized(most)}.",
                "The plan of 11.10 has room for three. What weighs more and is left out keeps holding you "
                "back.",
                "Change places, or accept this and say why, such as a task next month that needs it.",
                (f"{pick}:{GROUP}",),
            )


def _sized(row: Row) -> str:
    return f"{row.name} (gap {row.difference}, impact {row.impact})"


@rule("SELF-4")
def targets_lie_ahead(answer: Cells, case: Case) -> Iterator[Finding]:
    """A target lies below the rating."""
    above = []
    for row in all_rows(answer).values():
        if row.difference is None or row.difference >= 0:
            continue
        if row.own_target is None:
            above.append(f"{row.name} ({row.rating}, asked {row.target})")
            continue
        yield Finding(
            "caution",
            _cell(row, TARGET, f"Your target is {row.target}, and you rate yourself {row.rating} today."),
            "A target is where you want to go; nobody plans to unlearn.",
            "Leave the target at the rating or above. If the rating came out too high, look at its evidence.",
            (f"{row.id}:{TARGET}",),
        )
    if above:
        yield Finding(
            "note",
            f"Above what the role asks: {names(above, 7)}.",
            "This is no gap, and something to show when you apply.",
        )


@rule("SELF-5")
def three_gaps_are_named(answer: Cells, case: Case) -> Iterator[Finding]:
    """The same gap was chosen twice, or a group without a gap."""
    known, seen = rows(answer), {}
    for pick, id in picked(answer).items():
        cards = (f"{pick}:{GROUP}",)
        if id in seen:
            yield Finding(
                "problem",
                f"{PICKS[pick]}: {GROUPS[id].name} is your {PICKS[seen[id]].lower()} already.",
                "Named twice, it takes the place of another gap.",
                "Choose another group.",
                cards,
            )
        elif known[id].difference is not None and not known[id].open:
            row = known[id]
            yield Finding(
                "problem",
                f"{PICKS[pick]}: {row.name} has no gap; you rate yourself {row.rating}, and the target is "
                f"{row.target}.",
                "There is nothing to close.",
                "Choose a group whose target lies above its rating.",
                cards,
            )
        seen.setdefault(id, pick)
    found = how_many(known)
    if found < len(PICKS):
        yield Finding(
            "caution",
            f"Only {found} of {len(known)} groups have a gap." if found else "No group has a gap.",
            "Then the role asks for little that is new, or the ratings are generous.",
            "Hold the targets against two adverts for the role, and the ratings against their evidence.",
        )


@rule("SELF-6", whole=True)
def what_holds(answer: Cells, case: Case) -> Iterator[Finding]:
    """The sums hold, and the gaps that were chosen are the largest ones."""
    rules = (ratings_have_evidence, gaps_are_differences, largest_gaps_are_chosen, three_gaps_are_named)
    role = role_of(answer)
    if role is None or any(
        one.level in ("problem", "caution") for each in rules for one in each(answer, case)
    ):
        return
    known = rows(answer)
    read = [row for row in all_rows(answer).values() if row.rating and judged(row.evidence)]
    largest = names([_sized(known[id]) for id in picked(answer).values()])
    yield Finding(
        "good",
        f"For “{role.name}” you take up {largest}. No gap that you leave out outweighs one of them, and "
        "every "
        "gap is its target less its rating.",
        f"In {len(read)} texts of evidence a word names something done or made; whether it is so, and "
        "enough for "
        "the rating, only people who were there can say."
        if read
        else "",
    )


RULES = (
    ratings_have_evidence,
    ratings_tell_apart,
    gaps_are_differences,
    largest_gaps_are_chosen,
    targets_lie_ahead,
    three_gaps_are_named,
    what_holds,
)
