"""A text's lines and how they are set."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from policydiff.lexicon.furniture import GLOSSARY
from policydiff.lexicon.lines import (
    PART_NAME,
    SENTENCE_MARKS,
    STRONG_START,
    WEAK_START,
    goes_on,
    has_ended,
    is_open,
)

LINK_LIMIT = 18
"""A line up to this long without a mark may be the words of a link."""

FULL_SHARE = 0.4
"""A Chinese text is hard-wrapped when this share of its lines is as long as the column."""

COLUMN_SLACK = 5.5
"""How far short of the column a full line may fall: by an indent or a number that did not fit."""

LATIN_COLUMN_LIMIT = 110
"""Longer lines of letters are paragraphs."""

SENTENCE_MIN = 15
"""A line shorter than this says nothing about whether sentences are closed."""

FULL_STOP_SHARE = 0.3
"""With fewer closed sentences than this, each line of Chinese text is a sentence on its own."""

APART_SHARE = 0.8
"""The share of lines after a short one that are set apart where that shows paragraphs."""

HEADING_MAX = 64
"""A numbered line longer than this is text."""

MANY = 3
"""So many lines that only a broken link explains are no accident."""


class Line(NamedTuple):
    """A line with something on it, stripped; how many line ends and spaces stand before it."""

    start: int
    end: int
    text: str
    gap: int
    indent: int = 0


class Layout(NamedTuple):
    """How lines are set; ``full`` is the width from which on a line fills its column.

    ``has_marks`` says that an indent or an empty line shows where each paragraph begins.
    """

    full: float
    is_wrapped: bool
    has_blank_lines: bool
    has_broken_links: bool
    has_full_stops: bool
    links: frozenset[str]
    has_marks: bool = False


def read_lines(text: str) -> list[Line]:
    """The lines with something on them."""
    lines: list[Line] = []
    position = gap = 0
    for raw in text.split("\n"):
        content = raw.strip()
        if content:
            start = position + raw.index(content)
            indent = start - position
            lines.append(Line(start, start + len(content), content, gap if lines else 0, indent))
            gap = 0
        position += len(raw) + 1
        gap += 1
    return lines


def read_layout(lines: Sequence[Line], *, chinese: bool) -> Layout:
    """How the lines of a text are set."""
    widths = [han_width(line.text) if chinese else len(line.text) for line in lines]
    column, full = _han_column(widths) if chinese else _latin_column(widths)
    filled = sum(full <= width <= column + COLUMN_SLACK for width in widths)
    repeated = Counter(line.text for line in lines if may_be_link(line.text))
    continuing = sum(goes_on(line.text) for line in lines)
    has_broken_links = max(continuing, *repeated.values(), 0) >= MANY
    lone = _lone_links(lines) if has_broken_links else frozenset()
    sentences = [line.text for line in lines if len(line.text) >= SENTENCE_MIN]
    closed = sum(map(has_ended, sentences))
    return Layout(
        full=full,
        is_wrapped=len(lines) > 2
        and 2 * closed < len(sentences)
        and (filled >= FULL_SHARE * len(lines) if chinese else column > 0),
        has_blank_lines=2 * sum(line.gap > 1 for line in lines) >= len(lines) - 1,
        has_broken_links=has_broken_links,
        has_full_stops=closed >= FULL_STOP_SHARE * len(sentences),
        links=lone.union(text for text, count in repeated.items() if count > 1),
        has_marks=chinese and _has_marks(lines, full),
    )


def _lone_links(lines: Sequence[Line]) -> frozenset[str]:
    """The words that open a paragraph and stand alone there, if too few for headings.

    Where links broke lines, one that stood at the start of a sentence looks like a
    heading; but it names no part, and headings without a number come in numbers.
    """
    found = frozenset(
        line.text
        for before, line, after in zip(lines, lines[1:], lines[2:], strict=False)
        if has_ended(before.text)
        and may_be_link(line.text)
        and not (PART_NAME.search(line.text) or GLOSSARY.fullmatch(line.text))
        and "。" in after.text
        and not (STRONG_START.match(after.text) or WEAK_START.match(after.text))
    )
    return found if len(found) < MANY else frozenset()


def _has_marks(lines: Sequence[Line], full: float) -> bool:
    """Whether nearly every line after a short one is set apart, and few of all lines are."""
    after_short = [after for before, after in pairwise(lines) if han_width(before.text) < full]
    begun = sum(is_set_apart(line) for line in after_short)
    apart = sum(map(is_set_apart, lines))
    return MANY < begun >= APART_SHARE * len(after_short) and 2 * apart < len(lines)


def is_set_apart(line: Line) -> bool:
    """Whether an indent or an empty line stands before a line."""
    return line.indent > 0 or line.gap > 1


def may_be_link(text: str) -> bool:
    """Whether a line could be the words of a link that broke the line it stood in."""
    if len(text) > LINK_LIMIT or not SENTENCE_MARKS.isdisjoint(text):
        return False
    return not (has_ended(text) or is_open(text) or STRONG_START.match(text))


def han_width(text: str) -> float:
    """The width in Chinese characters; one that takes fewer than three bytes is half as wide."""
    return len(text) / 4 + len(text.encode()) / 4


def _han_column(widths: Sequence[float]) -> tuple[float, float]:
    """Where most lines end within a character or two, and the least that fills it."""
    counts = Counter(round(width) for width in widths if 10 < width < 60)
    near = {width: sum(counts[width - shift] for shift in range(3)) for width in counts}
    column = max(near, key=lambda width: (near[width], width), default=0)
    return column, column - COLUMN_SLACK


def _latin_column(widths: Sequence[float]) -> tuple[float, float]:
    """The longest common line of letters and the least that fills it; none if lines run on."""
    longest = sorted(widths)[-1 - len(widths) // 50]
    return (longest, 0.75 * longest) if 30 < longest <= LATIN_COLUMN_LIMIT else (0.0, 0.0)
