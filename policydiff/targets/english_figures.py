"""Figures of an English sentence: numbers with their units, and which way they move something."""

import re
from collections.abc import Iterable

from policydiff.lexicon.english import (
    BOUNDS,
    CURRENCIES,
    FALL,
    MAGNITUDE_NAMES,
    MEASURES,
    MONEY,
    NUMBER_WORDS,
    RATIOS,
    RISE,
    START,
    TIMES,
)

# A semicolon may end an entity: &pound;5 billion.
CLAUSE_MARK = re.compile(r"(?<!&pound)(?<!&euro)[;:(]|,(?! ?\d{3})|\.(?!\d)|–")
_COUNT_WORDS = [word for word, value in NUMBER_WORDS.items() if value > 1]


def _choice(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


_NUMBER = r"(?:\d+-\d/\d|\d/\d|\d{1,3}(?:[, ]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
_CURRENCY = _choice(CURRENCIES)
FIGURE = re.compile(
    rf"(?:\b(?P<between>between) )?(?:\b(?P<bound>{_choice(BOUNDS)}) )?"
    rf"(?:(?P<currency>{_CURRENCY}) ?)?"
    rf"(?:(?<![\w.,/-])(?P<low>{_NUMBER})(?!-\d/\d)(?:%| percent| per cent)?"
    rf"(?: ?[-–] ?| to |(?(between) and |(?!)))(?:{_CURRENCY})?)?"
    rf"(?:(?<![\w.,/])(?<![A-Za-z]-)(?P<number>{_NUMBER})(?![.,/]?\d)"
    rf"|\b(?<!-)(?P<word>(?:{_choice(NUMBER_WORDS)})(?= (?:million|billion|trillion|per ?cent)\b)"
    rf"|(?:{_choice(_COUNT_WORDS)})(?= (?:new|more|additional|extra|further|{_choice(TIMES)})\b)))"
    rf"(?:[ -]?(?P<magnitude>{_choice(MAGNITUDE_NAMES)})\b)?(?!(?!per ?cent)[A-Za-z])"
    rf"(?:[ -]?(?P<ratio>{_choice(RATIOS)})(?!\w)|[ -](?P<money>{_choice(MONEY)})\b"
    rf"|[ -]?(?P<measure>{_choice(MEASURES)})\b)?",
    re.IGNORECASE,
)


def clause_start(before: str) -> int:
    """Where the clause begins that a figure stands in."""
    marks = [mark.end() for mark in CLAUSE_MARK.finditer(before)]
    return marks[-1] if marks else 0


def is_money(match: re.Match[str]) -> bool:
    """Whether the figure is a sum of money."""
    return bool(match["currency"] or match["money"])


def is_measured(match: re.Match[str]) -> bool:
    """Whether the unit is no noun that is counted: what is measured stands elsewhere."""
    return bool(match["ratio"] or match["measure"])


def is_change(sentence: str, match: re.Match[str]) -> bool:
    """Whether something named before goes up or down by the figure, or to it."""
    is_from = match["low"] and START.search(sentence[: match.start()])
    is_to = re.search(r" to (?:an average of |a total of )?$", sentence[: match.start()])
    is_step = is_from or is_to or match["bound"] == "by"
    changes = RISE.search(sentence, 0, match.start()) or FALL.search(sentence, 0, match.start())
    return is_step and bool(changes)


def is_rise(before: str) -> bool:
    """Whether the last verb of change raises something."""
    rises = [verb.start() for verb in RISE.finditer(before)]
    falls = [verb.start() for verb in FALL.finditer(before)]
    return max(rises, default=-1) > max(falls, default=-1)


def values_of(sentence: str, match: re.Match[str]) -> tuple[float, float | None]:
    """The number, or both ends of a range; from 150 to 200 aims at 200, as does 250 to 200."""
    if match["word"]:
        return NUMBER_WORDS[match["word"].lower()], None
    high = _number(match["number"])
    if not match["low"] or START.search(sentence[: match.start()]):
        return high, None
    low = _number(match["low"])
    return (low, high) if low < high else (high, None)


def _number(text: str) -> float:
    """The value of ``1,250``, ``300 000``, ``1/2`` or ``4-1/4``."""
    whole, dash, fraction = text.rpartition("-")
    if "/" not in fraction:
        return float(re.sub("[, ]", "", text))
    over, under = fraction.split("/")
    return (float(whole) if dash else 0.0) + float(over) / float(under)


def unit_of(match: re.Match[str]) -> str:
    """The figure's magnitude with its measure or currency: million dollars."""
    if match["ratio"]:
        return RATIOS[match["ratio"].lower()]
    magnitude = MAGNITUDE_NAMES.get((match["magnitude"] or "").lower(), "")
    currency = CURRENCIES.get((match["currency"] or "").upper(), "")
    money = MONEY.get((match["money"] or "").lower(), currency)
    return f"{magnitude} {money or (match['measure'] or '').lower()}".strip()
