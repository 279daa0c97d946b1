"""Grams: the letters of an item that matching looks at, weighted by how rare they are.

Weights are whole numbers, so that sums of them are exact and come out the
same in whatever order a machine adds them up.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log

import numpy as np
import numpy.typing as npt

from policydiff.align.background import background
from policydiff.lexicon.stock import STOCK_PHRASE
from policydiff.model import Document

SCALE = 1000
"""A gram's weight is its inverse document frequency times this, rounded."""

PRIOR_ITEMS = 600
"""Reports at large count as much as so many items, about as many as one report holds."""

_RUN = re.compile(r"[一-鿿]+|[A-Za-z]+|\d+(?:\.\d+)?")

Matrix = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class WeightedItems:
    """How much weight of grams the items of two documents share.

    ``old[i]`` holds the grams of ``old.items[i]``; ``shared[i, j]`` is the
    weight that items i and j have in common, ``old_mass`` and ``new_mass``
    what each weighs by itself; ``dice`` relates the two, 0 to 1.
    """

    old: tuple[frozenset[str], ...]
    new: tuple[frozenset[str], ...]
    weight: dict[str, int]
    shared: Matrix
    old_mass: Matrix
    new_mass: Matrix
    dice: Matrix


def weigh_items(old: Document, new: Document) -> WeightedItems:
    """The weighted grams of two documents' items."""
    old_grams = tuple(grams_of(item.plain) for item in old.items)
    new_grams = tuple(grams_of(item.plain) for item in new.items)
    frequency = Counter(gram for grams in (*old_grams, *new_grams) for gram in grams)
    usual = background(old.language) if old.language == new.language else {}
    counted = PRIOR_ITEMS if usual else 0
    total = len(old_grams) + len(new_grams) + counted
    weight = {
        gram: round(SCALE * log((total + 1) / (count + counted * usual.get(gram, 0.0) + 0.5)))
        for gram, count in frequency.items()
    }
    shared = shared_weight(old_grams, new_grams, weight)
    masses = _masses(old_grams, weight), _masses(new_grams, weight)
    return WeightedItems(old_grams, new_grams, weight, shared, *masses, _dice(shared, *masses))


def dice_of(
    old: Sequence[frozenset[str]], new: Sequence[frozenset[str]], weight: dict[str, int]
) -> Matrix:
    """Twice the shared weight over the summed weights, for every pair of sets of grams."""
    shared = shared_weight(old, new, weight)
    return _dice(shared, _masses(old, weight), _masses(new, weight))


def _dice(shared: Matrix, old_mass: Matrix, new_mass: Matrix) -> Matrix:
    total = old_mass[:, None] + new_mass[None, :]
    dice: Matrix = np.divide(2 * shared, total, out=np.zeros_like(total), where=total > 0)
    return dice


def shared_weight(
    old: Sequence[frozenset[str]], new: Sequence[frozenset[str]], weight: dict[str, int]
) -> Matrix:
    """The weight that each old set of grams shares with each new one."""
    holders = _holders(new)
    shared = np.zeros((len(old), len(new)), dtype=np.float32)
    for row, grams in enumerate(old):
        common = [gram for gram in grams if gram in holders]
        if common:
            columns = [holders[gram] for gram in common]
            weights = [weight.get(gram, 0) for gram in common]
            spread = np.repeat(weights, [len(each) for each in columns])
            shared[row] = np.bincount(np.concatenate(columns), spread, len(new))
    return shared


def _holders(sets: Sequence[frozenset[str]]) -> dict[str, list[int]]:
    """The positions of the sets that hold each gram."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for position, grams in enumerate(sets):
        for gram in grams:
            holders[gram].append(position)
    return holders


def _masses(sets: Sequence[frozenset[str]], weight: dict[str, int]) -> Matrix:
    sums = [sum(weight.get(gram, 0) for gram in grams) for grams in sets]
    return np.array(sums, dtype=np.float32)


def without_stock(plain: str) -> str:
    """A text without the phrases that every report holds, unless it holds nothing else."""
    rest = STOCK_PHRASE.sub("，", plain)
    return rest if _RUN.search(rest) else plain


@lru_cache(maxsize=65536)
def grams_of(plain: str) -> frozenset[str]:
    """The grams of a text: 汉字 in pairs, Latin words whole and in lower case, numbers whole."""
    grams: set[str] = set()
    for run in _RUN.findall(without_stock(plain)):
        if run[0] < "一":
            grams.add(run.lower())
        elif len(run) == 1:
            grams.add(run)
        else:
            grams.update(run[position : position + 2] for position in range(len(run) - 1))
    return frozenset(grams)
