"""What a wrong figure of pay is: a mean, a midpoint, a decile, an hour's pay, another place or year."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tpm_kit.exercises.career.areas import NATION, in_words
from tpm_kit.exercises.career.money import HOURS
from tpm_kit.exercises.career.pay_here_cells import Pay, same_pay
from tpm_kit.exercises.career.pay_here_rows import COLUMNS, FIGURES, HIGH, LOW, MEDIAN, Role
from tpm_kit.exercises.wording import names
from tpm_kit.methods.pay import called, midpoint
from tpm_kit.salary_data import PayRange, area, levels, occupations, pay, trend


class Slip(NamedTuple):
    """What is wrong with a figure: the rule it belongs to, what was seen, why it matters, what to try."""

    code: str
    what: str
    why: str
    do: str


def slip(role: Role, column: str) -> Slip | None:
    """Return what is wrong with a figure of pay, or None if it is the published one.

    The row's `published` range must be there, and the figure must be readable.
    """
    typed, known = role.figures[column], role.published
    true = getattr(known, FIGURES[column])
    if true is None:
        return _censored(typed, known, column)
    if not typed.hourly and not typed.at_least and same_pay(typed.dollars, true):
        return None
    return next(_known(role, column, typed, true), None) or _other(typed, true, column)


def _censored(typed: Pay, known: PayRange, column: str) -> Slip | None:
    """Return what is wrong with a figure for a percentile that has none: a floor, or nothing at all."""
    name = FIGURES[column]
    if name not in known.topcoded or known.floor is None:
        why = "What is not published cannot be read off, and a guess would look like a figure of BLS."
        return Slip("PAY-2", "The table has no figure there.", why, "Take a wider area, such as the state.")
    if typed.at_least and same_pay(typed.dollars, known.floor):
        return None
    why = "A top-coded figure is a floor: those who earn more are in it, and nobody is told how much more."
    return Slip("PAY-2", "This percentile is top-coded.", why, "Write “at least” and the floor.")


def _known(role: Role, column: str, typed: Pay, true: int) -> Iterator[Slip]:
    """Yield the slips that explain the figure, the likeliest first."""
    known = role.published
    if typed.hourly or (typed.bare < 1000 and abs(typed.bare * HOURS - true) <= 0.01 * true):
        yield Slip(
            "PAY-2",
            f"{typed.bare:,.10g} is pay an hour.",
            "A range of years beside an hour cannot be compared.",
            f"Take the yearly figure; BLS multiplies the hour with {HOURS:,} hours.",
        )
    if typed.at_least:
        yield Slip(
            "PAY-2",
            "It says “at least”, and the table has a figure there.",
            "A floor and a percentile are not the same.",
            "Read the figure off.",
        )
    if known.mean is not None and same_pay(typed.dollars, known.mean):
        yield _mean(column)
    if column == MEDIAN:
        yield from _midpoints(role, typed)
    yield from _other_percentile(known, column, typed)
    yield from _ceiling(role, typed)
    yield from _elsewhere(role, column, typed)
    yield from _level(role, typed)
    for factor, size in ((1000, "a thousand times smaller"), (0.001, "a thousand times larger")):
        if same_pay(typed.dollars * factor, true):
            yield Slip(
                "PAY-2",
                f"It is {size} than what is published.",
                "Somebody will copy it.",
                "Count the digits.",
            )


def _mean(column: str) -> Slip:
    return Slip(
        "PAY-2",
        "That is the mean.",
        "The mean is a sum divided by heads, so a few who earn very much move it for all. A percentile "
        "counts people: half of them earn less than the median.",
        f"Take the {COLUMNS[column]}; it stands in the same row.",
    )


def _midpoints(role: Role, typed: Pay) -> Iterator[Slip]:
    known = role.published
    own = tuple(role.figures[one].dollars for one in (LOW, HIGH) if one in role.figures)
    ends = [(known.p25, known.p75, "the 25th and the 75th percentile")]
    ends += [(known.p10, known.p90, "the 10th and the 90th percentile")]
    ends += [(*own, "your two ends")] if len(own) == 2 and 0 < own[0] <= own[1] else []
    for low, high, between in ends:
        if low is not None and high is not None and same_pay(typed.dollars, midpoint(low, high)):
            yield Slip(
                "SAL-2",
                f"That is the midpoint between {between}.",
                "A midpoint is made from two ends alone, and nobody knows how many earn less than it. Half "
                "of all earn less than the median.",
                "The median is a figure of its own in the table; read it off.",
            )


def _other_percentile(known: PayRange, column: str, typed: Pay) -> Iterator[Slip]:
    for name, value in known.percentiles.items():
        if name != FIGURES[column] and value is not None and same_pay(typed.dollars, value):
            yield Slip("PAY-2", f"That is the {called(int(name[1:]))}.", *_why_not(name, column))


def _why_not(name: str, column: str) -> tuple[str, str]:
    if name in ("p10", "p90"):
        why = (
            "One in ten earns less than the 10th and one in ten more than the 90th percentile: these are the "
            "rare ends. The usual range is the middle half."
        )
        return why, f"Take the {COLUMNS[column]}."
    why = (
        "A quarter of all earn less than the 25th percentile, half less than the median, three quarters less "
    )
    return why + "than the 75th.", "Look at the heading of the column once more."


def _ceiling(role: Role, typed: Pay) -> Iterator[Slip]:
    """Yield a ceiling of earlier years that was read as a figure."""
    earlier = [one for job in occupations() for one in trend(job.soc) if one.floor]
    for floor in {one.floor for one in earlier}:
        if abs(typed.dollars - floor) <= 5:
            years = [one.year for one in earlier if one.floor == floor]
            when = f"May {min(years)} to {max(years)}"
            yield Slip(
                "PAY-2",
                f"{floor:,} is where the figures of {when} were cut off.",
                "Top-coded figures say “at least”: the true percentile lies there or above, and is no "
                "maximum.",
                "Take the figure of this release, which is not cut off.",
            )


def _elsewhere(role: Role, column: str, typed: Pay) -> Iterator[Slip]:
    """Yield the same figure of another place, another year or another occupation."""
    name, here = FIGURES[column], role.published
    state = area(here.area.state) if here.area.state else None
    for place in (area(NATION), state):
        other = pay(role.soc, place) if place and place.code != here.area.code else None
        if other and _is(typed, other, name):
            yield Slip(
                "PAY-2",
                f"That is the figure of {in_words(place.name)}.",
                "Places differ by tens of thousands of dollars; that is why you look yours up.",
                f"Take the row of {here.area.name}.",
            )
    if here.area.code == NATION:
        for year in trend(role.soc):
            if year.year != here.year and _is(typed, year, name):
                yield Slip(
                    "SAL-1",
                    f"That is the figure of May {year.year}.",
                    "Pay rises, and BLS changes its methods: figures of two years in one range are neither.",
                    f"Take all figures of May {here.year}, and write the year beside them.",
                )
    same = [
        one.title
        for one in occupations()
        if one.soc != role.soc and _is(typed, pay(one.soc, here.area), name)
    ]
    if same:
        yield Slip(
            "PAY-2",
            f"That is the figure of {names(same)}.",
            "One row further down is another occupation.",
            f"Take the row of {here.occupation.title}.",
        )


def _is(typed: Pay, other: PayRange | None, name: str) -> bool:
    value = getattr(other, name) if other else None
    return value is not None and abs(typed.dollars - value) <= 5


def _level(role: Role, typed: Pay) -> Iterator[Slip]:
    known = levels(role.soc, role.published.area)
    for number, dollars in zip(("I", "II", "III", "IV"), known.annual if known else (), strict=False):
        if abs(typed.dollars - dollars) <= 5:
            yield Slip(
                "PAY-2",
                f"That is prevailing wage level {number}.",
                "The four levels are legal floors for visa holders, made by a formula, and no percentiles.",
                "Take the figure of BLS OEWS.",
            )


def _other(typed: Pay, true: int, column: str) -> Slip:
    side = "below" if typed.dollars < true else "above"
    near = abs(typed.dollars - true) < 1000
    what = "It is close to" if near else f"It lies {side}"
    return Slip(
        "PAY-2",
        f"{what} the published {COLUMNS[column]}, and is not it.",
        "Whoever checks one figure and finds it wrong believes none of the others.",
        "Look at the last digits."
        if near
        else "Look at row and column once more: occupation, area, heading.",
    )
