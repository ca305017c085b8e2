"""The explorer of uncertainties: spreads follow its sliders, and without risks P80 is that of 6.6."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exercises.planting import BARE
from tests.exercises.plants.how_sure import BAKERY, typed
from tpm_kit.answers import Cells
from tpm_kit.case import case_folder, default_case, load_case
from tpm_kit.course import Course, CourseError
from tpm_kit.explorers import explorer
from tpm_kit.explorers.tornado import EXPLORER, MOST_KINDS, kinds, shown, tenths, touching, widened
from tpm_kit.methods.network import Link
from tpm_kit.methods.risk_simulation import tornado
from tpm_kit.methods.schedule_risk import simulate
from tpm_kit.methods.three_point import Estimate

CASE = load_case(case_folder(default_case()))


def risk(id: str, items: tuple[str, ...], **more: object) -> dict[str, object]:
    """A row of a bakery's register, three days late in two of ten cases if nothing else is said."""
    row = {"id": id, "title": f"Risk {id}", "items": items, "category": "third party", "chance": 0.2}
    return {**row, "days_low": 1.0, "days": 3.0, "days_high": 9.0, "status": "open", **more}


REGISTER = (
    risk("A", ("oven",), chance=0.5, title="The mason is late"),
    risk("B", ("flour", "trial"), category="quality", days=2.0),
    risk("C", ("trial",), category="key person", days=8.0),
    risk("D", ("songs",)),
    risk("E", ("oven",), days_low=0.0, days=0.0, days_high=0.0),
    risk("F", ("oven",), status="closed", category="closed"),
    risk("G", ("oven",), chance=None, category="unknown"),
    risk("H", ("mill",), days_low=None, days=None, days_high=None),
)
OWN = replace(BAKERY, earlier={"how-sure": Cells(**typed())})
FULL = replace(OWN, tables={**OWN.tables, "risks": REGISTER})
LINKS = [Link("mill", "flour"), Link("oven", "trial")]


def start(case, **changed):
    return {id: one.start for id, one in EXPLORER.sliders(case).items()} | changed


def test_items_are_sorted_by_the_risk_that_costs_them_most_or_by_their_theme():
    assert kinds(FULL) == {
        "third party": ("mill", "oven"),
        "quality": ("flour",),
        "key person": ("trial",),
    }
    assert kinds(OWN) == {"other work": ("mill", "flour", "oven", "trial")}
    themed = tuple(replace(item, theme=f"Theme {at}") for at, item in enumerate(OWN.items))
    assert kinds(replace(OWN, items=themed)) == {f"Theme {at}": (OWN.items[at].id,) for at in range(4)}


def test_too_many_kinds_are_put_together():
    names = iter(["integration", "quality", "security", "key person", "third party"])
    items = [*("mill", "flour", "oven", "trial")]
    case = replace(
        FULL, tables={**FULL.tables, "risks": [risk(id, (id,), category=next(names)) for id in items]}
    )
    assert len(kinds(case)) == MOST_KINDS
    assert set(kinds(CASE)) == {"data migration", "third party", "quality", "integration"}


def test_a_slider_names_its_kind_and_its_items():
    sliders = EXPLORER.sliders(FULL)
    assert [one.label for one in sliders.values()] == [
        "Third party: Mend the mill and 1 more",
        "Quality: Sift the flour",
        "Key person: Bake for a trial",
        "The 3 open risks that can delay them",
    ]
    assert [one.start for one in sliders.values()] == [1, 1, 1, 1]
    assert "risks" not in EXPLORER.sliders(OWN)


@given(st.lists(st.floats(0, 1000), min_size=3, max_size=3).map(sorted), st.floats(0, 2), st.floats(0, 1))
def test_a_spread_grows_with_its_slider_and_the_likely_time_stays(times, factor, part):
    one = Estimate(*times)
    wide, less = widened(one, factor), widened(one, factor * part)
    assert wide.likely == less.likely == one.likely
    assert wide.optimistic <= less.optimistic * (1 + 1e-9) + 1e-9
    assert wide.pessimistic >= less.pessimistic * (1 - 1e-9) - 1e-9


def test_spreads_that_can_be_worked_out_by_hand():
    assert widened(Estimate(4, 8, 24), 2) == Estimate(2, 8, 72)
    assert widened(Estimate(4, 8, 24), 1) == Estimate(4, 8, 24)
    assert widened(Estimate(4, 8, 24), 0) == Estimate(8, 8, 8)
    assert widened(Estimate(0, 8, 24), 0.5).optimistic == 0
    assert widened(Estimate(0, 0, 6), 2) == Estimate(0, 0, 12)
    assert widened(Estimate(0, 1e-300, 500), 2).pessimistic < 1
    assert widened(Estimate(9, 10, 900), 2).pessimistic == 1000


def test_without_risks_and_with_all_as_estimated_p80_is_that_of_the_exercise():
    now = shown(start(FULL, risks=0), FULL)
    runs = simulate(now.estimates, LINKS)
    assert now.p80 == runs.percentile(80)
    assert now.p50 == runs.percentile(50)
    assert now.in_time == pytest.approx(runs.probability_by(22))
    assert now.swings == tornado([], now.estimates, LINKS)
    assert shown(start(OWN), OWN)[3:] == now[3:]


def test_the_risks_that_count_are_open_known_and_cost_days_on_the_way():
    assert [one.id for one in touching(FULL)] == ["A", "B", "C"]
    late = shown(start(FULL), FULL)
    assert late.p80 > shown(start(FULL, risks=0), FULL).p80 + 1
    assert {swing.id for swing in late.swings} == {"mill", "flour", "oven", "trial", "A", "B", "C"}
    assert late.swings[0].id == "C"


def test_the_bars_follow_the_sliders():
    plotted = EXPLORER.plotted(start(FULL), FULL)
    bars = {bar[0]: bar[1:] for bar in plotted["bars"]}
    assert bars["The mason is late"][2] == "50 % likely"
    low, high = tenths(Estimate(9, 14, 25))
    assert bars["Build the oven"][2] == f"{low:.0f}–{high:.0f} days" == "11–19 days"
    assert [name for name, _ in plotted["marks"]] == ["P80", "The fair"]
    assert plotted["marks"][1][1] == 22
    assert plotted["written"](22) == "5 Feb"
    sure = EXPLORER.plotted(start(FULL, **{"kind-0": 0}), FULL)
    still = {bar[0]: bar[1:] for bar in sure["bars"]}["Build the oven"]
    assert still[0] == still[1]
    assert still[2] == "14 days"


def test_the_sentence_says_who_moves_it_and_who_is_unsure_without_moving_it():
    said = EXPLORER.says(start(FULL), FULL)
    assert said.startswith(
        "With your own times of exercise 6.6, changed by the sliders, half of 10,000 runs "
    )
    assert "“Risk C” moves the finish most: from " in said
    assert "8 working days, if it happens; it is 20 % likely." in said
    calm = EXPLORER.says(start(FULL, risks=0), FULL)
    assert "Build the oven moves the finish most: from " in calm
    assert "if it happens" not in calm
    sure = EXPLORER.says(start(FULL, risks=0, **{"kind-0": 0, "kind-1": 0, "kind-2": 0}), FULL)
    assert "No uncertainty moves the finish by itself." in sure
    assert "in time for the date." in sure
    assert "unsure as well" not in sure
    assert "With the worked times of exercise 6.6" in EXPLORER.says(start(CASE), CASE)


def test_what_is_unsure_beside_a_longer_path_is_named():
    times = typed()["cells"]
    for column, value in {"optimistic": "1", "likely": "2", "pessimistic": "4"}.items():
        times["mill"][column] = times["flour"][column] = value
    case = replace(FULL, earlier={"how-sure": Cells(cells=times)})
    said = EXPLORER.says(start(case, risks=0), case)
    assert (
        "Mend the mill (1.5 to 2.9 days) and Sift the flour (1.5 to 2.9 days) are unsure as well and" in said
    )
    assert "move nothing alone: another path is longer." in said


def test_without_dates_times_are_days_from_the_start():
    case = replace(FULL, sprint_start=None)
    plotted = EXPLORER.plotted(start(case), case)
    assert plotted["written"](17.25) == "17.2"
    assert plotted["along"] == "Finish, working days from the start"
    assert [name for name, _ in plotted["marks"]] == ["P80"]
    assert "after the date" not in EXPLORER.says(start(case), case)


@pytest.mark.parametrize("id", ["oven", "<img src=x onerror=alert(1)>", "risks", "kind-0"])
def test_any_id_and_any_words_of_a_register_are_shown(id):
    rows = (
        risk(
            id, ("oven",), title="<img src=x onerror=alert(1)>", category="risks", days=30.0, days_high=40.0
        ),
    )
    case = replace(FULL, tables={**FULL.tables, "risks": rows})
    assert "“<img src=x onerror=alert(1)>” moves the finish most" in EXPLORER.says(start(case), case)
    chart = EXPLORER.chart()
    chart.update(**EXPLORER.plotted(start(case), case))
    assert "<img src=x onerror=alert(1)>: from" in chart.alt
    assert len(shown(start(case), case).swings) == 5


def test_the_chart_shows_it_in_both_themes():
    chart = EXPLORER.chart()
    chart.update(**EXPLORER.plotted(start(CASE), CASE))
    assert chart.png() != chart.png(dark=True)
    assert "P80" in chart.alt
    assert "what only happens together is not seen" in chart.alt
    assert np.isfinite(shown(start(CASE), CASE).p80)


def test_a_case_without_three_times_is_told(tmp_path):
    assert explorer("tornado") is EXPLORER
    assert EXPLORER.lacks(BARE) == ("Bare has no three times for its items; the course's own case has them.")
    assert EXPLORER.lacks(CASE) == ""
    with pytest.raises(CourseError, match="There is no explorer"):
        Course(folder=tmp_path).explore("tornados")
