"""Grams: the letters of an item that matching looks at, weighted by how rare they are."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from math import log

from policydiff.model import Document, Item

_RUN = re.compile(r"[一-鿿]+|[A-Za-z]+|\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class WeightedItems:
    """The grams of every item of two documents, and each gram's weight.

    ``old[i]`` holds the grams of ``old.items[i]``; ``weight`` is the inverse
    document frequency of a gram over the items of both documents.
    """

    old: tuple[frozenset[str], ...]
    new: tuple[frozenset[str], ...]
    weight: dict[str, float]

    def mass(self, grams: Iterable[str]) -> float:
        """The summed weight of some grams."""
        weight = self.weight
        return sum(sorted(weight[gram] for gram in grams if gram in weight))


def weigh_items(old: Document, new: Document) -> WeightedItems:
    """The weighted grams of two documents' items."""
    old_grams = tuple(grams_of(item.plain) for item in old.items)
    new_grams = tuple(grams_of(item.plain) for item in new.items)
    frequency = Counter(gram for grams in (*old_grams, *new_grams) for gram in grams)
    total = len(old_grams) + len(new_grams)
    weight = {gram: log((total + 1) / (count + 0.5)) for gram, count in frequency.items()}
    return WeightedItems(old_grams, new_grams, weight)


def item_grams(items: Iterable[Item]) -> frozenset[str]:
    """The grams of several items together."""
    return frozenset().union(*(grams_of(item.plain) for item in items))


@lru_cache(maxsize=65536)
def grams_of(plain: str) -> frozenset[str]:
    """The grams of a text: 汉字 in pairs, Latin words whole and in lower case, numbers whole."""
    grams: set[str] = set()
    for run in _RUN.findall(plain):
        if run[0] < "一":
            grams.add(run.lower())
        elif len(run) == 1:
            grams.add(run)
        else:
            grams.update(run[position : position + 2] for position in range(len(run) - 1))
    return frozenset(grams)
