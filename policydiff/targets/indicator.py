"""Indicators: one name for one thing that is measured, whatever the wording."""

import re

from policydiff.lexicon.indicator_keys import VAGUE
from policydiff.lexicon.indicators import official
from policydiff.lexicon.modifiers import BOUNDS, SUMMED_UP, Move
from policydiff.lexicon.phrases import ENDING, OPENING
from policydiff.model import Comparator
from policydiff.targets.phrase import COUNTED, Phrase

# Who pays is no indicator alone: 中央财政拿出3亿元用于助学 is about 助学.
_PAYER = re.compile("中央(?:和地方)?(?:财政|政府)?|(?:各级|地方|省级?|市级?|县级?)?财政|国家|政府")
_DROPPED = re.compile(
    '[（(][^）)]*[）)]$|[“”" ]|年底前|今年|全年|为此|(?<!需)要(?!素)|的(?!士)'
    "|(?:还将|拟|将|再|预算)*安排(?:用于)?|(?:还将|拟|将)(?=投入|新增|增加)"
)
_CHANGE = re.compile("(?:增速|涨幅|增加额|增幅|降幅|减少额|占比)$")
# How many find work in a year is a figure of its own, not what a level rises by.
_NEW_JOBS = re.compile("新增(?:城镇)?就业")
_RELATIVE = frozenset({"ratio", "points", "times"})
_PRICE_RISE = frozenset({"涨幅", "上涨"})
_SUFFIX = {
    (Move.GROWTH, True): "增速",
    (Move.GROWTH, False): "增加额",
    (Move.INCREASE, True): "增幅",
    (Move.INCREASE, False): "增加额",
    (Move.DECREASE, True): "降幅",
    (Move.DECREASE, False): "减少额",
    (Move.SHARE, True): "占比",
}


def move_of(phrase: Phrase) -> Move:
    """What the modifiers make of the figure; a level does not undo 增速 before it."""
    moves = [row.move for row in phrase.rows if row.move]
    changes = [move for move in moves if move is not Move.LEVEL]
    return changes[-1] if changes else Move.LEVEL


def comparator_of(phrase: Phrase) -> Comparator:
    """How the figure binds: a bound before or behind wins over an increase, that over about."""
    figure = phrase.figure
    if figure.value_hi is not None:
        return Comparator.RANGE
    if figure.bound:
        return BOUNDS[figure.bound]
    before = [row.comparator for row in phrase.rows if row.comparator]
    for wanted in (Comparator.AT_LEAST, Comparator.AT_MOST):
        if wanted in before:
            return wanted
    if is_increase(phrase):
        return Comparator.INCREASE
    if figure.is_open:
        return Comparator.AT_LEAST
    return before[-1] if before else Comparator.EQUAL


def is_increase(phrase: Phrase) -> bool:
    """Whether the figure is what a level rises by: 提高30元, 新增80个."""
    if phrase.object:
        return phrase.verb.endswith(("新增", "净增", "增加", "扩招", "增设"))
    if move_of(phrase) is Move.INCREASE:
        return True
    if _NEW_JOBS.match(phrase.subject):
        return False
    return phrase.subject.startswith(("新增", "净增", "增加", "扩招"))


def own_words(phrase: Phrase) -> str:
    """The words that say what is measured, without what only fills the sentence.

    Where neither subject nor object does, what the figure is for does: 新增10亿元支持科技创新.
    """
    counted = phrase.right if phrase.figure.family in COUNTED and phrase.subject else ""
    words = (phrase.subject or phrase.verb_words) + (phrase.object or counted)
    words = words or _purpose(phrase)
    return _DROPPED.sub("", words)


def _purpose(phrase: Phrase) -> str:
    """What the words behind a figure say it is for."""
    if phrase.object or ENDING.match(phrase.right):
        return ""
    opening = OPENING.match(phrase.right)
    return phrase.right[opening.end() if opening else 0 :]


def topic_of(phrase: Phrase, topic: str) -> str:
    """What a following 增长6% or 总投资3亿元 is about, which does not say it again."""
    words = own_words(phrase)
    return topic if not words or VAGUE.fullmatch(words) else words


def name_of(phrase: Phrase, topic: str) -> str:
    """The indicator's name: the official one, or the words with what becomes of them."""
    words = own_words(phrase)
    if _PAYER.fullmatch(words):
        words += _DROPPED.sub("", _purpose(phrase) or phrase.right or topic)
    elif not words or VAGUE.fullmatch(words):
        words = (_purpose(phrase) or _DROPPED.sub("", phrase.lead) or topic) + words
    words = words or "".join(phrase.modifiers) or phrase.left
    move, family = move_of(phrase), phrase.figure.family
    row = official(words, move, family)
    yearly = "年均" if "年均" in phrase.modifiers else ""
    if row:
        return row.name.replace("增速", yearly + "增速")
    if SUMMED_UP in phrase.left and not words.startswith(SUMMED_UP):
        words = SUMMED_UP + words
    if phrase.object:
        return words
    suffix = _SUFFIX.get((move, family in _RELATIVE), "")
    is_price = suffix == "增速" and not _PRICE_RISE.isdisjoint(phrase.modifiers)
    return words + yearly + ("涨幅" if is_price else suffix)


def change_suffix(indicator: str) -> str:
    """The end of a name that says what becomes of the thing: 增速, 降幅, or nothing."""
    found = _CHANGE.search(indicator)
    return found.group() if found else ""
