"""What a learner types about a response: what kind it is, a day, and a trigger.

The kinds of response are those of the PMBOK Guide for threats (domain reference, section 7).
"""

from __future__ import annotations

import datetime
import re
from typing import NamedTuple

from tpm_kit.exercises.wording import cut, date
from tpm_kit.typed import days

KINDS = {
    "escalate": "Escalate",
    "avoid": "Avoid",
    "transfer": "Transfer",
    "mitigate": "Mitigate",
    "accept": "Accept",
}
MEANING = {
    "escalate": "hands the decision to somebody above the team",
    "avoid": "changes the plan so that the event cannot happen",
    "transfer": "lets somebody else pay; chance and lost days stay as they are",
    "mitigate": "makes the event less likely, or the loss smaller",
    "accept": "changes nothing now, and says what is done if it comes",
}
FAMILIES = {
    "transfer": (
        r"insur\w*|indemni\w*|penalt(?:y|ies)|warrant(?:y|ies)|cover against|take out cover|guarantee\w*",
        r"liabilit\w*|surety|contracts?(?! tests?| testing)|clauses?|compensat\w*|outsourc\w*",
        r"(?:vendor|supplier|bank|partner) pays?",
    ),
    "mitigate": (
        r"tests?|testing|tested|spikes?|prototyp\w*|rehears\w*|dry runs?|trial runs?|pilots?|load tests?",
        r"pair(?:ed|ing)? (?:with|program\w*)|train(?:s|ed|ing)?|back-?ups?|buffers?|redundan\w*|checklists?",
        r"code reviews?|early access|simulat\w*|rate limits?|harden\w*|second (?:person|supplier|engineer)",
    ),
    "avoid": (
        r"drop(?:s|ped|ping)?|leav(?:e|es|ing) out|left out|cut(?:ting)? (?:it|from|out)|cancel\w*|descop\w*",
        r"(?:take|taking|took) (?:it|this|that) out|do(?:ing)? without|without it|not (?:to )?build",
        r"out of (?:the )?(?:release|scope)|remov\w+ .{0,30}from (?:the )?(?:release|scope|plan)",
    ),
    "escalate": (
        r"escalat\w*|(?:ask|(?:take|hand) (?:it|this) to|put (?:it|this) before) (?:the )?"
        r"(?:ceo|board|sponsor|steering)",
        r"(?:ceo|board|sponsor) (?:to )?decides?",
    ),
    "accept": (
        r"accept\w*|do(?:es|ing)? nothing|carry on|live with|bear (?:it|the)|tolerat\w*|wait and see",
        r"wait(?:ing)? for|watch(?:ing)? it|keep an eye",
        r"(?:monitor|observe|watch)(?:ing)?(?: (?:it|this|that|the (?:risk|situation|progress)))? closely",
        r"(?:monitor|observ|watch)(?:e|ing)? (?:it|this|the (?:risk|situation|progress))",
    ),
}
"""Words by which an action in the learner's own words is read. Contract tests are no contract."""
_FAMILY = {kind: re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE) for kind, words in FAMILIES.items()}

_NUMBER_WORDS = (
    "one two three four five six seven eight nine ten eleven twelve twenty thirty fifty hundred half third "
    "quarter twice dozen"
)
_MONTHS = "january february march april may june july august september october november december"
_DAYS = "monday tuesday wednesday thursday friday saturday sunday"
_SHORT = "jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri"


def _any(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words.split())})\b", re.IGNORECASE)


_FIGURE = re.compile(
    rf"\d|{_any(f'{_NUMBER_WORDS} {_DAYS} first second single').pattern}|\bon the (?:day|morning|evening)\b",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"\b(?:reports?|finds?|announces?|asks?|refuses?|refused|rejects?|objects?|tells?|writes?|calls?|publishes|"
    r"complains?|warns?|returns?|cancels?|resigns?|leaves|says?|shows?|posts?|sends?|hands? in|published|"
    r"arrives?|fails?|confirms?|quits?)\b",
    re.IGNORECASE,
)
"""Verbs of what somebody does on one day, so that everybody can see it without a figure."""
_NOBODY = re.compile(r"\b(?:it|this|that|risks?|something|things?)\W*$", re.IGNORECASE)
_NOT = re.compile(r"\b(?:not|no|never|nobody|nothing|without|\w+n't|late|slow\w*)\b", re.IGNORECASE)
# "may" and "march" are words, too: a month counts beside a day only, and that has a digit.
_TIME = _any(
    f"{_MONTHS} {_DAYS} {_SHORT} {_NUMBER_WORDS} day days week weeks month months sprint sprints hour hours"
)
_ITSELF = re.compile(
    r"\b(?:if|when|once|should|as soon as)\b.{0,20}\b(?:it|this|that|the (?:risk|event|worst))\b.{0,12}"
    r"\b(?:happens?|occurs?|strikes?|comes?(?: true)?|fires?|materiali[sz]es?)\b",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    r"\b(?:go(?:es)? wrong|gets? (?:bad|worse)|turns? (?:bad|worse)|(?:if|when(?:ever)?|as) (?:needed|"
    r"necessary|required|appropriate)|problems?|issues?|trouble|difficult(?:y|ies)|significant(?:ly)?|"
    r"serious(?:ly)?|(?:too|very) \w+|a lot|often|soon|later|in time|late|asap|signs?|unusual|bad(?:ly)?)\b",
    re.IGNORECASE,
)
_SMALL_WORDS = """
a an and any are as at be been but by for from had has have if in into is it its more most no not of on
once or our over still than that the their them then there they this to until was we were what when
which who will with without after before less least days day week weeks
"""
_SMALL = frozenset(_SMALL_WORDS.split())
_SO = re.compile(
    r"(?:\N{RIGHTWARDS ARROW}|->|=>|\b(?:then|we|i|they|otherwise)\b)\W*(?P<does>[^,;:.]+)", re.IGNORECASE
)
"""What is done then: even one word is enough behind "then" or "we"."""
_PARTS = re.compile(r"[,;:.\N{RIGHTWARDS ARROW}]|->|=>|\b(?:then|we|i|they|otherwise)\b", re.IGNORECASE)
_NO_YEAR = re.compile(
    r"(?:[^\W\d_]{3,9},?\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\.?\s+[^\W\d_]{3,}\.?|[^\W\d_]{3,}\.?\s+\d{1,2}(?:st|nd|rd|th)?)",
    re.IGNORECASE,
)
_NO_YEAR_GERMAN = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.")
_NO_ACTION = re.compile(r"(?:t\.?b\.?[adc]\.?|n\W?a|to ?do|none|later|open|same|see above)\W*", re.IGNORECASE)
_BEFORE_A_DAY = re.compile(r"(?:(?:by|until|before|on|due|the)\b[\s:]*)*", re.IGNORECASE)


def shown(text: str, most: int = 60) -> str:
    """Return a text as a sentence quotes it."""
    return f"“{cut(text, most)}”"


def kinds_read(action: str) -> dict[str, str]:
    """Return the kinds of response that the words of an action belong to, each with the words that say so.

    >>> kinds_read("Insurance against lost days"), kinds_read("Contract tests with the bank")
    ({'transfer': 'Insurance'}, {'mitigate': 'tests'})
    """
    found = {kind: words.search(action) for kind, words in _FAMILY.items()}
    return {kind: match[0] for kind, match in found.items() if match}


class Day(NamedTuple):
    """A day as typed, or the sentence that says why it is none."""

    day: datetime.date | None
    fault: str = ""


def read_day(text: str, today: datetime.date | None) -> Day:
    """Return the day that a text means; one without a year is the one nearest to `today`.

    >>> read_day("22 January", datetime.date(2026, 12, 18)).day
    datetime.date(2027, 1, 22)
    """
    text = " ".join(text.split())
    bare = re.sub(r"\bof\s+", "", text[_BEFORE_A_DAY.match(text).end() :])
    if today and (german := _NO_YEAR_GERMAN.fullmatch(bare)):
        near = (day for year in (-1, 0, 1) for day in days(f"{german[1]}.{german[2]}.{today.year + year}"))
        found = tuple(sorted(near, key=lambda day: abs(day - today))[:1])
    else:
        found = days(bare)
    if len(found) == 2:
        first, second = (date(day) for day in found)
        iso = found[0].isoformat()
        ways = f"{shown(text, 40)} can be {first} or {second}"
        return Day(None, f"{ways}. Write the month as a word, or {iso}.")
    if not found and today and _NO_YEAR.fullmatch(bare):
        near = (day for year in (-1, 0, 1) for day in days(f"{bare} {today.year + year}"))
        found = tuple(sorted(near, key=lambda day: abs(day - today))[:1])
    if not found:
        example = (today or datetime.date(2027, 1, 22)) + datetime.timedelta(weeks=5)
        ways = f"{date(example)} or {example.isoformat()}"
        return Day(None, f"{shown(text, 40)} is no day. Write it as {ways}.")
    if not 2000 <= found[0].year < 2100:
        return Day(None, f"{shown(text, 40)} lies in the year {found[0].year}; check the year.")
    return Day(found[0])


def trigger_fault(text: str) -> str:
    """Return why a text is no trigger, as a sentence without the text itself; "" if it is one.

    A trigger can be seen by anybody who looks: a number that is passed, a day, or what somebody does.

    >>> trigger_fault("no test access by 22 January"), trigger_fault("if it gets worse")
    ('', 'has no number and no day, so two people would not see it at the same moment')
    """
    if not any(map(str.isalpha, text)):
        return "names nothing that can be seen"
    if not _FIGURE.search(text):
        if _ITSELF.search(text):
            return "says only that the risk has come, and then there is nothing left to prepare"
        if _somebody_acts(text):
            return ""
        return "has no number and no day, so two people would not see it at the same moment"
    if _ITSELF.search(text) and not _seen_words(_ITSELF.sub(" ", text)):
        return "says only that the risk has come, and then there is nothing left to prepare"
    if not _seen_words(text):
        return "has a figure but does not say what is to be seen"
    return ""


def _somebody_acts(text: str) -> bool:
    """Say whether a text says what somebody does, so that it can be seen without a figure."""
    told = _TOLD.search(text)
    if not told or _VAGUE.search(text):
        return False
    before = text[: told.start()]
    return not _NOT.search(before) and not _NOBODY.search(before)


def _seen_words(text: str) -> list[str]:
    """Return the words of a text that name something: no figures, times, small or vague words."""
    rest = _VAGUE.sub(" ", _TIME.sub(" ", text))
    words = [word for word in re.findall(r"[^\W\d_]+", rest.casefold()) if word not in _SMALL]
    # In scripts without blanks between words two letters can be a word.
    return [word for word in words if len(word) > 2 or ord(word[0]) > 0x2E80]


def says_what_then(text: str) -> bool:
    """Say whether a trigger also says what is done when it is seen.

    >>> says_what_then("no access by 22 January: ship version 2"), says_what_then("no access by 22 January")
    (True, False)
    """
    parts = _PARTS.split(text)
    seen = next((n for n, part in enumerate(parts) if not trigger_fault(part)), 0)
    if any(len(_seen_words(part)) >= 2 for n, part in enumerate(parts) if n > seen):
        return True
    done = _SO.search(text, text.find(parts[seen]) + len(parts[seen]))
    return bool(done and _seen_words(done["does"]))


def says_what_is_done(action: str) -> bool:
    """Say whether a text could be an action: not one letter, and not "tbd".

    >>> says_what_is_done("Insure it"), says_what_is_done("x"), says_what_is_done("TBD")
    (True, False, False)
    """
    letters = [letter for letter in action if letter.isalpha()]
    # In scripts without blanks between words two letters can be a word.
    few = 2 if any(ord(letter) > 0x2E80 for letter in letters) else 4
    return len(letters) >= few and not _NO_ACTION.fullmatch(action.strip())
