"""The linter of 11.9: does a recommendation have a condition that can be checked, and say what it hangs on?

It reads figures, English words and the word for “if” in a few other languages. What it cannot know, such as
whether the advice is wise, it does not claim; of a text in another script it says nothing.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from tpm_kit.exercises.career.checklist import words_of
from tpm_kit.exercises.texts_read import word_set
from tpm_kit.exercises.wording import cut

_IF = re.compile(
    r"\b(?:only if|if|unless|assuming(?: that)?|supposing|"
    r"in the event (?:that|of)|whether|only after|as soon as|once|"
    r"when|whenever|as long as|provided(?: that)?|in case|until|"
    r"should (?=the|our|we)|wenn|falls|sobald|solange|si|quand|lorsque|cuando|quando|se)\b"
)
_END = re.compile(r"[,;.:!?](?=\s|$)|\bthen\b|\s[–—-]\s")
_BARE = re.compile(
    r"\W*(?:yes|no|maybe|perhaps|(?:we should |(?:we )?(?:do not|don['’]?t|should not) )?hire)"
    r"(?:\W+(?:one|a|an|tpm|them|somebody|someone|now|please|hire|yes|no))*\W*"
)
_FREE = word_set(
    "need needs needed necessary possible required require okay right wanted asked appropriate sensible "
    "budget allows allow money time comes useful helpful works happens becomes become needs needed want "
    "wants like makes make sense"
)
_SEEN = re.compile(
    r"\d|%|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|dozen|half|third|quarter|twice|double[sd]?|each|"
    r"every|nobody|no one|(?:by|in|until|before|since|end of) "
    r"may|january|february|march|april|june|july|august|september|october|november|december|"
    r"monday|tuesday|wednesday|thursday|friday|week|weeks|month|months|sprint|sprints)\b"
)
_VERDICT = re.compile(
    r"\b(?:checklist|total|scores?|result|figures|numbers?)\b[^.;,]{0,30}\b"
    r"(?:says?|tells?|proves?|decides?|means?|shows?)\b[^.;]{0,25}\b(?:hire|yes|no|should|must)\b"
)
_TOTAL = re.compile(r"\b(?:total|checklist|points|share of the possible|(?:the|our|its|my) scores?)\b")
_AWARE = re.compile(
    r"\b(?:single score|one score|one step|close to the line|near the line|tips?|hangs on|sensitive)\b"
)
_DONE = re.compile(r" (?:hire|advertise|recruit|train)\b")
"""What is done then, where no comma parts it from its condition."""
_AGAINST = re.compile(
    r"\W*(?:no|not|don['’]?t|do not|(?:(?:i|we)\W+)?(?:would|should|do|will)(?: not|n['’]?t))\b(?! only)"
)
_NAMES = {
    "complexity": re.compile(r"complex|depend|waits? for|entangl"),
    "team": re.compile(r"\bteam|engineers|headcount|developers"),
    "change": re.compile(r"chang|rate of|\bforce"),
    "growth": re.compile(r"\bgrow|customers|merchants|users"),
    "integration": re.compile(r"integrat|interface|connect|other(?:s['’]|['’]s| people['’]s) systems"),
    "today": re.compile(r"\bhours|today|workload|with another job"),
}


class Fault(NamedTuple):
    """What is wrong with a recommendation: whether it is a problem, a sentence, and what to try."""

    problem: bool
    says: str
    do: str


def conditions(text: str) -> list[str]:
    """Return what stands behind each “if” of a text, up to the end of the clause.

    >>> conditions("If half of the items wait, we advertise; otherwise not.")
    ['half of the items wait']
    """
    small = " ".join(text.casefold().split())
    found = []
    for at in _IF.finditer(small):
        rest = small[at.end() :]
        end = _END.search(rest)
        found.append(rest[: end.start() if end else None].strip())
    return found


def lint(text: str) -> Fault | None:
    """Return what is wrong with a recommendation, or None; the worst first."""
    shown = f"“{cut(text, 60)}”"
    if not re.search("[a-z0-9]", text.casefold()) and any(map(str.isalpha, text)):
        return None
    if _BARE.fullmatch(text.casefold()):
        return Fault(
            True, f"{shown} is a bare verdict.", "Say under which condition, and what happens otherwise."
        )
    said = conditions(text)
    if not said:
        return Fault(
            True,
            f"{shown} has no condition.",
            "Write it as “if …, then …”: what would have to be so, or would have to change?",
        )
    filled = [one for one in said if set(words_of(one)) - _FREE]
    if not filled:
        return Fault(
            True,
            f"{shown}: the condition “{cut(said[0], 40)}” is always true or never.",
            "Name something that can be counted, and the count at which you would say the opposite.",
        )
    if not _rest(text, said) and not any(map(_DONE.search, said)):
        return Fault(True, f"{shown} says when, and not what.", "Add what is done then, and what until then.")
    if _VERDICT.search(text.casefold()) or all(map(_is_total, filled)):
        return Fault(
            False,
            f"{shown} leaves the decision to a total.",
            "Say what lies behind the total: the one or two factors on which it rests.",
        )
    if not any(_SEEN.search(one) for one in filled):
        return Fault(
            False,
            f"{shown}: the condition “{cut(filled[0], 40)}” has no figure and no day by which it "
            "could be seen.",
            "Add one, such as the count of one factor.",
        )
    return None


def _is_total(condition: str) -> bool:
    """Say whether a condition speaks of the total, and of no factor behind it."""
    behind = any(name.search(condition) for name in _NAMES.values())
    return bool(_TOTAL.search(condition)) and not behind


def _rest(text: str, said: list[str]) -> bool:
    """Say whether something is left beside the conditions."""
    small = " ".join(text.casefold().split())
    for one in said:
        small = small.replace(one, " ", 1)
    return bool(set(words_of(_IF.sub(" ", small))) - {"then", "otherwise", "else"})


def names_factor(text: str, factor: str) -> bool:
    """Say whether a recommendation speaks of a factor."""
    return bool(_NAMES[factor].search(text.casefold()))


def against(text: str) -> bool:
    """Say whether a recommendation begins with a no."""
    return bool(_AGAINST.match(text.casefold()))


def aware(text: str) -> bool:
    """Say whether a recommendation says that a total hangs on little."""
    return bool(_AWARE.search(text.casefold()))
