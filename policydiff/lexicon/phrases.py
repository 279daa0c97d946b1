"""The parts of a phrase with a figure: what opens it, what it is about, what is done."""

import re

from policydiff.lexicon.actions import VERB_CLASS
from policydiff.lexicon.modifiers import DEADLINE

CLAUSE_MARK = re.compile("[，。；：！？,;:\n]")
LIST_MARK = re.compile("以及|同时|[、和及与并或]")

# What may open a phrase without belonging to the indicator.
_OPENINGS = """
今年 全年 年内 明年 当年 每年 年底前 年底 其中 同时 并且 另外 此外 预计 计划 确保 力争 争取 努力 力促
保证 保持 实现 完成 推动 安排 我们 我省 我市 我区 我县 全国 全省 全市 全区 全县 全州 全镇 全域 各地
坚决 严格 进一步 继续 稳步 扎实 切实 大力 全面 积极 加快 加大 深入 持续 着力 逐步 不断 实施 推进
通过 主要 累计 总计 合计 统筹 市县 落实好 落实 因地制宜 集中 新的一年 带头 大规模 预算 圆满 如期
按时 超额 有序 高质量 高标准 高水平
"""

# Single characters that open a phrase, unless the next one makes a word of them: 再就业.
_OPENING_CHARACTERS = {
    "使": "用馆命",
    "将": "军",
    "把": "关手",
    "对": "外口接标照应",
    "要": "素",
    "拟": "",
    "再": "就生贷制保",
    "还": "款贷建",
    "又": "",
    "也": "",
    "均": "衡",
    "都": "市江",
    "让": "利",
    "但": "",
    "共": "建同享青",
    "并": "购网轨",
    "和": "谐平美",
    "及": "",
    "与": "",
    "在": "建线",
}

_CHARACTERS = "|".join(
    f"{first}(?![{following}])" if following else first
    for first, following in _OPENING_CHARACTERS.items()
)

# 完成 opens 完成投资, not 完成率.
OPENING = re.compile(
    rf"(?:(?:{'|'.join(sorted(_OPENINGS.split(), key=len, reverse=True))})(?![率度])"
    rf"|{_CHARACTERS}|[、，：“\"( )（]|[一二三四五六七八九十]是|—+|[①-⑳]|{DEADLINE.pattern}"
    r"|20\d\d年度?)+"
)

# Verbs that begin an action of their own behind a list mark.
_ACTION_STARTS = """
新增 新建 建设 建成 改造 完成 实施 推进 推动 打造 培育 开展 加快 创建 引进 引培 启动 支持 提高 降低
压减 减少 优化 提升 争取 力争 确保 强化 加强 深化 坚决 新开 扩建 治理 修复 改建 整治 发放 投放 举办
开行 设立 设置 发行 配租 增加 净增 盘活 组织 选派 招募 培训 安置 关停 淘汰 拆除 清理 开通 处置
"""
ACTION_START = re.compile(f"、(?=(?:{'|'.join(_ACTION_STARTS.split())}))")

# Where a change starts from: 从3万元提高到10万元.
START_VALUE = re.compile(
    r"(从|由|现行|原来?|目前的?)(?:(?:去年|上年|20\d\d年底?)的?)?(?=[^、]{0,10}$)"
)

# What is done to a set that exists already, so that a number of it only names it,
# and what may be done to one or may bring something new.
_WITH_A_KNOWN_SET = """
聚焦 围绕 瞄准 紧盯 对接 对照 坚持 贯彻 落实 狠抓 统筹 依托 突出 用好 振兴 参与 优化 提升
做强 做优 做大 做好 协调 增强 把握 破解 抢抓 由 从 是 以 对
"""
WITH_A_KNOWN_SET = frozenset(_WITH_A_KNOWN_SET.split())

_VERBS = sorted(
    {verb for verb in VERB_CLASS if len(verb) > 1} | WITH_A_KNOWN_SET, key=len, reverse=True
)
VERB = "|".join(verb for verb in _VERBS if len(verb) > 1)
# 投资 before a figure is the noun: 总投资3亿元的项目.
VERB_END = re.compile(
    f"(?:{'|'.join(verb for verb in _VERBS if verb != '投资')}|用于|拿出|新开|扩建|交出|在|抓实|抓好|[建修办种植引设派招育送])$"
)
VERB_START = re.compile(f"(?:{VERB}|用于|用来|应享|新?改扩?建)")
VERB_WITHIN = re.compile(f"(?<!^){VERB}")

# Verbs that a list says once for all its members: 新增企业8家、平台9个.
SHARED_VERB = re.compile(
    "新增|净增|新建改建|新建|新发展|新培育|新创建|新开通|新改建|改造|培育|创建|建成|新开工"
    "|打造|引进|增加|压减|减少|淘汰|关停|拆除|化解"
)

# Words between a verb and its figure that belong to the noun behind: 设立首期100亿元基金.
QUALIFIER = re.compile(
    "(?:省定|市定|首批|首期|一期|二期|新一批|第[一二三四五]批|国家级|省级|市级|区级|县级"
    "|省市级|重点|重大|其余|剩余|在建|不同类型|各类|高标准|高水平|高质量)+$"
)

# The end of a noun that is measured, which several nouns before it may share:
# 城镇、农村居民人均可支配收入分别增长6%和7%.
SHARED_HEAD = re.compile(
    "(?:居民)?人均.*|产业(?:增加值|规模|产值)?$|(?:增加值|排放量|吞吐量|总额|产值|产量|收入|投资"
    "|标准|浓度|价格|支出|面积|里程|规模|比[例重]|人[数次]|[^、和及]{2}率)$"
)
WHOLE_NOUN = re.compile(f"{SHARED_HEAD.pattern}|[数量额率值价费]$")

# Behind a figure, these say nothing about what is counted.
_ENDINGS = "安排 不变 的水平 的增长 的增速 的目标 水平 目标 掌握 一档 的速度 等 的"
ENDING = re.compile(f"(?:{'|'.join(sorted(_ENDINGS.split(), key=len, reverse=True))})")
