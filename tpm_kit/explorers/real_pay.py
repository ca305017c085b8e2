"""What is left of a rise: published pay of 2019 to 2025, as paid and in the prices of the last year."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from tpm_kit.case import Case
from tpm_kit.explorers import Choice, Entry, Explorer, Range
from tpm_kit.explorers.pay_choices import MEASURES, dollars, job_title, measure_choice, occupation_choice
from tpm_kit.methods.pay import Change, Stretch, change, real
from tpm_kit.methods.price_index import CITATION, CPI_U_MAY
from tpm_kit.salary_data import PayRange, citation, trend
from tpm_kit.typed import number

MOST_RISE, STEP = 10, 0.1
YEAR = re.compile(r"(?:19|20)\d\d")
LEAPS = (0.5, 2.0)
"""An index that halves or doubles within a year is a slip of the pen."""
ODD = "An index does not {how} from {before} to {after}: one of the two is mistyped."


def parsed(text: str, years: Sequence[int]) -> tuple[dict[int, float], str]:
    """Return the price index by year that a text gives, and what is wrong with it, "" for nothing.

    The text is one figure for each of `years` in their order, or years with their figures, as in
    "2019 100 2020 101.2"; between them blanks, semicolons or colons.
    """
    words = [word.strip(",") for word in re.split(r"[\s;:=]+", text) if word.strip(",")]
    if not words:
        return {}, ""
    figures = [number(word) for word in words]
    wrong = next(
        (word for word, found in zip(words, figures, strict=True) if not found or found.value <= 0), None
    )
    if wrong is not None:
        return {}, f"“{wrong[:20]}” is no figure of an index; put a blank between two figures."
    values = [figure.value for figure in figures]
    if YEAR.fullmatch(words[0]) and len(words) % 2 == 0 and all(map(YEAR.fullmatch, words[::2])):
        index = dict(zip(map(int, words[::2]), values[1::2], strict=True))
    elif len(values) == len(years):
        index = dict(zip(years, values, strict=True))
    else:
        return (
            {},
            f"Give {len(years)} figures, {years[0]} to {years[-1]}, or each year with its figure; "
            f"here are {len(values)}.",
        )
    return (index, "") if not (fault := _fault(index, years)) else ({}, fault)


def _fault(index: Mapping[int, float], years: Sequence[int]) -> str:
    """Return what no price index does, "" for nothing."""
    if years[-1] not in index:
        return f"The figure of {years[-1]} is missing, in whose prices all is shown."
    ordered = sorted(index)
    for before, after in pairwise(ordered):
        yearly = (index[after] / index[before]) ** (1 / (after - before))
        if not LEAPS[0] < yearly < LEAPS[1]:
            return ODD.format(how="double" if yearly > 1 else "halve", before=before, after=after)
    return ""


def index_for(values: Mapping[str, Any], years: Sequence[int]) -> dict[int, float]:
    """Return the price index: with the same rise each year if one is set, else as typed; {} without any."""
    if not values["rise"]:
        return parsed(values["index"], years)[0]
    return {year: (1 + values["rise"] / 100) ** (year - years[0]) for year in years}


def _years() -> list[int]:
    return [one.year for one in trend(occupation_choice("", 1).start[0])]


def _plotted(values: Mapping[str, Any], case: Case) -> dict[str, Any]:
    from tpm_kit.figures.pay_trend import PayLine

    [soc], [measure] = values["job"], values["measure"]
    found = trend(soc)
    years = [one.year for one in found]
    index = index_for(values, years)
    broken = {one.after: _reasons(one.reason) for one in change(found, measure).breaks}
    points = [_point(one, measure, index, broken.get(one.year, "")) for one in found]
    return {
        "lines": [PayLine(job_title(soc), points)],
        "prices_of": years[-1] if index else None,
        "measure": MEASURES[measure][:1].upper() + MEASURES[measure][1:],
        "citation": " ".join([citation("oews-trend"), *([CITATION] if index == CPI_U_MAY else [])]),
    }


def _point(pay: PayRange, measure: str, index: Mapping[int, float], broken: str) -> tuple[Any, ...]:
    """Return year, nominal, real, censored and why it does not compare with the year before."""
    cut = measure in pay.topcoded
    nominal = pay.floor if cut else getattr(pay, measure)
    worth = real(nominal, pay.year, max(index), index) if nominal and pay.year in index else None
    return pay.year, nominal, worth, cut, broken


def _says(values: Mapping[str, Any], case: Case) -> str:
    [soc], [measure] = values["job"], values["measure"]
    found = trend(soc)
    made = change(found, measure)
    index = index_for(values, [one.year for one in found])
    return " ".join(filter(None, [_changed(made, measure, index), _source(values, index), _broken(made)]))


def _changed(made: Change, measure: str, index: Mapping[int, float]) -> str:
    """Say how the measure changed over the last years that compare, and what is left of it."""
    last = made.latest
    if last is None:
        return f"No {MEASURES[measure]} is published."
    if last.total is None:
        return f"Only {last.years[0]} has a figure that compares with no other: {dollars(last.values[0])}."
    first, final = last.years[0], last.years[-1]
    said = (
        f"From May {first} to May {final} the {MEASURES[measure]} went from {dollars(last.values[0])} to "
        f"{dollars(last.values[-1])}, {_by(last.total)} or {_by(last.yearly)} a year."
    )
    return f"{said} {_left(last, index)}"


def _left(last: Stretch, index: Mapping[int, float]) -> str:
    """Say what a rise is in the prices of the last year."""
    first, final = last.years[0], last.years[-1]
    if not index:
        return "Say how much prices rose to see what is left of it."
    if first not in index or final not in index:
        return f"The index has no figure for {first}, so nobody can say what is left of it."
    then = real(last.values[0], first, final, index)
    if round(then) == round(last.values[-1]):
        return f"In prices of {final} that is no change."
    return (
        f"Prices changed by {_by(index[final] / index[first] - 1)} in that time: in prices of {final} it was "
        f"{dollars(then)} then, so what it buys changed by {_by(last.values[-1] / then - 1)}."
    )


def _by(share: float) -> str:
    return f"{share * 100:+.1f} %".replace("-", "−")


def _source(values: Mapping[str, Any], index: Mapping[int, float]) -> str:
    if not index:
        return ""
    if index == CPI_U_MAY:
        return "The prices are those of the whole country, for all consumers; yours may have risen otherwise."
    if not values["rise"]:
        return "The index is the one that you typed: keep its source beside what you say with it."
    return (
        f"The rise of {values['rise']:.1f} % a year is your assumption and no published figure; no year was "
        "like another."
    )


def _broken(made: Change) -> str:
    """Say where the line is broken for a reason other than a missing or censored figure."""
    said = [(one.before, one.after, _reasons(one.reason)) for one in made.breaks]
    return " ".join(f"{before} and {after} do not compare: {why}." for before, after, why in said if why)


def _reasons(reason: str) -> str:
    """Return why two years do not compare, without what an arrow at the figure says already."""
    return "; ".join(part for part in reason.split("; ") if not part.startswith("the figure of"))


def _choices(case: Case) -> dict[str, Choice | Entry]:
    years = _years()
    return {
        "job": occupation_choice("Occupation", 1),
        "measure": measure_choice("Show the", MEASURES),
        "index": Entry(
            f"Price index, {years[0]} to {years[-1]}",
            "consumer prices (CPI-U); type another",
            start=" ".join(f"{CPI_U_MAY[year]:.3f}" for year in years),
            fault=lambda text: parsed(text, years)[1],
        ),
    }


def _sliders(case: Case) -> dict[str, Range]:
    return {
        "rise": Range(
            "Or suppose that prices rose each year by", 0, MOST_RISE, STEP, 0, "%", {0: "as the index says"}
        )
    }


def _chart() -> Any:
    from tpm_kit.figures.pay_trend import PayTrend

    return PayTrend()


EXPLORER = Explorer(
    title="What is left of a rise?",
    task="Published pay in the United States, May of each year, as it was paid and in the prices of the last "
    "year. Prices are the CPI-U of each May; type an index of your own that you can cite, or try a rise.",
    sliders=_sliders,
    choices=_choices,
    chart=_chart,
    plotted=_plotted,
    says=_says,
)
