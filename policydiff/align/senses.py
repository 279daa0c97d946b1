"""Senses: the signs that items, and what stands around them, say the same in other words."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from policydiff.align.around import best_around, groups_of
from policydiff.align.grams import Matrix
from policydiff.align.meaning import Meanings, alike, sums_of
from policydiff.align.rivals import Column, Indices, rivalry
from policydiff.model import Document

DECIMALS = 4

_WHOLE = 10_000
_AROUND = ((-1, -1), (1, 1), (-1, 1), (1, -1))


@dataclass(frozen=True, slots=True)
class _Usual:
    """How alike an item is to all items of the other document: the mean and the deviation."""

    mean: Column
    deviation: Column


@dataclass(frozen=True, slots=True)
class _Groups:
    """The group of each old and new item, and how alike the groups are, nan where unknown."""

    old: Indices
    new: Indices
    alike: Matrix


@dataclass(frozen=True, slots=True)
class Senses:
    """What two documents' items and what stands around them mean, for whatever pair is asked."""

    meanings: Meanings
    usual: tuple[_Usual, _Usual]
    groups: dict[str, _Groups]


def senses_of(old: Document, new: Document, meanings: Meanings) -> Senses:
    """The senses of two documents, from their items' meanings."""
    exact = meanings.alike.astype(np.float64)
    groups = {
        group: _groups(groups_of(old, group), groups_of(new, group), meanings)
        for group in ("sentence", "paragraph", "section")
    }
    return Senses(meanings, (_usual(exact, 1), _usual(exact, 0)), groups)


def _usual(likeness: npt.NDArray[np.float64], axis: int) -> _Usual:
    mean = likeness.mean(axis=axis, keepdims=True)
    return _Usual(mean.squeeze(axis), np.maximum(likeness.std(axis=axis, mean=mean), 1e-9))


def _groups(old: Indices, new: Indices, meanings: Meanings) -> _Groups:
    vectors = sums_of(meanings.old, old), sums_of(meanings.new, new)
    unknown = np.full((len(vectors[0]), len(vectors[1])), np.nan, dtype=np.float32)
    return _Groups(old, new, alike(*vectors, unknown))


def sense_signs(senses: Senses, old: Indices, new: Indices) -> dict[str, Column]:
    """The signs of candidate pairs that rest on meaning."""
    likeness = senses.meanings.alike
    own = likeness[old, new]
    stands = rivalry(np.round(own * _WHOLE).astype(np.int64), old, new)
    signs: dict[str, Matrix | Column] = {
        "meaning": own,
        "meaning_object": senses.meanings.objects[old, new],
        "meaning_around": best_around(likeness, old, new, _AROUND),
        "meaning_contrast": _contrast(senses, own.astype(np.float64), old, new),
        "meaning_lead": stands.lead / _WHOLE,
        "meaning_best_lead": stands.best_lead / _WHOLE,
        "meaning_rank": stands.rank,
        "meaning_best_rank": stands.best_rank,
    }
    for name, groups in senses.groups.items():
        found = groups.alike[groups.old[old], groups.new[new]]
        signs[f"meaning_{name}s"] = np.where(np.isnan(found), own, found)
    return {name: _rounded(column) for name, column in signs.items()}


def _rounded(column: Matrix | Column) -> Column:
    return column.astype(np.float64).round(DECIMALS)


def _contrast(senses: Senses, own: Column, old: Indices, new: Indices) -> Column:
    """By how many standard deviations a pair is more alike than its items are to any, at least."""
    contrast: Column = np.minimum(
        *(
            (own - usual.mean[items]) / usual.deviation[items]
            for usual, items in zip(senses.usual, (old, new), strict=True)
        )
    )
    return contrast
