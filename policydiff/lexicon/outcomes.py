"""Words of a report that say how a promise came out."""

import re
from typing import NamedTuple

from policydiff.model import ReportOutcome


class OutcomeWords(NamedTuple):
    """Words that tell an outcome where no figure does."""

    outcome: ReportOutcome
    pattern: re.Pattern[str]


def _words(outcome: ReportOutcome, pattern: str) -> OutcomeWords:
    return OutcomeWords(outcome, re.compile(pattern))


JUDGING_WORDS = (
    _words(ReportOutcome.EXCEEDED, "超额|超预期|超过[^，。]{0,4}(?:目标|计划|任务)"),
    _words(
        ReportOutcome.MISSED,
        "未能|未完成|没有完成|未达|没有达到|未实现|未如期|低于预期|不及预期|不如预期|推迟|延期|滞后",
    ),
    _words(
        ReportOutcome.PROGRESSED,
        "工程量|初步|有所|加速推进|[迈步]入|进入[^，。]{0,12}阶段|完成(?:率达?)?\\d[\\d.]*%|过半|开始",
    ),
    _words(ReportOutcome.MET, "获[^，。]{0,6}(?:批准|批复|批(?!次))|投入使用|并网|揭牌"),
)
"""The report's own judgement, which goes before what its stages say."""

TELLING_WORDS = (
    _words(
        ReportOutcome.MET,
        "如期|圆满|成功(?!率)|挂牌|清零|打赢|颁布|全覆盖|全部|顺利(?:完成|实施|实现|举办|召开)"
        "|全面(?:完成|实现|建成|消除|取消|放开|推开)|(?:完成|实现)了|完成(?!率|总|投资|工程量|[^，。]{0,6}\\d)",
    ),
)
"""What else says how it came out."""


class Fulfilment(NamedTuple):
    """An act that is done once: words that promise it, and words that tell it as done."""

    promised: re.Pattern[str]
    told: re.Pattern[str]


def _act(promised: str, told: str) -> Fulfilment:
    return Fulfilment(re.compile(promised), re.compile(told))


FULFILMENTS = (
    _act("出台|制定|制订|编制|起草|修订|印发|颁布|发布", "出台|印发|颁布|发布|修订|正式实施"),
    _act("办好|[举筹承申主]办|召开", "[举承主]办|召开"),
    _act("设立|成立|[组筹]建|筹备|建立", "设立|成立|组建|建立"),
    _act(
        "争创|创建|争取|申报|申请|入选|获评|评为",
        "获评|获得|荣获|入选|成功|成为|命名|授予|跻身|摘得",
    ),
    _act("试点", "(?:开展|启动|实施|进行)[^，。]{0,30}试点"),
    _act("取消|免除|停征|停止|放开|废止", "取消|免除|停征|停止|放开|废止"),
    _act("实现", "实现"),
    _act("常态化", "常态化"),
)
