"""Candidates: the pairs of items worth a closer look."""

from collections import defaultdict
from collections.abc import Iterable

from policydiff.align.grams import WeightedItems
from policydiff.model import Document, Item, LinkType

MOST_PER_ITEM = 8
"""How many counterparts an item may bring in; the right one stands lower in under 2 % of cases."""

Pair = tuple[int, int]


def find_candidates(
    old: Document, new: Document, weights: WeightedItems, link_type: LinkType
) -> tuple[Pair, ...]:
    """The pairs of item positions that share rare grams, each once, in order.

    A pair is a candidate if either item is among the other's nearest.
    """
    old_items = [index for index, item in enumerate(old.items) if item.kind.is_forward]
    new_items = [index for index, item in enumerate(new.items) if _may_answer(item, link_type)]
    shared = _shared_mass(old_items, new_items, weights)
    nearest = {*_nearest(shared, by=0), *_nearest(shared, by=1)}
    return tuple(sorted(nearest))


def _may_answer(item: Item, link_type: LinkType) -> bool:
    return item.kind.is_forward if link_type is LinkType.CARRY else item.kind == "result"


def _shared_mass(
    old_items: Iterable[int], new_items: Iterable[int], weights: WeightedItems
) -> dict[Pair, float]:
    """How much weight each pair shares, relative to what the two weigh."""
    postings: defaultdict[str, list[int]] = defaultdict(list)
    for index in new_items:
        for gram in weights.new[index]:
            postings[gram].append(index)
    shared: dict[Pair, float] = {}
    new_mass = [weights.mass(grams) for grams in weights.new]
    for index in old_items:
        sums: defaultdict[int, float] = defaultdict(float)
        for gram in sorted(weights.old[index]):
            weight = weights.weight[gram]
            for other in postings.get(gram, ()):
                sums[other] += weight
        own = weights.mass(weights.old[index])
        for other, value in sums.items():
            shared[index, other] = round(value * value / (own * new_mass[other]), 9)
    return shared


def _nearest(shared: dict[Pair, float], *, by: int) -> Iterable[Pair]:
    groups: defaultdict[int, list[Pair]] = defaultdict(list)
    for pair in shared:
        groups[pair[by]].append(pair)
    for pairs in groups.values():
        pairs.sort(key=lambda pair: (-shared[pair], pair))
        yield from pairs[:MOST_PER_ITEM]
