"""What was marked and asked about the adverts, and the linter for questions.

It reads English words only, and no meaning: what it cannot know it does not claim.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from tpm_kit.answers import Cells
from tpm_kit.exercise import Level
from tpm_kit.exercises.career.adverts_texts import ADVERTS, DETAILS, KINDS, ROWS, TOPICS, WHICH, Advert, Row
from tpm_kit.exercises.texts_read import one_line, word_set
from tpm_kit.exercises.wording import cut

KIND, DETAIL, QUESTION = "kind", "which", "question"
COLUMNS = {KIND: "what it is", DETAIL: "which", QUESTION: "what you ask"}
ASKED = 2
"""Questions to each advert."""
PARTS = {
    f"{id}:{column}": f"{row.title}: {name}" for id, row in ROWS.items() for column, name in COLUMNS.items()
}
"""The title of every cell that can be filled in."""


_ASKING = word_set("what which who whom whose when where why how")
_CLOSED = re.compile(
    r"^(?:so |and |but |then |well )?(?:is|are|am|was|were|do|does|did|can|could|will|would|has|have|had|may|"
    r"might|must|should|shall|isn['’]t|aren['’]t|don['’]t|doesn['’]t|won['’]t|can['’]t)\b"
)
_REQUEST = re.compile(
    r"^(?:(?:please )?(?:tell|explain|describe|show|name)|i(?: would|['’]d)? (?:want|like|need) to "
    r"(?:know|ask|hear|learn|understand))\b"
)
_INDIRECT = re.compile(
    r"\b(?:you|know)\b.*\b(?:tell|telling|say|explain|describe|show|name|give|share|know)\b"
)
"""A question for a fact within one for a favour, such as "Could you tell me how many …"."""
_TOPIC_WORDS = word_set(" ".join(TOPICS.values()))
_SMALL = word_set(
    "a an the this that these those it its is are be been being to of on in at by for from with as and or "
    "but so do does did can could will would has have had may might should you your yours we us our i me my "
    "they them their there here about tell say more please what which who whom whose when where why how "
    "much many any some all else something anything thing things know explain mean means"
)


class Fault(NamedTuple):
    """What is wrong with a question: how bad it is, what was seen, why it matters, what to try."""

    level: Level
    says: str
    why: str
    do: str


def mark(answer: Cells, id: str) -> tuple[str, str]:
    """Return what a sentence was marked as, and the second mark; "" for what is blank or unknown."""
    kind, which = answer.text(id, KIND), answer.text(id, DETAIL)
    return (kind if kind in KINDS else "", which if which in DETAILS else "")


def question(answer: Cells, id: str) -> str:
    """Return a question on one line, without what cannot be printed; "" for a blank one."""
    return one_line(answer.text(id, QUESTION))


def questions(answer: Cells, advert: Advert) -> dict[str, str]:
    """Return the questions to an advert, by the id of the sentence that they stand at."""
    asked = {one.id: question(answer, one.id) for one in advert.sentences}
    return {id: text for id, text in asked.items() if text}


def fits(row: Row, kind: str) -> bool:
    """Say whether a sentence can be marked as this kind."""
    return any(kind == one for one, _ in row.sentence.marks)


def belongs(kind: str, which: str) -> bool:
    """Say whether the second mark is one of the kind's."""
    return which in WHICH.get(kind, {})


def needed(answer: Cells) -> set[str]:
    """Return the cells without which the answer is not complete: a kind for each sentence, a second mark
    where the kind has one, and as many questions to each advert as are asked for."""
    cells = {f"{id}:{KIND}" for id in ROWS}
    cells |= {f"{id}:{DETAIL}" for id in ROWS if mark(answer, id)[0] in WHICH}
    for advert in ADVERTS:
        asked = questions(answer, advert)
        free = [one.id for one in advert.sentences if not answer.text(one.id, QUESTION)]
        free.sort(key=lambda id: mark(answer, id)[0] not in ("warning", "missing"))
        cells |= {f"{id}:{QUESTION}" for id in free[: max(0, ASKED - len(asked))]}
    return cells


def words(text: str) -> list[str]:
    """Return the words of a text in small letters."""
    return re.findall(r"[^\W_]+(?:['’][^\W_]+)?", text.casefold())


def content(text: str) -> frozenset[str]:
    """Return the words that carry what a question is about."""
    plain = (re.sub("['’]s$", "", word) for word in words(text))
    return frozenset(word for word in plain if len(word) > 1 or word > "\x7f") - _SMALL


def fault(text: str) -> Fault | None:
    """Return the first thing that is wrong with a question by itself, or None."""
    shown = f"“{cut(text, 80)}”"
    if not is_question(text):
        return Fault(
            "problem",
            f"{shown} is no question.",
            "A statement gets a nod. What you need to know has to be asked for.",
            "Begin with what, which, who, when, where or how, and end with a question mark.",
        )
    about = content(text)
    # In scripts without blanks between words a whole question is one word.
    if len(about) < 2 and not about & _TOPIC_WORDS and not any(word > "\x7f" for word in about):
        return Fault(
            "problem",
            f"{shown} could be asked about every advert.",
            "A question without a matter gets an answer without one.",
            "Name the thing that you want to know of this post.",
        )
    if text.count("?") > 1:
        return Fault(
            "caution",
            f"{shown} asks {text.count('?')} questions at once.",
            "Of several questions the easiest is answered, and the others are forgotten.",
            "Keep the one whose answer would change your mind.",
        )
    if is_closed(text):
        return Fault(
            "caution",
            f"{shown} can be answered with yes.",
            "Everybody who wants to fill a post says yes. What, how many and who need a fact for an answer.",
            "Begin with what, which, who, when, where or how.",
        )
    return None


def is_question(text: str) -> bool:
    """Say whether a text asks: by its mark, its first word, or as "tell me how many …"."""
    said = words(text)
    first = re.sub("['’]?s$", "", said[0]) if said else ""
    if text.endswith("?") or first in _ASKING or _CLOSED.match(text.casefold()):
        return True
    return bool(_REQUEST.match(text.casefold())) and bool(_ASKING & set(said))


def is_closed(text: str) -> bool:
    """Say whether yes or no would do as an answer: it offers no choice, and asks for no fact within it."""
    plain = text.casefold().replace(" or not", "")
    inner = bool(_INDIRECT.search(plain)) and bool(_ASKING & set(words(text)[1:]))
    return bool(_CLOSED.match(plain)) and " or " not in plain and not inner


def off_topic(text: str, which: str) -> bool:
    """Say whether none of a question's words is about the thing that its sentence was marked with."""
    return which in TOPICS and not word_set(TOPICS[which]) & set(words(text))
