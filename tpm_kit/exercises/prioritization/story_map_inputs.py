"""What a story map needs and a learner's own backlog lacks: the activities of its users, and two outcomes."""

from __future__ import annotations

from collections.abc import Iterator

from tpm_kit.answers import Cells, Placements
from tpm_kit.case import BacklogItem, Case
from tpm_kit.case_tables import TableRow
from tpm_kit.exercise import Exercise, Finding, Inputs, rule
from tpm_kit.exercises.prioritization import NOTEBOOK
from tpm_kit.exercises.prioritization.moscow_rules import promised
from tpm_kit.exercises.wording import cut
from tpm_kit.methods.story_map import component_word, delivery_word, releases_without_outcome
from tpm_kit.widgets.table import Table

MOST_STORIES = 12
"""Stories on the map of a learner's own backlog. More do not fit on one screen."""
WORDS = "words"
"""The column that is typed into."""
ACTIVITIES = {f"activity {n}": f"Activity {n}" for n in range(1, 6)}
OUTCOMES = {"outcome 1": "Outcome of Release 1", "outcome 2": "Outcome of Release 2"}
ROWS = {**ACTIVITIES, **OUTCOMES}
MAY_STAY_BLANK = ("activity 4", "activity 5")
NOTES = {
    "activity 1": "What your user does first, such as “Find a room”",
    "activity 2": "And then, such as “Book it”",
    "activity 4": "If there is one",
    "activity 5": "If there is one",
    "outcome 1": "What changes for people, such as “Guests book without calling us”",
}


def map_items(case: Case) -> tuple[BacklogItem, ...]:
    """Return the items of a learner's own backlog that become stories: the first twelve Musts and Shoulds of
    their MoSCoW board, or of the backlog if nothing is there yet."""
    return tuple((promised(case) or case.items)[:MOST_STORIES])


def words_table(case: Case) -> Table:
    """Return the table: a row for each activity and outcome, all blank."""
    return Table(
        label=f"Activities and outcomes for {case.title}",
        columns=[{"id": WORDS, "label": "In your words", "kind": "text"}],
        rows=[{"id": id, "title": title, "note": NOTES.get(id, "")} for id, title in ROWS.items()],
    )


def words_parts(case: Case) -> dict[str, str]:
    """Return what must be filled in: three activities and both outcomes."""
    return {f"{id}:{WORDS}": title for id, title in ROWS.items() if id not in MAY_STAY_BLANK}


def words_task(case: Case) -> str:
    """Return the task, saying which items become stories."""
    chosen = promised(case)
    count = min(len(chosen or case.items), MOST_STORIES)
    kind, where = ("Must or Should", "your MoSCoW board") if chosen else ("item", "your backlog")
    many = kind.replace(" or ", "s and ") + "s"
    stories = f"stories are the first {count} {many}" if count > 1 else f"story is the first {kind}"
    return (
        "Say in a few words each what your user does from beginning to end, in that order, and what the "
        f"first two releases should change for people. The {stories} of {where}."
    )


def _typed(answer: Cells, rows: dict[str, str]) -> dict[str, str]:
    """Return what was typed into these rows, those that are not blank."""
    return {id: text for id in rows if (text := " ".join(answer.text(id, WORDS).split()))}


def _finding(id: str, fault: str, why: str, do: str) -> Finding:
    part = f"{id}:{WORDS}"
    return Finding("problem", f"{ROWS[id]}: {fault}", why, do, (part,))


@rule("MAP-2")
def activities_are_done_by_people(answer: Cells, case: Case) -> Iterator[Finding]:
    """An activity is the name of a part of the system, or says nothing."""
    for id, text in _typed(answer, ACTIVITIES).items():
        word = component_word(text)
        if releases_without_outcome({id: text}):
            yield _finding(
                id,
                f"“{cut(text, 60)}” says nothing yet.",
                "",
                "Say what the user does, or leave the row blank.",
            )
        elif word:
            yield _finding(
                id,
                f"“{cut(text, 60)}” names a part of the system (“{word}”).",
                "The backbone of a map is what the user does. From parts of the system nobody can see "
                "whether a user gets from one end to the other.",
                "Say what the user does with it, beginning with a verb.",
            )


@rule("MAP-3")
def outcomes_change_something(answer: Cells, case: Case) -> Iterator[Finding]:
    """An outcome says what is delivered, says nothing, or is the same for both releases."""
    seen: dict[str, str] = {}
    for id, text in _typed(answer, OUTCOMES).items():
        word, before = delivery_word(text), seen.setdefault(text.casefold(), id)
        if releases_without_outcome({id: text}):
            yield _finding(id, f"“{cut(text, 60)}” says nothing yet.", "", "Say what changes for people.")
        elif word:
            yield _finding(
                id,
                f"“{cut(text, 60)}” says what the team delivers (“{word}”).",
                "When it is delivered, nobody knows yet whether the release was worth it.",
                "Say who can do what afterwards that they cannot do now.",
            )
        elif before != id:
            yield _finding(
                id,
                f"“{cut(text, 60)}” is the outcome of Release 1 already.",
                "Two releases with one outcome are one release.",
                "Say what the second one adds.",
            )


@rule("MAP-5")
def activities_differ(answer: Cells, case: Case) -> Iterator[Finding]:
    """Two activities have the same name."""
    seen: dict[str, str] = {}
    for id, text in _typed(answer, ACTIVITIES).items():
        before = seen.setdefault(text.casefold(), id)
        if before != id:
            yield _finding(
                id,
                f"“{cut(text, 60)}” is {ACTIVITIES[before].lower()} already.",
                "A story would stand under both, and nobody could tell which one still has none.",
                "Name the two so that they differ, or leave one out.",
            )


@rule("MAP-4")
def the_story_so_far(answer: Cells, case: Case) -> Iterator[Finding]:
    """The order of the activities, read aloud. It is yours to judge, so this finds no fault."""
    if any(activities_are_done_by_people(answer, case)) or any(activities_differ(answer, case)):
        return
    told = [cut(text, 40) for text in _typed(answer, ACTIVITIES).values()]
    if len(told) > 1:
        yield Finding("good", f"Your user's story in {len(told)} activities: {' → '.join(told)}.")


def words_live(answer: Cells, case: Case) -> dict[str, dict[str, dict[str, str]]]:
    """Return what is wrong with each row while the learner types."""
    faults: dict[str, dict[str, str]] = {}
    for check in INPUT_RULES:
        for finding in check(answer, case):
            if finding.level == "problem":
                row = finding.cards[0].rpartition(":")[0]
                fault = finding.seen.removeprefix(f"{ROWS[row]}: ")
                faults.setdefault(row, {WORDS: f"{fault} {finding.do}"})
    return {"faults": faults}


def map_rows(answer: Cells, case: Case) -> Iterator[TableRow]:
    """Yield the rows of the table "story-map": activities in the order typed, stories, outcomes."""
    blank = {"activity": "", "effort": None, "needs": (), "note": ""}
    for id, text in _typed(answer, ACTIVITIES).items():
        yield {**blank, "id": id, "kind": "activity", "title": text}
    for item in map_items(case):
        yield {**blank, "id": item.id, "kind": "story", "title": item.title}
    for id, text in _typed(answer, OUTCOMES).items():
        yield {**blank, "id": id, "kind": "outcome", "title": text}


INPUT_RULES = (activities_are_done_by_people, outcomes_change_something, activities_differ, the_story_so_far)

INPUTS = Inputs(
    table="story-map",
    exercise=Exercise(
        id="story-map-inputs",
        version=1,
        number="5.6 · your story",
        title="What do your users do?",
        notebook=NOTEBOOK,
        task=words_task,
        answer=Cells,
        view=words_table,
        parts=words_parts,
        rules=INPUT_RULES,
        hints=(
            "Think of one user on one day, and tell what they do: first this, then that. Three to five steps "
            "are enough.",
            "An outcome can be seen from outside: somebody does something that they could not do before, or "
            "does it more often, faster or with fewer calls to you.",
        ),
        live=words_live,
        done_word="filled in",
        uses={"moscow": Placements},
    ),
    rows=map_rows,
)
