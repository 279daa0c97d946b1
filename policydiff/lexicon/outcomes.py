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
