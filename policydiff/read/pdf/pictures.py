"""What stands on the pictures of pages: run as a script of its own, by ``limited``.

Standard input is the PDF, the arguments are the numbers of pages. Standard output is
a JSON list of these pages, each ``[number, width, height, [[text, *corners], …]]``: the
lines recognised, each with the four corners of what it covers, clockwise from its upper
left, in points, ``y`` downwards. It imports nothing of this package, and it needs the
extra ``policydiff[ocr]``, whose models are files of that installation: nothing is fetched.
"""

import json
import os
import sys
from collections.abc import Sequence
from typing import NamedTuple

import pypdfium2

MAX_SIDE = 2000
"""The longer side of a page's picture in pixels: an A4 page at 170 dpi."""

MAX_SCALE = 300 / 72
"""Small pages are shown at 300 dpi at most."""

STRIP = 20
"""A page so many times as long as wide is none, and would be enlarged beyond all memory."""

THREADS = 2

SURE = 0.85
"""Text that stands upright is recognised so surely; what is turned may not be."""

TALL = 1.5
"""A line so many times as high as wide runs down the page."""


class Line(NamedTuple):
    """A line with its corners, and how sure its characters are."""

    text: str
    corners: list[tuple[float, float]]
    score: float

    @property
    def is_tall(self) -> bool:
        """Whether it runs down the page."""
        (left, top), _, (right, bottom), _ = self.corners
        return len(self.text) > 1 and abs(bottom - top) > TALL * abs(right - left)


class Engine:
    """The library that recognises, and its array library, loaded once."""

    def __init__(self) -> None:
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy, which sets memory aside
        import cv2  # noqa: PLC0415
        import numpy  # noqa: PLC0415, ICN001
        from rapidocr import RapidOCR  # noqa: PLC0415

        cv2.setNumThreads(1)
        self._turn = numpy.rot90
        threads = min(THREADS, os.cpu_count() or 1)
        self._read = RapidOCR(
            params={
                "Global.log_level": "critical",
                "Global.max_side_len": MAX_SIDE,
                "Global.use_cls": False,
                "Rec.rec_batch_num": 1,
                "EngineConfig.onnxruntime.intra_op_num_threads": threads,
                "EngineConfig.onnxruntime.inter_op_num_threads": 1,
            }
        )

    def page(self, page: pypdfium2.PdfPage, number: int) -> list[object]:
        """A page as the list has it, turned so that its text stands upright."""
        width, height = page.get_size()
        if max(width, height) > STRIP * min(width, height):
            return [number, width, height, []]
        scale = min(MAX_SIDE / max(width, height), MAX_SCALE)
        picture = page.render(scale=scale, grayscale=True).to_numpy()
        turns, lines = 0, self._lines(picture)
        if _is_doubtful(lines):
            ways = {0: lines} | {way: self._lines(self._turn(picture, way)) for way in (1, 2, 3)}
            turns, lines = max(ways.items(), key=lambda way: _sureness(way[1]))
        sides = (width, height) if turns % 2 == 0 else (height, width)
        return [number, *sides, [_written(line, scale) for line in lines]]

    def _lines(self, picture: object) -> list[Line]:
        found = self._read(picture)
        if not found.txts:
            return []
        return [
            Line(text, [(float(x), float(y)) for x, y in corners], float(score))
            for text, corners, score in zip(found.txts, found.boxes, found.scores, strict=True)
        ]


def main() -> None:
    """Reads standard input and writes what stands on the pages."""
    answer, sys.stdout = sys.stdout, sys.stderr
    sys.addaudithook(_refuse_network)
    try:
        document = pypdfium2.PdfDocument(sys.stdin.buffer.read())
        engine = Engine()
        numbers = [int(argument) for argument in sys.argv[1:]]
        pages = [engine.page(document[number - 1], number) for number in numbers]
    except MemoryError:
        sys.exit("it needs too much memory")
    json.dump(pages, answer)


def _refuse_network(event: str, _: object) -> None:
    """Ends a look-up or connection that a library would make: what it needs is installed."""
    if event in {"socket.connect", "socket.getaddrinfo", "socket.sendto"}:
        raise PermissionError("a model for text recognition is missing from the installation")


def _is_doubtful(lines: Sequence[Line]) -> bool:
    """Whether the page may be turned: lines that run down it, or unsure characters."""
    tall = sum(len(line.text) for line in lines if line.is_tall)
    total = sum(len(line.text) for line in lines)
    return bool(lines) and (2 * tall > total or _sureness(lines) < SURE * total)


def _sureness(lines: Sequence[Line]) -> float:
    """The number of characters, each for as much as it is sure; lines must not run down."""
    return sum(len(line.text) * line.score for line in lines if not line.is_tall)


def _written(line: Line, scale: float) -> list[object]:
    corners = [round(value / scale, 2) for corner in line.corners for value in corner]
    return [line.text, *corners]


if __name__ == "__main__":
    main()
