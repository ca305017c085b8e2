"""What the feedback says of dates promised: to whom which certainty, in which words, and what if too late.

Codes PERT-… are those of the domain reference (section 6.3); what it has no code for is PROMISE-….
"""

from __future__ import annotations

from collections.abc import Iterator

from tpm_kit.answers import Cells
from tpm_kit.case import Case
from tpm_kit.exercise import Finding, rule
from tpm_kit.exercises.roadmap.changes import within
from tpm_kit.exercises.roadmap.how_sure_cells import row_titles
from tpm_kit.exercises.roadmap.how_sure_forecast import chance, days
from tpm_kit.exercises.roadmap.promise_choices import FITS, SAYING, SHARES, Audience, audiences, basis
from tpm_kit.exercises.wording import date, names

LABELS = {"date": "date", "words": "sentence"}
CHANCE = {"p50": "one run of two", "p80": "four runs of five", "p95": "nineteen of twenty"}


def told(answer: Cells, case: Case, column: str) -> dict[str, str]:
    """Return what was chosen in a column, by audience."""
    found = {one.id: answer.text(one.id, column) for one in audiences(case)}
    known = SHARES if column == "date" else SAYING
    return {id: choice for id, choice in found.items() if choice in known}


def part(who: Audience, column: str) -> tuple[str]:
    """Return the id of a cell, as the cards of a finding."""
    return (f"{who.id}:{column}",)


@rule("PERT-5")
def no_coin_flip_outside(answer: Cells, case: Case) -> Iterator[Finding]:
    """A date that is missed every other time is promised outside the team."""
    chosen, found = told(answer, case, "date"), basis(case)
    for who in audiences(case):
        if who.id != "team" and chosen.get(who.id) == "p50":
            outside = who.id == "supervisor"
            yield Finding(
                "problem" if outside else "caution",
                f"{who.title}: date is {found.when('p50')}. In every other run it is later.",
                "P50 is the date to aim at. Promised outside it is a coin flip, and nobody remembers the "
                "odds: what is remembered is the date.",
                f"Tell the date that nearly always holds: {found.when('p95')}."
                if outside
                else f"Tell the date that mostly holds: {found.when('p80')}.",
                part(who, "date"),
            )
        elif who.id == "supervisor" and chosen.get(who.id) == "p80":
            yield Finding(
                "note",
                f"{who.title}: date is {found.when('p80')}, which one run of five misses.",
                "For a date that nobody can move, one in five is often.",
                f"Ask whether a miss can be borne; what nearly always holds is {found.when('p95')}.",
                part(who, "date"),
            )


@rule("PROMISE-1")
def words_fit_the_date(answer: Cells, case: Case) -> Iterator[Finding]:
    """A sentence names another chance than the date has."""
    days_told, words, found = told(answer, case, "date"), told(answer, case, "words"), basis(case)
    for who in audiences(case):
        choice, said = days_told.get(who.id), words.get(who.id)
        if choice and said in FITS and choice != FITS[said]:
            yield Finding(
                "problem",
                f"{who.title}: sentence reads “{found.sentence(said, choice)}” The date is "
                f"{found.when(choice)}: {CHANCE[choice]} {'makes' if choice == 'p50' else 'make'} it.",
                "A chance that does not belong to the date is a wrong number, however honest it sounds.",
                "Choose the sentence with the chance of the date, or the date of the sentence.",
                part(who, "words"),
            )


@rule("PROMISE-2")
def no_certainty(answer: Cells, case: Case) -> Iterator[Finding]:
    """A date is told as certain, or none is told at all."""
    days_told, words, found = told(answer, case, "date"), told(answer, case, "words"), basis(case)
    for who in audiences(case):
        choice = days_told.get(who.id, "")
        if choice and words.get(who.id) == "certain":
            yield Finding(
                "problem",
                f"{who.title}: sentence reads “{found.sentence('certain', choice)}” {_misses(choice)} later "
                f"than {found.when(choice)}.",
                "A date without its chance is heard as certain. The first miss then costs more than the "
                "date: nobody believes the next one.",
                "Say how sure it is, and when they would hear of a change.",
                part(who, "words"),
            )
        elif words.get(who.id) == "fast":
            yield Finding(
                "caution",
                f"{who.title}: sentence reads “{found.sentence('fast', choice)}”",
                "They then make up a date of their own, and it is seldom a later one. You have figures, "
                "with how sure they are.",
                "Name the day and its chance.",
                part(who, "words"),
            )


def _misses(choice: str) -> str:
    return {"p50": "One run of two is", "p80": "One run of five is", "p95": "One run of twenty is"}[choice]


@rule("PROMISE-3")
def room_stays_outside_the_team(answer: Cells, case: Case) -> Iterator[Finding]:
    """The team works towards a date that has all the room for bad luck in it."""
    found = basis(case)
    for who in audiences(case):
        if who.id == "team" and told(answer, case, "date").get(who.id) == "p95":
            yield Finding(
                "caution",
                f"{who.title}: date is {found.when('p95')}, which nineteen of twenty runs make.{_room(case)}",
                "Work fills the time that it is given (Parkinson). Room that belongs to the bad runs is "
                "then used up in the good ones.",
                f"Let the team aim at {found.when('p50')}, and keep the room with whoever promises outside.",
                part(who, "date"),
            )


def _room(case: Case) -> str:
    found = basis(case)
    if found.forecast is None:
        return ""
    return f" Half of the runs need {days(found.time('p95') - found.time('p50'))} less."


@rule("PROMISE-4")
def too_late_is_said(answer: Cells, case: Case) -> Iterator[Finding]:
    """What is likely to miss the date is told as if it did not, or a miss is announced that is not likely."""
    found, plan = basis(case), basis(case).target
    if found.forecast is None or plan.due is None:
        return
    days_told, words = told(answer, case, "date"), told(answer, case, "words")
    share = chance(found.forecast.runs.probability_by(plan.due))
    for who in audiences(case):
        choice, said = days_told.get(who.id), words.get(who.id)
        if not (choice and said):
            continue
        worst = "p80" if found.late("p80") else "p95" if found.late("p95") else ""
        if not worst and said == "warn":
            yield Finding(
                "caution",
                f"{who.title}: sentence warns that the date may be missed; {share} of the runs make "
                f"{date(plan.date)}.",
                "A warning that is not needed costs the attention that a real one would need.",
                "Give the date with its chance; keep the warning for when P80 or P95 passes the date.",
                part(who, "words"),
            )
        elif who.id == "supervisor" and worst and (worst == "p80" or choice == "p95"):
            yield _late(who, worst, (said, choice), case, share)
        elif who.id == "supervisor" and choice != "p50":
            in_time = f"{found.when(choice)} is in time; {share} of the runs make {date(plan.date)}."
            yield Finding("good", f"{who.title}: {in_time}")


def _late(who: Audience, worst: str, told: tuple[str, str], case: Case, share: str) -> Finding:
    """Return what to say of a finish that is likely to miss the date."""
    found, warned = basis(case), told[0] == "warn"
    late, plan = days(found.late(worst)), found.target
    return Finding(
        "note" if warned else "problem",
        f"{who.title}: sentence reads “{found.sentence(*told)}” {found.when(worst)} is {late} after "
        f"{date(plan.date)}; {share} of the runs are in time.",
        "Whoever set the date hears of a miss sooner or later. Early there is still a choice, late there "
        "is none.",
        _could_be_done(case) + ("" if warned else " And choose the sentence that warns."),
        part(who, "words"),
    )


def _could_be_done(case: Case) -> str:
    """Say what could be done about a finish that is too late, with the learner's own items."""
    found, titles = basis(case).forecast, row_titles(case)
    drivers = [titles[id] for id, _ in found.drivers[:2]]
    share = found.runs.criticality
    free = [titles[id] for id, one in share.items() if one < 0.05]
    help = f", with people from {names(free, 2)}, which can wait" if free else ""
    return (
        f"What could be done: split {' or '.join(drivers)}, so that less must be there on the date; remove "
        f"what makes their worst cases{help}; ask now what would be accepted on the day."
    )


@rule("PROMISE-5")
def inside_before_outside(answer: Cells, case: Case) -> Iterator[Finding]:
    """Somebody inside is told a later date than somebody outside."""
    chosen, found = told(answer, case, "date"), basis(case)
    by_id = {one.id: one for one in audiences(case)}
    sponsor, outside = chosen.get("sponsor"), chosen.get("supervisor")
    if sponsor == "p95" and outside == "p80":
        who, other = by_id["sponsor"], by_id["supervisor"]
        yield Finding(
            "caution",
            f"{who.title}: date is {found.when(sponsor)}, but {within(other.title)} is told "
            f"{found.when(outside)}.",
            "The less somebody can bear a miss, the surer the date must be; here the one inside has more "
            "room than the one outside.",
            "Give the surer date to whoever cannot move it.",
            part(who, "date"),
        )


RULES = (
    no_coin_flip_outside,
    words_fit_the_date,
    no_certainty,
    room_stays_outside_the_team,
    too_late_is_said,
    inside_before_outside,
)
