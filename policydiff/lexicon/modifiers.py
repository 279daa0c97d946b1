"""Words right before and behind a figure: how it binds, and which way it moves."""

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
    Modifier("约 约为 大约 近 接近 将近 大体", Comparator.ABOUT),
    Modifier("约占", Comparator.ABOUT, Move.SHARE),
    Modifier(
        "增长 增 上涨 上升 增速 增幅 涨幅 增长率 递增 增长速度 增长幅度",
        move=Move.GROWTH,
    ),
    Modifier(
        "增加 新增 净增 提高 提升 扩大 扩招 上调 调增 多 高 增加了 新增加 增发 多增",
        move=Move.INCREASE,
    ),
    Modifier(
        "下降 降低 减少 压减 压缩 削减 缩减 减轻 减 降 下调 压降 降幅 下降率 下降幅度 缩短 缩小 "
        "调减 降低率 少 低 精简",
        move=Move.DECREASE,
    ),
    Modifier("占 占到", move=Move.SHARE),
    Modifier(
        "达到 达 为 到 至 在 按 是 实现 完成 达成 有 安排 共 落实 拿出 迈上 迈过 跃上 站上 冲刺 "
        "保持 控制 稳定 维持 保持在 控制在 稳定在 维持在 稳定到 控制到 提高到 提高至 提高为 "
        "提升到 提升至 提升为 增加到 增加至 增至 扩大到 扩大至 上升到 上升至 升至 升到 上调至 "
        "上调到 调高到 调整为 调整到 调整至 降低到 降低至 降到 降至 下降到 下降至 降为 减少到 "
        "减少至 减到 减至 压减到 压减至 压缩到 压缩至 压缩为 缩短到 缩短至 缩短为 缩小到 下调至 "
        "下调到 增长到 增长至 发展到 扩展到 延长到 延长至 覆盖到",
        move=Move.LEVEL,
    ),
    Modifier("力争 争取 力求 力保 确保 保证 努力 必保 务必 原则上 奋斗目标"),
    Modifier(
        "再 继续 要 将 拟 应 须 必须 均 都 也 年均 每年 同比 预计 预期 累计 总计 合计 共计 平均 "
        "分别 各 只 仅 全年 全部 实际 目标 预期目标 今年 计划 进一步 大幅 逐步 一律 先 需 可 以 "
        "总共 年底前 年内 直接 已 基本 还 又 总体 不断 稳步 就 提前 分阶段 较快 每人 每户 每月 "
        "预期性 约束性 历史性 或 或者"
    ),
)

WORD = {word: row for row in MODIFIERS for word in row.words.split()}

# Words whose last character would pass for a modifier: 内需 does not end in 需.
_COMPOUNDS = """
供应 适应 响应 内需 刚需 供需 人均 户均 首都 成都 需要 主要 重要 行为 公共 国有 拥有 优先
率先 可以 难以 加以 予以 可再 倍增 成就 最低 最高 附近 存在 大多
"""


def _guarded(word: str) -> str:
    before = "".join(compound[0] for compound in _COMPOUNDS.split() if compound[1:] == word)
    return f"(?<![{before}]){word}" if before else word


_WORDS = "|".join(map(_guarded, sorted(WORD, key=len, reverse=True)))

MODIFIER = re.compile(_WORDS)

# What a text says a figure is measured from: 比上年, but not the 比 of 占比.
BASELINE = (
    r"(?<!占)[比较](?:20\d\d年|去年|上年|前年|上一?年度|上年年初预算|去年预算|全国平均)"
    r"[^\d，。；、]{0,6}?|在?20\d\d年的?基础上"
)

# All the modifiers that stand together before a figure.
TAIL = re.compile(rf"(?:{BASELINE}|{_WORDS}|[ :：])+$")

BOUNDS = {
    "以上": Comparator.AT_LEAST,
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
    r"|(?:到|至)?[“\"]?十[一二三四五]五[”\"]?(?:期末|期间|时期|末)|本届政府|任期内"
    r"|[一二两三四五\d]年内|(?:今后|未来)[一二三两四五几\d]+年"
)

# The period the document itself plans: what is due in it has no deadline of its own.
THIS_PERIOD = re.compile("今年|全年|年内|本年度")

# An indicator so named counts what comes on top of a level, whatever the comparator.
RISE = re.compile("新增|净增|增加额|扩招")

SUMMED_UP = "累计"
"""What a figure is counted with that holds for all years up to its own."""

# Words before a figure that make it the whole of what there is to be.
LEVEL_WORDS = re.compile("达到?|突破|稳定|保持|累计|总计|总[数量]|保有量|拥有量|超过|共有")
