"""The change log: its rows, what may have caused what, and reviews that are not what one hopes for."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exercises.answers import SHIPPED, shipped_case
from tests.exercises.plants.change_log import LOGGED, SAID, log
from tests.exercises.plants.review import REPLAN, REVIEWED, STORM, with_changes
from tests.exercises.test_review_own import OWN
from tpm_kit.answers import Cells
from tpm_kit.case import Case
from tpm_kit.exercise import Outcome
from tpm_kit.exercises.roadmap.change_log import EXERCISE
from tpm_kit.exercises.roadmap.change_log_facts import documents, logged
from tpm_kit.exercises.roadmap.change_log_rules import BLAME, LEAST_WORDS, content
from tpm_kit.exercises.roadmap.review import EXERCISE as REVIEW
from tpm_kit.exercises.roadmap.review_facts import Replan

PAYLANE = next(folder for folder in SHIPPED if folder.name == "paylane")
HOSTILE = "<img src=x onerror=alert(1)>"


def review(answer, case=LOGGED):
    return EXERCISE.review(EXERCISE.read(answer), case)


def reviewed(**moved: str) -> Case:
    """Return the case with another answer to the review."""
    places = {id: place for id, place in {**REPLAN, **moved}.items() if place}
    return replace(REVIEWED, earlier={**REVIEWED.earlier, "review": Replan.of(places)})


def test_the_rows_are_what_changed_and_what_was_refused():
    table = EXERCISE.view(LOGGED)
    assert {row["id"]: row["note"] for row in table.rows} == {
        "nets": "leaves this release; it was to be done on 15 March 2030",
        "pier": "is done on 15 March 2030, two sprints later than planned (15 February 2030)",
        "boat": "is done on 15 February 2030, one sprint sooner than planned (1 March 2030)",
        "flag": "was asked for, and is not in this release",
    }
    options = {column["id"]: column["options"] for column in table.columns if column["kind"] == "choice"}
    assert options["cause"] == [
        ["storm", "A storm breaks the first piles"],
        ["illness", "Two of the Yard fall ill"],
        ["wish", "The mayor wants a flag"],
        ["own", "own decision"],
    ]
    assert options["who"][-1] == ["supervisor", "Dock and Yard, the mayor, the harbour master"]
    assert "4 changes" in EXERCISE.task_for(LOGGED)
    assert "your review" in EXERCISE.task_for(LOGGED)


@pytest.mark.parametrize(
    ("case", "causes"),
    [
        # The Yard's illness may keep out what the mayor wants of the Yard; what stays out moves nothing.
        (LOGGED, {"storm": {"pier", "boat"}, "illness": {"nets", "flag"}, "wish": {"flag"}}),
        # The nets need the lamps, which belong to the same team as the flag that comes in.
        (
            reviewed(flag="Boats/sprint-3 x2"),
            {"storm": {"pier", "boat"}, "illness": {"nets", "flag"}, "wish": {"nets", "flag"}},
        ),
        # A slip is handed on to another team by what needs it.
        (
            replace(
                reviewed(lamps="Lights/sprint-5"),
                items=tuple(
                    replace(item, dependencies=("pier",)) if item.id == "lamps" else item
                    for item in REVIEWED.items
                ),
            ),
            {
                "storm": {"pier", "boat", "lamps", "nets", "flag"},
                "illness": {"pier", "boat", "lamps", "nets", "flag"},
                "wish": {"flag"},
            },
        ),
    ],
)
def test_a_cause_reaches_as_far_as_people_and_needs_do(case, causes):
    found = logged(case)
    assert {cause: {id for id in found.rows if found.possible(id, cause)} for cause in causes} == causes
    assert all(found.possible(id, "own") for id in found.rows)
    assert not found.possible("nets", "none")


def test_a_log_with_an_impossible_cause_or_an_empty_reason_is_not_praised():
    for answer in (log(boat_cause="illness"), log(nets_why="Delays due to technical problems")):
        assert "LOG-6" not in {one.code for one in review(answer).findings}


def test_a_review_that_is_not_complete_gives_way_to_the_worked_one():
    case = shipped_case(EXERCISE, PAYLANE)
    assert (logged(case).whose, len(logged(case).rows)) == ("worked", 6)
    assert "the worked review (yours is not complete)" in EXERCISE.task_for(case)
    worked = {id: value for id, (value, _) in case.worked("review").items()}
    for id in ("PL-10", "PL-03"):
        some = Replan.of({one: value for one, value in worked.items() if one != id}).raw()
        assert logged(EXERCISE.ground(case, {"review": some}.get)).whose == "worked"
    lost = Replan.of({**worked, "PL-03": "Ledger and payouts/sprint-99"}).raw()
    assert logged(EXERCISE.ground(case, {"review": lost}.get)).whose == "worked"
    whole = EXERCISE.ground(case, {"review": Replan.of(worked).raw()}.get)
    assert logged(whole).whose == "yours"
    said = Cells.of({part: text for part, (text, _) in case.worked("change-log").items()})
    assert EXERCISE.review(said, whole).outcome is Outcome.STRONG


def test_what_an_unfinished_review_leaves_open_counts_as_unchanged_where_there_is_no_worked_one():
    case = reviewed(boat="")
    assert logged(case).whose == "partly"
    assert set(logged(case).rows) == {"nets", "pier", "flag"}
    assert "what you have not decided counts as unchanged" in EXERCISE.task_for(case)


@pytest.mark.parametrize(
    "raw",
    [
        None,
        {"places": []},
        {"horizons": 3},
        {"places": [{"id": "gone", "row": "Quay", "column": "sprint-3", "span": 1}]},
        {"places": [{"id": "boat", "row": HOSTILE, "column": HOSTILE, "span": 1000}]},
        {"places": [{"id": id, "row": "out", "column": "sprint-3", "span": 1000} for id in REPLAN]},
        {"places": [{"id": id, "row": "Quay", "column": "sprint-1", "span": 1} for id in (*REPLAN, "crane")]},
    ],
)
def test_no_review_is_too_odd_to_be_logged(raw):
    case = EXERCISE.ground(REVIEWED, {"roadmap": REVIEWED.earlier["roadmap"].raw(), "review": raw}.get)
    table = EXERCISE.view(case)
    table.answer = log()
    answer = EXERCISE.read(table.answer)
    assert all(one.seen.isprintable() for one in EXERCISE.review(answer, case).findings)
    assert set(documents(answer, case)) == {"log", "team", "sponsor", "supervisor"}
    assert EXERCISE.task_for(case)[-1] in ".?"
    assert all(EXERCISE.hint(step, answer, case)[-1] in ".?" for step in range(len(EXERCISE.hints)))


def test_where_nothing_moved_there_is_one_line_to_fill_in():
    calm = with_changes({**STORM, "items": ("crane",)})
    case = replace(calm, earlier={**calm.earlier, "review": REVIEW.beginning(calm)})
    assert logged(case).rows == {"plan": "The plan as a whole"}
    assert EXERCISE.task_for(case).startswith("Nothing has moved in your review.")
    said = Cells.of(
        {
            "plan:cause": "none",
            "plan:why": "The storm took piles that were spare, and the pier needs none of them.",
            "plan:who": "supervisor",
        }
    )
    result = EXERCISE.review(said, case)
    assert result.outcome is Outcome.STRONG
    assert "Nothing has moved, and that is told" in result.findings[0].seen
    texts = documents(said, case)
    assert "0 of 6 items have changed." in texts["log"]
    assert "Nothing moves in our plan." in texts["team"]
    assert "Nothing that I told you about dates and content changes." in texts["sponsor"]
    assert (
        "Your dates stand as they were:\n- Lengthen the pier, due on 20 February 2030, stays as"
        in texts["supervisor"]
    )
    assert EXERCISE.missing(Cells.of(SAID), case) == ["plan:cause", "plan:why", "plan:who"]


def test_a_duty_that_leaves_is_told_too():
    case = reviewed(pier="out/sprint-4")
    codes = {one.code for one in review(log(pier_who="sponsor"), case).findings if one.level == "problem"}
    assert codes == {"LOG-4"}
    assert "leaves this release" in documents(Cells.of(SAID), case)["supervisor"]
    assert "This is after the date." in documents(Cells.of(SAID), case)["supervisor"]
    assert "Dates that this plan misses: Lengthen the pier." in documents(Cells.of(SAID), case)["sponsor"]


@pytest.mark.parametrize(
    "text",
    [
        "Delays.",
        "Unforeseen technical problems",
        "Priorities have changed",
        "due to resource issues it will take longer than planned",
        "!!!",
    ],
)
def test_excuses_say_nothing(text):
    assert content(text) < LEAST_WORDS


@pytest.mark.parametrize(
    "text",
    [
        "5 points, 2.25 free in sprint 6",
        "The bank leaves version 2 on until 24 March",
        "Ledger halves from 22 March",
        "銀行の試験システムが二月二十二日まで止まっている",
        "Für die Umstellung fehlen drei Punkte",
    ],
)
def test_reasons_with_something_in_them_pass(text):
    assert content(text) >= LEAST_WORDS
    assert not BLAME.search(text)


@pytest.mark.parametrize(
    ("text", "blames"),
    [
        ("A fault in version 3 of its interface", False),
        ("The fault of the test system takes two weeks", False),
        ("It is Brackwater’s fault", True),
        ("The bank's fault in version 3 makes 5 points more", False),
        ("It's their own fault", True),
        ("They should not have done that", True),
        ("Sales failed us", True),
        ("One sprint would be too slow for the date", True),
        ("The engineer should have told us", True),
        ("The work should have an owner", False),
        ("useful, carefully, default", False),
    ],
)
def test_blame_is_told_from_faults_in_things(text, blames):
    assert bool(BLAME.search(text)) is blames


@given(st.dictionaries(st.sampled_from([*SAID, "gone:why", "nets:gone"]), st.text(min_size=1, max_size=60)))
def test_any_text_is_judged_and_written_without_a_fault(said):
    answer = Cells.of(said)
    titles = EXERCISE.parts(LOGGED)
    for one in EXERCISE.review(answer, LOGGED).findings:
        assert set(one.cards) <= set(titles)
        assert one.seen.isprintable()
    for text in documents(answer, LOGGED).values():
        assert all(line.isprintable() for line in text.split("\n"))


def test_a_log_of_an_own_backlog_names_what_was_invented():
    places = {
        "i2": "No theme/sprint-3 x2",
        "i3": "No theme/sprint-5",
        "i4": "No theme/sprint-6",
        "i5": "out/sprint-6",
    }
    case = replace(OWN, earlier={**OWN.earlier, "review": Replan.of(places)})
    found = logged(case)
    assert set(found.rows) == {"i2", "i3", "i4", "i5"}
    assert list(found.causes) == ["item grows", "people away", "one more wish", "own"]
    assert found.possible("i4", "item grows")
    assert not found.possible("i4", "one more wish")
    assert found.scene.duties == ()
    said = Cells.of(
        {f"{id}:{column}": text for id in found.rows for column, text in (("cause", "own"), ("why", "x"))}
    )
    texts = documents(said, case)
    assert "Invented for this exercise" in texts["log"]
    assert "None of what we have planned is due to you." in texts["supervisor"]


@pytest.mark.parametrize(
    "changes", [{"earlier": {}}, {"items": ()}, {"sprint_start": None}, {"capacity": None}]
)
def test_an_own_backlog_without_a_review_opens(changes):
    case = replace(OWN, **changes)
    table = EXERCISE.view(case)
    assert table.rows
    assert EXERCISE.task_for(case)[-1] in ".?"
    assert documents(Cells(), case)["log"]
