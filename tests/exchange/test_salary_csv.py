"""A learner's own list of pay: what single cells mean, which column is which, and the account."""

from __future__ import annotations

import random

import pytest

from tpm_kit.exchange.salary_amounts import Unreadable, amount, currency_of, period_of
from tpm_kit.exchange.salary_csv import TableFileError, read_salaries
from tpm_kit.exchange.salary_headers import recognised, unit_of

EVIL = "<img src=x onerror=alert(1)>"


@pytest.fixture
def read(tmp_path):
    """Read a text as a file."""

    def read(text, **options):
        path = tmp_path / "pay.csv"
        path.write_text(text, encoding="utf-8")
        return read_salaries(path, **options)

    return read


def figures(intake):
    return [(one.low, one.high, one.currency) for one in intake.figures]


# Cells --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("120k-150k", (120_000, 150_000, "", "")),
        ("120-150k", (120_000, 150_000, "", "")),
        ("$120K – $150K", (120_000, 150_000, "USD", "")),
        ("$62.50/h", (62.5, 62.5, "USD", "hour")),
        ("$30/hr - $40/hr", (30, 40, "USD", "hour")),
        ("$30 an hour", (30, 30, "USD", "hour")),
        ("€ 65.000,00", (65_000, 65_000, "EUR", "")),
        ("65.000 bis 75.000 €", (65_000, 75_000, "EUR", "")),
        ("65 000 €", (65_000, 65_000, "EUR", "")),
        ("CHF 120'000", (120_000, 120_000, "CHF", "")),
        ("70 TEUR", (70_000, 70_000, "EUR", "")),
        ("70 T€", (70_000, 70_000, "EUR", "")),
        ("60k EUR brutto/Jahr", (60_000, 60_000, "EUR", "year")),
        ("5.500 € monatlich", (5500, 5500, "EUR", "month")),
        ("45 €/Std.", (45, 45, "EUR", "hour")),
        ("600 € pro Tag", (600, 600, "EUR", "day")),
        ("£45,000 p.a.", (45_000, 45_000, "GBP", "year")),
        ("CA$95,000", (95_000, 95_000, "CAD", "")),
        ("USD 120,000 – 150,000 per year", (120_000, 150_000, "USD", "year")),
        ("ab 60.000 €", (60_000, None, "EUR", "")),
        ("from $90k", (90_000, None, "USD", "")),
        ("120000+", (120_000, None, "", "")),
        ("up to 150k", (None, 150_000, "", "")),
        ("bis zu 80.000 EUR", (None, 80_000, "EUR", "")),
        ("ca. 90k", (90_000, 90_000, "", "")),
        ("¥8,000,000", (8_000_000, 8_000_000, "¥", "")),
        ("kr 600 000", (600_000, 600_000, "kr", "")),
        ("62,50", (62.5, 62.5, "", "")),
        ("0.12m", (120_000, 120_000, "", "")),
    ],
)
def test_an_amount_is_read_as_people_write_it(text, found):
    read = amount(text, ".")
    assert (read.low, read.high) == pytest.approx(found[:2])
    assert (read.currency, read.period) == found[2:]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "no figure"),
        ("competitive", "no figure"),
        ("n. V.", "no figure"),
        ("-5000", "above 0"),
        ("0", "above 0"),
        ("150k-120k", "the low end is above the high end"),
        ("$100k - €120k", "two currencies in one cell (EUR and USD)"),
        ("50/h or 400/day", "two periods in one cell (day and hour)"),
        ("80-100-120", "neither one amount nor a range"),
        ("12 LPA", "neither one amount nor a range"),
        ("see 4 and the text", "neither one amount nor a range"),
        (EVIL, "neither one amount nor a range"),
        ("1" * 121, "a text and no amount"),
    ],
)
def test_what_is_no_amount_says_why(text, why):
    with pytest.raises(Unreadable) as caught:
        amount(text, ".")
    assert why in str(caught.value)


def test_what_stands_behind_a_plus_is_left_out():
    assert amount("120k + 10% bonus", ".") == (120_000, 120_000, "", "", "10% bonus")


@pytest.mark.parametrize("text", ["Krakow 5", "Kurosawa", "Europe", "Eurovision", "a dollop", "", "CZE"])
def test_a_word_that_holds_one_is_no_currency(text):
    assert currency_of(text) == ""


def test_periods_stand_alone():
    assert [period_of(text) for text in ("Hourly", "per annum", "im Monat", "Manhattan", "")] == [
        "hour",
        "year",
        "month",
        "",
        "",
    ]


def test_no_text_makes_a_cell_fail_otherwise():
    chance = random.Random(7)
    letters = "0123456789.,'-–+€$£kKTmh/ parU(SDEUR)\u00a0bisto<>=~%"
    for _ in range(20_000):
        text = "".join(chance.choices(letters, k=chance.randrange(0, 24)))
        try:
            found = amount(text, chance.choice(".,"))
        except Unreadable:
            continue
        assert found.low is not None or found.high is not None
        assert all(end is None or end > 0 for end in found[:2]), text


# Headers ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("header", "field", "unit"),
    [
        ("Salary (USD)", "pay", ("USD", "")),
        ("salary_in_usd", "pay", ("USD", "")),
        ("Base Salary USD", "pay", ("USD", "")),
        ("salary_min", "low", ("", "")),
        ("Salary Max", "high", ("", "")),
        ("Gehalt von", "low", ("", "")),
        ("Bruttojahresgehalt in €", "pay", ("EUR", "year")),
        ("Monatsgehalt (EUR)", "pay", ("EUR", "month")),
        ("Stundenlohn", "pay", ("", "hour")),
        ("Hourly rate ($)", "pay", ("USD", "hour")),
        ("Stellenbezeichnung", "title", ("", "")),
        ("Währung", "currency", ("", "")),
        ("Total comp", None, ("", "")),
        ("Salary incl. bonus", None, ("", "")),
        ("Notes", None, ("", "")),
        ("x" * 500, None, ("", "")),
    ],
)
def test_headers_say_field_currency_and_period(header, field, unit):
    assert (recognised(header) or (None,))[0] == field
    assert unit_of(header) == unit


# Files --------------------------------------------------------------------------------------------------

GERMAN = """Stelle;Firma;Ort;Gehalt;Bonus
Produktmanager;A;Berlin;€ 65.000,00;5000
TPM;B;München;70-85 T€;
TPM;C;Remote;$120k-$150k;
Contractor;D;Köln;$62.50/h;
Owner;E;Wien;5.500 € monatlich;
X;F;Bonn;competitive;
Y;G;Bonn;45;
W;I;Ulm;75.000 EUR p.a. + 10% Bonus;
"""


def test_a_german_list_is_read_and_accounted_for(read):
    intake = read(GERMAN)
    assert figures(intake) == [
        (65_000, 65_000, "EUR"),
        (70_000, 85_000, "EUR"),
        (120_000, 150_000, "USD"),
        (130_000, 130_000, "USD"),
        (66_000, 66_000, "EUR"),
        (75_000, 75_000, "EUR"),
    ]
    assert intake.figures[3].title == "Contractor"
    assert intake.figures[3].period == "hour"
    assert {one.row: one.reason for one in intake.set_aside} == {
        7: "no figure in it: “competitive”",
        8: "45 without saying whether that is an hour, a month or a year",
    }
    assert intake.rows_read == len(intake.figures) + len(intake.set_aside) == 8
    said = str(intake)
    assert "4 in EUR, 2 in USD; none is converted" in said
    assert "“Bonus” was not taken: only base pay compares with published figures." in said
    assert "Pay for an hour was multiplied by 2,080 for a year of full work: row 5." in said
    assert "Pay for a month was multiplied by 12 for a year of full work: row 6." in said
    assert "“$” was read as US dollars: row 4, row 5." in said
    assert "What stands behind a plus was left out, it is no base pay: row 9." in said
    assert "No currency is named" not in said


def test_low_high_currency_and_period_may_have_columns_of_their_own(read):
    intake = read(
        "Job Title,Min,Max,Currency,Pay period\n"
        "PM,90000,120000,usd,Yearly\nTPM,50,65,USD,hourly\nPO,60000,,EUR,year\nDev,,80000,€,per year\n"
        "Odd,50,90000,USD,year\nTwo,$50,€60,USD,hour\n"
    )
    assert figures(intake) == [
        (90_000, 120_000, "USD"),
        (104_000, 135_200, "USD"),
        (60_000, None, "EUR"),
        (None, 80_000, "EUR"),
    ]
    assert [one.reason for one in intake.set_aside] == [
        "50 cannot be pay for a year",
        "two currencies in one row (EUR and USD)",
    ]


def test_what_a_cell_says_goes_before_column_and_header(read):
    intake = read("Title,Hourly rate ($),Currency\nA,40,\nB,50 €,USD\nC,95000 a year,CAD\nD,95000,\n")
    assert figures(intake) == [(83_200, 83_200, "USD"), (104_000, 104_000, "EUR"), (95_000, 95_000, "CAD")]
    assert [one.reason for one in intake.set_aside] == ["95,000 cannot be pay for an hour"]


def test_a_currency_that_nobody_names_stays_apart(read):
    intake = read("Role,Salary\nPM,95000\nPM,$90k\n")
    assert figures(intake) == [(95_000, 95_000, ""), (90_000, 90_000, "USD")]
    assert "No currency is named; such figures stay apart: row 2." in str(intake)


def test_a_column_can_be_named_and_switched_off(read):
    text = "Wer,Brutto,Gehalt\nA,50000,1\nB,60000,2\n"
    assert figures(read(text, columns={"pay": "Brutto"})) == [(50_000, 50_000, ""), (60_000, 60_000, "")]
    with pytest.raises(TableFileError, match="no column that looks like pay"):
        read(text, columns={"pay": None})
    with pytest.raises(TableFileError, match=r"There is no field “wage”; did you mean “pay”\?"):
        read(text, columns={"wage": "Brutto"})
    with pytest.raises(TableFileError, match="There is no column “Bruto”"):
        read(text, columns={"pay": "Bruto"})
    with pytest.raises(TableFileError, match="as a dictionary"):
        read(text, columns=["Brutto"])


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "is empty"),
        ("Salary\n", "no rows below"),
        ("Name,Colour\nA,red\n", "has no column that looks like pay; name it"),
        ("Name,Salary\nA,negotiable\nB,none\n", "has no pay that can be read: row 2, no figure in it"),
        ("Name,Salary\nA,-\n", "has no column that looks like pay"),
    ],
)
def test_a_file_without_pay_says_so(read, text, why):
    with pytest.raises(TableFileError, match=why):
        read(text)


def test_texts_of_a_file_stay_texts(read):
    intake = read(f'Title,Salary,Place\n"{EVIL}",$90k,"{EVIL}"\n"=1+1","{EVIL}",x\n')
    assert intake.figures[0].title == EVIL
    assert "<img" not in intake._repr_html_()
    assert len(intake.set_aside) == 1


def test_figures_in_thousands_are_known_by_their_header(read):
    for header in ("Salary (k$)", "Salary in thousands", "Gehalt (TEUR)"):
        intake = read(f"Title,{header}\nTPM,120\nTPM,150k\nTPM,130000\n")
        assert [one.low for one in intake.figures] == [120_000, 150_000, 130_000]
        assert any("was read as thousands" in one for one in intake.remarks)


def test_a_total_is_said_to_be_one(read):
    intake = read(
        "Title,Where,Salary\nTPM,Austin,150k OTE\nTPM,Austin,$160k total comp\nTPM,Austin,$130k DOE\n"
    )
    assert [(one.place, one.low) for one in intake.figures] == [("Austin", 130_000)]
    assert all(one.reason.startswith("more than base pay is in it") for one in intake.set_aside)
    with pytest.raises(TableFileError, match=r'"pay": "TC".*“TC” may hold more than base pay'):
        read("Role,TC,Location\nTPM,180000,Austin\n")
