"""Outcomes: what was promised for a year held against what the next document reports."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz

from policydiff.lexicon.indicator_keys import indicator_key, is_generic
from policydiff.lexicon.indicators import Polarity, polarity
from policydiff.model import (
    Comparator,
    Document,
    Link,
    LinkType,
    Outcome,
    Result,
    Target,
    Verdict,
)
from policydiff.targets.due import is_for_own_year
from policydiff.targets.figures import base_factor, unit_family
from policydiff.targets.indicator import change_suffix

RATE_TOLERANCE = 0.5
"""How far a rate may lie from 5%左右, in percentage points.

Governments set rates in steps of half a point and their ranges span one (6%-6.5%):
a result further away belongs to another target.
"""

LEVEL_TOLERANCE = 0.05
"""How far a level may lie from 1200万人左右, as a part of it.

Such figures are rounded to two digits, so that a twentieth is about half a step.
"""

_RATES = frozenset({"ratio", "points"})
_ROUNDING = 1e-9
_SAME_WORDS = 75
_UNPROVEN = {
    (Comparator.AT_LEAST, False): {Verdict.MISSED},
    (Comparator.AT_LEAST, True): {Verdict.MET},
    (Comparator.AT_MOST, False): {Verdict.MET, Verdict.EXCEEDED},
    (Comparator.AT_MOST, True): {Verdict.MISSED},
}
"""What a result that is itself a bound does not prove of a floor, and of a ceiling.

80%以上 may well be the 81% that was promised.
"""

# 改造棚户区 and 棚户区改造开工 share all characters of the shorter, 示范企业 and 小微企业 half.
_SAME_TOPIC = 0.7
# 30 schools are not reported by 2000 places in them.
_MOST_TIMES = 5
_SOLE = 4


class _Pairing(NamedTuple):
    """A target and a result that may be its, the better the smaller."""

    rank: int
    result: int
    target: int


def find_outcomes(
    old: Document, new: Document, links: tuple[Link, ...] = ()
) -> tuple[Outcome, ...]:
    """What came of the old document's targets for its own year, in their order.

    Only the next year's document reports on that year; any other has no outcomes.
    A result belongs to a target if the indicators agree, the units convert and
    it is for one year; vague words like 投资 need a report link as well. Where a
    linked clause holds one target and the other one result in its unit, much the
    same words will do: 改造棚户区6000套, 棚户区改造开工6035套. Every target and
    every result is in at most one outcome. A result that is itself a bound has
    none where it leaves open whether the target is reached.
    """
    if old.year is None or new.year != old.year + 1:
        return ()
    taken_targets: set[int] = set()
    taken_results: set[int] = set()
    outcomes = []
    for pairing in sorted(_pairings(old, new, links)):
        if pairing.target in taken_targets or pairing.result in taken_results:
            continue
        taken_targets.add(pairing.target)
        taken_results.add(pairing.result)
        target, result = old.targets[pairing.target], new.results[pairing.result]
        verdict, margin = judge(target, result)
        if not _leaves_open(target, result, verdict):
            outcomes.append(Outcome(pairing.target, pairing.result, verdict, margin))
    return tuple(sorted(outcomes, key=lambda outcome: outcome.target))


def judge(target: Target, result: Result) -> tuple[Verdict, float]:
    """Whether the result reaches the target, and its distance in the target's unit.

    A ceiling can be kept or broken, not exceeded for the better: less inflation
    than 3%左右 meets it. 5.5%以内 is a ceiling, and so is 5.5%左右 where lower
    is better.
    """
    factor = base_factor(target.unit)
    low = target.value
    high = low if target.value_hi is None else target.value_hi
    has_ceiling = is_ceiling(target)
    reported = _reported(result, has_ceiling=has_ceiling) * base_factor(result.unit) / factor
    margin = round(reported - min(max(reported, low), high), 6)
    slack = tolerance(target) + _ROUNDING * abs(high)
    if has_ceiling:
        return (Verdict.MISSED if margin > slack else Verdict.MET), margin
    if margin < -slack:
        return Verdict.MISSED, margin
    return (Verdict.EXCEEDED if margin > slack else Verdict.MET), margin


def _leaves_open(target: Target, result: Result, verdict: Verdict) -> bool:
    """Whether the result is a bound that does not prove the verdict."""
    return verdict in _UNPROVEN.get((result.comparator, is_ceiling(target)), ())


def is_ceiling(target: Target) -> bool:
    """Whether a figure below the target meets it."""
    if target.comparator in (Comparator.AT_MOST, Comparator.AT_LEAST):
        return target.comparator is Comparator.AT_MOST
    return polarity(target.indicator) is Polarity.LOWER


def _reported(result: Result, *, has_ceiling: bool) -> float:
    return result.value_hi if has_ceiling and result.value_hi is not None else result.value


def tolerance(target: Target) -> float:
    """How far from its figure a result may lie and still be what 左右 says, in its unit."""
    if target.comparator is not Comparator.ABOUT:
        return 0.0
    if unit_family(target.unit) in _RATES:
        return RATE_TOLERANCE / base_factor(target.unit)
    return LEVEL_TOLERANCE * abs(target.value)


def _pairings(old: Document, new: Document, links: Iterable[Link]) -> Iterator[_Pairing]:
    reported = [link for link in links if link.type is LinkType.REPORT]
    linked = {(link.old, link.new) for link in reported}
    told = {(link.old, new.items[link.new].sentence) for link in reported}
    ours = ("", str(old.year))
    yearly = [number for number, result in enumerate(new.results) if result.period in ours]
    for place, target in enumerate(old.targets):
        matching = [number for number in yearly if _comparable(target, new.results[number])]
        if not matching or not is_for_own_year(old, target):
            continue
        for number in matching:
            result = new.results[number]
            is_linked = (target.item, result.item) in linked
            if _is_same(target, result, is_linked=is_linked):
                is_reworded = target.indicator != result.indicator
                yield _Pairing(2 * is_reworded - is_linked, number, place)
            elif (target.item, new.items[result.item].sentence) in told and _are_sole(
                old, new, target, result
            ):
                yield _Pairing(_SOLE - is_linked, number, place)


def _are_sole(old: Document, new: Document, target: Target, result: Result) -> bool:
    """Whether both figures are the only ones of their clauses in their unit, of much one thing."""
    if not _is_only(target, old.targets) or not _is_only(result, new.results):
        return False
    one, other = _thing(target), _thing(result)
    shared = (Counter(one) & Counter(other)).total()
    low, high = sorted(figure.value * base_factor(figure.unit) for figure in (target, result))
    return shared >= _SAME_TOPIC * min(len(one), len(other)) > 0 and high <= _MOST_TIMES * low


def _is_only(figure: Target | Result, figures: Sequence[Target | Result]) -> bool:
    family = unit_family(figure.unit)
    rivals = (each for each in figures if each.item == figure.item)
    return [unit_family(each.unit) for each in rivals].count(family) == 1


def _thing(figure: Target | Result) -> str:
    return indicator_key(figure.indicator.removesuffix(change_suffix(figure.indicator)))[1]


def _is_same(target: Target, result: Result, *, is_linked: bool) -> bool:
    if is_linked and fuzz.ratio(target.indicator, result.indicator) >= _SAME_WORDS:
        return True
    is_named_alike = indicator_key(target.indicator) == indicator_key(result.indicator)
    return is_named_alike and (is_linked or not is_generic(target.indicator))


def _comparable(target: Target, result: Result) -> bool:
    """Whether one unit converts to the other, and both are levels or both are rises."""
    if unit_family(target.unit) != unit_family(result.unit):
        return False
    return change_suffix(target.indicator) == change_suffix(result.indicator)
