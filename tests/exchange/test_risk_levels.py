"""Chances and effects as registers write them, one cell and one column at a time."""

import pytest

from tpm_kit.exchange.risk_amounts import decimals, thousands, working_days
from tpm_kit.exchange.risk_headers import FIELDS, NO_FIELD, recognised
from tpm_kit.exchange.risk_levels import (
    Column,
    chance,
    column_of_chances,
    column_of_impacts,
    impact,
    parsed,
)


def chances(*cells: str, header: str = "Probability", scale: int = 0, separator: str = ",") -> list:
    """The step or the share of each cell of a column, None where there is neither."""
    decimal = decimals(cells, separator)
    column = column_of_chances(cells, header, decimal, scale)
    readings = [chance(cell, column, decimal) for cell in cells]
    return [
        reading and (reading.share if reading.share is not None else reading.step) for reading in readings
    ]


def impacts(*cells: str, header: str = "Impact", scale: int = 0) -> list:
    column = column_of_impacts(cells, header, ".", scale)
    return [reading and reading.step for reading in (impact(cell, column, ".") for cell in cells)]


@pytest.mark.parametrize(
    ("cells", "read"),
    [
        (("0,8", "0,25"), [0.8, 0.25]),
        (("20%", "80 %", "<5 %", "ca. 30 %"), [0.2, 0.8, 0.05, 0.3]),
        (("20-50 %", "5% – 15%"), [0.35, 0.1]),
        (("20", "45", "3"), [0.2, 0.45, 0.03]),
        (("1", "3", "5"), [1, 3, 5]),
        (("1", "3", "4"), [1, 3, 4]),
        (("2", "5", "9", "10"), [1, 3, 5, 5]),
        (("3/5", "1/5"), [3, 1]),
        (("Very High", "high", "MEDIUM", "low", "very_low"), [5, 4, 3, 2, 1]),
        (("sehr hoch", "hoch", "mittel", "gering", "sehr gering"), [5, 4, 3, 2, 1]),
        (("H", "M", "L", "VH", "VL"), [4, 3, 2, 5, 1]),
        (("Rare", "Unlikely", "Possible", "Likely", "Almost certain"), [1, 2, 3, 4, 5]),
        (("unwahrscheinlich", "möglich", "wahrscheinlich", "fast sicher"), [2, 3, 4, 5]),
        (("4 - Likely", "Likely (4)", "Possible (20-50%)", "High – it was so twice"), [4, 4, 3, 4]),
        (("high", "30 %"), [4, 0.3]),
        (("1.0", "0.5"), [1.0, 0.5]),
        (("maybe", "=B2*2", "<b>High</b>", "H/M"), [None, None, None, None]),
        (("150", "20"), [None, None]),
        (("9" * 400, "1e999", "0.5"), [None, None, 0.5]),
    ],
)
def test_a_column_of_chances_is_read_as_a_whole(cells, read):
    assert chances(*cells) == read


def test_a_scale_that_ends_elsewhere_is_spread_over_five_steps():
    assert chances("1", "2", "3", scale=3) == [1, 3, 5]
    assert chances("1", "2", "3", "4", scale=4) == [1, 2, 4, 5]
    assert chances("1", "2", "3", header="Likelihood (1-3)") == [1, 3, 5]
    assert impacts("1", "50", "100", header="Impact (1-100)") == [1, 3, 5]
    assert chances("7", "2", scale=5) == [None, 2]
    assert chances("20", "2", scale=5) == [0.2, 0.02]


def test_ones_are_a_share_unless_the_header_says_a_scale():
    assert column_of_chances(["1", "1"], "P", ".") == Column("shares")
    assert column_of_chances(["1", "1"], "P (1-5)", ".") == Column("steps", 5)
    assert column_of_chances(["0", "0", "-1", "NA"], "P", ".") == Column("zeros")
    assert column_of_chances(["", "x", "-"], "P", ".") == Column("nothing")


@pytest.mark.parametrize(
    ("cells", "header", "kind"),
    [
        (["1", "5"], "Impact", "steps"),
        (["high", "low"], "Impact", "words"),
        (["0.05", "0.8"], "Impact", "pmbok"),
        (["€10,000", "5"], "Impact", "money"),
        (["40000", "500"], "Impact", "money"),
        (["5", "8"], "Schaden (TEUR)", "money"),
        (["10 days", "2 weeks"], "Impact", "days"),
        (["The launch slips", "Customers leave", "3"], "Impact", "text"),
        (["0", "0,0", "-1"], "Impact", "zeros"),
        (["", "n/a"], "Impact", "nothing"),
    ],
)
def test_what_a_column_of_effects_holds(cells, header, kind):
    assert column_of_impacts(cells, header, decimals(cells, ",")).kind == kind


def test_the_scale_of_effects_of_the_pmbok_has_five_steps():
    assert impacts("0.05", "0.10", "0.20", "0.40", "0.80") == [1, 2, 3, 4, 5]


@pytest.mark.parametrize(
    ("text", "header", "read"),
    [
        ("€40,000", "", (40, 40, 40)),
        ("50.000 €", "", (50, 50, 50)),
        ("1,2 Mio. €", "", (1200, 1200, 1200)),
        ("40k", "", (40, 40, 40)),
        ("40", "Cost (k€)", (40, 40, 40)),
        ("40", "Schaden in TEUR", (40, 40, 40)),
        ("10k - 20k", "", (10, 15, 20)),
        ("10-20 k€", "", (10, 15, 20)),
        ("12.500,50", "", (12.5005,) * 3),
        ("2", "cost (million)", (2000, 2000, 2000)),
        ("-5", "", None),
        ("a lot", "", None),
        ("20k-10k", "", None),
    ],
)
def test_money_in_thousands(text, header, read):
    assert thousands(text, header, decimals([text], ",", money=True)) == read


@pytest.mark.parametrize(
    ("text", "header", "read"),
    [
        ("10 Tage", "", (10, 10, 10)),
        ("2 weeks", "", (10, 10, 10)),
        ("3 - 5 weeks", "", (15, 20, 25)),
        ("3-5", "", (3, 4, 5)),
        ("5", "Delay in weeks", (25, 25, 25)),
        ("0,5", "", (0.5, 0.5, 0.5)),
        ("8 h", "", (1, 1, 1)),
        ("1e400", "", None),
        ("20 %", "", None),
        ("10-20k", "", None),
        ("10 - 20 Mio. €", "Delay", None),
    ],
)
def test_time_in_working_days(text, header, read):
    assert working_days(text, header, ",") == read


def test_long_cells_are_read_in_no_time():
    for text in ("9" * 10_000, "1-" * 5_000, "high " * 3_000, "(" * 10_000, "€" * 9_999 + "1"):
        assert parsed(text) is None
        assert thousands(text, "", ".") is None
        assert working_days(text, "", ".") is None


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Risk ID", "id"),
        ("Risiko-Nr.", "id"),
        ("Risk Description", "event"),
        ("Eintrittswahrscheinlichkeit (%)", "chance"),
        ("Likelihood (1-5)", "chance"),
        ("Auswirkung", "impact"),
        ("Tragweite", "impact"),
        ("Schadenshöhe [T€]", "cost"),
        ("Maßnahme", "action"),
        ("Verantwortlich", "owner"),
        ("Frist", "date"),
        ("Risikowert", "score"),
        ("P x I", "score"),
        ("Date raised", "raised"),
        ("Residual Likelihood", "residual"),
        ("Restwahrscheinlichkeit", "residual"),
        ("Net risk score", "residual"),
        ("Target date", "date"),
        ("Mitigation plan", "action"),
        ("Favourite colour", None),
        ("x" * 300, None),
    ],
)
def test_headers_of_templates(header, field):
    found = recognised(header)
    assert (found and found[0]) == field
    assert field is None or field in FIELDS or field in NO_FIELD
