"""Candidates: the pairs of items worth a closer look."""

import numpy as np

from policydiff.align.grams import Matrix, WeightedItems
from policydiff.model import Document, Item, Kind, LinkType

MOST_PER_ITEM = 8
"""How many counterparts an item may bring in; the right one stands lower in under 2 % of cases."""

Pair = tuple[int, int]


def find_candidates(
    old: Document, new: Document, weights: WeightedItems, link_type: LinkType
) -> tuple[Pair, ...]:
    """The pairs of item positions that share rare grams, each once, in order.

    A pair is a candidate if either item is among the other's nearest.
    """
    rows = [index for index, item in enumerate(old.items) if item.kind.is_forward]
    columns = [index for index, item in enumerate(new.items) if _may_answer(item, link_type)]
    if not rows or not columns:
        return ()
    likeness = _likeness(weights)[np.ix_(rows, columns)]
    is_near = _nearest(likeness) | _nearest(likeness.T).T
    found = np.argwhere(is_near & (likeness > 0))
    return tuple((rows[row], columns[column]) for row, column in found.tolist())


def _may_answer(item: Item, link_type: LinkType) -> bool:
    return item.kind.is_forward if link_type is LinkType.CARRY else item.kind is Kind.RESULT


def _likeness(weights: WeightedItems) -> Matrix:
    """The shared weight squared, relative to what the two items weigh."""
    product = weights.old_mass[:, None] * weights.new_mass[None, :]
    square = weights.shared * weights.shared
    likeness: Matrix = np.divide(square, product, out=np.zeros_like(product), where=product > 0)
    return likeness


def _nearest(likeness: Matrix) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
    """Which columns are among each row's most alike; ties go to the earlier column."""
    order = np.argsort(-likeness, axis=1, kind="stable")[:, :MOST_PER_ITEM]
    is_near = np.zeros(likeness.shape, dtype=np.bool_)
    np.put_along_axis(is_near, order, values=True, axis=1)
    return is_near
