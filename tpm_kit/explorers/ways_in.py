"""Ways into the role: where people who come by one of six ways usually begin, and what closes the gaps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from math import ceil
from typing import Any, NamedTuple

from tpm_kit.case import Case
from tpm_kit.exercises.career.ninety_days_plan import hours
from tpm_kit.exercises.career.ninety_days_steps import (
    BUILD,
    CHOOSE,
    DOING,
    FEEDBACK,
    FOLLOW,
    KINDS,
    PRACTISE,
    PUBLISH,
    READ,
    SHADOW,
    STEPS,
    Step,
)
from tpm_kit.exercises.career.self_assessment_rows import OFFERED, USUAL_HOURS
from tpm_kit.exercises.career.skills import GROUPS, HIGHEST, PICKS, ROLES
from tpm_kit.exercises.wording import count, cut, names
from tpm_kit.explorers import Choice, Explorer, Range

WEEKS = 13
FEW_STEPS = (CHOOSE, READ, PRACTISE, FEEDBACK, FOLLOW)
"""The steps for a gap of one: each of the four stages once, and somebody who says what is wrong."""
MORE_STEPS = (SHADOW, BUILD, PUBLISH)
"""What a wider gap needs besides. A course is in neither list: it leaves nothing to show."""
FAR = 3
"""A gap that steps of a few hours do not close, however many fit."""
_UP = {1: "one step up", 2: "two steps up", 3: "three steps up", 4: "four steps up"}


class Way(NamedTuple):
    """A way into the role: its name, the usual rating in each group, what somebody on it usually has done
    that others have not, and what they usually lack."""

    name: str
    ratings: dict[str, int]
    has: str
    lacks: str


def _way(name: str, ratings: Sequence[int], has: str, lacks: str) -> Way:
    return Way(name, dict(zip(GROUPS, ratings, strict=True)), has, lacks)


WAYS = {
    "developer": _way(
        "Computer science or engineering degree, then developer",
        (3, 1, 1, 0, 1, 1, 2),
        "has seen systems break, and knows what makes a change expensive",
        "has rarely spoken with a customer who says no, or left anything out for a reason of the market",
    ),
    "pm": _way(
        "Product manager without a technical degree",
        (1, 3, 3, 2, 2, 2, 1),
        "has decided what is left out, and stood by it before customers and management",
        "has never followed a request through the system alone, or been woken by an alert",
    ),
    "business": _way(
        "Business or product degree, then a first product job",
        (0, 1, 2, 2, 1, 1, 1),
        "has compared options with costs, and can say what a feature does for the company",
        "has to ask engineers what each change means, and has not yet led a product through failures",
    ),
    "self-taught": _way(
        "Self-taught beside a job in support or operations",
        (1, 1, 2, 0, 2, 1, 1),
        "has heard every week what customers stumble over, and knows their words",
        "has gaps without knowing where, since no curriculum ever showed them",
    ),
    "project": _way(
        "Project or program manager in software",
        (1, 1, 3, 1, 1, 3, 1),
        "has led teams that did not report to them to dates, through conflicts",
        "has asked when and who, and seldom what for and why",
    ),
    "analyst": _way(
        "Data analyst or data scientist",
        (2, 1, 1, 1, 1, 0, 3),
        "has defined measures, and found what a figure left out",
        "has answered questions that others asked, and led nobody to a decision",
    ),
}
"""The ways by id. The ratings are this course's own judgement; nobody has measured them."""


class Gap(NamedTuple):
    """A group in which the role asks for more: its id, the rating, and what is asked for."""

    group: str
    rating: int
    target: int

    @property
    def size(self) -> int:
        """By how many steps the role asks for more."""
        return self.target - self.rating

    @property
    def steps(self) -> list[Step]:
        """The steps of 11.10 that work on it, in their order."""
        kinds = FEW_STEPS if self.size == 1 else (*FEW_STEPS, *MORE_STEPS)
        return [step for step in STEPS.values() if step.group == self.group and step.kind in kinds]

    @property
    def hours(self) -> int:
        """The hours of its steps."""
        return sum(step.hours for step in self.steps)


def own_steps(values: Mapping[str, Any]) -> dict[str, int]:
    """Return the ratings that the learner has put in place of the usual ones, by group; of two in one group
    the one chosen last counts."""
    pairs = (one.rpartition("-") for one in values["own"])
    return {group: int(step) for group, _, step in pairs}


def ratings(values: Mapping[str, Any]) -> dict[str, int]:
    """Return the rating in each group: the way's usual one, or the learner's own."""
    [way] = values["way"]
    return WAYS[way].ratings | own_steps(values)


def gaps(values: Mapping[str, Any]) -> list[Gap]:
    """Return all gaps, the widest first; of two alike the one of which the role asks more."""
    [role] = values["role"]
    now = ratings(values)
    known = [Gap(group, now[group], target) for group, target in ROLES[role].targets.items()]
    return sorted((one for one in known if one.size > 0), key=lambda one: (-one.size, -one.target))


def widest(values: Mapping[str, Any]) -> list[Gap]:
    """Return the gaps to close first: three, as in 11.6, or fewer if there are no more."""
    return gaps(values)[: len(PICKS)]


def done_after(values: Mapping[str, Any]) -> list[int]:
    """Return for each of the widest gaps the weeks after which its steps are done, one gap after the other; a
    step may run on from one week into the next."""
    return [ceil(2 * sofar / values["hours"]) for sofar in accumulate(one.hours for one in widest(values))]


def within(values: Mapping[str, Any]) -> list[str]:
    """Return the groups of the widest gaps whose steps fit into 13 weeks at these hours."""
    weeks = zip(widest(values), done_after(values), strict=True)
    return [one.group for one, after in weeks if after <= WEEKS]


def _plotted(values: Mapping[str, Any], case: Case) -> dict[str, Any]:
    from tpm_kit.figures.radar import Axis

    [role] = values["role"]
    now, fits = ratings(values), within(values)
    return {
        "axes": [Axis(one.name, now[id], ROLES[role].targets[id]) for id, one in GROUPS.items()],
        "picks": [at for at, id in enumerate(GROUPS) if id in fits],
        "highest": HIGHEST,
        "picked": f"whose steps fit {WEEKS} weeks",
    }


def _says(values: Mapping[str, Any], case: Case) -> str:
    return "\n".join([_brought(values), _asked(values), *_closed(values), _time(values)]).strip()


def _brought(values: Mapping[str, Any]) -> str:
    """Say what this way has ahead of the others, and what it usually lacks."""
    [id] = values["way"]
    way, own = WAYS[id], own_steps(values)
    others = [one.ratings for key, one in WAYS.items() if key != id]
    best = {group: max(one[group] for one in others) for group in GROUPS}
    alone = [GROUPS[group].name for group, rating in way.ratings.items() if rating > best[group]]
    shared = [GROUPS[group].name for group, rating in way.ratings.items() if rating == best[group]]
    start = (
        f"no other of these {len(WAYS)} ways starts as high in {names(alone)}"
        if alone
        else f"none of these {len(WAYS)} ways starts higher in {names(shared)}"
    )
    said = f"{way.name}. Whoever comes this way usually {way.has}: {start}. And usually {way.lacks}."
    if own:
        mine = names([f"{GROUPS[group].name} {rating}" for group, rating in own.items()], len(own))
        said += f" In the chart your own stands in place of the usual: {mine}."
    return said


def _asked(values: Mapping[str, Any]) -> str:
    """Say how much of the role is there, and where the widest gaps are."""
    [id] = values["role"]
    role, now, found = ROLES[id], ratings(values), gaps(values)
    over = [GROUPS[group].name for group, target in role.targets.items() if now[group] > target]
    spare = f" More than it asks is there in {names(over, len(over))}." if over else ""
    if not found:
        return f"{role.name}: all that it asks for is there by these ratings.{spare}"
    first = [f"{GROUPS[one.group].name} ({one.rating}, asked {one.target})" for one in widest(values)]
    return (
        f"{role.name}; targets met: {len(GROUPS) - len(found)} of {len(GROUPS)}.{spare} "
        f"{'The gap' if len(found) == 1 else 'To close first'}: {names(first)}."
    )


def _closed(values: Mapping[str, Any]) -> Iterator[str]:
    """Say for each gap which steps of 11.10 work on it, and what the practice among them leaves to show."""
    for one in widest(values):
        first, *rest = one.steps
        done = [f"“{step.title}” leaves {step.artefact}" for step in rest if step.kind in DOING]
        besides = [KINDS[step.kind] for step in rest if step.kind not in DOING]
        yield (
            f"{GROUPS[one.group].name}, {_UP[one.size]}: {len(one.steps)} steps of 11.10, "
            f"{hours(one.hours)}. Begin with “{first.title}”. {'; '.join(done)}. "
            f"Besides: {', '.join(besides)}."
        )


def _time(values: Mapping[str, Any]) -> str:
    """Say how long it takes at these hours, one gap after the other, and what 13 weeks hold."""
    found, after = widest(values), done_after(values)
    if not found:
        return ""
    done = [
        f"{GROUPS[one.group].name} after {count(many, 'week')}"
        for one, many in zip(found, after, strict=True)
    ]
    room, need = values["hours"] * WEEKS / 2, sum(one.hours for one in found)
    fits = within(values)
    whole = names([GROUPS[id].name for id in fits]) or "none of it whole"
    holds = "all of it" if len(fits) == len(found) else whole
    return (
        f"At {hours(values['hours'])} in two weeks, one gap after the other, the steps are done for "
        f"{names(done)}. They need {hours(need)}; {WEEKS} weeks have {hours(room)} and hold {holds}. "
        f"{_far(found)}A step done is no gap closed: rate yourself anew by what is left of it."
    )


def _far(found: Sequence[Gap]) -> str:
    """Say of which gaps one round of steps is only the beginning, "" for none."""
    far = [GROUPS[one.group].name for one in found if one.size >= FAR]
    return f"In {names(far)} this is a first round; these steps alone close no gap so wide. " if far else ""


def _choices(case: Case) -> dict[str, Choice]:
    return {
        "way": Choice("The way in", [(id, way.name) for id, way in WAYS.items()], ["developer"]),
        "role": Choice("The role aimed at", [(id, role.name) for id, role in ROLES.items()], ["platform"]),
        "own": Choice("What you do already", _step_options(), [], most=len(GROUPS)),
    }


def _step_options() -> list[tuple[str, str, str]]:
    """Return every step of every group; the whole sentence is searched, its beginning shown."""
    return [
        (f"{id}-{step}", f"{group.name} {step}: {cut(text, 80)}", text)
        for id, group in GROUPS.items()
        for step, text in enumerate(group.steps)
    ]


def _sliders(case: Case) -> dict[str, Range]:
    return {"hours": Range("Hours in two weeks", OFFERED[0], OFFERED[-1], 1, USUAL_HOURS, "hours")}


def _chart() -> Any:
    from tpm_kit.figures.radar import Radar

    return Radar()


EXPLORER = Explorer(
    title="Which way in, and what is still missing?",
    task="Choose the way by which you come, the role, and your hours. The usual starting points, "
    "what the roles ask for and the hours are this course's own judgement and no statistic; nobody is the "
    "usual one. To put yourself in its place, choose in a group the step that says what you do (of two in "
    "one group the last counts); the ratings of 11.6 are not read here.",
    sliders=_sliders,
    choices=_choices,
    chart=_chart,
    plotted=_plotted,
    says=_says,
)
