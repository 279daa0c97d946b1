"""Figures of one thing in two documents that cannot be compared, and why."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from policydiff.lexicon.indicator_keys import is_generic
from policydiff.model import Document, Mismatch, NotComparable, Target, TargetChange
from policydiff.targets.due import are_due_alike, due_times
from policydiff.targets.figures import unit_family
from policydiff.targets.forms import Form, form_of, thing_key, thing_of

_RATES = frozenset({Form.GROWTH, Form.FALL})
_REASONS = tuple(Mismatch)


class _Pairing(NamedTuple):
    """Two figures of one thing, the better the smaller."""

    rank: int
    distance: int
    old: int
    new: int


def find_not_comparable(
    old: Document, new: Document, changes: Iterable[TargetChange]
) -> tuple[NotComparable, ...]:
    """The figures no change speaks of that stand on both sides in another form.

    进出口总额 is to grow by 5% in one year and to reach 900亿元 in another: neither
    figure vanished, and neither says how the other moved. Every target is in at
    most one pair, in the order of the old document.
    """
    taken_old = {change.old for change in changes}
    taken_new = {change.new for change in changes}
    found = []
    for pairing in sorted(_pairings(old, new)):
        if pairing.old in taken_old or pairing.new in taken_new:
            continue
        taken_old.add(pairing.old)
        taken_new.add(pairing.new)
        found.append(NotComparable(pairing.old, pairing.new, _REASONS[pairing.rank]))
    return tuple(sorted(found, key=lambda pair: pair.old))


def _pairings(old: Document, new: Document) -> Iterator[_Pairing]:
    old_dues, new_dues = due_times(old), due_times(new)
    by_key = defaultdict(list)
    for number, target in enumerate(new.targets):
        by_key[thing_key(target)].append(number)
    for place, target in enumerate(old.targets):
        if is_generic(thing_of(target)):
            continue
        for number in by_key[thing_key(target)]:
            is_due_alike = are_due_alike(old, new, old_dues[place], new_dues[number])
            reason = mismatch(target, new.targets[number], is_due_alike=is_due_alike)
            if reason:
                yield _Pairing(_REASONS.index(reason), abs(number - place), place, number)


def mismatch(old: Target, new: Target, *, is_due_alike: bool) -> Mismatch | None:
    """Why two figures of one thing cannot be compared, if there is one reason alone."""
    forms = {form_of(old), form_of(new)}
    is_one_unit = unit_family(old.unit) == unit_family(new.unit)
    if not is_due_alike:
        return Mismatch.PERIODS if len(forms) == 1 and is_one_unit else None
    if len(forms) == 1:
        return None if is_one_unit else Mismatch.UNITS
    if Form.TOTAL in forms:
        return Mismatch.PERIODS if is_one_unit and not forms & _RATES else None
    if Form.LEVEL not in forms:
        return None
    if forms & _RATES:
        return Mismatch.RATE_AND_LEVEL
    return Mismatch.RISE_AND_LEVEL if Form.RISE in forms and is_one_unit else None
