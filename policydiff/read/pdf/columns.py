"""The order in which a page is read: down each column, then on to the next."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from policydiff.read.pdf.pages import Run, rows_of

MIN_ROWS = 6
"""Fewer lines are no columns."""

MIN_EMS, MIN_RIGHT_EMS = 8, 4
"""A column is at least so many line heights wide; a last one may be cut short."""

FILLED = 0.5
"""Lines of text fill their column by half or more; the cells of a table do not."""

DENSE, DENSE_SHARE = 0.9, 0.6
"""In a full column of text so many lines fill so much of it."""

SPANNING_SHARE = 0.34
"""So many of the rows may cross the gutter: headlines, and the lines around the columns."""

MAX_RUNS = 5000
"""A page with more runs is a drawing."""

GUTTER = 0.6
"""The least width of a gutter, in line heights."""


class Region(NamedTuple):
    """A part of a page that is read from the top down, and the rows in it."""

    rows: tuple[tuple[Run, ...], ...]
    left: float
    right: float


def regions(runs: Sequence[Run]) -> list[Region]:
    """A page's columns and the lines between them, in reading order."""
    return _ordered(runs, 0)


def _ordered(runs: Sequence[Run], depth: int) -> list[Region]:
    if not runs:
        return []
    gutter = _gutter(runs) if depth < 6 else None
    if gutter is None:
        return [_region(runs)]
    spanning = [run for run in runs if run.left < gutter < run.right]
    if not spanning:
        return [
            *_ordered([run for run in runs if run.right <= gutter], depth + 1),
            *_ordered([run for run in runs if run.right > gutter], depth + 1),
        ]
    found: list[Region] = []
    for zone in _zones(runs, gutter):
        is_spanning = any(run.left < gutter < run.right for run in zone)
        found += [_region(zone)] if is_spanning else _ordered(zone, depth + 1)
    return found


def _region(runs: Sequence[Run]) -> Region:
    return Region(
        tuple(tuple(row) for row in rows_of(runs)),
        min(run.left for run in runs),
        max(run.right for run in runs),
    )


def _zones(runs: Sequence[Run], gutter: float) -> list[list[Run]]:
    """The runs from the top down, cut wherever lines begin or cease to cross the gutter."""
    zones: list[list[Run]] = []
    was_spanning: bool | None = None
    for row in rows_of(runs):
        is_spanning = any(run.left < gutter < run.right for run in row)
        if is_spanning is not was_spanning:
            zones.append([])
        zones[-1].extend(row)
        was_spanning = is_spanning
    return zones


def _gutter(runs: Sequence[Run]) -> float | None:
    """Where a strip of white parts the runs into two columns of text, the emptiest strip first."""
    rows = rows_of(runs)
    if len(rows) < MIN_ROWS or len(runs) > MAX_RUNS:
        return None
    em = sorted(run.height for run in runs)[len(runs) // 2]
    profile = _profile(runs)
    left, right = profile.lefts[0], profile.rights[-1]
    places = [
        place
        for place in _quiet_places(profile, SPANNING_SHARE * len(rows), GUTTER * em)
        if place - left > MIN_EMS * em
        and right - place > MIN_RIGHT_EMS * em
        and _parts_text(runs, place)
    ]
    return min(places, key=lambda place: (profile.crossing(place), place), default=None)


class _Profile(NamedTuple):
    """Where runs begin and end, each in order."""

    lefts: tuple[float, ...]
    rights: tuple[float, ...]

    def crossing(self, place: float) -> int:
        """How many runs stand on both sides of a place."""
        return bisect_left(self.lefts, place) - bisect_right(self.rights, place)


def _profile(runs: Sequence[Run]) -> _Profile:
    return _Profile(
        tuple(sorted(run.left for run in runs)), tuple(sorted(run.right for run in runs))
    )


def _quiet_places(profile: _Profile, allowed: float, least: float) -> list[float]:
    """The middles of the widest stretches that as few runs cross as around them."""
    edges = sorted({*profile.lefts, *profile.rights})
    stretches = [
        (profile.crossing((start + end) / 2), start, end)
        for start, end in pairwise(edges)
        if end - start >= least
    ]
    return [(start + end) / 2 for crossing, start, end in stretches if crossing <= allowed]


def _parts_text(runs: Sequence[Run], place: float) -> bool:
    """Whether the lines on both sides fill what would be their columns.

    The last column of a text may hold a line or two, where the one before it is full.
    """
    left = [run for run in runs if run.right <= place]
    right = [run for run in runs if run.left >= place]
    if _filled(right, FILLED) >= 0.5 and len(rows_of(right)) >= MIN_ROWS // 2:
        return _filled(left, FILLED) >= 0.5
    return bool(right) and len(rows_of(left)) >= MIN_ROWS and _filled(left, DENSE) >= DENSE_SHARE


def _filled(runs: Sequence[Run], share: float) -> float:
    """The share of lines that fill so much of the width that the widest takes."""
    rows = rows_of(runs)
    if not rows:
        return 0.0
    width = max(run.right for run in runs) - min(run.left for run in runs)
    return sum(row[-1].right - row[0].left >= share * width for row in rows) / len(rows)
