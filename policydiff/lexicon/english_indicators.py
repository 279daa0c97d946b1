"""Indicators that English texts name by their own words: one name for all wordings."""

import re
from typing import NamedTuple


class EnglishIndicator(NamedTuple):
    """An indicator and the wordings of it that stand before a rate."""

    name: str
    wording: str


_GROWS = "(?:gr[eo]w\\w*|expan\\w+|contract\\w*|shr[aiu]nk\\w*|r[oi]se\\w*|fell|declin\\w+)"
_OUTPUT = "(?:GDP|gross domestic product|econom(?:y|ic)|output)"

ENGLISH_INDICATORS = (
    EnglishIndicator("GDP growth", f"{_OUTPUT}\\b[^.;]{{0,60}}?\\b{_GROWS}"),
    EnglishIndicator("unemployment rate", "unemployment(?: rates?)?"),
    EnglishIndicator("inflation rate", "inflation(?: rates?)?|consumer prices?|CPI"),
    EnglishIndicator("federal funds rate", "federal funds rate"),
    EnglishIndicator("export growth", f"exports?\\b[^.;]{{0,40}}?\\b{_GROWS}|{_GROWS} in exports"),
    EnglishIndicator("investment growth", f"investments?\\b[^.;]{{0,40}}?\\b{_GROWS}"),
    EnglishIndicator("productivity growth", f"productivity\\b[^.;]{{0,60}}?\\b{_GROWS}"),
    EnglishIndicator("wage growth", f"(?:wages?|earnings|incomes?)\\b[^.;]{{0,60}}?\\b{_GROWS}"),
    EnglishIndicator("budget deficit", "(?:budget|fiscal) deficit"),
    EnglishIndicator("budget surplus", "(?:budget|fiscal) surplus"),
    EnglishIndicator("debt ratio", "debt(?:-to-GDP)? ratio"),
)

# Further from its figure a name is another figure's.
_FAR = 40

ENGLISH_NAMES = frozenset(row.name for row in ENGLISH_INDICATORS)

_READING = tuple((re.compile(row.wording, re.IGNORECASE), row) for row in ENGLISH_INDICATORS)
_FALL = re.compile(
    r"\b(?:contracted|declined|fell|shrank|dropped|decreased)\b[^.;]{0,20}$", re.IGNORECASE
)


def official_english(before: str) -> str:
    """The indicator that the words before a rate name last, or nothing.

    ``the economy grew by`` and ``GDP growth was`` both name GDP growth.
    """
    found = [
        (match.end(), row.name)
        for wording, row in _READING
        for match in wording.finditer(before)
        if len(before) - match.end() <= _FAR
    ]
    return max(found, default=(0, ""))[1]


def is_fall_of_growth(name: str, before: str) -> bool:
    """Whether the words before a rate say that what should grow fell by it."""
    return name.endswith("growth") and bool(_FALL.search(before))
