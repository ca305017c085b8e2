"""Colours by the role they play, for a light and for a dark ground.

On their ground, texts (ink, grey) have a contrast of at least 4.5, and what stands for data (series) of at
least 3, as the Web Content Accessibility Guidelines 2.2 ask (1.4.3 and 1.4.11).
"""

from __future__ import annotations

from types import MappingProxyType

SERIES = 8
"""So many colours tell items apart; more items take them again."""

_LIGHT = ["#1463c8", "#c2760c", "#2b1f7f", "#2c9c6a", "#8f1050", "#5c5a1a", "#a482c8", "#757575"]
_DARK = ["#4d94f7", "#e8892f", "#b5abff", "#a5f0d5", "#f0409a", "#f3ea8a", "#e3bfe3", "#a07f6a"]
LIGHT = MappingProxyType(
    {"ink": "#1f1f1f", "grey": "#5a5a5a", "edge": "#d4d4d4", "faint": "#9a9a9a", "paper": "#ffffff"}
    | {f"series{n}": colour for n, colour in enumerate(_LIGHT)}
)
"""Colours by their role, on a light ground."""
DARK = MappingProxyType(
    {"ink": "#e8e8e8", "grey": "#b0b0b0", "edge": "#454545", "faint": "#7c7c7c", "paper": "#111111"}
    | {f"series{n}": colour for n, colour in enumerate(_DARK)}
)
"""The same on a dark ground. The first five of a series stay apart for colour-blind readers in both."""
