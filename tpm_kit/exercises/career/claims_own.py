"""The learner's own claim in 11.13: its cells, and what is wrong with the words in them.

The linters know English words only, and let pass what they do not know.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from tpm_kit.answers import Cells
from tpm_kit.exercises.career.checklist import hollow
from tpm_kit.exercises.career.claims_texts import (
    BASIS,
    DATE,
    GRADE,
    NOTHING,
    OLD,
    OPTIONS,
    OWN_COUNT,
    RECENT,
    SINCE,
    TABLE,
    TEST,
    UNCOUNTED,
    UNDATED,
)
from tpm_kit.exercises.wording import cut

SAID, MARK = "said", "mark"
CLAIM = "claim"
OWN = {
    CLAIM: ("own-claim", "My claim"),
    BASIS: ("own-basis", "My claim: who says it"),
    DATE: ("own-date", "My claim: when"),
    TEST: ("own-test", "My claim: what would test it"),
    GRADE: ("own-grade", "My claim: grade"),
}
"""The row of each part of one's own claim, and its title."""
IN_WORDS = (CLAIM, BASIS, DATE, TEST)
MARKED = (BASIS, DATE, TEST, GRADE)
OWN_TESTS = {TABLE: "A published table", OWN_COUNT: "A count of my own", NOTHING: "Nothing could"}
"""What can test a claim of the learner's own: it may be about other things than the table here."""
OWN_OPTIONS = {**OPTIONS, TEST: OWN_TESTS}
_NAMED = re.compile(
    r"https?://|www\.|\b(?:at|in|from|of|by|on) (?:my|our|a|an|the) "
    r"(?!(?:internet|web|media|news|industry|field|market|sector|business|world|scene|community)\b)\w+|"
    r"(?<=[\w,&] )(?!(?:LinkedIn|Twitter|Reddit|YouTube|Internet|TPMs?|PMs?|US|I)\b)[A-Z]\w+|"
    r"^\W*(?!(?i:every\w*|any\w*|some\w*|no|nobody|none|many|most|all|other|others|people|they|it|one|you|we|i|"
    r"he|she|the|a|an|my|our|this|that|these|those|there|and|but|so|yes|well|common|unknown|experts?|analysts?|"
    r"insiders?|stud(?:y|ies)|research|researchers|surveys?|statistics|social|media|internet|web|news|"
    r"newspapers?|articles?|blogs?|posts?|forums?|industry|market|rumou?rs?|gossip|hearsay|sources?|online|"
    r"today|now|nowadays|often|generally|usually|clearly|obviously|linkedin|twitter|reddit|youtube|"
    r"tpms?|pms?|us)\b)"
    r"[A-Z]\w*(?:['’]s\b|\.\w|\s?[:,]| (?:says|said|writes|wrote|claims|claimed|reports|reported|found|"
    r"counted|surveyed|polled|asked|expects|predicts)\b)"
)
"""Something that can be gone to, or asked. A capital at the beginning shows a name only before what follows a
source, such as "Gartner says": every sentence begins with one."""
_NOBODY = re.compile(
    r"\b(?:every(?:body|one)|(?:many|most|all|some|other) people|people (?:say|are|in|on)|they (?:all )?say|"
    r"it is (?:often )?said|one (?:hears|reads)|you (?:hear|read)|some(?:body|one)|nobody|"
    r"the (?:internet|web|media|news|industry)|social media|experts?|studies (?:show|say)|"
    r"research (?:shows|says)|common knowledge|well known|no idea|unknown)\b",
    re.IGNORECASE,
)
_COUNT = re.compile(
    r"\d|\b(?:count\w*|survey\w*|statistic\w*|data|figures?|tables?|numbers?|asked|measured?|measures|"
    r"reports?|stud(?:y|ies)|census|trends?|index|polls?|polled|analy[sz]\w*|sample|bureau|office|bls|oews|"
    r"adverts|ads|postings|listings|vacanc\w*|search\w*|hires|graduates|respondents|users|tracked|tracks|"
    r"fills?|filled|entries)\b",
    re.IGNORECASE,
)
_ENGLISH = re.compile(r"\b(?:the|of|by|and|from|with|who|my|says?|said)\b", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_VAGUE = re.compile(
    r"\b(?:recent(?:ly)?|lately|nowadays|these days|some ?time|a while|long ago|once|no date|unknown|undated|"
    r"do(?:n['’]t| not) know|no idea|always|ages)\b|^\W*(?:today|now)\W*$",
    re.IGNORECASE,
)
_NO_TEST = re.compile(
    r"\b(?:time will tell|wait and see|ask(?:ing)? around|common sense|(?:my|a|gut) (?:gut )?feeling|"
    r"intuition|(?:my|own|our) experience|look(?:ing)? around|obvious(?:ly)?|self-evident|google it|"
    r"trust (?:me|them))\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\b(?:counts?|counted|counting|how (?:many|often|long)|compar\w+|number of|adverts?)\b", re.IGNORECASE
)
_IN_PASSING = re.compile(
    r"\b(?:no|not|non|none|nothing|nobody|never|neither|nor|without|cannot|hard(?:ly)?|impossible|too|vague|"
    r"unclear|open|missing|lacks?|leaves?|whatever|however|any|even|either|(?:in|from|an|sells?) adverts?|"
    r"a number of)\b|n['’]t\b",
    re.IGNORECASE,
)
"""What shows that a count is named because there is none, or that adverts are only where the claim stood."""
_A_COUNT = re.compile(
    r"\b(?:surveys?|surveyed|polled|(?<!\bbe )counted)\b|"
    r"(?<![\w.,/#-])(?<!\b(?:with|over) )(?<!\b(?:firm|team) of )(?<!\bcompany of )"
    r"(?!(?:19|20)\d\d\b)(?:\d{1,3}(?:[,.]\d{3})+|\d{2,})(?![\w/-])\+? (?:[a-z-]+ ){0,2}?"
    r"(?!(?:years|months|weeks|days|hours|minutes|pages|followers|subscribers|this|says|is|was|has)\b)"
    r"(?:people|[a-z]+s)\b",
    re.IGNORECASE,
)
"""A survey, or a number of things; a year, an age and a day are none."""
_DENIED = re.compile(
    r"\b(?:no|not|nor|without|never|nobody|nothing|none|neither|cannot)\b|n['’]t\b", re.IGNORECASE
)


class Fault(NamedTuple):
    """What is wrong with a part of one's own claim: the part, the cell, a sentence, why, what to try, and
    whether words and mark contradict each other."""

    part: str
    column: str
    says: str
    why: str
    do: str
    contradicts: bool = False


def words(answer: Cells, part: str) -> str:
    """Return what is said about a part, on one line; "" for nothing."""
    return " ".join(answer.text(OWN[part][0], SAID).split())


def mark(answer: Cells, part: str) -> str:
    """Return what is marked of a part; "" for nothing, or what cannot be chosen."""
    chosen = answer.text(OWN[part][0], MARK)
    return chosen if chosen in OWN_OPTIONS.get(part, {}) else ""


def begun(answer: Cells) -> bool:
    """Say whether anything of one's own claim is filled in."""
    return any(words(answer, part) for part in IN_WORDS) or any(mark(answer, part) for part in MARKED)


def own_cells() -> dict[str, str]:
    """Return what the feedback calls each cell, by `row:column`."""
    said = {f"{OWN[part][0]}:{SAID}": OWN[part][1] for part in IN_WORDS}
    return said | {f"{OWN[part][0]}:{MARK}": OWN[part][1] for part in MARKED}


def own_faults(answer: Cells) -> Iterator[Fault]:
    """Yield what is wrong with the words of one's own claim, and where words and mark do not go together."""
    for part, check in ((CLAIM, _claim), (BASIS, _who), (DATE, _when), (TEST, _test)):
        text = words(answer, part)
        if text:
            yield from check(text, f"“{cut(text, 60)}”", mark(answer, part))


def _claim(text: str, shown: str, _: str) -> Iterator[Fault]:
    if hollow(text, 2):
        why = "Only what is said about somebody or something can be held against anything."
        yield Fault(CLAIM, SAID, f"{shown} says nothing yet.", why, "Write the sentence as you met it.")
    elif text.rstrip(" ”\"'»").endswith(("?", "\uff1f")):
        yield Fault(
            CLAIM,
            SAID,
            f"{shown} is a question.",
            "A question claims nothing, so nothing stands behind it.",
            "Write the answer that somebody gave to it, in their words.",
        )


def _who(text: str, shown: str, chosen: str) -> Iterator[Fault]:
    if _NOBODY.search(text) and not _NAMED.search(text):
        yield Fault(
            BASIS,
            SAID,
            f"{shown} names nobody who could be asked.",
            "What everybody says was often said by one, and copied.",
            "Name the person, the firm or the page where you met it, even if it only repeats others.",
        )
    elif chosen == UNCOUNTED and (found := _a_count(text)):
        yield Fault(
            BASIS,
            MARK,
            f"You mark “{OPTIONS[BASIS][UNCOUNTED]}”, and {shown} names one: “{cut(found, 40)}”.",
            "Whether a count is good, and who earns by it, is another question than whether there is one.",
            "Mark who counted, and whether they counted what the claim is about.",
            True,
        )
    elif chosen not in ("", UNCOUNTED) and _ENGLISH.search(text) and not _COUNT.search(text):
        yield Fault(
            BASIS,
            MARK,
            f"You mark “{OPTIONS[BASIS][chosen]}”, and {shown} does not say what was counted.",
            "Only what was counted can be counted again.",
            "Add what they counted, or mark that there is no count.",
        )


def _a_count(text: str) -> str:
    """Return the piece of a text that names a count, or "" where there is none or a "no" stands before it."""
    found = _A_COUNT.search(re.sub(r"(?:https?://|www\.)\S+", "", text))
    return found[0] if found and not _DENIED.search(found.string[: found.start()]) else ""


def _when(text: str, shown: str, chosen: str) -> Iterator[Fault]:
    years = [int(year) for year in _YEAR.findall(text)]
    says = f"You write {shown} and mark “{OPTIONS[DATE].get(chosen, '')}”."
    if years and chosen == UNDATED:
        why = f"You wrote a year, {years[0]}, so there is a date."
        yield Fault(DATE, MARK, says, why, "Mark what follows from the year that you write.", True)
    elif years and (
        (chosen == RECENT and max(years) < SINCE) or (chosen == OLD and min(years) > SINCE)
    ):  # a forecast names years that lie ahead of its own, so one that fits is enough
        why = f"The line is May {SINCE}, two years before the newest figure in the table."
        yield Fault(DATE, MARK, says, why, "Mark what follows from the year that you write.", True)
    elif chosen in (RECENT, OLD) and not re.search(r"\d", text) and _VAGUE.search(text):
        why = "Without a year nobody can tell whether it still holds."
        yield Fault(DATE, MARK, f"{says} That names no year.", why, "Find the year, or mark “No date”.")


def _test(text: str, shown: str, chosen: str) -> Iterator[Fault]:
    if (
        chosen == NOTHING
        and _COUNTED.search(text)
        and not (_IN_PASSING.search(text) or _NO_TEST.search(text))
    ):
        yield Fault(
            TEST,
            MARK,
            f"You mark “{OWN_TESTS[NOTHING]}”, and {shown} names something that could be counted.",
            "What can be counted can come out against the claim, and then it is not worthless.",
            "Mark what would test it, or say why the count could not contradict the claim.",
            True,
        )
    if chosen in ("", NOTHING):
        return
    if (_NO_TEST.search(text) and not _COUNTED.search(text)) or hollow(text, 2):
        yield Fault(
            TEST,
            SAID,
            f"{shown} does not say what would be counted, although you mark “{OWN_TESTS[chosen]}”.",
            "A test is something that can come out against the claim.",
            "Say what you would count, where, and at which two times; or mark that nothing could test it.",
        )
