"""Rivals: how a pair stands among all pairs of its old and of its new item."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Indices = npt.NDArray[np.intp]
Whole = npt.NDArray[np.int64]
Column = npt.NDArray[np.float64]


class Rivalry(NamedTuple):
    """How each pair stands, on the side where it stands worse and on the one where better.

    A lead is by how much a pair leads the best other pair of its item, or trails
    the best; a rank, how many pairs of the item have more.
    """

    lead: Column
    best_lead: Column
    rank: Column
    best_rank: Column


def rivalry(own: Whole | Column, old: Indices, new: Indices) -> Rivalry:
    """How the pairs of these old and new items stand by their own values."""
    sides = _standing(own, old), _standing(own, new)
    leads, ranks = (np.stack(values).astype(np.float64) for values in zip(*sides, strict=True))
    return Rivalry(leads.min(axis=0), leads.max(axis=0), ranks.max(axis=0), ranks.min(axis=0))


def _standing(own: Whole | Column, items: Indices) -> tuple[Whole | Column, Whole]:
    """The lead and the rank of each pair among the pairs with the same item."""
    order = np.lexsort((-own, items))
    ranked, values = items[order], own[order]
    places = np.arange(len(order))
    is_best = np.diff(ranked, prepend=-1) != 0
    is_lower = is_best | (np.diff(values, prepend=-1) != 0)
    bests = np.maximum.accumulate(np.where(is_best, places, 0))
    equals = np.maximum.accumulate(np.where(is_lower, places, 0))
    seconds = np.minimum(bests + 1, len(order) - 1)
    second = np.where((ranked[seconds] == ranked) & (seconds > bests), values[seconds], 0)
    best = values[bests]
    lead, rank = np.empty_like(own), np.empty(len(own), dtype=np.int64)
    lead[order] = values - np.where(values >= best, second, best)
    rank[order] = equals - bests
    return lead, rank
