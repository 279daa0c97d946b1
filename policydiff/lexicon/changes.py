"""Words that say how far along, how wide and how firm a commitment is."""

import re
from typing import NamedTuple

from policydiff.lexicon import modifiers


class Degree(NamedTuple):
    """Words that put a commitment at ``rank`` on a scale."""

    rank: int
    pattern: re.Pattern[str]


def _degree(rank: int, pattern: str) -> Degree:
    return Degree(rank, re.compile(pattern))


STAGES = (
    _degree(
        1,
        "完成[^，。]{0,24}?(?:编制|前期工作|论证|报批|立项)|(?:编制|起草)完成|争取[^，。]{0,30}获批(?:设立)?|获批(?:设立)?|批复|立项",
    ),
    _degree(4, "完成[^，。]{0,24}?(?:主体|路基)|主体(?:工程)?(?:完工|封顶)|封顶|合龙|基本建成"),
    _degree(
        0,
        "启动[^，。]{0,24}?(?:编制|前期|论证|选址)|前期(?:工作|研究|论证)|规划研究|可行性研究|可研|论证|选址|谋划|规划布点|规划建设"
        "|研究制定|(?:申报|申请)(?:设立|创建|建设)?|申建|筹备|筹建|编制|起草|提名|争取(?=[^，。]{0,30}(?:批|纳入|列入|落户|设立|进入))",
    ),
    _degree(2, "开工(?:建设)?(?!率)|启动(?:建设|实施)?|动工|开建|设立"),
    _degree(
        6,
        "投用|投产|投运|通车|开通|启用|量产|交付|达产|运营(?![商机管主体])|(?:封关|投入|试|高标准|稳定|规范)运行|用好|巩固[^，。]{0,20}成效",
    ),
    _degree(5, "建成|竣工|完工|完成|创成|通过验收|下闸蓄水"),
)
"""The steps of a project's life; what an earlier row matches, a later one does not see."""

UNDERWAY = 3
"""The stage of work going on, which only general verbs tell."""

UNDERWAY_WORDS = re.compile("建设|推进|加快|续建|施工|实施|改造|整治|创建|打造")

SCOPES = (
    _degree(-1, "试点|试行|先行|部分"),
    _degree(
        1,
        "全面(?:推开|铺开)|全覆盖|(?:向|到)[^，。]{1,12}(?:延伸|拓展|覆盖)|扩面|覆盖全部|扩大[^，。]{0,16}范围",
    ),
)
"""How wide a commitment reaches, by words other than a list of what it holds for."""


def _of_strength(strength: int) -> str:
    return "|".join(word for word, value in modifiers.STRENGTHS.items() if value == strength)


STRENGTHS = (
    _degree(-1, f"{_of_strength(-1)}|尽量|尽力|争创"),
    _degree(1, f"{_of_strength(1)}|必须|一律|创成"),
)
"""How firm a commitment is."""

PARTLY = re.compile("基本(?=(?P<end>消除|实现|建成|完成|解决|形成))")
"""An end that is to be reached but for a rest."""

BOUND_WORDS = re.compile(
    "|".join(
        sorted(
            (word for row in modifiers.MODIFIERS for word in row.words.split() if len(word) > 1),
            key=len,
            reverse=True,
        )
    )
)
"""Words around a figure that belong to it: 达到, 不低于."""
