"""Aims: whether a figure is something to be reached, or only describes and names."""

from policydiff.lexicon.aims import (
    AGE,
    AT_A_LEVEL,
    ATTRIBUTED,
    DELIVERY,
    LABELLED,
    ON_A_KNOWN_SET,
    PAST,
    PEOPLE,
    PRICED,
    RANKED,
    SERVED,
    SITUATION,
    TALLY,
)
from policydiff.lexicon.phrases import (
    ENDING,
    LIST_MARK,
    QUALIFIER,
    SHARED_VERB,
    VERB_END,
    VERB_START,
    VERB_WITHIN,
    WITH_A_KNOWN_SET,
)
from policydiff.model import Comparator
from policydiff.targets.phrase import COUNTED, Phrase

_TIMES = frozenset({"days", "working_days", "hours", "months"})
_HALF = 0.5
_LARGE = 100
_LISTED = 20


def is_aim(phrase: Phrase) -> bool:
    """Whether the figure is a target of its own."""
    return is_measure(phrase) and not _is_given(phrase)


def is_measure(phrase: Phrase) -> bool:
    """Whether the figure measures its indicator, to be reached or reached already."""
    return not (
        _is_rank_or_sum(phrase)
        or (_is_attribute(phrase) and not _is_reached(phrase))
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
    """前10位 is a rank; 甲、乙等2个厂 and 甲和乙2个厂 count what the text lists."""
    if RANKED.search(phrase.left):
        return True
    if phrase.figure.family not in COUNTED or not phrase.right:
        return False
    is_list = phrase.left.endswith("等") or (bool(phrase.subject) and not _is_made(phrase))
    return is_list and phrase.figure.value < _LISTED and not DELIVERY.search(phrase.right)


def _is_made(phrase: Phrase) -> bool:
    """新增城区10处公园: a verb of making opens the words before the figure, which list nothing."""
    return bool(SHARED_VERB.match(phrase.subject)) and not LIST_MARK.search(phrase.subject)


def _is_reached(phrase: Phrase) -> bool:
    """6%的水平; 让60%的村民享受医保: what stands behind 的 says what becomes of the figure."""
    is_share = phrase.figure.unit == "%" and not phrase.modifiers
    return bool(AT_A_LEVEL.match(phrase.right) or (is_share and SERVED.match(phrase.right)))


def _is_attribute(phrase: Phrase) -> bool:
    """年收入10万元以上的村, 总投资3亿元的项目: the figure tells which ones.

    五百元以上一千元以下罚款 is a law's measure.
    """
    right, bound = phrase.right, phrase.figure.bound
    if ATTRIBUTED.match(right) or (bound == "以上" and phrase.is_followed and not right):
        return True
    is_ending = bool(ENDING.match(right)) and not right.startswith("的")
    is_action = phrase.figure.family not in COUNTED and VERB_START.match(right)
    if not right or is_ending or is_action:
        return False
    if phrase.is_followed and right != "的":
        return True
    if phrase.object:
        figure = phrase.figure
        is_size = (figure.family == "yuan" or figure.is_bare) and not VERB_WITHIN.search(right)
        return bool(bound) and is_size and right[0] != "的"
    if phrase.figure.family == "length" and not phrase.modifiers:
        return True
    at_least = any(row.comparator is Comparator.AT_LEAST for row in phrase.rows)
    return right.startswith("的") or bound in {"以上", "以下"} or at_least


def _is_duration(phrase: Phrase) -> bool:
    """24小时服务, 3岁以下: a time is a target only where the text bounds it."""
    figure = phrase.figure
    if figure.family == "years":
        is_age_reached = figure.unit == "岁" and any(row.move for row in phrase.rows)
        return not (is_age_reached or AGE.search(phrase.subject))
    is_bound = figure.bound or any(row.move or row.comparator for row in phrase.rows)
    return figure.family in _TIMES and (bool(phrase.right) or not is_bound)


def _is_name(phrase: Phrase) -> bool:
    """推进18个乡镇脱贫: a count that says which things are meant."""
    figure = phrase.figure
    if phrase.object and not phrase.verb and not phrase.left.strip('“"、 '):
        return figure.family in COUNTED | {""} and not DELIVERY.search(phrase.object)
    if figure.family != "things":
        return False
    if LABELLED.fullmatch(phrase.right) or TALLY.search(phrase.left):
        return True
    return bool(phrase.object) and _is_of_a_known_set(phrase)


def _is_of_a_known_set(phrase: Phrase) -> bool:
    verb = _last_verb(phrase)
    if verb in WITH_A_KNOWN_SET:
        return True
    if DELIVERY.search(phrase.object):
        return False
    if phrase.left.endswith("的"):
        return not PRICED.search(phrase.left)
    is_vague = verb in ON_A_KNOWN_SET or (not verb and not phrase.modifiers)
    return is_vague and phrase.figure.value < _LARGE


def _last_verb(phrase: Phrase) -> str:
    """The verb right before a figure, or the one a list has from its first member."""
    words = QUALIFIER.sub("", phrase.left.rstrip("了好")) or phrase.verb
    found = VERB_END.search(words) or VERB_END.search(phrase.verb)
    return found.group() if found else ""


def _is_bare_half(phrase: Phrase) -> bool:
    """一半用于大病保险 says how something is divided; 压减一半以上 is an aim."""
    is_half = phrase.figure.is_chinese and phrase.figure.value == _HALF
    return is_half and not (phrase.figure.bound or phrase.modifiers)
