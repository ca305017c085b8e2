"""Chances and effects as registers write them: shares, percentages, steps of a scale, words.

What a number means is decided for a whole column: a 3 is a step of a scale of five in a column of 1 to 5, and
three per cent beside 20 and 45.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import NamedTuple

from tpm_kit.exchange.cells import LONGEST, is_no_value, number
from tpm_kit.exchange.risk_amounts import HEDGE, is_duration, is_money, money_header
from tpm_kit.typed import plain

STEPS = 5
"""Steps of each axis of the matrix."""
WORDS: dict[int, str] = {
    1: "very low, very unlikely, highly unlikely, extremely unlikely, rare, remote, improbable, "
    "negligible, insignificant, trivial, none, minimal, vl, sehr gering, sehr niedrig, sehr klein, "
    "sehr unwahrscheinlich, äußerst unwahrscheinlich, unbedeutend, vernachlässigbar, sg, sn, sehr "
    "selten, praktisch unmöglich, très faible, muy bajo, muy baja, muito baixo, muito baixa, molto "
    "basso, molto bassa",
    2: "low, unlikely, seldom, minor, small, marginal, l, gering, niedrig, klein, unwahrscheinlich, "
    "selten, geringfügig, leicht, g, n, faible, bajo, baja, baixo, baixa, basso, bassa, tolerable",
    3: "medium, moderate, possible, occasional, med, m, average, mittel, mäßig, moderat, möglich, "
    "gelegentlich, spürbar, mittelmäßig, denkbar, moyen, moyenne, medio, media, médio, média, "
    "moderately likely",
    4: "high, likely, probable, major, significant, serious, large, h, hoch, groß, wahrscheinlich, "
    "häufig, erheblich, wesentlich, bedeutend, ernst, élevé, élevée, alto, alta, substantial",
    5: "very high, very likely, highly likely, almost certain, near certain, nearly certain, certain, "
    "frequent, severe, catastrophic, critical, extreme, extremely high, extremely likely, vh, sehr "
    "hoch, sehr groß, sehr wahrscheinlich, fast sicher, nahezu sicher, so gut wie sicher, sicher, "
    "sehr häufig, kritisch, katastrophal, schwerwiegend, existenzbedrohend, existenzgefährdend, "
    "bestandsgefährdend, sh, très élevé, très élevée, muy alto, muy alta, muito alto, muito alta, "
    "molto alto, molto alta, disastrous",
}
LEVEL = {plain(word): step for step, words in WORDS.items() for word in words.split(", ")}
RANGE = re.compile(
    r"(?P<low>[\d.,'\s]+)(?P<sign>%?)\s*(?:-|–|—|to|bis|…)\s*(?P<high>[\d.,'\s]+)(?P<rest>\D*)", re.I
)
SCALE_IN_HEADER = re.compile(r"\b[01]\s*(?:-|–|to|bis|\.\.)\s*(\d{1,3})\b")
FRACTION = re.compile(r"(\d{1,2})\s*/\s*(\d{1,3})")
PMBOK_IMPACT = (0.05, 0.1, 0.2, 0.4)
"""Upper ends of the first four steps of the PMBOK's scale of effects, .05 .10 .20 .40 .80."""


class Cell(NamedTuple):
    """A cell as read by itself: a number (of a range the middle), per cent or not, or the step of a word."""

    value: float | None = None
    percent: bool = False
    step: int | None = None
    of: int = 0
    """The end of the scale where the cell gives it: "4/5"."""
    middle: bool = False
    """Whether the value is the middle of a range."""


class Reading(NamedTuple):
    """A cell as its column makes it: a step of the matrix (1 to 5), or a share, or nothing."""

    step: int | None = None
    share: float | None = None


class Column(NamedTuple):
    """How a column of chances or of effects was read; `scale` is the end of a scale of steps, or 0, and a
    guess where nothing in the file reaches it."""

    kind: str
    scale: int = 0
    guess: bool = False


def parsed(text: str, decimal: str = ".") -> Cell | None:
    """Return what a cell says by itself; None where it is neither number nor word of a scale."""
    text = HEDGE.sub("", text.strip())
    if len(text) > LONGEST:
        return None
    if fraction := FRACTION.fullmatch(text):
        return Cell(float(fraction[1]), of=int(fraction[2]))
    if found := number(text, decimal):
        return Cell(found.value, found.percent) if math.isfinite(found.value) else None
    if (between := RANGE.fullmatch(text)) and (between["rest"].strip() in ("", "%")):
        ends = [number(between[end].strip(), decimal) for end in ("low", "high")]
        percent = "%" in (between["sign"], between["rest"].strip())
        if all(ends) and all(math.isfinite(end.value) for end in ends):
            return Cell((ends[0].value + ends[1].value) / 2, percent, middle=True)
    return _word(text, decimal)


def _word(text: str, decimal: str) -> Cell | None:
    """Return the step of a word such as "High", also beside its number ("4 - Likely") or its range in
    brackets ("Possible (20-50 %)")."""
    bare = re.sub(r"\(.*?\)|\[.*?\]", " ", text)
    first = re.split(r"\s[-–—]\s|[:;,(]", text)[0]
    for part in (
        text,
        bare,
        first,
        re.sub(r"[\d.,%/:=–-]+", " ", bare),
        re.sub(r"[\d.,%/:()\[\]=–-]+", " ", text),
    ):
        if step := LEVEL.get(plain(part)):
            digits = re.search(r"(?<![\d.,%])(\d{1,2})(?![\d.,]|\s*%)", bare)
            return Cell(float(digits[1]) if digits else None, step=step)
    return None


def column_of_chances(cells: Sequence[str], header: str, decimal: str, scale: int = 0) -> Column:
    """Say how a column of chances is to be read; `scale` is the end of its steps where it is known."""
    values = [cell for text in cells if (cell := _valued(text, decimal))]
    numbers = [cell.value for cell in values if cell.step is None]
    scale = scale or next((cell.of for cell in values if cell.of), 0) or _top(header)
    if not any(numbers) and len(numbers) == len(values):
        return Column("zeros" if numbers else "nothing")
    if any(cell.percent for cell in values):
        return Column("percent")
    if not any(numbers):
        return Column("words", scale)
    most = max(numbers)
    if most <= 1 and (any(value % 1 for value in numbers) or not scale):
        return Column("shares")
    if scale and scale != 100 and most <= max(scale, 10):
        return Column("steps", scale)
    if "%" in header or most > 10:
        return Column("percent" if most <= 100 else "unknown")
    return _guessed(most)


def column_of_impacts(cells: Sequence[str], header: str, decimal: str, scale: int = 0) -> Column:
    """Say how a column of effects is to be read: words, steps, money, days, a text, or only zeros."""
    filled = [text for text in cells if text and not is_no_value(text)]
    values = [cell for text in filled if (cell := _valued(text, decimal))]
    numbers = [cell.value for cell in values if cell.step is None and not cell.percent]
    scale = scale or next((cell.of for cell in values if cell.of), 0) or _top(header)
    if any(is_money(text) for text in filled) or (numbers and money_header(header)):
        return Column("zeros" if numbers and not any(numbers) and len(numbers) == len(filled) else "money")
    if any(is_duration(text) for text in filled):
        return Column("days")
    if 2 * len(values) < len(filled):
        return Column("text")
    if not any(numbers):
        words = any(cell.step for cell in values)
        return Column("words", scale) if words else Column("zeros" if numbers else "nothing")
    most = max(numbers)
    if most <= 1 and any(value % 1 for value in numbers):
        return Column("pmbok")
    if scale and most <= max(scale, 10):
        return Column("steps", scale)
    if most <= 10:
        return _guessed(most)
    return Column("steps", 100) if most <= 100 else Column("money")


def _guessed(most: float) -> Column:
    scale = STEPS if most <= STEPS else 10
    return Column("steps", scale, guess=most < scale)


def chance(text: str, column: Column, decimal: str) -> Reading | None:
    """Return a chance as its column has it; None where the cell cannot be read."""
    cell = parsed(text, decimal)
    if cell is None or column.kind == "unknown":
        return None
    if cell.step is not None:
        return Reading(step=cell.step)
    if column.kind == "steps" and not cell.percent:
        return _stepped(cell.value, column.scale)
    share = cell.value / 100 if cell.percent or cell.value > 1 else cell.value
    return Reading(share=round(share, 6)) if 0 <= share <= 1 else None


def impact(text: str, column: Column, decimal: str) -> Reading | None:
    """Return an effect that is given as a word or a step; None where the cell cannot be read."""
    cell = parsed(text, decimal)
    if cell is None or cell.percent:
        return None
    if cell.step is not None:
        return Reading(step=cell.step)
    if column.kind == "pmbok":
        return Reading(1 + sum(cell.value > end for end in PMBOK_IMPACT)) if 0 < cell.value <= 1 else None
    return _stepped(cell.value, column.scale or STEPS)


def _stepped(value: float, scale: int) -> Reading | None:
    """Spread the steps 1 … scale evenly over the five of the matrix: 1 and the last one stay the ends."""
    if not 1 <= value <= scale:
        return None
    if scale < 2:
        return Reading(1)
    return Reading(min(STEPS, int(1 + (value - 1) * (STEPS - 1) / (scale - 1) + 0.5)))


def _valued(text: str, decimal: str) -> Cell | None:
    """Return a cell that says something: not blank, and not the -1 by which tools mean nothing."""
    cell = None if not text or is_no_value(text) else parsed(text, decimal)
    return None if cell and cell.step is None and cell.value < 0 else cell


def _top(header: str) -> int:
    match = SCALE_IN_HEADER.search(header)
    top = int(match[1]) if match else 0
    return top if 2 <= top <= 100 else 0
