"""Meaning: vectors of items, near one another where two say the same in other words.

A vector is the sum of what each 汉字 and each pair of neighbouring 汉字 stands
for. That was learned from an open sentence encoder, on the clauses of some
hundred reports (``make vectors``), and then from hand-made links, so that two
clauses of the same promise are near and those of the same topic are not
(``make train``). All sums are of whole numbers, so that they come out the same
on every machine.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from policydiff.align.grams import Matrix, without_stock

VECTORS_FILE = Path(__file__).with_name("vectors.npy")
DIMENSIONS = 128
ROW = np.dtype([("key", "<u4"), ("shift", "u1"), ("points", "i1", (DIMENSIONS,))])
"""One gram: its code points as one number, and its vector, to be shifted left by so many bits."""

UNIT = 1000
"""The length of an item's vector."""

LETTERS_AS_MEANING = (0.15, 0.85)
"""The likeness in meaning that goes with likeness 0 in letters, and what likeness 1 adds.

It stands in where an item has no vector, as in English.
"""

_FIRST, _LAST = ord("一"), ord("鿿")
_Whole = npt.NDArray[np.int64]


class Vectors(NamedTuple):
    """The keys of all known grams, ascending, and the vector of each."""

    keys: npt.NDArray[np.uint32]
    points: npt.NDArray[np.int16]


@cache
def load_vectors(file: Path = VECTORS_FILE) -> Vectors:
    """The learned vectors."""
    return vectors_from(np.load(file))


def vectors_from(rows: npt.NDArray[np.void]) -> Vectors:
    """The vectors that the rows of a file hold."""
    points = rows["points"].astype(np.int16)
    points <<= rows["shift"][:, None]
    return Vectors(np.ascontiguousarray(rows["key"]), points)


class Text(NamedTuple):
    """An item's text, and what of it follows the verb."""

    whole: str
    object: str


@dataclass(frozen=True, slots=True)
class Meanings:
    """The vectors of two documents' items, a row each, and how alike each two are.

    ``alike[i, j]`` is at most 1 and rarely below 0; ``objects[i, j]`` is the
    same of what follows their verbs.
    """

    old: Matrix
    new: Matrix
    alike: Matrix
    objects: Matrix


def meanings_of(
    old: Sequence[Text], new: Sequence[Text], dice: Matrix, vectors: Vectors | None = None
) -> Meanings:
    """The meanings of old and new texts; ``dice`` is how alike their letters are.

    Other vectors than those of the package may be given, to measure them.
    """
    known = vectors or load_vectors()
    lowest, rise = LETTERS_AS_MEANING
    by_letters = np.float32(lowest) + np.float32(rise) * dice
    wholes = [vectors_of([text.whole for text in texts], known) for texts in (old, new)]
    objects = [vectors_of([text.object for text in texts], known) for texts in (old, new)]
    whole = alike(wholes[0], wholes[1], by_letters)
    return Meanings(wholes[0], wholes[1], whole, alike(objects[0], objects[1], whole))


def alike(old: Matrix, new: Matrix, otherwise: Matrix) -> Matrix:
    """The cosine of each old vector with each new one, or what is given where one is missing."""
    cosines: Matrix = old @ new.T
    cosines /= np.float32(UNIT * UNIT)
    rows, columns = np.flatnonzero(~old.any(axis=1)), np.flatnonzero(~new.any(axis=1))
    cosines[rows] = otherwise[rows]
    cosines[:, columns] = otherwise[:, columns]
    return cosines


def sums_of(vectors: Matrix, groups: npt.NDArray[np.intp]) -> Matrix:
    """The vector of each group of items: the sum of theirs, of length ``UNIT``."""
    sums = np.zeros((groups.max(initial=-1) + 1, DIMENSIONS), dtype=np.int64)
    np.add.at(sums, groups, vectors.astype(np.int64))
    return _of_unit_length(sums)


def _of_unit_length(sums: _Whole) -> Matrix:
    lengths = np.sqrt((sums * sums).sum(axis=1, keepdims=True))
    whole: Matrix = np.round(sums * UNIT / np.maximum(lengths, 1)).astype(np.float32)
    return whole


def vectors_of(texts: Sequence[str], vectors: Vectors | None = None) -> Matrix:
    """One row of whole numbers a text, of length ``UNIT``; zeros where no gram is known."""
    known = vectors or load_vectors()
    found = known_grams(texts, known.keys)
    sums = np.zeros((len(texts), DIMENSIONS), dtype=np.int64)
    for row, (start, end) in enumerate(pairwise(found.bounds.tolist())):
        sums[row] = known.points[found.places[start:end]].sum(axis=0, dtype=np.int32)
    return _of_unit_length(sums)


class KnownGrams(NamedTuple):
    """Where the grams of some texts stand among the known keys.

    Those of text k are ``places[bounds[k] : bounds[k + 1]]``.
    """

    places: npt.NDArray[np.intp]
    bounds: npt.NDArray[np.intp]


def known_grams(texts: Sequence[str], keys: npt.NDArray[np.uint32]) -> KnownGrams:
    """The grams of texts that are among the keys, which ascend."""
    owners, asked = grams_in([without_stock(text) for text in texts])
    places = np.minimum(np.searchsorted(keys, asked), len(keys) - 1)
    is_known = keys[places] == asked
    bounds = np.searchsorted(owners[is_known], np.arange(len(texts) + 1))
    return KnownGrams(places[is_known], bounds)


def grams_in(texts: Sequence[str]) -> tuple[_Whole, npt.NDArray[np.uint32]]:
    """The grams of each text in their order: the texts' positions, and the grams' keys."""
    letters = np.frombuffer("".join(texts).encode("utf-32-le", "replace"), dtype="<u4")
    holders = np.repeat(np.arange(len(texts)), [len(text) for text in texts])
    is_letter = (letters >= _FIRST) & (letters <= _LAST)
    is_pair = np.zeros_like(is_letter)
    is_pair[:-1] = is_letter[:-1] & is_letter[1:] & (holders[:-1] == holders[1:])
    pairs = (letters << 16) | np.append(letters[1:], np.uint32(0))
    is_gram = np.stack([is_letter, is_pair], axis=1).ravel()
    keys = np.stack([letters, pairs], axis=1).ravel()[is_gram]
    return np.repeat(holders, 2)[is_gram], keys
