"""What the feedback on motives for a switch says.

CAR-3 is the domain reference's (section 11): pay alone. What it has no code for is MOTIVE-…: 1 the kind of a
given motive, 2 where it could be had, 3 words that name nothing, 4 nothing from which one knows it, 5 words
and kind contradict each other, 6 strengths all alike or one motive twice, 7 nothing that needs a switch, or
a strong motive of which nothing is known.
"""

from __future__ import annotations

from collections.abc import Iterator

from tpm_kit.answers import Cells
from tpm_kit.case import Case
from tpm_kit.exercise import Finding, rule
from tpm_kit.exercises.career.checklist import most_alike
from tpm_kit.exercises.career.motives_own import (
    COLUMNS,
    KIND,
    KNOWN,
    SAID,
    STRONGEST,
    WHERE,
    Mine,
    own,
)
from tpm_kit.exercises.career.motives_portrait import (
    HEARSAY,
    HERE,
    KINDS,
    MOTIVES,
    NEITHER,
    NOTHING,
    ONLY,
    PAY,
    WHERES,
    WHO,
    Motive,
)
from tpm_kit.exercises.career.motives_words import names_no_pay, names_nothing, pay_alone, repeats, unseen
from tpm_kit.exercises.wording import cut, names

_CLAIMS = {ONLY: (False, True), HERE: (True, True), NEITHER: (False, False), NOTHING: (None, None)}
"""What each place says of the present job and of the other one: to be had, not to be had, or open."""


def _cell(title: str, column: str, text: str) -> str:
    return f"{title}: {COLUMNS[column]}. {text}"


@rule("MOTIVE-1")
def the_kind_is_in_the_words(answer: Cells, case: Case) -> Iterator[Finding]:
    """A given motive is taken for another kind."""
    for id, one in MOTIVES.items():
        kind = answer.text(id, KIND)
        if kind in KINDS and kind != one.kind:
            chosen = KINDS[kind]
            yield Finding(
                "problem",
                _cell(one.title, KIND, f"You chose “{chosen.name}”; Dana's words {chosen.lacks}."),
                "What kind a motive is decides what would answer it: other work, a talk with somebody, a "
                "negotiation, or a count.",
                "Read the sentence as it stands, and not what may lie behind it. Below the table stands what "
                "makes each kind.",
                (f"{id}:{KIND}",),
            )
    if all(answer.text(id, KIND) == one.kind for id, one in MOTIVES.items()):
        yield Finding("good", f"The kind of each of the {len(MOTIVES)} motives follows from {WHO}'s words.")


@rule("MOTIVE-2")
def the_place_follows_the_statements(answer: Cells, case: Case) -> Iterator[Finding]:
    """Where a given motive could be had contradicts what is known of the two jobs."""
    for id, one in MOTIVES.items():
        where = answer.text(id, WHERE)
        if where in WHERES and where != one.where:
            yield Finding(
                "problem",
                _cell(one.title, WHERE, f"You chose “{WHERES[where]}”, but {_against(one, where)}."),
                "A switch for what one could have had without it, or for what is not there either, is found "
                "out too late.",
                "Ask of each job by itself: could Dana have it there, by what the statements say?",
                (f"{id}:{WHERE}",),
            )
    if all(answer.text(id, WHERE) == one.where for id, one in MOTIVES.items()):
        there = [one.title for one in MOTIVES.values() if one.where == ONLY]
        yield Finding(
            "good",
            f"Each place follows from the statements: of {len(MOTIVES)} motives {len(there)} "
            f"({names(there)}) can be had only in the other job.",
        )


def _against(one: Motive, where: str) -> str:
    """Return which statements contradict a place, or leave open what it claims."""
    if one.where == NOTHING:
        return one.open
    claims = zip((one.now, one.there), _CLAIMS[where], strict=True)
    wrong = [told.mark for told, claim in claims if told.had is not claim]
    if where == NOTHING:
        return f"{names(wrong)} do say something about it"
    return f"{names(wrong)} {'says' if len(wrong) == 1 else 'say'} otherwise"


@rule("MOTIVE-3")
def my_motives_name_something(answer: Cells, case: Case) -> Iterator[Finding]:
    """A motive of one's own names nothing to want more of, or less."""
    for one in own(answer):
        if one.said.strip() and names_nothing(one.said):
            yield Finding(
                "caution",
                _cell(one.title, SAID, f"“{cut(one.said, 60)}” could stand behind a switch to any job."),
                "Only what has a name can be looked for: in the advert, in the talks, and where you are now.",
                "Name the work, or what is to stop, and a day on which you noticed it.",
                (f"{one.row}:{SAID}",),
            )


@rule("MOTIVE-4")
def my_motives_have_ground(answer: Cells, case: Case) -> Iterator[Finding]:
    """Nothing stands behind a motive from which somebody could know it."""
    for one in own(answer):
        if not one.known.strip() or not one.needs_ground:
            continue
        shown = f"“{cut(one.known, 60)}”"
        if repeats(one.known):
            says = f"{shown} is what people say in general."
        elif unseen(one.known):
            says = f"{shown} names no day, no talk and no piece of work."
        else:
            continue
        yield Finding(
            "caution",
            _cell(one.title, KNOWN, says),
            "The day in the new job will be as it is there, and not as it is said to be in general.",
            "Name the day on which you had it, the person who told you, or what you read in advert, contract "
            "or ladder. If there is nothing yet, mark it “nothing known”, and ask.",
            (f"{one.row}:{KNOWN}",),
        )


@rule("MOTIVE-5")
def words_and_kind_agree(answer: Cells, case: Case) -> Iterator[Finding]:
    """The words of a motive are of another kind than its mark."""
    for one in own(answer):
        wanted = PAY if pay_alone(one.said) else HEARSAY if repeats(one.said) else ""
        if one.kind and wanted and one.kind != wanted:
            what = "name pay and nothing else" if wanted == PAY else "say what people say in general"
            yield Finding(
                "caution",
                _cell(
                    one.title,
                    KIND,
                    f"“{cut(one.said, 60)}”: the words {what}. You call it “{KINDS[one.kind].name}”.",
                ),
                "The sums below count it where you put it, and would say that more hangs on that than does.",
                f"Choose “{KINDS[wanted].name}”, or write what it is that you mean beside it.",
                (f"{one.row}:{KIND}",),
            )
        elif one.kind == PAY and not wanted and names_no_pay(one.said):
            yield Finding(
                "caution",
                _cell(
                    one.title,
                    KIND,
                    f"“{cut(one.said, 60)}”: the words {KINDS[PAY].lacks}. You call it “{KINDS[PAY].name}”.",
                ),
                "The sums below count it as pay, and leave it out where pay is the same in both jobs.",
                "Choose the kind that the words are of, or write what would be paid.",
                (f"{one.row}:{KIND}",),
            )


@rule("MOTIVE-6", whole=True)
def my_motives_differ(answer: Cells, case: Case) -> Iterator[Finding]:
    """All of one's own motives are equally strong, or one stands there twice."""
    mine = own(answer)
    strengths = {one.strength for one in mine}
    if len(mine) > 2 and len(strengths) == 1:
        yield Finding(
            "note",
            f"All {len(mine)} of your motives have the strength {mine[0].strength}.",
            "Then the sums below only count them.",
            "Ask which one you would give up first, and which one last.",
        )
    if (same := most_alike(one.said for one in mine)) > 1:
        yield Finding(
            "caution",
            f"{same} of your motives say the same.",
            "It counts as often as it stands there.",
            "Take one of them out, or say how they differ.",
        )


@rule("MOTIVE-7", whole=True)
def something_needs_the_switch(answer: Cells, case: Case) -> Iterator[Finding]:
    """None of one's own motives needs the other job, or of a strong one nothing is known."""
    mine = own(answer)
    here = [one for one in mine if one.where == HERE]
    # A motive of which nothing is known may turn out to need the switch.
    if mine and not any(one.where in (ONLY, NOTHING) for one in mine):
        asked = (
            f"{names([_named(one) for one in here])} could be had where you are."
            if here
            else "Neither job gives what they ask for."
        )
        yield Finding(
            "note",
            f"Of your {len(mine)} motives none can be had only there. {asked}",
            "That is no reason against a switch; but none of them needs one."
            if here
            else "That is no reason against a switch; but it would leave all of them as they are.",
            f"{'Ask where you are first' if here else 'Look for a third job that gives it'}, or write down "
            "what the other job has that this one never will.",
        )
    for one in mine:
        if one.strength == STRONGEST and one.where == NOTHING:
            yield Finding(
                "note",
                _cell(
                    one.title,
                    WHERE,
                    "It is among your strongest, and where it can be had you do not know yet.",
                ),
                "It may be had in neither job.",
                "Ask somebody who does that work, and your own manager, before you decide.",
                (f"{one.row}:{WHERE}",),
            )


def _named(one: Mine) -> str:
    return f"“{cut(one.said, 40)}”"


@rule("CAR-3", whole=True)
def not_for_pay_alone(answer: Cells, case: Case) -> Iterator[Finding]:
    """The reason for a switch is pay alone."""
    mine = own(answer)
    if mine and all(one.pay for one in mine):
        yield Finding(
            "caution",
            f"You mark all {len(mine)} of your motives as pay, or they name nothing else, such as "
            f"{_named(mine[0])}.",
            "Pay is a good reason to negotiate, and 11.1 shows what is paid. As the only reason to switch it "
            "wears off: the days are filled with other work. One article of 2022 warns of it, and says that "
            "there are fewer such posts than posts for product managers.",
            "Add what you would like to do every week that you do too rarely now. If pay is all, accept this "
            "and say so.",
        )


RULES = (
    the_kind_is_in_the_words,
    the_place_follows_the_statements,
    my_motives_name_something,
    my_motives_have_ground,
    words_and_kind_agree,
    my_motives_differ,
    something_needs_the_switch,
    not_for_pay_alone,
)
