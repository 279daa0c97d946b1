"""What pages repeat or number: running heads and feet, page numbers."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from policydiff.read.pdf.pages import Page, Run, line_of, rows_of

MARGIN_ROWS = 3
"""How many rows at the top and at the bottom of a page may be heads or feet."""

MIN_PAGES = 3
"""On so many pages, or on all of fewer, the same words in the same place are no accident."""

LARGE = 1.3
"""What is set so many times as high as most lines is a heading, however often it comes back."""

BAND = 4.0
"""Points within which two lines stand at the same height."""

_NUMBER = re.compile(
    r"[-–—·•.\s]*(?:第\s*)?(?:\d{1,4}|[ivxlc]{1,7})(?:\s*页)?(?:\s*(?:/|of|共)\s*\d{1,4}\s*页?)?[-–—·•.\s]*",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
_FOLDED = re.compile(r"[\W_]+")


class _Edge(NamedTuple):
    """A row near an edge of its page: its page, how far in it stands, what it says."""

    page: int
    depth: int
    at_top: bool
    words: str
    is_number: bool
    level: float
    runs: tuple[Run, ...]


class _Habits(NamedTuple):
    """How often words and numbers stand at which height, and how often is enough."""

    repeated: dict[str, Counter[int]]
    numbered: Counter[tuple[bool, int]]
    enough: int


def running_rows(pages: Sequence[Page]) -> dict[int, frozenset[Run]]:
    """By page, the runs of its running heads and feet and of its number."""
    heights = sorted(run.height for page in pages for run in page.runs)
    limit = LARGE * heights[len(heights) // 2] if heights else 0.0
    edges = [edge for page in pages for edge in _edges(page) if _height(edge) <= limit]
    habits = _Habits(_repeated(edges), _number_bands(edges), max(2, min(MIN_PAGES, len(pages))))
    found: dict[int, frozenset[Run]] = {}
    for page, group in _by_page(edges).items():
        running = [edge for edge in group if _is_running(edge, habits)]
        kept = [edge for edge in running if _is_outermost(edge, running)]
        found[page] = frozenset(run for edge in kept for run in edge.runs)
    return found


def _edges(page: Page) -> Iterator[_Edge]:
    rows = rows_of(page.runs)
    count = len(rows)
    for index, row in enumerate(rows):
        from_top, from_bottom = index, count - 1 - index
        if min(from_top, from_bottom) >= MARGIN_ROWS:
            continue
        at_top = row[0].baseline < page.height / 2
        text = line_of(row, page.number).text
        yield _Edge(
            page.number,
            from_top if at_top else from_bottom,
            at_top,
            _folded(text),
            bool(_NUMBER.fullmatch(text)) and from_bottom * from_top == 0,
            row[0].baseline,
            tuple(row),
        )


def _height(edge: _Edge) -> float:
    return max(run.height for run in edge.runs)


def _folded(text: str) -> str:
    """Words alone: figures as one mark, no spaces, no punctuation."""
    return _FOLDED.sub("", _DIGITS.sub("0", text)).lower()


def _repeated(edges: Iterable[_Edge]) -> dict[str, Counter[int]]:
    """How often the same words stand at the same height on different pages."""
    counts: dict[str, Counter[int]] = defaultdict(Counter)
    for edge in edges:
        if edge.words.strip("0"):
            counts[edge.words][_band(edge.level)] += 1
    return counts


def _number_bands(edges: Iterable[_Edge]) -> Counter[tuple[bool, int]]:
    """How many pages have nothing but a number at a height."""
    return Counter((edge.at_top, _band(edge.level)) for edge in edges if edge.is_number)


def _band(level: float) -> int:
    return round(level / BAND)


def _is_running(edge: _Edge, habits: _Habits) -> bool:
    band = _band(edge.level)
    near = (band - 1, band, band + 1)
    if edge.is_number and sum(habits.numbered[edge.at_top, at] for at in near) >= habits.enough:
        return True
    return sum(habits.repeated[edge.words][at] for at in near) >= habits.enough


def _is_outermost(edge: _Edge, running: Sequence[_Edge]) -> bool:
    """Whether only running rows stand between it and the edge of the page."""
    outside = {other.depth for other in running if other.at_top is edge.at_top}
    return set(range(edge.depth)) <= outside


def _by_page(edges: Iterable[_Edge]) -> dict[int, list[_Edge]]:
    grouped: dict[int, list[_Edge]] = defaultdict(list)
    for edge in edges:
        grouped[edge.page].append(edge)
    return grouped
