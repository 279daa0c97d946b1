"""Format: what of a text is not its words, sort by sort."""

import re
from typing import NamedTuple

from policydiff.lexicon.lines import INVISIBLE


class Format(NamedTuple):
    """One sort of format, as reports name it, and what in a text is of that sort."""

    name: str
    pattern: re.Pattern[str]


WHITE_SPACE = "white space"
"""The sort in which texts differ that only break their lines elsewhere."""

PUNCTUATION_MARKS = "punctuation"
"""The sort that may change what a rule means."""

FORMATS = (
    Format(
        "heading marks",
        re.compile(
            r"^ {0,3}#{1,6}[ \t]+|(?<=\w) #(?=\]\()|\n[ \t]*(?:={3,}|-{3,})[ \t]*$", re.MULTILINE
        ),
    ),
    Format("list markers", re.compile(r"^[ \t]*(?:[*+•-]|\d{1,3}\\?[.)])[ \t]+", re.MULTILINE)),
    Format(
        "link addresses",
        re.compile(r"\[\]\([^)\n]*\)|(?<=\])\([^)\n]*\)|\[(?=[^\[\]\n]*\]\()|\]"),
    ),
    Format("emphasis", re.compile(r"\*{1,3}|(?<!\w)_{1,3}|_{1,3}(?!\w)|</?(?:b|i|u|em|strong)>")),
    Format("quotation marks", re.compile("[\"'“”‘’«»„「」『』`]")),
    Format(WHITE_SPACE, re.compile(rf"[\s{INVISIBLE}]+")),
)
"""Asked in order; what an earlier row takes is gone for the later ones."""

MARK = re.compile(r"[^\w\s]")
"""What is left of a text besides its words when all rows have taken theirs."""

WIDTHS = "character widths"
NARROW = {
    **{wide: chr(wide - 0xFEE0) for wide in range(0xFF01, 0xFF5F)},
    ord("。"): ".",
}
"""Characters as wide as a 汉字, and what they are in half the width."""

LIST_NUMBER = re.compile(r"\d{1,3}\\?[.)]")
"""The ordinal of a list's point, which Markdown may as well write as a bullet."""

MARKS_BEFORE = re.compile(r"(?>\[\]\([^)\n]*\)|[^\w\n])*+")
"""Marks that stand before the words of a heading: an anchor, the start of a link."""
