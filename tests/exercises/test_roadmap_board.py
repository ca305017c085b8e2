"""The roadmap on screen: cards, figures, lines, chart."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest

from tests.exercises.plants.roadmap import HARBOUR, harbour, needing
from tpm_kit.answers import Placements
from tpm_kit.exercises.roadmap.plan import planned
from tpm_kit.exercises.roadmap.roadmap import EXERCISE, longest_chain, roadmap_plot


def test_the_board_shows_size_team_and_date():
    board = EXERCISE.view(HARBOUR)
    cards = {card["id"]: card for card in board.cards}
    assert cards["pier"]["note"] == "9\u00a0pts · Dock · due\u00a020\u00a0Feb"
    assert (cards["pier"]["tone"], cards["wires"]["tone"]) == ("blue", "green")
    assert (cards["fair"]["title"], cards["fair"]["note"]) == ("◆ Spring fair", "20\u00a0Feb")
    assert not any(card["column"] for card in board.cards)
    assert [row["label"] for row in board.rows] == ["Dates", "Quay", "Lights", "Boats"]
    assert board.columns[1] == {"id": "sprint-2", "label": "Sprint 2", "note": "21 Jan – 1 Feb"}
    assert ["Person", "Ben, in each of its sprints"] in board.details["crane"]
    assert ["Planned as", "needed by Lengthen the pier"] in board.details["crane"]
    assert ["When", "Wednesday, 20 February 2030"] in board.details["fair"]


def test_the_figures_show_load_lines_and_what_has_no_float():
    raw = harbour(pier="Quay/sprint-3 x2")
    live = EXERCISE.live(EXERCISE.read(raw), HARBOUR)
    assert live["sprint-4"] == {"text": "11.5 / 12\u00a0pts · Dock over", "share": 0.958333, "over": True}
    assert live["sprint-5"] == {"text": "3 / 12\u00a0pts", "share": 0.25, "over": False}
    assert live["links"] == [
        {"from": "crane", "to": "pier", "level": ""},
        {"from": "wires", "to": "lamps", "level": ""},
        {"from": "pier", "to": "fair", "level": "problem"},
        {"from": "lamps", "to": "opening", "level": ""},
    ]
    assert live["outlined"] == ["crane", "pier", "nets"]
    early = EXERCISE.live(EXERCISE.read(harbour(crane="Quay/sprint-2")), HARBOUR)
    assert early["links"][0]["level"] == "problem"


def test_the_chart_draws_each_team_against_its_capacity():
    plot = roadmap_plot(EXERCISE.read(harbour()), HARBOUR)
    assert plot["teams"] == [("Dock", (5, 4.5, 4.5, 5, 0), [6.0] * 5), ("Yard", (0, 3, 2, 2, 3), [6.0] * 5)]
    assert plot["notes"][0] == "7–18 Jan"
    chart = EXERCISE.chart(HARBOUR)
    chart.update(**plot)
    assert "Dock: Sprint 1 5 of 6" in chart.alt
    alone = roadmap_plot(Placements(), replace(HARBOUR, teams=(), sprint_start=None))
    assert (alone["teams"], alone["notes"]) == ([("All together", (0.0,) * 5, [12.0] * 5)], [])


def test_the_longest_chain_is_the_one_with_the_least_room():
    assert [item.id for item in longest_chain(planned(HARBOUR))] == ["crane", "pier"]
    assert longest_chain(planned(needing(crane=("pier",)))) == ()


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("dates/sprint-4", "Dates · Sprint 4"),
        ("Bank connections/sprint-2 x3", "Bank connections · Sprints 2 to 4"),
        (None, "not planned"),
    ],
)
def test_places_are_said_in_words(value, words):
    assert EXERCISE.in_words(value) == words


def test_the_board_is_on_screen_without_heavy_libraries():
    code = (
        "import sys\n"
        "from tpm_kit.case import case_folder, load_case\n"
        "from tpm_kit.exercises.roadmap.roadmap import EXERCISE\n"
        "case = EXERCISE.ground(load_case(case_folder('paylane')), lambda id: None)\n"
        "EXERCISE.view(case); EXERCISE.review(EXERCISE.answer.of({'PL-05': 'x/sprint-9 x2'}), case)\n"
        "print(sorted({'pandas', 'matplotlib', 'scipy', 'networkx', 'numpy'} & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
