"""The tables of pay that the course ships: published values, what is typed for an area, what is loaded."""

from __future__ import annotations

import csv
import subprocess
import sys
from pathlib import Path

import pandas
import pytest

from tpm_kit import salary_data
from tpm_kit.salary_checks import check_salaries, salary_folder
from tpm_kit.salary_data import (
    anchors,
    areas,
    citation,
    find_area,
    industries,
    levels,
    occupations,
    pay,
    pay_in_industry,
    title_shares,
    trend,
)
from tpm_kit.salary_tables import PERCENTILES, TABLES, Number

ROOT = Path(__file__).resolve().parent.parent


def raw(name: str) -> list[dict[str, str]]:
    """The rows of a file as they stand there."""
    with open(salary_folder() / TABLES[name].file, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_shipped_tables_are_sound():
    assert check_salaries(salary_folder()) == []


def test_the_readme_counts_the_rows_and_every_file_is_read():
    text = (salary_folder() / "README.md").read_text("utf-8")
    files = {table.file for table in TABLES.values()}
    assert {path.name for path in Path(salary_folder()).iterdir()} - files == {"README.md", "LICENSE"}
    for name, table in TABLES.items():
        assert f"| `{table.file}` | {len(raw(name)):,} |" in text
    licence = (salary_folder() / "LICENSE").read_text("utf-8")
    assert all(file in licence for file in files)
    flat = " ".join(text.split())
    assert all(citation(source) in flat for source in ("oews", "oflc", "lca", "aijobs"))


@pytest.mark.parametrize(
    ("soc", "area", "name", "value"),
    [
        ("15-1252", "US", "p50", 135_980),
        ("15-1252", "US", "p10", 82_460),
        ("15-1252", "US", "p90", 214_670),
        ("15-1252", "CO", "p50", 138_390),
        ("11-3021", "US", "p50", 175_140),
        ("13-1082", "US", "employment", 1_066_670),
        ("15-1252", "US", "mean_rse", 0.4),
    ],
)
def test_published_values_of_may_2025(soc, area, name, value):
    assert getattr(pay(soc, area), name) == value


@pytest.mark.parametrize(
    ("soc", "year", "median"),
    [
        ("15-1252", 2025, 135_980),
        ("15-1252", 2024, 133_080),
        ("15-1252", 2022, 127_260),
        ("11-3021", 2024, 171_200),
        ("11-3021", 2023, 169_510),
        ("11-3021", 2025, 175_140),
        ("13-1082", 2024, 100_750),
    ],
)
def test_published_medians_of_earlier_years(soc, year, median):
    [found] = [one for one in trend(soc) if one.year == year]
    assert found.p50 == median
    assert found.source == f"oews-{year}"
    assert f"May {year} " in found.citation


def test_every_row_of_the_large_table_comes_back_as_it_stands_there():
    for row in raw("oews"):
        found = pay(row["soc_code"], row["area_code"])
        assert (found.area.name, found.occupation.title) == (row["area"], row["occupation"])
        for name in (*PERCENTILES, "mean", "employment"):
            assert getattr(found, name) == (int(row[name]) if row[name] else None), (row, name)
        assert found.mean_rse == (float(row["mean_rse_pct"]) if row["mean_rse_pct"] else None)
        assert found.published == (row["status"] != "wages_not_released")


def test_every_row_of_the_levels_comes_back_as_it_stands_there():
    for row in raw("levels"):
        found = levels(row["soc_code"], row["area_code"])
        assert found.area.code == row["area_code"]
        assert found.annual == tuple(int(row[f"l{level}_annual"]) for level in range(1, 5))
        assert found.hourly == tuple(float(row[f"l{level}_hourly"]) for level in range(1, 5))


def test_not_published_is_none_and_no_row_is_none():
    alaska = pay("15-1252", "AK")
    assert alaska.percentiles == dict.fromkeys(PERCENTILES)
    assert not alaska.published
    assert alaska.employment == 530
    for soc, area in (("15-1252", "nowhere"), ("99-9999", "US"), ("", ""), ("15-1252", "<img>")):
        assert pay(soc, area) is None
        assert levels(soc, area) is None
    assert levels("15-1252", "US") is None
    assert trend("99-9999") == industries("99-9999") == title_shares("none") == ()
    assert pay_in_industry("15-1252", "x") is None


def test_a_top_coded_percentile_is_censored_with_its_floor():
    ranges = {one.year: one for one in trend("11-3021")}
    assert {year: one.floor for year, one in ranges.items()} == {
        **dict.fromkeys((2019, 2020, 2021), 208_000),
        **dict.fromkeys((2022, 2023, 2024), 239_200),
        2025: None,
    }
    assert ranges[2024].topcoded == ("p90",)
    assert ranges[2024].p90 is None
    assert "p90 239,200 or more" in str(ranges[2024])
    assert ranges[2025].p90 == 297_510
    censored = [one for job in occupations() for one in trend(job.soc) if one.topcoded]
    assert len(censored) == 16


def test_a_broader_group_says_under_which_title_it_was_published():
    first = trend("15-1252")[0]
    assert (first.year, first.comparability) == (2019, "broader_group")
    assert first.published_as.startswith("Software Developers and Software Quality Assurance Analysts")
    assert first.published_as in str(first)
    assert trend("15-1252")[-1].published_as == ""


def test_the_other_tables_give_records():
    assert len(occupations()) == 9
    assert sum(job.share for job in occupations()) <= 1
    first = title_shares()[0]
    assert (first.soc_detail, first.n, first.share) == ("15-1299.09", 124, 0.4593)
    glassdoor = anchors()[0]
    assert (glassdoor.low, glassdoor.high, glassdoor.start, glassdoor.end) == (
        64_000,
        163_000,
        "2022-07",
        "2022-08",
    )
    assert "July–August 2022" in citation(glassdoor.source)
    censored = next(one for one in anchors() if one.high is None)
    assert censored.source == "oews-2022"
    whole = pay_in_industry("15-1252", "000000")
    assert whole.percentiles == pay("15-1252").percentiles
    assert whole.industry in industries("15-1252")


def one_row(name: str, **said: str) -> pandas.Series:
    """The one row of a summary in which the other dimensions are empty: all."""
    frame = salary_data.frame(name)
    for column in TABLES[name].key:
        value = frame[column]
        frame = frame[value == said[column] if column in said else value.isin(["", None]) | value.isna()]
    [(_, row)] = frame.iterrows()
    return row


def test_summaries_of_filings_and_adverts_are_frames():
    technical = {"title_group": "Technical Product Manager"}
    assert one_row("offers", **technical).n == 270
    assert one_row("offers", **technical, state="CA").p50 == 186_550
    assert one_row("offers").n == 1_878
    manager = one_row("postings", job_title="Product Manager")
    assert (manager.n_ranges, manager.low_p50, manager.high_p50) == (1_040, 145_000, 229_950)
    assert one_row("postings", job_title="Product Manager", experience_level="SE").n_ranges < manager.n_ranges


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("san jose", "San Jose-Sunnyvale-Santa Clara, CA"),
        ("SAN JOSÉ", "San Jose-Sunnyvale-Santa Clara, CA"),
        ("Austin", "Austin-Round Rock-San Marcos, TX"),
        ("austin, tx", "Austin-Round Rock-San Marcos, TX"),
        ("Austin Texas", "Austin-Round Rock-San Marcos, TX"),
        ("Round Rock", "Austin-Round Rock-San Marcos, TX"),
        ("12420", "Austin-Round Rock-San Marcos, TX"),
        ("TX", "Texas"),
        ("texas", "Texas"),
        ("us", "United States"),
        ("U.S.", "United States"),
        ("USA", "United States"),
        ("new york", "New York"),
        ("new york city", "New York-Newark-Jersey City, NY-NJ"),
        ("D.C.", "District of Columbia"),
        ("st. louis", "St. Louis, MO-IL"),
        ("bayamon", "San Juan-Bayamon-Caguas, PR"),
        ("san fransisco", "San Francisco-Oakland-Fremont, CA"),
        ("sanfrancisco", "San Francisco-Oakland-Fremont, CA"),
    ],
)
def test_an_area_is_found_by_what_people_type(typed, first):
    assert find_area(typed)[0].name == first


def test_a_state_brings_its_areas_larger_metros_first():
    names = [area.name for area in find_area("TX")]
    assert names[:3] == ["Texas", "Dallas-Fort Worth-Arlington, TX", "Houston-Pasadena-The Woodlands, TX"]
    assert all("TX" in name or "Texas" in name for name in names)


@pytest.mark.parametrize(
    "typed", ["", "   ", "zzzz", "?!", "<img src=x onerror=alert(1)>", "x" * 100_000, "東京", "99999"]
)
def test_what_fits_no_area_finds_none(typed):
    assert find_area(typed) == []


def test_every_area_finds_itself_by_code_and_by_name():
    assert len(areas()) == 583
    for area in areas():
        assert find_area(area.code)[0] == area
        assert area in find_area(area.name)[:2]


def test_citations():
    assert "May 2025 (www.bls.gov/oes)" in citation("oews")
    assert "May 2022 (www.bls.gov/oes)" in citation("oews-2022")
    for source in ("", "oews-2018", "oews-x", "bls"):
        with pytest.raises(KeyError):
            citation(source)
    assert all(citation(table.source) for table in TABLES.values())


@pytest.mark.parametrize("name", TABLES)
def test_a_frame_holds_what_the_file_holds(name):
    frame, rows = salary_data.frame(name), raw(name)
    assert frame.shape == (len(rows), len(TABLES[name].columns))
    for column, kind in TABLES[name].columns.items():
        for value, row in zip(frame[column], rows, strict=True):
            if isinstance(kind, Number):
                assert pandas.isna(value) if not row[column] else value == float(row[column])
            else:
                assert value == row[column]
    del frame[frame.columns[0]]
    assert salary_data.frame(name).shape[1] == frame.shape[1] + 1


def run(code: str) -> str:
    """What a new Python prints."""
    command = [sys.executable, "-c", code]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()


def test_no_heavy_library_is_loaded_for_ranges_and_areas():
    heavy = {"pandas", "numpy", "matplotlib"}
    code = (
        "import sys; from tpm_kit.salary_data import *;"
        "pay('15-1252', find_area('Austin')[0]); trend('15-1252');"
        f"levels('15-1252', '12420'); print(sorted(set(sys.modules) & {heavy}))"
    )
    assert run(code) == "[]"


def test_nothing_is_read_before_it_is_asked_for_and_then_once():
    code = """
import pathlib, sys
read = []
before = pathlib.Path.read_bytes
pathlib.Path.read_bytes = lambda path: read.append(path.name) or before(path)
from tpm_kit import salary_data
assert not read
for area in ("12420", "CO", "US"):
    salary_data.pay("15-1252", area)
salary_data.areas()
print(*read)
"""
    assert run(code).split() == ["us_wages_oews.csv", "soc_lookup.csv"]
