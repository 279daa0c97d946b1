"""Article pairs: which articles of two versions of a law, or of terms, are the same provision.

The text decides. Where a provision stands is a weak sign: versions keep their
order but for a few moves, so an article may be less alike its counterpart if
both stand between the same two sure pairs. The number is none: it changes
with every insertion.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import log
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from policydiff.align.grams import grams_of, shared_weight
from policydiff.lexicon.articles import REFERENCE

SURE_LIKENESS = 0.5
"""Articles this alike, each the other's most alike, are surely the same."""

LEAST_IN_PLACE = 0.25
"""Articles between the same sure pairs may share this little: below it they only share a topic."""

LEAST_AT_ENDS = 0.15
"""The first articles (the purpose) and the last (when the law starts) may share less still."""

LEAST_ELSEWHERE = 0.36
"""Articles anywhere else; a longer document holds more that is alike by chance."""

LEAST_TAKEN_UP = 0.6
"""Of an article without counterpart, the share of its words that another takes up with its own."""

LEAST_ALONE = 0.15
"""Of such an article, the share of its words that only it and the other have."""

IN_PLACE_BONUS = 0.1
"""What standing in its place is worth when several could be the counterpart."""

WEIGHT_SCALE = 1000

_Matrix = npt.NDArray[np.float64]
_Side = Sequence[frozenset[str]]


class ArticlePair(NamedTuple):
    """The positions of two articles that are one provision, or of which one takes up the other."""

    old: int
    new: int
    score: float


@dataclass(frozen=True, slots=True)
class _Likeness:
    """How alike articles are, and how much of the old is in the new and the other way round."""

    both: _Matrix
    of_old: _Matrix
    of_new: _Matrix


def pair_articles(old: Sequence[str], new: Sequence[str]) -> tuple[ArticlePair, ...]:
    """The pairs of articles, in order, given the articles' texts.

    An article may stand in several pairs: it was split, or others were merged
    into it. One in no pair was inserted or deleted.
    """
    if not old or not new:
        return ()
    sides = [_grams(text) for text in old], [_grams(text) for text in new]
    weight = _weights(*sides)
    likeness = _likeness(*sides, weight)
    in_place = _in_place(_backbone(_sure_pairs(likeness.both)), likeness.both.shape)
    chosen = _one_to_one(likeness.both, in_place)
    partners = {pair.old: pair.new for pair in chosen}, {pair.new: pair.old for pair in chosen}
    merged = _taken_up(likeness.of_old, sides, weight, partners)
    split = _taken_up(likeness.of_new.T, sides[::-1], weight, partners[::-1])
    merged_pairs = {ArticlePair(own, other, share) for own, other, share in merged}
    split_pairs = {ArticlePair(other, own, share) for own, other, share in split}
    return tuple(sorted({*chosen, *merged_pairs, *split_pairs}))


def _grams(text: str) -> frozenset[str]:
    """The grams of an article, its references to others aside: they change with the numbers.

    What has no grams, such as an article left empty, is one gram as it stands.
    """
    return grams_of(REFERENCE.sub("，", text)) or frozenset({text})


def _weights(old: _Side, new: _Side) -> dict[str, int]:
    """How rare each gram is among all articles."""
    counts = Counter(gram for grams in (*old, *new) for gram in grams)
    total = len(old) + len(new)
    return {
        gram: round(WEIGHT_SCALE * log((total + 1) / (count + 0.5)))
        for gram, count in counts.items()
    }


def _likeness(old: _Side, new: _Side, weight: dict[str, int]) -> _Likeness:
    shared = shared_weight(old, new, weight).astype(np.float64)
    old_mass, new_mass = (
        np.array([_mass(grams, weight) or 1 for grams in side], dtype=np.float64)
        for side in (old, new)
    )
    return _Likeness(
        both=2 * shared / (old_mass[:, None] + new_mass[None, :]),
        of_old=shared / old_mass[:, None],
        of_new=shared / new_mass[None, :],
    )


def _mass(grams: frozenset[str], weight: dict[str, int]) -> int:
    return sum(weight[gram] for gram in grams)


def _sure_pairs(likeness: _Matrix) -> list[ArticlePair]:
    """The pairs that are each other's most alike; of equals the first."""
    best_new, best_old = likeness.argmax(axis=1), likeness.argmax(axis=0)
    return [
        ArticlePair(old, int(new), float(likeness[old, new]))
        for old, new in enumerate(best_new)
        if best_old[new] == old and likeness[old, new] >= SURE_LIKENESS
    ]


def _backbone(pairs: Sequence[ArticlePair]) -> list[ArticlePair]:
    """The heaviest run of pairs that stand in the same order in both documents."""
    if not pairs:
        return []
    old, new, score = (np.array(column) for column in zip(*sorted(pairs), strict=True))
    weight, before = score.astype(np.float64), np.full(len(pairs), -1)
    for index in range(1, len(pairs)):
        allowed = np.where(
            (old[:index] < old[index]) & (new[:index] < new[index]), weight[:index], 0.0
        )
        best = _greatest(allowed, old[:index] + new[:index])
        if allowed[best] > 0:
            weight[index] += allowed[best]
            before[index] = best
    run, place = [], _greatest(weight, old + new)
    while place >= 0:
        run.append(ArticlePair(int(old[place]), int(new[place]), float(score[place])))
        place = int(before[place])
    return run[::-1]


def _greatest(weight: _Matrix, place: _Matrix) -> int:
    """The index of the greatest weight; of equals the one placed last, whichever side is old."""
    return int(np.lexsort((place, weight))[-1])


def _in_place(backbone: Sequence[ArticlePair], shape: tuple[int, ...]) -> npt.NDArray[np.bool_]:
    """Whether two articles stand between the same two pairs of the backbone, or are one of them."""
    gaps = (
        np.searchsorted(np.array(places, dtype=np.intp), np.arange(size), side="right")
        for places, size in zip(
            ([pair.old for pair in backbone], [pair.new for pair in backbone]), shape, strict=True
        )
    )
    old, new = gaps
    same: npt.NDArray[np.bool_] = old[:, None] == new[None, :]
    return same


def _one_to_one(likeness: _Matrix, in_place: npt.NDArray[np.bool_]) -> list[ArticlePair]:
    """Each article with its counterpart, the best first; ties go to the earlier."""
    worth = likeness + IN_PLACE_BONUS * in_place
    least = np.where(in_place, LEAST_IN_PLACE, LEAST_ELSEWHERE)
    least[0, 0] = least[-1, -1] = LEAST_AT_ENDS
    rows, columns = np.nonzero(likeness >= least)
    chosen: list[ArticlePair] = []
    taken: tuple[set[int], set[int]] = (set(), set())
    for place in np.lexsort((rows + columns, -np.round(worth[rows, columns], 9))):
        old, new = int(rows[place]), int(columns[place])
        if old not in taken[0] and new not in taken[1]:
            chosen.append(ArticlePair(old, new, float(likeness[old, new])))
            taken[0].add(old)
            taken[1].add(new)
    return chosen


def _taken_up(
    share: _Matrix,
    sides: tuple[_Side, _Side],
    weight: dict[str, int],
    partners: tuple[dict[int, int], dict[int, int]],
) -> list[tuple[int, int, float]]:
    """The articles without counterpart that stand in one of the other side, which holds more.

    ``share[own, other]`` is how much of the one stands in the other. What the
    other's counterpart says as well is no sign: that has not come from here.
    """
    found = []
    for own in sorted(set(range(len(sides[0]))) - partners[0].keys()):
        other = int(share[own].argmax())
        if share[own, other] < LEAST_TAKEN_UP:
            continue
        partner = partners[1].get(other)
        common = sides[0][own] & sides[1][other]
        alone = common - sides[0][partner] if partner is not None else common
        if _mass(alone, weight) >= LEAST_ALONE * _mass(sides[0][own], weight):
            found.append((own, other, float(share[own, other])))
    return found
