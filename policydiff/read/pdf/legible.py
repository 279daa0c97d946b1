"""Whether the characters of a PDF are those a reader sees."""

import re
from collections.abc import Sequence

from policydiff.errors import SourceError
from policydiff.read.pdf.pages import Page

MIN_CHARACTERS = 40
"""A PDF with fewer characters has no text layer to speak of."""

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


def require_legible(pages: Sequence[Page], name: str) -> None:
    """Raises SourceError for pages without a text, or with one that only looks right."""
    text = "".join(run.text for page in pages for run in page.runs)
    unreadable = sum(page.unreadable for page in pages)
    total = len(text) + unreadable
    if len(text) < MIN_CHARACTERS and unreadable < MIN_CHARACTERS:
        raise SourceError(
            f'"{name}" has no text layer, only pictures of its {len(pages)} pages; '
            "run it through text recognition (such as ocrmypdf) and give the result"
        )
    if unreadable > MAX_UNREADABLE * total or not reads_as_language(text):
        raise SourceError(
            f'"{name}" has a broken glyph map: what its pages show is not the text it holds; '
            "run it through text recognition (such as ocrmypdf --force-ocr) and give the result"
        )


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
