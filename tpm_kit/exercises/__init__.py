"""What the learner is asked to do: one file, or one folder, per notebook."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module

from tpm_kit.exercise import Exercise

PLACES = {
    "practice": "start_here",
    "moscow": "prioritization.moscow",
    "moscow-sprint": "prioritization.moscow_sprint",
    "score-it": "prioritization.score_it",
    "waiting": "prioritization.waiting",
    "kano": "prioritization.kano",
    "story-map": "prioritization.story_map",
    "top-five": "prioritization.top_five",
    "which-method": "prioritization.which_method",
    "prioritization-quiz": "prioritization.recap",
    "horizons": "roadmap.horizons",
    "roadmap": "roadmap.roadmap",
    "enablers": "roadmap.enablers",
    "externals": "roadmap.externals",
    "critical-path": "roadmap.critical_path",
    "how-sure": "roadmap.how_sure",
    "promise": "roadmap.promise",
    "review": "roadmap.review",
    "change-log": "roadmap.change_log",
    "kanban": "roadmap.kanban",
    "roadmap-quiz": "roadmap.roadmap_quiz",
    "risk-or-not": "risk.risk_or_not",
    "write-risks": "risk.write_risks",
    "place-risks": "risk.place_risks",
    "inversion": "risk.inversion",
    "repair-matrix": "risk.repair_matrix",
    "responses": "risk.responses",
    "residual": "risk.residual",
    "expected-value": "risk.expected_value",
    "buy-or-bear": "risk.buy_or_bear",
    "brief": "risk.brief",
    "risk-quiz": "risk.risk_quiz",
    "pay-here": "career.pay_here",
    "places": "career.places",
    "read-range": "career.read_range",
    "offer": "career.offer",
    "experience": "career.experience",
    "self-assessment": "career.self_assessment",
    "becoming": "career.becoming",
    "motives": "career.motives",
    "hiring": "career.hiring",
    "ninety-days": "career.ninety_days",
    "ladder": "career.ladder",
    "adverts": "career.adverts",
    "claims": "career.claims",
    "career-quiz": "career.career_quiz",
}
"""The module that declares each exercise, by the exercise's id, in the order of the course."""


class Exercises(Mapping[str, Exercise]):
    """The exercises by id. Each module is imported when its exercise is first asked for, so that one board
    does not wait for what another exercise needs."""

    def __getitem__(self, id: str) -> Exercise:
        return import_module(f"{__name__}.{PLACES[id]}").EXERCISE

    def __contains__(self, id: object) -> bool:
        return id in PLACES

    def __iter__(self) -> Iterator[str]:
        return iter(PLACES)

    def __len__(self) -> int:
        return len(PLACES)


EXERCISES = Exercises()
