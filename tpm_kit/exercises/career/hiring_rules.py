"""What the feedback on a hiring decision says: factors, counts, scores, other ways, and the recommendation.

Code CAR-4 stands in the domain reference, section 11; what it has no code for is HIRE-….
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tpm_kit.answers import Cells
from tpm_kit.case import Case
from tpm_kit.exercise import Finding, rule
from tpm_kit.exercises.career.checklist import (
    EVIDENCE,
    LINE,
    SAID,
    SCORE,
    WEIGHT,
    Factor,
    drawn_line,
    hollow,
    hundredths,
    most_alike,
    nearest,
    one_weight,
    rated,
    step,
    total,
)
from tpm_kit.exercises.career.hiring_advice import against, aware, lint, names_factor
from tpm_kit.exercises.career.hiring_factors import (
    CORE,
    COUNT,
    FACTORS,
    LIST,
    Counted,
    count_of,
    known,
    read_count,
    true_count,
)
from tpm_kit.exercises.wording import cut, names
from tpm_kit.methods.weighted_checklist import above

ADVICE = "advice"
OTHERS = {
    "train": "Train a product manager",
    "half": "An engineer for half of each week",
    "contractor": "A contractor for a time",
}
"""The other ways to get the work done."""
TITLES = {LINE: "From which total on I would advertise the post", **OTHERS, ADVICE: "My recommendation"}
_SLACK = 0.75
"""How far a typed count may lie from the true one: somebody may have rounded 46.15 up or down."""


def _number(count: float) -> str:
    return f"{count:.4g}"


@rule("CAR-4")
def the_core_is_weighed(answer: Cells, case: Case) -> Iterator[Finding]:
    """Complexity, size of the team or rate of change is left out, or weighs nothing."""
    why = (
        "What such a role does is to hold together many parts, many people and what keeps changing. Without "
        "these three nobody can say whether there is work for one."
    )
    concluded = bool(answer.text(ADVICE, SAID).strip())
    for factor in LIST:
        if factor.id not in CORE:
            continue
        weight = step(answer, factor.id, WEIGHT)
        if weight == 0:
            seen = f"{factor.title}: weight 0, so it does not count."
            do = "Give it a weight; if you think that it matters little here, 1, and let its score say so."
            yield Finding("problem", seen, why, do, (f"{factor.id}:{WEIGHT}",))
        elif concluded and (weight is None or step(answer, factor.id, SCORE) is None):
            column = WEIGHT if weight is None else SCORE
            seen = f"{factor.title}: {column} is blank, and you recommend something already."
            yield Finding("problem", seen, why, "Count and score it first.", (f"{factor.id}:{column}",))


@rule("HIRE-1")
def it_can_be_read(answer: Cells, case: Case) -> Iterator[Finding]:
    """A count or the line is no number that it could be."""
    for counted in FACTORS:
        id = counted.factor.id
        if fault := read_count(answer.text(id, COUNT), counted).fault:
            yield Finding(
                "problem",
                f"{counted.factor.title}: count. {fault}",
                f"Counted are {counted.what}, in {counted.unit}.",
                cards=(f"{id}:{COUNT}",),
            )
    if fault := drawn_line(answer).fault:
        yield Finding(
            "problem",
            f"{TITLES[LINE]}. {fault}",
            "Only a line drawn before the total is known tells how near a result is.",
            cards=(f"{LINE}:{SAID}",),
        )


def counts_agree(answer: Cells, counted: Counted, case: Case) -> bool:
    """Say whether a count that can be read is what the facts count to, as far as anybody knows."""
    mine, truth = count_of(answer, counted), true_count(case, counted.factor.id)
    return mine is None or truth is None or abs(mine - truth) <= _SLACK


@rule("HIRE-2")
def the_count_is_that_of_the_facts(answer: Cells, case: Case) -> Iterator[Finding]:
    """A count is another one than the facts or the backlog give."""
    for counted in FACTORS:
        id = counted.factor.id
        if counts_agree(answer, counted, case):
            continue
        whose = "the facts of the row" if id in known(case) else "the dependencies in your backlog"
        yield Finding(
            "problem" if id in known(case) else "caution",
            f"{counted.factor.title}: count. You have {_number(count_of(answer, counted))} {counted.unit}; "
            f"{whose} give another number.",
            "Somebody will count it again, and one wrong count makes all others doubtful.",
            f"Select the row, read what is known, and count once more: {counted.what}.",
            (f"{id}:{COUNT}",),
        )


@rule("HIRE-3")
def the_score_follows_the_count(answer: Cells, case: Case) -> Iterator[Finding]:
    """A score is not the step to which its count belongs."""
    for counted in FACTORS:
        factor, score = counted.factor, step(answer, counted.factor.id, SCORE)
        count = count_of(answer, counted)
        if score is None or count is None or not counts_agree(answer, counted, case):
            continue
        right = counted.step(count)
        if score == right:
            continue
        far = abs(score - right)
        yield Finding(
            "problem" if far > 1 else "caution",
            f"{factor.title}: score {score}, and you count {_number(count)} {counted.unit}. That lies {far} "
            f"{'step' if far == 1 else 'steps'} {'higher' if right > score else 'lower'} on the scale of the "
            "row.",
            "A score beside its count is a wish that looks like a measurement.",
            "Take the step of the count. If the count misses something that matters, accept this and say "
            "what."
            if far == 1
            else "Read the four steps of the row beside your count.",
            (f"{factor.id}:{SCORE}",),
        )


@rule("HIRE-4")
def the_evidence_can_be_looked_up(answer: Cells, case: Case) -> Iterator[Finding]:
    """The evidence of a score says nothing, or is the same in several rows."""
    texts = {factor: answer.text(factor.id, EVIDENCE) for factor in LIST}
    for factor, text in texts.items():
        if text.strip() and hollow(text):
            yield Finding(
                "problem",
                f"{factor.title}: evidence. “{cut(text, 40)}” does not say what you counted and where.",
                "Who decides about the post was not there when you counted.",
                "Name the thing that was counted, and where somebody else finds it.",
                (f"{factor.id}:{EVIDENCE}",),
            )
    same = most_alike(texts.values())
    if same > 1:
        yield Finding(
            "caution",
            f"The same evidence stands in {same} rows.",
            "Each factor is counted in something else.",
            "Say for each row what was counted for it.",
        )


@rule("HIRE-5", whole=True)
def what_it_hangs_on_is_said(answer: Cells, case: Case) -> Iterator[Finding]:
    """One step of one score takes the total across the line, and the recommendation is silent about it."""
    line, advice = drawn_line(answer).share, answer.text(ADVICE, SAID)
    rows = rated(answer, LIST)
    reached = total(rows)
    if line is None or reached is None:
        return
    close = [factor for factor, _ in nearest(rows, line)]
    if not close:
        if above(reached, line) and against(advice):
            yield _by_the_line(reached, line)
        return
    titles = names([factor.short for factor in close], 3)
    named = [factor for factor in close if names_factor(advice, factor.id)]
    if aware(advice) or named:
        if not lint(advice):
            yield _named(named, close, hundredths(reached), hundredths(line))
        return
    which = "one step of the score" if len(close) == 1 else "one step of any single score of these"
    yield Finding(
        "caution",
        f"{TITLES[ADVICE]}. Your total is {hundredths(reached)}, your line {hundredths(line)}, and {which} "
        f"takes it across: {titles}. The recommendation names none of them.",
        "Who reads it takes for settled what hangs on a single score.",
        "Name the score, and what would have to be counted to be surer of it.",
        (f"{ADVICE}:{SAID}",),
    )


def _by_the_line(reached: float, line: float) -> Finding:
    """Return what the learner's own line says to a recommendation that begins with a no."""
    return Finding(
        "note",
        f"{TITLES[ADVICE]}. It begins with a no. Your total is {hundredths(reached)}, above your line of "
        f"{hundredths(line)}, from which on you would advertise the post, and no single step takes it below.",
        do="Say in the recommendation why the line does not count here.",
        cards=(f"{ADVICE}:{SAID}",),
    )


def _named(named: Sequence[Factor], close: Sequence[Factor], reached: str, line: str) -> Finding:
    """Return the praise for a recommendation that says what the total hangs on, with what it leaves out."""
    what = names([factor.short for factor in named]) if named else "that it hangs on little"
    left = [factor.short for factor in close if factor not in named]
    return Finding(
        "good",
        f"The total of {reached} lies within a step of your line, {line}; your recommendation names {what}.",
        f"A step of {names(left)} would take it across as well." if named and left else "",
    )


@rule("HIRE-6")
def other_ways_are_weighed(answer: Cells, case: Case) -> Iterator[Finding]:
    """Another way to get the work done was dismissed without a reason, or not considered at all."""
    concluded = bool(answer.text(ADVICE, SAID).strip())
    texts = {id: answer.text(id, SAID) for id in OTHERS}
    for id, text in texts.items():
        if text.strip() and hollow(text, least=4):
            seen = f"{OTHERS[id]}. “{cut(text, 40)}” is no comparison."
            do = "Say what it takes, from whom, and what would still be missing."
        elif not text.strip() and concluded:
            seen = f"{OTHERS[id]}. You recommend something and have not looked at this."
            do = "Say what it takes and what would still be missing, even if it is out of the question."
        else:
            continue
        yield Finding(
            "problem",
            seen,
            "A post is the dearest way to get the work done and the hardest to undo. It is compared with the "
            "others, or it is not chosen.",
            do,
            (f"{id}:{SAID}",),
        )
    if most_alike(text for text in texts.values() if not hollow(text, least=4)) > 1:
        yield Finding(
            "caution",
            "Two of the other ways have the same text.",
            "Training, half of an engineer and a contractor cost different people different things.",
            "Say of each who loses what, and from when on it helps.",
        )


@rule("HIRE-7")
def it_has_a_condition(answer: Cells, case: Case) -> Iterator[Finding]:
    """The recommendation has no condition, or none that anybody could check."""
    text = answer.text(ADVICE, SAID)
    fault = lint(text) if text.strip() else None
    if fault:
        yield Finding(
            "problem" if fault.problem else "caution",
            f"{TITLES[ADVICE]}. {fault.says}",
            "A recommendation is read for months. With a condition it stays right when things change; a bare "
            "yes or no does not.",
            fault.do,
            (f"{ADVICE}:{SAID}",),
        )


@rule("HIRE-8")
def the_weights_differ(answer: Cells, case: Case) -> Iterator[Finding]:
    """Every factor has the same weight."""
    weight = one_weight(answer, LIST)
    if weight:
        yield Finding(
            "note",
            f"Every factor weighs {weight}, so the total is the plain mean of the scores.",
            "That says that growth tells as much about the need for such a role as the complexity of the "
            "product.",
            "Ask who decides about the post what counts most for them, before they know the scores.",
        )


RULES = (
    the_core_is_weighed,
    it_can_be_read,
    the_count_is_that_of_the_facts,
    the_score_follows_the_count,
    the_evidence_can_be_looked_up,
    what_it_hangs_on_is_said,
    other_ways_are_weighed,
    it_has_a_condition,
    the_weights_differ,
)
