"""The offer: its sums, where its base lies, what is asked for, and offers that are typed in strange ways."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exercises.planting import BAKERY, BARE
from tests.exercises.plants.offer import HIGH, SAID, said
from tpm_kit.answers import Cells
from tpm_kit.exercise import Outcome
from tpm_kit.exercises.career.offer import EXERCISE, live
from tpm_kit.exercises.career.offer_cells import BANDS, ENDS
from tpm_kit.exercises.career.offer_chart import offer_chart, offer_plot
from tpm_kit.exercises.career.offer_example import beginning, example, is_example
from tpm_kit.exercises.career.offer_sheet import Sheet
from tpm_kit.salary_data import citation, pay

NASTY = "<img src=x onerror=alert(1)>"
AUSTIN = "Austin-Round Rock-San Marcos, TX"


def sheet(**changed: str) -> Sheet:
    """Return the sound answer, worked out, with other texts in some cells."""
    return Sheet(Cells.read(said(**changed)))


def codes(**changed: str) -> set[tuple[str, str]]:
    """Return what is found in the sound answer with other texts in some cells: codes with their levels."""
    return {(one.code, one.level) for one in EXERCISE.review(EXERCISE.read(said(**changed)), BAKERY).findings}


def test_the_example_is_made_of_published_figures_only():
    known = pay("11-3021", "12420")
    found = sheet()
    assert found.base == known.p25
    assert found.bonus_full == known.p50 - known.p25
    assert found.grant == 4 * (known.p75 - known.p50)
    # If everything is paid it comes to the 75th percentile: that is the trap.
    assert found.base + found.bonus_full + found.grant / 4 == known.p75
    assert (found.bonus, found.equity, found.sum) == (17_070, 43_460, 203_380)


def test_it_begins_with_the_example_and_says_so_until_a_sum_is_changed():
    start = beginning(BAKERY)
    assert set(EXERCISE.missing(start, BAKERY)) == {
        *("total:entry", "beside:entry", "beside:kind", "low:entry", "high:entry"),
        *("ground-1:entry", "ground-1:kind"),
    }
    assert live(start, BAKERY)["text"].startswith("Example: no real offer.")
    mine = Cells.of({**example(), "base:entry": "150,000"})
    assert not is_example(mine)
    assert "Example" not in live(mine, BAKERY)["text"]
    assert EXERCISE.review(start, BAKERY).outcome is Outcome.INCOMPLETE


def test_the_text_shows_range_error_jobs_source_and_what_is_left_out():
    text = live(EXERCISE.read(said()), BAKERY)["text"]
    assert "10th 115,580, 25th 142,850, median 176,990, 75th 220,450, 90th 291,790" in text
    assert "11,050 jobs; standard error of the mean 0.8 %; none is published for percentiles" in text
    assert "base wages, without bonus and equity" in text
    assert citation("oews") in text
    assert "Total: 203,380 a year; not to be set beside base wages" in text
    assert "To ask for: a base of 159,920 to 176,990 a year" in text


def test_what_is_to_be_worked_out_is_shown_only_once_it_is_right():
    start = live(beginning(BAKERY), BAKERY)
    assert start["results"]["bonus"] == {"makes": "34,140 × 50 % = 17,070 a year"}
    assert start["results"]["equity"] == {"makes": "173,840 in all, over 4 years"}
    assert "total" not in start["results"]
    assert "43,460" not in f"{start}"
    assert "percentile" not in start["text"].split("Source:")[1]
    wrong = live(EXERCISE.read(said(total_entry="220,450")), BAKERY)
    assert "total" not in wrong["results"]
    done = live(EXERCISE.read(said()), BAKERY)["results"]
    assert done["total"] == {"makes": "142,850 + 17,070 + 43,460 = 203,380"}
    assert done["beside"] == {"makes": "at the 25th percentile"}


@pytest.mark.parametrize(
    ("changed", "base", "total"),
    [
        ({"base_entry": "12,000", "base_kind": "month"}, 144_000, 204_530),
        ({"base_entry": "$68.75", "base_kind": "hour"}, 143_000, 203_530),
        ({"bonus_entry": "20 %", "bonus_kind": "percent"}, 142_850, 142_850 * 1.1 + 43_460),
        ({"bonus_kind": "none", "bonus_entry": "", "bonus_share": ""}, 142_850, 186_310),
        ({"equity_kind": "yearly", "equity_entry": "40k"}, 142_850, 199_920),
        ({"equity_kind": "over-2"}, 142_850, 142_850 + 17_070 + 86_920),
        ({"equity_share": "25"}, 142_850, 142_850 + 17_070 + 10_865),
        ({"equity_kind": "none", "equity_entry": ""}, 142_850, 159_920),
        ({"bonus_share": "0"}, 142_850, 186_310),
    ],
)
def test_each_part_is_brought_to_one_year(changed, base, total):
    found = sheet(**changed)
    assert found.base == pytest.approx(base)
    assert found.sum == pytest.approx(total)
    answer = {**changed, "total_entry": f"{total:,.0f}", "beside_entry": f"{base:,.0f}", "low_entry": "160k"}
    assert "OFFER-2" not in {code for code, _ in codes(**answer)}


def test_sums_may_be_rounded_to_thousands_and_not_further():
    assert not codes(total_entry="203k", beside_entry="143k") & {
        ("OFFER-2", "problem"),
        ("OFFER-3", "problem"),
    }
    assert ("OFFER-2", "problem") in codes(total_entry="205k")


@pytest.mark.parametrize(
    ("value", "bands"),
    [
        (100_000, {"below-10"}),
        (115_580, {"below-10", "10-25"}),
        (142_850, {"10-25", "25-50"}),
        (150_000, {"25-50"}),
        (220_451, {"75-90"}),
        (291_790, {"75-90", "above-90"}),
        (291_791, {"above-90"}),
    ],
)
def test_a_sum_lies_in_one_band_and_in_two_on_a_percentile(value, bands):
    assert sheet().bands(value) == bands


def test_bands_where_something_is_not_published():
    assert sheet(place_entry="Oxnard").bands(150_000) == {"unknown"}
    denver = sheet(role_kind="15-1299", place_entry="Denver")
    assert denver.published.p50 == denver.published.p75
    assert denver.bands(denver.published.p50) == {"25-50", "50-75", "75-90"}
    cut = sheet()
    cut.range = replace(cut.range, p75=None, p90=None)
    assert cut.bands(200_000) == {"50-75", "75-90", "above-90"}
    assert set(BANDS) == {*ENDS, "unknown"}


def test_the_same_base_is_judged_by_each_place():
    for place, band in (("San Jose", "below-10"), ("Austin", "25-50"), ("US", "25-50")):
        found = sheet(place_entry=place)
        assert band in found.bands(found.base)
    assert codes(place_entry="San Jose", ground1_entry="The 10th percentile was 164,400 in 2025.") >= {
        ("OFFER-4", "problem")
    }


def test_remote_pay_by_one_rate_belongs_beside_the_nation():
    nation = {"place_entry": "US", "ground1_entry": "The median was 175,140 in May 2025."}
    assert not any(code == "OFFER-5" for code, _ in codes(place_kind="remote-flat", **nation))
    assert ("OFFER-5", "caution") in codes(place_kind="remote-place", **nation)


def test_a_place_with_few_jobs_gets_a_note():
    few = next(
        row
        for row in (pay("11-3021", code) for code in ("10180", "10500", "13020", "16180", "24220", "30300"))
        if row and row.published and row.employment and row.employment < 500
    )
    findings = EXERCISE.review(EXERCISE.read(said(place_entry=few.area.code)), BAKERY).findings
    assert any(f"{few.area.name} has {few.employment:,} such jobs" in one.seen for one in findings)


def test_a_place_that_could_be_several_is_asked_for_again():
    found = live(EXERCISE.read(said(place_entry="Portland")), BAKERY)
    assert "“Portland” can be Portland-" in found["faults"]["place"]["entry"]
    assert ("OFFER-1", "problem") in codes(place_entry="Portland")
    assert found["text"].startswith("Example")
    assert "Choose the occupation and write the place" in found["text"]


def test_the_figure_draws_what_is_typed_right_or_not():
    wrong = offer_plot(EXERCISE.read(said(beside_entry="203,380")), BAKERY)
    assert [row.under for row in wrong["rows"]] == [AUSTIN, "United States"]
    assert (wrong["offer"], wrong["band"]) == (203_380, (159_920, 176_990))
    assert offer_plot(beginning(BAKERY), BAKERY)["offer"] is None
    assert offer_plot(Cells(), BAKERY) == {"rows": ()}
    assert offer_plot(EXERCISE.read(said(low_entry="180k")), BAKERY)["band"] is None
    chart = offer_chart(BAKERY)
    for answer in (
        Cells(),
        beginning(BAKERY),
        EXERCISE.read(said(place_entry="Oxnard")),
        EXERCISE.read(said()),
    ):
        chart.update(**offer_plot(answer, BAKERY))
    assert "Set beside it 142,850" in chart.alt
    assert citation("oews") in chart.alt


def test_above_the_90th_percentile_there_is_no_number():
    review = EXERCISE.review(EXERCISE.read(said(**HIGH)), BAKERY)
    assert review.outcome is Outcome.STRONG
    good = next(one for one in review.findings if one.code == "OFFER-9")
    assert "lies above the 90th percentile for" in good.seen
    assert not re.search(r"\b9[1-9](st|nd|rd|th)", good.seen)


def test_beyond_the_90th_only_what_can_be_checked_carries():
    assert ("OFFER-8", "caution") in codes(
        high_entry="300k", **{"ground2_kind": "need", "ground2_entry": "rent"}
    )
    for kind, text in (
        ("other", "A written offer of 300,000 dollars"),
        ("scope", "The role answers for three teams in two countries"),
        ("result", "I cut failed payments from 4 % to 1 %"),
    ):
        assert not codes(high_entry="300k", ground2_kind=kind, ground2_entry=text) & {("OFFER-8", "caution")}


@pytest.mark.parametrize("changed", [{"low_entry": "180,000"}, {"low_entry": "120,000"}])
def test_a_band_that_is_wrong_is_not_summed_up_as_if_it_held(changed):
    found = EXERCISE.review(EXERCISE.read(said(**changed)), BAKERY)
    assert {one.code for one in found.findings} == {"OFFER-6"}


def test_a_band_without_any_ground_is_noticed():
    assert ("OFFER-7", "caution") in codes(ground1_entry="", ground1_kind="")


def test_the_same_is_said_on_any_case():
    for case in (BARE, replace(BAKERY, own=True)):
        assert EXERCISE.review(EXERCISE.read(said()), case).outcome is Outcome.STRONG


def test_what_is_gone_or_strange_is_taken_calmly():
    raw = {"cells": {"gone": {"entry": "1"}, "role": {"kind": "99-9999"}, "place": {"entry": NASTY}}}
    review = EXERCISE.review(EXERCISE.read(raw), BAKERY)
    assert review.outcome is Outcome.INCOMPLETE
    assert any(f"“{NASTY}” is no area" in one.seen for one in review.findings)
    view = EXERCISE.view(BAKERY)
    view.answer = raw
    assert view.answer == {"cells": {"place": {"entry": NASTY}}}
    view.acknowledge(live(EXERCISE.read(said(ground1_entry=NASTY)), BAKERY))
    assert "<img" not in view.to_html()


@given(st.dictionaries(st.sampled_from(sorted({*SAID, "equity:share"})), st.text(min_size=1, max_size=60)))
def test_no_text_stops_a_review(texts):
    answer = Cells.of({**SAID, **texts})
    assert all(one.seen.isprintable() for one in EXERCISE.review(answer, BAKERY).findings)
    assert citation("oews") in live(answer, BAKERY)["text"] or Sheet(answer).published is None
    for step in range(3):
        assert EXERCISE.hint(step, answer, BAKERY)[-1] in ".?"


@given(st.sets(st.sampled_from(sorted(SAID))))
def test_a_half_filled_table_stops_nothing(blank):
    answer = Cells.of({cell: text for cell, text in SAID.items() if cell not in blank})
    review = EXERCISE.review(answer, BAKERY)
    whole = Outcome.STRONG if not blank else Outcome.NOT_ATTEMPTED
    assert review.outcome is (Outcome.INCOMPLETE if answer.parts() and blank else whole)
    assert set(EXERCISE.missing(answer, BAKERY)) == blank
    # A bonus of unknown chance counts whole, and a band without its ground has none.
    told = {
        code for cell, code in (("bonus:share", "OFFER-2"), ("ground-1:entry", "OFFER-7")) if cell in blank
    }
    assert {one.code for one in review.findings if one.level != "good"} <= told
    assert live(answer, BAKERY)["faults"] == {}


def test_the_worked_answer_covers_all_but_what_only_the_learner_knows():
    worked = EXERCISE.worked_answer(BAKERY)
    assert set(EXERCISE.parts(BAKERY)) - set(worked) == {"equity:share", "ground-2:entry", "ground-2:kind"}
    assert all(reason[-1] in ".?" and EXERCISE.in_words(value) for value, reason in worked.values())
    assert EXERCISE.review(Cells.of(SAID), BAKERY).outcome is Outcome.STRONG
    assert AUSTIN in worked["place:entry"]
    assert EXERCISE.in_words(worked["role:kind"][0]) == "Computer and Information Systems Managers"


def test_titles_and_reviews_blank_or_filled_load_no_heavy_library():
    code = (
        "import sys; from tpm_kit.answers import Cells; from tests.exercises.planting import BAKERY;"
        "from tests.exercises.plants.offer import said;"
        "from tpm_kit.exercises.career.offer import EXERCISE as e;"
        "e.parts(BAKERY); e.task_for(BAKERY); e.view(BAKERY); e.review(Cells(), BAKERY);"
        "e.review(e.read(said()), BAKERY);"
        "print(sorted(set(sys.modules) & {'numpy', 'pandas', 'matplotlib'}))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
