"""Official indicators: one name each, the wordings that mean it, and what is better.

A wording is the whole of what stands before the figure, without time, place
and the words of ``modifiers``. ``move`` tells 增长 from a level where one
wording has both; ``None`` means that any reading is the same indicator.
"""

import re
from enum import StrEnum
from typing import NamedTuple

from policydiff.lexicon import english
from policydiff.lexicon.modifiers import Move


class Polarity(StrEnum):
    """Which figure of an indicator is the more ambitious: the higher, the lower, or neither."""

    HIGHER = "higher"
    LOWER = "lower"
    NEITHER = "neither"


class Indicator(NamedTuple):
    """An official indicator: the name of all its wordings."""

    name: str
    wording: str
    move: Move | None
    family: str
    polarity: Polarity = Polarity.HIGHER


_UP, _DOWN = Move.GROWTH, Move.DECREASE
_LEVEL, _SHARE = Move.LEVEL, Move.SHARE
_LOWER, _NEITHER = Polarity.LOWER, Polarity.NEITHER
_GDP = "(?:国内|地区|本地|区域|全[省市区县]|全州)?生产总值|GDP"
_ENERGY = f"(?:(?:单位|万元|亿元)(?:{_GDP})|单位(?:{_GDP})(?:增加值)?)"
_PEOPLE = "(?:全[体省市区县]*|城乡)?居民"

INDICATORS = (
    Indicator(
        "地区生产总值增速", f"(?:{_GDP}|经济(?:总量)?|国民生产总值)(?:可比价)?", _UP, "ratio"
    ),
    Indicator("地区生产总值", f"{_GDP}|经济总量", _LEVEL, "yuan"),
    Indicator("人均地区生产总值增速", f"人均(?:{_GDP})", _UP, "ratio"),
    Indicator("人均地区生产总值", f"人均(?:{_GDP})", _LEVEL, "yuan"),
    Indicator("第一产业增加值增速", "(?:第一产业|一产|农业|农林牧渔业)(?:增加值)?", _UP, "ratio"),
    Indicator("第二产业增加值增速", "(?:第二产业|二产)(?:增加值)?", _UP, "ratio"),
    Indicator("服务业增加值增速", "(?:第三产业|三产|服务业)(?:增加值)?", _UP, "ratio"),
    Indicator("服务业增加值占比", "(?:第三产业|三产|服务业)(?:增加值)?占.*", None, "ratio"),
    Indicator("规模以上工业增加值增速", "(?:规模以上|规上)工业(?:企业)?增加值", _UP, "ratio"),
    Indicator("工业增加值增速", "(?:全部|全口径)?工业增加值", _UP, "ratio"),
    Indicator("高新技术产业增加值增速", "高新技术产业增加值", _UP, "ratio"),
    Indicator("战略性新兴产业增加值占比", "战略性新兴产业增加值占.*", None, "ratio"),
    Indicator("数字经济核心产业增加值占比", "数字经济核心产业(?:增加值)?占.*", None, "ratio"),
    Indicator("固定资产投资增速", "(?:全社会)?固定资产投资(?:总额)?", _UP, "ratio"),
    Indicator("工业投资增速", "工业(?:固定资产)?投资", _UP, "ratio"),
    Indicator("民间投资增速", "民间(?:固定资产)?投资", _UP, "ratio"),
    Indicator("社会消费品零售总额增速", "(?:全?社会)?消费品零售总?额|社零总?额", _UP, "ratio"),
    Indicator(
        "进出口总额增速",
        "(?:外贸|货物|对外贸易)?进出口(?:总[额值]|贸易(?:总额)?)?|对外贸易(?:总额)?",
        _UP,
        "ratio",
    ),
    Indicator("出口增速", "(?:外贸|货物)?出口(?:总[额值])?", _UP, "ratio"),
    Indicator("实际利用外资增速", "实际(?:利用|使用)外(?:商直接投)?资(?:总?额)?", _UP, "ratio"),
    Indicator("实际利用外资", "实际(?:利用|使用)外(?:商直接投)?资(?:总?额)?", _LEVEL, "dollar"),
    Indicator(
        "一般公共预算收入增速",
        "(?:地方)?(?:一般公共|公共财政|财政一般|地方一般)预算收入|地方财政收入",
        _UP,
        "ratio",
    ),
    Indicator("财政收入增速", "(?:全部)?财政(?:总)?收入", _UP, "ratio"),
    Indicator("一般公共预算支出增速", "(?:一般公共|公共财政)预算支出(?:规模)?", _UP, "ratio"),
    Indicator("一般公共预算支出", "(?:一般公共|公共财政)预算支出(?:规模)?", _LEVEL, "yuan"),
    Indicator("财政支出", "财政支出(?:规模|总量)?", _LEVEL, "yuan"),
    Indicator("赤字率", "(?:财政)?赤字率", None, "ratio", _LOWER),
    Indicator("财政赤字", "(?:全国)?(?:财政)?赤字(?:规模|总额)?", _LEVEL, "yuan", _LOWER),
    Indicator("中央财政赤字", "中央(?:财政)?赤字", _LEVEL, "yuan", _LOWER),
    Indicator("地方政府专项债券", "(?:新增)?地方政府专项债券?(?:额度|限额)?", _LEVEL, "yuan"),
    Indicator("超长期特别国债", "超长期特别国债(?:发行)?", _LEVEL, "yuan"),
    Indicator("中央预算内投资", "中央预算内投资(?:规模)?", _LEVEL, "yuan"),
    Indicator(
        "居民人均可支配收入增速", f"{_PEOPLE}(?:人均)?(?:可支配)?收入(?:实际)?", _UP, "ratio"
    ),
    Indicator(
        "城镇居民人均可支配收入增速",
        "(?:城镇|城市)(?:常住)?居民(?:家庭)?人均可支配收入",
        _UP,
        "ratio",
    ),
    Indicator(
        "农村居民人均可支配收入增速",
        "农村(?:常住)?居民人均(?:可支配|纯)收入|农民人均(?:可支配|纯)?收入",
        _UP,
        "ratio",
    ),
    Indicator(
        "居民消费价格涨幅",
        "(?:居民|全国居民)?消费价格(?:总?水平|总?指数|总水平指数)?|CPI|居民消费物价(?:指数)?",
        None,
        "ratio",
        _LOWER,
    ),
    Indicator("城镇新增就业", "(?:城镇)?新增(?:城镇)?就业(?:人[数员口])?", None, "persons"),
    Indicator("城镇调查失业率", "(?:全国)?(?:城镇)?调查失业率", None, "ratio", _LOWER),
    Indicator("城镇登记失业率", "(?:城镇|城乡)?登记失业率", None, "ratio", _LOWER),
    Indicator("粮食产量", "粮食(?:总?产量?|综合生产能力|年产量)", _LEVEL, "mass"),
    Indicator("粮食播种面积", "粮食(?:作物)?(?:播种|种植)面积", _LEVEL, "area"),
    Indicator("新建高标准农田", "(?:新建|新增|建设|建成|新改建)高标准(?:基本)?农田", None, "area"),
    Indicator("耕地保有量", "耕地(?:保有量|红线|面积|总量)", _LEVEL, "area"),
    Indicator("常住人口城镇化率", "(?:常住人口)?城[镇市]化(?:率|水平)", _LEVEL, "ratio"),
    Indicator("户籍人口城镇化率", "户籍人口城镇化率", _LEVEL, "ratio"),
    Indicator(
        "单位地区生产总值能耗降幅",
        f"{_ENERGY}(?:综合)?能(?:源消)?耗|能耗强度|能源消耗强度",
        _DOWN,
        "ratio",
    ),
    Indicator(
        "单位地区生产总值二氧化碳排放降幅",
        f"{_ENERGY}(?:二氧化碳|碳)排放(?:量|强度)?|碳排放强度",
        _DOWN,
        "ratio",
    ),
    Indicator("PM2.5平均浓度", "(?:细颗粒物|PM2\\.5)(?:年?平?均)?浓度", _LEVEL, "", _LOWER),
    Indicator("PM2.5平均浓度降幅", "(?:细颗粒物|PM2\\.5)(?:年?平?均)?浓度", _DOWN, "ratio"),
    Indicator("空气质量优良天数比率", "(?:空气质量?)?优良天数(?:比[例率]|率)", None, "ratio"),
    Indicator("空气质量优良天数", "(?:空气质量?)?优良天数", _LEVEL, "days"),
    Indicator("地表水优良比例", "地表水.*优良.*比[例率]", None, "ratio"),
    Indicator("森林覆盖率", "森林覆盖率", _LEVEL, "ratio"),
    Indicator(
        "研发经费投入强度",
        "(?:全社会)?(?:研究与试验发展|研发|R&D)(?:经费)?(?:投入|支出)?(?:强度|(?:占|相当于|与).*)",
        None,
        "ratio",
    ),
    Indicator(
        "研发经费投入强度", "(?:全社会)?(?:研发|R&D)(?:经费)?(?:投入|支出)?", _SHARE, "ratio"
    ),
    Indicator("研发经费投入增速", "(?:全社会)?研发(?:经费)?(?:投入|支出)", _UP, "ratio"),
    Indicator(
        "每万人口发明专利拥有量", "每万人口?(?:高价值)?发明专利(?:拥有量)?", _LEVEL, "things"
    ),
    Indicator("技术合同成交额", "技术(?:合同|市场)(?:成交|交易)(?:总?额)?", _LEVEL, "yuan"),
    Indicator("义务教育巩固率", "(?:九年)?义务教育巩固率", _LEVEL, "ratio"),
    Indicator("高中阶段毛入学率", "高中阶段(?:教育)?毛?入学率", _LEVEL, "ratio"),
    Indicator("人均预期寿命", "(?:居民)?(?:人均|平均)预期寿命", _LEVEL, "years"),
    Indicator("基本养老保险参保率", "基本养老保险参保率", _LEVEL, "ratio"),
    Indicator("基本医疗保险参保率", "基本医(?:疗保险|保)参保率", _LEVEL, "ratio"),
    Indicator(
        "居民医保人均财政补助标准",
        "(?:城乡)?居民(?:基本)?医(?:疗保险|保)人均财政补助标准",
        _LEVEL,
        "yuan",
    ),
    Indicator("广义货币增速", "广义货币(?:供应量)?(?:M2)?|M2", _UP, "ratio", _NEITHER),
    Indicator("社会融资规模增速", "社会融资规模(?:余额|存量)?", _UP, "ratio", _NEITHER),
    Indicator("人口自然增长率", "人口自然", _UP, "ratio", _LOWER),
    Indicator("旅游总收入增速", "旅游(?:业)?(?:总|综合)?收入", _UP, "ratio"),
    Indicator("退税减税", "(?:新增)?(?:退税减税|减税降费|减税退税缓费)(?:规模)?", None, "yuan"),
)

OFFICIAL_NAMES = {row.name: row for row in INDICATORS}

MAIN_INDICATORS = (
    "地区生产总值增速",
    "城镇调查失业率",
    "城镇登记失业率",
    "居民消费价格涨幅",
    "城镇新增就业",
    "赤字率",
    "居民人均可支配收入增速",
    "一般公共预算收入增速",
    "固定资产投资增速",
    "社会消费品零售总额增速",
    "进出口总额增速",
    "规模以上工业增加值增速",
    "粮食产量",
    "单位地区生产总值能耗降幅",
    "GDP growth",
    "unemployment rate",
    "inflation rate",
)
"""The indicators a reader asks for first, in the order in which reports name them."""

# What an unlisted indicator measures when less of it is better, unless it is what is done away
# with: 减少贫困人口, 债务降幅, 贫困村退出.
_LESS_IS_BETTER = re.compile(
    "(?:失业率|[能物水电]耗|赤字率?|死亡率|发[生病]率|浓度|负债率?|债务率?|[税费]率|成本|排放|贫困率"
    "|贫困人口|返贫率|事故|投诉|时限|(?:办理|开办|审批|通关|办结|等待)时间|工作日|空置率|漏损率)"
    "(?:总?[量额]|规模|余额|水平|强度|起数|预算|增速|增幅|涨幅|增加额|占比)?$"
)
_DONE_AWAY_WITH = re.compile(
    "^(?:减少|降低|压减|压缩|削减|缩短|缩减|消除|解决|化解|处置|帮助|帮扶)"
)

# What people add to an indicator's words when they speak of it without a figure.
_SPOKEN = re.compile("^(?:全年|今年|年度|本年)+|的|(?:增速|增长率|增长|增幅|涨幅|降幅|目标|预期)+$")

# How a growth rate is reckoned, which does not change what grows.
_BASIS = re.compile("(?:按)?(?:可比(?:价格?|口径)?|同口径|名义|不变价格?)(?:计算)?$")

_READING = tuple((re.compile(row.wording), row) for row in INDICATORS)


def official(words: str, move: Move, family: str) -> Indicator | None:
    """The indicator that these words before a figure name, if it is an official one."""
    words = _BASIS.sub("", words)
    for wording, row in _READING:
        is_read = row.move is move or (row.move is None and move is not Move.INCREASE)
        if is_read and row.family in ("", family) and wording.fullmatch(words):
            return row
    return None


def names_of(words: str) -> frozenset[str]:
    """The official indicators people mean by these words: GDP is both its growth and its level.

    经济增速 is the growth alone.
    """
    core = _SPOKEN.sub("", words)
    rows = [row for reading, row in _READING if core and reading.fullmatch(core)]
    if core != words and any(row.move is not Move.LEVEL for row in rows):
        rows = [row for row in rows if row.move is not Move.LEVEL]
    return frozenset(row.name for row in rows)


def growth_of_a_fall(name: str) -> str:
    """The official growth that a fall is the negative of, or nothing: 出口降幅 is 出口增速 below 0."""
    stem = name.removesuffix("降幅").replace("国内生产总值", "地区生产总值")
    if stem == name or name in OFFICIAL_NAMES:
        return ""
    return next((stem + end for end in ("增速", "涨幅") if stem + end in OFFICIAL_NAMES), "")


def polarity(indicator: str) -> Polarity:
    """Which figure of an indicator is the more ambitious, the higher if nothing tells."""
    name = indicator.replace("国内生产总值", "地区生产总值").replace("年均", "")
    row = OFFICIAL_NAMES.get(name)
    if row:
        return row.polarity
    if english.NO_POLARITY.search(name):
        return Polarity.NEITHER
    is_less = _LESS_IS_BETTER.search(name) and not _DONE_AWAY_WITH.match(name)
    is_lower = is_less or english.LESS_IS_BETTER.search(name)
    return Polarity.LOWER if is_lower else Polarity.HIGHER
