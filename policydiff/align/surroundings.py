"""The second look: what the first scores say of the pairs around a pair.

A pair whose neighbours go together, and which has no better rival, is more
likely to belong together than its own words tell.
"""

from collections import Counter
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from policydiff.align.evidence import Column, Evidence, Setting
from policydiff.model import Document

FIRST_LOOK = "first_look"
"""The sign that holds the log-odds of the first look."""

_WHOLE = 10_000
"""Scores are summed as whole numbers of this part, so that sums are exact in any order."""

_NEIGHBOURS = (
    *((-1, -1), (1, 1), (-1, 1), (1, -1), (-2, -2), (2, 2)),
    *((-1, 0), (1, 0), (0, -1), (0, 1), (-2, -1), (-1, -2), (2, 1), (1, 2)),
)

_Indices = npt.NDArray[np.intp]
_Table = npt.NDArray[np.int64]


def look_again(setting: Setting, evidence: Evidence, scores: Column) -> Evidence:
    """The evidence with the signs added that first scores give."""
    old = np.array([pair[0] for pair in evidence.pairs], dtype=np.intp)
    new = np.array([pair[1] for pair in evidence.pairs], dtype=np.intp)
    own = np.round(scores * _WHOLE).astype(np.int64)
    table = np.zeros((len(setting.old.items), len(setting.new.items)), dtype=np.int32)
    table[old, new] = own
    chances = np.clip(scores, 1e-4, 1 - 1e-4)
    signs = {
        FIRST_LOOK: np.log(chances / (1 - chances)),
        "linked_neighbours": _linked_neighbours(table, old, new),
        **_rivalry(own, old, new),
        "linked_sentences": _linked_groups(setting, evidence, own, "sentence"),
        "linked_paragraphs": _linked_groups(setting, evidence, own, "paragraph"),
        "linked_sections": _linked_groups(setting, evidence, own, "section"),
    }
    return Evidence(evidence.pairs, {**evidence.signs, **signs})


def _linked_neighbours(table: npt.NDArray[np.int32], old: _Indices, new: _Indices) -> Column:
    """The best score among the pairs just around."""
    padded = np.pad(table, 2)
    around = [padded[old + 2 + i, new + 2 + j] for i, j in _NEIGHBOURS]
    best: Column = np.max(np.stack(around), axis=0) / _WHOLE
    return best


def _rivalry(own: _Table, old: _Indices, new: _Indices) -> dict[str, Column]:
    """How a pair stands among all pairs of its old and of its new item."""
    sides = _standing(own, old), _standing(own, new)
    leads, ranks, rivals = (np.stack(values) for values in zip(*sides, strict=True))
    return {
        "lead": leads.min(axis=0) / _WHOLE,
        "best_lead": leads.max(axis=0) / _WHOLE,
        "rank": ranks.max(axis=0).astype(np.float64),
        "best_rank": ranks.min(axis=0).astype(np.float64),
        "rivals": rivals.max(axis=0) / _WHOLE,
        "fewest_rivals": rivals.min(axis=0) / _WHOLE,
    }


class _Standing(NamedTuple):
    """Each pair among the pairs of its item.

    ``lead`` is by how much it leads the best other pair, or trails the best;
    ``rank`` how many score higher; ``rivals`` what the others score together.
    """

    lead: _Table
    rank: _Table
    rivals: _Table


def _standing(own: _Table, items: _Indices) -> _Standing:
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
    return _Standing(lead, rank, _sums(own, items)[items] - own)


def _sums(own: _Table, items: _Indices) -> _Table:
    sums = np.zeros(int(items.max()) + 1, dtype=np.int64)
    np.add.at(sums, items, own)
    return sums


def _linked_groups(setting: Setting, evidence: Evidence, own: _Table, group: str) -> Column:
    """How much the rest of the two sentences, paragraphs or sections is linked, for their size."""
    old_groups, new_groups = _groups(setting.old, group), _groups(setting.new, group)
    sizes = Counter(old_groups), Counter(new_groups)
    keys = [(old_groups[i], new_groups[j]) for i, j in evidence.pairs]
    sums: Counter[tuple[int, int]] = Counter()
    for key, score in zip(keys, own.tolist(), strict=True):
        sums[key] += score
    rest = np.array([sums[key] for key in keys], dtype=np.int64) - own
    smaller = np.array([min(sizes[0][i], sizes[1][j]) for i, j in keys], dtype=np.int64)
    return rest / (smaller * _WHOLE)


def _groups(document: Document, group: str) -> list[int]:
    return [getattr(item, group) for item in document.items]
