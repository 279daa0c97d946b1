"""Headings by how they are set: larger than the body, or bold where the body is not."""

import re
from collections import Counter
from collections.abc import Sequence

from policydiff.lexicon.lines import STRONG_START, WEAK_START, has_ended
from policydiff.read.pdf.flow import Measure, rounded
from policydiff.read.pdf.paragraphs import Paragraph

HEADING_LIMIT = 120
HEADING_LINES = 4

LARGER = 1.12
"""A heading is so many times as high as the body, unless it is bold."""

COMMON = 0.2
"""A style that holds more than this share of the text is no style of headings."""

MAX_LEVEL = 6

_LETTERS = re.compile(r"[^\W\d_]{2}")
_NO_HEADING = re.compile(r"[“”\"'‘•●▪■◆◦‣–—|]|.*[,;:，；：、]$")

Style = tuple[float, bool]
"""A height and whether it is bold; larger ones stand above smaller ones."""


def heading_levels(found: Sequence[Paragraph], measure: Measure) -> list[int]:
    """Of each paragraph the level of the heading it is, or 0."""
    shares: Counter[Style] = Counter()
    for paragraph in found:
        shares[_style(paragraph)] += paragraph.text_length
    total = shares.total()
    styles = [_style(paragraph) if _is_heading(paragraph, measure) else None for paragraph in found]
    used = {style for style in styles if style and shares[style] <= COMMON * total}
    levels = {
        style: min(level, MAX_LEVEL)
        for level, style in enumerate(sorted(used, reverse=True), start=1)
    }
    return [levels.get(style, 0) if style else 0 for style in styles]


def marked(text: str, level: int) -> str:
    """A heading with its level as Markdown shows it, unless it has an ordinal of its own."""
    if not level or STRONG_START.match(text) or WEAK_START.match(text):
        return text
    return f"{'#' * level} {text}"


def _style(paragraph: Paragraph) -> Style:
    line = paragraph.lines[0].line
    return rounded(line.height), line.is_bold


def _is_heading(paragraph: Paragraph, measure: Measure) -> bool:
    height, is_bold = _style(paragraph)
    if height < LARGER * measure.body and not (
        is_bold and not measure.is_bold and height >= measure.body
    ):
        return False
    if paragraph.text_length > HEADING_LIMIT or len(paragraph.lines) > HEADING_LINES:
        return False
    first, last = paragraph.lines[0].line.text, paragraph.lines[-1].line.text
    is_sentence = has_ended(last) and not last.endswith(("?", "？", ")", "）"))
    return bool(_LETTERS.search(first)) and not is_sentence and not _NO_HEADING.match(first)
