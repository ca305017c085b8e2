"""The hiring decision: counts as people type them, what the total hangs on, own and hostile answers."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from tests.exercises.planting import BARE
from tests.exercises.plants.hiring import HOSTILE, OWN, SHOP, cells
from tpm_kit.answers import Cells
from tpm_kit.case import BacklogItem, Case
from tpm_kit.exercise import Outcome
from tpm_kit.exercises.career.checklist import NO_LINE, figures, nearest, rated
from tpm_kit.exercises.career.hiring import EXERCISE, live
from tpm_kit.exercises.career.hiring_advice import conditions, lint, names_factor
from tpm_kit.exercises.career.hiring_factors import FACTORS, LIST, fact, read_count, true_count

FACTOR = {one.factor.id: one for one in FACTORS}


def review(raw, case=SHOP):
    return EXERCISE.review(EXERCISE.read(raw), case)


def codes(raw, case=SHOP):
    return {(one.code, one.level) for one in review(raw, case).findings if one.level != "good"}


@pytest.mark.parametrize(
    ("id", "typed", "value"),
    [
        ("complexity", "46 %", 46),
        ("complexity", "46,2", 46.2),
        ("complexity", "13 of 26", 50),
        ("complexity", "13 of the 26 items", 50),
        ("today", "14 hours per week", 14),
        ("complexity", "0.46", 46),
        ("complexity", "1", 1),
        ("team", "6", 6),
        ("team", "5.5 FTE", 5.5),
        ("growth", "-12 %", -12),
        ("growth", "250 %", 250),
        ("today", "14 hours a week", 14),
        ("today", "0.5", 0.5),
    ],
)
def test_counts_as_people_type_them(id, typed, value):
    assert read_count(typed, FACTOR[id]) == (pytest.approx(value), "")


@pytest.mark.parametrize(
    ("id", "typed"),
    [
        ("complexity", "101"),
        ("complexity", "46 items"),
        ("team", "six"),
        ("team", "-1"),
        ("today", "14 %"),
        ("growth", "9e9"),
        ("growth", "123456789 %"),
        ("integration", HOSTILE),
    ],
)
def test_counts_that_are_none(id, typed):
    found = read_count(typed, FACTOR[id])
    assert found.value is None
    assert found.fault.endswith(".")


def test_each_count_belongs_to_one_step_and_the_words_of_the_steps_say_the_same_limits():
    assert [FACTOR["complexity"].step(count) for count in (0, 9.9, 10, 24.9, 25, 49.9, 50, 100)] == [
        *(0, 0, 1, 1, 2, 2, 3, 3)
    ]
    assert [FACTOR["team"].step(count) for count in (3, 4, 8, 9, 20, 21)] == [0, 1, 1, 2, 2, 3]
    assert [FACTOR["growth"].step(count) for count in (-20, 9, 10, 30, 99, 100)] == [0, 0, 1, 2, 2, 3]
    assert [FACTOR["today"].step(count) for count in (3.5, 4, 12, 23.9, 24)] == [0, 1, 2, 2, 3]
    for one in FACTORS:
        assert all(str(limit) in " ".join(one.factor.steps) or limit in (50, 100) for limit in one.limits)


def test_the_figures_by_hand():
    shown = live(EXERCISE.read(cells()), SHOP)["text"]
    # 3·1 + 2·2 + 2·3 + 0 + 1·1 + 2·1 = 16 of 33; 16.5 are the line
    assert "Bakery: 16 of 33 points, 48.5 % of the possible." in shown
    # a step lower: 0 + 2 + 4 + 0 + 0 + 0 = 6; a step higher: 6 + 6 + 6 + 1 + 2 + 4 = 25
    assert "Every score a step lower or a step higher: 18.2 % to 75.8 %." in shown
    assert "The line at 50 %: the total is below it, 1.5 percentage points away." in shown
    assert "complexity 1 → 2" in shown
    # complexity at 2: 15 of 30; team at 3: 18 of 36; change at 3: 19 of 36; a line that is reached is crossed
    assert "fewest steps: complexity 3 → 2, size of the team 2 → 3, rate of change 2 → 3, " in shown
    for word in ("you should", "hire one", "ready"):
        assert word not in shown.casefold()


def test_the_total_waits_for_a_line():
    for typed in ("", "half"):
        assert live(EXERCISE.read(cells(line_text=typed)), SHOP)["text"] == NO_LINE


def test_a_score_at_its_end_cannot_take_the_total_further():
    close = [factor.id for factor, _ in nearest(rated(EXERCISE.read(cells()), LIST), 0.5)]
    assert "change" not in close
    assert set(close) == {"complexity", "team", "growth", "integration", "today"}


def test_what_weighs_nothing_need_not_be_counted():
    blank = {f"growth_{column}": "" for column in ("count", "score", "evidence")}
    answer = EXERCISE.read(cells(growth_weight="0", **blank))
    assert EXERCISE.missing(answer, SHOP) == []
    assert "CAR-4" not in {code for code, _ in codes(answer.raw())}
    assert EXERCISE.missing(EXERCISE.read(cells(**blank)), SHOP) == [
        "growth:count",
        "growth:score",
        "growth:evidence",
    ]


def test_all_weights_0_is_no_sum():
    weights = {f"{id}_weight": "0" for id in FACTOR}
    answer = EXERCISE.read(cells(**weights))
    assert "no row has a weight and a score yet" in figures("X", [], 6, 0.5)
    assert "no row has a weight" in live(answer, SHOP)["text"]
    assert ("CAR-4", "problem") in codes(answer.raw())


@pytest.mark.parametrize("id", ["complexity", "team", "change"])
def test_a_core_factor_that_is_left_out_is_a_problem_once_something_is_recommended(id):
    blank = {f"{id}_{column}": "" for column in ("weight", "score")}
    assert ("CAR-4", "problem") in codes(cells(**blank))
    found = review(cells(**blank))
    assert found.outcome is Outcome.INCOMPLETE
    assert any("you recommend something already" in one.seen for one in found.findings)
    assert "CAR-4" not in {code for code, _ in codes(cells(**blank, advice_text=""))}


def test_another_way_that_was_not_looked_at_is_a_problem_once_something_is_recommended():
    assert ("HIRE-6", "problem") in codes(cells(contractor_text=""))
    assert codes(cells(contractor_text="", advice_text="")) == set()


def test_far_from_the_line_nothing_hangs_on_one_score():
    advice = "If the new oven stands by May, I would advertise; otherwise the shop manager learns it."
    assert codes(cells(line_text="85 %", advice_text=advice)) == set()
    assert not [one for one in review(cells(line_text="85 %", advice_text=advice)).findings]


def test_on_an_own_backlog_the_learner_counts_and_dependencies_are_looked_at():
    assert codes(cells(), OWN) == set()
    assert true_count(OWN, "complexity") == pytest.approx(100 * 2 / 9)
    assert "2 of the 9 items" in fact(OWN, "complexity")
    assert true_count(OWN, "team") is None
    assert codes(cells(team_count="13", change_count="60"), OWN) == set()
    assert codes(cells(complexity_count="23 %"), OWN) == {("HIRE-2", "caution")}
    assert "your own company" in EXERCISE.task_for(OWN)


def test_without_dependencies_or_items_only_the_learner_knows():
    empty = Case(name="own", title=HOSTILE, items=(), own=True)
    for case in (BARE, empty):
        assert true_count(case, "complexity") is None
        assert fact(case, "complexity") == ""
        assert codes(cells(complexity_count="24"), case) == set()
    shown = EXERCISE.view(empty)
    shown.acknowledge(live(Cells(), empty))
    assert "<img" not in shown.to_html()


def test_dependencies_on_items_that_are_gone_or_on_itself_do_not_count():
    items = (BacklogItem("a", "A", dependencies=("gone",)), BacklogItem("b", "B", dependencies=("b", "a")))
    case = replace(BARE, items=items, own=True)
    assert true_count(case, "complexity") == 50


@pytest.mark.parametrize(
    "text",
    [
        "If half of the items wait for another one, then we advertise; otherwise Sam learns it.",
        "We advertise once 13 of 26 items come from outside; until then a contractor helps.",
        "Wenn mehr als 50 % der Einträge von außen kommen, schreiben wir die Stelle aus.",
        "Unless the team grows to 9 by June, an engineer does it for half of each week.",
        "条件を満たす場合のみ採用する。",
        "Assuming growth stays above 30 % for two quarters, advertise in July; if not, train.",
        "If half of the items wait for another one by June hire somebody, otherwise not.",
        "Hire only after 9 engineers are there; before that, train.",
        "It depends on whether the number of waiting items grows beyond 13; today I would train.",
    ],
)
def test_recommendations_with_a_condition(text):
    assert lint(text) is None


@pytest.mark.parametrize(
    ("text", "problem", "says"),
    [
        ("yes", True, "bare verdict"),
        ("No!", True, "bare verdict"),
        ("Don't hire one.", True, "bare verdict"),
        ("We need somebody for 14 hours a week.", True, "no condition"),
        ("If possible, we hire somebody.", True, "always true or never"),
        ("If the budget allows, we hire somebody.", True, "always true or never"),
        ("When 9 items wait.", True, "says when, and not what"),
        ("If things get more complex, we advertise the post.", False, "no figure and no day"),
        ("Advertise if the total is above 60 %, otherwise not.", False, "leaves the decision to a total"),
        (
            "The total shows that we must advertise if 3 more items wait.",
            False,
            "leaves the decision to a total",
        ),
    ],
)
def test_recommendations_without_one(text, problem, says):
    fault = lint(text)
    assert fault is not None
    assert (fault.problem, says in fault.says) == (problem, True)


def test_a_total_far_from_the_line_is_held_against_it():
    no = "Do not hire unless 21 people build it by June; Sam does it until then."
    far = [one for one in review(cells(line_text="5 %", advice_text=no)).findings if one.code == "HIRE-5"]
    assert [one.level for one in far] == ["note"]
    assert "It begins with a no. Your total is 48.5 %, above your line of 5 %" in far[0].seen
    yes = "Advertise the post if 3 more items wait by June; otherwise Sam does it."
    for line, advice in (("5 %", yes), ("95 %", no)):
        assert "HIRE-5" not in {
            one.code for one in review(cells(line_text=line, advice_text=advice)).findings
        }


def test_praise_names_what_the_total_hangs_on_and_what_is_left_out():
    (good,) = [one for one in review(cells()).findings if one.level == "good"]
    assert "; your recommendation names " in good.seen
    assert good.why.startswith("A step of ")
    assert good.why.endswith(" would take it across as well.")


def test_conditions_end_with_their_clause():
    assert conditions("If 1.5 days are lost, hire; when not, wait") == ["1.5 days are lost", "not"]
    assert conditions("We wait") == []
    assert names_factor("if dependencies grow", "complexity")
    assert not names_factor("if it rains", "complexity")


@pytest.mark.parametrize("factor", LIST, ids=lambda factor: factor.id)
def test_a_factor_is_named_by_what_the_feedback_calls_it(factor):
    assert names_factor(f"It hangs on {factor.short}.", factor.id)


def test_hostile_and_half_typed_answers_never_raise():
    chance = random.Random(7)
    texts = [
        HOSTILE,
        " ",
        "3",
        "0",
        "7",
        "if",
        "If if, if",
        "\u0000",
        "9" * 1999,
        "=cmd()",
        "½",
        "46 %",
        "\U0001f600" * 40,
    ]
    ids = [*EXERCISE.parts(SHOP), "gone:score", "team:gone", "line:score"]
    for _ in range(200):
        values = {part: chance.choice(texts) for part in chance.sample(ids, chance.randint(1, len(ids)))}
        answer = Cells.of(values)
        for case in (SHOP, OWN, BARE):
            for finding in EXERCISE.review(answer, case).findings:
                assert len(finding.seen) < 500
            live(answer, case)
            for step in range(len(EXERCISE.hints)):
                assert EXERCISE.hint(step, answer, case)
