"""Whether the characters of a PDF are those a reader sees."""

import re
from collections.abc import Sequence

from policydiff.errors import SourceError
from policydiff.read.formats import RECOGNITION
from policydiff.read.pdf.pages import Page

MIN_CHARACTERS = 40
"""A PDF with fewer characters has no text layer to speak of."""

MIN_ON_PAGE = 20
"""A page with fewer characters has none of its own."""

MAX_UNREADABLE = 0.1
"""The share of glyphs that may stand for no known character: logos, bullets, rare signs."""

MIN_COMMON = 0.8
"""The share of a Chinese text's characters that are in daily use; 0.97 and more in any report."""

MIN_USUAL = 0.38
"""The share of e, t, a, o, i, n among the letters of a text; 0.48 and more in English or German."""

SAMPLE = 20_000
ENOUGH = 200
"""So many characters are enough to judge by."""

_HAN = re.compile("[\u3400-\u9fff]")
_LETTER = re.compile("[a-z]", re.IGNORECASE)
_USUAL = re.compile("[etaoin]", re.IGNORECASE)


def unread_pages(pages: Sequence[Page]) -> list[int]:
    """The numbers of pages without a text layer, or with one that only looks right.

    All are, if together they hold no text, or the text of them all only looks right.
    """
    if not has_text_layer(pages) or is_broken(pages):
        return [page.number for page in pages]
    return [page.number for page in pages if not _has_layer(page) or is_broken([page])]


def require_legible(pages: Sequence[Page], name: str) -> None:
    """Raises SourceError for pages without a text, or with one that only looks right."""
    if not has_text_layer(pages):
        raise SourceError(
            f'"{name}" has no text layer, only pictures ({_counted(pages)}); '
            f"give what ocrmypdf makes of it, or install text recognition: {RECOGNITION}"
        )
    if is_broken(pages):
        raise SourceError(
            f'"{name}" has a broken glyph map: what its pages show is not the text it holds; '
            "give what ocrmypdf --force-ocr makes of it, "
            f"or install text recognition: {RECOGNITION}"
        )


def require_recognised(pages: Sequence[Page], name: str) -> None:
    """Raises SourceError where text recognition found no text on the pages."""
    if not has_text_layer(pages) or is_broken(pages):
        raise SourceError(
            f'"{name}" has no text layer, and no text is recognised on its pictures '
            f"({_counted(pages)}); scan it anew, straight and at 300 dpi, and give that"
        )


def has_text_layer(pages: Sequence[Page]) -> bool:
    """Whether there is a page with text on it, and some text in all."""
    total = sum(len(run.text) for page in pages for run in page.runs)
    unreadable = sum(page.unreadable for page in pages)
    return any(map(_has_layer, pages)) and max(total, unreadable) >= MIN_CHARACTERS


def _has_layer(page: Page) -> bool:
    """Whether a page holds more than a number or the name of the program that scanned it."""
    return sum(len(run.text) for run in page.runs) + page.unreadable >= MIN_ON_PAGE


def _counted(pages: Sequence[Page]) -> str:
    return "1 page" if len(pages) == 1 else f"{len(pages)} pages"


def is_broken(pages: Sequence[Page]) -> bool:
    """Whether the text that pages hold is not what they show, as far as that can be told."""
    text = "".join(run.text for page in pages for run in page.runs)
    unreadable = sum(page.unreadable for page in pages)
    total = len(text) + unreadable
    if total < MIN_CHARACTERS:
        return False
    return unreadable > MAX_UNREADABLE * total or not reads_as_language(text)


def reads_as_language(text: str) -> bool:
    """Whether the characters are such as texts are made of, as far as that can be told."""
    sample = text[:SAMPLE]
    han = _HAN.findall(sample)
    if len(han) >= ENOUGH:
        return _common_share("".join(han)) >= MIN_COMMON
    letters = _LETTER.findall(sample)
    if len(letters) >= ENOUGH:
        return len(_USUAL.findall(sample)) >= MIN_USUAL * len(letters)
    return True


def _common_share(han: str) -> float:
    """The larger share of characters that the first levels of GB 2312 or of Big5 hold."""
    simplified = sum(0xB0 <= _lead(char, "gb2312") <= 0xD7 for char in han)
    traditional = sum(0xA4 <= _lead(char, "big5") <= 0xC6 for char in han)
    return max(simplified, traditional) / len(han)


def _lead(char: str, encoding: str) -> int:
    return next(iter(char.encode(encoding, "ignore")), 0)
