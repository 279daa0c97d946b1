"""Which pages of a PDF show anything: run as a script of its own, by ``limited``.

Standard input is the PDF, the arguments are the numbers of pages, standard output is
a JSON list of those that are not blank. It imports nothing of this package, so that
it starts at once.
"""

import json
import sys

import pypdfium2

SIDE = 100
"""The longer side of a page's picture in pixels; a line of text is a grey streak on it."""

CONTRAST = 30
"""By so many of 255 shades something stands out from a page."""


def main() -> None:
    """Reads standard input and writes the numbers."""
    try:
        document = pypdfium2.PdfDocument(sys.stdin.buffer.read())
        numbers = [int(argument) for argument in sys.argv[1:]]
        inked = [number for number in numbers if _is_inked(document[number - 1])]
    except MemoryError:
        sys.exit("it needs too much memory")
    json.dump(inked, sys.stdout)


def _is_inked(page: pypdfium2.PdfPage) -> bool:
    width, height = page.get_size()
    bitmap = page.render(scale=SIDE / max(width, height, 1), grayscale=True)
    rows = (bytes(bitmap.buffer)[at : at + bitmap.width] for at in _starts(bitmap))
    shades = {shade for row in rows for shade in row}
    page.close()
    return max(shades) - min(shades) > CONTRAST


def _starts(bitmap: pypdfium2.PdfBitmap) -> range:
    """Where each row of a picture starts; rows may be padded."""
    return range(0, bitmap.stride * bitmap.height, bitmap.stride)


if __name__ == "__main__":
    main()
