"""What the linters of free text have in common: sets of words, and the words of a text that tell something.

They read words and no meaning: what single words cannot say, a linter does not claim.
"""

from __future__ import annotations

import re
from collections.abc import Container


def word_set(words: str) -> frozenset[str]:
    """Return the words of a text as a set."""
    return frozenset(words.split())


def one_line(text: str) -> str:
    """Return a text on one line, without what cannot be printed.

    >>> one_line(" two\\nlines\\u200b ")
    'two lines'
    """
    return " ".join("".join(one if one.isprintable() else " " for one in text).split())


def telling(text: str, small: Container[str]) -> list[str]:
    """Return the words of a text in small letters, without the `small` ones, which tell nothing, and without
    single letters.

    >>> telling("The oven, a B and the oven", word_set("the and"))
    ['oven', 'oven']
    """
    found = re.findall(r"[^\W_]+", text.casefold())
    # A single letter tells nothing, except in scripts where it is a word.
    return [word for word in found if word not in small and (len(word) > 1 or word > "\x7f")]
