"""Around: the items before and after a pair, and the groups that its items stand in."""

from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

from policydiff.align.rivals import Indices
from policydiff.model import Document

_Number = npt.NDArray[np.float32] | npt.NDArray[np.int32]


def ends_of(pairs: Sequence[tuple[int, int]]) -> tuple[Indices, Indices]:
    """The old and the new positions of some pairs."""
    ends = np.array(pairs, dtype=np.intp).reshape(-1, 2)
    return ends[:, 0], ends[:, 1]


def groups_of(document: Document, group: str) -> Indices:
    """The sentence, paragraph or section that each item of a document stands in."""
    return np.array([getattr(item, group) for item in document.items], dtype=np.intp)


def best_around(
    table: _Number, old: Indices, new: Indices, steps: Iterable[tuple[int, int]]
) -> npt.NDArray[np.float64]:
    """The largest value so many steps from each pair; beyond the table there are zeros."""
    padded = np.pad(table, 2)
    values = np.stack([padded[old + 2 + down, new + 2 + right] for down, right in steps])
    best: npt.NDArray[np.float64] = values.max(axis=0).astype(np.float64)
    return best
