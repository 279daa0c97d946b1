"""Measures: what figures are counted in, and the pattern of a whole figure.

Figures in measures of one family are comparable after conversion: a family's
factors lead to one base, 公里 and 米 to metres, 元 to yuan.
"""

import re
from typing import NamedTuple

from policydiff.lexicon.numerals import FRACTIONS, MAGNITUDE, NUMBER


class Measure(NamedTuple):
    """A family of measures: each word with its factor to the family's base."""

    family: str
    words: dict[str, float]


def _counts(words: str) -> dict[str, float]:
    return dict.fromkeys(words.split(), 1.0)


MEASURES = (
    Measure("ratio", {"%": 1, "‰": 0.1, "成": 10, "比例": 100}),
    Measure("points", {"个百分点": 1, "百分点": 1, "个基点": 0.01, "基点": 0.01}),
    Measure("times", {"倍": 1, "番": 1}),
    Measure("yuan", {"元": 1, "元人民币": 1, "块钱": 1}),
    Measure("dollar", {"美元": 1}),
    Measure("other_money", _counts("欧元 港元 日元 英镑 澳门元")),
    Measure(
        "length", {"公里": 1000, "千米": 1000, "华里": 500, "米": 1, "厘米": 0.01, "毫米": 0.001}
    ),
    Measure("sea_miles", {"海里": 1}),
    Measure(
        "area",
        {
            "平方公里": 1e6,
            "平方千米": 1e6,
            "公顷": 1e4,
            "亩": 2000 / 3,
            "平方米": 1,
            "平米": 1,
        },
    ),
    Measure("volume", {"立方米": 1, "立方": 1, "升": 0.001}),
    Measure(
        "mass",
        {
            "吨": 1000,
            "吨标准煤": 1000,
            "吨标煤": 1000,
            "公斤": 1,
            "千克": 1,
            "斤": 0.5,
            "市斤": 0.5,
            "担": 50,
            "克": 0.001,
        },
    ),
    Measure("power", {"千瓦": 1, "兆瓦": 1000, "吉瓦": 1e6, "瓦": 0.001, "千伏安": 1}),
    Measure("energy", {"千瓦时": 1, "度": 1, "度电": 1}),
    Measure("concentration", {"微克/立方米": 1, "微克每立方米": 1, "毫克/升": 1, "微克": 1}),
    Measure("persons", _counts("人 名 位 人口")),
    Measure("person_times", _counts("人次 人份")),
    Measure("households", _counts("户 户次 户家庭 户居民")),
    Measure("homes", _counts("套 套间 套房")),
    Measure("days", {"天": 1}),
    Measure("working_days", {"个工作日": 1, "工作日": 1}),
    Measure("hours", {"小时": 60, "个小时": 60, "分钟": 1}),
    Measure("months", {"个月": 1}),
    Measure("years", {"岁": 1, "年": 1}),
    Measure("places", _counts("个床位 张床位 张病床 个学位 个车位 个泊位 个停车位")),
    Measure("containers", _counts("标箱 标准箱 TEU 箱")),
    Measure(
        "things",
        _counts(
            "个 张 家 项 所 座 条 件 处 台 辆 台套 台次 艘 架 列 支 只 头 株 棵 块 片 场 场次 次 "
            "批次 门 部 种 类 本 篇 首 册 卷 份 眼 口 宗 单 班 班次 航次 对 栋 幢 间 床 节 盏 "
            "例 枚 颗 根 道 组 队 股 笔 桶 双 孔 锭 封 羽 匹 尾 盘 幅 基 棚"
        ),
    ),
)

FAMILY = {word: measure.family for measure in MEASURES for word in measure.words}
FACTOR = {word: factor for measure in MEASURES for word, factor in measure.words.items()}

# What may stand behind a stroke: 元/月, 件/万人.
_PER = (
    "(?:/(?:万人|千人|百人|人|年|月|天|日|小时|平方米|平方公里|立方米|亩|吨|公里|户|元|千瓦时"
    "|度|斤|公斤|次))?"
)

_WORDS = sorted(
    (word for word in FAMILY if word not in {"比例", "成", "年"}), key=len, reverse=True
)


def _whole(word: str) -> str:
    """人 counts people, but 人民 and 人才 are other words."""
    return "人(?![民才均大工])" if word == "人" else word


# A measure before 级, 强, 版 … grades a thing: 万吨级泊位, 500强, 5分钟生活圈. A number of
# years with a fraction is no date.
MEASURE = rf"(?:(?:{'|'.join(map(_whole, _WORDS))}){_PER}|(?<=[一二三四五六七八九\d])成(?![立为都渝功果员长本品人])|(?<=\.\d)年|(?<=\.\d\d)年)"
_GRADE = r"(?![级强版型式代届号轮线圈])"

_RANGE = " ?(?:-{1,2}|－|—{1,2}|–|−|~|～|至|到) ?"

# Before a number without a unit: 利用系数提高到0.53.
_INDEX_LEADS = [
    noun + verb
    for noun in ("系数", "指数")
    for verb in ("达到", "达", "为", *(up + to for up in ("提高", "提升", "增加") for to in "到至"))
]
_INDEX = f"(?:{'|'.join(f'(?<={lead})' for lead in _INDEX_LEADS)})"

BOUND_AFTER = r"(?:\(含\)|（含）|及其?)?(?P<after>以上|以下|以内|之内|左右|上下|内(?![外部需资]))"

# Any figure begins with one of these, which is the fastest to look for.
_FIRST = r"(?=[\d一二两三四五六七八九十百半翻])"
_NUMBER_START = _FIRST + r"(?<![\d.A-Za-z第/+×∶:-])(?<!第[一二三四五六七八九十百])"

# One figure with its unit and what bounds it from behind. Its groups, by example:
#   6%-6.5%, 10多万人     low low_unit high more magnitude more_after unit
#   百分之六至百分之七    percent percent_high
#   三分之一, 1/3         whole part, over under
#   系数提高到0.53        index
#   一半, 翻一番          half, doublings
#   以上, 左右, 以内      after
QUANTITY = re.compile(
    rf"{_NUMBER_START}(?:"
    rf"百分之(?P<percent>{NUMBER})(?:{_RANGE}(?:百分之)?(?P<percent_high>{NUMBER}))?"
    rf"|(?P<whole>[二三四五六七八九十]|\d+)分之(?P<part>{NUMBER})"
    rf"|(?P<over>[1-9])/(?P<under>[2-9]|10)(?![\d/月])"
    rf"|(?P<half>{'|'.join(FRACTIONS)})"
    rf"|{_INDEX}(?P<index>\d\.\d+)(?![\d%.万亿])"
    rf"|翻(?P<doublings>[一两二三四]?番(?![的上]))"
    rf"|(?:(?P<low>{NUMBER})(?P<low_unit>(?:{MAGNITUDE})?(?:{MEASURE})?){_RANGE})?"
    rf"(?P<high>{NUMBER}) ?(?P<more>[多余])?(?P<magnitude>{MAGNITUDE})?(?P<more_after>[多余])?"
    rf"(?:(?P<unit>{MEASURE}){_GRADE}|(?:(?<=[万亿])|(?<=[万亿][多余]))(?!{MEASURE}){_GRADE})"
    rf")(?:{BOUND_AFTER})?",
    re.ASCII,
)

# Nouns that name who is counted where no measure word does: 8000万纳税人.
PERSON_NOUN = re.compile(
    r"[^，。；、\d]{0,8}?(?:人口|人(?!均|才|民|工|大)|群众|农民|居民|学生|职工|儿童|劳动力|青年"
    r"|毕业生|妇女|干部)"
)
