"""Candidates: the pairs of items worth a closer look."""

import numpy as np
import numpy.typing as npt

from policydiff.align.grams import Matrix, WeightedItems
from policydiff.model import Document, Item, Kind, LinkType

MOST_BY_LETTERS = 4
MOST_BY_MEANING = 5
"""How many counterparts an item may bring in; that finds 95 of 100 hand-made links."""

LEAST_MEANING = 0.3
"""Items less alike in meaning than this are no counterparts by meaning."""

Pair = tuple[int, int]
_Mask = npt.NDArray[np.bool_]


def find_candidates(
    old: Document, new: Document, weights: WeightedItems, meaning: Matrix, link_type: LinkType
) -> tuple[Pair, ...]:
    """The pairs of item positions that share rare grams or mean like things, each once, in order.

    A pair is a candidate if either item is among the other's nearest.
    """
    rows = [index for index, item in enumerate(old.items) if item.kind.is_forward]
    columns = [index for index, item in enumerate(new.items) if may_answer(item, link_type)]
    if not rows or not columns:
        return ()
    asked = np.ix_(rows, columns)
    masses = weights.old_mass[rows], weights.new_mass[columns]
    is_near = _mutual(_likeness(weights.shared[asked], *masses), MOST_BY_LETTERS, 0.0)
    is_near |= _mutual(meaning[asked], MOST_BY_MEANING, LEAST_MEANING)
    found = np.argwhere(is_near)
    return tuple((rows[row], columns[column]) for row, column in found.tolist())


def may_answer(item: Item, link_type: LinkType) -> bool:
    """Whether a link of that type may have the item at its new end."""
    return item.kind.is_forward if link_type is LinkType.CARRY else item.kind is Kind.RESULT


def _likeness(shared: Matrix, old_mass: Matrix, new_mass: Matrix) -> Matrix:
    """The shared weight squared, relative to what the two items weigh."""
    likeness: Matrix = shared * shared
    product = np.outer(old_mass, new_mass)
    return np.divide(likeness, product, out=likeness, where=product > 0)


def _mutual(likeness: Matrix, most: int, least: float) -> _Mask:
    """Which pairs are more alike than the least, and near for either side."""
    return (_nearest(likeness, most) | _nearest(likeness.T, most).T) & (likeness > least)


def _nearest(likeness: Matrix, most: int) -> _Mask:
    """Which columns are among each row's most alike, with all that are as alike as the last."""
    if likeness.shape[1] <= most:
        return np.ones(likeness.shape, dtype=np.bool_)
    last = np.partition(likeness, -most, axis=1)[:, -most]
    is_near: _Mask = likeness >= last[:, None]
    return is_near
