"""Grams: the letters of an item that matching looks at, weighted by how rare they are.

Weights are whole numbers, so that sums of them are exact and come out the
same in whatever order a machine adds them up.
"""

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain
from math import log

import numpy as np
import numpy.typing as npt

from policydiff.align.background import background
from policydiff.align.rivals import Column, Indices
from policydiff.lexicon.stock import STOCK_PHRASE
from policydiff.model import Document

SCALE = 1000
"""A gram's weight is its inverse document frequency times this, rounded."""

PRIOR_ITEMS = 600
"""Reports at large count as much as so many items, about as many as one report holds."""

_RUN = re.compile(r"[一-鿿]+|[A-Za-z]+|\d+(?:\.\d+)?")

Matrix = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Entries:
    """So many rows that hold grams: the row, the gram and its value there, entry by entry.

    A gram is told by a number that is the same in the rows it is held against.
    """

    rows: Indices
    grams: Indices
    values: Column
    count: int


@dataclass(frozen=True, slots=True)
class WeightedItems:
    """How much weight of grams the items of two documents share.

    ``old[i]`` holds the grams of ``old.items[i]``, ``entries`` the same of
    both documents with their weights; ``shared[i, j]`` is the weight that
    items i and j have in common, ``old_mass`` and ``new_mass`` what each
    weighs by itself; ``dice`` relates the two, 0 to 1.
    """

    old: tuple[frozenset[str], ...]
    new: tuple[frozenset[str], ...]
    weight: dict[str, int]
    entries: tuple[Entries, Entries]
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
    entries = entries_of(old_grams, weight), entries_of(new_grams, weight)
    shared = _shared(*entries)
    masses = _masses(entries[0]), _masses(entries[1])
    dice = _dice(shared, *masses)
    return WeightedItems(old_grams, new_grams, weight, entries, shared, *masses, dice)


def dice_of(
    old: Sequence[frozenset[str]], new: Sequence[frozenset[str]], weight: dict[str, int]
) -> Matrix:
    """Twice the shared weight over the summed weights, for every pair of sets of grams."""
    entries = entries_of(old, weight), entries_of(new, weight)
    return _dice(_shared(*entries), _masses(entries[0]), _masses(entries[1]))


def _dice(shared: Matrix, old_mass: Matrix, new_mass: Matrix) -> Matrix:
    dice: Matrix = 2 * shared
    total = np.add.outer(old_mass, new_mass)
    return np.divide(dice, total, out=dice, where=total > 0)


def shared_weight(
    old: Sequence[frozenset[str]], new: Sequence[frozenset[str]], weight: dict[str, int]
) -> Matrix:
    """The weight that each old set of grams shares with each new one."""
    return _shared(entries_of(old, weight), entries_of(new, weight))


def entries_of(sets: Sequence[Collection[str]], weight: Mapping[str, float]) -> Entries:
    """A row for each set, with an entry for each of its grams that has a weight."""
    places = {gram: place for place, gram in enumerate(weight)}
    known = [[places[gram] for gram in grams if gram in places] for grams in sets]
    lengths = np.fromiter(map(len, known), np.intp, len(known))
    grams = np.fromiter(chain.from_iterable(known), np.intp, lengths.sum())
    weights = np.fromiter(weight.values(), np.float64, len(weight))
    return Entries(np.repeat(np.arange(len(sets)), lengths), grams, weights[grams], len(sets))


def products(old: Entries, new: Entries) -> Column:
    """For each old and each new row the sum, over the grams of both, of value times value.

    A sum is taken in the order of the old entries.
    """
    order = np.argsort(new.grams, kind="stable")
    counts = np.bincount(new.grams, minlength=old.grams.max(initial=-1) + 1)
    starts = np.cumsum(counts) - counts
    meets = counts[old.grams]
    nth = np.arange(meets.sum()) - np.repeat(np.cumsum(meets) - meets, meets)
    met = order[np.repeat(starts[old.grams], meets) + nth]
    cells = np.repeat(old.rows, meets) * new.count + new.rows[met]
    gains = np.repeat(old.values, meets) * new.values[met]
    sums = np.bincount(cells, gains, old.count * new.count).astype(np.float64, copy=False)
    return sums.reshape(old.count, new.count)


def _shared(old: Entries, new: Entries) -> Matrix:
    return products(old, replace(new, values=np.ones_like(new.values))).astype(np.float32)


def _masses(entries: Entries) -> Matrix:
    return np.bincount(entries.rows, entries.values, entries.count).astype(np.float32)


def without_stock(plain: str) -> str:
    """A text without the phrases that every report holds, unless it holds nothing else."""
    rest = STOCK_PHRASE.sub("，", plain)
    return rest if _RUN.search(rest) else plain


@lru_cache(maxsize=16384)
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
