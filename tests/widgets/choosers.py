"""The choosers that the tests of the widgets show, and what is seen of one in the browser."""

from __future__ import annotations

from tpm_kit.widgets.chooser import Chooser

TOWNS = [
    ["US", "All of it", "US nation"],
    ["NY", "New York", "NY state"],
    ["35620", "New York-Newark, NY-NJ", "35620 New York New Jersey"],
    ["TX", "Texas", "TX state"],
    ["12420", "Austin-Round Rock, TX", "12420 Texas"],
    ["41940", "San José-Sunnyvale, CA", "41940 California"],
    ["41860", "San Francisco, CA", "41860 California"],
    ["20", "Östersund", ""],
]


def town(**changes):
    """One town to be chosen."""
    return Chooser(**{"label": "Area", "options": TOWNS, "value": ["US"], **changes})


def towns(**changes):
    """Up to three towns."""
    return town(**{"value": ["US"], "most": 3, **changes})


def box(shown):
    return shown.root.get_by_role("combobox")


def lines(shown):
    """The names in the open list."""
    return shown.root.get_by_role("option").all_inner_texts()


def chosen(shown):
    return shown.model("model.get('value')")


def marked(shown):
    """The name of the line that a screen reader is told of, or None."""
    id = box(shown).get_attribute("aria-activedescendant")
    return shown.root.locator(f'[id="{id}"]').inner_text() if id else None


def type_in(shown, text):
    box(shown).focus()
    shown.page.keyboard.type(text)
