"""The characters of a PDF with their places: run as a script of its own, by ``limited``.

Standard input is the PDF, standard output a JSON list of pages, each
``[width, height, unreadable, [[text, left, top, right, bottom, baseline, font], …]]``.
It imports nothing of this package, so that it starts at once.
"""

import ctypes
import json
import math
import sys
from collections.abc import Iterator
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

WIDE_GAP = 1.5
"""A gap of so many times the height of a line sets words apart."""

SHIFT = 0.45
"""Characters whose baselines differ by this share of their height stand on different lines."""

MAX_PAGES = 2000
MAX_CHARACTERS = 5_000_000

_UPRIGHT = 0.1
_LIGATURES = str.maketrans(
    dict(
        zip(
            "\ufb00\ufb01\ufb02\ufb03\ufb04\ufb05\ufb06",
            ["ff", "fi", "fl", "ffi", "ffl", "st", "st"],
            strict=True,
        )
    )
    | {"\u00ad": "-", "\x02": "-", "\ufffe": "-", "\xa0": " ", "\t": " "}
)


class Glyph(NamedTuple):
    """A character and its box, ``y`` downwards from the top of the page."""

    position: int
    char: str
    left: float
    top: float
    right: float
    bottom: float
    baseline: float


class Run:
    """Characters that follow one another on a line."""

    def __init__(self, first: Glyph) -> None:
        self.glyphs = [first]

    def takes(self, glyph: Glyph) -> bool:
        """Whether a character follows without a gap, on the same line."""
        last = self.glyphs[-1]
        height = max(last.bottom - last.top, glyph.bottom - glyph.top, 1.0)
        is_level = abs(glyph.baseline - last.baseline) < SHIFT * height
        is_near = -0.5 * height < glyph.left - last.right < WIDE_GAP * height
        is_alike = 0.6 < (glyph.bottom - glyph.top) / max(last.bottom - last.top, 0.1) < 1.67
        return is_level and is_near and (is_alike or glyph.char == " ")


def main() -> None:
    """Reads standard input and writes what its pages hold."""
    try:
        document = pypdfium2.PdfDocument(sys.stdin.buffer.read())
        pages = [_page(document[number]) for number in range(min(len(document), MAX_PAGES))]
    except pypdfium2.PdfiumError as error:
        sys.exit(_reason(str(error)))
    except MemoryError:
        sys.exit("it needs too much memory")
    json.dump(pages, sys.stdout)


def _reason(message: str) -> str:
    return "it is locked with a password" if "assword" in message else "it is damaged"


def _page(page: pypdfium2.PdfPage) -> list[object]:
    turned = _Turned(page)
    text = page.get_textpage()
    count = min(text.count_chars(), MAX_CHARACTERS)
    unreadable = sum(_is_unreadable(text.raw, index) for index in range(count))
    runs = [_written(text.raw, run, turned) for run in _runs(_glyphs(text.raw, count, turned))]
    found = [turned.width, turned.height, unreadable, [run for run in runs if run]]
    text.close()
    page.close()
    return found


def _is_unreadable(text: pdfium.FPDF_TEXTPAGE, index: int) -> bool:
    """Whether nothing says which character a glyph stands for."""
    code = pdfium.FPDFText_GetUnicode(text, index)
    is_private = 0xE000 <= code <= 0xF8FF or code in (0, 0xFFFD)
    return is_private or pdfium.FPDFText_HasUnicodeMapError(text, index) == 1


def _glyphs(text: pdfium.FPDF_TEXTPAGE, count: int, turned: "_Turned") -> Iterator[Glyph | None]:
    """The characters in the file's order; None where a line ends."""
    box = pdfium.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    for index in range(count):
        code = pdfium.FPDFText_GetUnicode(text, index)
        if code in (0, 10, 13) or 0xD800 <= code < 0xE000:
            if code in (10, 13):
                yield None
            continue
        pdfium.FPDFText_GetLooseCharBox(text, index, ctypes.byref(box))
        pdfium.FPDFText_GetCharOrigin(text, index, ctypes.byref(x), ctypes.byref(y))
        yield turned.glyph(index, chr(code), box, (x.value, y.value))


class _Turned:
    """A page's way from its own coordinates to those of the page as it is shown."""

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        self.turns = page.get_rotation() // 90
        self.left, self.bottom, right, top = page.get_bbox()
        sides = (right - self.left, top - self.bottom)
        self.width, self.height = sides if self.turns % 2 == 0 else sides[::-1]

    def glyph(
        self, position: int, char: str, box: pdfium.FS_RECTF, origin: tuple[float, float]
    ) -> Glyph:
        """The character where a reader sees it."""
        left, top = self._point(box.left, box.top)
        right, bottom = self._point(box.right, box.bottom)
        _, baseline = self._point(*origin)
        (left, right), (top, bottom) = sorted((left, right)), sorted((top, bottom))
        return Glyph(position, char, left, top, right, bottom, baseline)

    def _point(self, x: float, y: float) -> tuple[float, float]:
        across, up = x - self.left, y - self.bottom
        match self.turns:
            case 1:
                return up, across
            case 2:
                return self.width - across, up
            case 3:
                return self.width - up, self.height - across
            case _:
                return across, self.height - up


def _runs(glyphs: Iterator[Glyph | None]) -> Iterator[Run]:
    run: Run | None = None
    for glyph in glyphs:
        if glyph is not None and run is not None and run.takes(glyph):
            run.glyphs.append(glyph)
            continue
        if run is not None:
            yield run
        run = Run(glyph) if glyph is not None else None
    if run is not None:
        yield run


def _written(text: pdfium.FPDF_TEXTPAGE, run: Run, turned: "_Turned") -> list[object]:
    """A run as its page lists it; an empty list for one that is blank or turned."""
    inked = [glyph for glyph in run.glyphs if not glyph.char.isspace()]
    if not inked:
        return []
    angle = pdfium.FPDFText_GetCharAngle(text, inked[0].position) + turned.turns * math.pi / 2
    if abs(math.remainder(angle, 2 * math.pi)) > _UPRIGHT:
        return []
    return [
        "".join(glyph.char for glyph in run.glyphs).translate(_LIGATURES).strip(),
        round(min(glyph.left for glyph in inked), 2),
        round(min(glyph.top for glyph in inked), 2),
        round(max(glyph.right for glyph in inked), 2),
        round(max(glyph.bottom for glyph in inked), 2),
        round(inked[0].baseline, 2),
        _font(text, inked[0].position),
    ]


def _font(text: pdfium.FPDF_TEXTPAGE, index: int) -> str:
    flags = ctypes.c_int()
    size = pdfium.FPDFText_GetFontInfo(text, index, None, 0, ctypes.byref(flags))
    buffer = ctypes.create_string_buffer(max(size, 1))
    pdfium.FPDFText_GetFontInfo(text, index, buffer, size, ctypes.byref(flags))
    return buffer.value.decode("utf-8", "replace")


if __name__ == "__main__":
    main()
