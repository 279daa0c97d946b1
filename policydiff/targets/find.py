"""Finding the figures of a document: targets in what it promises, results in what it reports."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from policydiff.lexicon.english import NUMBER_WORDS
from policydiff.lexicon.indicators import growth_of_a_fall
from policydiff.lexicon.periods import AROUND_REPORTED
from policydiff.model import CleanText, Item, Kind, Result, Span, Target
from policydiff.targets.aims import is_measure
from policydiff.targets.chinese import read_chinese
from policydiff.targets.english import read_english, read_english_reports
from policydiff.targets.periods import PeriodReader, english_period
from policydiff.targets.reading import Reading

_HAN = re.compile("[\u4e00-\u9fff]")
_NUMERAL = re.compile(rf"[\d一二两三四五六七八九十半]|illion|\b(?:{'|'.join(NUMBER_WORDS)})\b")
_NATIONAL = re.compile("代表国务院|国务院总理|受国务院|全国人民代表大会第.{1,3}次会议")
_OPENING_LENGTH = 600
_PARAGRAPH_OPENING = 40


class _Sentence(NamedTuple):
    """A sentence in clean coordinates, its paragraph's opening, the numbers of its items."""

    text: str
    opening: str
    start: int
    items: tuple[int, ...]


def find_targets(clean_text: CleanText, items: tuple[Item, ...]) -> tuple[Target, ...]:
    """Every figure that the forward-looking items set as an aim, in order.

    ``城镇新增就业1100万人以上`` gives the indicator 城镇新增就业 with ``>=`` 1100
    万人; the span covers the indicator and its figure.
    """
    is_national = _is_national(clean_text)
    return tuple(
        _target(reading, number, span, is_national=is_national)
        for sentence in _sentences(clean_text, items, _is_forward)
        for reading, number, span in _placed(clean_text, items, sentence, _readings(sentence))
        if items[number].kind.is_forward
    )


def find_results(clean_text: CleanText, items: tuple[Item, ...]) -> tuple[Result, ...]:
    """Every figure that the items report as reached, in order.

    ``去年粮食产量62万吨`` gives the indicator 粮食产量 with ``=`` 62 万吨, as a
    target of these words would be read.
    """
    is_national = _is_national(clean_text)
    periods = PeriodReader(clean_text.text)
    results = []
    for sentence in _sentences(clean_text, items, _is_result):
        is_chinese = bool(_HAN.search(sentence.text))
        readings = _reports(sentence.text, is_chinese=is_chinese)
        for reading, number, span in _placed(clean_text, items, sentence, readings):
            if _is_result(items[number]):
                place = sentence.start + reading.place
                named = periods.period_at(place) if is_chinese else english_period(sentence.text)
                period = named or ""
                results.append(_result(reading, number, span, period, is_national=is_national))
    return tuple(results)


def _is_national(clean_text: CleanText) -> bool:
    return bool(_NATIONAL.search(clean_text.text, 0, _OPENING_LENGTH))


def _is_forward(item: Item) -> bool:
    return item.kind.is_forward


def _is_result(item: Item) -> bool:
    return item.kind is Kind.RESULT


def _sentences(
    clean_text: CleanText, items: tuple[Item, ...], is_wanted: Callable[[Item], bool]
) -> Iterator[_Sentence]:
    """The sentences with a number and a wanted item.

    A sentence is read whole, since 增长6.5% says what grows only in the clause
    before, be that a target or not.
    """
    for _, group in groupby(range(len(items)), key=lambda number: items[number].sentence):
        numbers = tuple(group)
        if not any(is_wanted(items[number]) for number in numbers):
            continue
        start = bisect_left(clean_text.offsets, items[numbers[0]].span.start)
        end = bisect_left(clean_text.offsets, items[numbers[-1]].span.end)
        text = clean_text.text[start:end]
        if _NUMERAL.search(text):
            yield _Sentence(text, _opening(clean_text.text, start), start, numbers)


def _opening(text: str, start: int) -> str:
    """How the paragraph opens that a sentence at this place stands in."""
    paragraph = text.rfind("\n", 0, start) + 1
    return text[paragraph : min(start, paragraph + _PARAGRAPH_OPENING)]


def _placed(
    clean_text: CleanText,
    items: tuple[Item, ...],
    sentence: _Sentence,
    readings: Iterator[Reading],
) -> Iterator[tuple[Reading, int, Span]]:
    """Each reading with the number of its item and its span there."""
    starts = [items[number].span.start for number in sentence.items]
    for reading in readings:
        place = clean_text.offsets[sentence.start + reading.place]
        number = sentence.items[bisect_right(starts, place) - 1]
        span = clean_text.source_span(sentence.start + reading.start, sentence.start + reading.end)
        yield reading, number, _within(span, items[number].span)


def _readings(sentence: _Sentence) -> Iterator[Reading]:
    if _HAN.search(sentence.text):
        return read_chinese(sentence.text, sentence.opening)
    return read_english(sentence.text)


def _reports(sentence: str, *, is_chinese: bool) -> Iterator[Reading]:
    if is_chinese:
        return read_chinese(sentence, is_wanted=is_measure)
    return read_english_reports(sentence)


def _within(span: Span, item: Span) -> Span:
    """The part of a target's words that stands in its item."""
    return Span(max(span.start, item.start), min(span.end, item.end))


def _target(reading: Reading, item: int, span: Span, *, is_national: bool) -> Target:
    return Target(
        item=item,
        span=span,
        indicator=_indicator(reading, is_national=is_national),
        comparator=reading.comparator,
        value=reading.value,
        value_hi=reading.value_hi,
        unit=reading.unit,
        strength=reading.strength,
        baseline=reading.baseline,
        deadline=reading.deadline,
    )


def _result(reading: Reading, item: int, span: Span, period: str, *, is_national: bool) -> Result:
    """The result a reading gives; 下降3% of what should grow is a growth of -3%."""
    name = AROUND_REPORTED.sub("", reading.indicator)
    growth = growth_of_a_fall(name)
    named = replace(reading, indicator=growth or name)
    return Result(
        item=item,
        span=span,
        indicator=_indicator(named, is_national=is_national),
        comparator=reading.comparator,
        value=-reading.value if growth else reading.value,
        value_hi=reading.value_hi,
        unit=reading.unit,
        period=period,
    )


def _indicator(reading: Reading, *, is_national: bool) -> str:
    name = reading.indicator
    return name.replace("地区生产总值", "国内生产总值") if is_national else name
