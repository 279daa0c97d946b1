"""Comparing the figures of two documents: which belong together, and how they moved."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from math import isclose
from typing import NamedTuple

from rapidfuzz import fuzz

from policydiff.lexicon import english
from policydiff.lexicon.indicators import Ambition, ambition
from policydiff.lexicon.modifiers import RISE, STRENGTHS
from policydiff.model import (
    Comparator,
    Direction,
    Document,
    Link,
    LinkType,
    Target,
    TargetChange,
)
from policydiff.targets.figures import base_factor, unit_family
from policydiff.targets.indicator import change_suffix, indicator_key, is_generic

# Below this two wordings of linked items share a few characters, not the thing measured:
# 新增城镇就业 and 新增城镇公厕 score 67.
_SAME_WORDS = 75
_LINKED_ONLY = 8

_FIRMNESS = {
    Comparator.ABOUT: 0,
    Comparator.EQUAL: 1,
    Comparator.INCREASE: 1,
    Comparator.RANGE: 2,
    Comparator.AT_LEAST: 2,
    Comparator.AT_MOST: 2,
}
_STRENGTHS = STRENGTHS | english.STRENGTHS
_BOUNDS = frozenset({Comparator.AT_LEAST, Comparator.AT_MOST})
_YEAR = re.compile(r"20\d\d")


class _Pairing(NamedTuple):
    """Two targets that may be the same, the better the smaller."""

    rank: int
    distance: float
    old: int
    new: int


def compare_targets(
    old: Document, new: Document, links: tuple[Link, ...]
) -> tuple[TargetChange, ...]:
    """How each figure both documents name moved, in the order of the old one.

    Two figures belong together if their indicators agree and their units
    convert: 0.2亿人 and 2000万人 do, a growth rate and a level do not. Every
    target is in at most one change.
    """
    taken_old: set[int] = set()
    taken_new: set[int] = set()
    changes = []
    for pairing in sorted(_pairings(old, new, links)):
        if pairing.old in taken_old or pairing.new in taken_new:
            continue
        taken_old.add(pairing.old)
        taken_new.add(pairing.new)
        moved = direction(old.targets[pairing.old], new.targets[pairing.new])
        changes.append(TargetChange(pairing.old, pairing.new, moved))
    return tuple(sorted(changes, key=lambda change: change.old))


def direction(old: Target, new: Target) -> Direction:
    """How a figure moved, units converted; with equal figures, how firmly each binds."""
    difference = _difference(old, new)
    if difference:
        return Direction.RAISED if difference > 0 else Direction.LOWERED
    old_firmness, new_firmness = _firmness(old), _firmness(new)
    if old_firmness == new_firmness:
        return Direction.SAME
    return Direction.TIGHTENED if new_firmness > old_firmness else Direction.LOOSENED


def _difference(old: Target, new: Target) -> float:
    """By how much the end that binds moved, or else the other end.

    A range promises its low end where higher is better, its high end where
    lower is: 6%-6.5% against 6%以上 is the same promise, against 5.5% lower.
    A bound has no other end.
    """
    is_lower = ambition(old.indicator) is Ambition.LOWER
    old_ends, new_ends = _ends(old, is_lower=is_lower), _ends(new, is_lower=is_lower)
    first = new_ends[0] - old_ends[0]
    if not isclose(new_ends[0], old_ends[0], rel_tol=1e-9):
        return first
    if {old.comparator, new.comparator} & _BOUNDS or isclose(
        new_ends[1], old_ends[1], rel_tol=1e-9
    ):
        return 0.0
    return new_ends[1] - old_ends[1]


def _ends(target: Target, *, is_lower: bool) -> tuple[float, float]:
    factor = base_factor(target.unit)
    low = target.value * factor
    high = low if target.value_hi is None else target.value_hi * factor
    return (high, low) if is_lower else (low, high)


def _firmness(target: Target) -> tuple[int, int]:
    return _FIRMNESS[target.comparator], _STRENGTHS.get(target.strength, 0)


def _pairings(old: Document, new: Document, links: Iterable[Link]) -> Iterator[_Pairing]:
    linked = {(link.old, link.new) for link in links if link.type is LinkType.CARRY}
    yield from _named_alike(old, new, linked)
    yield from _linked(old, new, linked)


def _named_alike(old: Document, new: Document, linked: set[tuple[int, int]]) -> Iterator[_Pairing]:
    """Pairs with one indicator; vague words like 投资 need a link as well."""
    by_key = defaultdict(list)
    for number, target in enumerate(new.targets):
        by_key[indicator_key(target.indicator)].append(number)
    for place, target in enumerate(old.targets):
        for number in by_key[indicator_key(target.indicator)]:
            other = new.targets[number]
            is_linked = (target.item, other.item) in linked
            if is_generic(target.indicator) and not is_linked:
                continue
            if _comparable(target, other) and _are_due_alike(old, new, target, other):
                rank = _rank(old, new, target, other) - is_linked
                yield _Pairing(rank, abs(number - place), place, number)


def _rank(old: Document, new: Document, target: Target, other: Target) -> int:
    """Smaller for figures due at the same time, in the same words."""
    is_due_otherwise = due_year(old, target) != due_year(new, other)
    return 2 * (target.indicator != other.indicator) + 4 * is_due_otherwise


def _are_due_alike(old: Document, new: Document, target: Target, other: Target) -> bool:
    """Whether both are for a later time or both for their document's year."""
    due = due_year(old, target), due_year(new, other)
    if bool(due[0]) == bool(due[1]):
        return True
    return (due[0] or str(old.year)) == (due[1] or str(new.year))


def _linked(old: Document, new: Document, linked: set[tuple[int, int]]) -> Iterator[_Pairing]:
    """Pairs in linked items whose indicators share most of their words."""
    old_targets, new_targets = _by_item(old), _by_item(new)
    for old_item, new_item in linked:
        for place in old_targets[old_item]:
            for number in new_targets[new_item]:
                target, other = old.targets[place], new.targets[number]
                likeness = fuzz.ratio(target.indicator, other.indicator)
                if likeness < _SAME_WORDS or not _are_due_alike(old, new, target, other):
                    continue
                if _comparable(target, other):
                    yield _Pairing(_LINKED_ONLY, 100 - likeness, place, number)


def _by_item(document: Document) -> defaultdict[int, list[int]]:
    numbers = defaultdict(list)
    for number, target in enumerate(document.targets):
        numbers[target.item].append(number)
    return numbers


def _comparable(old: Target, new: Target) -> bool:
    """Whether one unit converts to the other, and both are levels or both are rises."""
    if unit_family(old.unit) != unit_family(new.unit) or _is_rise(old) != _is_rise(new):
        return False
    return change_suffix(old.indicator) == change_suffix(new.indicator)


def _is_rise(target: Target) -> bool:
    """Whether the figure says how many come on top, not how many there are to be."""
    return target.comparator is Comparator.INCREASE or RISE.search(target.indicator) is not None


def due_year(document: Document, target: Target) -> str:
    """The year a figure is due, empty for the document's own."""
    year = _YEAR.search(target.deadline)
    if year is None:
        return target.deadline
    return "" if year.group() == str(document.year) else year.group()
