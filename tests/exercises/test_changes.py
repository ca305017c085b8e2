"""The difference between two plans, and what is written from it."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exercises.plants.change_log import LOGGED, SAID
from tests.exercises.plants.review import REPLAN, REVIEWED
from tpm_kit.answers import Cells, Placements
from tpm_kit.case import Case
from tpm_kit.exercises.roadmap.bars import Bar
from tpm_kit.exercises.roadmap.change_log import EXERCISE
from tpm_kit.exercises.roadmap.change_log_facts import documents, logged, reasons
from tpm_kit.exercises.roadmap.changes import (
    HEARS,
    UNCHANGED,
    Change,
    Reason,
    Scene,
    applied,
    changed,
    differences,
    in_words,
    within,
)
from tpm_kit.exercises.roadmap.messages import change_log, log_rows, message
from tpm_kit.exercises.roadmap.plan import Plan, Planned
from tpm_kit.methods.work_calendar import sprints

IDS = [f"i{n}" for n in range(6)]


def item(id: str, deadline: datetime.date | None = None) -> Planned:
    return Planned(
        id, f"Title of {id}", "", 3.0, "Blue" if id < "i3" else "Red", "", deadline, (), "Must", True
    )


DATED = datetime.date(2030, 3, 15)
PLAN = Plan(
    items=(*(item(id) for id in IDS[:-1]), item(IDS[-1], DATED)),
    source="",
    count=5,
    sprints=sprints(datetime.date(2030, 1, 7), 14, 5),
    capacity=10,
    teams={},
    milestones=(),
)
SCENE = Scene("Harbour", PLAN, datetime.date(2030, 1, 28), ("It rains.",), duties=(IDS[-1],))
some_bars = st.dictionaries(
    st.sampled_from(IDS), st.tuples(st.integers(1, 5), st.integers(1, 5)), max_size=len(IDS)
).map(lambda found: {id: Bar(id, "r", start, min(span, 6 - start)) for id, (start, span) in found.items()})


def bar(start: int, span: int = 1) -> Bar:
    return Bar("i0", "r", start, span)


@pytest.mark.parametrize(
    ("before", "after", "kind", "by", "says"),
    [
        (
            bar(2, 2),
            bar(2, 4),
            "slipped",
            2,
            "is done on 15 March 2030, two sprints later than planned (15 February 2030)",
        ),
        (
            bar(4),
            bar(3),
            "earlier",
            -1,
            "is done on 15 February 2030, one sprint sooner than planned (1 March",
        ),
        (bar(4), bar(2, 3), "longer", 0, "begins two sprints sooner and is done on 1 March 2030 as planned"),
        (
            bar(1, 3),
            bar(3),
            "shorter",
            0,
            "begins two sprints later and is done on 15 February 2030 as planned",
        ),
        (bar(1), None, "out", 0, "leaves this release; it was to be done on 18 January 2030"),
        (None, bar(2), "in", 0, "is new in this release, done on 1 February 2030"),
        (bar(2), bar(2), "unchanged", 0, "stays as planned, done on 1 February 2030"),
    ],
)
def test_a_change_is_named_and_dated(before, after, kind, by, says):
    change = Change("i0", before, after)
    assert (change.kind, change.sprints) == (kind, by)
    assert in_words(change, SCENE).startswith(says)


def test_another_row_is_no_change():
    assert Change("i0", Bar("i0", "r", 1, 1), Bar("i0", "out", 1, 1)).kind == UNCHANGED


def test_without_dates_the_sprints_are_named():
    scene = replace(SCENE, plan=replace(PLAN, sprints=()), today=None)
    assert in_words(Change("i0", bar(2), bar(3)), scene) == (
        "is done at the end of sprint 3, one sprint later than planned (end of sprint 2)"
    )
    assert "2030" not in change_log([Change("i0", bar(2), bar(3))], {}, scene)


@given(some_bars, some_bars)
def test_the_differences_lead_from_one_plan_to_the_other(before, after):
    found = differences(before, after, PLAN)
    assert applied(before, found) == after
    assert {change.id for change in found} == {*before, *after}
    back = differences(after, before, PLAN)
    assert applied(after, back) == before
    assert [-change.sprints for change in back] == [change.sprints for change in found]


@given(some_bars, some_bars)
def test_the_log_names_every_changed_item_and_no_other(before, after):
    found = differences(before, after, PLAN)
    log = change_log(found, {}, SCENE)
    for change in found:
        assert (f"Title of {change.id} ({change.id})" in log) is (change.kind != UNCHANGED)
    assert [row.id for row in log_rows(found, {}, SCENE)] == [change.id for change in changed(found)]
    assert f"{len(changed(found))} of {len(found)} items" in log


@given(some_bars, some_bars)
def test_the_supervisor_hears_of_no_other_item(before, after):
    found = differences(before, after, PLAN)
    said = dict.fromkeys(IDS, Reason("rain", "A reason of ours", "supervisor"))
    text = message("supervisor", found, said, SCENE)
    assert not [id for id in IDS[:-1] if f"Title of {id}" in text]
    mine = {change.id: change for change in found}.get(IDS[-1])
    assert (f"Title of {IDS[-1]}" in text) is (mine is not None)
    assert ("A reason of ours" in text) is (mine is not None and mine.kind != UNCHANGED)
    missed = mine is not None and mine.after is None
    assert ("This is after the date." in text) is missed
    assert "It rains" not in text


@given(some_bars, some_bars)
def test_the_sponsor_hears_of_what_leaves_comes_or_moves(before, after):
    found = differences(before, after, PLAN)
    text = message("sponsor", found, {}, SCENE)
    told = {change.id for change in found if f"Title of {change.id} " in text}
    assert told == {change.id for change in found if change.kind in ("out", "in", "slipped", "earlier")}
    team = message("team", found, {}, SCENE)
    assert {change.id for change in changed(found)} == {id for id in IDS if f"Title of {id} (" in team}


@pytest.mark.parametrize(
    ("name", "inside"),
    [
        ("The supervisor", "the supervisor"),
        ("Whoever set the dates", "whoever set the dates"),
        ("Theo", "Theo"),
        ("", ""),
    ],
)
def test_an_audience_within_a_sentence(name, inside):
    assert within(name) == inside


def test_an_unknown_audience_is_refused():
    with pytest.raises(ValueError, match="no audience 'press'; use team, sponsor, supervisor"):
        message("press", [], {}, SCENE)


def test_reasons_stay_on_one_line_and_end_as_sentences():
    said = {"i0": Reason("rain", "It rains\n\x00 since Monday ", "team")}
    text = change_log([Change("i0", bar(1), bar(2))], said, SCENE)
    assert "  Cause: rain.\n  Why: It rains since Monday.\n  Told to: team.\n" in text
    assert all(line.isprintable() for line in text.split("\n"))


# From the answers of a learner ------------------------------------------------------------------------------


def told(case: Case = LOGGED, answer: Cells | None = None) -> dict[str, str]:
    return documents(Cells.of(SAID) if answer is None else answer, case)


def test_log_and_messages_come_from_the_review():
    texts = told()
    assert list(texts) == ["log", *HEARS]
    assert texts["log"].startswith(
        "Change log of the roadmap of Harbour, 28 January 2030\n\nWhat has happened: A storm"
    )
    assert "3 of 6 items have changed." in texts["log"]
    assert (
        "- Lengthen the pier (pier) is done on 15 March 2030, two sprints later than planned (15 February "
        "2030).\n  Cause: A storm breaks the first piles.\n"
        "  Why: Nobody can go on before 18 February, and the broken piles make 4 points more.\n"
        "  Told to: Dock and Yard, the mayor, the harbour master.\n"
    ) in texts["log"]
    assert "- Buy a flag (flag) was asked for, and is not in this release.\n" in texts["log"]
    assert "Hang new lamps" not in texts["log"]
    assert "Yard:\n- Mend the nets (sprint 5 no longer) leaves this release" in texts["team"]
    assert "The mayor wants a flag" not in texts["sponsor"]
    assert "All 2 dates that others have set are kept." in texts["sponsor"]


def test_the_supervisor_hears_how_the_duty_slips_and_nothing_else():
    assert told()["supervisor"] == (
        "To: The harbour master\nSubject: Harbour, the plan as of 28 January 2030\n\n"
        "These dates of ours have changed:\n"
        "- Lengthen the pier, due on 15 March 2030, is done on 15 March 2030, two sprints later than planned "
        "(15 February 2030).\n"
        "  Nobody can go on before 18 February, and the broken piles make 4 points more.\n"
    )


def test_the_sponsor_does_not_hear_what_only_the_team_is_told():
    moved = [Change("i0", bar(1), bar(2)), Change("i1", bar(2), bar(1)), Change("i2", bar(1), None)]
    said = {id: Reason("rain", "It rains.", "team") for id in ("i0", "i1", "i2")}
    text = message("sponsor", moved, said, SCENE)
    assert "Title of i2 leaves this release" in text
    assert not [part for part in ("i0", "i1", "Later than", "Sooner than", "Nothing that") if part in text]
    both = message("sponsor", moved, {**said, "i0": Reason("rain", "It rains.", "sponsor")}, SCENE)
    assert "Later than I told you:\n- Title of i0 is done" in both
    assert "i1" not in both


def test_a_blank_log_still_says_what_has_moved():
    texts = told(answer=Cells())
    assert "Lengthen the pier (pier) is done on 15 March 2030" in texts["log"]
    assert not [word for word in ("Cause:", "Why:", "Told to:") if word in texts["log"]]
    assert reasons(Cells(), logged(LOGGED))["pier"] == Reason()


def test_a_wish_that_is_taken_in_is_new():
    kept = {**REPLAN, "flag": "Boats/sprint-3 x3"}
    case = replace(REVIEWED, earlier={**REVIEWED.earlier, "review": Placements.of(kept)})
    texts = told(case)
    assert "Buy a flag (flag) is new in this release, done on 15 March 2030" in texts["log"]
    assert "New in this release:\n- Buy a flag" in texts["sponsor"]
    assert EXERCISE.review(Cells.of(SAID), case).outcome == "strong"
