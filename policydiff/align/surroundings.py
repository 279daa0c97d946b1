"""The second look: what the first scores say of the pairs around a pair.

A pair whose neighbours go together, and which has no better rival, is more
likely to belong together than its own words tell.
"""

import numpy as np
import numpy.typing as npt

from policydiff.align.evidence import Column, Evidence, Setting
from policydiff.align.rivals import Indices, Whole, standing
from policydiff.model import Document

FIRST_LOOK = "first_look"
"""The sign that holds the log-odds of the first look."""

_WHOLE = 10_000
"""Scores are summed as whole numbers of this part, so that sums are exact in any order."""

_NEIGHBOURS = (
    *((-1, -1), (1, 1), (-1, 1), (1, -1), (-2, -2), (2, 2)),
    *((-1, 0), (1, 0), (0, -1), (0, 1), (-2, -1), (-1, -2), (2, 1), (1, 2)),
)


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


def _linked_neighbours(table: npt.NDArray[np.int32], old: Indices, new: Indices) -> Column:
    """The best score among the pairs just around."""
    padded = np.pad(table, 2)
    around = [padded[old + 2 + i, new + 2 + j] for i, j in _NEIGHBOURS]
    best: Column = np.max(np.stack(around), axis=0) / _WHOLE
    return best


def _rivalry(own: Whole, old: Indices, new: Indices) -> dict[str, Column]:
    """How a pair stands among all pairs of its old and of its new item."""
    sides = standing(own, old), standing(own, new)
    leads, ranks, rivals = (np.stack(values) for values in zip(*sides, strict=True))
    return {
        "lead": leads.min(axis=0) / _WHOLE,
        "best_lead": leads.max(axis=0) / _WHOLE,
        "rank": ranks.max(axis=0).astype(np.float64),
        "best_rank": ranks.min(axis=0).astype(np.float64),
        "rivals": rivals.max(axis=0) / _WHOLE,
        "fewest_rivals": rivals.min(axis=0) / _WHOLE,
    }


def _linked_groups(setting: Setting, evidence: Evidence, own: Whole, group: str) -> Column:
    """How much the rest of the two sentences, paragraphs or sections is linked, for their size."""
    places = np.array(evidence.pairs, dtype=np.intp)
    old_groups, new_groups = _groups(setting.old, group), _groups(setting.new, group)
    old, new = old_groups[places[:, 0]], new_groups[places[:, 1]]
    _, keys = np.unique(old * (new_groups.max() + 1) + new, return_inverse=True)
    sums = np.zeros(int(keys.max()) + 1, dtype=np.int64)
    np.add.at(sums, keys, own)
    sizes = np.bincount(old_groups)[old], np.bincount(new_groups)[new]
    linked: Column = (sums[keys] - own) / (np.minimum(*sizes) * _WHOLE)
    return linked


def _groups(document: Document, group: str) -> Indices:
    return np.array([getattr(item, group) for item in document.items], dtype=np.intp)
