"""Lines that a program cut, each after the same number of characters."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from policydiff.clean.lines import FULL_SHARE, Line, han_width, is_set_apart
from policydiff.lexicon.headings import ordinal_value
from policydiff.lexicon.lines import STRONG_START, WEAK_START, goes_on, has_ended
from policydiff.lexicon.ordinals import han_numeral

EVEN_SHARE = 0.97
"""So many of the lines that go on end in the column's last place."""

NEAR = 6
"""Lines that fall short of the column by fewer characters would show that it is uneven."""

CLOSED_SHARE = 0.3
"""Where more of the full lines end a sentence, they are sentences of one length."""

REACH = 60
"""So many lines back the point before may stand in the same paragraph."""

SHORTEST, LONGEST = 10, 60
"""How many characters the lines of a column hold."""

APART_SHARE = 0.05
"""Where more lines are set apart, that shows where paragraphs begin."""


_ORDINAL = re.compile(
    r"(?P<before>[（(第]?)(?P<n>[一二三四五六七八九十]{1,3}|\d{1,2})(?P<behind>[）)是要编篇部章节条、，.])"
)


class _Column(NamedTuple):
    """How lines are measured, and from which measure on a line is full."""

    measure: Callable[[str], int]
    full: int

    def fills(self, line: Line) -> bool:
        """Whether a line reaches the end of the column."""
        return self.measure(line.text) >= self.full


def even_joins(lines: Sequence[Line]) -> list[bool] | None:
    """For each seam of an even column whether the text goes on; None for any other text.

    A line that falls short ends a paragraph. One that is full goes on, unless a
    sentence ends in it and a new point or a heading follows, or it is a heading.
    """
    column = _column(lines)
    if column is None:
        return None
    headings = _whole_headings(lines, column)
    joins: list[bool] = []
    head = 0
    for index, (before, after) in enumerate(pairwise(lines)):
        if goes_on(after.text):
            join = True
        elif not column.fills(before) or is_set_apart(after) or before.start in headings:
            join = False
        else:
            start = max(head, index - REACH)
            join = not has_ended(before.text) or not _starts_anew(
                after, lines[start : index + 1], column
            )
        joins.append(join)
        head = head if join else index + 1
    return joins


def _column(lines: Sequence[Line]) -> _Column | None:
    """The column by characters or by their width, if nearly all lines that go on are full."""
    if sum(map(is_set_apart, lines)) > APART_SHARE * len(lines):
        return None
    return next(filter(None, (_even(lines, len, 0), _even(lines, _half_widths, 1))), None)


def _half_widths(text: str) -> int:
    """The width in half characters, as a terminal counts."""
    return int(2 * han_width(text))


def _even(lines: Sequence[Line], measure: Callable[[str], int], slack: int) -> _Column | None:
    lengths = Counter(measure(line.text) for line in lines)
    longest = max(lengths, key=lambda length: (lengths[length], length))
    full = longest - slack
    filled = [line for line in lines if full <= measure(line.text) <= longest]
    going_on = [length for length in _going_on(lines, measure) if length > longest - NEAR]
    is_even = (
        SHORTEST * (1 + slack) <= longest <= LONGEST * (1 + slack)
        and len(filled) >= FULL_SHARE * len(lines)
        and sum(has_ended(line.text) for line in filled) <= CLOSED_SHARE * len(filled)
        and sum(full <= length <= longest for length in going_on) >= EVEN_SHARE * len(going_on)
    )
    return _Column(measure, full) if is_even else None


def _going_on(lines: Sequence[Line], measure: Callable[[str], int]) -> Iterator[int]:
    """The lengths of the lines in which neither a sentence ends nor a heading may stand."""
    for line in lines:
        if not (has_ended(line.text) or STRONG_START.match(line.text)):
            yield measure(line.text)


def _starts_anew(line: Line, paragraph: Sequence[Line], column: _Column) -> bool:
    """Whether a line behind a sentence is a heading, or a point not counted in its paragraph."""
    if not _is_numbered(line.text):
        return not (column.fills(line) or has_ended(line.text))
    ordinal = _ORDINAL.match(line.text)
    value = ordinal_value(ordinal["n"]) if ordinal else None
    if ordinal is None or value is None or value < 2:
        return True
    last = str(value - 1) if ordinal["n"].isdigit() else han_numeral(value - 1)
    written = f"{ordinal['before']}{last}{ordinal['behind']}"
    return "".join(line.text for line in paragraph).find(written) < 1


def _is_numbered(text: str) -> bool:
    return (STRONG_START.match(text) or WEAK_START.match(text)) is not None


def _whole_headings(lines: Sequence[Line], column: _Column) -> frozenset[int]:
    """Where full lines start that are headings, as the shorter ones they are counted with show."""
    return frozenset(
        lines[index].start
        for run in _runs(lines)
        if 2 * sum(not column.fills(lines[index]) for index in run) >= len(run)
        for index in run
        if column.fills(lines[index]) and not _has_rest(lines, index, run, column)
    )


def _has_rest(lines: Sequence[Line], index: int, run: Sequence[int], column: _Column) -> bool:
    """Whether the line below holds the short rest of a heading, which ends as the others do."""
    if has_ended(lines[index].text) or index + 1 == len(lines):
        return False
    below = lines[index + 1]
    short = [lines[other] for other in run if not column.fills(lines[other])]
    closed = 2 * sum(has_ended(line.text) for line in short) > len(short)
    return not column.fills(below) and has_ended(below.text) == closed


def _runs(lines: Sequence[Line]) -> Iterator[list[int]]:
    """The lines whose ordinals, written alike, count on."""
    open_runs: dict[str, list[int]] = {}
    last: dict[str, int] = {}
    for index, line in enumerate(lines):
        ordinal = _ORDINAL.match(line.text) if _is_numbered(line.text) else None
        if ordinal is None:
            continue
        family, value = ordinal["before"] + ordinal["behind"], ordinal_value(ordinal["n"])
        if value != last.get(family, 0) + 1 and family in open_runs:
            yield open_runs.pop(family)
        open_runs.setdefault(family, []).append(index)
        last[family] = value or 0
    yield from open_runs.values()
