"""How paragraphs begin and end, and how characters are folded to one form."""

import re

from policydiff.lexicon.clauses import GERMAN_MONTH

WIDE = r"[^\x00-\xff]"
"""A character beyond Latin: in Chinese text a 汉字 or its punctuation."""

WORD = r"[^\W\d_]"
"""A 汉字 or a letter, no punctuation."""

NUMERAL = "〇零一二三四五六七八九十百"

STOPS = frozenset("。！？!?；;：:….")
CLOSERS = "”’」』）)》]\"'"
OPENERS = frozenset("，、,（(《〈“‘「『[—－")
CONTINUERS = frozenset("，。、；：！？）》〉”’」』％%,;")
SENTENCE_MARKS = frozenset("，。；、：")
RESUMERS = CONTINUERS | {"的"}

RANGE = (
    "(?:一、二|二、三|三、四|四、五|五、六|六、七|七、八|八、九)(?:季度|[十百千万亿个年月天次倍成])"
)
"""A few or some, as 四、五十年 says it, which numbers nothing."""

STRONG_START = re.compile(
    rf"第[{NUMERAL}\d]{{1,6}} ?[编篇部章节条](?!是)|(?!{RANGE})[{NUMERAL}]{{1,3}}、|[（(][{NUMERAL}]{{1,3}}[）)]|——(?!.{{0,3}}$)|#{{1,6}} "
)
"""A line that starts so is a heading or a bullet, whatever came before it."""

WEAK_START = re.compile(
    rf"\d{{1,2}}[.、．](?!\d)|[（(]\d{{1,2}}[）)]|[①-⑳]|[{NUMERAL}]{{1,2}}[是要]|第[{NUMERAL}]{{1,2}}[，、]|各位(?:代表|委员)|同志们|\[\d{{1,3}}\]"
    r"|\d{4}年\d{1,2}月\d{1,2}日[ \u3000]"
)
"""A line that starts so begins a paragraph if the one before it has ended."""

LATIN_LIST_START = re.compile(
    rf"[#|>•*·–-] ?|\d{{1,3}}[.)] (?!{GERMAN_MONTH})|\([a-z\d]{{1,3}}\) |\d+\.\d"
)
"""A line of a text in letters that starts so begins a paragraph; a German date starts none."""

PART_NAME = re.compile(
    "^关于|(?:回顾|总结|情况|形势|问题|任务|安排|部署|目标|要求|重点|思路|建议|措施|工作|打算|说明|自身建设|结束语|结语|引言|前言|序言)$"
)
"""A line that reads so names a part of a report."""

START_AFTER_GAP = re.compile(
    r"(?<=\S)[ \u3000]{1,3}(?=各位(?:代表|委员|同志)[^。\n]{0,8}[：:！])|(?<=工作报告)[ \u3000](?=\S| )"
)
"""A gap behind a title or before a greeting, where a line end got lost."""

UNFINISHED_LATIN = re.compile(
    r"[,;(\[–—-]$|\b(?:the|an?|of|to|and|or|in|for|with|by|that|which|from|on|at|as|is|are|will|be)$"
)
"""Text in letters that ends so was cut."""

BROKEN_NAMES = (
    (re.compile(r"报$"), re.compile(r"^告$")),
    (re.compile(r"第.{1,3}届$"), re.compile(r"^(?:全国)?人民代表大会")),
    (
        re.compile(r"(?:总理|省长|市长|区长|县长|主席) ?$"),
        re.compile(rf"^{WORD}{{1,2}} ?{WORD}{{1,2}}$"),
    ),
)
"""Pairs of short lines that belong together although neither holds a sentence."""

MARKS = dict(zip(",;:!?()<>", "，；：！？（）〈〉", strict=True))
"""ASCII marks and what Chinese text writes instead."""

WIDTHS = {
    **{
        place: chr(place - 0xFEE0)
        for place in range(0xFF01, 0xFF5F)
        if chr(place) not in "！（），：；？"
    },
    ord("﹪"): "%",
    ord("＂"): '"',
    ord("‐"): "-",
    ord("‑"): "-",
    ord("﹣"): "-",
    ord("−"): "-",
}
"""Full-width letters, digits and signs to half width; Chinese punctuation stays."""

SPACES = {
    **dict.fromkeys(
        map(
            ord,
            "\t\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2002\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f",
        ),
        " ",
    ),
    **dict.fromkeys(map(ord, "\u2001\u2003"), "\u3000"),
}
"""White space of other widths to the plain space, or to the one as wide as a 汉字."""

INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2066\u2067\u2068\u2069\ufeff\ufffc"
"""Characters that take no room."""

CHINESE_QUOTES = {ord(old): new for old, new in zip("«»「」『』〝〞", "《》“”‘’“”", strict=True)}
"""Other quotation marks that Chinese texts use."""


def is_wide(char: str) -> bool:
    """Whether a character is Chinese writing or its punctuation, which takes no space around it."""
    return char >= "\u2e80" or char in "“”‘’…—·"


def is_chinese(text: str) -> bool:
    """Whether the text is written in Chinese characters rather than in letters."""
    sample = text[:20_000]
    wide = len(sample) - len(sample.encode("latin-1", "ignore"))
    return 2 * wide > len(_LATIN_LETTER.findall(sample))


def has_ended(text: str) -> bool:
    """Whether a line ends with a stop; quotes, brackets and a bracketed remark may stand behind."""
    return text.rstrip(CLOSERS)[-1:] in STOPS or _ENDING_REMARK.search(text) is not None


def is_open(text: str) -> bool:
    """Whether a line's last character asks for more."""
    return text[-1:] in OPENERS


def goes_on(text: str) -> bool:
    """Whether a line's first character belongs to what stands before it."""
    return text[:1] in CONTINUERS


_ENDING_REMARK = re.compile(r"[。！？][（(][^（()）]{1,16}[）)]$")
_LATIN_LETTER = re.compile("[A-Za-z]")
