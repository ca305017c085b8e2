"""What the feedback on a change log says of causes, reasons, and of who must hear them.

The domain reference names the change log (section 6.1) and has no code for it: LOG-1 a cause that cannot be,
LOG-2 a reason that says nothing, LOG-3 a reason that blames, LOG-4 somebody who must hear it and does not,
LOG-5 somebody who hears what is none of theirs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tpm_kit.answers import Cells
from tpm_kit.case import Case
from tpm_kit.exercise import Finding, rule
from tpm_kit.exercises.roadmap.change_log_facts import OWN, PLAN_ROW, Logged, logged
from tpm_kit.exercises.roadmap.changes import HEARS, IN, SPONSOR, SUPERVISOR, within
from tpm_kit.exercises.wording import cut, date, names

LABELS = {"cause": "Cause", "why": "Why", "who": "Who must hear it"}
"""What the learner fills in, by column."""
LEAST_WORDS = 3
"""Words besides empty ones that a reason has at least: a guide of this course."""
_EXCUSES = """
about and are because been being but can cannot changed changes circumstances complexity could delay
delayed delays different due for from had has have into issue issues its item items just later lot more
moved moves must needed needs not other our out over plan planning plans priorities priority problem
problems project reason reasons replan replanning reprioritised reprioritized resource resources scope
slip slipped slips some sprint sprints take takes technical than that the their them there they this
time took too unexpected unforeseen unfortunately various very was were which will with work would took
longer late
"""
EMPTY = frozenset(_EXCUSES.split())
"""Words that stand in any excuse and say nothing of this one."""
BLAME = re.compile(
    r"\b(?:blam(?:e|ed|ing)|(?:his|her|their|your|whose) (?:own )?fault|\w+(?:'|’)s? fault(?! in\b)|lazy|"
    r"incompeten(?:t|ce)|careless(?:ly|ness)?|useless|stupid(?:ly)?|sloppy|slack(?:ed|ing)|let us down|"
    r"failed us|too slow|should(?:n't| not)? have (?:\w+ )?"
    r"(?:known|seen|warned|told|done|noticed|planned|finished))\b",
    flags=re.IGNORECASE,
)
"""Words that look for somebody to answer for it: a fault in an interface is none of them."""


def cell_titles(case: Case) -> dict[str, str]:
    """Return what the feedback calls each cell, by `row:column`."""
    return {
        f"{id}:{column}": f"{title}: {label.lower()}"
        for id, title in logged(case).rows.items()
        for column, label in LABELS.items()
    }


def _filled(answer: Cells, log: Logged, column: str) -> Iterator[tuple[str, str, str]]:
    """Yield row, title and text of the cells of a column that hold something."""
    for id, title in log.rows.items():
        text = answer.text(id, column).strip()
        if text:
            yield id, title, text


@rule("LOG-1")
def causes_can_be(answer: Cells, case: Case) -> Iterator[Finding]:
    """A change is put down to something that cannot have caused it."""
    log = logged(case)
    for id, title, cause in _filled(answer, log, "cause"):
        if log.possible(id, cause):
            if cause == OWN:
                yield from _decided_by_others(id, title, log)
            continue
        if cause not in log.causes:
            seen = f"“{cut(cause, 40)}” is not among what has happened."
        else:
            item = log.here.items[id]
            whose = f"this item is the work of {item.team}, and " if item.team else ""
            seen = (
                f"“{log.causes[cause]}” cannot be the cause: {whose}nothing that it has moved shares "
                "people with this item or stands before or after it."
            )
        yield Finding(
            "problem",
            f"{title}: cause. {seen}",
            "A wrong cause is found out by the first one who asks, and then nobody believes the others.",
            "Follow it back: whose time or which item was missing? Where it was you who chose, say so: own "
            "decision.",
            (f"{id}:cause",),
        )


def _decided_by_others(id: str, title: str, log: Logged) -> Iterator[Finding]:
    """Yield the caution of an item that slips by something that has happened to it, and not by a choice."""
    happened = next((one for one in log.here.news if one.kind == "item" and id in one.items), None)
    if happened and log.hurts(id):
        yield Finding(
            "caution",
            f"{title}: cause. It is called your own decision, but something has happened to it: "
            f"“{happened.title}”.",
            "Who reads it takes it for a choice that could be taken back.",
            "Choose what has happened, or write down why this would have moved without it.",
            (f"{id}:cause",),
        )


def content(text: str) -> int:
    """Return how many different words and figures of a text say something.

    >>> content("Delays due to technical problems"), content("Brackwater needs 9 points in sprints 4 and 5")
    (0, 5)
    """
    words = {word for word in re.findall(r"[^\W\d_]{3,}|\d+", text.casefold()) if word not in EMPTY}
    # Scripts without blanks between words: two letters count as one.
    dense = sum(len(word) // 2 - 1 for word in words if ord(word[0]) > 0x2E80 and len(word) > 3)
    return len(words) + dense


@rule("LOG-2")
def reasons_say_something(answer: Cells, case: Case) -> Iterator[Finding]:
    """A reason would fit any change of any plan."""
    log = logged(case)
    for id, title, text in _filled(answer, log, "why"):
        if content(text) < LEAST_WORDS:
            yield Finding(
                "caution",
                f"{title}: why. “{cut(text, 60)}” would fit any change of any plan.",
                "Who reads it knows no more than before, and asks.",
                "Say what was missing and how much of it, or what you put before it and why that comes "
                "first.",
                (f"{id}:why",),
            )


@rule("LOG-3")
def reasons_blame_nobody(answer: Cells, case: Case) -> Iterator[Finding]:
    """A reason looks for somebody to blame."""
    log = logged(case)
    for id, title, text in _filled(answer, log, "why"):
        blame = BLAME.search(text)
        if blame:
            yield Finding(
                "caution",
                f"{title}: why. It says “{cut(blame[0], 40)}”.",
                "The log is read by those whom it blames. Next time they will tell you late that something "
                "slips.",
                "Say what happened and what follows from it, without saying who ought to have been better.",
                (f"{id}:why",),
            )


@rule("LOG-4")
def whoever_is_touched_hears_it(answer: Cells, case: Case) -> Iterator[Finding]:
    """A duty with a date moves and the supervisor does not hear it, or something leaves and the sponsor does
    not."""
    log = logged(case)
    for id, title, who in _filled(answer, log, "who"):
        told = HEARS.get(who, ())
        if id in log.scene.duties and log.hurts(id) and SUPERVISOR not in told:
            due = log.here.items[id].deadline
            by = f", due on {date(due)}," if due else ""
            yield Finding(
                "problem",
                f"{title}: who must hear it. This duty{by} {log.what(id)}, and "
                f"{within(log.scene.names[SUPERVISOR])} does not hear of it.",
                "A duty that moves is told before the day, even if the new date is still in time; found "
                "out, it costs more than the delay.",
                "Choose the line that tells them, too.",
                (f"{id}:who",),
            )
        elif SPONSOR not in told and _leaves_or_comes(id, log):
            yield Finding(
                "problem",
                f"{title}: who must hear it. It {log.what(id)}, and "
                f"{within(log.scene.names[SPONSOR])} does not hear of it.",
                "Whoever pays for the release counts on what was in it, and on an answer to what they asked "
                "for.",
                "Choose the line that tells them, too.",
                (f"{id}:who",),
            )


def _leaves_or_comes(id: str, log: Logged) -> bool:
    change = log.by_id.get(id)
    return id in log.scene.refused or (change is not None and (change.after is None or change.kind == IN))


@rule("LOG-5")
def nobody_hears_what_is_not_theirs(answer: Cells, case: Case) -> Iterator[Finding]:
    """The supervisor hears of something that touches none of their dates."""
    log = logged(case)
    for id, title, who in _filled(answer, log, "who"):
        if SUPERVISOR in HEARS.get(who, ()) and id not in log.scene.duties and id != PLAN_ROW:
            yield Finding(
                "caution",
                f"{title}: who must hear it. It is none of the duties that "
                f"{within(log.scene.names[SUPERVISOR])} waits for.",
                "A list of what slips without touching their dates raises questions about those that stand.",
                "Tell the sponsor and the team.",
                (f"{id}:who",),
            )


@rule("LOG-6", whole=True)
def the_log_is_whole(answer: Cells, case: Case) -> Iterator[Finding]:
    """How many changes the log explains. It finds no fault."""
    log = logged(case)
    if PLAN_ROW in log.rows:
        yield Finding("good", "Nothing has moved, and that is told with its reason, too.")
        return
    if any((*causes_can_be.check(answer, case), *reasons_say_something.check(answer, case))):
        return
    told = [
        log.scene.names[one]
        for one in HEARS
        if any(one in HEARS.get(text, ()) for _, _, text in _who(answer, log))
    ]
    count = len(log.rows)
    many = f"Each of the {count} changes has" if count > 1 else "The one change has"
    yield Finding("good", f"{many} a cause and a reason. Told: {names([*told[:1], *map(within, told[1:])])}.")


def _who(answer: Cells, log: Logged) -> list[tuple[str, str, str]]:
    return [*_filled(answer, log, "who")]


RULES = (
    causes_can_be,
    reasons_say_something,
    reasons_blame_nobody,
    whoever_is_touched_hears_it,
    nobody_hears_what_is_not_theirs,
    the_log_is_whole,
)
