"""Sequences: which members of two lists go together, in their order or best first."""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

Likeness = npt.NDArray[np.float64]


def best_sequence(likeness: Likeness) -> list[tuple[int, int]]:
    """The pairs, ascending on both sides, whose likeness is greatest in sum.

    Nothing pairs at 0. Of equal sums always the same is taken, whichever side comes first.
    """
    mirrored = np.ascontiguousarray(likeness.T)
    if (likeness.shape, likeness.tobytes()) > (mirrored.shape, mirrored.tobytes()):
        return [(row, column) for column, row in _sequence(mirrored)]
    return _sequence(likeness)


def _sequence(likeness: Likeness) -> list[tuple[int, int]]:
    rows, columns = likeness.shape
    best = np.zeros((rows + 1, columns + 1))
    for row in range(rows - 1, -1, -1):
        together = likeness[row] + best[row + 1, 1:]
        best[row, :columns] = np.maximum(together, best[row + 1, :columns])
        best[row] = np.maximum.accumulate(best[row, ::-1])[::-1]
    return list(_walk(likeness, best))


def _walk(likeness: Likeness, best: Likeness) -> Iterator[tuple[int, int]]:
    row = column = 0
    while best[row, column] > 0:
        if _pairs(likeness, best, row, column):
            yield row, column
            row, column = row + 1, column + 1
        elif best[row, column] == best[row + 1, column]:
            row += 1
        else:
            column += 1


def _pairs(likeness: Likeness, best: Likeness, row: int, column: int) -> bool:
    worth = likeness[row, column] + best[row + 1, column + 1]
    return bool(likeness[row, column] > 0 and best[row, column] == worth)


def best_pairs(likeness: Likeness | npt.NDArray[np.uint8], least: float) -> list[tuple[int, int]]:
    """One-to-one pairs of at least that likeness, the most alike first; ties go to the nearest."""
    rows, columns = np.nonzero(likeness >= least)
    if not rows.size:
        return []
    distance = np.abs(rows - columns)
    chosen: list[tuple[int, int]] = []
    taken: tuple[set[int], set[int]] = (set(), set())
    for place in np.lexsort(
        (rows + columns, distance, -likeness[rows, columns].astype(np.float64))
    ):
        row, column = int(rows[place]), int(columns[place])
        if row not in taken[0] and column not in taken[1]:
            chosen.append((row, column))
            taken[0].add(row)
            taken[1].add(column)
    return chosen
