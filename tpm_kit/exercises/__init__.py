"""What the learner is asked to do: one file per notebook."""

from __future__ import annotations

from tpm_kit.exercise import Exercise
from tpm_kit.exercises import prioritization, start_here

EXERCISES: dict[str, Exercise] = {
    exercise.id: exercise for exercise in (*start_here.EXERCISES, *prioritization.EXERCISES)
}
"""Every exercise of the course by id, in the order of the course."""
