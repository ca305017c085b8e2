"""The explorer of ways into the role: starting points, gaps, their steps, and how long those take."""

from __future__ import annotations

from itertools import product

import pytest

from tests.explorers.pay import shown
from tpm_kit.course import Course
from tpm_kit.exercises.career.ninety_days_steps import KINDS, STAGES, STEPS
from tpm_kit.exercises.career.skills import GROUPS, HIGHEST, ROLES
from tpm_kit.explorers import ways_in
from tpm_kit.explorers.ways_in import EXPLORER, WAYS


def own(*steps, **changes):
    """What is drawn and said with steps of the learner's own."""
    return shown(EXPLORER, own=steps, **changes)


def values(**changes):
    """Values as the functions take them."""
    return {"way": ("developer",), "role": ("platform",), "own": (), "hours": 10} | changes


def drawn_axes(drawn):
    """The axes by name."""
    return {axis.name: (axis.rating, axis.target) for axis in drawn["axes"]}


def test_it_begins_with_the_developer_on_the_way_to_a_platform():
    drawn, said = shown(EXPLORER)
    assert drawn_axes(drawn) == {
        "Technical": (3, 3),
        "Product fundamentals": (1, 3),
        "Communication": (1, 3),
        "Strategic": (0, 2),
        "Domain knowledge": (1, 2),
        "Leadership": (1, 2),
        "Data": (2, 2),
    }
    assert (drawn["picks"], drawn["highest"]) == ([1, 2], HIGHEST)
    way, role, *gaps, time = said.split("\n")
    assert way.startswith("Computer science or engineering degree, then developer. Whoever comes this way")
    assert "no other of these 6 ways starts as high in Technical" in way
    assert role == (
        "Technical PM, platform; targets met: 2 of 7. To close first: Product fundamentals (1, asked 3), "
        "Communication (1, asked 3) and Strategic (0, asked 2)."
    )
    assert [one.split(". ")[0] for one in gaps] == [
        "Product fundamentals, two steps up: 8 steps of 11.10, 25 hours",
        "Communication, two steps up: 8 steps of 11.10, 20 hours",
        "Strategic, two steps up: 8 steps of 11.10, 25 hours",
    ]
    assert "“Build a one-page status that replaces a meeting” leaves the page, used twice." in gaps[1]
    assert (
        "for Product fundamentals after 5 weeks, Communication after 9 weeks and Strategic after "
        "14 weeks. They need 70 hours; 13 weeks have 65 hours and hold Product fundamentals and "
        "Communication." in time
    )


@pytest.mark.parametrize(("way", "role"), list(product(WAYS, ROLES)))
def test_every_way_into_every_role_is_sums(way, role):
    one = values(way=(way,), role=(role,))
    drawn, said = shown(EXPLORER, way=(way,), role=(role,))
    sizes = {id: ROLES[role].targets[id] - WAYS[way].ratings[id] for id in GROUPS}
    first = ways_in.widest(one)
    assert [gap.size for gap in first] == sorted((size for size in sizes.values() if size > 0), reverse=True)[
        :3
    ]
    assert all(gap.size == sizes[gap.group] for gap in first)
    assert f"targets met: {sum(size <= 0 for size in sizes.values())} of 7" in said
    above = [GROUPS[id].name for id, size in sizes.items() if size < 0]
    assert ("More than it asks is there in" in said) == bool(above)
    assert all(f"{GROUPS[gap.group].name}, " in said for gap in first)
    assert [at for at, id in enumerate(GROUPS) if id in ways_in.within(one)] == drawn["picks"]
    assert ("this is a first round" in said) == any(gap.size >= 3 for gap in first)
    assert all(line and line[-1] == "." for line in said.split("\n"))


def test_of_gaps_alike_the_one_of_which_more_is_asked_comes_first():
    found = ways_in.gaps(values(way=("business",), role=("platform",)))
    assert [(one.group, one.size, one.target) for one in found] == [
        ("technical", 3, 3),
        ("product", 2, 3),
        ("communication", 1, 3),
        ("domain", 1, 2),
        ("leadership", 1, 2),
        ("data", 1, 2),
    ]


@pytest.mark.parametrize("group", GROUPS)
def test_the_steps_of_a_gap_pass_through_all_four_stages(group):
    one, two = (ways_in.Gap(group, rating, 2) for rating in (1, 0))
    for gap in (one, two):
        assert {step.stage for step in gap.steps} - {""} == set(STAGES)
        assert [step.id for step in STEPS.values() if step in gap.steps] == [step.id for step in gap.steps]
        assert gap.hours == sum(step.hours for step in gap.steps)
    assert len(one.steps) == 5
    assert len(two.steps) == 8
    assert {step.kind for step in two.steps} == set(KINDS) - {"course"}


@pytest.mark.parametrize(
    ("hours", "after", "within"),
    [
        (6, [9, 15, 24], ["product"]),
        (7, [8, 13, 20], ["product", "communication"]),
        (10, [5, 9, 14], ["product", "communication"]),
        (11, [5, 9, 13], ["product", "communication", "strategy"]),
        (25, [2, 4, 6], ["product", "communication", "strategy"]),
        (30, [2, 3, 5], ["product", "communication", "strategy"]),
    ],
)
def test_the_hours_say_how_long_it_takes(hours, after, within):
    assert ways_in.done_after(values(hours=hours)) == after
    assert ways_in.within(values(hours=hours)) == within
    said = shown(EXPLORER, hours=hours)[1]
    assert f"At {hours} hours in two weeks" in said
    assert ("hold all of it" in said) == (len(within) == 3)


def test_what_fits_thirteen_weeks_is_what_their_hours_hold():
    for way, role, hours in product(WAYS, ROLES, range(6, 31)):
        one = values(way=(way,), role=(role,), hours=hours)
        gaps = ways_in.widest(one)
        needed = [sum(gap.hours for gap in gaps[: at + 1]) for at in range(len(gaps))]
        held = [gap.group for gap, need in zip(gaps, needed, strict=True) if need <= 6.5 * hours]
        assert ways_in.within(one) == held


def test_one_week_is_one():
    _, said = own("product-3", "communication-3", "strategy-2", "domain-2", "leadership-1", hours=30.0)
    assert "the steps are done for Leadership after 1 week. They need 13 hours; 13 weeks have 195" in said
    assert "The gap: Leadership (1, asked 2)." in said
    assert "Leadership, one step up: 5 steps of 11.10, 13 hours." in said
    assert "Besides: read, ask for feedback, follow." in said


def test_steps_of_ones_own_stand_in_place_of_the_usual():
    drawn, said = own("technical-1", "data-4", "data-0")
    assert drawn_axes(drawn)["Technical"] == (1, 3)
    assert drawn_axes(drawn)["Data"] == (0, 2)
    assert "In the chart your own stands in place of the usual: Technical 1 and Data 0." in said
    assert "In the chart" not in shown(EXPLORER)[1]
    assert WAYS["developer"].ratings["technical"] == 3


def test_without_a_gap_nothing_is_to_be_done():
    drawn, said = own(*(f"{id}-{HIGHEST}" for id in GROUPS))
    assert drawn["picks"] == []
    assert said.endswith(
        "More than it asks is there in Technical, Product fundamentals, Communication, Strategic, Domain "
        "knowledge, Leadership and Data."
    )
    assert "Technical PM, platform: all that it asks for is there by these ratings." in said
    assert "hours" not in said


def test_thirteen_weeks_may_hold_no_gap_whole():
    one = values(way=("analyst",), role=("lead",), hours=3)
    assert ways_in.within(one) == []
    assert "13 weeks have 19.5 hours and hold none of it whole." in EXPLORER.says(one, None)


def test_every_way_is_a_way_of_its_own_and_leads_nowhere_by_itself():
    assert len({tuple(way.ratings.values()) for way in WAYS.values()}) == len(WAYS)
    for way in WAYS.values():
        assert list(way.ratings) == list(GROUPS)
        assert all(rating in range(HIGHEST) for rating in way.ratings.values())
        for role in ROLES.values():
            assert any(way.ratings[id] < target for id, target in role.targets.items())
    ahead = {
        "developer": "no other of these 6 ways starts as high in Technical.",
        "pm": "no other of these 6 ways starts as high in Product fundamentals.",
        "business": "none of these 6 ways starts higher in Strategic.",
        "self-taught": "none of these 6 ways starts higher in Domain knowledge.",
        "project": "no other of these 6 ways starts as high in Leadership.",
        "analyst": "no other of these 6 ways starts as high in Data.",
    }
    assert all(said in shown(EXPLORER, way=(id,))[1] for id, said in ahead.items())
    assert set(ahead) == set(WAYS)
    assert "this course's own judgement and no statistic" in EXPLORER.task


def test_every_step_can_be_found_by_its_words():
    options = EXPLORER.choices(None)["own"].options
    assert len(options) == len(GROUPS) * (HIGHEST + 1)
    for id, name, also in options:
        group, _, step = id.rpartition("-")
        assert GROUPS[group].steps[int(step)] == also
        assert name.startswith(f"{GROUPS[group].name} {step}: ")


def test_on_screen_each_gap_is_a_paragraph_and_strange_choices_are_dropped(tmp_path):
    screen = Course(folder=tmp_path).explore("ways-in")
    assert [one[0] for one in screen.sentence.tree] == ["p"] * 6
    screen.choosers["own"].set_state({"value": ["<img src=x onerror=alert(1)>"]})
    screen.choosers["way"].set_state({"value": ["gone"]})
    assert screen.choosers["way"].value == ["developer"]
    screen.choosers["own"].set_state({"value": ["product-3"]})
    assert "Product fundamentals: now 3, target 3" in screen.picture.alt
    assert "Communication: now 1, target 3 (whose steps fit 13 weeks)" in screen.picture.alt
    assert "<p>Technical PM, platform" in screen.to_html()
