"""Articles: how laws number their provisions and refer to them."""

import re

_HAN = "〇零一二三四五六七八九十百千两"
_HAN_ARTICLE = rf"第(?:[{_HAN}]+|\d+)\s?条(?:之[{_HAN}]+)?"
_LATIN_ARTICLE = r"(?:§+|Art(?:icle|ikel|\.)|ARTICLE|Section|SECTION)\s?(?:\d+[a-z]?|[IVXLC]+)\b"

ARTICLE = re.compile(rf"{_HAN_ARTICLE}|{_LATIN_ARTICLE}")
"""The number of an article, at the start of its heading."""

REFERENCE = re.compile(
    rf"第[{_HAN}]+[条款项](?:之[{_HAN}]+)?|{_LATIN_ARTICLE}|(?:Abs(?:atz|ätze|\.)|Nr\.|Nummer|Satz)\s?\d+[a-z]?",
    re.IGNORECASE,
)
"""Words that name an article, or a part of one, by its number."""

HEADING_MARK = re.compile("#{1,6}")
"""The ordinal of a Markdown heading."""

HEADING_NUMBER = re.compile(r"(?:[A-Z]|\d{1,2}(?:\.\d{1,2})*|[IVXLC]+)[.)](?=\s)")
"""The number that opens a heading of terms."""

CHINESE_NUMBER = re.compile("第")
"""How the number of a Chinese article begins."""

PARAGRAPH = "第{}款"
HAN_NUMBERS = (*"一二三四五六七八九十", *(f"十{digit}" for digit in "一二三四五六七八九"), "二十")
LEVELS = ("第{}项", "第{}目")
"""How the parts of a Chinese article are cited, from the outside in."""
