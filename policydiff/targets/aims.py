"""Aims: whether a figure is something to be reached, or only describes and names."""

import re

from policydiff.lexicon.actions import VERB_CLASS
from policydiff.lexicon.modifiers import (
    ATTRIBUTED,
    DELIVERY,
    ENDING,
    ON_A_KNOWN_SET,
    PAST,
    PEOPLE,
    SITUATION,
    WORD,
)
from policydiff.model import Comparator
from policydiff.targets.phrase import VERB_END, VERB_START, Phrase

_COUNTED = frozenset({"things", "persons", "households"})
_TIMES = frozenset({"days", "working_days", "hours", "months"})
_MAKING = frozenset({"build", "develop", "expand"})
_LARGE = 100
_LISTED = 20
_SPELLED = 12
_RANKED = re.compile("(?<![底月日年以之])前$")
_AGE = re.compile("寿命|年龄")


def is_aim(phrase: Phrase) -> bool:
    """Whether the figure is a target of its own."""
    return not (
        _is_given(phrase)
        or _is_rank_or_sum(phrase)
        or _is_attribute(phrase)
        or _is_duration(phrase)
        or _is_name(phrase)
        or _is_bare_half(phrase)
    )


def _is_given(phrase: Phrase) -> bool:
    """去年的, 高校毕业生超过…, 14亿中国人: so, whatever the government does."""
    return bool(
        PAST.search(phrase.left) or SITUATION.search(phrase.left) or PEOPLE.match(phrase.right)
    )


def _is_rank_or_sum(phrase: Phrase) -> bool:
    """前10位 is a rank; 甲、乙等2个 counts what the text lists."""
    if _RANKED.search(phrase.left):
        return True
    is_few = phrase.figure.family in _COUNTED and phrase.figure.value < _LISTED
    return is_few and phrase.left.endswith("等")


def _is_attribute(phrase: Phrase) -> bool:
    """年收入10万元以上的村, 总投资3亿元的项目: the figure tells which ones."""
    right, bound = phrase.right, phrase.figure.bound
    if ATTRIBUTED.match(right):
        return True
    is_ending = bool(ENDING.match(right)) and not right.startswith("的")
    if not right or is_ending or VERB_START.match(right):
        return False
    if phrase.is_followed and right != "的":
        return True
    if phrase.object:
        return bool(bound) and phrase.figure.family in {"yuan", ""} and right[0] != "的"
    at_least = any(row.comparator is Comparator.AT_LEAST for row in phrase.rows)
    return right.startswith("的") or bound in {"以上", "以下"} or at_least


def _is_duration(phrase: Phrase) -> bool:
    """24小时服务, 3岁以下: a time is a target only where the text bounds it."""
    figure = phrase.figure
    if figure.family == "years":
        return not _AGE.search(phrase.subject)
    is_time = figure.family in _TIMES
    return is_time and (bool(phrase.object) or not (phrase.modifiers or figure.bound))


def _is_name(phrase: Phrase) -> bool:
    """三项行动, 推进18个乡镇脱贫: a small count that says which things are meant."""
    figure = phrase.figure
    if figure.family not in _COUNTED or not phrase.object:
        return figure.is_chinese and figure.family in _COUNTED and figure.value <= _SPELLED
    verb = _last_verb(phrase.left)
    if figure.is_chinese and figure.value <= _SPELLED:
        return figure.value == 1 or VERB_CLASS.get(verb) not in _MAKING
    if figure.family != "things" or figure.value >= _LARGE or DELIVERY.search(phrase.object):
        return False
    return verb in ON_A_KNOWN_SET or (not verb and not phrase.modifiers)


def _last_verb(left: str) -> str:
    found = VERB_END.search(left.rstrip("了好"))
    return found.group() if found else next((w for w in WORD if left.endswith(w)), "")


def _is_bare_half(phrase: Phrase) -> bool:
    """一半用于大病保险 says how something is divided; 压减一半以上 is an aim."""
    is_half = phrase.figure.is_chinese and phrase.figure.value == 0.5
    return is_half and not (phrase.figure.bound or phrase.modifiers)
