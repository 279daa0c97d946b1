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

LARGER_PLAN = re.compile("五年(?:规划|计划)|五[”\"']?(?:时期)?[^，。]{0,12}规划")
"""The title of a document that speaks for ``LARGER_PLAN_YEARS`` years."""

LARGER_PLAN_YEARS = 5

GOVERNMENT = re.compile("(?:人民|市民)?政府$")
"""What an issuer's name may end in without being another place."""
