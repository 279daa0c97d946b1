"""The targets of an English sentence."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from policydiff.lexicon.english import AIM, BOUNDS, CAP, DEADLINE, FLOOR, MORE, SHOWN, STRENGTH
from policydiff.lexicon.english_indicators import ENGLISH_NAMES, is_fall_of_growth
from policydiff.model import Comparator
from policydiff.targets.english_aims import is_aim, is_reported
from policydiff.targets.english_figures import FIGURE, is_rise, unit_of, values_of
from policydiff.targets.english_words import indicator_of, noun_behind
from policydiff.targets.reading import Reading

LONGEST = 3000
"""A sentence of more characters is read in passages: the words around a figure tell what it is."""


def read_english(sentence: str) -> Iterator[Reading]:
    """The figures of an English sentence that are aims, in order."""
    return _in_passages(_aims, sentence)


def read_english_reports(sentence: str) -> Iterator[Reading]:
    """The figures that an English sentence reports as reached, in order.

    What should grow and fell by 2 percent grew by -2 percent.
    """
    return _in_passages(_reports, sentence)


def _in_passages(
    readings_of: Callable[[str], Iterator[Reading]], sentence: str
) -> Iterator[Reading]:
    start = 0
    while start < len(sentence):
        end = start + LONGEST
        if end < len(sentence):
            end = sentence.rfind(" ", start + 1, end) + 1 or end
        for reading in readings_of(sentence[start:end]):
            yield replace(
                reading,
                place=start + reading.place,
                start=start + reading.start,
                end=start + reading.end,
            )
        start = end


def _aims(sentence: str) -> Iterator[Reading]:
    if not AIM.search(sentence) or SHOWN.search(sentence):
        return
    for match in FIGURE.finditer(sentence):
        indicator = indicator_of(sentence, match)
        if indicator and is_aim(sentence, match):
            yield _reading(sentence, match, indicator)


def _reports(sentence: str) -> Iterator[Reading]:
    if SHOWN.search(sentence):
        return
    for match in FIGURE.finditer(sentence):
        indicator = indicator_of(sentence, match)
        if not (indicator and is_reported(sentence, match)):
            continue
        reading = _reading(sentence, match, indicator)
        is_fall = is_fall_of_growth(indicator, sentence[: match.start()])
        is_growth = indicator in ENGLISH_NAMES and indicator.endswith("growth")
        yield replace(
            reading,
            value=-reading.value if is_fall else reading.value,
            comparator=Comparator.EQUAL if is_growth and _is_step(reading) else reading.comparator,
        )


def _is_step(reading: Reading) -> bool:
    """Whether a growth is told as a step: grew by 3 percent."""
    return reading.comparator is Comparator.INCREASE


def _reading(sentence: str, match: re.Match[str], indicator: str) -> Reading:
    value, value_hi = values_of(sentence, match)
    strengths = STRENGTH.findall(sentence, 0, match.start())
    deadline = DEADLINE.search(sentence)
    return Reading(
        place=match.start(),
        start=match.start(),
        end=match.end() + len(noun_behind(sentence, match)),
        indicator=indicator,
        comparator=_comparator(sentence, match, is_range=value_hi is not None),
        value=value,
        value_hi=value_hi,
        unit=unit_of(match),
        strength=strengths[-1].lower() if strengths else "",
        deadline=deadline.group().lower() if deadline else "",
    )


def _comparator(sentence: str, match: re.Match[str], *, is_range: bool) -> Comparator:
    if is_range:
        return Comparator.RANGE
    bound = (match["bound"] or "").lower()
    if bound == "by" and not is_rise(sentence[: match.start()]):
        return Comparator.EQUAL
    if bound:
        return BOUNDS[bound]
    for limit, comparator in ((CAP, Comparator.AT_MOST), (FLOOR, Comparator.AT_LEAST)):
        if limit.search(sentence, 0, match.start()):
            return comparator
    is_more = MORE.match(sentence[match.end() :].lstrip())
    return Comparator.INCREASE if is_more else Comparator.EQUAL
