"""Repeats: promises that stand word for word in both documents."""

from collections import defaultdict

from policydiff.align.candidates import Pair
from policydiff.lexicon.clauses import PUNCTUATION
from policydiff.model import Document


def find_repeats(old: Document, new: Document) -> frozenset[Pair]:
    """The pairs of forward-looking items with the same words, whatever else speaks for them.

    Where words stand several times, the first pairs with the first, and so on;
    what is left over on one side pairs with the last on the other.
    """
    old_places, new_places = _places(old), _places(new)
    return frozenset(
        pair
        for words in old_places.keys() & new_places.keys()
        for pair in _in_turn(old_places[words], new_places[words])
    )


def _places(document: Document) -> dict[str, list[int]]:
    """The positions of the forward-looking items by their words."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for index, item in enumerate(document.items):
        if item.kind.is_forward:
            places[PUNCTUATION.sub("", item.plain) or item.plain].append(index)
    return places


def _in_turn(old: list[int], new: list[int]) -> list[Pair]:
    count = max(len(old), len(new))
    return [(old[min(k, len(old) - 1)], new[min(k, len(new) - 1)]) for k in range(count)]
