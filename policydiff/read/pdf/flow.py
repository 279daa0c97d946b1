"""The lines of a whole document in reading order, with what its pages have in common."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from policydiff.lexicon.lines import is_wide
from policydiff.read.pdf.columns import regions
from policydiff.read.pdf.pages import Line, Page, Run, line_of

BAND = 5.0
"""Columns that begin within so many points of each other are set alike."""

INDENT = 0.8
"""A line that begins so many ems further in is indented."""


class Set(NamedTuple):
    """A line as it is set: the edges of its column, and whether it is the column's first."""

    line: Line
    left: float
    right: float
    is_first: bool


@dataclass(frozen=True, slots=True)
class Measure:
    """What the lines of a document have in common.

    ``em`` is the width of a 汉字 or of two letters, ``body`` the height of most
    lines, ``pitch`` the distance between lines by their height.
    """

    em: float
    body: float
    pitch: dict[float, float]
    is_indented: bool
    is_bold: bool


def set_lines(pages: Sequence[Page], running: dict[int, frozenset[Run]]) -> list[Set]:
    """The lines of all pages, column by column, without their running heads and feet."""
    found = []
    for page in pages:
        aside = running.get(page.number, frozenset())
        for region in regions([run for run in page.runs if run not in aside]):
            lines = [line_of(row, page.number) for row in region.rows]
            found += [
                Set(line, region.left, region.right, not index) for index, line in enumerate(lines)
            ]
    rights = _column_ends(found)
    return [entry._replace(right=max(entry.right, rights[_band(entry.left)])) for entry in found]


def measure(lines: Sequence[Set]) -> Measure:
    """What the lines have in common."""
    heights: Counter[float] = Counter()
    bold: Counter[bool] = Counter()
    for entry in lines:
        heights[rounded(entry.line.height)] += len(entry.line.text)
        bold[entry.line.is_bold] += len(entry.line.text)
    body = heights.most_common(1)[0][0] if heights else 1.0
    em = _em([entry.line for entry in lines if rounded(entry.line.height) == body])
    return Measure(
        em, body, _pitches(lines), _is_indented(lines, body, em), bold[True] > bold[False]
    )


def rounded(height: float) -> float:
    """A height to half a point, so that lines of one font count as equal."""
    return round(height * 2) / 2


def wide_length(text: str) -> float:
    """The length in 汉字; a letter is half of one."""
    return sum(1.0 if is_wide(char) else 0.5 for char in text)


def _column_ends(lines: Iterable[Set]) -> dict[int, float]:
    """By where a column begins, where nearly all its lines end at the latest."""
    rights: dict[int, list[float]] = defaultdict(list)
    for entry in lines:
        rights[_band(entry.left)].append(entry.line.box.right)
    return {band: sorted(ends)[int(0.95 * (len(ends) - 1))] for band, ends in rights.items()}


def _band(left: float) -> int:
    return round(left / BAND)


def _em(lines: Sequence[Line]) -> float:
    widths = [line.width / wide_length(line.text) for line in lines if len(line.text) >= 10]
    return median(widths) if widths else 10.0


def _pitches(lines: Sequence[Set]) -> dict[float, float]:
    distances: dict[float, list[float]] = defaultdict(list)
    for before, after in pairwise(lines):
        height = rounded(before.line.height)
        distance = after.line.box.bottom - before.line.box.bottom
        if not after.is_first and rounded(after.line.height) == height and distance > 0:
            distances[height].append(distance)
    return {height: _usual(found) for height, found in distances.items()}


def _usual(distances: Sequence[float]) -> float:
    """The commonest distance; of equally common ones the least."""
    counts = Counter(round(distance, 0) for distance in distances)
    return min(counts, key=lambda distance: (-counts[distance], distance))


def _is_indented(lines: Sequence[Set], body: float, em: float) -> bool:
    """Whether first lines are indented: a good share of the lines begin further in than others."""
    full = [entry for entry in lines if rounded(entry.line.height) == body]
    inside = [entry for entry in full if entry.line.box.left > entry.left + INDENT * em]
    after = [
        after
        for before, after in pairwise(full)
        if not after.is_first
        and before.line.box.left > before.left + INDENT * em
        and after.line.box.left <= after.left + INDENT * em
    ]
    return len(inside) >= 0.03 * len(full) and 2 * len(after) >= len(inside) and bool(inside)
