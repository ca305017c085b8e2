"""Three times for each item: the case's evidence, and what the times come to."""

from __future__ import annotations

import datetime
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.exercises.plants.how_sure import BAKERY, found, review, typed
from tpm_kit.case import cases_folder, load_case
from tpm_kit.exercise import Outcome, Reason
from tpm_kit.exercises.roadmap.how_sure import EXERCISE, estimate_live, finish_plot
from tpm_kit.exercises.roadmap.how_sure_forecast import forecast
from tpm_kit.exercises.roadmap.how_sure_target import evidence, target
from tpm_kit.figures.finish_dates import FinishDates
from tpm_kit.methods.network import Link, schedule
from tpm_kit.methods.three_point import Estimate, time_at

PAYLANE = EXERCISE.ground(load_case(cases_folder() / "paylane"), lambda id: None)


def worked(case=PAYLANE):
    return EXERCISE.answer.of({part: text for part, (text, _) in case.worked("how-sure").items()})


# The case ------------------------------------------------------------------------------------------------


def test_the_items_of_the_supervisors_date():
    plan = target(PAYLANE)
    assert {item.id for item in plan.items} == {"PL-08", "PL-16", "PL-25", "PL-11", "PL-03", "PL-19"}
    assert set(plan.needs) == {("PL-11", "PL-03"), ("PL-03", "PL-19"), ("PL-16", "PL-25")}
    assert (plan.date, plan.due) == (datetime.date(2027, 3, 31), 56)
    assert set(evidence(PAYLANE)) == {item.id for item in plan.items}


def test_the_evidence_fits_points_and_pairs():
    """The plan of each row is its points at the pace of its pair, at half of it where the text says so."""
    pace = {team.name: team.points_per_sprint * PAYLANE.capacity.focus_factor for team in PAYLANE.teams}
    rows = {row["id"]: row["team"] for row in PAYLANE.table("plan")}
    for id, row in evidence(PAYLANE).items():
        team, points = rows[id], PAYLANE.item(id).effort
        a_sprint = pace[team] / 2 if "half its time" in row["plan"] else pace[team]
        assert f"{points:g} points" in row["plan"]
        assert f"The {team} pair" in row["plan"]
        assert f"{a_sprint:g}" in row["plan"]
        assert f"{round(points / a_sprint * 10)} days" in row["plan"]
        person = next(row["person"] for row in PAYLANE.table("plan") if row["id"] == id)
        assert row["team"].startswith(f"{person}: " if person else f"{team} pair: ")


def test_the_teams_own_figures_are_never_the_middle_of_the_past():
    """What the team says is quicker than the middle cases, so that following it is seen."""
    for id, row in evidence(PAYLANE).items():
        past = sorted(row["past"])
        said = [float(word) for word in row["team"].replace("“", " ").split() if word.isdigit()]
        assert len(said) == 1, id
        assert said[0] < past[1] + 0.5 * (past[2] - past[1])


def test_the_worked_answer_meets_the_date_with_room_and_a_second_path():
    end = forecast(worked(), PAYLANE)
    assert end.end.mean == pytest.approx(45)
    assert end.end.sd == pytest.approx(np.sqrt((11 / 6) ** 2 + 3.5**2 + (10 / 6) ** 2))
    assert [end.when(end.at(p)) for p in (50, 80, 95)] == ["15 March 2027", "19 March 2027", "25 March 2027"]
    assert end.at(80) - time_at(0.8, *end.end) > 0.8  # the merge bias that PERT-3 is about
    assert 0.2 < end.runs.criticality["PL-25"] < 0.3
    assert end.runs.criticality["PL-08"] == 0
    assert 0.95 < end.runs.probability_by(56) < 1


def test_the_deviation_of_another_path_is_counted_along_that_path():
    raw = worked().raw()
    raw["cells"]["PL-25"]["pessimistic"] = "90"  # now keys and name check take longest: two items, not three
    (said,) = [one for one in review(raw, PAYLANE).findings if "The longest path: SD" in one.seen]
    assert said.seen.endswith("SD by hand is 4.3: the root of the summed squares of 3 SDs.")


def test_following_the_team_is_seen():
    """Its figures as likely times, and a fifth more or less around them."""
    said = {"PL-03": 17, "PL-08": 15, "PL-11": 9, "PL-16": 4, "PL-19": 6, "PL-25": 22}
    columns = ("optimistic", "likely", "pessimistic")
    cells = {
        id: dict(zip(columns, (f"{n * 0.8:g}", str(n), f"{n * 1.2:g}"), strict=True))
        for id, n in said.items()
    }
    findings = [one for one in review({"cells": cells}, PAYLANE).findings if one.level == "caution"]
    assert {one.code for one in findings} == {"SURE-2", "SURE-3"}
    assert sum("pessimistic is" in one.seen for one in findings) == 6
    assert sum("likely is" in one.seen for one in findings) == 5
    assert any("The team says: Mina Okafor" in one.why for one in findings)


def test_a_caution_can_be_accepted_with_a_reason():
    raw = typed(mill="4 6 13")
    caution = found(raw)["SURE-3", "caution"]
    reasons = {caution.key: Reason("The old stone that broke is gone.", caution.seen)}
    answer = EXERCISE.read(raw)
    assert EXERCISE.review(answer, BAKERY, reasons).outcome is Outcome.TRADE_OFF


# What it comes to ----------------------------------------------------------------------------------------


@given(st.lists(st.lists(st.integers(1, 30), min_size=3, max_size=3).map(sorted), min_size=4, max_size=4))
@settings(deadline=None, max_examples=30)
def test_paths_agree_with_the_network(times):
    rows = dict(zip(("mill", "flour", "oven", "trial"), times, strict=True))
    end = forecast(EXERCISE.read(typed(**{id: " ".join(map(str, row)) for id, row in rows.items()})), BAKERY)
    means = {id: Estimate(*row).mean for id, row in rows.items()}
    plan = schedule(means, [Link("mill", "flour"), Link("oven", "trial")])
    assert end.end.mean == pytest.approx(plan.finish)
    assert set(end.longest) == set(plan.critical_paths)
    assert set(end.paths) == {("mill", "flour"), ("oven", "trial")}


def test_two_longest_paths_may_be_named_either_way():
    """Mill and flour made as long as oven and trial, with another SD."""
    raw = typed(mill="6 8 10", flour="8 9 10", path={"days": "17", "sd": "0.7"})
    codes = {(one.code, one.level) for one in review(raw).findings}
    assert ("CPM-4", "good") in codes
    assert ("PERT-2", "problem") not in codes


def test_the_finish_is_drawn_as_dates():
    plotted = finish_plot(EXERCISE.read(typed()), BAKERY)
    assert plotted["finishes"].shape == (10_000,)
    assert (plotted["deadline"], plotted["dated"](1), plotted["dated"](22)) == (22, "7 Jan", "5 Feb")
    assert [name for name, _ in plotted["drivers"]][:2] == ["Build the oven", "Sift the flour"]
    chart = FinishDates()
    chart.update(**plotted)
    assert "P50 31 Jan. P80 4 Feb. Deadline 5 Feb: 92 % in time." in chart.alt
    chart.update(**finish_plot(EXERCISE.read(typed(mill={"likely": ""})), BAKERY))
    assert "No run yet" in chart.alt


def test_without_a_start_the_finish_is_in_days():
    case = replace(BAKERY, sprint_start=None)
    assert "Without sprint_start" in EXERCISE.task_for(case)
    assert "P80 20.4 working days" in found(typed(), case)["SURE-4", "good"].seen
    assert finish_plot(EXERCISE.read(typed()), case)["dated"] is None
    assert estimate_live(EXERCISE.read(typed()), case)["results"]["finish"]["worked"] == "20.4 working days"


def test_the_table_has_a_cell_for_each_part_and_no_other():
    table = EXERCISE.view(PAYLANE)
    columns = [column["id"] for column in table.columns if column["kind"] == "number"]
    cells = {f"{row['id']}:{id}" for row in table.rows for id in columns if id not in row["blank"]}
    assert cells == set(EXERCISE.parts(PAYLANE))
