"""Automatic numbering made visible: the ordinals that a word processor would print."""

import re
from collections.abc import Callable
from typing import NamedTuple

from lxml import etree

from policydiff.lexicon.ordinals import (
    circled,
    han_digits,
    han_numeral,
    letters,
    roman,
)
from policydiff.read.docx.package import local, value
from policydiff.read.docx.styles import Numbering, child

DEPTHS = 9
_PLACE = re.compile("%([1-9])")
_BULLET = "•"

_WRITERS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02}",
    "decimalFullWidth": str,
    "decimalHalfWidth": str,
    "decimalEnclosedCircle": circled,
    "decimalEnclosedCircleChinese": circled,
    "chineseCounting": han_numeral,
    "chineseCountingThousand": han_numeral,
    "chineseLegalSimplified": han_numeral,
    "japaneseCounting": han_numeral,
    "taiwaneseCounting": han_numeral,
    "taiwaneseCountingThousand": han_numeral,
    "ideographDigital": han_digits,
    "upperRoman": lambda number: roman(number).upper(),
    "lowerRoman": roman,
    "upperLetter": lambda number: letters(number).upper(),
    "lowerLetter": letters,
}
"""How a number is written in each of Word's formats; others are written as decimal."""


class _Level(NamedTuple):
    """One depth of a list: where it starts, how it counts, what is printed around the number.

    A legal one writes the numbers of the depths above it in figures.
    """

    start: int = 1
    form: str = "decimal"
    text: str = ""
    gap: str = " "
    is_legal: bool = False


class Lists:
    """The lists of a document and how far each has counted."""

    def __init__(self, numbering: etree._Element | None) -> None:
        self._levels: dict[str, dict[int, _Level]] = {}
        self._origin: dict[str, str] = {}
        self._counts: dict[str, list[int | None]] = {}
        parts = list(numbering) if numbering is not None else []
        abstract = {
            value(part, "abstractNumId"): _levels(part)
            for part in parts
            if local(part) == "abstractNum"
        }
        for part in parts:
            if local(part) == "num":
                self._add(part, abstract)

    def ordinal(self, numbering: Numbering | None) -> str:
        """What stands before the next paragraph of a list, with the gap; counts it."""
        if numbering is None or numbering.list_id not in self._levels:
            return ""
        levels = self._levels[numbering.list_id]
        depth = min(numbering.depth, DEPTHS - 1)
        counts = self._counts.setdefault(self._origin[numbering.list_id], [None] * DEPTHS)
        level = levels.get(depth, _Level())
        before = counts[depth]
        counts[depth] = level.start if before is None else before + 1
        counts[depth + 1 :] = [None] * (DEPTHS - depth - 1)
        return _written(levels, depth, counts)

    def _add(self, num: etree._Element, abstract: dict[str, dict[int, _Level]]) -> None:
        list_id, origin = value(num, "numId"), value(child(num, "abstractNumId"))
        levels = dict(abstract.get(origin, {}))
        overrides = [part for part in num if local(part) == "lvlOverride"]
        for override in overrides:
            depth = _number(value(override, "ilvl"), 0)
            given = child(override, "lvl")
            level = _level(given) if given is not None else levels.get(depth, _Level())
            start = value(child(override, "startOverride"))
            levels[depth] = level._replace(start=_number(start, level.start))
        self._levels[list_id] = levels
        self._origin[list_id] = f"{origin}/{list_id}" if overrides else origin


def _levels(abstract: etree._Element) -> dict[int, _Level]:
    return {
        _number(value(part, "ilvl"), 0): _level(part) for part in abstract if local(part) == "lvl"
    }


def _level(element: etree._Element) -> _Level:
    return _Level(
        start=_number(value(child(element, "start")), 1),
        form=value(child(element, "numFmt")) or "decimal",
        text=value(child(element, "lvlText")),
        gap="" if value(child(element, "suff")) == "nothing" else " ",
        is_legal=child(element, "isLgl") is not None,
    )


def _written(levels: dict[int, _Level], depth: int, counts: list[int | None]) -> str:
    level = levels.get(depth, _Level())
    if level.form == "none":
        return ""
    if level.form == "bullet":
        return f"{_BULLET} "

    def number(place: re.Match[str]) -> str:
        at = int(place[1]) - 1
        outer = levels.get(at, _Level())
        count = counts[at]
        form = "decimal" if level.is_legal else outer.form
        return _WRITERS.get(form, str)(outer.start if count is None else count)

    ordinal = _PLACE.sub(number, level.text)
    gap = "" if ordinal.endswith(_CLOSED) or not ordinal else level.gap
    return f"{ordinal}{gap}"


_CLOSED = ("、", "）", "，", "：", "。", "．", "章", "条")
"""After these Chinese writes no space."""


def _number(written: str, otherwise: int) -> int:
    return (
        int(written) if written.isascii() and written.isdigit() and len(written) < 7 else otherwise
    )
