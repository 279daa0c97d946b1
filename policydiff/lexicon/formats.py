"""Format: what of a text is not its words, sort by sort."""

import re
from typing import NamedTuple


class Format(NamedTuple):
    """One sort of format, as reports name it, and what in a text is of that sort."""

    name: str
    pattern: re.Pattern[str]


FORMATS = (
    Format(
        "heading marks",
        re.compile(r"^ {0,3}#{1,6}[ \t]+|(?<=\w) #(?=\]\()|\n[ \t]*(?:={3,}|-{3,})[ \t]*$", re.MULTILINE),
    ),
    Format("list markers", re.compile(r"^[ \t]*(?:[*+•-]|\d{1,3}\\?[.)])[ \t]+", re.MULTILINE)),
    Format(
        "link addresses",
        re.compile(r"\[\]\([^)\n]*\)|(?<=\])\([^)\n]*\)|\[(?=[^\[\]\n]*\]\()|\]"),
    ),
    Format("emphasis", re.compile(r"\*{1,3}|(?<!\w)_{1,3}|_{1,3}(?!\w)|</?(?:b|i|u|em|strong)>")),
    Format("quotation marks", re.compile("[\"'“”‘’«»„「」『』`]")),
    Format("letter widths", re.compile("[０-９Ａ-Ｚａ-ｚ]")),
    Format("white space", re.compile(r"\s+")),
    Format("punctuation", re.compile(r"[^\w\s]+")),
)
"""Asked in order; what an earlier row takes is gone for the later ones."""

WHITE_SPACE = "white space"
"""The sort in which texts differ that only break their lines elsewhere."""

LIST_NUMBER = re.compile(r"\d{1,3}\\?[.)]")
"""The ordinal of a list's point, which Markdown may as well write as a bullet."""
