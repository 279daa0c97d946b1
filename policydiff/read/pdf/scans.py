"""Recognised lines as the runs of a page: set straight, and of few heights.

What is recognised covers a line closely, more or less so from line to line. The
stages that find columns, headings and paragraphs go by edges and by heights, as
a text layer has them: equal for equal type.
"""

import math
from collections.abc import Iterable, Sequence
from statistics import median
from typing import NamedTuple

from policydiff.lexicon.lines import is_wide
from policydiff.lexicon.recognition import as_it_stands
from policydiff.read.pdf.flow import wide_length
from policydiff.read.pdf.pages import Page, Run
from policydiff.read.pdf.recogniser import Picture, Seen

LONG = 8
"""Lines of so many 汉字 and more tell the size of their type by their width."""

LEVEL = 5.0
"""Lines so many times as wide as high tell how a page leans."""

SWELL = 0.6
"""What covers a short line is higher, by this much of the height over the number of its 汉字."""

SAME, SAME_HEIGHT = 0.1, 0.2
"""Sizes that differ by this share from the body's are the body's; heights alone vary more."""

STEP = 1.25
"""Other sizes are told apart by so much."""

HALF = 0.5
"""A mark that fills half of its square leaves half a square of white."""

_OPENING, _CLOSING = frozenset("“‘（《〈【〔「『［"), frozenset("，。、；：！？”’）》〉】〕」』］")


class _Box(NamedTuple):
    """A line set straight; the size of its type by its width is 0 where that tells nothing."""

    text: str
    left: float
    right: float
    middle: float
    height: float
    size: float

    @property
    def is_chinese(self) -> bool:
        """Whether its width tells the size of its type, which it does in squares."""
        return self.size > 0 and 2 * sum(map(is_wide, self.text)) > len(self.text)


class Body(NamedTuple):
    """The type that most of a text is set in: the width of a 汉字, the height of a line."""

    size: float
    height: float


def recognised_pages(pictures: Sequence[Picture], given: Body | None = None) -> list[Page]:
    """The pages with their lines as runs; ``given`` is the type of pages with a text layer."""
    boxes = {picture.number: _boxes(picture) for picture in pictures}
    body = _body([box for group in boxes.values() for box in group])
    same = given if given and _is_alike(given.size, body.size) else body
    return [
        Page(
            picture.number,
            picture.width,
            picture.height,
            0,
            tuple(_run(box, body, same.height) for box in boxes[picture.number]),
        )
        for picture in pictures
    ]


def body_of(runs: Iterable[Run]) -> Body | None:
    """The type of a text layer; None where it has no lines to speak of."""
    long = [run for run in runs if wide_length(run.text) >= LONG]
    if not long:
        return None
    sizes = [(run.right - run.left) / wide_length(run.text) for run in long]
    return Body(median(sizes), median(run.height for run in long))


def _boxes(picture: Picture) -> list[_Box]:
    """The lines of a page turned back by as much as it leans."""
    upright = [seen for seen in picture.lines if not _runs_down(seen)]
    lean = _lean(upright)
    middle = (picture.width / 2, picture.height / 2)
    return [_box(seen, lean, middle) for seen in upright]


def _runs_down(seen: Seen) -> bool:
    (left, top), _, (right, bottom), _ = seen.corners
    return len(seen.text) > 1 and bottom - top > right - left


def _lean(lines: Iterable[Seen]) -> float:
    """The angle that lines rise by, in radians; that of the median one."""
    angles = []
    for seen in lines:
        (left, top), (right, end), _, (_, bottom) = seen.corners
        if right - left > LEVEL * (bottom - top):
            angles.append(math.atan2(end - top, right - left))
    return median(angles) if angles else 0.0


def _box(seen: Seen, lean: float, middle: tuple[float, float]) -> _Box:
    corners = [_turned(corner, -lean, middle) for corner in seen.corners]
    (left, top), (right, end), (other_right, bottom), (other_left, low) = corners
    left, right = (left + other_left) / 2, (right + other_right) / 2
    above, below = (top + end) / 2, (bottom + low) / 2
    height = max(below - above, 1.0)
    text = as_it_stands(seen.text)
    length = wide_length(text)
    size = (right - left) / length if length >= LONG else 0.0
    height = height if size else height / (1 + SWELL / length)
    left, right = _with_white(text, left, right, HALF * (size or height))
    return _Box(text, left, right, (above + below) / 2, height, size)


def _turned(
    point: tuple[float, float], angle: float, middle: tuple[float, float]
) -> tuple[float, float]:
    across, down = point[0] - middle[0], point[1] - middle[1]
    cosine, sine = math.cos(angle), math.sin(angle)
    return middle[0] + across * cosine - down * sine, middle[1] + across * sine + down * cosine


def _with_white(text: str, left: float, right: float, white: float) -> tuple[float, float]:
    """The edges of a line of 汉字, with the white that its outer marks bring."""
    is_chinese = any(is_wide(char) for char in text)
    if is_chinese and text[0] in _OPENING:
        left -= white
    if is_chinese and text[-1] in _CLOSING:
        right += white
    return left, right


def _body(boxes: Sequence[_Box]) -> Body:
    """What most of the text is set in."""
    sizes = [box.size for box in boxes if box.size]
    heights = [box.height for box in boxes for _ in box.text]
    return Body(median(sizes) if sizes else 0.0, median(heights) if heights else 1.0)


def _run(box: _Box, body: Body, height: float) -> Run:
    """A line as a run whose height is that of the body, or a step above or below it."""
    half = height * STEP ** _steps(box, body) / 2
    top, bottom = round(box.middle - half, 2), round(box.middle + half, 2)
    return Run(box.text, round(box.left, 2), top, round(box.right, 2), bottom, bottom, "")


def _steps(box: _Box, body: Body) -> int:
    by_height = box.height / body.height
    if not box.is_chinese:
        return 0 if _is_alike(by_height, 1, SAME_HEIGHT) else round(math.log(by_height, STEP))
    by_size = box.size / body.size
    if _is_alike(by_size, 1) or _is_alike(by_height, 1):
        return 0
    return round(math.log((by_size * by_height) ** 0.5, STEP))


def _is_alike(one: float, other: float, share: float = SAME) -> bool:
    return abs(one - other) <= share * other
