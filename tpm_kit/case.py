"""The case: the product that a learner works on, read from a folder and checked before it is used.

A case folder holds `case.toml` (company, product, users, goals, release, capacity, teams, holidays),
`backlog.csv` (one backlog item a row), tables for single exercises (`case_tables`) and
`worked/<exercise id>.csv` (one defensible answer with a reason for each item). A case can also be built in
memory from a learner's own backlog; it then has no folder, and most numbers of its items may be missing.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tpm_kit.case_files import NAME, NUMBERS, check_worked, read_items, read_settings, read_worked
from tpm_kit.case_risk import Band as Band
from tpm_kit.case_risk import ImpactBand as ImpactBand
from tpm_kit.case_risk import RiskPolicy, risk_policy
from tpm_kit.case_tables import TABLES, TableRow, read_tables
from tpm_kit.case_worked import worked_ids
from tpm_kit.checked_files import Problems, did_you_mean, shown

if TYPE_CHECKING:
    import pandas


class CaseError(ValueError):
    """A case that cannot be used. `problems` holds one sentence for each fault; `str()` gives one a line."""

    def __init__(self, *problems: str):
        super().__init__("\n".join(problems))
        self.problems: tuple[str, ...] = problems


@dataclass(frozen=True, slots=True)
class BacklogItem:
    """One piece of work that the team could do. `None` or empty means: not known."""

    id: str
    title: str
    summary: str = ""
    theme: str = ""
    persona: str = ""
    effort: float | None = None
    """Story points, above 0."""
    value: float | None = None
    """Value to the release goals, 1 to 10, relative to the other items."""
    reach: float | None = None
    """People (in a product for shops: merchants) touched per quarter."""
    confidence: float | None = None
    """How sure the team is of reach and value, 0 to 1."""
    dependencies: tuple[str, ...] = ()
    """Ids of the items that must be done before this one."""
    deadline: datetime.date | None = None
    workaround: str = ""
    """How people can get by without the item."""
    evidence: str = ""
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Capacity:
    """What a team can finish in a release."""

    sprints: int
    points_per_sprint: float
    focus_factor: float
    """Share of the working time that goes into planned work, above 0 and at most 1."""

    @property
    def points(self) -> float:
        """Story points for the whole release: sprints x points per sprint x focus factor."""
        # Rounded, so that 50 points over 7 sprints are 50 again.
        return round(self.sprints * self.points_per_sprint * self.focus_factor, 9)


@dataclass(frozen=True, slots=True)
class Team:
    """Some of the people who do the work, and what they finish in a sprint before the focus factor.

    The points of all teams add up to `Capacity.points_per_sprint`.
    """

    name: str
    points_per_sprint: float


@dataclass(frozen=True, slots=True)
class Holiday:
    """A day on which nobody works."""

    date: datetime.date
    name: str


@dataclass(frozen=True, slots=True)
class Persona:
    """A kind of user, named in the `persona` of backlog items."""

    name: str
    role: str = ""
    need: str = ""


@dataclass(frozen=True, slots=True)
class Goal:
    """What the release is for: a measure that moves from `baseline` to `target`, both in `unit`."""

    title: str
    measure: str = ""
    baseline: float | None = None
    target: float | None = None
    unit: str = ""


@dataclass(frozen=True)
class Case:
    """A product with its backlog, as every exercise reads it."""

    name: str
    title: str
    items: tuple[BacklogItem, ...]
    company: str = ""
    product: str = ""
    note: str = ""
    users: tuple[Persona, ...] = ()
    goals: tuple[Goal, ...] = ()
    sprint_start: datetime.date | None = None
    sprint_days: int = 14
    """Calendar days from the start of one sprint to the start of the next."""
    release_date: datetime.date | None = None
    capacity: Capacity | None = None
    teams: tuple[Team, ...] = ()
    """Empty: the work is not split between teams."""
    holidays: tuple[Holiday, ...] = ()
    risk: RiskPolicy | None = None
    """How risks are judged; None where the case does not say."""
    folder: Path | Traversable | None = None
    own: bool = False
    """True when the items come from the learner's own file."""
    tables: Mapping[str, tuple[TableRow, ...]] = field(default_factory=dict)
    """What single exercises need besides the items, by the names in `case_tables`."""
    earlier: Mapping[str, Any] = field(default_factory=dict)
    """The learner's answers to the exercises that the present one builds on, by their ids."""

    def item(self, id: str) -> BacklogItem:
        """Return the item with this id; a `CaseError` names the closest id if there is none."""
        for item in self.items:
            if item.id == id:
                return item
        hint = did_you_mean(str(id), [item.id for item in self.items])
        raise CaseError(f"There is no item {shown(id)} in {self.title}{hint or '.'}")

    def has(self, field: str) -> bool:
        """Say whether the case has a table of that name, or any item a value in that field."""
        if field in TABLES:
            return bool(self.tables.get(field))
        return any(getattr(item, field) not in (None, "", ()) for item in self.items)

    @property
    def backlog(self) -> pandas.DataFrame:
        """The items as a new frame: one row an item, columns in the order of the fields, index `id`.

        Numbers are float64 (missing: NaN), `deadline` is datetime64 (missing: NaT), `dependencies` and
        `labels` are tuples. pandas is imported here, not with the module.
        """
        import pandas

        names = [field.name for field in fields(BacklogItem)]
        rows = [[getattr(item, name) for name in names] for item in self.items]
        frame = pandas.DataFrame(rows, columns=names)
        frame = frame.astype(dict.fromkeys(NUMBERS, "float64"))
        frame["deadline"] = pandas.to_datetime(frame["deadline"])
        return frame.set_index("id")

    def table(self, name: str) -> tuple[TableRow, ...]:
        """Return the rows of a table; none if the case has no such table."""
        return self.tables.get(name, ())

    def worked(self, exercise_id: str) -> dict[str, tuple[str, str]] | None:
        """Return a worked answer as part id -> (value, reason), or None if the case has none.

        Raises `CaseError` when the file has faults.
        """
        if self.folder is None or not NAME.fullmatch(exercise_id):
            return None
        path = self.folder / "worked" / f"{exercise_id}.csv"
        if not path.is_file():
            return None
        problems: Problems = []
        tables = {name: [row.get("id", "") for row in rows] for name, rows in self.tables.items()}
        ids, whole = worked_ids(exercise_id, [item.id for item in self.items], tables)
        answer = read_worked(path, ids, whole, problems)
        if problems:
            raise CaseError(*problems)
        return answer


def load_case(folder: str | Path | Traversable) -> Case:
    """Read a case folder. Raises `CaseError` with every problem found when the case is not sound."""
    case, problems = _read_case(folder)
    if case is None:
        raise CaseError(*problems)
    return case


def check_case(folder: str | Path | Traversable) -> list[str]:
    """Return what is wrong with a case folder, one sentence each; an empty list when it is sound."""
    return list(_read_case(folder)[1])


def cases_folder() -> Path | Traversable:
    """Return the folder of all cases: in the installed package, or at the top of a checkout."""
    packaged = resources.files("tpm_kit") / "data" / "cases"
    return packaged if packaged.is_dir() else Path(__file__).parents[1] / "data" / "cases"


def default_case() -> str:
    """Return the name of the case that the course opens with, as `data/cases/default.txt` has it."""
    return (cases_folder() / "default.txt").read_text(encoding="utf-8").strip()


def case_folder(name: str) -> Path | Traversable:
    """Return the folder of a case. Raises `CaseError` for an unknown name."""
    cases = cases_folder()
    names = sorted(entry.name for entry in cases.iterdir() if entry.is_dir()) if cases.is_dir() else []
    if name not in names:
        raise CaseError(f"There is no case {shown(name)}{did_you_mean(str(name), names) or '.'}")
    return cases / name


def _read_case(folder: str | Path | Traversable) -> tuple[Case | None, tuple[str, ...]]:
    """Return the case, or None and what is wrong with it."""
    folder = Path(folder).resolve() if isinstance(folder, str | Path) else folder
    if not folder.is_dir():
        return None, (f"{shown(folder)}: there is no such folder; give the folder that holds case.toml.",)
    problems: Problems = []
    if not NAME.fullmatch(folder.name):
        where = shown(folder.name)
        problems.append(f"{where}: rename the case folder with small letters, digits and hyphens only.")
    settings = read_settings(folder, problems)
    items = read_items(folder, settings, problems)
    tables = {}
    if items is not None:
        ids = [item["id"] for item in items]
        tables = read_tables(folder, ids, problems, settings)
        ids_by_table = {name: [row.get("id", "") for row in rows] for name, rows in tables.items()}
        check_worked(folder, ids, ids_by_table, problems)
    if problems or settings is None or items is None:
        return None, tuple(dict.fromkeys(problems))
    release, users, goals = settings["release"], settings["users"], settings["goals"]
    case = Case(
        name=folder.name,
        title=settings["title"],
        items=tuple(BacklogItem(**item) for item in items),
        company=settings["company"],
        product=settings["product"],
        note=settings["note"],
        users=tuple(Persona(**user) for user in users),
        goals=tuple(Goal(**goal) for goal in goals),
        sprint_start=release["sprint_start"],
        sprint_days=release["sprint_days"],
        release_date=release["release_date"],
        capacity=Capacity(**settings["capacity"]),
        teams=tuple(Team(**team) for team in settings["teams"]),
        holidays=tuple(Holiday(**holiday) for holiday in settings["holidays"]),
        risk=risk_policy(settings["risk"]),
        folder=folder,
        tables=tables,
    )
    return case, ()
