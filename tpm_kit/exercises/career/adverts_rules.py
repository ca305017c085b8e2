"""What the feedback on the adverts says.

ROLE-1 and ROLE-2 are the domain reference's (section 1): building taken for a TPM's duty, and tracking a
program taken for owning a product. What it has no code for is AD-…: 1 another wrong kind, 2 the wrong role,
sign or fact, 3 a question that gets no fact for an answer, 4 questions that leave the gaps open, 5 a question
about something else than its sentence.
"""

from __future__ import annotations

from collections.abc import Iterator

from tpm_kit.answers import Cells
from tpm_kit.case import Case
from tpm_kit.exercise import Finding, rule
from tpm_kit.exercises.career.adverts_cells import (
    DETAIL,
    KIND,
    PARTS,
    QUESTION,
    belongs,
    fault,
    fits,
    mark,
    off_topic,
    question,
    questions,
)
from tpm_kit.exercises.career.adverts_texts import ADVERTS, DETAILS, KINDS, ROWS, WHICH, Row
from tpm_kit.exercises.wording import cut, names

LOOK = {
    ("tpm", "other"): (
        "asks what is worth it, or whether it can be done and what that means for users.",
        "Who decides that is the core of the role: which problem, why, feasible or not, which interface.",
        "Ask which other role could decide it without knowing the users.",
    ),
    ("tpm", "warning"): (
        "names work, and work that somebody can do within a week and decide about.",
        "Whoever sees signs everywhere turns the good posts down.",
        "Ask whom it would harm. If nobody comes to mind, it is a duty: whose?",
    ),
    ("tpm", "missing"): (
        "says what is to be done, and for whom.",
        "Questions are few in an interview. They belong where the advert keeps something back.",
        "Ask whose duty it is.",
    ),
    ("other", "missing"): (
        "says plainly what is to be done.",
        "What is said need not be asked for. Whether it belongs to this post is another matter.",
        "Ask whose duty it is: who decides what, who builds, who tracks, who minds the way of working?",
    ),
    ("warning", "tpm"): (
        "tells what the post does to whoever has it, and that is more than a duty.",
        "Read as a mere duty it is not asked about, and found out in the third month.",
        "Imagine the tenth week in this post, and read it again.",
    ),
    ("warning", "other"): (
        "is more than one duty that belongs to somebody else.",
        "A duty can be given back. This is how the post is meant.",
        "Imagine the tenth week in this post, and read it again.",
    ),
    ("warning", "missing"): (
        "leaves little open: it says what you must expect.",
        "A gap is closed by asking. This is not, whatever they answer.",
        "Ask what it would do to you if it is meant as it stands.",
    ),
    ("missing", "tpm"): (
        "names no work.",
        "What is taken for a duty is not asked about.",
        "Ask what you would know after reading it that you did not know before.",
    ),
    ("missing", "other"): (
        "names no work, of this role or of another.",
        "What is taken for a duty is not asked about.",
        "Ask what you would know after reading it that you did not know before.",
    ),
    ("missing", "warning"): (
        "is not bad by itself: the answer may turn out well.",
        "A sign says something against the post. This says too little to be for or against it.",
        "Ask which fact would settle it.",
    ),
}
"""What is said of a sentence by what it is and what it was marked as; rules of their own see the rest."""


def _about(row: Row, column: str) -> tuple[str, tuple[str]]:
    part = f"{row.sentence.id}:{column}"
    return PARTS[part], (part,)


def _taken_for_tpm(answer: Cells, *roles: str) -> Iterator[Row]:
    """Yield the sentences that are duties of one of these roles and were marked as a TPM's."""
    for id, row in ROWS.items():
        if row.sentence.marks[0][1] in roles and mark(answer, id)[0] == "tpm":
            yield row


@rule("ROLE-1")
def building_is_no_duty_of_a_tpm(answer: Cells, case: Case) -> Iterator[Finding]:
    """Designing or writing the software is taken for a TPM's duty."""
    for row in _taken_for_tpm(answer, "engineer"):
        title, cards = _about(row, KIND)
        yield Finding(
            "problem",
            f"{title}. You have {KINDS['tpm']}, but “{row.sentence.clue}” says how it is built.",
            "A TPM knows enough to judge a design, and leaves it to those who build. Whoever does both has "
            "no time for users, and the engineers lose their say.",
            "Ask who has to mend it at night when it breaks.",
            cards,
        )


@rule("ROLE-2")
def tracking_is_no_ownership(answer: Cells, case: Case) -> Iterator[Finding]:
    """Tracking a program, or minding the way of working, is taken for a TPM's duty."""
    for row in _taken_for_tpm(answer, "program", "scrum"):
        title, cards = _about(row, KIND)
        yield Finding(
            "problem",
            f"{title}. You have {KINDS['tpm']}, but “{row.sentence.clue}” decides nothing about the product.",
            "It asks when, who and how the teams work. What is built and why stays open, and that is what a "
            "product is owned by.",
            "Ask which of the other roles wakes up with this question.",
            cards,
        )


@rule("AD-1")
def sentences_are_what_they_say(answer: Cells, case: Case) -> Iterator[Finding]:
    """A sentence is marked as a kind that it is not."""
    for id, row in ROWS.items():
        kind, _ = mark(answer, id)
        if kind and not fits(row, kind) and (look := LOOK.get((row.sentence.kind, kind))):
            title, cards = _about(row, KIND)
            seen, why, do = look
            yield Finding(
                "problem",
                f"{title}. You have {KINDS[kind]}, but “{row.sentence.clue}” {seen}",
                why,
                do,
                cards,
            )
    yield from _adverts_read(answer)


def _adverts_read(answer: Cells) -> Iterator[Finding]:
    """Yield the adverts of which every sentence is marked as something that fits."""
    right = [
        advert.name
        for advert in ADVERTS
        if all(mark(answer, one.id) in one.marks for one in advert.sentences)
    ]
    if right:
        whole = names([f"“{name}”" for name in right])
        yield Finding("good", f"In {whole} every sentence is marked as something that it is.")


@rule("AD-2")
def the_second_mark_fits(answer: Cells, case: Case) -> Iterator[Finding]:
    """The role, the sign or the fact is not the one that the sentence speaks of."""
    for id, row in ROWS.items():
        kind, which = mark(answer, id)
        if not kind or not which or (kind, which) in row.sentence.marks:
            continue
        title, cards = _about(row, DETAIL)
        if not belongs(kind, which):
            what = "needs no second mark" if kind == "tpm" else f"does not go with “{DETAILS[which]}”"
            yield Finding(
                "problem",
                f"{title}. “{KINDS[kind]}” {what}.",
                "The two marks say together what a sentence is.",
                "Clear it." if kind == "tpm" else f"Choose one of these: {_offered(kind)}.",
                cards,
            )
        elif fits(row, kind):
            yield Finding(
                "problem",
                f"{title}. You have “{DETAILS[which]}”; “{row.sentence.clue}” speaks of something else.",
                "What you ask and whom you ask follows from it.",
                f"Say the words “{row.sentence.clue}” in your own, and go through the list again.",
                cards,
            )


def _offered(kind: str) -> str:
    return "; ".join(label.partition(": ")[2] for label in WHICH[kind].values())


@rule("AD-3")
def questions_ask_for_a_fact(answer: Cells, case: Case) -> Iterator[Finding]:
    """A question is none, is empty, asks several things, can be answered with yes, or stands there twice."""
    for advert in ADVERTS:
        before: dict[str, str] = {}
        for id, text in questions(answer, advert).items():
            title, cards = _about(ROWS[id], QUESTION)
            same = before.setdefault(text.casefold(), id)
            if found := fault(text):
                yield Finding(found.level, f"{title}. {found.says}", found.why, found.do, cards)
            elif same != id:
                yield Finding(
                    "problem",
                    f"{title}. “{cut(text, 80)}” stands at {ROWS[same].title} already.",
                    "Asked twice it is one question.",
                    "Look for a second gap in the same advert.",
                    cards,
                )


@rule("AD-4", whole=True)
def questions_go_where_the_gaps_are(answer: Cells, case: Case) -> Iterator[Finding]:
    """No question to an advert stands at a warning sign or a missing fact."""
    for advert in ADVERTS:
        asked = questions(answer, advert)
        gaps = [one for one in advert.sentences if {"warning", "missing"} & {kind for kind, _ in one.marks}]
        if asked and not any(one.id in asked for one in gaps):
            cells = tuple(f"{id}:{QUESTION}" for id in asked)
            yield Finding(
                "caution",
                f"{names([PARTS[cell] for cell in cells], len(cells))}. None of these questions to "
                f"“{advert.name}” stands at a warning sign or a missing fact.",
                "An interview leaves time for two or three questions. What the advert says clearly it will "
                "say again.",
                "Ask first about what would make you turn the post down.",
                cells,
            )


@rule("AD-5")
def questions_are_about_their_sentence(answer: Cells, case: Case) -> Iterator[Finding]:
    """No word of a question is about the sign or the fact that its sentence is marked with."""
    for id, row in ROWS.items():
        text, marked = question(answer, id), mark(answer, id)
        if text and not fault(text) and marked in row.sentence.marks and off_topic(text, marked[1]):
            title, cards = _about(row, QUESTION)
            thing = DETAILS[marked[1]].partition(": ")[2]
            yield Finding(
                "note",
                f"{title}. No usual word for “{thing}” is in “{cut(text, 80)}”.",
                "Only words are looked at here, so it may be right all the same.",
                "Read it to somebody who has not seen the advert: do they know what you want to learn?",
                cards,
            )


RULES = (
    building_is_no_duty_of_a_tpm,
    tracking_is_no_ownership,
    sentences_are_what_they_say,
    the_second_mark_fits,
    questions_ask_for_a_fact,
    questions_go_where_the_gaps_are,
    questions_are_about_their_sentence,
)
