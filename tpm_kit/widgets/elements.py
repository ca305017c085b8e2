"""Elements: how Python describes what a panel shows, as nested lists that are safe to send and to print.

An element is `[tag, attributes, child, …]`; a child is an element or a text. Text is never markup, neither in
the browser (`panel.mjs` makes text nodes) nor in the static copy (`to_html` escapes).
"""

from __future__ import annotations

from html import escape
from typing import Any

Element = list[Any]

CONTROLS = {"button", "input", "textarea", "select"}


def el(tag: str, *children: Element | str | None, **attributes: str | bool | None) -> Element:
    """Return an element. `cls` stands for `class` and takes names without the prefix `tpm-`; other names may
    use `_` for `-`. False and None leave an attribute or a child out, True gives it an empty value."""
    names = attributes.pop("cls", None)
    plain = {
        key.rstrip("_").replace("_", "-"): "" if value is True else value
        for key, value in attributes.items()
        if value is not None and value is not False
    }
    if names:
        plain["class"] = " ".join(f"tpm-{name}" for name in str(names).split())
    return [tag, plain, *(child for child in children if child is not None)]


def to_html(element: Element | str) -> str:
    """Return an element as HTML for places where no kernel runs; controls are left out."""
    if isinstance(element, str):
        return escape(element)
    tag, attributes, *children = element
    if tag in CONTROLS or (
        tag == "label"
        and any(
            child[0] in CONTROLS and child[1].get("type") != "radio"
            for child in children
            if isinstance(child, list)
        )
    ):
        return ""
    left = ' style="text-align: left"' if tag in {"td", "th"} else ""
    kept = "".join(
        f' {key}="{escape(value)}"' for key, value in attributes.items() if key in {"scope", "href"}
    )
    inner = "".join(to_html(child) for child in children)
    return f"<{tag}{kept}{left}>{inner}</{tag}>"


def table(caption: str, head: list[str], rows: list[list[Element | str]]) -> Element:
    """Return a table with a caption, column headings, and row headings in the first column."""
    return el(
        "table",
        el("caption", caption),
        el("thead", el("tr", *(el("th", name, scope="col") for name in head))),
        el(
            "tbody",
            *(el("tr", el("th", row[0], scope="row"), *(el("td", cell) for cell in row[1:])) for row in rows),
        ),
    )
