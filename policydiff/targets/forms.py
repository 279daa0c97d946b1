"""Forms of a figure: growth, level, rise, share. Figures of one form compare, others do not."""

import re
from enum import StrEnum

from policydiff.lexicon.indicator_keys import indicator_key
from policydiff.lexicon.indicators import official
from policydiff.lexicon.modifiers import LEVEL_WORDS, RISE, SUMMED_UP, Move
from policydiff.model import Comparator, Document, Target
from policydiff.targets.figures import unit_family
from policydiff.targets.indicator import change_suffix


class Form(StrEnum):
    """What a figure says of the thing it measures."""

    GROWTH = "growth"
    FALL = "fall"
    SHARE = "share"
    RISE = "rise"
    LEVEL = "level"
    TOTAL = "total"


_FORMS = {
    "增速": Form.GROWTH,
    "涨幅": Form.GROWTH,
    "降幅": Form.FALL,
    "减少额": Form.FALL,
    "占比": Form.SHARE,
    "增加额": Form.RISE,
    "增幅": Form.RISE,
}
_COMES_ON_TOP = re.compile(f"^(?:{RISE.pattern}|{SUMMED_UP})|年均$")


def form_of(target: Target) -> Form:
    """The form of a target's figure: 新增 and ``+`` tell what comes on top, 累计 what is in all."""
    if target.indicator.startswith(SUMMED_UP):
        return Form.TOTAL
    form = _FORMS.get(change_suffix(target.indicator), Form.LEVEL)
    is_rise = target.comparator is Comparator.INCREASE or RISE.search(target.indicator)
    return Form.RISE if form is Form.LEVEL and is_rise else form


def are_comparable(old: Target, new: Target) -> bool:
    """Whether one unit converts to the other, and both figures have one form."""
    return unit_family(old.unit) == unit_family(new.unit) and form_of(old) is form_of(new)


def may_be_rise(document: Document, target: Target) -> bool:
    """Whether the figure says how many come on top, as 培育20家 does; 达到20家 does not."""
    form = form_of(target)
    words = document.text[target.span.start : target.span.end]
    return form is Form.RISE or (form is Form.LEVEL and not LEVEL_WORDS.search(words))


def thing_of(target: Target) -> str:
    """What a figure measures, whatever it says of it: 进出口总额增速 is of 进出口总额."""
    stem = target.indicator.removesuffix(change_suffix(target.indicator))
    stem = _COMES_ON_TOP.sub("", stem)
    row = official(stem, Move.GROWTH, "ratio")
    return row.name.removesuffix(change_suffix(row.name)) if row else stem


def thing_key(target: Target) -> tuple[str, str]:
    """What figures of one thing share, whatever their form."""
    return indicator_key(thing_of(target))
