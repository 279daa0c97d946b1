"""Lines of Chinese and English text that fit a number of terminal cells."""

import re

from rich.cells import cell_len
from rich.text import Text

_WIDE = "\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
_OPENING = "“‘（《〈【「『([{"
_CLOSING = r"”’）》〉】」』…，。、；：！？%)\],.;:!?"
# An unbreakable unit: one wide character or one word, with the punctuation that clings to it.
# Punctuation that was taken out or put in clings as well: a line never opens with ``{+.+}``.
_UNIT = re.compile(
    rf"(?:\[-|\{{\+|[{re.escape(_OPENING)}])*"
    rf"(?:[{_WIDE}]|[^\s{_WIDE}{re.escape(_OPENING)}]+)"
    rf"(?:-\]|\+\}}|[{_CLOSING}]|\[-[{_CLOSING}]+-\]|\{{\+[{_CLOSING}]+\+\}})*"
    r"|\s+|."
)

_MOST_CELLS = 2
"""No character is wider, so that short texts fit without being measured."""


def wrap(text: Text, width: int) -> list[Text]:
    """The text in lines of at most so many cells, broken where Chinese and English allow it."""
    lines = text.divide(_breaks(text.plain, width))
    for line in lines:
        line.rstrip()
    return list(lines)


def _breaks(plain: str, width: int) -> list[int]:
    if _MOST_CELLS * len(plain) <= width or cell_len(plain) <= width:
        return []
    breaks: list[int] = []
    used = 0
    for start, end in _pieces(plain, width):
        cells = cell_len(plain[start:end])
        if used and used + cells > width and not plain[start].isspace():
            breaks.append(start)
            used = 0
        used += cells
    return breaks


def _pieces(plain: str, width: int) -> list[tuple[int, int]]:
    pieces: list[tuple[int, int]] = []
    for match in _UNIT.finditer(plain):
        pieces.extend(_chopped(plain, match.start(), match.end(), width))
    return pieces


def _chopped(plain: str, start: int, end: int, width: int) -> list[tuple[int, int]]:
    """The unit whole if it fits a line, else in pieces that do."""
    if cell_len(plain[start:end]) <= width:
        return [(start, end)]
    pieces, first = [], start
    for position in range(start + 1, end):
        if cell_len(plain[first : position + 1]) > width:
            pieces.append((first, position))
            first = position
    return [*pieces, (first, end)]
