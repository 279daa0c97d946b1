"""Headings of one numbering are set alike: all on their own lines, or all run into the text."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from policydiff.clean.lines import HEADING_MAX, Line, may_be_link
from policydiff.lexicon.lines import NUMERAL, STRONG_START, goes_on, has_ended

_NUMBER = re.compile(rf"[{NUMERAL}\d]+")


class Siblings(NamedTuple):
    """Where headings start that their siblings show to be whole, or to lack their end."""

    whole: frozenset[int]
    unfinished: frozenset[int]


class _Numbered(NamedTuple):
    """A numbered line and the one below it."""

    line: Line
    below: Line

    @property
    def is_alone(self) -> bool:
        text = self.line.text
        return len(text) <= HEADING_MAX and "。" not in text and not has_ended(text)

    @property
    def runs_in(self) -> bool:
        stop = self.line.text.find("。")
        return 0 < stop < min(HEADING_MAX, len(self.line.text) - 1)

    @property
    def is_clear(self) -> bool:
        """Whether a line stands alone above a text that no link can have broken off."""
        below = self.below.text
        return self.is_alone and not may_be_link(below) and not goes_on(below)


def read_siblings(lines: Sequence[Line]) -> Siblings:
    """What the headings of a text show about each other."""
    families: dict[str, list[_Numbered]] = defaultdict(list)
    for line, below in pairwise(lines):
        if ordinal := STRONG_START.match(line.text):
            families[_NUMBER.sub("", ordinal[0])].append(_Numbered(line, below))
    return Siblings(
        whole=frozenset(start for family in families.values() for start in _whole(family)),
        unfinished=frozenset(
            start for family in families.values() for start in _unfinished(family)
        ),
    )


def _whole(family: Sequence[_Numbered]) -> Iterator[int]:
    """The headings as long as others that stand alone, where most do."""
    shortest = min((len(each.line.text) for each in family if each.is_clear), default=0)
    if 2 * sum(each.is_alone for each in family) > len(family) and shortest:
        for each in family:
            if each.is_alone and len(each.line.text) >= shortest:
                yield each.line.start


def _unfinished(family: Sequence[_Numbered]) -> Iterator[int]:
    """The headings that stand alone between two that run into their text."""
    for before, each, after in zip(family, family[1:], family[2:], strict=False):
        if before.runs_in and each.is_alone and after.runs_in:
            yield each.line.start
