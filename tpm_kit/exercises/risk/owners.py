"""Whether a text names the one person who owns a risk."""

from __future__ import annotations

import re

_NOBODY = re.compile(
    r"(?:the |our |whole )*(?:team|everybody|everyone|all(?: of us)?|us|we|nobody|none|no ?one|tbd|tba|tbc|"
    r"unknown|n/?a|open|later|\?+|-+|\.+|engineering|development|dev team|engineers)\W*",
    re.IGNORECASE,
)
_SEVERAL = re.compile(r"\S\s*(?:[,;]|\s[/&+]\s|\band\b|\bor\b)\s*\S", re.IGNORECASE)
_ROLE = re.compile(r"\b(?:head|lead|leader|manager|director|officer|owner|chief|vp)\b", re.IGNORECASE)
"""A role can be for two things, and is one person: head of sales and support."""


def owner_fault(text: str) -> str:
    """Return why a text names no owner, to go on with after it; "" if it names one.

    >>> owner_fault("Head of sales and support"), owner_fault("The team"), owner_fault("Ana and Bo")
    ('', 'is nobody in particular', 'are several')
    """
    plain = " ".join(text.split())
    if not any(map(str.isalpha, plain)) or _NOBODY.fullmatch(plain):
        return "is nobody in particular"
    return "are several" if _SEVERAL.search(plain) and not _ROLE.search(plain) else ""
