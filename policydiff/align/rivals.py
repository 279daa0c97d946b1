"""Rivals: how a pair stands among all pairs of its old and of its new item."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Indices = npt.NDArray[np.intp]
Whole = npt.NDArray[np.int64]


class Standing(NamedTuple):
    """Each pair among the pairs of its item.

    ``lead`` is by how much it leads the best other pair, or trails the best;
    ``rank`` how many score higher; ``rivals`` what the others score together.
    """

    lead: Whole
    rank: Whole
    rivals: Whole


def standing(own: Whole, items: Indices) -> Standing:
    """How each pair's own score stands among those of the pairs with the same item."""
    order = np.lexsort((-own, items))
    ranked, scores = items[order], own[order]
    places = np.arange(len(order))
    is_best = np.diff(ranked, prepend=-1) != 0
    is_lower = is_best | (np.diff(scores, prepend=-1) != 0)
    bests = np.maximum.accumulate(np.where(is_best, places, 0))
    equals = np.maximum.accumulate(np.where(is_lower, places, 0))
    seconds = np.minimum(bests + 1, len(order) - 1)
    second = np.where((ranked[seconds] == ranked) & (seconds > bests), scores[seconds], 0)
    best = scores[bests]
    lead, rank = np.empty_like(own), np.empty_like(own)
    lead[order] = scores - np.where(scores >= best, second, best)
    rank[order] = equals - bests
    return Standing(lead, rank, _sums(own, items)[items] - own)


def _sums(own: Whole, items: Indices) -> Whole:
    sums = np.zeros(int(items.max()) + 1, dtype=np.int64)
    np.add.at(sums, items, own)
    return sums
