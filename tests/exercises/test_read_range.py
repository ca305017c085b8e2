"""The statements about pay: figures are those of the tables, and texts are read for what they should name."""

from __future__ import annotations

import csv
import re
import subprocess
import sys
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exercises.planting import BAKERY, BARE
from tests.exercises.plants.read_range import SAID, said
from tpm_kit.answers import Cells
from tpm_kit.exercise import Outcome, Reason
from tpm_kit.exercises.career.range_figures import CEILING_2022, FIGURES, figure
from tpm_kit.exercises.career.range_statements import MIDPOINT, SOUND, STATEMENTS, VERDICTS
from tpm_kit.exercises.career.range_texts import NEEDS, lacking, unknown_sums
from tpm_kit.exercises.career.read_range import EXERCISE, live
from tpm_kit.exercises.career.read_range_rules import CODES
from tpm_kit.salary_checks import salary_folder
from tpm_kit.salary_data import trend
from tpm_kit.salary_tables import TABLES

NASTY = "<img src=x onerror=alert(1)>"


@pytest.mark.parametrize("name", FIGURES)
def test_each_figure_stands_once_in_its_table(name):
    one = FIGURES[name]
    with (salary_folder() / TABLES[one.table].file).open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if all(row[key] == text for key, text in one.row.items())]
    assert [int(row[one.column]) for row in rows] == [one.value]


def test_the_ceiling_is_the_one_of_that_year():
    row = next(one for one in trend("11-3021") if one.year == 2022)
    assert (row.p90, row.topcoded, row.floor, row.p75) == (None, ("p90",), CEILING_2022, figure("p75-2022"))


def test_every_sum_that_is_said_is_published_or_the_midpoint():
    known = {one.value for one in FIGURES.values()} | {CEILING_2022, MIDPOINT}
    for one in STATEMENTS.values():
        texts = [one.text, one.worked, *(text for _, text in one.facts)]
        sums = {int(found.replace(",", "")) for text in texts for found in re.findall(r"\d{2,3},\d{3}", text)}
        assert sums <= known
        assert sums <= {*one.known, figure("level-3"), figure("austin")}
    assert MIDPOINT == 202_530


def test_there_are_seven_with_one_that_holds_and_no_flaw_twice():
    rights = [one.right for one in STATEMENTS.values()]
    assert len(rights) == len(set(rights)) == 7
    assert rights.count(SOUND) == 1
    assert {verdict for one in STATEMENTS.values() for verdict in one.verdicts} == set(CODES)
    assert set(VERDICTS) - set(CODES) == {"level"}


def test_sources_stand_below_the_table():
    table = EXERCISE.view(BAKERY)
    for id, facts in table.details.items():
        assert facts[-1][0] == "Source", id
    assert "Bureau of Labor Statistics" in dict(map(tuple, table.details["sheet"]))["Source"]
    assert "not checked again" in dict(map(tuple, table.details["blog"]))["Source"]


def test_the_same_is_said_on_any_case():
    for case in (BARE, replace(BAKERY, own=True)):
        assert EXERCISE.review(EXERCISE.read(said()), case).outcome is Outcome.STRONG


def test_a_second_flaw_is_told_once_all_hold():
    findings = EXERCISE.review(EXERCISE.read(said()), BAKERY).findings
    notes = [one.seen for one in findings if one.level == "note"]
    assert len(notes) == 2
    assert "“No date or no source” holds, and so does “Visa filings taken for the market”." in notes[0]
    other = said(talk_verdict="sponsors", talk_instead="Only visa filings are in it: who else?")
    assert EXERCISE.review(EXERCISE.read(other), BAKERY).outcome is Outcome.STRONG


def test_nothing_is_asked_where_a_statement_is_said_to_hold():
    assert EXERCISE.missing(EXERCISE.read(said()), BAKERY) == []
    assert EXERCISE.missing(EXERCISE.read(said(memo_verdict="level")), BAKERY) == ["memo:instead"]
    assert len(EXERCISE.missing(Cells(), BAKERY)) == 14


def test_a_text_in_other_words_is_accepted_with_a_reason():
    answer = EXERCISE.read(said(letter_instead="How much of it comes every month?"))
    review = EXERCISE.review(answer, BAKERY)
    caution = review.findings[0]
    assert (review.outcome, caution.code) == (Outcome.NEEDS_WORK, "SAL-5")
    reasons = {caution.key: Reason("What comes every month is the base.", caution.seen)}
    assert EXERCISE.review(answer, BAKERY, reasons).outcome is Outcome.TRADE_OFF


@pytest.mark.parametrize(
    ("verdict", "text"),
    [
        ("undated", "Which year, and according to whom?"),
        ("undated", "BLS OEWS, May 2025: median 175,140"),
        ("currency", "$135,980 are not €135,980"),
        ("currency", "Convert it first"),
        ("currency", "What is the local median?"),
        ("midpoint", "p50 is 175,140"),
        ("midpoint", "202,530 is the midpoint, and the median is 175,140"),
        ("midpoint", "The median is not 202,530"),
        ("listing", "What did those who were hired actually get?"),
        ("listing", "These are ads"),
        ("ceiling", "≥ 239,200"),
        ("ceiling", "One in ten earns more than that"),
        ("ceiling", "The table is top-coded there"),
        ("ceiling", "It was not published: 239,200 or more"),
        ("total", "What is it without bonus and shares?"),
        ("average", "Half get less than the median of 175,140"),
        ("sponsors", "H-1B only"),
        ("undated", "From when is this, and who did you ask?"),
        ("undated", "Says who, and as of when?"),
        ("undated", "When was it measured, and by whom?"),
        ("undated", "Where did you get it, and from what time period?"),
        ("undated", "Is there a link, and is it recent?"),
        ("currency", "This is in US dollars: what is paid here?"),
        ("currency", "What is the salary in Munich, in euros?"),
        ("currency", "Another country is another market"),
        ("midpoint", "175,140"),
        ("listing", "Is that what people got, or what companies promised?"),
        ("ceiling", "The table stops at 239,200; the true value may be higher"),
        ("ceiling", "The 90th percentile is no maximum, a tenth earn more"),
        ("ceiling", "It is a lower bound"),
        ("total", "Take out bonus and shares first"),
        ("total", "How much of it is guaranteed?"),
    ],
)
def test_what_a_verdict_asks_for_is_found_in_several_words(verdict, text):
    assert lacking(verdict, text) == []


@pytest.mark.parametrize(
    ("verdict", "text", "lacks"),
    [
        ("undated", "Really?", ["when the figure is from", "where the figure is from"]),
        ("undated", "Which year?", ["where the figure is from"]),
        ("undated", "Who says so?", ["when the figure is from"]),
        ("currency", "135,980 euros is too little", ["both currencies, or a figure from there"]),
        ("midpoint", "The median is 202,530", ["the published median"]),
        ("midpoint", "the median: about 202k", ["the published median"]),
        ("ceiling", "Nobody gets more than 239,200", ["that the figure is that or more"]),
        ("ceiling", "At most 239,200", ["that the figure is that or more"]),
        ("total", "database", ["the base"]),
        ("sponsors", NASTY, ["whom visa filings leave out"]),
    ],
)
def test_what_a_text_does_not_name_is_said(verdict, text, lacks):
    assert [need.what for need in lacking(verdict, text)] == lacks


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("175,140 in May 2025", []),
        ("175k, or 175 thousand, or 175,000", []),
        ("175.140 dollars, $175 140, 175'140", []),
        ("in 2024 and 2025", []),
        ("10 of 100 people, 2,000 roles", []),
        ("175,141", ["175,141"]),
        ("174k", ["174k"]),
        ("about 180,000", ["180,000"]),
        ("9" * 2000, []),
    ],
)
def test_sums_that_no_table_has_are_found(text, unknown):
    assert unknown_sums(text, (175_140,)) == unknown


def test_a_difference_of_known_sums_and_a_number_of_jobs_need_no_source():
    assert unknown_sums("192,160 is 17,020 too much", (175_140, 192_160)) == []
    assert unknown_sums("of 1,687,890 jobs", (175_140,)) == []
    assert unknown_sums("17,021 too much", (175_140, 192_160)) == ["17,021"]


def test_they_are_shown_while_somebody_types():
    found = live(Cells.read(said(sheet_instead="The median is 174,150.")), BAKERY)
    assert found["faults"] == {"sheet": {"instead": "174,150 is not among the figures here."}}
    assert live(Cells.read(said()), BAKERY) == {"results": {}, "faults": {}}


def test_hints_lead_to_the_first_row_that_is_open():
    answer = EXERCISE.read(said(munich_verdict="sound"))
    assert EXERCISE.hint(1, answer, BAKERY).startswith("A mail from Munich: say each of its two sums aloud")
    last = EXERCISE.hint(2, answer, BAKERY)
    assert "“Two currencies set equal”" in last
    assert "“It holds as it stands”" not in last
    for id, one in STATEMENTS.items():
        others = {f"{other}_verdict": STATEMENTS[other].right for other in STATEMENTS if other != id}
        for verdict in VERDICTS.keys() - set(one.verdicts):
            hint = EXERCISE.hint(2, EXERCISE.read(said(**others, **{f"{id}_verdict": verdict})), BAKERY)
            named = [word for word in VERDICTS.values() if f"“{word}”" in hint]
            assert len(named) == 2
            assert VERDICTS[one.right] in named
            assert VERDICTS[verdict] not in named or verdict == one.right


@pytest.mark.parametrize("verdict", VERDICTS)
def test_every_wrong_verdict_is_answered_and_none_tells_the_right_one(verdict):
    for one in STATEMENTS.values():
        if verdict in one.verdicts:
            continue
        answer = EXERCISE.read(
            said(**{f"{one.id}_verdict": verdict, f"{one.id}_instead": "Who, when and why?"})
        )
        found = [
            finding
            for finding in EXERCISE.review(answer, BAKERY).findings
            if finding.level == "problem" and finding.cards == (f"{one.id}:verdict",)
        ]
        assert len(found) == 1
        assert found[0].code == CODES[one.right]
        text = f"{found[0].seen} {found[0].why} {found[0].do}"
        assert VERDICTS[one.right] not in text


def test_what_is_gone_or_strange_is_taken_calmly():
    raw = {"cells": {"gone": {"verdict": "undated"}, "talk": {"verdict": "gone", "instead": NASTY}}}
    review = EXERCISE.review(EXERCISE.read(raw), BAKERY)
    assert review.outcome is Outcome.INCOMPLETE
    answer = EXERCISE.read({"cells": {"talk": {"verdict": "undated", "instead": NASTY}}})
    assert any(f"“{NASTY}”" in one.seen for one in EXERCISE.review(answer, BAKERY).findings)
    view = EXERCISE.view(BAKERY)
    view.answer = raw
    assert view.answer == {"cells": {"talk": {"instead": NASTY}}}


@given(st.dictionaries(st.sampled_from(sorted(SAID)), st.text(min_size=1, max_size=80)))
def test_no_text_stops_a_review(texts):
    answer = Cells.of({**SAID, **texts})
    EXERCISE.review(answer, BAKERY)
    live(answer, BAKERY)
    for step in range(3):
        assert EXERCISE.hint(step, answer, BAKERY)[-1] in ".?"


def test_every_need_belongs_to_a_verdict_that_holds_somewhere():
    assert set(NEEDS) == set(CODES) - {SOUND}


def test_a_review_loads_neither_pandas_nor_numpy():
    code = (
        "import sys; from tests.exercises.plants.read_range import said;"
        "from tests.exercises.planting import BAKERY;"
        "from tpm_kit.exercises.career.read_range import EXERCISE as e; e.view(BAKERY); "
        "e.review(e.read(said()), BAKERY);"
        "print(sorted(set(sys.modules) & {'numpy', 'pandas', 'matplotlib'}))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
