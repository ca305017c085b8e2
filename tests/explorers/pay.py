"""What the explorers of pay draw and say, for values that a test sets."""

from __future__ import annotations

from tests.exercises.planting import BAKERY

DEVELOPERS, MANAGERS = "15-1252", "11-3021"


def start(one, **changes):
    """The values with which an explorer begins, changed."""
    choices = one.choices(BAKERY)
    values = {
        id: each.start if isinstance(each.start, str) else tuple(each.start) for id, each in choices.items()
    }
    values |= {id: each.start for id, each in one.sliders(BAKERY).items()}
    return values | changes


def shown(one, **changes):
    """What is drawn and said for values."""
    values = start(one, **changes)
    return one.plotted(values, BAKERY), one.says(values, BAKERY)
