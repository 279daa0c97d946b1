"""Text recognition for pages that are pictures, if it is installed."""

import logging
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from typing import NamedTuple, Protocol

from policydiff.errors import SourceError
from policydiff.read.formats import PDF
from policydiff.read.guarded import Limits, Script, run_guarded

MAX_PAGES = 300
"""A page takes three seconds; a report of sixty scanned pages takes three minutes."""

BATCH = 5
"""So many pages go to one process, which takes two seconds to start."""

LIMITS = Limits(seconds=120 * BATCH, megabytes=4000)
"""What one process may take; it fills 1000 MB, and asks for twice as many."""

_LIBRARIES = ("rapidocr", "onnxruntime")
_LOG = logging.getLogger(__name__)


class Seen(NamedTuple):
    """A line as recognised: its corners in points, clockwise from the upper left."""

    text: str
    corners: tuple[tuple[float, float], ...]


class Picture(NamedTuple):
    """A page as it stands upright, and the lines on it in no order."""

    number: int
    width: float
    height: float
    lines: tuple[Seen, ...]


class Recogniser(Protocol):
    """Says what stands on some pages of a PDF, given by their numbers."""

    def __call__(self, content: bytes, name: str, numbers: Sequence[int]) -> list[Picture]:
        """A picture for each of the pages, in their order."""


def installed_recogniser() -> Recogniser | None:
    """The recogniser of the extra ``policydiff[ocr]``, or None without it."""
    is_there = all(find_spec(library) is not None for library in _LIBRARIES)
    return _recognise if is_there else None


def _recognise(content: bytes, name: str, numbers: Sequence[int]) -> list[Picture]:
    if len(numbers) > MAX_PAGES:
        raise SourceError(
            f'"{name}" has {len(numbers)} pages without a text layer, more than the {MAX_PAGES} '
            "that are recognised; give it in parts, or run it through ocrmypdf and give the result"
        )
    return [
        picture
        for batch in _batches(numbers, name)
        for picture in read_pictures(run_guarded(_script(batch), content, name, PDF))
    ]


def _script(numbers: Sequence[int]) -> Script:
    return Script("policydiff.read.pdf.pictures", [str(number) for number in numbers], LIMITS)


def _batches(numbers: Sequence[int], name: str) -> Iterator[Sequence[int]]:
    """The numbers a few at a time; the log says how far it is."""
    for start in range(0, len(numbers), BATCH):
        _LOG.info("%s: recognising page %d of %d", name, start + 1, len(numbers))
        yield numbers[start : start + BATCH]


def read_pictures(answer: Sequence[object]) -> list[Picture]:
    """The pages that the script lists."""
    return [_picture(row) for row in answer]


def _picture(row: object) -> Picture:
    match row:
        case [
            int() as number,
            float() | int() as width,
            float() | int() as height,
            list() as lines,
        ]:
            return Picture(number, width, height, tuple(_seen(line) for line in lines))
        case _:
            raise ValueError("a page is not as the script writes it")


def _seen(row: object) -> Seen:
    match row:
        case [str() as text, *corners]:
            values = [value for value in corners if isinstance(value, int | float)]
            if len(values) == 8 == len(corners):
                return Seen(text, tuple(zip(values[::2], values[1::2], strict=True)))
    raise ValueError("a line is not as the script writes it")
