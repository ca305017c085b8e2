"""How risks are judged in a case: `[risk]` in case.toml is read, or each fault is one sentence."""

from __future__ import annotations

import datetime
import math

import pytest

from tests.case_files import SETTINGS, write_bakery
from tpm_kit.case import Band, ImpactBand, RiskPolicy, check_case, load_case

LEAST = "[risk]\ntoday = 2030-01-04\n"
BANDS = "".join(f'[[risk.likelihoods]]\nname = "L{n}"\nupto = {n / 5}\n' for n in range(1, 6))
IMPACTS = "".join(f'[[risk.impacts]]\nname = "I{n}"\ndays = {n}\ncost = {n * 10}.5\n' for n in range(1, 5))
IMPACTS += '[[risk.impacts]]\nname = "I5"\n'
ROW = '["ok", "ok", "ok", "bad", "bad"]'
WHOLE = f"""\
[risk]
today = 2030-01-04
review_days = 7
appetite = " ok "
decider = "Owner"
budget = 4
cost_per_day = 0.5
currency = "CHF "
levels = ["ok", "bad"]
matrix = [{", ".join([ROW] * 5)}]
people = ["Ann", " Ben "]
{BANDS}{IMPACTS}"""


def problems(tmp_path, risk: str) -> list[str]:
    return check_case(write_bakery(tmp_path / "bakery", **{"case.toml": SETTINGS + risk}))


def test_a_case_can_do_without(tmp_path):
    assert load_case(write_bakery(tmp_path / "bakery")).risk is None


def test_all_but_the_day_can_be_left_out(tmp_path):
    case = load_case(write_bakery(tmp_path / "bakery", **{"case.toml": SETTINGS + LEAST}))
    assert case.risk == RiskPolicy(today=datetime.date(2030, 1, 4))
    assert (case.risk.review_days, case.risk.appetite, case.risk.decider) == (14, "medium", "CEO")
    assert (case.risk.budget, case.risk.currency, case.risk.cost_per_day) == (30, "€", 0)
    assert [band.upto for band in case.risk.likelihoods] == [0.05, 0.2, 0.5, 0.8, 1]
    assert [(band.days, band.cost) for band in case.risk.impacts] == [
        (0.5, 2),
        (2, 5),
        (5, 15),
        (10, 40),
        (math.inf, math.inf),
    ]
    assert (case.risk.matrix, case.risk.people) == (None, ())


def test_a_whole_one_is_read_as_typed_values(tmp_path):
    risk = load_case(write_bakery(tmp_path / "bakery", **{"case.toml": SETTINGS + WHOLE})).risk
    assert (risk.review_days, risk.appetite, risk.decider, risk.currency) == (7, "ok", "Owner", "CHF")
    assert (risk.budget, risk.cost_per_day, risk.people) == (4, 0.5, ("Ann", "Ben"))
    assert risk.likelihoods[0] == Band("L1", 0.2)
    assert risk.impacts[0] == ImpactBand("I1", 1, 10.5)
    assert risk.impacts[4] == ImpactBand("I5", math.inf, math.inf)
    assert risk.matrix == (("ok", "ok", "ok", "bad", "bad"),) * 5
    assert risk.levels == ("ok", "bad")


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("2030-01-04", '"soon"', "risk.today: “soon” will not do; give a date such as 2030-01-31"),
        ("today = 2030-01-04\n", "", "risk: key missing “today”; have exactly “today”, and if you like “rev"),
        ("review_days = 7", "review_days = 0", "risk.review_days: “0” will not do; give whole days from 1"),
        ("review_days = 7", "review_days = true", "risk.review_days: “True” will not do"),
        ("budget = 4", "budget = -1", "risk.budget: “-1” will not do; give thousands as a number, 0 or more"),
        ("budget = 4", "budget = nan", "risk.budget: “nan” will not do"),
        ("budget = 4", "budget = inf", "risk.budget: “inf” will not do"),
        ("budget = 4", "budget = 1e400", "risk.budget: “inf” will not do"),
        ("cost_per_day = 0.5", 'cost_per_day = "0,5"', "risk.cost_per_day: “0,5” will not do"),
        ('" ok "', '"OK"', "risk.appetite: there is no level “OK”; did you mean “ok”?"),
        ('" ok "', '"none"', "risk.appetite: there is no level “none”; give one of “ok” and “bad”."),
        ('"Owner"', '" "', "risk.decider: the text is empty; give a text in quotation marks."),
        ('" Ben "', '"Ann "', "risk.people: “Ann” stands there more than once; keep one of them."),
        ('" Ben "', "7", "risk.people: a table or a list will not do; give a list of names in quotation"),
        ('levels = ["ok", "bad"]', 'levels = "ok"', "risk.levels: “ok” will not do; give a list of names"),
        ('levels = ["ok", "bad"]', "levels = []", "risk.levels: a table or a list will not do"),
        (f", {ROW}]", "]", "risk.matrix: this is not 5 × 5; give five lists of five level words."),
        (f", {ROW}]", ', ["ok"]]', "risk.matrix: this is not 5 × 5"),
        (f", {ROW}]", f", {ROW.replace('ok', 'oke')}]", "risk.matrix: there is no level “oke”; did you mean"),
        (f", {ROW}]", ", 3]", "risk.matrix: a table or a list will not do; give five lists"),
        ('"L2"', '"L1"', "risk.likelihoods: “L1” stands there more than once; keep one of them."),
        ("upto = 0.4", "upto = 0.2", "risk.likelihoods no. 2.upto: 0.2 is not above 0.2, where the one bef"),
        ("upto = 1.0", "upto = 0.9", "risk.likelihoods no. 5.upto: 0.9 leaves out what is more likely"),
        ("upto = 0.4", "upto = 40", "risk.likelihoods no. 2.upto: “40” will not do; give a share above 0"),
        ("upto = 0.4\n", "", "risk.likelihoods no. 2: key missing “upto”; have exactly “name” and “upto”."),
        (
            '[[risk.likelihoods]]\nname = "L1"\nupto = 0.2\n',
            "",
            "risk.likelihoods: there are 4; give 5, from low to high.",
        ),
        (
            "days = 2\n",
            "",
            "risk.impacts no. 2.days: the number is missing; only the last of the impacts has",
        ),
        (
            "cost = 20.5",
            "cost = 9",
            "risk.impacts no. 2.cost: 9 is not above 10.5, where the one before ends",
        ),
        ("cost = 20.5", "cost = 0", "risk.impacts no. 2.cost: “0” will not do; give a number above 0."),
        (
            'name = "I5"\n',
            'name = "I5"\ndays = 9\n',
            "risk.impacts no. 5.days: the last of the impacts has no upper end; take the number out.",
        ),
        ("budget = 4", "budget = 4\ncolour = 1", "risk: key unknown “colour”; have exactly “today”"),
    ],
)
def test_a_fault_is_one_sentence(tmp_path, old, new, says):
    assert WHOLE.count(old) == 1, old
    (problem,) = problems(tmp_path, WHOLE.replace(old, new))
    assert problem.startswith(f"case.toml, {says}")
    assert problem.endswith(".") or problem.endswith("?")
    assert problem.isprintable()


@pytest.mark.parametrize("text", ["risk = 7\n", "risk = []\n", "risk = [{ today = 2030-01-04 }]\n"])
def test_what_is_no_table_is_said_to_be_none(tmp_path, text):
    problems = check_case(write_bakery(tmp_path / "bakery", **{"case.toml": text + SETTINGS}))
    assert len(problems) == 1
    assert problems[0].startswith("case.toml")


def test_hostile_values_are_shown_short_and_as_text(tmp_path):
    hostile = "<img src=x onerror=alert(1)>" * 40
    (problem,) = problems(tmp_path, WHOLE.replace('" ok "', f'"{hostile}"'))
    assert len(problem) < 250
    many = ", ".join(f'"{n}"' for n in range(3000))
    (problem,) = problems(tmp_path / "b", WHOLE.replace('"Ann", " Ben "', many + ', "1"'))
    assert problem == "case.toml, risk.people: “1” stands there more than once; keep one of them."
