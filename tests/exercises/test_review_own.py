"""The review of a backlog of the learner's own: what is invented for it, and what it may lack."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from tests.exercises.planting import BARE
from tpm_kit.answers import Cells, Placements
from tpm_kit.case import BacklogItem, Capacity, Case
from tpm_kit.exercise import Outcome
from tpm_kit.exercises.roadmap.review import EXERCISE
from tpm_kit.exercises.roadmap.review_facts import situation

HOSTILE = "<img src=x onerror=alert(1)>"


def ground(case: Case, **stored) -> Case:
    return EXERCISE.ground(case, lambda id: stored.get(id.replace("-", "_")))


OWN = Case(
    name="own-x",
    title="X",
    own=True,
    items=tuple(
        BacklogItem(f"i{n}", f"Item {n}", effort=4 + n, dependencies=("i0",) if n == 3 else ())
        for n in range(6)
    ),
    sprint_start=datetime.date(2030, 1, 7),
    capacity=Capacity(6, 10, 1.0),
    earlier={
        "moscow": Placements.of(dict.fromkeys([f"i{n}" for n in range(5)], "must")),
        "roadmap": Placements.of(
            {
                "i0": "No theme/sprint-1",
                "i1": "No theme/sprint-2",
                "i2": "No theme/sprint-2 x2",
                "i3": "No theme/sprint-4",
                "i4": "No theme/sprint-5",
            }
        ),
    },
)


def test_changes_of_an_own_plan_are_made_from_it_and_said_to_be_invented():
    here = situation(OWN)
    grows, away, wish = here.news
    assert (here.now, here.today) == (2, datetime.date(2030, 1, 28))
    assert (grows.items, grows.points, away.first, away.last, wish.items) == (("i2",), 3, 4, 4, ("i5",))
    assert all(one.fact.startswith("Invented for this exercise") for one in here.news)
    assert "All of this is invented for this exercise." in EXERCISE.task_for(OWN)
    assert here.room[""] == pytest.approx((10, 10, 10, 10 * 2 / 3, 10, 10))
    assert here.left.by_id["i2"].effort == 6
    answer = replace_places(EXERCISE.beginning(OWN), i3="No theme/sprint-4 x2", i5="out/sprint-6")
    result = EXERCISE.review(answer, OWN)
    assert [one.code for one in result.findings if one.level == "problem"] == ["LOAD-1"]
    answer = replace_places(answer, i4="No theme/sprint-6")
    assert EXERCISE.review(answer, OWN).outcome is Outcome.STRONG


def replace_places(answer: Placements, **moved: str) -> Placements:
    values = {place.id: answer.value(place.id) for place in answer.places}
    return Placements.of(values | moved)


@pytest.mark.parametrize(
    "changes",
    [
        {"sprint_start": None},
        {"capacity": None},
        {"capacity": Capacity(1, 50, 1.0)},
        {"capacity": Capacity(2, 10, 1.0)},
        {"sprint_days": 366},
        {"sprint_days": 1},
        {"sprint_start": datetime.date(9999, 12, 30)},
        {"earlier": {}},
        {"items": ()},
        {"items": (BacklogItem("i0", HOSTILE, dependencies=("i0", "gone")),)},
        {"items": tuple(BacklogItem(f"i{n}", "A", dependencies=(f"i{(n + 1) % 6}",)) for n in range(6))},
        {"items": tuple(BacklogItem(f"i{n}", f"{n}", deadline=datetime.date(2030, 1, 8)) for n in range(6))},
        {"items": tuple(BacklogItem(f"i{n}", f"{n}", effort=1e6) for n in range(200))},
    ],
)
def test_a_backlog_that_lacks_things_can_still_be_reviewed(changes):
    case = replace(OWN, **changes)
    view = EXERCISE.view(case)
    view.answer = EXERCISE.beginning(case).raw()
    answers = [EXERCISE.read(view.answer)]
    answers.append(Placements.of({id: "out/sprint-1" for id in EXERCISE.parts(case)}))
    answers.append(Placements.of({id: "No theme/sprint-6" for id in EXERCISE.parts(case)}))
    for answer in answers:
        assert all(one.seen for one in EXERCISE.review(answer, case).findings)
        view.acknowledge(EXERCISE.live(answer, case))
        assert all(EXERCISE.hint(step, answer, case)[-1] in ".?" for step in range(len(EXERCISE.hints)))
    assert EXERCISE.task_for(case)[-1] in ".?"
    assert "<table" in view.to_html()
    assert HOSTILE not in view.to_html()


def test_bare_titles_are_enough():
    case = ground(replace(BARE, own=True))
    result = EXERCISE.review(Placements.of({id: "No theme/sprint-4" for id in EXERCISE.parts(case)}), case)
    assert "Nobody has said how large these items are" in str([one.seen for one in result.findings])


def test_people_named_beside_the_sizes_of_an_own_backlog_count():
    items = tuple(replace(item, effort=None) for item in OWN.items)
    sizes = {f"i{n}": {"points": str(4 + n), "person": "Kim" if n in (3, 4) else ""} for n in range(6)}
    typed = Cells(cells={id: {name: text for name, text in row.items() if text} for id, row in sizes.items()})
    case = replace(OWN, items=items, earlier={**OWN.earlier, "roadmap-inputs": typed})
    answer = Placements.of(
        {
            "i2": "No theme/sprint-3",
            "i3": "No theme/sprint-4",
            "i4": "No theme/sprint-4",
            "i5": "out/sprint-6",
        }
    )
    (finding,) = [one for one in EXERCISE.review(answer, case).findings if one.code == "ROAD-10"]
    assert finding.seen == "Kim is on 2 bars at once in sprint 4 (18 February to 1 March): Item 3 and Item 4."
