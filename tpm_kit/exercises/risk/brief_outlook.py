"""What the open risks do to date and money, in sentences, with the chosen responses and without.

The runs are those of 7.9, so that both exercises name the same days.
"""

from __future__ import annotations

from collections.abc import Iterable

from tpm_kit.case import Case
from tpm_kit.exercises.cards import once
from tpm_kit.exercises.risk.amounts import about, money
from tpm_kit.exercises.risk.buy_forecast import P, outlook
from tpm_kit.exercises.risk.buy_market import market
from tpm_kit.exercises.risk.chosen_responses import chosen
from tpm_kit.exercises.risk.matrix_board import short_title
from tpm_kit.exercises.risk.register import Risk, expected_days, open_risks, policy
from tpm_kit.exercises.risk.treated import exposure
from tpm_kit.exercises.roadmap.how_sure_forecast import RUNS, chance
from tpm_kit.exercises.wording import date, names

MOVERS = 3
"""The risks that are named as those which cost most days."""


def after(risk: Risk, case: Case) -> Risk:
    """Return a risk as its response leaves it; as it stands where nothing is done, or nobody knows what."""
    response = chosen(case).get(risk.id)
    return response.response.after(risk) if response and response.told else risk


def chosen_ids(case: Case) -> frozenset[str] | None:
    """Return the responses of 7.6 that change a risk, by id; None where the runs cannot work with one of
    them, such as one in the learner's own words."""
    offers = market(case).offers
    changing = [pick.response.id for pick in chosen(case).values() if after(pick.risk, case) != pick.risk]
    return frozenset(changing) if all(id in offers for id in changing) else None


@once
def date_lines(case: Case) -> tuple[str, ...]:
    """Return what could move the date and by how much."""
    return (*_runs_of_the_plan(case), *_days(case))


def _runs_of_the_plan(case: Case) -> Iterable[str]:
    """Yield the P80 of the finish without risks, with them, and with the responses; nothing without plan."""
    bare = outlook(case, ())
    forecast = bare.basis.forecast
    if forecast is None or not open_risks(case):
        return
    ids = chosen_ids(case)
    done = outlook(case, ids) if ids else None
    with_done = f", and with the responses below {done.when()}" if done else ""
    whose = "" if bare.basis.yours else ", with the worked estimates of the course"
    yield (
        f"The plan was run {RUNS:,} times by computer{whose}. Without any of these risks, four runs in five "
        f"are finished by {forecast.when(forecast.at(P))}. With the risks as they stand it is "
        f"{bare.when()}{with_done}."
    )
    if besides := bare.outside():
        yield f"Not in these dates, since their items are not in that plan: {names(besides, len(besides))}."
    if bare.in_time is not None and bare.basis.target.date:
        better = f" and in {chance(done.in_time)} with the responses" if done else ""
        due = date(bare.basis.target.date)
        yield f"The date that stands, {due}, is kept in {chance(bare.in_time)} of the runs as it is{better}."


def _days(case: Case) -> Iterable[str]:
    known = [(risk, days) for risk in open_risks(case) if (days := expected_days(risk))]
    if not known:
        yield "No risk in the register is known to cost days."
        return
    now = sum(days for _, days in known)
    then = sum(expected_days(after(risk, case)) or 0.0 for risk, _ in known)
    most = sorted(known, key=lambda one: -one[1])[:MOVERS]
    named = names([f"{short_title(risk)} ({days:.1f})" for risk, days in most])
    done = f" and {then:.1f} with the responses" if chosen(case) else ""
    yield (
        f"Chance times days, the open risks cost {now:.1f} working days on average{done}; what strikes side "
        f"by side moves the date by less. Most come from {named}."
    )


@once
def loss_lines(case: Case) -> tuple[str, ...]:
    """Return what the risks cost on average and in four runs of five."""
    everything = open_risks(case)
    if not any(exposure(risk, case) for risk in everything):
        return ("No risk in the register is known to cost money or days.",)
    now = sum(exposure(risk, case) for risk in everything)
    then = sum(exposure(after(risk, case), case) for risk in everything)
    spent = sum(pick.cost for pick in chosen(case).values())
    ids = chosen_ids(case)
    done = (
        f", and {about(outlook(case, ids).p80_cost, case)} with the responses and their cost" if ids else ""
    )
    bare = outlook(case, ()).p80_cost
    with_them = f", and {about(then, case)} with the responses, which cost "
    with_them += money(spent, case)
    return (
        f"On average the open risks cost {about(now, case)}{_days_counted(case)}"
        f"{with_them if chosen(case) else ''}.",
        f"In four runs of five they cost at most {about(bare, case)} as they stand{done}.",
    )


def _days_counted(case: Case) -> str:
    """Say whether the lost days are among what the risks cost."""
    if policy(case).cost_per_day:
        return ", days included"
    lost = any(expected_days(risk) for risk in open_risks(case))
    return ", without the days, whose cost is not known" if lost else ""
