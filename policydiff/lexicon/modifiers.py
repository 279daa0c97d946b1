"""Words around a figure: how it binds, which way it moves, and when it is due."""

import re
from enum import StrEnum
from typing import NamedTuple

from policydiff.model import Comparator


class Move(StrEnum):
    """What the words before a figure make of it."""

    LEVEL = "level"
    GROWTH = "growth"
    INCREASE = "increase"
    DECREASE = "decrease"
    SHARE = "share"


class Modifier(NamedTuple):
    """Words of one meaning that stand between an indicator and its figure."""

    words: str
    comparator: Comparator | None = None
    move: Move | None = None


MODIFIERS = (
    Modifier(
        "超过 超 突破 不低于 不少于 不小于 不下于 高于 大于 多于 至少 最少 逾 守住 守牢 坚守 严守",
        Comparator.AT_LEAST,
    ),
    Modifier(
        "不超过 不高于 不突破 不多于 不大于 低于 少于 小于 最多 至多 不超",
        Comparator.AT_MOST,
    ),
    Modifier("约 约为 大约 近 接近 将近 约占", Comparator.ABOUT),
    Modifier(
        "增长 增 上涨 上升 增速 增幅 涨幅 增长率 递增 增长速度 增长幅度 同比增长 增速达到 增长达到 增长目标",
        move=Move.GROWTH,
    ),
    Modifier(
        "增加 新增 净增 提高 提升 扩大 扩招 上调 调增 多 高 增加了 新增加 增发 多增",
        move=Move.INCREASE,
    ),
    Modifier(
        "下降 降低 减少 压减 压缩 削减 缩减 减轻 减 降 下调 压降 降幅 下降率 下降幅度 缩短 缩小 调减 "
        "降低率 少 低 精简 降本 减排",
        move=Move.DECREASE,
    ),
    Modifier("占 占比 占比重", move=Move.SHARE),
    Modifier(
        "占到 占比达 占比达到 占比超过 占比提高到 占比提升至 占比为 比重达到 比重提高到",
        move=Move.SHARE,
    ),
    Modifier(
        "达到 达 为 到 至 在 按 是 实现 完成 达成 有 保持在 控制在 稳定在 维持在 保持 控制 稳定 维持 "
        "安排 共 提高到 提高至 提升到 提升至 提升为 提高为 增加到 增加至 增至 扩大到 扩大至 上升到 上升至 升至 升到 "
        "上调至 上调到 调高到 调整为 调整到 调整至 降低到 降低至 降到 降至 下降到 下降至 降为 减少到 减少至 "
        "减到 减至 压减到 压减至 压缩到 压缩至 压缩为 缩短到 缩短至 缩短为 缩小到 下调至 下调到 增长到 "
        "增长至 发展到 扩展到 延长到 延长至 迈上 迈过 跃上 站上 冲刺 落实 稳定到 覆盖到 拿出 控制到",
        move=Move.LEVEL,
    ),
    Modifier("力争 争取 力求 力保 确保 保证 努力 必保 务必 原则上 奋斗目标"),
    Modifier(
        "再 继续 要 将 拟 应 须 必须 均 都 也 年均 每年 同比 预计 预期 累计 总计 合计 共计 平均 分别 各 "
        "只 仅 全年 全部 实际 目标 预期目标 今年 计划 进一步 大幅 逐步 一律 先 需 可 以 总共 年底前 年内 直接 "
        "已 基本 还 又 总体 力求 不断 稳步 就 所 能 左右 大体 提前 分阶段 较快 每人 每户 每月 预期性 约束性"
    ),
)

WORD = {word: row for row in MODIFIERS for word in row.words.split()}

_WORDS = "|".join(sorted(WORD, key=len, reverse=True))

MODIFIER = re.compile(_WORDS)

# All the modifiers that stand together right before a figure, and what a text
# says it is measured from: 比上年 belongs to them, 占比 is a word of its own.
BASELINE = r"(?<!占)[比较](?:20\d\d年|去年|上年|前年|上一?年度|上年年初预算|去年预算|全国平均)[^\d，。；、]{0,6}?"

TAIL = re.compile(rf"(?:{BASELINE}|{_WORDS}|[ :：])+$")

BOUNDS = {
    "以上": Comparator.AT_LEAST,
    "及以上": Comparator.AT_LEAST,
    "以下": Comparator.AT_MOST,
    "以内": Comparator.AT_MOST,
    "之内": Comparator.AT_MOST,
    "内": Comparator.AT_MOST,
    "左右": Comparator.ABOUT,
    "上下": Comparator.ABOUT,
}

# How firmly a figure is meant: 力争 admits that it may be missed.
STRENGTHS = {
    **dict.fromkeys(("力争", "争取", "力求", "努力", "奋斗目标"), -1),
    **dict.fromkeys(("确保", "保证", "力保", "必保", "务必"), 1),
}

STRENGTH = re.compile("|".join(STRENGTHS))

DEADLINE = re.compile(
    r"(?:到|至)20\d\d年(?:底|末)?(?:之?前)?|20\d\d年(?:底|末)(?:之?前)?"
    r"|(?:到|至)?[“\"]?十[一二三四五]五[”\"]?(?:期末|期间|时期|末)|本届政府|任期内|[一二两三四五\d]年内"
    r"|(?:今后|未来)[一二三两四五几\d]+年"
)

# The period the document itself plans: what is due in it has no deadline of its own.
THIS_PERIOD = re.compile("今年|全年|年内|本年度")

# What may open a phrase without belonging to the indicator.
_OPENINGS = """
今年 全年 年内 明年 当年 每年 年底前 年底 其中 同时 并且 并 另外 此外 预计 预期 计划 确保 力争 争取 努力 力促
保证 保持 实现 完成 推动 使 将 把 对 要 拟 再 还 又 也 均 都 让 共 安排 我们 我省 我市 我区 我县 全国 全省
全市 全区 全县 全州 全镇 全域 各地 坚决 严格 进一步 继续 稳步 扎实 切实 大力 全面 积极 加快 加大 深入 持续
着力 逐步 不断 通过 主要 累计 总计 合计 统筹 市县 落实好 落实 因地制宜 集中 新的一年 带头 大规模 预算
"""

OPENING = re.compile(
    rf"(?:{'|'.join(sorted(_OPENINGS.split(), key=len, reverse=True))}"
    rf"|[、和及与，：“\"( )（]|[一二三四五六七八九十]是|—+|[①-⑳]|{DEADLINE.pattern})+"
)

# Verbs that begin an action of their own behind a list mark.
ACTION_START = re.compile(
    "、(?=新增|新建|建设|建成|改造|完成|实施|推进|推动|打造|培育|开展|加快|创建|引进|启动|支持|提高|降低"
    "|压减|减少|优化|提升|争取|力争|确保|强化|加强|深化|坚决|新开|扩建|治理|修复|改建|整治|发放|投放)"
)

# Words before a figure that make it a fact already given, not an aim.
PAST = re.compile(
    r"(?:^|[^比较同超于])(?:去年|上年|上一年)|(?<!不)已(?:经)?(?:完成|建成|达|有|实现|累计)|现有|目前(?!的)"
)

# Things that are so whatever the government does.
SITUATION = re.compile(
    r"高校毕业生(?:人数|规模)?(?:预计)?(?:将|已)?(?:首次)?(?:超过|超|突破|达到?|有)?$"
)

# Whose number names the people rather than a part of them to be served.
PEOPLE = re.compile(r"[多余]?的?(?:中国人|民族|中华儿女|各族|人民|同胞|父老|全[市省县区]人民)")

# What stands behind a figure that only describes the noun it belongs to.
ATTRIBUTED = re.compile(r"的?(?:部分|档次|额度内)|[一二三四五六七八九十]?级")

# Behind a figure, these say nothing about what is counted.
_ENDINGS = "安排 不变 的水平 的增长 的增速 的目标 水平 目标 掌握 一档 的速度 等 的"
ENDING = re.compile(f"(?:{'|'.join(sorted(_ENDINGS.split(), key=len, reverse=True))})")

# What is done to a set that exists already, so that its size only names it ...
_ON_A_KNOWN_SET = """
推进 推动 支持 加快 聚焦 围绕 抓好 优化 提升 深化 落实 坚持 统筹 做强 振兴 加强 完善 抓实 狠抓 强化 巩固 做优 做大
贯彻 用好 突出 服务 保障 做好 对接 参与 开展 协调 瞄准 紧盯 对 在 由 从 是 以
"""
ON_A_KNOWN_SET = frozenset(_ON_A_KNOWN_SET.split())

# ... unless so much of it is to be delivered.
DELIVERY = re.compile(
    "(?:改造|建设|落地|开工|投产|建成|投用|竣工|达产|完工|通车|摘帽|脱贫|出列|上市|入库|上云|运营|达标|整治|清零|升级|挂牌"
    "|搬迁|退出|销号|签约|入驻|创建|验收|通水|供暖)(?:项目|任务|工作)?$"
)

# Words between a verb and its figure that belong to the noun behind: 设立首期100亿元基金.
QUALIFIER = re.compile(
    "(?:首批|首期|一期|二期|新一批|第[一二三四五]批|国家级|省级|市级|区级|县级|省市级|重点|重大|其余|剩余|在建|不同类型|各类|高标准|高水平|高质量)+$"
)

# The end of a noun that is measured, which several nouns before it may share:
# 城镇、农村居民人均可支配收入分别增长6%和7%.
SHARED_HEAD = re.compile(
    "(?:居民)?人均.*|(?:增加值|排放量|总额|产值|产量|收入|投资|标准|浓度|价格|支出|面积|里程|规模|比[例重]|人[数次]|率)$"
)
