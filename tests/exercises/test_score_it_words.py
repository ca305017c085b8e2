"""What the feedback on the table of scores says: the reason that fits each fault, and praise that is due."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.exercises.answers import SHIPPED, shipped_case
from tests.exercises.plants.score_it import BAKERY, typed
from tests.exercises.test_score_it import OWN, codes, filled
from tpm_kit.exercises.prioritization.score_it import EXERCISE


@pytest.mark.parametrize(
    ("effort", "of_weeks", "of_small"),
    [
        ("8 weeks", True, False),
        ("8", True, False),
        ("0.2", False, True),
        *((text, False, False) for text in ("6 points", "40 days", "40", "4", "3")),
    ],
)
def test_the_reason_given_for_an_effort_fits_its_fault(effort, of_weeks, of_small):
    found = EXERCISE.review(EXERCISE.read(typed(songs={"effort": effort})), BAKERY).findings
    [why] = [one.why for one in found if one.code == "RICE-4" and one.level != "good"]
    assert "The score is divided by effort, so a wrong effort moves the item in the ranking." in why
    assert ("Weeks for months make an item look four times as dear." in why) is of_weeks
    assert why.endswith("a small job look better than it is.") is of_small


@pytest.mark.parametrize(
    ("rows", "cells", "says"),
    [
        (4, {"reach": "100"}, "All 4 rows have a score, the same in each: 80."),
        (2, {}, "All 2 rows have a score, from 800,000 (Task 0) to 266,666 (Task 1)."),
        (1, {"reach": "100"}, "The one row has a score: 80."),
    ],
)
def test_a_range_of_scores_has_two_ends(rows, cells, says):
    case = replace(OWN, items=OWN.items[:rows])
    found = EXERCISE.review(EXERCISE.read(filled(case, **cells)), case).findings
    assert [one.seen for one in found if one.code == "PRI-6"] == [says]


def test_counted_downloads_do_not_make_a_benefit_certain():
    [case] = [shipped_case(EXERCISE, folder) for folder in SHIPPED if folder.name == "paylane"]
    raw = EXERCISE.answer.of({part: value for part, (value, _) in case.worked(EXERCISE.id).items()}).raw()
    assert ("RICE-5", "good") in codes(raw, case)
    facts = case.table("score-it")
    assert [raw["cells"][one["id"]]["evidence"] for one in facts] == [one["evidence"] for one in facts]
    raw["cells"]["PL-17"] |= {"evidence": "data", "confidence": "100 %"}
    assert ("EVID-1", "caution") in codes(raw, case)
    assert ("RICE-5", "good") not in codes(raw, case)
