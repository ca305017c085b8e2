"""What is on the table for a sprint, how long things can wait, and boards of the learner's own."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exercises.answers import SHIPPED, shipped_case
from tests.exercises.planting import BARE, lanes, with_items
from tests.exercises.plants.moscow_sprint import FIRST, planned, sprint
from tpm_kit.answers import Placements
from tpm_kit.case import BacklogItem, Capacity, Case
from tpm_kit.exercise import Finding, Outcome, Reason
from tpm_kit.exercises.prioritization.moscow_sprint import EXERCISE
from tpm_kit.exercises.prioritization.moscow_sprint_facts import (
    MOST,
    last_sprints,
    on_the_table,
    sprint_of,
    sprints_over,
)
from tpm_kit.methods.moscow import LANES

OWN = replace(BARE, own=True)
HOSTILE = '<img src=x onerror=alert(1)>\n"; '


def review(raw, case=FIRST, reasons=None):
    return EXERCISE.review(EXERCISE.read(raw), case, reasons)


def found(raw, case=FIRST) -> dict[tuple[str, str], Finding]:
    return {(one.code, one.level): one for one in review(raw, case).findings}


def own(*items: BacklogItem, **fields) -> Case:
    return Case(name="own", title="Own", items=items, own=True, **fields)


def many(count: int, **fields) -> list[BacklogItem]:
    return [BacklogItem(f"I{n}", f"Item {n}", **fields) for n in range(count)]


def test_the_shipped_case_puts_its_own_items_on_the_table():
    case = shipped_case(EXERCISE, next(folder for folder in SHIPPED if folder.name == "paylane"))
    rows = {row["id"]: row["note"] for row in case.table("moscow-sprint")}
    assert 10 <= len(rows) <= 12
    assert on_the_table(case) == rows
    assert set(EXERCISE.parts(case)) == set(rows)
    assert EXERCISE.task_for(case).endswith("It has room for 18 points.")
    assert "12 items, 59 points of work, are on the table" in EXERCISE.task_for(case)
    details = EXERCISE.view(case).details
    assert all(["Why now", note] in details[id] for id, note in rows.items())
    last = last_sprints(case)
    assert {id: last[id] for id in ("PL-16", "PL-05", "PL-13", "PL-11", "PL-03", "PL-19")} == {
        "PL-16": 2,
        "PL-05": 3,
        "PL-13": 4,
        "PL-11": 3,
        "PL-03": 4,
        "PL-19": 5,
    }


def test_other_orders_than_the_worked_one_are_sound_too():
    case = shipped_case(EXERCISE, next(folder for folder in SHIPPED if folder.name == "paylane"))
    worked = {id: lane for id, (lane, _) in case.worked(EXERCISE.id).items()}
    bank_first = lanes(worked, **{"PL-05": "must", "PL-11": "could"})
    assert review(bank_first, case).outcome is Outcome.STRONG
    later_date_first = lanes(worked, **{"PL-25": "must", "PL-11": "could"})
    assert "Payee name check before paying (until sprint 5)" in (
        found(later_date_first, case)["SPRINT-1", "caution"].seen
    )


@pytest.mark.parametrize(
    ("day", "number"),
    [("2030-01-01", 1), ("2030-02-04", 1), ("2030-02-17", 1), ("2030-02-18", 2), ("2030-03-29", 4)],
)
def test_the_sprint_of_a_day(day, number):
    assert sprint_of(datetime.date.fromisoformat(day), FIRST) == number


@pytest.mark.parametrize(
    ("day", "number"),
    [("2030-01-01", 0), ("2030-02-16", 0), ("2030-02-17", 1), ("2030-03-02", 1), ("2030-03-03", 2)],
)
def test_a_sprint_that_ends_after_a_day_is_too_late_for_it(day, number):
    day = datetime.date.fromisoformat(day)
    assert sprints_over(day, FIRST) == number
    oven = with_items(FIRST, oven={"deadline": day})
    assert last_sprints(oven)["oven"] == max(1, number)


def test_how_long_things_can_wait():
    assert last_sprints(FIRST) == {"oven": 1, "rye": 3, "flour": 2}
    assert last_sprints(planned(salt="must")) == {"oven": 1, "rye": 3, "flour": 2, "salt": 4}
    early = with_items(FIRST, rye={"deadline": datetime.date(2030, 3, 5)})
    assert last_sprints(early)["flour"] == 1
    assert (
        "It cannot wait for the next sprint."
        in found(sprint(flour="should"), early)["SPRINT-1", "caution"].seen
    )
    circle = with_items(FIRST, flour={"dependencies": ("rye",)})
    assert last_sprints(circle) == {}
    undated = replace(FIRST, sprint_start=None, release_date=None)
    assert last_sprints(undated) == {"oven": 0, "rye": 0, "flour": -1}


def test_a_long_chain_counts_by_its_longest_way():
    chain = [
        BacklogItem("a", "A"),
        BacklogItem("b", "B", dependencies=("a",)),
        BacklogItem("c", "C", dependencies=("a", "b")),
    ]
    assert last_sprints(own(*chain)) == {"c": 0, "b": -1, "a": -2}


def test_without_dates_the_feedback_names_no_sprint():
    undated = replace(FIRST, sprint_start=None)
    seen = found(sprint(flour="should"), undated)["SPRINT-1", "caution"].seen
    assert "sprint 0" not in seen
    assert seen.endswith(
        "Mend the oven, Knead by machine and Replace the till are Musts here, with less behind them."
    )


def test_what_comes_first_and_what_waits_is_said():
    raw = sprint(till="could", cakes="wont", oven="should")
    case = with_items(FIRST, oven={"deadline": datetime.date(2030, 3, 4)})
    seen = found(raw, case)["SPRINT-1", "good"].seen
    assert "Sift the flour (for Bake rye)" in seen
    assert "Mend the oven (until sprint 2)" in seen
    assert "oven" not in found(raw)["SPRINT-1", "good"].seen, "it cannot wait for the next sprint"


def test_a_board_of_musts_alone_is_not_praised_for_its_order():
    raw = sprint()
    musts = lanes({place["id"]: "must" for place in raw["places"]})
    assert ("SPRINT-1", "good") in found(raw)
    assert ("SPRINT-1", "good") not in found(musts)
    assert ("SPRINT-1", "good") not in found(lanes({"flour": "must", "songs": "a lane of old"}))


def test_the_hint_names_the_last_sprint_before_a_date():
    blank = EXERCISE.read(None)
    text = EXERCISE.hint(1, blank, FIRST)
    assert text.endswith("is 28 March 2030, in sprint 4: sprint 3 is the last that is over by then.")
    last_day = with_items(FIRST, rye={"deadline": datetime.date(2030, 3, 31)})
    last_day = replace(last_day, release_date=datetime.date(2030, 3, 31))
    assert EXERCISE.hint(1, blank, last_day).endswith("is 31 March 2030, in sprint 4.")
    undated = replace(FIRST, sprint_start=None)
    assert EXERCISE.hint(1, blank, undated).endswith("is 28 March 2030.")


def test_hints_on_bare_titles_name_no_sums():
    assert EXERCISE.hint(3, EXERCISE.read(None), OWN).startswith("Without estimates there are no shares.")


def test_the_board_shows_what_matters_for_a_sprint():
    case = planned(flour="must", sign="a lane of old")
    details = EXERCISE.view(case).details
    assert ["Why now", "Why flour now."] in details["flour"]
    assert ["In your release", "Must"] in details["flour"]
    assert ["Needed by", "Weigh the salt, Bake rye"] in details["flour"]
    assert not any(name in ("In your release", "Needed by") for name, _ in details["sign"])


def test_the_figures_are_those_of_the_sprint():
    meters = EXERCISE.live(EXERCISE.read(sprint()), FIRST)
    assert meters["must"] == {"text": "30 pts · 60 %", "share": 0.6, "limit": 0.6, "over": False}
    assert EXERCISE.live(EXERCISE.read(sprint()), OWN)["must"] == {"text": "4"}


def test_one_sprints_room_is_what_counts():
    seen = found(sprint())["MOSCOW-7", "good"].seen
    assert seen == "Must and Should add up to 40 points (30 + 10) and fit into the 40 points of the sprint."


def test_own_items_come_from_the_release_plan():
    assert list(on_the_table(OWN)) == [item.id for item in BARE.items]
    plan = planned(OWN, sign="should", van="wont", till="must", gone="must", songs="could")
    assert list(on_the_table(plan)) == ["till", "sign"]
    assert "2 items, the first Musts and Shoulds of your release" in EXERCISE.task_for(plan)
    assert list(on_the_table(planned(OWN, van="wont"))) == [item.id for item in BARE.items]
    large = own(*many(200))
    assert list(on_the_table(large)) == [f"I{n}" for n in range(MOST)]
    every = replace(large, earlier={"moscow": Placements.of({f"I{n}": "must" for n in reversed(range(200))})})
    assert list(on_the_table(every)) == [f"I{n}" for n in range(199, 199 - MOST, -1)]


def test_bare_titles_are_enough():
    raw = lanes({item.id: "must" if at < 4 else "wont" for at, item in enumerate(OWN.items)})
    result = review(raw, OWN)
    assert result.outcome is Outcome.STRONG
    (note,) = [one.seen for one in result.findings if not one.code]
    assert "SPRINT-1 (Something that others wait for is no Must" in note
    assert "MOSCOW-7 (Must and Should together exceed what one sprint has room for)" in note


def test_one_item_of_ones_own():
    one = own(BacklogItem("only", "The only one"))
    assert EXERCISE.task_for(one).startswith("On the table for one sprint is 1 item, first in your backlog.")
    assert {finding.code for finding in review(lanes({"only": "must"}), one).findings} == {"", "MOSCOW-5"}


def test_capacity_of_a_release_is_not_that_of_a_sprint():
    release = own(*many(3, effort=20), capacity=Capacity(1, 30, 1.0))
    findings = found(lanes({"I0": "must", "I1": "should", "I2": "could"}), release)
    assert ("MOSCOW-7", "problem") not in findings
    assert "Must and Should add up to 40 points." in findings["MOSCOW-7", "note"].seen
    assert "the 30 points of this backlog are those of the release" in findings["MOSCOW-7", "note"].seen
    sprints = replace(release, capacity=Capacity(3, 30, 1.0))
    assert ("MOSCOW-7", "problem") in found(lanes({"I0": "must", "I1": "should", "I2": "could"}), sprints)


def test_what_may_be_done_already_is_a_caution_on_an_own_backlog():
    items = [*many(13), BacklogItem("late", "Late"), BacklogItem("done", "Done long ago")]
    items[0] = replace(items[0], dependencies=("late", "done", "closed"))
    raw = lanes({f"I{n}": "must" if n < 3 else "wont" for n in range(12)})
    case = own(*items)
    finding = found(raw, case)["PRI-4", "caution"]
    assert "Item 0 is a Must of this sprint, but needs Late and Done long ago" in finding.seen
    assert ("PRI-4", "problem") not in found(raw, case)
    reason = {finding.key: Reason("Both were done in December.", finding.seen)}
    assert review(raw, case, reason).outcome is Outcome.TRADE_OFF


def test_a_plan_of_the_release_that_agrees_says_nothing():
    assert not any(code == "SPRINT-2" for code, _ in found(sprint(), planned(songs="could", van="wont")))


def test_the_board_and_the_feedback_take_any_title():
    items = [
        BacklogItem("x" * 200, HOSTILE * 300, effort=1e12, dependencies=("y",)),
        BacklogItem("y", "支払い" * 200, effort=1e-9, deadline=datetime.date(1, 1, 1)),
        BacklogItem("z", "Z", dependencies=("z",), deadline=datetime.date(9999, 12, 31)),
    ]
    case = own(*items, sprint_start=datetime.date(2030, 1, 1), release_date=datetime.date(9999, 1, 1))
    view = EXERCISE.view(case)
    assert "<img" not in view.to_html()
    for lane in LANES:
        result = review(lanes({item.id: lane for item in items}), case)
        titles = EXERCISE.parts(case)
        for one in result.findings:
            assert one.seen.isprintable()
            assert all(titles[card] in one.seen for card in one.cards)


def test_two_hundred_items_in_a_chain_are_reviewed():
    chain = [BacklogItem("I0", "Item 0", effort=1)]
    chain += [BacklogItem(f"I{n}", f"Item {n}", effort=1, dependencies=(f"I{n - 1}",)) for n in range(1, 200)]
    case = own(*chain)
    raw = lanes({f"I{n}": "must" if n % 2 else "should" for n in range(MOST)})
    assert review(raw, case).findings
    for step in range(len(EXERCISE.hints)):
        assert EXERCISE.hint(step, EXERCISE.read(raw), case)


IDS = [item.id for item in FIRST.items]
PLACED = st.dictionaries(st.sampled_from([*IDS, "gone"]), st.sampled_from([*LANES, "a lane of old"]))


@given(
    PLACED,
    PLACED,
    st.sampled_from([FIRST, BARE, OWN, replace(FIRST, sprint_start=None, own=True, tables={})]),
)
def test_no_placement_makes_a_rule_or_a_hint_fail(placed, release, case):
    case = planned(case, **release)
    answer = EXERCISE.read(lanes(placed))
    titles = EXERCISE.parts(case)
    for one in EXERCISE.review(answer, case).findings:
        assert set(one.cards) <= set(titles)
        assert all(titles[card] in one.seen for card in one.cards)
    keys = [one.key for one in EXERCISE.review(answer, case).findings if one.level == "caution"]
    assert len(keys) == len(set(keys))
    assert all(EXERCISE.hint(step, answer, case)[-1] in ".?" for step in range(len(EXERCISE.hints)))
    assert set(EXERCISE.live(answer, case)) == set(LANES)
    assert EXERCISE.task_for(case)[-1] in ".?"
    EXERCISE.view(case).answer = answer.raw()
