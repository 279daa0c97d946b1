"""Heading markers: how ordinals are written, and what a section is for.

A marker's ``family`` is a way of numbering. Its place in the tree comes from
nesting, not from the family: （一） may stand above or below 一是.
"""

import re
from typing import NamedTuple

from policydiff.lexicon.furniture import GLOSSARY
from policydiff.lexicon.lines import RANGE

_HAN = "〇零一二三四五六七八九十百千两"
_HAN_VALUES = {
    **{char: value for value, char in enumerate("零一二三四五六七八九")},
    "〇": 0,
    "两": 2,
}
_HAN_SCALES = {"十": 10, "百": 100, "千": 1000}
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


class Marker(NamedTuple):
    """One way of numbering headings.

    ``pattern`` matches at the start of a paragraph; its group ``n`` is the
    ordinal. ``is_rank`` families keep their order among themselves whatever
    the nesting: an 编 holds 章, a 章 holds 节, a 节 holds 条.
    """

    family: str
    pattern: re.Pattern[str]
    rank: int | None = None
    must_stand_alone: bool = False


def _marker(family: str, pattern: str, rank: int | None = None, *, alone: bool = False) -> Marker:
    return Marker(family, re.compile(pattern), rank, alone)


MARKERS = (
    _marker("part", rf"第(?P<n>[{_HAN}]+|\d+)\s?(?:部分|[编篇部](?!门|分))\s*", 1),
    _marker("chapter", rf"第(?P<n>[{_HAN}]+|\d+)\s?章\s*", 2),
    _marker("division", rf"第(?P<n>[{_HAN}]+|\d+)\s?节\s*", 3),
    _marker("article", rf"第(?P<n>[{_HAN}]+|\d+)\s?条(?:之[{_HAN}]+)?\s*", 7),
    _marker("han", rf"(?!{RANGE})(?P<n>[{_HAN}]+)[、．](?=\S)\s*"),
    _marker("han_bracket", rf"[（(]\s?(?P<n>[{_HAN}]+)\s?[）)][、.]?\s*"),
    _marker("han_is", rf"(?P<n>[{_HAN}]+)[是要](?![一因由素])"),
    _marker("han_ordinal", rf"第(?P<n>[{_HAN}]+)[，、]\s*"),
    _marker("digit_bracket", r"[（(]\s?(?P<n>\d{1,2})\s?[）)]\s*"),
    _marker("circle", r"(?P<n>[①-⑳])\s*"),
    _marker("dotted", r"(?P<n>\d{1,2}(?:\.\d{1,2})+)\.?\s+(?=\S)"),
    _marker("digit", r"(?P<n>\d{1,3})(?:[、．](?!\d{1,3}(?!\d))|\.(?!\d))\s*(?=\S)"),
    _marker("dash", r"[—―─-]{2,}\s*(?=\S)(?!\d{4}年|在[^，。]{4,40}(?:会议|大会)上)"),
    _marker("hash", r"(?P<n>#{1,6})\s+(?=\S)"),
    _marker("en_part", r"(?i:part)\s+(?P<n>[IVXLC]+|\d+|[A-Z])\b[.:]?\s*", 1, alone=True),
    _marker("en_chapter", r"(?i:chapter)\s+(?P<n>[IVXLC]+|\d+)\b[.:]?\s*", 2, alone=True),
    _marker(
        "en_section",
        r"(?:Section|SECTION|Article|ARTICLE|§)\s?(?P<n>[IVXLC]+|\d+[a-z]?)\b[.:]?\s*",
        3,
        alone=True,
    ),
    _marker("upper", r"(?P<n>[A-Z])\.\s+(?=[A-Z])", alone=True),
    _marker("letter", r"[（(](?P<n>[a-z])[）)]\s+"),
)

NOTE_FAMILIES = frozenset({"digit", "digit_bracket", "circle", "dotted"})
"""Families that number the entries of a glossary."""

LIST_FAMILIES = frozenset({"han", "han_bracket"})
"""Families that number parts, and points of a list where a semicolon closes them."""

INTRODUCED_FAMILIES = frozenset({"letter"})
"""Families that number the points of a list where a colon closes the paragraph before."""

TEXT_FAMILIES = frozenset({"digit"})
"""Families that number parts, and points of a list where most of the points are text."""

ALONE_LIMIT = 60
"""A paragraph no longer than this many characters, without a full stop inside, may be a heading."""

RUN_IN_LIMIT = 60
"""A marked paragraph's first sentence up to this length is its heading; a longer one is text."""

UNDERLINE = re.compile(r"(?:[^\S\n]|\]\([^)\n]*\))*\n(?P<line>={3,}|-{3,})[^\S\n]*(?:\n|$)")
"""What stands behind a Markdown heading that is underlined, the rest of a link aside."""

UNDERLINE_DEPTHS = {"=": 1, "-": 2}

UNMARKED_LIMIT = 24
"""An unmarked line longer than this is text even without a full stop."""

PART_TITLE = re.compile(
    r"(?:今年|去年|明年|20\d\d年|(?:过去|今后|未来)(?:的)?[一三五]年|“?十[一二三四五六七八九]五”?(?:时期|期间))"
    r"[^，。；：]{0,16}(?:回顾|重点|任务|安排|主要工作|目标|打算)(?:(?:和|与|及|、)[^，。；：]{2,10}|建议)?"
    r"|结束语|结语"
)
"""An unmarked line that names a part of a report is a heading even among numbered ones."""

BARE_DATE = re.compile(
    r"(?:[A-Za-z]+ ){0,3}[A-Za-z]*:? ?(?:January|February|March|April|May|June|July|August|September"
    r"|October|November|December) \d{1,2}, \d{4}|Note \d{1,3}"
)
"""A line that says when, or which note follows, and heads nothing."""

CAPITAL_WORD = re.compile(r"[A-ZÀ-Þ]{3}")
"""What a line in capitals holds that is words rather than a formula."""

STANDING_LIMIT = 40
"""Among closed sentences a line up to this long, with no stop behind it, is a heading."""

TURN = re.compile(
    r"(?:各位代表[，！：:])?(?:"
    r"(?:今后|未来)(?:的)?[三五几]年，?(?![^，。]{0,6}看)(?:是|将|要|我们|首先|必须|力争|政府|全[国省市县])"
    r"|“?十[一二三四五六七八九]五”?时期，(?!是)(?=[^。]{0,60}(?:要|将|新(?:发展)?阶段))"
    r"|(?:今年|明年|新的一年|(?:19|20)\d\d年)[^，。：]{0,12}(?:工作|发展)的?[^，。：]{0,6}(?:要求|目标|思路|任务|考虑)[^，。：]{0,3}[是为：]"
    r"|做好(?:今年|明年|新的一年|20\d\d年)[^，。]{0,12}工作，|(?:今年|明年)，?(?:我们)?(?:要|将)(?:着力|着重|重点|努力)?(?:做好|抓好|推进|完成)"
    r")"
)
"""A paragraph of a review that opens so turns to what is to come, and does not turn back."""


SENTENCE_END = re.compile(r"[。！？!?：:；;](?=[”’」』）)]?)|(?<=[a-z0-9)\]])\.(?=\s|$)")
POINT_START = re.compile(r"[。；，：]\s*")
"""Behind this a further point of a paragraph may start."""

SALUTATION = re.compile(
    r"(?:各位|同志们|女士们|先生们|主席|委员长|议长)[^。]{0,12}[：:！!]?$|Mr\.? "
)

_ADDRESSED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Madam|Mister)\.? (?:(?:Deputy|Vice) )?(?:President|Speaker|Chairman)\b"
    r"|\bI (?:beg to )?move that\b"
)
_OPENING_LENGTH = 1500
"""So a speech to an assembly opens, in so many characters."""


def is_addressed(text: str) -> bool:
    """Whether a text in letters opens as a speech to an assembly does."""
    return _ADDRESSED.search(text, 0, _OPENING_LENGTH) is not None


BULLET_FAMILIES = frozenset({"dash", "han_is", "han_ordinal", "unmarked", "line"})
"""Families that number points of a text rather than parts of a document."""

FAMILY_ORDER = (
    "unmarked", "han", "upper", "han_bracket", "digit", "dotted", "digit_bracket", "circle",
    "letter", "han_ordinal", "han_is", "dash", "line",
)  # fmt: skip
"""The usual order, asked only where a text begins in the middle of one."""


class RoleCue(NamedTuple):
    """A heading that matches ``pattern``, below a section of a role in ``below``, has that role."""

    role: str
    pattern: re.Pattern[str]
    below: frozenset[str] = frozenset({"other"})


def _cue(role: str, pattern: str, *below: str) -> RoleCue:
    return RoleCue(role, re.compile(pattern), frozenset({"other", *below}))


_PERIOD = "(?:一|两|三|四|五|八|十|几|[0-9]{1,2})年"

ROLE_CUES = (
    _cue(
        "self_government",
        "自身建设|(?:加强|推进|提升|改进)政府(?:建设|工作|效能)|(?:建设|打造|争做|做|当好)[^，。]{0,14}(?:政府$|公仆)"
        "|法治政府建设$|廉洁政府|服务型政府",
        "plan",
    ),
    _cue(
        "situation",
        f"^{GLOSSARY.pattern}$|^(?:总体要求|指导思想)$",
        "review",
        "plan",
        "self_government",
    ),
    _cue(
        "situation",
        "(?:宏观|经济|国内外|国际|当前|面临的?)形势$|形势(?:判断|分析)|面临的|存在的?(?:主要)?(?:问题|困难|矛盾)|困难和问题|问题和挑战|(?:发展|国内外|外部)环境$"
        "|机遇[和与]挑战|形势和(?!外交)",
        "review",
        "plan",
    ),
    _cue(
        "review",
        f"回顾|工作总结|取得[^，。]{{0,6}}成就|(?:执行|完成|落实|进展)情况|成就$|主要成绩|过去(?:的)?{_PERIOD}|{_PERIOD}来的|(?:上|去)年(?:的)?工作$",
    ),
    _cue(
        "plan",
        "任务|安排|建议|目标|总体要求|总体思路|政策取向|部署|重点工作|工作重点|打算|今后|未来|下一步|总体考虑|规划|计划|今年|主要工作|工作思路"
        "|奋斗目标|举措|措施|方针|为.{2,20}而",
    ),
    _cue(
        "plan",
        r"(?i)\bour (?:plan|priorities|commitments|pledges)|\bwe will\b|\bwe(?:'|’)ll\b|\bpledges?\b|\bnext steps\b|\boutlook\b",
    ),
    _cue("review", r"(?i)\bprogress\b|\bachievements?\b|\bwhat we have done\b|\breview of\b"),
)


TITLE = re.compile(
    "^(?!以|.*(?:贯彻|落实|抓|推进|推动|确保|取得|出现|适应|重视|承担|解决))"
    "(?:[^，。]{0,12}(?:年|时期|阶段|步|来)[^，。]*|(?!.*(?:完成|实现))[^，。]{0,16})"
    "(?:回顾|总结|情况|任务|安排|目标|指标|要求|重点|主要工作|重点工作|思路|部署|打算|建议|取向|考虑|形势|判断|分析|环境|成就|成绩|问题|措施)$"
)
"""A heading that only names what its section is for; one that opens with a verb does not."""


AIMING = re.compile(
    r"聚焦|围绕|坚持|坚定|紧扣|立足|突出|锚定|着眼|以更|为[^，。]{2,16}创造|(?:今年|明年|(?:19|20)\d\d年)[^，。]{0,6}工作$"
)
"""How a heading reads that states an aim, or names a year's work, though with no verb of action."""

TOPIC = re.compile("(?:经济|社会)*发展(?:的)?(?:环境|形势|条件|基础|阶段)")
"""How a heading opens that names a topic, though with a word that may be a verb."""


def ordinal_value(text: str) -> int | None:
    """The number an ordinal stands for: 十二 → 12, iv → 4, c → 3; None if it is no number."""
    if text.isascii() and text.isdigit():
        return int(text)
    if text and all(char in _HAN_VALUES or char in _HAN_SCALES for char in text):
        return _han_value(text)
    if len(text) == 1 and "①" <= text <= "⑳":
        return ord(text) - ord("①") + 1
    # No numbering starts at 50 or 100: alone these letters follow on b and k.
    if text and set(text.lower()) <= set(_ROMAN_VALUES) and text.lower() not in ("c", "l"):
        return _roman_value(text.lower())
    return (
        ord(text.lower()) - ord("a") + 1
        if len(text) == 1 and text.isascii() and text.isalpha()
        else None
    )


def _han_value(text: str) -> int:
    total = digit = 0
    for char in text:
        if char in _HAN_SCALES:
            total += (digit or 1) * _HAN_SCALES[char]
            digit = 0
        else:
            digit = _HAN_VALUES[char]
    return total + digit


def _roman_value(text: str) -> int:
    values = [_ROMAN_VALUES[char] for char in text]
    return sum(
        -value if value < following else value
        for value, following in zip(values, [*values[1:], 0], strict=True)
    )
