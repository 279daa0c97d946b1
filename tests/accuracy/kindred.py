"""Learns from hand-made links which letters tell promises apart.

Starting from what letters stand for in general (``make vectors``), the vectors
are moved step by step so that the two ends of a link come near each other and
stay away from what is like them and no counterpart. Each step takes the links
of one pair of documents, drawn by a seed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from policydiff.align.candidates import Pair
from policydiff.align.meaning import KnownGrams, Vectors, known_grams
from tests.accuracy.quantised import Floats, quantise

STEPS = 600
MOST_LINKS = 192
"""So many links of a pair of documents are looked at in one step."""
OTHERS = 4
"""So many candidates that are no counterparts are looked at with each old end."""
WARMTH = 0.1
"""Cosines are divided by this; smaller looks at the nearest others only."""
RATE = 0.01
LEAST_RATE = 0.02
"""The share of the rate that is left at the end."""
MEAN_DECAY, SQUARE_DECAY, TINY = 0.9, 0.999, 1e-8
"""As Adam has them (Kingma and Ba, 2015)."""

_Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Labelled:
    """Two documents' texts with the pairs that are links, and those that are not or may be."""

    old: tuple[str, ...]
    new: tuple[str, ...]
    linked: frozenset[Pair]
    unsure: frozenset[Pair]
    others: dict[int, tuple[int, ...]]


class _Texts(NamedTuple):
    """The grams of both documents' texts."""

    old: KnownGrams
    new: KnownGrams


def learn_kindred(
    start: Vectors, examples: Sequence[Labelled], seed: int = 1
) -> npt.NDArray[np.void]:
    """The vectors after all steps, as the rows of a file."""
    draw = np.random.default_rng(seed)
    texts = [
        _Texts(*(known_grams(side, start.keys) for side in (each.old, each.new)))
        for each in examples
    ]
    table = start.points.astype(np.float32)
    table /= np.linalg.norm(table, axis=1).mean()
    mover = _Adam(table)
    sizes = np.array([len(each.linked) for each in examples], dtype=np.float64)
    for step in range(STEPS):
        place = int(draw.choice(len(examples), p=sizes / sizes.sum()))
        batch = _draw(examples[place], draw)
        slope = _slope(table, batch, texts[place])
        mover.move(slope, RATE * max(LEAST_RATE, 1 - step / STEPS))
    return quantise(start.keys, table)


class _Batch(NamedTuple):
    """Some old and some new texts, which of them are linked, and which may be."""

    old: npt.NDArray[np.intp]
    new: npt.NDArray[np.intp]
    is_linked: _Mask
    is_unsure: _Mask


def _draw(example: Labelled, draw: np.random.Generator) -> _Batch:
    links = sorted(example.linked)
    taken = draw.permutation(len(links))[:MOST_LINKS]
    old = sorted({links[place][0] for place in taken})
    new = {links[place][1] for place in taken}
    for item in old:
        others = example.others.get(item, ())
        new.update(others[place] for place in draw.permutation(len(others))[:OTHERS])
    columns = sorted(new)
    return _Batch(
        np.array(old),
        np.array(columns),
        _table(old, columns, example.linked),
        _table(old, columns, example.unsure),
    )


def _table(old: Sequence[int], new: Sequence[int], pairs: frozenset[Pair]) -> _Mask:
    return np.array([[(row, column) in pairs for column in new] for row in old])


class _Sums(NamedTuple):
    """The grams of some texts one after another, whose each is, and the texts' vectors.

    The vectors are of length 1; ``lengths`` are what they were.
    """

    grams: npt.NDArray[np.intp]
    owners: npt.NDArray[np.intp]
    unit: Floats
    lengths: Floats


def _sums(table: Floats, texts: KnownGrams, rows: npt.NDArray[np.intp]) -> _Sums:
    starts, ends = texts.bounds[rows], texts.bounds[rows + 1]
    grams = np.concatenate([texts.places[s:e] for s, e in zip(starts, ends, strict=True)])
    counts = ends - starts
    firsts, is_known = np.cumsum(counts) - counts, counts > 0
    sums = np.zeros((len(rows), table.shape[1]), dtype=np.float32)
    sums[is_known] = np.add.reduceat(table[grams], firsts[is_known])
    lengths = np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), TINY)
    return _Sums(grams, np.repeat(np.arange(len(rows)), counts), sums / lengths, lengths)


def _slope(table: Floats, batch: _Batch, texts: _Texts) -> Floats:
    """How the loss changes with each number of the table."""
    old, new = _sums(table, texts.old, batch.old), _sums(table, texts.new, batch.new)
    cosines = old.unit @ new.unit.T / WARMTH
    known = np.where(batch.is_unsure, -np.inf, cosines)
    pull = _pull(known, batch.is_linked) + _pull(known.T, batch.is_linked.T).T
    slope = np.zeros_like(table)
    for side, towards in ((old, pull @ new.unit), (new, pull.T @ old.unit)):
        along = (towards * side.unit).sum(axis=1, keepdims=True)
        moved = (towards - along * side.unit) / (side.lengths * WARMTH)
        order = np.argsort(side.grams, kind="stable")
        grams, firsts = np.unique(side.grams[order], return_index=True)
        slope[grams] += np.add.reduceat(moved[side.owners[order]], firsts)
    return slope


def _pull(cosines: Floats, is_linked: _Mask) -> Floats:
    """How the loss changes with each cosine.

    The loss of a link is the log of one plus what the others of its row weigh
    against it, the mean over all links.
    """
    others = np.where(is_linked, -np.inf, cosines)
    highest = np.maximum(others.max(axis=1, keepdims=True), -1 / WARMTH)
    weights = np.exp(others - highest)
    total = weights.sum(axis=1, keepdims=True)
    against = np.log(np.maximum(total, TINY)) + highest
    wrong = np.where(is_linked, 1 / (1 + np.exp(cosines - against)), 0.0) / is_linked.sum()
    pushed = weights / np.maximum(total, TINY) * wrong.sum(axis=1, keepdims=True)
    pull: Floats = (pushed - wrong).astype(np.float32)
    return pull


class _Adam:
    """Moves a table down the slope, each number at its own pace."""

    def __init__(self, table: Floats) -> None:
        self._table = table
        self._mean = np.zeros_like(table)
        self._square = np.zeros_like(table)
        self._steps = 0

    def move(self, slope: Floats, rate: float) -> None:
        """Takes one step."""
        self._steps += 1
        self._mean += (1 - MEAN_DECAY) * (slope - self._mean)
        self._square += (1 - SQUARE_DECAY) * (slope * slope - self._square)
        mean = self._mean / (1 - MEAN_DECAY**self._steps)
        square = self._square / (1 - SQUARE_DECAY**self._steps)
        self._table -= rate * mean / (np.sqrt(square) + TINY)
