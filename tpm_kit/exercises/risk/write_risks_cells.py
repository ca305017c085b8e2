"""The linter of 7.2: what single words say of a cause, an event, an effect and a requirement of quality.

It reads English words and figures only, and no meaning: what it cannot know it does not claim.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from tpm_kit.answers import Cells
from tpm_kit.exercise import Level
from tpm_kit.exercises.risk.write_risks_rows import Row
from tpm_kit.exercises.wording import cut


class Fault(NamedTuple):
    """What is wrong with a cell: a rule's code, how bad it is, a sentence, and what to try."""

    code: str
    level: Level
    says: str
    do: str


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_SMALL = _set(
    "a an and or but the this that these those it its is are be been being to of on in at by for from with "
    "as so then than also we our us you your they their them he she his her i my there here which who whom "
    "when while until before after because since no not none nor will would can could may might has have "
    "had was were do does did if both each any some all one more most very only just"
)
_NOTHING = _set("tbd tba todo na unknown nothing something anything somehow etc x xx xxx lorem ipsum")
_VAGUE = _set(
    "problem problems trouble troubles issue issues delay delays delayed late later risk risks fail fails "
    "failed failure failures wrong go goes going happen happens happened bad badly worse difficult "
    "difficulty difficulties error errors project projects release team product work works impact negative "
    "big huge serious thing things quality get gets become becomes technical possible potential occur occurs "
    "slip slips slipped"
)
_OPEN = re.compile(r"\b(?:might|could|would|perhaps|maybe|possibly|probably|if|may)\b")
_SURE = re.compile(
    r"\bcould(?:n['’]t| not)\b|\bmay (?:not|only)\b|\bonly (?:\w+ ){1,3}may\b|\b(?:as|even|knows?|asks?) if\b"
)
_OVER = re.compile(
    r"\b(?:already|yesterday|so far|(?:has|have|had) (?:already )?happened|"
    r"last (?:week|month|year|quarter|time|monday|tuesday|wednesday|thursday|friday))\b"
)
_PAST = re.compile(
    r"^(?:[\w'’-]+ ){1,5}(?:(?:has|have) (?:already |just )?(?:\w+ed|been|gone|lost|made|sent|left|taken|"
    r"fallen|broken|given|found|come|become|begun|cost|got)|"
    r"was|were|had|did|broke|went|fell|began|gave|took|came|became|withdrew)(?:\b|(?=n['’]t\b))"
)
_LATER = re.compile(
    r"\b(?:if|when|once|until|after|before|by|than|as|like|that|who|which|turns?|no|nobody|none|not|never|can|"
    r"cannot|may|might|could|will|would)\b|n['’]t\b"
)
_STILL_OPEN = re.compile(r"\b(?:can|cannot|may|might|could|will|would|before|when)\b")
_NO = re.compile(r"\b(?:no|not|none|nobody|never|without|cannot)\b|n['’]t\b")
_WE = r"^(?:so |then )?(?:(?:we|you|i|the team|somebody|someone) )?"
_REMEDY = re.compile(_WE + r"(?:should|ought to|had better|let us|let['’]s|please)\b")
_DUTY = re.compile(_WE + r"(?:must|needs? to|ha(?:ve|s) to|wants? to)\b")
_AMOUNT = re.compile(
    r"\d|%|€|\$|£|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|dozen|hundred|thousand|million|half|"
    r"twice|double|every|each|all|nobody|no one|minutes?|hours?|days?|weeks?|fortnights?|months?|sprints?|"
    r"quarters?|years?|stunden?|tagen?|tage|wochen?|monaten?|monate)\b"
)
_MEASURE = re.compile(
    r"\d|\bzero\b|\b(?:half an?|one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty) "
    r"(?:(?:milli)?seconds?|minutes?|hours?|days?|weeks?|percent|per cent)\b"
)
_LABEL = re.compile(
    r"\b(?:rule|article|section|step|version|no\.) \d+\b|\b\d{4}-\d\d-\d\d\b|"
    r"\b\d{1,2}\.? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\b(?: \d{4}\b)?"
)
"""A rule's number or a date: a figure, and no measure."""


def tidy(text: str) -> str:
    """Return a text on one line, without what cannot be printed and without the full stop."""
    return " ".join("".join(one if one.isprintable() else " " for one in text).split()).rstrip(". ")


def content(text: str) -> frozenset[str]:
    """Return the words that carry what a text says, in small letters."""
    words = re.findall(r"[^\W_]+", text.casefold())
    # A single letter carries nothing, except in scripts where it is a word.
    said = (word for word in words if len(word) > 1 or word > "\x7f")
    return frozenset(said) - _SMALL - _NOTHING


def alike(one: str, other: str) -> bool:
    """Say whether two texts say the same in nearly the same words."""
    mine, yours = content(one), content(other)
    return len(mine & yours) >= 3 and len(mine & yours) >= 0.8 * max(len(mine), len(yours))


def figures(text: str) -> set[str]:
    """Return the figures in a text, 1,000 and 1000 and 1k as the same."""
    found = re.findall(r"(\d[\d,.]*)(k\b)?", text)
    plain = [(one.rstrip(",.").replace(",", ""), thousand) for one, thousand in found]
    return {f"{one}000" if thousand and one.isdigit() else one for one, thousand in plain}


def faults(row: Row, answer: Cells) -> dict[str, Fault]:
    """Return what is wrong with the cells of a row that are filled in: column -> its first fault."""
    texts = {column: tidy(answer.text(row.id, column)) for column in row.columns}
    texts = {column: text for column, text in texts.items() if answer.text(row.id, column)}
    found = {}
    for column, text in texts.items():
        empty = None if column == "quality" and _MEASURE.search(text.casefold()) else _empty(text)
        fault = empty or _CHECKS[column](text, row) or _twice(column, text, texts)
        if fault:
            found[column] = fault
    return found


def _shown(text: str) -> str:
    return f"“{cut(text, 60)}”"


def _empty(text: str) -> Fault | None:
    said = content(text)
    telling = bool(said - _VAGUE)
    # "We are not admitted" and "No backups" have one word that tells something, and are clear all the same.
    enough = 2 if _NO.search(text.casefold()) else 3
    if len(said) >= 2 or (telling and len(text.split()) >= enough):
        return None
    what = _shown(text) if text else "It"
    return Fault(
        "WRITE-1",
        "problem",
        f"{what} is too short for others to know what is meant." if telling else f"{what} says nothing yet.",
        "Write a short sentence, with who or what it is about.",
    )


def _cause(text: str, row: Row) -> Fault | None:
    plain = text.casefold() if "May" not in text else re.sub(r"\bMay\b", "", text).casefold()
    if wished := _wished(text):
        return wished
    if left := _OPEN.search(_SURE.sub(" ", plain)):
        return Fault(
            "WRITE-2",
            "caution",
            f"{_shown(text)} leaves something open, as “{left[0]}” says.",
            "Give the fact of today from which the event may come; what may happen is for the next column.",
        )
    return None


def _restated(text: str, title: str) -> bool:
    """Say whether a text says what the statement says, or a part of it; its denial says something else."""
    if _NO.search(text.casefold()) and not _NO.search(title.casefold()):
        return False
    part = len(content(text)) >= 3 and content(text) <= content(title)
    return part or alike(text, title)


def _statement_itself(text: str, row: Row) -> Fault | None:
    """Return the fault of an event that only says again what is to be written as a risk."""
    if row.kind not in _ASK_OF or not _restated(text, row.title):
        return None
    code, it_is, do = _ASK_OF[row.kind]
    return Fault(code, "problem", f"{_shown(text)} is the statement itself, which {it_is}.", do)


_SO_ALREADY = ("RISK-2", "is so already", "Ask what may still come of it, and write that down.")
_ASK_OF = {
    "issue": _SO_ALREADY,
    "cause": _SO_ALREADY,
    "wish": (
        "WRITE-8",
        "says what somebody wants",
        "Ask what may keep it from coming true, and write that down.",
    ),
}


def _over(text: str) -> Fault | None:
    """Return the fault of an event that a word puts into the past, unless it is compared with, or part of a
    clause: "refuses as she did last month", "money already paid cannot be traced"."""
    plain = text.casefold()
    over = _OVER.search(plain)
    if not over or _LATER.search(plain[: over.start()]) or _STILL_OPEN.search(plain[over.end() :]):
        return None
    return Fault(
        "RISK-2",
        "problem",
        f"{_shown(text)} has happened, as “{over[0]}” says.",
        "Write what has not happened yet and may.",
    )


def _event(text: str, row: Row) -> Fault | None:
    plain = text.casefold()
    if said := _statement_itself(text, row) or _over(text):
        return said
    if wished := _wished(text):
        return wished
    past = _PAST.match(plain)
    if past and not _LATER.search(past[0]):
        return Fault(
            "RISK-2",
            "caution",
            f"{_shown(text)} reads as if it had happened.",
            "Write it as something still to come. If it is open after all, accept this and say why.",
        )
    if content(text) <= _VAGUE:
        return Fault(
            "WRITE-1",
            "problem",
            f"{_shown(text)} fits every risk: nobody could say on which day it has happened.",
            "Say who does what, or what stops working.",
        )
    return None


def _effect(text: str, row: Row) -> Fault | None:
    if wished := _wished(text, duty=False):
        return wished
    if content(text) <= _VAGUE:
        return Fault(
            "WRITE-3",
            "problem",
            f"{_shown(text)} does not say what is lost.",
            "Say which date, which money or which people it hits.",
        )
    if not _AMOUNT.search(text.casefold()):
        return Fault(
            "WRITE-3",
            "caution",
            f"{_shown(text)} does not say how much.",
            "Give days, money, people or the date that it endangers, as far as it is known.",
        )
    return None


def _quality(text: str, row: Row) -> Fault | None:
    if not _MEASURE.search(_LABEL.sub(" ", text.casefold())):
        return Fault(
            "WRITE-6",
            "problem",
            f"{_shown(text)} has no figure to measure by, so nobody can test whether it is met.",
            "Give a figure with its unit, and for how many cases it holds.",
        )
    if not any(word.isalpha() for word in content(text)):
        return Fault(
            "WRITE-6",
            "caution",
            f"{_shown(text)} does not say of what.",
            "Say what takes so long or comes so often, and for how many cases it holds.",
        )
    return None


def _wished(text: str, duty: bool = True) -> Fault | None:
    """Return the fault of a text that asks for something; in an effect a mere duty is none."""
    asks = _REMEDY.match(text.casefold())
    if not asks and not (duty and _DUTY.match(text.casefold())):
        return None
    return Fault(
        "WRITE-5",
        "problem" if asks else "caution",
        f"{_shown(text)} says what somebody should do.",
        "What is to be done comes later, as the response. Here stands what is so, may happen, or follows.",
    )


def _twice(column: str, text: str, texts: dict[str, str]) -> Fault | None:
    for other, before in texts.items():
        if other == column:
            return None
        if text.casefold() == before.casefold() or alike(text, before):
            return Fault(
                "WRITE-4",
                "problem",
                f"{_shown(text)} stands in the column {other} too.",
                "The three say different things: what is so, what may happen, and what that does.",
            )
    return None


_CHECKS = {"cause": _cause, "event": _event, "effect": _effect, "quality": _quality}
