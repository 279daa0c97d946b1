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

LEAST_ELSEWHERE = 0.36
"""Articles anywhere else; a longer document holds more that is alike by chance."""

LEAST_TAKEN_UP = 0.6
"""Of an article without counterpart, the share of its words that another takes up with its own."""

IN_PLACE_BONUS = 0.1
"""What standing in its place is worth when several could be the counterpart."""

WEIGHT_SCALE = 1000

_Matrix = npt.NDArray[np.float64]


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
    likeness = _likeness([_grams(text) for text in old], [_grams(text) for text in new])
    in_place = _in_place(_backbone(_sure_pairs(likeness.both)), likeness.both.shape)
    chosen = _one_to_one(likeness.both, in_place)
    return tuple(sorted({*chosen, *_taken_up(likeness, chosen)}))


def _grams(text: str) -> frozenset[str]:
    """The grams of an article, its references to others aside: they change with the numbers."""
    return grams_of(REFERENCE.sub("，", text))


def _likeness(old: Sequence[frozenset[str]], new: Sequence[frozenset[str]]) -> _Likeness:
    counts = Counter(gram for grams in (*old, *new) for gram in grams)
    total = len(old) + len(new)
    weight = {
        gram: round(WEIGHT_SCALE * log((total + 1) / (count + 0.5)))
        for gram, count in counts.items()
    }
    shared = shared_weight(old, new, weight).astype(np.float64)
    old_mass, new_mass = (
        np.array([sum(weight[gram] for gram in grams) or 1 for grams in side], dtype=np.float64)
        for side in (old, new)
    )
    return _Likeness(
        both=2 * shared / (old_mass[:, None] + new_mass[None, :]),
        of_old=shared / old_mass[:, None],
        of_new=shared / new_mass[None, :],
    )


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
        best = int(allowed.argmax())
        if allowed[best] > 0:
            weight[index] += allowed[best]
            before[index] = best
    run, place = [], int(weight.argmax())
    while place >= 0:
        run.append(ArticlePair(int(old[place]), int(new[place]), float(score[place])))
        place = int(before[place])
    return run[::-1]


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


def _taken_up(likeness: _Likeness, chosen: Sequence[ArticlePair]) -> list[ArticlePair]:
    """The articles without counterpart whose words stand in a longer one of the other document."""
    old_rest = set(range(likeness.both.shape[0])) - {pair.old for pair in chosen}
    new_rest = set(range(likeness.both.shape[1])) - {pair.new for pair in chosen}
    merged = [(old, int(likeness.of_old[old].argmax())) for old in sorted(old_rest)]
    split = [(int(likeness.of_new[:, new].argmax()), new) for new in sorted(new_rest)]
    found = [ArticlePair(*key, float(likeness.of_old[key])) for key in merged]
    found += [ArticlePair(*key, float(likeness.of_new[key])) for key in split]
    return [pair for pair in found if pair.score >= LEAST_TAKEN_UP]
