"""What the feedback on the signs of a technical product manager says: evidence, scores, weights, line.

The domain reference, section 11, has no codes for it: they are BECOME-….
"""

from __future__ import annotations

from collections.abc import Iterator

from tpm_kit.answers import Cells
from tpm_kit.case import Case
from tpm_kit.exercise import Finding, rule
from tpm_kit.exercises.career.becoming_portrait import FACTS, INDICATORS, NONE, SHOWN, WHO, ZERO, right_score
from tpm_kit.exercises.career.checklist import (
    EVIDENCE,
    LINE,
    SAID,
    SCORE,
    Factor,
    drawn_line,
    hollow,
    most_alike,
    one_weight,
    step,
)
from tpm_kit.exercises.wording import cut, names

MINE = {factor.id: f"my-{factor.id}" for factor in INDICATORS}
"""The row in which learners score themselves, by the indicator's id."""
LINE_TITLE = "From which total on I would begin to look around"
_FEW = 5
"""Rows from which on it says something that all of them are the same."""


def own_title(indicator: Factor) -> str:
    """Return what the feedback calls an indicator in the learner's own work."""
    return f"You: {indicator.title[:1].lower()}{indicator.title[1:]}"


def _choices(answer: Cells) -> Iterator[tuple[Factor, str, int | None]]:
    """Yield each indicator whose evidence is chosen, with the choice and the score."""
    for factor in INDICATORS:
        mark = answer.text(factor.id, EVIDENCE)
        if mark == NONE or mark in FACTS:
            yield factor, mark, step(answer, factor.id, SCORE)


def fits(factor: Factor, mark: str) -> bool:
    """Say whether a statement, or none of them, is the evidence for an indicator."""
    return mark in (SHOWN.get(factor.id, NONE), ZERO.get(factor.id))


@rule("BECOME-1")
def the_evidence_is_about_it(answer: Cells, case: Case) -> Iterator[Finding]:
    """The statement is about something else, or one that is about it was passed over."""
    for factor, mark, _ in _choices(answer):
        if fits(factor, mark) or (mark != NONE and not FACTS[mark].about):
            continue
        if mark == NONE:
            seen = f"{factor.title}: evidence. You found nothing; one of the statements does speak of it."
            do = f"Read A to {max(FACTS)} once more and ask of each what {WHO} has done."
        else:
            seen = f"{factor.title}: evidence. Statement {mark} shows something else: {_about(mark)}."
            do = "Find a statement about this very work, or say that there is none."
        yield Finding(
            "problem",
            seen,
            "A score is as good as what somebody else can look up behind it.",
            do,
            (f"{factor.id}:{EVIDENCE}",),
        )
    yield from _all_found(answer)


def _about(mark: str) -> str:
    return next(one.short for one in INDICATORS if one.id == FACTS[mark].about)


def _all_found(answer: Cells) -> Iterator[Finding]:
    chosen = list(_choices(answer))
    right = [
        factor for factor, mark, score in chosen if fits(factor, mark) and score == right_score(factor.id)
    ]
    if len(right) == len(INDICATORS):
        found = [factor.short for factor, _, score in chosen if not score]
        yield Finding(
            "good",
            f"Each of the {len(right)} scores of {WHO} is what the portrait shows; of {names(found)} it "
            "shows nothing, and you left them at 0.",
        )


@rule("BECOME-2")
def it_only_sounds_technical(answer: Cells, case: Case) -> Iterator[Finding]:
    """Points for a statement that shows no technical work."""
    for factor, mark, score in _choices(answer):
        if mark != NONE and not FACTS[mark].about and score:
            sounds = "only sounds technical" if FACTS[mark].sounds else "shows no technical work"
            yield Finding(
                "problem",
                f"{factor.title}: evidence. You give {score} for statement {mark}, which {sounds}.",
                FACTS[mark].why,
                "Ask what has been done, by whom, and what came of it. Where nothing has, the score is 0.",
                (f"{factor.id}:{EVIDENCE}",),
            )


@rule("BECOME-3")
def the_score_follows_the_steps(answer: Cells, case: Case) -> Iterator[Finding]:
    """A score is not the step that its evidence describes."""
    for factor, mark, score in _choices(answer):
        if score is None or not fits(factor, mark) or score == (wanted := right_score(factor.id)):
            continue
        if mark != NONE and not FACTS[mark].about:
            continue  # BECOME-2 speaks of it
        if mark == NONE:
            seen, why = f"{score} without a statement that shows it.", "A score without evidence is a wish."
        else:
            much = "more" if score > wanted else "less"
            seen = f"{score}, “{factor.steps[score]}” That is {much} than statement {mark} shows."
            why = "Only with the same steps for everybody can two scores be compared."
        yield Finding(
            "problem" if abs(score - wanted) > 1 or mark == NONE else "caution",
            f"{factor.title}: score {seen}",
            why,
            "Select the row and read its four steps beside the statement; take the highest that it fulfils.",
            (f"{factor.id}:{SCORE}",),
        )


@rule("BECOME-4")
def my_scores_have_evidence(answer: Cells, case: Case) -> Iterator[Finding]:
    """A high score of one's own has nothing behind it."""
    for factor in INDICATORS:
        row = MINE[factor.id]
        score, evidence = step(answer, row, SCORE), answer.text(row, EVIDENCE)
        if score is None or score < 2 or not hollow(evidence):
            continue
        shown = (
            f", and “{cut(evidence, 40)}” says nothing that can be looked up"
            if evidence.strip()
            else " with nothing behind it"
        )
        yield Finding(
            "problem" if score == 3 else "caution",
            f"{own_title(factor)}. You give yourself {score}{shown}.",
            "In an interview the next question is: when was that, and what came of it?",
            "Name one piece of work, when it was, and what came of it; or take the score that you can show.",
            (f"{row}:{SCORE}",),
        )


@rule("BECOME-5")
def my_scores_differ(answer: Cells, case: Case) -> Iterator[Finding]:
    """One's own scores, or what is behind them, are the same in every row."""
    scores = [score for row in MINE.values() if (score := step(answer, row, SCORE)) is not None]
    if len(scores) >= _FEW and len(set(scores)) == 1:
        yield Finding(
            "caution",
            f"You give yourself {scores[0]} in all {len(scores)} rows.",
            "Eight kinds of work are hardly ever done equally often. One score for all tells you nothing "
            "about what to build next.",
            "Begin with the row of which you could tell most, and one of which you could tell nothing.",
        )
    same = most_alike(answer.text(row, EVIDENCE) for row in MINE.values())
    if same > 2:
        yield Finding(
            "caution",
            f"The same evidence stands in {same} of your rows.",
            "One piece of work can show two or three things, but each in its own words.",
            "Say for each row which part of it shows this very work.",
        )


@rule("BECOME-6")
def the_weights_differ(answer: Cells, case: Case) -> Iterator[Finding]:
    """Every row has the same weight."""
    weight = one_weight(answer, INDICATORS)
    if weight is not None:
        yield Finding(
            "note",
            f"Every row weighs {weight}, so the total is the plain mean of the scores.",
            "That says that feasibility studies tell as much about a technical role as talks with engineers "
            "do.",
            "If you know the role that you mean, let its advert or somebody who has it say what counts most.",
        )


@rule("BECOME-7")
def the_line_can_be_read(answer: Cells, case: Case) -> Iterator[Finding]:
    """The line cannot be read."""
    if fault := drawn_line(answer).fault:
        yield Finding(
            "problem",
            f"{LINE_TITLE}. {fault}",
            "Only a line drawn before the total is known tells how near a result is.",
            cards=(f"{LINE}:{SAID}",),
        )


RULES = (
    the_evidence_is_about_it,
    it_only_sounds_technical,
    the_score_follows_the_steps,
    my_scores_have_evidence,
    my_scores_differ,
    the_weights_differ,
    the_line_can_be_read,
)
