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
    r"\b(?:pay|pays|paid|paying|payment(?! [a-z]{4})|money|wages?|compensation|bonus|bonuses|remuneration|"
    r"better-paid|underpaid|rsus?|"
    r"salar(?:y|ies)(?! (?!than|with|from|there|because|when|after|each|every|here|that|would|will)"
    r"[a-z]{4}))\b"
)
_MAY_BE_PAY = re.compile(
    r"\b(?:salary|salaries|earn(?:s|ing|ings|ed)?|raises?|income|cash|equity|stock(?: options)?|rich|"
    r"package(?! manager)|"
    r"pay ?che(?:que|ck)s?|cheques?)\b|[$€£¥] ?\d[\d.,]*k?|"
    r"\b\d[\d.,]*k?[ -]?(?:[$€£¥]|(?:euros?|eur|dollars?|usd|"
    r"pounds|gbp)\b)"
)
"""What is pay where nothing else is named: “a raise”, but not “raise quality”."""
_TOUCHES_PAY = re.compile(
    r"\d|\b(?:shares?|options?|base|benefits?|pensions?|perks?|allowances?|overtime|commissions?|figures|"
    r"afford\w*|"
    r"wealth\w*|financ\w*|compensat\w*|remunerat\w*|reward\w*|retire\w*|sav(?:e|ing|ings)|invest\w*|loans?|"
    r"debts?|mortgages?|rent|bills?|costs?|expens\w+|price\w*|rates?|worth|euros?|dollars?|pounds|"
    r"lifestyle)\b"
)
"""Words near pay: a text with one of them may well mean it."""
_NOT_FOR_IT = re.compile(
    r"(?:\b(?:not(?! only| just| merely)|never|no|without|hardly)|n['’]t)\b(?:\W+\w+){0,3}?"
    r"\W+(?:for|about|because of|question of|matter of|to do with)\b(?:\W+\w+){0,2}?\W+(?:pay|money|"
    r"salary|raise|income|bonus)\b|"
    r"\b(?:pay|money|salary) (?:(?:is|was) not|(?:is|was)n['’]t) (?:the|my|a|what|why|important)\b"
)
_ENGLISH = word_set("the of to and with my our about more for than what how want like i on less")
_AROUND_PAY = word_set(
    "want wants wanted like get gets getting need needs become becomes becoming switch switching change move "
    "moving role roles job jobs career tpm tpms pm pms manager managers product higher high bigger big "
    "better best great greater larger increase double doubled reason reasons main alone simply mainly mostly "
    "market year years month less lot lots usually figures average sector family children mortgage rent "
    "house debt debts loan support afford living costs bills there here enough instead than firm company "
    "they them he she never"
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
    r"rumou?rs?|friends (?:all )?(?:say|said|think)|"
    r"supposedly|apparently|allegedly|said to be|(?:on|from|in|by) (?:linkedin|reddit|twitter|"
    r"tiktok|youtube|the internet|the web|social media)|linkedin (?:says|posts?)|influencers?)\b"
)
_TALK = re.compile(
    r"\b(?:asked|spoke|spoken|talked|met|told (?:me|us)|tells me|said to me|talks? (?:with|to)|"
    r"(?:phone |video )?calls? with|(?:by|on the) phone|on (?:slack|teams|zoom)|"
    r"(?:threads?|chats?|messages?|conversations?) (?:with|from)|"
    r"interview(?:s|ed)?|coffee with|lunch with|shadowed|wrote to me|answered|"
    r"(?:heard|know|hear) (?:it |this |that )?from (?!google|everybody|everyone|people|others|friends\b|"
    r"somebody|"
    r"someone)\w+)\b"
)
_FROM_SOMEBODY = re.compile(
    r"\b[Ff]rom (?!LinkedIn|Reddit|Twitter|Tik|You|Google|Facebook|Experience|Everybody|Everyone|People|"
    r"Others|Friends)"
    r"[A-Z][a-z]+"
)
_WHEN_DONE = re.compile(
    r"\bwhen (?:i|we) (?:last )?(?!wanted|liked|loved|needed|realised|realized|noticed|hoped|wished|believed|"
    r"imagined|dreamed|decided)(?:\w{2,}ed|wrote|built|led|ran|made|drew|sat|did|held|read|taught|took|"
    r"found|rebuilt)\b"
)
_ADVERT = re.compile(r"\b(?:adverts?|ads?|postings?|vacanc(?:y|ies)|job descriptions?)\b")
_GUESS = word_set(
    "feel feels feeling feelings gut know known knows obvious obviously sure think guess hope hopes am nice "
    "hopefully intuition instinct clear clearly logical logic sense common experience believe believes good "
    "assume assumed impression probably surely simply must should everybody everyone nobody better love "
    "great like likes cool trust me internet web online google googled linkedin reddit youtube media "
    "wanted when realised realized"
)
"""Words that guess or judge, and show nothing by themselves."""
_WISHED = re.compile(
    r"\b(?:gut(?: feelings?| instinct)?|feelings?|instinct|intuition|hunch|trust me|i (?:said|say) so|"
    r"(?:i(?:['’]ve| have)? )?(?:always |really |just )?(?:wanted|dreamt|dreamed|hoped|wished|longed|"
    r"known (?=it|this|that)|"
    r"felt (?=it|this|that|like)))\b(?: (?:it|this|that|so|like this))?"
)
_HOW_LONG = re.compile(
    r"\b(?:every (?:single )?day|each day|all day|for (?:\w+ )?(?:days|weeks|months|years)|for ages|"
    r"for a long time|all my life|these days)\b"
)
"""How long a wish has lasted says nothing of what it is about."""
_SEEN = re.compile(
    r"\b(?:contracts?|offers?|letters?|mails?|e-?mails?|pay ?slips?|ladder|"
    r"calendar|minutes|logs?|trackers?|tickets?|tables?|statistics|oews|reviews?|handbook|org charts?|trial|"
    r"days?|mornings?|afternoons?|evenings?|weekends?|weeks?|fridays|mondays|hours|spare time|projects?|"
    r"on[- ]call|incidents?|stand-?ups?|meetings?|servers?|in writing|promised|said|"
    r"says|refused|agreed|confirmed|explained)\b"
)
"""What somebody can have looked at or been through."""


def pay_alone(text: str) -> bool:
    """Say whether pay is the only thing that a text names.

    >>> pay_alone("They earn more."), pay_alone("I like designing interfaces, and the pay is better.")
    (True, False)
    >>> pay_alone("Not for the money.")
    False
    """
    lower = text.casefold()
    if denies_pay(text):
        return False
    beside = len(_beside_pay(text))
    return bool(beside < 2 and _PAY.search(lower)) or bool(not beside and _MAY_BE_PAY.search(lower))


def names_no_pay(text: str) -> bool:
    """Say whether an English text names something, and nothing that is paid or that pay is for.

    >>> names_no_pay("Decide about the oven controls"), names_no_pay("Shares in the firm")
    (True, False)
    """
    lower = text.casefold()
    if any(mark.search(lower) for mark in (_PAY, _MAY_BE_PAY, _TOUCHES_PAY)):
        return False
    return bool(_ENGLISH & set(lower.split())) and len(_beside_pay(text)) > 1 and not names_nothing(text)


def denies_pay(text: str) -> bool:
    """Say whether a text says that pay is not the reason."""
    return bool(_NOT_FOR_IT.search(text.casefold()))


def _beside_pay(text: str) -> set[str]:
    """Return the words of a text that are about something else than pay."""
    rest = _MAY_BE_PAY.sub(" ", _PAY.sub(" ", text.casefold()))
    found = words_of(re.sub(r"\btechnical (?=product|program)", " ", rest))
    return {word for word in found if not word.isdigit()} - _AROUND_PAY


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
    lower = text.casefold()
    if _WISHED.search(lower):
        lower = _HOW_LONG.sub(" ", _WISHED.sub(" ", lower))
    found = set(words_of(lower))
    seen = any(mark.search(lower) for mark in (_TALK, _ADVERT, WHEN, _SEEN, _WHEN_DONE))
    if seen or _FROM_SOMEBODY.search(text):
        return False
    if found <= _GUESS:
        return True
    if len(found) < 3 and not found & _GUESS:
        return False  # in which language that is, so few words do not tell
    return judged(text) and evidence_fault(text, 1) is not None
