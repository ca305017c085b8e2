"""The linters of 11.8: is it pay alone, does a motive name something to want, and how does somebody know?

They read English words and figures only, and no meaning. A text in which they find no English they do not
judge.
"""

from __future__ import annotations

import re

from tpm_kit.exercises.career.checklist import words_of
from tpm_kit.exercises.career.self_assessment_evidence import WHEN, evidence_fault, judged
from tpm_kit.exercises.texts_read import word_set

_PAY = re.compile(
    r"\b(?:pay|pays|paid|paying|payment(?! [a-z]{4})|salary|salaries|money|wages?|earn(?:s|ing|ings|ed)?|"
    r"compensation|bonus|bonuses|raise|income|cash|equity|stock|rich|package(?! manager)|remuneration|"
    r"better-paid)\b"
)
_NOT_FOR_IT = re.compile(
    r"\b(?:not|never|no|isn['’]?t|without|hardly)\b(?:\W+\w+){0,3}?\W+(?:pay|money|salary|raise|income|bonus)\b"
)
_AROUND_PAY = word_set(
    "want wants wanted like get gets getting need needs become becomes becoming switch switching change move "
    "moving role roles job jobs career tpm tpms pm pms manager managers product higher high bigger big "
    "better best great greater larger increase double doubled reason reasons main alone simply mainly mostly "
    "market year years month less lot lots usually figures average sector family children mortgage rent "
    "house debt debts loan support afford living costs bills there"
)
_ANY_JOB = word_set(
    "why want wants like need new next step steps challenge challenges challenging change growth grow "
    "growing fun interesting exciting opportunity opportunities future career better great job jobs role "
    "roles develop development develops myself self personal progress different life fresh start variety "
    "boredom interest curiosity switch move something feel feels"
)
"""Words with which a motive could stand behind a switch to any job."""
_GENERAL = re.compile(
    r"\b(?:every(?:body|one)(?: else)? (?:says?|said|knows?|thinks?|tells me|talks? about)|people (?:all )?"
    r"(?:say|said|claim|think (?:that|so|it))|they (?:all )?(?:say|claim)|(?:it is|it['’]s) (?:said|"
    r"(?:well[- ])?known)|one (?:hears|reads)|you (?:often |always )?hear (?:it|that)|(?:i|we)(?:['’]ve| "
    r"have)? (?:heard|read that)|read (?:it )?(?:somewhere|online)|common knowledge|well[- ]known fact|"
    r"rumou?rs?|supposedly|apparently|allegedly|said to be|(?:on|from|in|by) (?:linkedin|reddit|twitter|"
    r"tiktok|youtube|the internet|the web|social media)|linkedin (?:says|posts?)|influencers?)\b"
)
_TALK = re.compile(
    r"\b(?:asked|spoke|spoken|talked|met|told (?:me|us)|tells me|said to me|talks? (?:with|to)|"
    r"(?:phone |video )?calls? with|interview(?:s|ed)?|coffee with|lunch with|shadowed|wrote to me|answered|"
    r"(?:heard|know|hear) (?:it |this |that )?from (?!everybody|everyone|people|others|friends\b|somebody|"
    r"someone)\w+)\b"
)
_ADVERT = re.compile(r"\b(?:adverts?|ads?|postings?|vacanc(?:y|ies)|job descriptions?)\b")
_GUESS = word_set(
    "feel feels feeling feelings gut know known knows obvious obviously sure think guess hope hopes am nice "
    "hopefully intuition instinct clear clearly logical logic sense common experience believe believes good "
    "assume assumed impression probably surely simply must should everybody everyone nobody better love "
    "great like likes cool"
)
"""Words that guess or judge, and show nothing by themselves."""
_SEEN = re.compile(
    r"\b(?:contracts?|offers?|letters?|mails?|e-?mails?|pay ?slips?|ladder|"
    r"calendar|minutes|logs?|trackers?|tickets?|tables?|statistics|oews|reviews?|handbook|org charts?|trial|"
    r"days?|mornings?|afternoons?|evenings?|weekends?|weeks?|fridays|mondays|hours|spare time|projects?|"
    r"on[- ]call|incidents?|stand-?ups?|meetings?|servers?|said|says|refused|agreed|confirmed|explained)\b"
)
"""What somebody can have looked at or been through."""


def pay_alone(text: str) -> bool:
    """Say whether pay is the only thing that a text names.

    >>> pay_alone("They earn more."), pay_alone("I like designing interfaces, and the pay is better.")
    (True, False)
    >>> pay_alone("Not for the money.")
    False
    """
    return bool(_PAY.search(text.casefold())) and not denies_pay(text) and len(_beside_pay(text)) < 2


def denies_pay(text: str) -> bool:
    """Say whether a text says that pay is not the reason."""
    return bool(_NOT_FOR_IT.search(text.casefold()))


def _beside_pay(text: str) -> set[str]:
    """Return the words of a text that are about something else than pay."""
    return set(words_of(_PAY.sub(" ", text.casefold()))) - _AROUND_PAY


def names_nothing(text: str) -> bool:
    """Say whether a motive names nothing that somebody could want more of, or less.

    >>> names_nothing("A new challenge."), names_nothing("Not for the money."), names_nothing("Design talks")
    (True, True, False)
    """
    if pay_alone(text):
        return False
    if denies_pay(text):
        return not _beside_pay(text)
    return set(words_of(text)) <= _ANY_JOB


def repeats(text: str) -> bool:
    """Say whether a text names what people say in general, and no talk with anybody and no advert.

    >>> repeats("Everybody says so"), repeats("I heard it from Anna, who has the job")
    (True, False)
    """
    lower = text.casefold()
    return bool(_GENERAL.search(lower)) and not (_TALK.search(lower) or _ADVERT.search(lower))


def unseen(text: str) -> bool:
    """Say whether a text names no day, no talk and no piece of work from which somebody knows something.

    >>> unseen("I just know"), unseen("Two days beside their lead engineer")
    (True, False)
    """
    lower, found = text.casefold(), set(words_of(text))
    if any(mark.search(lower) for mark in (_TALK, _ADVERT, WHEN, _SEEN)):
        return False
    if found <= _GUESS:
        return True
    if len(found) < 3 and not found & _GUESS:
        return False  # in which language that is, so few words do not tell
    return judged(text) and evidence_fault(text, 1) is not None
