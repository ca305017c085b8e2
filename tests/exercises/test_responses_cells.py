"""What is read from a day, a trigger, an amount and an action in a learner's own words."""

from __future__ import annotations

import datetime

import pytest

from tpm_kit.case import cases_folder, load_case
from tpm_kit.exercises.risk.amounts import cost_of
from tpm_kit.exercises.risk.chances import read_share
from tpm_kit.exercises.risk.register import risks
from tpm_kit.exercises.risk.responses_cells import (
    kinds_read,
    read_day,
    says_what_is_done,
    says_what_then,
    trigger_fault,
)

TODAY = datetime.date(2026, 12, 18)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2027-01-22", "2027-01-22"),
        ("22 January", "2027-01-22"),
        ("by 22 Jan.", "2027-01-22"),
        ("January 22nd", "2027-01-22"),
        ("until 3 December", "2026-12-03"),
        ("18 December", "2026-12-18"),
        ("22.01.2027", "2027-01-22"),
        ("Friday, 22 January 2027", "2027-01-22"),
        ("29 February", "2028-02-29"),
    ],
)
def test_a_day_without_a_year_is_the_one_nearest_to_today(text, iso):
    found = read_day(text, TODAY if text != "29 February" else datetime.date(2027, 6, 1))
    assert (found.day and found.day.isoformat(), found.fault) == (iso, "")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("soon", "“soon” is no day"),
        ("32 January", "is no day"),
        ("1/2/2027", "can be 1 February 2027 or 2 January 2027"),
        ("22 January 1027", "lies in the year 1027"),
        ("9" * 2000, "is no day"),
        ("22 January <img src=x onerror=alert(1)>", "is no day"),
    ],
)
def test_what_is_no_day_is_said(text, says):
    found = read_day(text, TODAY)
    assert found.day is None
    assert says in found.fault
    assert len(found.fault) < 200


@pytest.mark.parametrize(
    "text",
    [
        "No test account by the evening of 22 January",
        "More than 1 in 1,000 payments with another status",
        "Fewer than twelve test customers on 12 February",
        "Mina is away for a third day in a row",
        "The reporting desk announces the final form",
        "A shop reports a notice that we did not send",
        "No answer from Tallis by Friday",
        "20 % of the disk is left",
        "1 月 22 日 までに 口座 がない",
    ],
)
def test_what_anybody_can_see_is_a_trigger(text):
    assert trigger_fault(text) == ""


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("if it gets worse", "no number and no day"),
        ("when needed", "no number and no day"),
        ("if the bank does not deliver", "no number and no day"),
        ("the bank does not report anything", "no number and no day"),
        ("if the test is late", "no number and no day"),
        ("as soon as it happens", "only that the risk has come"),
        ("if the risk occurs", "only that the risk has come"),
        ("22 January", "does not say what is to be seen"),
        ("more than 5 problems", "does not say what is to be seen"),
        ("12", "names nothing"),
        ("?!", "names nothing"),
    ],
)
def test_what_two_people_would_see_at_different_times_is_none(text, says):
    assert says in trigger_fault(text)


def test_every_trigger_of_the_shipped_register_is_one():
    for folder in cases_folder().iterdir():
        if folder.is_dir():
            found = {
                risk.id: trigger_fault(risk.trigger) for risk in risks(load_case(folder)) if risk.trigger
            }
            assert [id for id, fault in found.items() if fault] == []


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("No account by 22 January; then we start on the recorded messages", True),
        ("Three failures in a day: switch version 3 off", True),
        ("If Mina is away for 3 days, Sam takes over the schema", True),
        ("No account by 22 January", False),
        ("No account by 22 January, then we", False),
    ],
)
def test_what_is_done_then_stands_behind_the_trigger(text, says):
    assert says_what_then(text) is says


@pytest.mark.parametrize(
    ("action", "kinds"),
    [
        ("Add tests", {"mitigate"}),
        ("Insure the switch", {"transfer"}),
        ("Agree a penalty in the contract", {"transfer"}),
        ("Contract tests with the bank", {"mitigate"}),
        ("A spike of two days", {"mitigate"}),
        ("Build a prototype", {"mitigate"}),
        ("Leave out instant payouts", {"avoid"}),
        ("Drop the item from the release", {"avoid"}),
        ("Take out cover against fraud", {"transfer"}),
        ("Ask the CEO", {"escalate"}),
        ("Live with it", {"accept"}),
        ("Insure it and test the switch", {"transfer", "mitigate"}),
        ("Talk to Tom", set()),
        ("Protest in court", set()),
        ("", set()),
    ],
)
def test_an_action_is_read_by_its_words(action, kinds):
    assert set(kinds_read(action)) == kinds


@pytest.mark.parametrize(
    ("text", "share"),
    [
        *(("20 %", 0.2), ("0,2 %", 0.002), ("20", 0.2), ("0", 0.0), ("1", 0.01), ("100", 1.0)),
        *((text, None) for text in ("0,2", "120", "-1", "often", "5 days", "1e9", "")),
    ],
)
def test_a_chance_is_a_share(text, share):
    assert read_share(text) == share


@pytest.mark.parametrize(
    ("text", "iso"), [("22.01.", "2027-01-22"), ("1st of February", "2027-02-01"), ("3. 12.", "2026-12-03")]
)
def test_days_are_read_as_people_write_them(text, iso):
    assert str(read_day(text, TODAY).day) == iso


@pytest.mark.parametrize(
    ("text", "thousands"),
    [("4.200", 4.2), ("4.200 €", 4.2), ("4,200", 4.2), ("4.20", 0.0042), ("4.2k", 4.2)],
)
def test_a_point_before_three_digits_groups_thousands_of_money(text, thousands):
    assert cost_of(text) == pytest.approx(thousands)


@pytest.mark.parametrize(
    ("text", "thousands"),
    [("4,200 £", 4.2), ("$4,200", 4.2), ("4,200 CHF", 4.2), ("4,2 Tsd. €", 4.2), ("4.2 TEUR", 4.2)],
)
def test_a_cost_may_have_any_currency_and_any_word_for_thousands(text, thousands):
    assert cost_of(text) == pytest.approx(thousands)


@pytest.mark.parametrize("text", ["-4,200", "(4,200)", "4,200 kg", "2e9", "1,000,000,001", "much", ""])
def test_what_is_no_cost(text):
    assert cost_of(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Mina hands in her notice",
        "The auditor's letter says no",
        "The status page of Brackwater shows red",
        "The form is published with new fields",
    ],
)
def test_what_somebody_does_can_be_seen_without_a_figure(text):
    assert trigger_fault(text) == ""


@pytest.mark.parametrize("text", ["The risk shows", "if the risk occurs on 22 January", "nobody says a word"])
def test_that_the_risk_has_come_is_no_trigger(text):
    assert trigger_fault(text)


@pytest.mark.parametrize(
    "text",
    [
        "If the auditor refuses, we run both ledgers for two weeks more",
        "conversion below 40 %, we stop",
        "no access by 22 January; then wait",
    ],
)
def test_what_is_done_then_may_have_the_figure_or_be_one_word(text):
    assert says_what_then(text)


def test_to_monitor_is_to_accept_and_to_monitor_a_figure_is_not():
    assert kinds_read("Monitor closely") == {"accept": "Monitor closely"}
    assert kinds_read("Monitoring the situation") == {"accept": "Monitoring the situation"}
    assert kinds_read("Monitor the error rate and switch back by itself") == {}


@pytest.mark.parametrize(
    ("text", "is_one"), [("Insure it", True), ("x", False), ("tbd", False), ("保险", True)]
)
def test_a_letter_is_no_action(text, is_one):
    assert says_what_is_done(text) is is_one
