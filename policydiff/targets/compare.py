"""Comparing the figures of two documents: which belong together, and how they moved."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import product
from math import isclose
from typing import NamedTuple

from rapidfuzz import fuzz

from policydiff.lexicon import english
from policydiff.lexicon.indicator_keys import indicator_key, is_generic
from policydiff.lexicon.indicators import Polarity, polarity
from policydiff.lexicon.modifiers import STRENGTHS
from policydiff.model import (
    Ambition,
    Comparator,
    Direction,
    Document,
    Link,
    LinkType,
    Target,
    TargetChange,
)
from policydiff.targets.due import are_due_alike, due_times
from policydiff.targets.figures import base_factor, unit_family
from policydiff.targets.forms import are_comparable, form_of, may_be_rise, thing_key, thing_of

# Below this two wordings of linked items share a few characters, not the thing measured:
# 新增城镇就业 and 新增城镇公厕 score 67.
_SAME_WORDS = 75
_LINKED_ONLY, _SOLE = 8, 9
# 推动800家企业上云用云 and 新增上云企业900家 share four of four characters beside their verbs;
# 示范企业 and 专精特新企业, which are other firms, two of four.
_SAME_TOPIC = 0.55
# 36 kindergartens are not followed by 8000 places in them.
_MOST_TIMES = 20

_FIRMNESS = {
    Comparator.ABOUT: 0,
    Comparator.EQUAL: 1,
    Comparator.INCREASE: 1,
    Comparator.RANGE: 2,
    Comparator.AT_LEAST: 2,
    Comparator.AT_MOST: 2,
}
_STRENGTHS = STRENGTHS | english.STRENGTHS
_FOREIGN_MONEY = frozenset(english.CURRENCIES.values())
_BOUNDS = frozenset({Comparator.AT_LEAST, Comparator.AT_MOST})


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
        pair = old.targets[pairing.old], new.targets[pairing.new]
        moved = direction(*pair)
        changes.append(TargetChange(pairing.old, pairing.new, moved, ambition(*pair, moved)))
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


def ambition(old: Target, new: Target, moved: Direction) -> Ambition | None:
    """Whether the newer figure asks more or less, given which way is better.

    Of a ceiling on something the tables do not know, 3个工作日以内, less is more.
    """
    if moved is Direction.SAME:
        return None
    better = _better(old, new)
    if better is Polarity.NEITHER:
        return None
    if moved in (Direction.TIGHTENED, Direction.LOOSENED):
        is_more = moved is Direction.TIGHTENED
    else:
        is_more = (moved is Direction.RAISED) == (better is Polarity.HIGHER)
    return Ambition.MORE if is_more else Ambition.LESS


def _better(old: Target, new: Target) -> Polarity:
    is_cap = old.comparator is new.comparator is Comparator.AT_MOST
    is_given = unit_family(old.unit) in _FOREIGN_MONEY  # up to $5 million is granted
    known = polarity(old.indicator)
    return Polarity.LOWER if is_cap and known is Polarity.HIGHER and not is_given else known


def _difference(old: Target, new: Target) -> float:
    """By how much the end that binds moved, or else the other end.

    A range promises its low end where higher is better, its high end where
    lower is: 6%-6.5% against 6%以上 is the same promise, against 5.5% lower.
    A bound has no other end.
    """
    is_lower = polarity(old.indicator) is Polarity.LOWER
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


class _Sides(NamedTuple):
    """Both documents with the due times of their targets, and the linked items."""

    old: Document
    new: Document
    old_dues: tuple[str, ...]
    new_dues: tuple[str, ...]
    linked: frozenset[tuple[int, int]]

    def are_due_alike(self, place: int, number: int) -> bool:
        """Whether an old and a new target are both for a later time or both for their year."""
        return are_due_alike(self.old, self.new, self.old_dues[place], self.new_dues[number])


def _pairings(old: Document, new: Document, links: Iterable[Link]) -> Iterator[_Pairing]:
    linked = frozenset((link.old, link.new) for link in links if link.type is LinkType.CARRY)
    sides = _Sides(old, new, due_times(old), due_times(new), linked)
    yield from _named_alike(sides)
    yield from _linked(sides)


def _named_alike(sides: _Sides) -> Iterator[_Pairing]:
    """Pairs with one indicator; vague words like 投资 need a link as well."""
    by_key = defaultdict(list)
    for number, target in enumerate(sides.new.targets):
        by_key[indicator_key(target.indicator)].append(number)
    for place, target in enumerate(sides.old.targets):
        for number in by_key[indicator_key(target.indicator)]:
            other = sides.new.targets[number]
            is_linked = (target.item, other.item) in sides.linked
            if is_generic(target.indicator) and not is_linked:
                continue
            if are_comparable(target, other) and sides.are_due_alike(place, number):
                is_due_otherwise = sides.old_dues[place] != sides.new_dues[number]
                is_reworded = target.indicator != other.indicator
                rank = 4 * is_due_otherwise + 2 * is_reworded - is_linked
                yield _Pairing(rank, abs(number - place), place, number)


def _linked(sides: _Sides) -> Iterator[_Pairing]:
    """Pairs in linked items whose words say the same, more or less."""
    old_targets, new_targets = _by_item(sides.old), _by_item(sides.new)
    for old_item, new_item in sides.linked:
        mine, others = old_targets[old_item], new_targets[new_item]
        for place, number in product(mine, others):
            if not (sides.are_due_alike(place, number) and _have_one_form(sides, place, number)):
                continue
            target, other = sides.old.targets[place], sides.new.targets[number]
            likeness = fuzz.ratio(thing_of(target), thing_of(other))
            is_sole = _is_sole(sides.old, mine, place) and _is_sole(sides.new, others, number)
            if likeness >= _SAME_WORDS:
                yield _Pairing(_LINKED_ONLY, 100 - likeness, place, number)
            elif is_sole and _share_a_topic(target, other):
                yield _Pairing(_SOLE, 100 - likeness, place, number)


def _have_one_form(sides: _Sides, place: int, number: int) -> bool:
    """Whether both figures have one measure and form; 培育20家 may be what 新增22家 is."""
    target, other = sides.old.targets[place], sides.new.targets[number]
    if unit_family(target.unit) != unit_family(other.unit):
        return False
    if form_of(target) is form_of(other):
        return True
    return may_be_rise(sides.old, target) and may_be_rise(sides.new, other)


def _is_sole(document: Document, numbers: list[int], wanted: int) -> bool:
    """Whether no other target of an item is in a measure that converts."""
    family = unit_family(document.targets[wanted].unit)
    return [unit_family(document.targets[number].unit) for number in numbers].count(family) == 1


def _share_a_topic(old: Target, new: Target) -> bool:
    """Whether the longer words have most characters of the shorter, for figures of one order."""
    one, other = thing_key(old)[1], thing_key(new)[1]
    shared = (Counter(one) & Counter(other)).total()
    low, high = sorted((_ends(old, is_lower=False)[0], _ends(new, is_lower=False)[0]))
    return shared >= _SAME_TOPIC * min(len(one), len(other)) and high <= _MOST_TIMES * low


def _by_item(document: Document) -> defaultdict[int, list[int]]:
    numbers = defaultdict(list)
    for number, target in enumerate(document.targets):
        numbers[target.item].append(number)
    return numbers
