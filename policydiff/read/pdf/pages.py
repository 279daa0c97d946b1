"""The pages of a PDF as values: runs of characters, and the lines they make up."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from policydiff.lexicon.lines import is_wide
from policydiff.model import Box

LEVEL = 0.5
"""Runs whose baselines differ by this share of their height stand on different lines."""

NARROW_GAP, WIDE_GAP = 0.18, 1.2
"""From which share of the height on a gap is a space: between letters, and beside 汉字."""

RAISED = 0.8
"""A run smaller than this share of its line's height is no word of its own size."""

INITIAL = 1.7
"""A letter so many times as high as the line beside it is an initial."""

_INITIAL = re.compile(r"[A-Z\u201c\u2018]?[A-Z]")

BOLD_NAMES = ("bold", "black", "heavy", "semibold", "demi", "simhei", "黑体")


class Run(NamedTuple):
    """Characters that follow one another on a line, ``y`` counted downwards."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    baseline: float
    font: str

    @property
    def height(self) -> float:
        """The height of its line, which grows with the size of the font."""
        return max(self.bottom - self.top, 0.1)

    @property
    def is_bold(self) -> bool:
        """Whether the name of its font says that it is a bold one."""
        name = self.font.lower()
        return any(word in name for word in BOLD_NAMES)


class Page(NamedTuple):
    """A page as it is shown; ``unreadable`` counts the glyphs that stand for no known character."""

    number: int
    width: float
    height: float
    unreadable: int
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of one column, and the page it stands on."""

    text: str
    page: int
    box: Box
    height: float
    is_bold: bool

    @property
    def width(self) -> float:
        """From its first to its last character."""
        return self.box.right - self.box.left


def read_pages(answer: Sequence[object]) -> list[Page]:
    """The pages that the script lists."""
    return [_page(number, row) for number, row in enumerate(answer, start=1)]


def _page(number: int, row: object) -> Page:
    match row:
        case [
            float() | int() as width,
            float() | int() as height,
            int() as unreadable,
            list() as runs,
        ]:
            return Page(
                number,
                width,
                height,
                unreadable,
                tuple(_with_initials([*_once(_shown(runs, width, height))])),
            )
        case _:
            raise ValueError(f"page {number} is not as the script writes it")


def _shown(rows: Iterable[Sequence[object]], width: float, height: float) -> Iterator[Run]:
    """The runs that stand on the page and not beside it."""
    for run in (Run(*row) for row in rows):  # type: ignore[arg-type]  # as the script lists them
        across, down = (run.left + run.right) / 2, (run.top + run.bottom) / 2
        if 0 <= across <= width and 0 <= down <= height:
            yield run


def _with_initials(runs: Sequence[Run]) -> Iterator[Run]:
    """The runs, a large initial letter put before the line that it begins."""
    initials = [run for run in runs if _INITIAL.fullmatch(run.text)]
    begun = {_begun_by(initial, runs): initial for initial in initials}
    begun.pop(None, None)
    for run in runs:
        initial = begun.get(run)
        if initial is not None:
            yield run._replace(text=initial.text + run.text, left=initial.left)
        elif run not in begun.values():
            yield run


def _begun_by(initial: Run, runs: Sequence[Run]) -> Run | None:
    """The run to the right of an initial, beside its upper half, that it is larger than."""
    middle = (initial.top + initial.bottom) / 2
    beside = [
        run
        for run in runs
        if initial.height > INITIAL * run.height
        and -1 < run.left - initial.right < run.height
        and initial.top <= (run.top + run.bottom) / 2 <= middle
    ]
    return min(beside, key=lambda run: run.top, default=None)


def _once(runs: Iterable[Run]) -> Iterator[Run]:
    """The runs without those printed twice, a little aside, for a shadow or for boldness."""
    seen: set[tuple[str, int, int]] = set()
    for run in runs:
        at = (round(run.left / 3), round(run.baseline / 3))
        if (run.text, *at) not in seen:
            yield run
        seen.update(
            (run.text, at[0] + across, at[1] + down) for across in (-1, 0, 1) for down in (-1, 0, 1)
        )


def rows_of(runs: Iterable[Run]) -> list[list[Run]]:
    """The runs by line, from the top down; those of a line from left to right."""
    rows: list[list[Run]] = []
    for run in sorted(runs, key=lambda run: (run.baseline, run.left)):
        row = next((row for row in reversed(rows[-4:]) if _is_level(row[0], run)), None)
        if row is None:
            rows.append([run])
        else:
            row.append(run)
    return [sorted(row, key=lambda run: run.left) for row in rows]


def _is_level(first: Run, run: Run) -> bool:
    """Whether two runs stand on one line; a raised or lowered one stands beside the other."""
    distance = abs(run.baseline - first.baseline)
    small, large = sorted((first.height, run.height))
    if small >= RAISED * large:
        return distance < LEVEL * small
    is_beside = run.left >= first.right - 1 or run.right <= first.left + 1
    return is_beside and distance < LEVEL * large and small > LEVEL * large


def line_of(row: Sequence[Run], page: int) -> Line:
    """The runs of a row as one line."""
    parts = [row[0].text]
    for before, after in pairwise(row):
        parts.append(f" {after.text}" if _is_apart(before, after) else after.text)
    main = max(row, key=lambda run: len(run.text))
    box = Box(
        min(run.left for run in row),
        min(run.top for run in row),
        max(run.right for run in row),
        max(run.bottom for run in row),
    )
    is_bold = all(run.is_bold for run in row if any(map(str.isalpha, run.text)))
    return Line("".join(parts).strip(), page, box, main.height, is_bold and main.is_bold)


def _is_apart(before: Run, after: Run) -> bool:
    gap = after.left - before.right
    beside_wide = is_wide(before.text[-1:] or " ") or is_wide(after.text[:1] or " ")
    return gap > (WIDE_GAP if beside_wide else NARROW_GAP) * min(before.height, after.height)
