"""Words that say which time a figure is for: one year, or several."""

import re

_YEARS = "[两二三四五六七八九十几]年"

SEVERAL_YEARS = re.compile(
    f"(?:过去|近|今后|未来|最近|前|这)的?{_YEARS}|{_YEARS}(?:以来|来|间|期间|累计|总体)"
    "|十[一二三四五]五”?(?:时期|期间|以来|前[一二三四]年|期?末)|本届政府|任期|近年来|近几年|年均"
)

# 比2007年 and 从2012年的 only say where a change starts.
ONE_YEAR = re.compile(
    "(?<![比较从由自与以到至])(?:去年|上年|今年|全年|一年来|20\\d\\d年(?![底末]?的?基础))"
)

ENGLISH_SEVERAL_YEARS = re.compile(
    r"\b(?:over|in|during|for) the (?:past|last|preceding|previous) (?:\w+ ){0,2}(?:years|decades?)\b"
    r"|\bsince (?:then|its \w+|(?:\w+ )?(?:19|20)\d\d)|\bbetween (?:19|20)\d\d and (?:19|20)\d\d\b"
    r"|\bfrom (?:19|20)\d\d to (?:19|20)\d\d\b|\b(?:per year|a year|annually|on average)\b"
    r"|\bso far\b|\bto date\b|\bcumulative\w*",
    re.IGNORECASE,
)
ENGLISH_YEAR = re.compile(r"\b(?:19|20)\d\d\b")

# What a report puts around an indicator without changing it: 年末城镇登记失业率, 粮食产量首次跃上.
AROUND_REPORTED = re.compile(
    "^(?:年末|年底|去年|上年)(?:全国|全省|全市|全区|全县)?|财政(?=赤字率)"
    "|(?:首次|再次|一直|继续|连续|历史性)*(?:跃上|迈上|登上|站上|突破|回落|年末|年底|均值|平均值?)?$"
)

# A sentence that says no figure is set: 没有提出全年经济增长具体目标.
NO_TARGET = re.compile(
    "(?:没有|未|不再|不)(?:再)?(?:提出|设定|设置|设立|确定|制定|下达)(?P<what>[^，。；]{0,20}?)"
    "的?(?:具体|量化|预期|硬性|数量)*(?:目标|指标)"
)
"""Matches 不设定经济增长具体目标; ``what`` is 经济增长, empty where another clause says it."""
