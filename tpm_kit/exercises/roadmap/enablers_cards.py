"""The technical roadmap: the enablers, the features of the roadmap that need them, and where an answer puts
them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tpm_kit.answers import Placements
from tpm_kit.case import Case
from tpm_kit.exercises.cards import LONGEST, LONGEST_TITLE, item_details, item_titles, once, short_titles
from tpm_kit.exercises.roadmap.bars import Bar, bars
from tpm_kit.exercises.roadmap.standing_plan import Standing, standing
from tpm_kit.exercises.wording import cut, names, points
from tpm_kit.methods import capacity as sums

TABLE = "enablers"
KINDS = {"data": "Data and migration", "interface": "Interfaces", "platform": "Platform"}
"""The kinds of enabler, by the id of their row."""
FEATURES = "features"
"""The row of the features, which stand fixed."""
LATER = "later"
"""The column of what is not planned in this release."""


class Enabler(NamedTuple):
    """Technical work that nobody asks for, and that others build on."""

    id: str
    kind: str
    title: str
    team: str
    """Whose capacity it takes; empty where nobody has said, or where all work as one."""
    effort: float | None
    """Story points; None if nobody has said."""
    unlocks: tuple[str, ...]
    """Ids of the features on the roadmap that need it."""
    elsewhere: tuple[str, ...]
    """Titles of what else needs it: items that are not planned."""
    needs: tuple[str, ...]
    """Ids of the enablers and features that must be done before it."""
    outcome: str
    fact: str


@once
def enablers(case: Case) -> Mapping[str, Enabler]:
    """Return the enablers by id. What the backlog knows of one that is an item comes from there."""
    items, by_id = short_titles(case), standing(case).plan.by_id
    teams = {row["id"]: row["team"] for row in case.table("plan")}
    rows = {row["id"]: row for row in case.table(TABLE)}
    planned = set(by_id) - set(rows)
    found = {}
    for id, row in rows.items():
        item = items.get(id)
        after = [one.id for one in items.values() if id in one.dependencies and one.id != id]
        wanted = [one for one in dict.fromkeys([*after, *row["unlocks"]]) if one not in rows and one != id]
        known = by_id[id].effort if id in by_id else item and item.effort
        needs = [*(item.dependencies if item else ()), *row["needs"]]
        found[id] = Enabler(
            id,
            row["kind"],
            item.title if item else cut(row["title"], LONGEST_TITLE),
            teams.get(id, "") if item else row["team"],
            row["effort"] if known is None else known,
            tuple(one for one in wanted if one in planned),
            tuple(items[one].title for one in wanted if one in items and one not in planned),
            tuple(one for one in dict.fromkeys(needs) if one != id and (one in rows or one in planned)),
            row["outcome"],
            row["fact"],
        )
    return found


def titles(case: Case) -> dict[str, str]:
    """Return the titles of the enablers by id, as the cards show them."""
    return {id: one.title for id, one in enablers(case).items()}


@once
def features(case: Case) -> Mapping[str, Bar]:
    """Return the bars of the features: what the roadmap has in a sprint, and what is no enabler."""
    known = enablers(case)
    return {id: bar for id, bar in standing(case).bars.items() if id not in known}


def size(one: Enabler) -> str:
    """Return the effort and the team of an enabler in words."""
    effort = points(one.effort) if one.effort is not None else "nobody has said how large"
    return f"{effort}, {one.team}" if one.team else effort


def details(case: Case) -> dict[str, list[list[str]]]:
    """Return the facts behind each enabler and each feature."""
    known, items = enablers(case), item_details(case)
    called = item_titles(case) | titles(case)
    facts = {id: items[id] for id in features(case) if id in items}
    for one in known.values():
        after = [other.title for other in known.values() if one.id in other.needs]
        wanted = [*(called[id] for id in one.unlocks), *one.elsewhere, *after]
        own = (
            ("What it makes possible", one.outcome),
            ("Why", one.fact),
            ("Needed by", names(wanted, 8)),
            ("Needs", names([called[id] for id in one.needs], 8)),
            ("Size", size(one)),
        )
        what = [pair for pair in items.get(one.id, []) if pair[0] in ("Id", "What", "Evidence")]
        facts[one.id] = [*what, *([name, cut(text, LONGEST)] for name, text in own if text)]
    return facts


class Layout:
    """An answer laid out beside the features. Places that the board lacks do not count."""

    def __init__(self, answer: Placements, case: Case) -> None:
        self.now: Standing = standing(case)
        self.plan = self.now.plan
        self.known = enablers(case)
        self.features = features(case)
        self.title = {item.id: item.title for item in self.plan.items} | titles(case)
        self.bars = bars(answer, self.plan, self.known)
        """The enablers that lie in a sprint, in the order of the answer."""
        self.later = [id for id in answer.column(LATER) if id in self.known]
        """Ids of the enablers that are left for later."""

    def wanted(self) -> frozenset[str]:
        """Return the ids of the enablers that a feature on the roadmap needs, directly or through others."""
        found: set[str] = set()
        ahead = [id for id, one in self.known.items() if set(one.unlocks) & set(self.features)]
        while ahead:
            id = ahead.pop()
            if id not in found:
                found.add(id)
                ahead += [need for need in self.known[id].needs if need in self.known]
        return frozenset(found)

    def bar(self, id: str) -> Bar | None:
        """Return the bar of an enabler or a feature."""
        return self.bars.get(id) or self.features.get(id)

    def unlocked(self, id: str) -> list[Bar]:
        """Return the features on the roadmap that need an enabler themselves, the first one first."""
        found = [self.features[one] for one in self.known[id].unlocks if one in self.features]
        return sorted(found, key=lambda bar: bar.start)

    def earliest(self, id: str, passed: tuple[str, ...] = ()) -> int:
        """Return the first sprint at whose end an enabler can be done after all it needs, as long as it is.

        `passed`: the ids on the way here, so that needs in a circle do not go on for ever."""
        ends = [0]
        for need in self.known[id].needs:
            if need in self.features:
                ends.append(self.features[need].end)
            elif need in self.known and need not in passed:
                ends.append(self.earliest(need, (*passed, id)))
        bar = self.bars.get(id)
        return max(ends) + (bar.span if bar else 1)

    def rooms(self) -> Mapping[str, float]:
        """Return the points that each team can finish in a sprint; "" for all together where there are no
        teams."""
        return self.plan.teams or {"": self.plan.capacity}

    def team(self, id: str) -> str:
        """Return whose capacity an enabler or a feature takes; "" where all work as one."""
        if not self.plan.teams:
            return ""
        return self.known[id].team if id in self.known else self.plan.by_id[id].team

    def effort(self, id: str) -> float:
        """Return the points of an enabler or a feature; 0 where nobody has said."""
        one = self.known.get(id) or self.plan.by_id[id]
        return one.effort or 0

    def load(self, *without: str) -> Mapping[str, Sequence[float]]:
        """Return the points in each sprint by team, features and enablers together, without some of them."""
        every = [bar for bar in (*self.features.values(), *self.bars.values()) if bar.id not in without]
        booked = sums.load(
            [sums.Bar(bar.id, self.team(bar.id), bar.start, bar.span, self.effort(bar.id)) for bar in every],
            self.plan.count,
        )
        return {team: booked.get(team, (0.0,) * self.plan.count) for team in self.rooms()}
