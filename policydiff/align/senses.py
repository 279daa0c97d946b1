"""Senses: the signs that items, and what stands around them, say the same in other words."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from policydiff.align.candidates import Pair
from policydiff.align.grams import Matrix
from policydiff.align.meaning import Meanings, alike, sums_of
from policydiff.align.rivals import Indices, standing
from policydiff.model import Document

DECIMALS = 4

_WHOLE = 10_000
_AROUND = ((-1, -1), (1, 1), (-1, 1), (1, -1))

_Column = npt.NDArray[np.float64]


def sense_signs(
    old: Document, new: Document, meanings: Meanings, pairs: Sequence[Pair]
) -> dict[str, _Column]:
    """The signs of each candidate pair that rest on meaning."""
    places = np.array(pairs, dtype=np.intp).reshape(-1, 2)
    rows, columns = places[:, 0], places[:, 1]
    own = meanings.alike[rows, columns]
    padded = np.pad(meanings.alike, 1)
    around = [padded[rows + 1 + i, columns + 1 + j] for i, j in _AROUND]
    signs = {
        "meaning": own,
        "meaning_object": meanings.objects[rows, columns],
        "meaning_around": np.max(np.stack(around), axis=0),
        "meaning_contrast": _contrast(meanings.alike, rows, columns),
        **_rivals(own, rows, columns),
    }
    for group in ("sentence", "paragraph", "section"):
        signs[f"meaning_{group}s"] = _groups_alike(old, new, meanings, places, group)
    return {name: np.round(column.astype(np.float64), DECIMALS) for name, column in signs.items()}


def _contrast(likeness: Matrix, rows: Indices, columns: Indices) -> Matrix:
    """By how many standard deviations a pair is more alike than its items are to any, at least."""
    exact = likeness.astype(np.float64)
    own = exact[rows, columns]
    sides = (
        (own - exact.mean(axis=axis)[items]) / np.maximum(exact.std(axis=axis)[items], 1e-9)
        for axis, items in ((1, rows), (0, columns))
    )
    contrast: Matrix = np.minimum(*sides)
    return contrast


def _rivals(own: Matrix, rows: Indices, columns: Indices) -> dict[str, _Column]:
    whole = np.round(own * _WHOLE).astype(np.int64)
    sides = standing(whole, rows), standing(whole, columns)
    leads, ranks = (np.stack([getattr(side, name) for side in sides]) for name in ("lead", "rank"))
    return {
        "meaning_lead": leads.min(axis=0) / _WHOLE,
        "meaning_best_lead": leads.max(axis=0) / _WHOLE,
        "meaning_rank": ranks.max(axis=0).astype(np.float64),
        "meaning_best_rank": ranks.min(axis=0).astype(np.float64),
    }


def _groups_alike(
    old: Document, new: Document, meanings: Meanings, places: Indices, group: str
) -> Matrix:
    """How alike the sentences, paragraphs or sections of a pair are as a whole."""
    old_groups = [getattr(item, group) for item in old.items]
    new_groups = [getattr(item, group) for item in new.items]
    vectors = sums_of(meanings.old, old_groups), sums_of(meanings.new, new_groups)
    unknown = np.full((len(vectors[0]), len(vectors[1])), np.nan, dtype=np.float32)
    rows = np.array(old_groups, dtype=np.intp)[places[:, 0]]
    columns = np.array(new_groups, dtype=np.intp)[places[:, 1]]
    found = alike(*vectors, unknown)[rows, columns]
    own = meanings.alike[places[:, 0], places[:, 1]]
    return np.where(np.isnan(found), own, found)
