"""Marks that tell like-named things apart: the second phase of a works is not its first."""

import re
from typing import NamedTuple


class Distinction(NamedTuple):
    """A counting word or a side; two texts that name different ones speak of different things."""

    name: str
    pattern: re.Pattern[str]


_NUMBER = "[一二三四五六七八九十]{1,3}|\\d{1,3}"


def _distinction(name: str, pattern: str) -> Distinction:
    return Distinction(name, re.compile(pattern))


DISTINCTIONS = (
    _distinction("phase", f"({_NUMBER})(?:期|阶段)(?!间|末|刊)"),
    _distinction("batch", f"第({_NUMBER})[批轮]"),
    _distinction("line", f"({_NUMBER})号线"),
    _distinction("stretch", "([东西南北中])(?:段|延线|沿线)"),
    _distinction("voltage", "(\\d+)千伏"),
    _distinction("ring", f"({_NUMBER})环(?:路|线)"),
    _distinction("industry", "第?([一二三])(?:次?产业)"),
    _distinction("plan", "[“\"']?(十[一二三四五六七]?)五[”\"']?(?:规划|计划)"),
)
"""What stands in the brackets of a pattern is the mark."""

MAY_DISTINGUISH = re.compile("[期段批轮线沿伏环产划]")
"""A text without any of these makes no distinction."""

Marks = frozenset[tuple[str, str]]
"""The distinctions a text makes: what is told apart, and the mark."""


def marks_in(text: str) -> Marks:
    """The distinctions that a text makes."""
    if not MAY_DISTINGUISH.search(text):
        return frozenset()
    return frozenset(
        (row.name, found) for row in DISTINCTIONS for found in row.pattern.findall(text)
    )


def are_apart(marks: Marks, other: Marks) -> bool:
    """Whether two texts make the same distinction and not one mark of it is the same."""
    if not marks or not other:
        return False
    both = {name for name, _ in marks} & {name for name, _ in other}
    return any(not {mark for mark in marks if mark[0] == name} & other for name in both)


LARGER_PLAN = re.compile("五年(?:规划|计划)|五[”\"']?(?:时期)?[^，。]{0,12}规划")
"""The title of a document that speaks for ``LARGER_PLAN_YEARS`` years."""

LARGER_PLAN_YEARS = 5

GOVERNMENT = re.compile("(?:人民|市民)?政府$")
"""What an issuer's name may end in without being another place."""

MANNER = re.compile(
    "(?:不折不扣|慎终如始|千方百计|毫不放松|毫不动摇|坚定不移|持之以恒|坚持不懈|锲而不舍|久久为功"
    "|一以贯之|驰而不息|全力以赴|实事求是|因地制宜|因城施策|分类施策|积极稳妥|稳妥有序|审慎稳妥"
    "|多措并举|多渠道|多方式|全方位|大刀阔斧|理直气壮|旗帜鲜明|下大力气|集中力量|我们[要将]?)地?"
)
"""How something is done; what stands behind it is the same commitment without it."""

LEAD = re.compile(
    "(?:其中|各类|预计|计划|今年|明年|全年|年内|当前|目前|我们|力争|努力|但|也|要|将|还|再|拟)+"
)
"""What may stand before a clause's subject and tells nothing of it."""

SLOGAN = re.compile(
    "^[^，。；]{0,8}(?:开创|谱写|书写|续写|夺取|创造)[^，。；]{0,24}新(?:局面|篇章|华章|辉煌|胜利|奇迹|伟业)$"
    "|^(?:锐意进取|凝心聚力|奋勇前进|砥砺前行|担当作为|踔厉奋发|勇毅前行|[，、])+$"
)
"""A clause that rallies and promises nothing."""
