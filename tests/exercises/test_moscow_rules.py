"""Where exactly the MoSCoW rules draw their lines, and when they stand down."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exercises.planting import BAKERY, BARE, bakery, lanes, with_capacity, with_items
from tests.exercises.plants.moscow import EVERYTHING_MUST
from tpm_kit.case import BacklogItem, Case
from tpm_kit.exercise import Finding, Outcome, Reason
from tpm_kit.exercises.prioritization.moscow import EXERCISE as MOSCOW
from tpm_kit.exercises.prioritization.moscow import moscow_meters
from tpm_kit.methods.moscow import LANES


def review(raw, case=BAKERY, reasons=None):
    return MOSCOW.review(MOSCOW.read(raw), case, reasons)


def found(raw, case=BAKERY) -> dict[tuple[str, str], Finding]:
    return {(one.code, one.level): one for one in review(raw, case).findings}


def effort_case(must: float, should: float, could: float) -> tuple[dict, Case]:
    efforts = {"must": must, "should": should, "could": could, "wont": 1}
    items = tuple(BacklogItem(lane, f"The {lane}", effort=effort) for lane, effort in efforts.items())
    return lanes({lane: lane for lane in efforts}), Case("sums", "Sums", items)


@pytest.mark.parametrize(
    ("efforts", "must", "could"),
    [
        ((30, 10, 10), "good", None),
        ((35, 10, 5), "caution", "caution"),
        ((301, 99, 100), "caution", None),
        ((0.3, 0.1, 0.1), "good", None),
        ((0.7, 0.3, 0.1 + 0.2 - 0.05), "good", None),
        ((3, 1.1, 0.9), "good", "caution"),
    ],
)
def test_sixty_and_twenty_percent_are_within_the_guidance(efforts, must, could):
    findings = found(*effort_case(*efforts))
    assert ("MOSCOW-1", must) in findings
    assert (("MOSCOW-2", "caution") in findings) is (could == "caution")


def test_many_small_efforts_that_add_up_to_the_limit_are_within_it():
    items = tuple(BacklogItem(f"{n}", f"Item {n}", effort=0.1) for n in range(5))
    raw = lanes({"0": "must", "1": "must", "2": "must", "3": "should", "4": "could"})
    case = with_capacity(Case("tenths", "Tenths", items), 0.4)
    assert {
        one.level for one in review(raw, case).findings if one.code in ("MOSCOW-1", "MOSCOW-2", "MOSCOW-7")
    } == {
        "good",
        "note",
    }


def test_a_share_just_above_the_limit_never_reads_like_the_limit():
    raw, case = effort_case(60.2, 19.4, 20.4)
    seen = found(raw, case)["MOSCOW-1", "caution"].seen
    assert "60.2 %" in seen
    meters = moscow_meters(MOSCOW.read(raw), case)
    assert meters["must"]["over"] is True
    assert meters["must"]["text"] == "60.2 pts · 60.2 %"
    fine = moscow_meters(MOSCOW.read(bakery()), BAKERY)
    assert fine["must"] == {"text": "30 pts · 60 %", "share": 0.6, "limit": 0.6, "over": False}
    assert fine["wont"] == {"text": "8 pts", "share": 0}


def test_items_without_effort_count_cards_only():
    meters = moscow_meters(MOSCOW.read(bakery()), BARE)
    assert meters == {
        "must": {"text": "4"},
        "should": {"text": "2"},
        "could": {"text": "2"},
        "wont": {"text": "1"},
    }


def test_rules_stand_down_once_and_are_named():
    findings = review(bakery(), BARE).findings
    stood_down = [one for one in findings if not one.code]
    assert len(stood_down) == 1
    assert stood_down[0].level == "note"
    for word in ("effort", "dependencies", "workarounds", "deadlines", "capacity"):
        assert word in stood_down[0].seen
    lacking = {rule.code for rule in MOSCOW.rules if rule.needs}
    assert set(re.findall(r"([A-Z]+-\d) \(", stood_down[0].seen)) == lacking
    assert {one.code for one in findings} == {"", "MOSCOW-5"}


@pytest.mark.parametrize(
    ("case", "word", "codes"),
    [
        (
            with_items(BAKERY, salt={"dependencies": ()}, cakes={"dependencies": ()}),
            "dependencies",
            "MOSCOW-8, PRI-4",
        ),
        (with_items(BAKERY, sign={"workaround": ""}), "workarounds", "MOSCOW-4, PLAN-2, PLAN-3"),
        (with_items(BAKERY, oven={"deadline": None}), "deadlines", "PLAN-2"),
        (with_capacity(BAKERY, None), "capacity", "MOSCOW-7"),
    ],
)
def test_only_the_rules_stand_down_whose_field_is_missing(case, word, codes):
    result = review(bakery(), case)
    notes = [one.seen for one in result.findings if not one.code]
    assert len(notes) == 1
    assert notes[0].startswith(f"This backlog has no {word}, so these checks stand down: ")
    assert ", ".join(re.findall(r"([A-Z]+-\d) \(", notes[0])) == codes
    assert result.outcome is Outcome.STRONG


def test_nothing_stands_down_where_nothing_is_missing():
    assert [one.seen for one in review(bakery()).findings if not one.code] == []


def test_the_balance_is_judged_only_once_everything_is_placed():
    half = {"oven": "must", "dough": "must"}
    result = review(lanes(half))
    assert result.outcome is Outcome.INCOMPLETE
    assert {one.code for one in result.findings if one.level != "good"} == set()
    assert {one.code for one in review(lanes(half, sign="must")).findings if one.level == "problem"} == {
        "MOSCOW-4"
    }


CAUTION = bakery(songs="should")


def accepted(seen: str, text: str = "We can add people in week four.") -> dict[str, Reason]:
    return {"MOSCOW-2": Reason(text, seen)}


def test_all_five_outcomes_are_reached():
    seen = found(CAUTION)["MOSCOW-2", "caution"].seen
    assert review(None).outcome is Outcome.NOT_ATTEMPTED
    assert review(lanes({"oven": "must"})).outcome is Outcome.INCOMPLETE
    assert review(CAUTION).outcome is Outcome.NEEDS_WORK
    assert review(CAUTION, reasons=accepted(seen)).outcome is Outcome.TRADE_OFF
    assert review(bakery()).outcome is Outcome.STRONG


def test_a_reason_counts_only_for_what_it_was_written_about():
    seen = found(CAUTION)["MOSCOW-2", "caution"].seen
    other_numbers = with_items(BAKERY, till={"effort": 6})
    assert review(CAUTION, other_numbers, accepted(seen)).outcome is Outcome.NEEDS_WORK
    assert review(CAUTION, reasons=accepted(seen, " \n")).outcome is Outcome.NEEDS_WORK
    assert review(bakery(), reasons=accepted(seen)).outcome is Outcome.STRONG
    incomplete = lanes({place["id"]: place["column"] for place in CAUTION["places"][1:]})
    assert review(incomplete, reasons=accepted(seen)).outcome is Outcome.INCOMPLETE


def test_a_problem_cannot_be_accepted():
    findings = review(EVERYTHING_MUST).findings
    everything = {one.key: Reason("Because I say so.", one.seen) for one in findings}
    result = review(EVERYTHING_MUST, reasons=everything)
    assert result.outcome is Outcome.NEEDS_WORK
    assert {one.level for one in findings if one.key in result.accepted} == {"caution"}


def test_a_date_after_the_release_makes_no_must():
    late = replace(BAKERY, release_date=BAKERY.item("oven").deadline.replace(month=2))
    assert not any(one.code == "PLAN-2" for one in review(bakery(oven="should"), late).findings)
    on_the_day = replace(BAKERY, release_date=BAKERY.item("oven").deadline)
    assert ("PLAN-2", "caution") in found(bakery(oven="should"), on_the_day)
    none = replace(BAKERY, release_date=None)
    assert not any(one.code == "PLAN-2" for one in review(bakery(oven="should"), none).findings)


def test_a_date_with_a_workaround_makes_no_must():
    case = with_items(BAKERY, oven={"workaround": "the neighbour's oven"})
    assert not any(one.code == "PLAN-2" for one in review(bakery(oven="should"), case).findings)


def test_a_board_of_musts_alone_is_not_praised_for_its_dates():
    assert ("PLAN-2", "good") in found(bakery())
    assert ("PLAN-2", "good") not in found(EVERYTHING_MUST)
    assert ("PLAN-2", "good") not in found(lanes({"oven": "must", "dough": "must"}))


def test_hints_speak_of_nothing_that_the_file_lacks():
    blank, last = MOSCOW.read(None), len(MOSCOW.hints) - 1
    assert MOSCOW.hint(last - 1, blank, BARE).startswith("Your file names no dependencies.")
    assert MOSCOW.hint(last, blank, BARE).startswith("Without estimates there are no shares.")
    assert "“Needs”" in MOSCOW.hint(last - 1, blank, BAKERY)
    assert "Watch the bars" in MOSCOW.hint(last, blank, BAKERY)


def test_capacity_that_is_filled_to_the_brim_is_enough():
    assert ("MOSCOW-7", "good") in found(bakery(), with_capacity(BAKERY, 40))
    assert ("MOSCOW-7", "problem") in found(bakery(), with_capacity(BAKERY, 39.9))


IDS = [item.id for item in BAKERY.items]


@given(
    st.dictionaries(st.sampled_from([*IDS, "gone"]), st.sampled_from([*LANES, "a lane of old"])),
    st.booleans(),
)
def test_no_placement_makes_a_rule_or_a_hint_fail(placed, bare):
    case = BARE if bare else BAKERY
    answer = MOSCOW.read(lanes(placed))
    result = MOSCOW.review(answer, case)
    assert all(finding.seen for finding in result.findings)
    assert all(MOSCOW.hint(step, answer, case) for step in range(len(MOSCOW.hints)))
    assert set(moscow_meters(answer, case)) == set(LANES)
