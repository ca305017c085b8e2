"""What a learner types about what comes from outside: who owns it, for when it is promised, what if not.

Codes: ROAD-7 (domain reference, section 6.1) and IMP-4 (section 6.5); a fallback that is none is WAIT-1. An
open question is written as "ask …, by …", in either column.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Collection
from typing import NamedTuple

from tpm_kit.exercises.wording import cut, date
from tpm_kit.typed import days, plain

COLUMNS = {"owner": "who owns it there", "date": "promised for", "fallback": "if it is late"}
"""The columns by id, as sentences call them."""
BLANK = {
    "owner": "nobody is named. Name one person there, or write “ask …, by …” with whom you will ask",
    "date": "there is no date. Give the day that was promised, or write “ask by …” with the day",
    "fallback": "nothing is said. Say what you do on the day after the promise if nothing has come",
}
CODE = {"owner": "ROAD-7", "date": "ROAD-7", "fallback": "WAIT-1"}
_ASK = re.compile(r"(?:we |to |will |i )*ask(?:ing)?\b[\s:,]*(.*)", re.IGNORECASE | re.DOTALL)
_BY = re.compile(r"\b(?:by|until|before)\b", re.IGNORECASE)
_BEFORE_A_DAY = re.compile(r"(?:(?:promised|by|until|before|on|for|due|from|the)\b[\s:]*)*", re.IGNORECASE)
_NO_YEAR = re.compile(
    r"\d{1,2}(?:st|nd|rd|th)?\.?\s+[^\W\d_]{3,}\.?|[^\W\d_]{3,}\.?\s+\d{1,2}(?:st|nd|rd|th)?", re.IGNORECASE
)
_PARTS_OF_A_NAME = re.compile(r"[,;()/\N{EN DASH}\N{EM DASH}]|\s-\s|\bat\b|\bof\b|\bfrom\b")
_PARTS_OF_A_FALLBACK = re.compile(r"[.;,:\N{EN DASH}\N{EM DASH}]|\b(?:and|then|but|or|so)\b")
_HOPE = re.compile(
    r"\b(?:hope|hoping|hopefully|pray|trust|cross (?:our |my )?fingers|fingers crossed)\b", re.IGNORECASE
)
_WAIT = re.compile(
    r"\b(?:wait|waiting|be patient|see what happens|worry|panic|keep (?:asking|chasing|calling)|"
    r"(?:ask|call|mail|e-?mail|remind|chase|push|press|phone|nag)\b(?: (?:them|him|her)\b|.{0,30}\bagain\b))",
    re.IGNORECASE,
)


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_GROUP = _set(
    "team department dept division unit group desk office support helpdesk hotline service services board "
    "committee company firm bank banks supervisor regulator authority vendor supplier partner partners "
    "everyone everybody all staff people management engineering sales legal compliance marketing finance "
    "operations it hr security procurement reception switchboard inbox mailbox customers customer"
)
_ROLE = _set(
    "head lead leader manager director officer chief engineer owner secretary assistant ceo cto cfo "
    "president contact boss architect developer analyst consultant auditor inspector"
)
_ROOM = _set("team department desk office")
_NOBODY = _set(
    "tbd tba unknown nobody none somebody someone anybody anyone us we they them me i you he she who "
    "whoever na unclear open later not yet known nn xxx x"
)
_SMALL = _set("a an and at by for from in is it its no of on or our that the their there this to until with")
_NO_CONTENT = _SMALL | _set(
    "nothing none na tbd tba unknown later maybe perhaps not possible will be fine ok okay plan b fallback "
    "we i they them do see wait yes same late soon happen happens won t don dont know cannot can idea clue "
    "every day week answer answers come comes cry needed n x ll re start begin postpone delay"
)


class Reading(NamedTuple):
    """What a cell holds, or the code of what is wrong with it and a sentence that says it.

    `text`: the owner, or the fallback, as typed. `day`: the day that was promised, or by which somebody is
    asked. `asks`: whether it is an open question.
    """

    text: str = ""
    day: datetime.date | None = None
    asks: bool = False
    code: str = ""
    fault: str = ""


def read_cell(column: str, text: str, thing: str = "") -> Reading:
    """Return what a text in a column means. `thing`: the words for what is waited for, so that the name of a
    bank in it is not taken for a person's.

    >>> read_cell("date", "22 Jan 2027").day
    datetime.date(2027, 1, 22)
    >>> read_cell("owner", "ask the partner office, by 15 Jan 2027").asks
    True
    """
    text = " ".join("".join(one if one.isprintable() else " " for one in text).split())
    return {"owner": _owner, "date": _date, "fallback": _fallback}[column](text, thing)


def _owner(text: str, thing: str) -> Reading:
    asked = _ASK.fullmatch(text)
    if asked:
        return _question(asked[1], whom=True)
    # A single Latin letter is no name, as in "n/a"; in other scripts it can be one.
    words = [
        word
        for word in _words(text)
        if word not in _SMALL | _NOBODY and not (len(word) == 1 and word < "\x7f")
    ]
    if not any(map(str.isalpha, "".join(words))):
        return _fault("ROAD-7", f"{_shown(text)} names nobody; name one person, or write “ask …, by …”.")
    if any(_person(part, thing) for part in _PARTS_OF_A_NAME.split(text)):
        return Reading(text)
    return _fault(
        "ROAD-7",
        f"{_shown(text)} is no person, and a day that nobody owns slips unseen. Name one person there, or "
        "write “ask …, by …”.",
    )


def _words(text: str) -> list[str]:
    return [plain(word) for word in re.findall(r"[^\W_]+", text)]


def _person(part: str, thing: str) -> bool:
    """Say whether a part of a text can be the name, or the role, of one person."""
    words = [word for word in _words(part) if word not in _SMALL]
    if not words or len(words) > 6 or not any(map(str.isalpha, words)):
        return False
    if _ROLE & set(words) and not {word.rstrip("s") for word in words} & _ROOM:
        return True
    known = set(_words(thing))
    return not (set(words) & (_GROUP | _NOBODY)) and not set(words) <= known


def _question(rest: str, whom: bool) -> Reading:
    """Return what stands behind "ask": whom, unless the column does not need it, and by which day."""
    ends = [(rest[: at.start()], rest[at.end() :].rstrip(") ")) for at in _BY.finditer(rest)]
    asked, when = next((end for end in ends if days(end[1])), ends[-1] if ends else (rest, ""))
    asked = asked.strip(" ,;:(")
    if whom and not [word for word in _words(asked) if word not in _SMALL | _NOBODY]:
        return _fault("ROAD-7", "It does not say whom you ask; write “ask …, by …” with a person or a place.")
    if not when:
        example = f"ask {cut(asked, 40)}, by" if asked else "ask by"
        return _fault("ROAD-7", f"It does not say by when you ask; write “{example} …” with the day.")
    found = _day(when)
    return found if found.code else Reading(asked, found.day, asks=True)


def _date(text: str, thing: str) -> Reading:
    asked = _ASK.fullmatch(text)
    if asked:
        return _question(asked[1], whom=False)
    return _day(text, "; where nobody has named a day, write “ask by …” with the day")


def _day(text: str, otherwise: str = "") -> Reading:
    """Return the one day that a text means, with or without a word such as "by" before it. `otherwise`: what
    else can be written."""
    text = text.strip()
    bare = text[_BEFORE_A_DAY.match(text).end() :]
    found = days(bare)
    if len(found) == 2:
        first, second = (date(day) for day in found)
        return _fault(
            "IMP-4",
            f"{_shown(text)} can be {first} or {second}. Write the month as a word, or the year first, such "
            f"as {found[0].isoformat()}.",
        )
    if not found:
        if _NO_YEAR.fullmatch(bare) and days(f"{bare} 2024"):
            return _fault("ROAD-7", f"{_shown(text)} has no year; add it.")
        return _fault("ROAD-7", f"{_shown(text)} is no day; write it as 5 May 2027 or 2027-05-05{otherwise}.")
    if not 2000 <= found[0].year < 2100:
        return _fault("ROAD-7", f"{_shown(text)} lies in the year {found[0].year}; check the year.")
    return Reading(day=found[0])


def _fallback(text: str, thing: str) -> Reading:
    """Return a fallback that has at least one part with something to do in it."""
    parts = _PARTS_OF_A_FALLBACK.split(text)
    if any(not _hollow(part) for part in parts):
        return Reading(text)
    return _fault(
        "WAIT-1",
        f"{_shown(text)} is no fallback: it changes nothing on the day. Say what you build, use or leave out "
        "instead, or what you begin in the meantime.",
    )


def _hollow(part: str) -> bool:
    words = _words(_WAIT.sub(" ", part))
    content = [word for word in words if word not in _NO_CONTENT and any(map(str.isalpha, word))]
    # "Wait two weeks with the old flow for live payments" does say what is used in the meantime.
    return len(content) < (4 if _WAIT.search(part) else 1) or bool(_HOPE.search(part))


def _fault(code: str, fault: str) -> Reading:
    return Reading(code=code, fault=fault)


def _shown(text: str) -> str:
    return f"“{cut(text, 40)}”"


def same_person(owners: Collection[str]) -> bool:
    """Say whether three owners or more are all the same person."""
    return len(owners) > 2 and len({" ".join(_words(owner)) for owner in owners}) == 1


def names_of(owner: str) -> frozenset[str]:
    """Return the words of a name, to compare two notations of it."""
    return frozenset(word for word in _words(owner) if word not in _SMALL)
